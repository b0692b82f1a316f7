/// How the cells of a workbook look (ECMA-376 part 1, 18.8), as far as it decides what is read: how numbers are shown,
/// and whether text is struck out or raised.
final class ExcelStyles: XMLEventReader {
    struct Style {
        var format: NumberFormat
        var look: TextLook
    }

    private var codes: [Int: String] = [:]
    private var fonts: [TextLook] = []
    private var formats: [(format: Int, font: Int)] = []
    private var made: [Int: NumberFormat] = [:]
    /// The elements that are open; the parts that are read are the children of the root.
    private var path: [String] = []

    func open(_ name: String, _ attributes: XMLAttributes) {
        switch (path.count > 1 ? path[1] : "", name) {
        case ("numFmts", "numFmt"):
            if let number = attributes.number("numFmtId") { codes[number] = attributes["formatCode"] }
        case ("fonts", "font"): fonts.append(TextLook())
        case ("fonts", "strike"): change { $0.isStruck = ExcelText.isOn(attributes) }
        case ("fonts", "vertAlign"): change { $0.isRaised = ExcelText.isRaised(attributes) }
        case ("cellXfs", "xf"):
            formats.append((attributes.number("numFmtId") ?? 0, attributes.number("fontId") ?? 0))
        default: break
        }
        path.append(name)
    }

    private func change(_ body: (inout TextLook) -> Void) {
        if !fonts.isEmpty { body(&fonts[fonts.count - 1]) }
    }

    func close(_ name: String) { _ = path.popLast() }
    func take(_ text: UnsafeBufferPointer<UInt8>) {}

    /// The style of a number; the plain one where there is none.
    func style(_ number: Int) -> Style {
        guard formats.indices.contains(number) else { return Style(format: format(0), look: TextLook()) }
        let (format, font) = formats[number]
        return Style(format: self.format(format), look: fonts.indices.contains(font) ? fonts[font] : TextLook())
    }

    private func format(_ number: Int) -> NumberFormat {
        if let format = made[number] { return format }
        let format = NumberFormat(codes[number] ?? NumberFormat.builtIn(number))
        made[number] = format
        return format
    }
}
