import Values

/// Aligned columns for a terminal. In a window, cells are wrapped so that the table fits; what cannot be made to fit is
/// shown as records, a line for each column. Without a window nothing is cut or wrapped: a wide table has long lines.
struct AlignedTable: SheetEncoder {
    private static let gap = 2
    /// Rows that take more lines stand apart from one another.
    private static let closeLines = 3

    private var wording: EntryWording
    private let window: Window?

    init(_ language: Language, _ window: Window? = nil) {
        wording = EntryWording(language)
        self.window = window
    }

    mutating func append(_ sheet: Sheet, isFirst: Bool, into bytes: inout [UInt8]) {
        let grid = TextGrid(sheet, titles: sheet.columns.map { wording.title($0.title) }, wording: &wording)
        let layout = HeaderLayout(sheet)
        if !isFirst { bytes.append(UInt8(ascii: "\n")) }
        if let title = sheet.title { append(lines: wording.title(title), into: &bytes, blank: true) }
        if let widths = widths(grid, sheet, layout) {
            append(grid, of: sheet, layout, widths: widths, into: &bytes)
        } else {
            Records(sheet, grid, layout, wording, window).append(into: &bytes)
        }
        let notes = wording.notes(of: sheet)
        if !notes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        for note in notes { append(lines: note, into: &bytes) }
    }

    mutating func finish(into bytes: inout [UInt8]) {}

    private func append(lines text: String, into bytes: inout [UInt8], blank: Bool = false) {
        for line in window.map({ LineWrap.lines(text, width: $0.width) }) ?? [text] {
            bytes.append(contentsOf: "\(line)\n".utf8)
        }
        if blank { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Nil where the columns have no room side by side.
    private func widths(_ grid: TextGrid, _ sheet: Sheet, _ layout: HeaderLayout) -> [Int]? {
        guard let window else {
            var widths = grid.widths
            for level in layout.levels.reversed() { widen(&widths, for: level) }
            return widths
        }
        guard var widths = ColumnFit.widths(of: grid, sheet.columns, gap: Self.gap, within: window.width) else {
            return nil
        }
        for level in layout.levels.reversed() { widen(&widths, for: level) }
        return widths.reduce(-Self.gap) { $0 + $1 + Self.gap } <= window.width ? widths : nil
    }

    private func append(
        _ grid: TextGrid, of sheet: Sheet, _ layout: HeaderLayout, widths: [Int], into bytes: inout [UInt8]
    ) {
        for level in layout.levels { append(level, widths: widths, into: &bytes) }
        append(wrapped(grid.titles, widths), of: sheet, widths: widths, into: &bytes)
        append([widths.map { String(repeating: "-", count: $0) }], of: sheet, widths: widths, into: &bytes)
        let rows = grid.rows.map { wrapped($0, widths) }
        let isApart = rows.contains { $0.count > Self.closeLines }
        for (number, lines) in rows.enumerated() {
            if isApart, number > 0 { bytes.append(UInt8(ascii: "\n")) }
            append(lines, of: sheet, widths: widths, emphasis: sheet.emphases[number], into: &bytes)
        }
    }

    /// A row's cells as the lines that it takes.
    private func wrapped(_ cells: [String], _ widths: [Int]) -> [[String]] {
        guard window != nil, zip(cells, widths).contains(where: { DisplayWidth.of($0) > $1 }) else { return [cells] }
        let columns = zip(cells, widths).map { LineWrap.lines($0, width: $1) }
        return (0..<(columns.map(\.count).max() ?? 0)).map { line in
            columns.map { line < $0.count ? $0[line] : "" }
        }
    }

    private func append(
        _ lines: [[String]], of sheet: Sheet, widths: [Int], emphasis: Emphasis? = nil, into bytes: inout [UInt8]
    ) {
        let colour = window?.hasColours == true ? emphasis.map(Colour.begin) : nil
        for cells in lines {
            let start = bytes.count
            for (index, cell) in cells.enumerated() {
                if index > 0 { pad(Self.gap, into: &bytes) }
                let padding = widths[index] - DisplayWidth.of(cell)
                if sheet.columns[index].kind == .number { pad(padding, into: &bytes) }
                if index == 0, let colour, !cell.isEmpty {
                    bytes.append(contentsOf: "\(colour)\(cell)\(Colour.end)".utf8)
                } else {
                    bytes.append(contentsOf: cell.utf8)
                }
                if sheet.columns[index].kind == .text { pad(padding, into: &bytes) }
            }
            endLine(from: start, &bytes)
        }
    }

    /// One line of group titles, each in the middle of a line of hyphens as long as what it spans.
    private func append(_ level: [ColumnGroup], widths: [Int], into bytes: inout [UInt8]) {
        let start = bytes.count
        var column = 0
        for group in level {
            pad(widths[column..<group.columns.lowerBound].reduce(0) { $0 + $1 + Self.gap }, into: &bytes)
            let title = wording.title(group.title)
            let hyphens = span(group, widths) - DisplayWidth.of(title)
            pad(hyphens / 2, with: "-", into: &bytes)
            bytes.append(contentsOf: title.utf8)
            pad(hyphens - hyphens / 2, with: "-", into: &bytes)
            pad(Self.gap, into: &bytes)
            column = group.columns.upperBound
        }
        endLine(from: start, &bytes)
    }

    /// Widens the last column of a group whose title is longer than its columns.
    private func widen(_ widths: inout [Int], for level: [ColumnGroup]) {
        for group in level {
            let missing = DisplayWidth.of(wording.title(group.title)) - span(group, widths)
            widths[group.columns.upperBound - 1] += max(0, missing)
        }
    }

    private func span(_ group: ColumnGroup, _ widths: [Int]) -> Int {
        widths[group.columns].reduce(-Self.gap) { $0 + $1 + Self.gap }
    }

    private func pad(_ count: Int, with filling: Unicode.Scalar = " ", into bytes: inout [UInt8]) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: filling), count: max(0, count)))
    }

    private func endLine(from start: Int, _ bytes: inout [UInt8]) {
        while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        bytes.append(UInt8(ascii: "\n"))
    }
}

/// How a terminal is told of colours (ECMA-48, SGR).
enum Colour {
    static let end = "\u{1B}[0m"

    static func begin(_ emphasis: Emphasis) -> String {
        switch emphasis {
        case .grave: "\u{1B}[31m"
        case .doubtful: "\u{1B}[33m"
        case .slight: "\u{1B}[36m"
        }
    }
}
