/// How ink, its ground and its size make text of a Word file unseen (ECMA-376 part 1, 17.3.2).
struct WordInk {
    /// Nil where nothing is said. What is automatic is not known here, and always seen: white on what is dark.
    private var ink: TextColour?
    /// Nil where nothing is said; nil within where it is said that nothing lies over the ground around.
    private var ground: TextColour??
    private var isTiny: Bool?
    private var isClear: Bool?
    /// Whether letters are shown as signs of another kind.
    private var isOfSigns: Bool?

    init() {}

    /// Reads run properties: color, shd, highlight, sz, w, rFonts, and w14:textFill (MS-DOCX 2.6.1).
    init(_ properties: XMLNode) {
        if let colour = properties.first("color") { ink = Self.ink(colour) }
        if let name = properties.first("highlight")?.attribute("val"), name != "none" {
            ground = .some(TextColour(hex: Self.highlights[name]) ?? .unknown)
        } else if let shade = properties.first("shd") {
            ground = .some(Self.ground(shade))
        }
        let size = properties.first("sz")?.attribute("val").flatMap { Double($0) }
        let width = properties.first("w")?.attribute("val").flatMap { Double($0.filter { $0 != "%" }) }
        // In half points; in hundredths of the usual width.
        if size != nil || width != nil { isTiny = size.map { $0 <= 3 } == true || width.map { $0 <= 5 } == true }
        if let fonts = properties.first("rFonts"), let name = fonts.attribute("ascii") ?? fonts.attribute("hAnsi") {
            isOfSigns = name.hasPrefix("Wingdings") || name.hasPrefix("Webdings")
        }
        if let fill = properties.first("textFill") {
            isClear = fill.first("noFill") != nil || Self.isClear(fill)
            ink = fill.first("solidFill").flatMap(Self.filling) ?? ink
        }
    }

    func overridden(by other: WordInk) -> WordInk {
        var whole = self
        whole.ink = other.ink ?? ink
        whole.ground = other.ground ?? ground
        whole.isTiny = other.isTiny ?? isTiny
        whole.isClear = other.isClear ?? isClear
        whole.isOfSigns = other.isOfSigns ?? isOfSigns
        return whole
    }

    /// Adds to a look whether text is seen on a ground, if it has none of its own.
    func mark(_ look: inout TextLook, on around: TextColour) {
        if isTiny == true || isClear == true { look.isHidden = true }
        let ownGround = ground ?? nil
        switch TextColour.sight(of: ink ?? .unknown, on: ownGround ?? around) {
        case .seen: look.isDoubtful = isOfSigns == true
        case .doubtful: look.isDoubtful = true
        case .unseen: look.isHidden = true
        }
    }

    private static func ink(_ colour: XMLNode) -> TextColour {
        let theme = colour.attribute("themeColor") ?? ""
        if theme.hasPrefix("background") || theme.hasPrefix("bg") || theme.hasPrefix("light") {
            let isShaded = colour.attribute("themeShade") != nil || colour.attribute("themeTint") != nil
            return isShaded || theme.hasSuffix("2") ? .unknown : .known(.white)
        }
        return TextColour(hex: colour.attribute("val")) ?? .unknown
    }

    /// The colour that letters are filled with; nil where it is not told here.
    private static func filling(_ fill: XMLNode) -> TextColour? {
        guard let colour = fill.elements.first(where: { _ in true }),
            !colour.elements.contains(where: { $0.name != "alpha" }), let value = colour.attribute("val")
        else { return nil }
        if colour.name == "schemeClr" { return ["bg1", "lt1"].contains(value) ? .known(.white) : nil }
        return TextColour(hex: value)
    }

    /// What a shading (17.3.5) lays under text; nil for none.
    static func ground(_ shade: XMLNode?) -> TextColour? {
        guard let shade else { return nil }
        let pattern = shade.attribute("val") ?? "clear"
        let fill = InkColour(hex: shade.attribute("fill") ?? "")
        let dots = InkColour(hex: shade.attribute("color") ?? "")
        if shade.attribute("themeFill") != nil, fill == nil { return .unknown }
        switch pattern {
        case "clear", "nil": return fill.map(TextColour.known)
        case "solid": return dots.map(TextColour.known)
        case _ where shade.attribute("themeColor") != nil && dots == nil: return .unknown
        default:
            // pct37 is of 37.5 percent (17.18.78 ST_Shd).
            let share = pattern.hasPrefix("pct") ? Double(pattern.dropFirst(3)).map { $0 / 100 } : nil
            return .patterned(dots ?? .black, on: fill ?? .white, share: share)
        }
    }

    /// Thousandths of a percent in `w14:alpha` say how much shines through.
    private static func isClear(_ fill: XMLNode) -> Bool {
        for child in fill.elements {
            if child.name == "alpha" { return (child.attribute("val").flatMap { Int($0) } ?? 0) >= 95_000 }
            if isClear(child) { return true }
        }
        return false
    }

    static let elements: Set<String> = ["color", "shd", "highlight", "sz", "w", "rFonts", "tblPr"]

    /// 17.18.40 ST_HighlightColor; the names are not those of style sheets.
    private static let highlights = [
        "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
        "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
        "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000",
        "white": "FFFFFF", "yellow": "FFFF00",
    ]
}
