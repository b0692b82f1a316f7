/// How the cells of a workbook look (ECMA-376 part 1, 18.8), as far as it decides what is read: how numbers are shown,
/// and whether text is struck out or raised.
final class ExcelStyles: XMLEventReader {
    struct Style {
        var format: NumberFormat
        var look: TextLook
        var ground = TextColour.known(.white)
    }

    private var codes: [Int: String] = [:]
    private var fonts: [ExcelFont] = []
    private var fills: [TextColour] = []
    private var fill = ExcelFill()
    private var formats: [(format: Int, font: Int, fill: Int)] = []
    private var made: [Int: NumberFormat] = [:]
    /// The elements that are open; the parts that are read are the children of the root.
    private var path: [String] = []

    func open(_ name: String, _ attributes: XMLAttributes) {
        switch (path.count > 1 ? path[1] : "", name) {
        case ("numFmts", "numFmt"):
            if let number = attributes.number("numFmtId") { codes[number] = attributes["formatCode"] }
        case ("fonts", "font"): fonts.append(ExcelFont())
        case ("fonts", _): if !fonts.isEmpty { fonts[fonts.count - 1].open(name, attributes) }
        case ("fills", "fill"):
            fill = ExcelFill()
            fills.append(fill.ground)
        case ("fills", _):
            fill.open(name, attributes)
            if !fills.isEmpty { fills[fills.count - 1] = fill.ground }
        case ("cellXfs", "xf"):
            formats.append(
                (
                    attributes.number("numFmtId") ?? 0, attributes.number("fontId") ?? 0,
                    attributes.number("fillId") ?? 0
                ))
        default: break
        }
        path.append(name)
    }

    func close(_ name: String) { _ = path.popLast() }
    func take(_ text: UnsafeBufferPointer<UInt8>) {}

    /// The style of a number; the plain one where there is none.
    func style(_ number: Int) -> Style {
        guard formats.indices.contains(number) else { return Style(format: format(0), look: TextLook()) }
        let (format, font, fill) = formats[number]
        let ground = fills.indices.contains(fill) ? fills[fill] : .known(.white)
        let look = fonts.indices.contains(font) ? fonts[font].look(on: ground) : TextLook()
        return Style(format: self.format(format), look: look, ground: ground)
    }

    private func format(_ number: Int) -> NumberFormat {
        if let format = made[number] { return format }
        let format = NumberFormat(codes[number] ?? NumberFormat.builtIn(number))
        made[number] = format
        return format
    }
}

/// What lies under the text of a cell (18.8.20 fill).
private struct ExcelFill {
    private(set) var ground = TextColour.known(.white)
    private var pattern = "none"
    private var dots: TextColour?
    private var rest: TextColour?

    mutating func open(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "patternFill": pattern = attributes["patternType"] ?? "none"
        case "gradientFill": pattern = name
        case "fgColor": dots = ExcelFont.colour(attributes) ?? .unknown
        case "bgColor": rest = ExcelFont.colour(attributes) ?? .unknown
        default: return
        }
        ground = current
    }

    private var current: TextColour {
        switch pattern {
        case "none": return .known(.white)
        case "solid": return dots ?? .unknown
        case "gradientFill": return .unknown
        default:
            guard case .known(let dots) = dots ?? .known(.black), case .known(let rest) = rest ?? .known(.white) else {
                return .unknown
            }
            return .patterned(dots, on: rest, share: Self.shares[pattern])
        }
    }

    /// How much of the whole the dots of a pattern are (18.18.55 ST_PatternType); the others are lines.
    private static let shares = [
        "darkGray": 0.75, "mediumGray": 0.5, "lightGray": 0.25, "gray125": 0.125, "gray0625": 0.0625,
    ]
}

/// What the properties of a font say about how its text looks (18.8.22 font, 18.4.7 rPr).
struct ExcelFont {
    private var look = TextLook()
    private var ink = TextColour.known(.black)

    mutating func open(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "strike": look.isStruck = ExcelText.isOn(attributes)
        case "vertAlign": look.isRaised = ExcelText.isRaised(attributes)
        case "color": ink = Self.colour(attributes) ?? .unknown
        case "sz": if let size = attributes["val"].flatMap(Double.init), size <= 1.5 { look.isDoubtful = true }
        case "name", "rFont":
            let font = attributes["val"] ?? ""
            if font.hasPrefix("Wingdings") || font.hasPrefix("Webdings") { look.isDoubtful = true }
        default: break
        }
    }

    /// How its text looks on a ground. Formats that hold under conditions, and styles of tables, lay other grounds:
    /// what is not seen without them is doubtful.
    func look(on ground: TextColour) -> TextLook {
        var look = look
        if TextColour.sight(of: ink, on: ground) != .seen { look.isDoubtful = true }
        return look
    }

    /// 18.8.19 color: opaque, or (indexed 1 and 9, theme 0) white; nil for others.
    static func colour(_ attributes: XMLAttributes) -> TextColour? {
        if let rgb = attributes["rgb"] { return TextColour(hex: String(rgb.suffix(6))) }
        if let number = attributes.number("indexed") {
            return [1, 9, 65].contains(number) ? .known(.white) : [0, 8, 64].contains(number) ? .known(.black) : nil
        }
        let tint = attributes["tint"].flatMap(Double.init) ?? 0
        guard tint == 0, let theme = attributes.number("theme") else { return nil }
        return [0: .known(.white), 1: .known(.black)][theme]
    }
}
