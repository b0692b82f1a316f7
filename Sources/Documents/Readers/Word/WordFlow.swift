/// The text of a Word file in reading order, as it stands once all tracked changes are accepted.
///
/// Left out: deleted and moved-away text (ECMA-376 part 1, 17.13.5), hidden and struck-out text, field codes (17.16.23
/// instrText), notes and comments. A text box follows the paragraph that it is anchored in. In a cell, what is no text
/// stands for itself.
struct WordFlow {
    private var pieces: [Piece] = []
    private var line = MarkedLine()
    /// Text boxes of the paragraph being read.
    private var floating: [Piece] = []
    private var fields = WordFields()
    /// Whether there are documents within the document that were not read.
    private(set) var leavesOutParts = false
    private var paragraphLook = WordLook()
    /// What the paragraph's text lies upon.
    private var ground: TextColour
    private let context: WordContext

    init(_ context: WordContext) {
        self.context = context
        ground = context.ground
    }

    mutating func finished() -> [Piece] {
        if !line.isEmpty { endLine() }
        return context.isInCell ? pieces.keeping(struck: line.struck) : pieces
    }

    /// Reads paragraphs and tables of a body, a cell or a text box, whatever wrappers stand between.
    mutating func readBlocks(of parent: XMLNode) throws(DocumentError) {
        for child in parent.elements {
            switch child.name {
            case "p": try readParagraph(child)
            case "tbl": pieces += try WordTable(child, context).content.pieces
            case "sdt":
                if !takePlaceholder(child), let content = child.first("sdtContent") { try readBlocks(of: content) }
            case "customXml", "ins", "moveTo", "sect", "sub-section": try readBlocks(of: child)
            case "annotation": if !Self.isDeletion(child) { try readBlocks(of: child.first("content") ?? child) }
            case "AlternateContent":
                if let chosen = Self.chosen(child) { try readBlocks(of: chosen) }
            // Another document stands here (17.17.2.1).
            case "altChunk":
                if context.isInCell { pieces.append(.line(ObjectMark.bytes)) } else { leavesOutParts = true }
            default: break
            }
        }
    }

    private mutating func readParagraph(_ paragraph: XMLNode) throws(DocumentError) {
        let properties = paragraph.first("pPr")
        let style = properties?.first("pStyle")?.attribute("val")
        let shade = properties?.first("shd")
        ground =
            (shade == nil ? context.styles.paragraphGround(of: style) : WordInk.ground(shade)) ?? context.ground
        paragraphLook = context.styles.paragraphLook(of: style)
        try readInline(of: paragraph)
        if context.isInCell, line.isEmpty, properties?.first("numPr")?.first("numId").map(Self.isNumbered) == true {
            // The paragraph's own number (17.9.18) is all that is seen.
            line.append(ObjectMark.bytes)
        }
        // A deleted paragraph mark joins the paragraph with the next (17.13.5.15).
        let mark = properties?.first("rPr")
        if mark?.first("del") != nil || mark?.first("moveFrom") != nil { return }
        endLine()
        pieces += floating
        floating.removeAll()
    }

    private mutating func readInline(of parent: XMLNode) throws(DocumentError) {
        for child in parent.elements {
            switch child.name {
            case "r": try readRun(child)
            case "sdt":
                if !takePlaceholder(child), let content = child.first("sdtContent") { try readInline(of: content) }
            case "del", "moveFrom": readDeleted(child)
            case "annotation":
                if Self.isDeletion(child) {
                    readDeleted(child)
                } else {
                    try readInline(of: child.first("content") ?? child)
                }
            case "bdo" where child.attribute("val") == "rtl":
                line.append(ReversedText.start)
                try readInline(of: child)
                line.append(ReversedText.end)
            case "fldSimple":
                let before = line.bytes.count
                try readInline(of: child)
                let code = Array((child.attribute("instr") ?? "").utf8)
                if line.bytes.count == before, !WordFields.isSilent(code) { line.append(ObjectMark.bytes) }
            case "hyperlink", "smartTag", "ins", "moveTo", "customXml", "dir", "bdo": try readInline(of: child)
            case "subDoc", "contentPart":
                line.append(ObjectMark.bytes)
                if child.name == "subDoc", !context.isInCell { leavesOutParts = true }
            case "AlternateContent":
                if let chosen = Self.chosen(child) { try readInline(of: chosen) }
            case "oMath", "oMathPara":
                if Self.isPlainFormula(child) {
                    line.append(child.text.utf8, TextLook())
                } else {
                    line.append(context.isInCell ? ObjectMark.bytes : Self.parts(of: child))
                }
            default: break
            }
        }
    }

    private mutating func readRun(_ run: XMLNode) throws(DocumentError) {
        let properties = run.first("rPr")
        let style = context.styles.look(of: properties?.first("rStyle")?.attribute("val"))
        var look = paragraphLook.toggled(by: style).overridden(by: WordLook(properties)).text(on: ground)
        look.isDoubtful = look.isDoubtful && context.isInCell
        if look.isHidden { return }
        for child in run.elements {
            switch child.name {
            case "fldChar":
                let progress = [pieces.count, floating.count, line.bytes.count]
                if let shown = fields.pass(child, at: progress) {
                    line.append(context.isInCell ? shown : ObjectMark.bytes, look)
                }
            case "instrText": fields.append(code: child)
            case _ where fields.isInCode: break
            case "t":
                let text = child.children.filter(\.isText).flatMap(\.content)
                line.append(text, look)
            case "tab", "ptab": line.append(0x09)
            case "br", "cr": line.append(0x0A)
            case "noBreakHyphen": line.append(CollectionOfOne(UInt8(ascii: "-")), look)
            case "sym": line.append(context.isInCell ? Self.symbol(child) : ObjectMark.bytes, look)
            // Parts of the day's date, and the page's number (17.3.3).
            case "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "pgNum", "contentPart":
                line.append(ObjectMark.bytes, look)
            // The note's own mark follows, as text (17.11.13).
            case "footnoteReference", "endnoteReference": look.isRaised = true
            case "ruby":
                if let base = child.first("rubyBase") { try readInline(of: base) }
            case "AlternateContent":
                if let chosen = Self.chosen(child) { try readDrawing(chosen, look) }
            case "drawing", "pict", "object": try readDrawing(child, look)
            default: break
            }
        }
    }

    /// The text boxes of a drawing; without any, it is a picture.
    private mutating func readDrawing(_ node: XMLNode, _ look: TextLook) throws(DocumentError) {
        let before = floating.count
        try readTextBoxes(below: node)
        guard floating.count == before else { return }
        line.append(ObjectMark.bytes, look)
        if !context.isInCell, let picture = picture(below: node, depth: 0) {
            floating.append(.picture(picture))
        }
    }

    /// The picture that a drawing shows: `a:blip` (20.1.8.13), in older files `v:imagedata`.
    private func picture(below node: XMLNode, depth: Int) -> [UInt8]? {
        guard !context.pictures.isEmpty, depth < 16 else { return nil }
        for child in node.elements {
            if child.name == "blip" || child.name == "imagedata",
                let id = child.attribute("embed") ?? child.attribute("id")
            {
                return context.pictures[id]
            }
            if let picture = picture(below: child, depth: depth + 1) { return picture }
        }
        return nil
    }

    /// Whether a mark of Word 2003 is a tracked deletion; what was inserted stands within one too, as does what a
    /// comment is about.
    private static func isDeletion(_ mark: XMLNode) -> Bool { mark.attribute("type") == "Word.Deletion" }

    /// A list's number of 0 takes a paragraph out of its style's list.
    private static func isNumbered(_ number: XMLNode) -> Bool { number.attribute("val") != "0" }

    /// What a tracked change has taken away.
    private mutating func readDeleted(_ parent: XMLNode) {
        for run in parent.elements {
            if run.name != "r" { readDeleted(run) }
            for text in run.elements where text.name == "delText" || text.name == "t" {
                line.append(text.text.utf8, TextLook(isStruck: true))
            }
        }
    }

    /// Whether a content control shows what is to be typed there, in place of anything typed (17.5.2.39 showingPlcHdr).
    private mutating func takePlaceholder(_ control: XMLNode) -> Bool {
        guard context.isInCell, control.first("sdtPr")?.first("showingPlcHdr")?.isOn == true else { return false }
        line.append(ObjectMark.bytes, TextLook())
        return true
    }

    private mutating func readTextBoxes(below node: XMLNode) throws(DocumentError) {
        for child in node.elements {
            if child.name == "txbxContent" {
                // It may be filled, or lie over anything.
                var inner = context
                inner.ground = .unknown
                var flow = WordFlow(inner)
                try flow.readBlocks(of: child)
                floating += flow.finished()
                leavesOutParts = leavesOutParts || flow.leavesOutParts
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

    /// A character of a font of symbols (17.3.3.30); U+F000 and on are its own, and mean nothing elsewhere.
    private static func symbol(_ node: XMLNode) -> [UInt8] {
        guard let code = node.attribute("char").flatMap({ UInt32($0, radix: 16) }), let scalar = Unicode.Scalar(code),
            code >= 0x80
        else { return ObjectMark.bytes }
        return Array(String(scalar).utf8)
    }

    /// The texts of a formula, which stand above, below and beside each other.
    private static func parts(of formula: XMLNode) -> [UInt8] {
        if formula.name == "t" { return Array(formula.text.utf8) }
        return Array(formula.elements.map(parts).filter { !$0.isEmpty }.joined(separator: ObjectMark.bytes))
    }

    /// Whether a formula is a row of numbers and words, without fractions, powers and the like.
    private static func isPlainFormula(_ node: XMLNode) -> Bool {
        node.elements.allSatisfy { child in
            if child.name.hasSuffix("Pr") || child.name == "t" { return true }
            return ["oMath", "r"].contains(child.name) && isPlainFormula(child)
        }
    }

    /// A break within a paragraph makes a line of its own.
    private mutating func endLine() {
        pieces += line.end().split(separator: 0x0A, omittingEmptySubsequences: false).map { .line(Array($0)) }
    }
}

/// What surrounds a part of a Word file while it is read.
struct WordContext {
    var limits: Limits
    var styles = WordStyles()
    /// The pictures that drawings refer to.
    var pictures: [String: [UInt8]] = [:]
    /// Whether the part is a cell of a table.
    var isInCell = false
    /// What text lies upon that has no ground of its own.
    var ground = TextColour.known(.white)
}

extension XMLNode {
    /// A switch of WordprocessingML is on unless its value says otherwise (17.17.4 ST_OnOff).
    var isOn: Bool { !["0", "false", "off"].contains(attribute("val") ?? "1") }
}
