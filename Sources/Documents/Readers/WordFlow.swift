/// The text of a Word file in reading order, as it stands once all tracked changes are accepted.
///
/// Left out: deleted and moved-away text (ECMA-376 part 1, 17.13.5), hidden text (17.3.2.41 vanish), field codes
/// (17.16.23 instrText), notes and comments. A text box follows the paragraph that it is anchored in.
struct WordFlow {
    private var pieces: [Piece] = []
    private var line: [UInt8] = []
    /// Text boxes of the paragraph being read.
    private var floating: [Piece] = []
    private let limits: Limits

    init(limits: Limits) { self.limits = limits }

    mutating func finished() -> [Piece] {
        if !line.isEmpty { endLine() }
        return pieces
    }

    /// Reads paragraphs and tables of a body, a cell or a text box, whatever wrappers stand between.
    mutating func readBlocks(of parent: XMLNode) throws(DocumentError) {
        for child in parent.elements {
            switch child.name {
            case "p": try readParagraph(child)
            case "tbl": pieces += try WordTable(child, limits: limits).content.pieces
            case "sdt", "sdtContent", "customXml", "ins", "moveTo": try readBlocks(of: child)
            case "AlternateContent":
                if let chosen = Self.chosen(child) { try readBlocks(of: chosen) }
            default: break
            }
        }
    }

    private mutating func readParagraph(_ paragraph: XMLNode) throws(DocumentError) {
        try readInline(of: paragraph)
        // A deleted paragraph mark joins the paragraph with the next (17.13.5.15).
        let mark = paragraph.first("pPr")?.first("rPr")
        if mark?.first("del") != nil || mark?.first("moveFrom") != nil { return }
        endLine()
        pieces += floating
        floating.removeAll()
    }

    private mutating func readInline(of parent: XMLNode) throws(DocumentError) {
        for child in parent.elements {
            switch child.name {
            case "r":
                if !Self.isHidden(child) { try readRun(child) }
            case "hyperlink", "smartTag", "ins", "moveTo", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo":
                try readInline(of: child)
            case "AlternateContent":
                if let chosen = Self.chosen(child) { try readInline(of: chosen) }
            case "oMath", "oMathPara": line.append(contentsOf: child.text.utf8)
            default: break
            }
        }
    }

    private mutating func readRun(_ run: XMLNode) throws(DocumentError) {
        for child in run.elements {
            switch child.name {
            case "t": for text in child.children where text.isText { line.append(contentsOf: text.content) }
            case "tab", "ptab": line.append(0x09)
            case "br", "cr": line.append(0x0A)
            case "noBreakHyphen": line.append(UInt8(ascii: "-"))
            case "ruby":
                if let base = child.first("rubyBase") { try readInline(of: base) }
            case "AlternateContent":
                if let chosen = Self.chosen(child) { try readRun(chosen) }
            case "drawing", "pict", "object": try readTextBoxes(below: child)
            default: break
            }
        }
    }

    private mutating func readTextBoxes(below node: XMLNode) throws(DocumentError) {
        for child in node.elements {
            if child.name == "txbxContent" {
                var flow = WordFlow(limits: limits)
                try flow.readBlocks(of: child)
                floating += flow.finished()
            } else if child.name == "AlternateContent" {
                if let chosen = Self.chosen(child) { try readTextBoxes(below: chosen) }
            } else {
                try readTextBoxes(below: child)
            }
        }
    }

    /// The one branch that counts (ECMA-376 part 3, 9.3): both hold the same text box, for newer and older programs.
    private static func chosen(_ alternate: XMLNode) -> XMLNode? {
        alternate.first("Choice") ?? alternate.first("Fallback")
    }

    private static func isHidden(_ run: XMLNode) -> Bool {
        guard let vanish = run.first("rPr")?.first("vanish") else { return false }
        return vanish.isOn
    }

    /// A break within a paragraph makes a line of its own.
    private mutating func endLine() {
        pieces += line.split(separator: 0x0A, omittingEmptySubsequences: false).map { .line(Array($0)) }
        line.removeAll(keepingCapacity: true)
    }
}

extension XMLNode {
    /// A switch of WordprocessingML is on unless its value says otherwise (17.17.4 ST_OnOff).
    var isOn: Bool { !["0", "false", "off"].contains(attribute("val") ?? "1") }
}
