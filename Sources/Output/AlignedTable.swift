import Values

/// Aligned columns for a terminal. Nothing is cut or wrapped: a table wider than the terminal has long lines.
struct AlignedTable: SheetEncoder {
    private static let gap = 2

    private var wording: EntryWording

    init(_ language: Language) {
        wording = EntryWording(language)
    }

    mutating func append(_ sheet: Sheet, isFirst: Bool, into bytes: inout [UInt8]) {
        let grid = TextGrid(sheet, titles: sheet.columns.map { wording.title($0.title) }, wording: &wording)
        var widths = grid.widths
        let layout = HeaderLayout(sheet)
        for level in layout.levels.reversed() { widen(&widths, for: level) }

        if !isFirst { bytes.append(UInt8(ascii: "\n")) }
        if let title = sheet.title { bytes.append(contentsOf: "\(wording.title(title))\n\n".utf8) }
        for level in layout.levels { append(level, widths: widths, into: &bytes) }
        append(grid.titles, of: sheet, widths: widths, into: &bytes)
        append(widths.map { String(repeating: "-", count: $0) }, of: sheet, widths: widths, into: &bytes)
        for row in grid.rows { append(row, of: sheet, widths: widths, into: &bytes) }

        let notes = wording.notes(of: sheet)
        if !notes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        for note in notes { bytes.append(contentsOf: "\(note)\n".utf8) }
    }

    mutating func finish(into bytes: inout [UInt8]) {}

    private func append(_ cells: [String], of sheet: Sheet, widths: [Int], into bytes: inout [UInt8]) {
        let start = bytes.count
        for (index, cell) in cells.enumerated() {
            if index > 0 { pad(Self.gap, into: &bytes) }
            let padding = widths[index] - DisplayWidth.of(cell)
            if sheet.columns[index].kind == .number { pad(padding, into: &bytes) }
            bytes.append(contentsOf: cell.utf8)
            if sheet.columns[index].kind == .text { pad(padding, into: &bytes) }
        }
        endLine(from: start, &bytes)
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
