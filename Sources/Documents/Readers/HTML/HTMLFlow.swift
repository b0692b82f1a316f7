/// The text of a page in the order it is read: lines, and the tables between them.
///
/// White space is collapsed as browsers do (CSS Text 3, section 4.1.1), so no-break and ideographic spaces stay.
struct HTMLFlow {
    private var pieces: [Piece] = []
    private var line = MarkedLine()
    private var isPreformatted = false
    private var context: PageContext
    /// Whether a style sheet writes a number into what was read, or shows another one than stands there.
    private var hasWrittenNumber: Bool
    /// Whether there are digits that are perhaps not seen.
    private var hasUnclearDigit = false

    init(_ context: PageContext) {
        self.context = context
        hasWrittenNumber = context.hasWrittenNumber
    }

    mutating func finished() -> [Piece] {
        endLine()
        guard context.isInCell else { return pieces }
        return (hasWrittenNumber ? withWrittenNumber : pieces).keeping(struck: line.struck)
    }

    mutating func read(_ node: XMLNode) throws(DocumentError) {
        if node.isText {
            append(node.content)
            return
        }
        guard node.isElement else { return }
        let name = node.name
        let traits = ElementTraits.of(name)
        if traits.contains(.silent) { return }
        if name == "img", !context.isInCell, let picture = context.picture(of: node) {
            endLine()
            pieces.append(.picture(picture))
            return
        }
        if traits.contains(.control) {
            guard let inner = context.entering(node, name, traits), !inner.look.isHidden else { return }
            append(context.isInCell ? HTMLControl.content(of: node, name) : ObjectMark.bytes)
            return
        }
        guard let inner = context.entering(node, name, traits) else { return }
        let outer = context
        context = inner
        defer { context = outer }
        hasWrittenNumber = hasWrittenNumber || inner.hasWrittenNumber
        try readElement(node, name, isBlock: traits.contains(.block), inner)
    }

    /// Reads an element within what surrounds its content.
    private mutating func readElement(
        _ node: XMLNode, _ name: String, isBlock: Bool, _ inner: PageContext
    ) throws(DocumentError) {
        switch name {
        case "bdo" where node.attribute("dir")?.lowercased() == "rtl":
            line.append(ReversedText.start)
            try readContent(of: node)
            line.append(ReversedText.end)
        case "br":
            endLine(evenIfEmpty: true)
        case "table":
            endLine()
            pieces += try HTMLTable(node, context).pieces
        case "pre":
            endLine()
            let wasPreformatted = isPreformatted
            isPreformatted = true
            try readContent(of: node)
            isPreformatted = wasPreformatted
            endLine()
        case "details" where inner.isInCell && node.attribute("open") == nil:
            if let summary = node.first("summary") { try read(summary) }
        default:
            let isBlock = isBlock || inner.isApart && inner.isInCell
            if isBlock { endLine() }
            if name == "li", inner.isInCell, node.parent?.name == "ol", node.text.allSatisfy(\.isWhitespace) {
                // Its number is all that is seen.
                line.append(ObjectMark.bytes)
            }
            try readContent(of: node)
            if isBlock { endLine() }
        }
    }

    mutating func readContent(of node: XMLNode) throws(DocumentError) {
        for child in node.children { try read(child) }
    }

    /// A number that a style sheet writes into a cell of figures is seen there, and cannot be read; in a label it is
    /// but its number.
    private var withWrittenNumber: [Piece] {
        var pieces = pieces
        let isLabel = pieces.contains { piece in
            if case .line(let line) = piece { line.contains { $0 >= 0xE3 } } else { false }
        }
        guard hasUnclearDigit || !isLabel else { return pieces }
        if case .line(let line)? = pieces.last {
            pieces[pieces.count - 1] = .line(line + ObjectMark.bytes)
        } else {
            pieces.append(.line(ObjectMark.bytes))
        }
        return pieces
    }

    private mutating func append(_ text: some Collection<UInt8>) {
        if context.isInCell {
            let isSeen = !context.look.isHidden && text.contains { $0 > 0x20 }
            if isSeen, context.isUnclear {
                hasWrittenNumber = true
                hasUnclearDigit = hasUnclearDigit || TextLook.hasDigit(text)
            }
        } else if context.isTurned, text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
            line.append(ReversedText.start)
            defer { line.append(ReversedText.end) }
            return appendShown(text)
        }
        guard context.isInLink, !context.look.isHidden, text.contains(where: { $0 > 0x20 }) else {
            return appendShown(text)
        }
        let spaced = Array(text)
        let before = spaced.prefix { $0 <= 0x20 }.count
        let behind = spaced.reversed().prefix { $0 <= 0x20 }.count
        appendShown(spaced.prefix(before))
        line.append(LinkMark.start)
        appendShown(spaced[before..<spaced.count - behind])
        line.append(LinkMark.end)
        appendShown(spaced.suffix(behind))
    }

    private mutating func appendShown(_ text: some Collection<UInt8>) {
        guard context.look == TextLook() else {
            // A break in the source is no more than a space here too.
            let spaced = text.map { $0 < 0x20 ? 0x20 : $0 }
            return line.append(spaced, context.look)
        }
        for byte in text {
            switch byte {
            case 0x0A where isPreformatted: endLine(evenIfEmpty: true)
            case 0x09 where isPreformatted: line.append(byte)
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                if isPreformatted || !line.isEmpty && line.bytes.last != 0x20 { line.append(0x20) }
            default: line.append(byte)
            }
        }
    }

    private mutating func endLine(evenIfEmpty: Bool = false) {
        line.removeTrailingSpaces()
        if evenIfEmpty || !line.isEmpty { pieces.append(.line(line.end())) }
    }
}
