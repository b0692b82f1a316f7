/// The text of a page in the order it is read: lines, and the tables between them.
///
/// White space is collapsed as browsers do (CSS Text 3, section 4.1.1), so no-break and ideographic spaces stay.
struct HTMLFlow {
    private var pieces: [Piece] = []
    private var line: [UInt8] = []
    private var isPreformatted = false
    private let limits: Limits

    init(limits: Limits) { self.limits = limits }

    mutating func finished() -> [Piece] {
        endLine()
        return pieces
    }

    mutating func read(_ node: XMLNode) throws(DocumentError) {
        if node.isText {
            append(node.content)
            return
        }
        guard node.isElement else { return }
        let name = node.name
        if Self.silent.contains(name) || Self.isHidden(node) { return }
        switch name {
        case "br":
            endLine(evenIfEmpty: true)
        case "table":
            endLine()
            pieces += try HTMLTable(node, limits: limits).pieces
        case "pre":
            endLine()
            let outer = isPreformatted
            isPreformatted = true
            try readChildren(of: node)
            isPreformatted = outer
            endLine()
        default:
            let isBlock = Self.blocks.contains(name)
            if isBlock { endLine() }
            try readChildren(of: node)
            if isBlock { endLine() }
        }
    }

    mutating func readChildren(of node: XMLNode) throws(DocumentError) {
        for child in node.children { try read(child) }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case 0x0A where isPreformatted: endLine(evenIfEmpty: true)
            case 0x09 where isPreformatted: line.append(byte)
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                if isPreformatted || !line.isEmpty && line.last != 0x20 { line.append(0x20) }
            default: line.append(byte)
            }
        }
    }

    private mutating func endLine(evenIfEmpty: Bool = false) {
        while line.last == 0x20 { line.removeLast() }
        if evenIfEmpty || !line.isEmpty { pieces.append(.line(line)) }
        line.removeAll(keepingCapacity: true)
    }

    /// Elements whose content is no text of the page for certain.
    private static let silent: Set<String> = [
        "script", "style", "noscript", "template", "head", "nav", "select", "option", "datalist", "textarea", "button",
        "iframe", "object", "embed", "svg", "canvas", "audio", "video", "map", "input", "title", "meta", "link",
    ]

    private static let blocks: Set<String> = [
        "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "blockquote",
        "hr", "section", "article", "header", "footer", "main", "aside", "form", "fieldset", "center", "address",
        "figure", "figcaption", "caption", "tr", "td", "th", "thead", "tbody", "tfoot", "legend", "details", "summary",
    ]

    /// Whether the page does not show the element; Word marks its field codes with `mso-hide:all`.
    private static func isHidden(_ node: XMLNode) -> Bool {
        if node.attribute("hidden") != nil { return true }
        guard let style = node.attribute("style") else { return false }
        let bare = style.lowercased().filter { $0 != " " }
        return bare.contains("display:none") || bare.contains("mso-hide:all")
    }
}
