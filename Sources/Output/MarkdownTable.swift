import Values

/// A table of GitHub Flavored Markdown, padded so that it can also be read as it stands.
struct MarkdownTable: SheetEncoder {
    private var wording: EntryWording
    private var sheet = Sheet(columns: [])
    private var grid = TextGrid(titles: [])

    init(_ language: Language) {
        wording = EntryWording(language)
    }

    mutating func begin(_ sheet: Sheet, isFirst: Bool, to output: OutputBuffer) {
        self.sheet = sheet
        let layout = HeaderLayout(sheet)
        let titles = sheet.columns.enumerated().map { index, column in
            Self.escaped(layout.path(to: index, own: wording.title(column.title), by: wording.title))
        }
        grid = TextGrid(titles: titles)
        if !isFirst { output.bytes.append(UInt8(ascii: "\n")) }
        guard let title = sheet.title else { return }
        output.bytes.append(contentsOf: "## \(Self.escaped(wording.title(title)))\n\n".utf8)
    }

    mutating func append(_ row: [Entry], _ emphasis: Emphasis?, to output: OutputBuffer) throws {
        try grid.append(row, nil, wording: &wording, escapes: Self.escapes, escaping: Self.escaped)
    }

    mutating func end(footnotes: [Phrase], to output: OutputBuffer) throws {
        let widths = grid.widths.map { max(3, $0) }
        append(grid.titles, widths: widths, into: &output.bytes)
        append(rule(widths: widths), widths: widths, into: &output.bytes)
        try grid.visit { cells, _ in
            append(cells, widths: widths, into: &output.bytes)
            try output.flushIfFull()
        }
        grid = TextGrid(titles: [])
        for note in wording.notes(footnotes) { output.bytes.append(contentsOf: "\n\(Self.escaped(note))\n".utf8) }
    }

    mutating func finish(to output: OutputBuffer) {}

    private func append(_ cells: [some MeasuredText], widths: [Int], into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "|"))
        for (index, cell) in cells.enumerated() {
            let padding = widths[index] - cell.width
            bytes.append(UInt8(ascii: " "))
            if sheet.columns[index].kind == .number { bytes.append(spaces: padding) }
            cell.append(to: &bytes)
            if sheet.columns[index].kind == .text { bytes.append(spaces: padding) }
            bytes.append(ascii: " |")
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private func rule(widths: [Int]) -> [String] {
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

    /// What `escaped` does not leave as it is.
    private static let escapes = Escapes("<>&\\|*[]`~#_", leavesInnerUnderscores: true)

    private static func isWord(_ character: Character?) -> Bool {
        guard let character else { return false }
        return character.isLetter || character.isNumber
    }
}
