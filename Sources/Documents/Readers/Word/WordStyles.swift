/// How the named styles of a Word file make text look (ECMA-376 part 1, 17.7), as far as it decides whether text is
/// read.
struct WordStyles {
    private var looks: [String: WordLook] = [:]
    /// How text looks that has no style (17.7.5.5 rPrDefault), and the style of paragraphs that name none.
    private var plain = WordLook()
    private var ofParagraphs: String?
    /// What the styles of paragraphs lay under them, nil within where nothing; and what lies under all (17.7.5.3
    /// pPrDefault).
    private var grounds: [String: TextColour?] = [:]
    private var plainGround: TextColour?
    /// The styles that others are based on.
    private var based: [String: String] = [:]

    init() {}

    init(_ root: XMLNode) {
        plain = WordLook(root.first("docDefaults")?.first("rPrDefault")?.first("rPr"))
        plainGround = WordInk.ground(root.first("docDefaults")?.first("pPrDefault")?.first("pPr")?.first("shd"))
        for style in root.elements where style.name == "style" {
            guard let name = style.attribute("styleId") else { continue }
            let isDefault = style.attribute("default").map { !["0", "false", "off"].contains($0) } ?? false
            if isDefault, style.attribute("type") == "paragraph" { ofParagraphs = name }
            looks[name] = WordLook(style.first("rPr"))
            if let shade = style.first("pPr")?.first("shd") { grounds[name] = .some(WordInk.ground(shade)) }
            if let base = style.first("basedOn")?.attribute("val") { based[name] = base }
        }
        let own = looks
        for (name, look) in own {
            var whole = look
            var base = based[name]
            // A style based on itself, by whatever way, ends here.
            for _ in 0..<16 {
                guard let current = base else { break }
                whole = (own[current] ?? WordLook()).overridden(by: whole)
                base = based[current]
            }
            looks[name] = whole
        }
    }

    /// Whether a part of styles can make any text look so: most files have none, and the part need not be parsed.
    static func canMark(_ part: [UInt8]) -> Bool { marks.contains { part.offset(of: $0) != nil } }

    private static let marks = ["w:vanish", "w:strike", "w:dstrike", "w:vertAlign"].map { Array($0.utf8) }

    func paragraphLook(of style: String?) -> WordLook { plain.overridden(by: look(of: style ?? ofParagraphs)) }

    /// What the style of a paragraph lays under it; nil for nothing.
    func paragraphGround(of style: String?) -> TextColour? {
        var current = style ?? ofParagraphs
        for _ in 0..<16 {
            guard let name = current else { break }
            if let ground = grounds[name] { return ground }
            current = based[name]
        }
        return plainGround
    }

    func look(of style: String?) -> WordLook { style.flatMap { looks[$0] } ?? WordLook() }
}

/// What the properties of a run say about how its text looks; nil where they say nothing.
struct WordLook {
    private var isHidden: Bool?
    private var isStruck: Bool?
    private var isStruckTwice: Bool?
    private var isRaised: Bool?
    private var ink = WordInk()

    init() {}

    /// Reads run properties: 17.3.2.41 vanish, 17.3.2.37 strike, 17.3.2.9 dstrike, 17.3.2.42 vertAlign, 17.3.2.24
    /// position.
    init(_ properties: XMLNode?) {
        guard let properties else { return }
        ink = WordInk(properties)
        isHidden = properties.first("vanish")?.isOn
        isStruck = properties.first("strike")?.isOn
        isStruckTwice = properties.first("dstrike")?.isOn
        if let place = properties.first("vertAlign")?.attribute("val") {
            isRaised = place == "superscript" || place == "subscript"
        } else if let height = properties.first("position")?.attribute("val").flatMap({ Int($0) }) {
            // In half points; whoever centres a cell's text in its row moves it by a point or two.
            isRaised = abs(height) > 4
        }
    }

    func overridden(by other: WordLook) -> WordLook {
        var look = self
        look.isHidden = other.isHidden ?? isHidden
        look.isStruck = other.isStruck ?? isStruck
        look.isStruckTwice = other.isStruckTwice ?? isStruckTwice
        look.isRaised = other.isRaised ?? isRaised
        look.ink = ink.overridden(by: other.ink)
        return look
    }

    /// What the style of a run makes of that of its paragraph: what both say is taken back (17.7.3, toggle properties).
    func toggled(by other: WordLook) -> WordLook {
        var look = overridden(by: other)
        if isHidden == true, other.isHidden == true { look.isHidden = false }
        if isStruck == true, other.isStruck == true { look.isStruck = false }
        return look
    }

    /// How text looks on a ground.
    func text(on ground: TextColour) -> TextLook {
        var look = TextLook(
            isHidden: isHidden ?? false, isStruck: (isStruck ?? false) || (isStruckTwice ?? false),
            isRaised: isRaised ?? false)
        ink.mark(&look, on: ground)
        return look
    }
}
