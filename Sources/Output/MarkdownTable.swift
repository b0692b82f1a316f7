import Values

/// A table of GitHub Flavored Markdown, padded so that it can also be read as it stands.
struct MarkdownTable: SheetEncoder {
    private var wording: EntryWording

    init(_ language: Language) {
        wording = EntryWording(language)
    }

    mutating func append(_ sheet: Sheet, isFirst: Bool, into bytes: inout [UInt8]) {
        let layout = HeaderLayout(sheet)
        let titles = sheet.columns.enumerated().map { index, column in
            Self.escaped(layout.path(to: index, own: wording.title(column.title), by: wording.title))
        }
        let grid = TextGrid(sheet, titles: titles, wording: &wording, escaping: Self.escaped)
        let widths = grid.widths.map { max(3, $0) }

        if !isFirst { bytes.append(UInt8(ascii: "\n")) }
        if let title = sheet.title { bytes.append(contentsOf: "## \(Self.escaped(wording.title(title)))\n\n".utf8) }
        append(grid.titles, of: sheet, widths: widths, into: &bytes)
        append(rule(of: sheet, widths: widths), of: sheet, widths: widths, into: &bytes)
        for row in grid.rows { append(row, of: sheet, widths: widths, into: &bytes) }
        for note in wording.notes(of: sheet) { bytes.append(contentsOf: "\n\(Self.escaped(note))\n".utf8) }
    }

    mutating func finish(into bytes: inout [UInt8]) {}

    private func append(_ cells: [String], of sheet: Sheet, widths: [Int], into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "|"))
        for (index, cell) in cells.enumerated() {
            let padding = repeatElement(UInt8(ascii: " "), count: widths[index] - DisplayWidth.of(cell))
            bytes.append(UInt8(ascii: " "))
            if sheet.columns[index].kind == .number { bytes.append(contentsOf: padding) }
            bytes.append(contentsOf: cell.utf8)
            if sheet.columns[index].kind == .text { bytes.append(contentsOf: padding) }
            bytes.append(ascii: " |")
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private func rule(of sheet: Sheet, widths: [Int]) -> [String] {
        zip(sheet.columns, widths).map { column, width in
            let hyphens = String(repeating: "-", count: width - 1)
            return column.kind == .number ? hyphens + ":" : hyphens + "-"
        }
    }

    /// Text that Markdown shows as it is. An underscore within a word, as in an indicator's code, means nothing and
    /// stays.
    static func escaped(_ text: String) -> String {
        var result = ""
        var previous: Character = " "
        for (index, character) in zip(text.indices, text) {
            switch character {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\\", "|", "*", "[", "]", "`", "~", "#": result += "\\\(character)"
            case "_" where !(isWord(previous) && isWord(text[text.index(after: index)...].first)):
                result += "\\_"
            default: result.append(character)
            }
            previous = character
        }
        return result
    }

    private static func isWord(_ character: Character?) -> Bool {
        guard let character else { return false }
        return character.isLetter || character.isNumber
    }
}
