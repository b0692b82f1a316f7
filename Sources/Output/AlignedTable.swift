import Values

/// Aligned columns for a terminal. In a window, cells are wrapped so that the table fits; what cannot be made to fit is
/// shown as records, a line for each column. Without a window nothing is cut or wrapped: a wide table has long lines.
struct AlignedTable: SheetEncoder {
    private static let gap = 2
    /// Rows that take more lines stand apart from one another.
    private static let closeLines = 3

    private var wording: EntryWording
    private let window: Window?
    private var sheet = Sheet(columns: [])
    private var grid = TextGrid(titles: [])

    init(_ language: Language, _ window: Window? = nil) {
        wording = EntryWording(language)
        self.window = window
    }

    mutating func begin(_ sheet: Sheet, isFirst: Bool, to output: OutputBuffer) {
        self.sheet = sheet
        grid = TextGrid(titles: sheet.columns.map { wording.title($0.title) })
        if !isFirst { output.bytes.append(UInt8(ascii: "\n")) }
    }

    mutating func append(_ row: [Entry], _ emphasis: Emphasis?, to output: OutputBuffer) throws {
        try grid.append(row, emphasis, wording: &wording)
    }

    mutating func end(footnotes: [Phrase], to output: OutputBuffer) throws {
        let notes = wording.notes(footnotes)
        if grid.count == 0 {
            grid = TextGrid(titles: [])
            return appendEmpty(notes, to: output)
        }
        let left = try narrow()
        let layout = HeaderLayout(sheet)
        if let title = sheet.title { append(lines: wording.title(title), into: &output.bytes, blank: true) }
        if let widths = widths(layout) {
            try append(layout, widths: widths, to: output)
        } else {
            try Records(grid, layout, wording, window).append(to: output)
        }
        grid = TextGrid(titles: [])
        let all = notes + (left.map { [$0] } ?? [])
        if !all.isEmpty { output.bytes.append(UInt8(ascii: "\n")) }
        for note in all { append(lines: note, into: &output.bytes) }
    }

    /// Of a table without rows the notes say why.
    private mutating func appendEmpty(_ notes: [String], to output: OutputBuffer) {
        if let title = sheet.title { append(lines: wording.title(title), into: &output.bytes, blank: true) }
        let nothing = wording.title(Phrase(zh: "（无）", en: "(nothing)"))
        for note in notes.isEmpty ? [nothing] : notes { append(lines: note, into: &output.bytes) }
    }

    /// Leaves out columns that the window may go without, the last ones first, as long as there is no room for all and
    /// there is for the rest. Says which.
    private mutating func narrow() throws -> String? {
        guard widths(HeaderLayout(sheet)) == nil, sheet.groups.isEmpty else { return nil }
        let (whole, wholeGrid) = (sheet, grid)
        let spare = sheet.columns.indices.filter { sheet.columns[$0].isSpare }.reversed()
        var left: Set<Int> = []
        for column in spare {
            left.insert(column)
            let kept = whole.columns.indices.filter { !left.contains($0) }
            sheet.columns = kept.map { whole.columns[$0] }
            grid = wholeGrid.measures(of: kept)
            guard widths(HeaderLayout(sheet)) != nil else { continue }
            grid = try wholeGrid.keeping(kept)
            let titles = left.sorted().map { wholeGrid.titles[$0] }
            return wording.title(
                Phrase(
                    zh: "窗口较窄，没有列出：\(titles.joined(separator: "、"))",
                    en: "left out for want of room: \(titles.joined(separator: ", "))"))
        }
        (sheet, grid) = (whole, wholeGrid)
        return nil
    }

    mutating func finish(to output: OutputBuffer) {}

    private func append(lines text: String, into bytes: inout [UInt8], blank: Bool = false) {
        for line in window.map({ LineWrap.lines(text, width: $0.width) }) ?? [text] {
            bytes.append(contentsOf: "\(line)\n".utf8)
        }
        if blank { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Nil where the columns have no room side by side.
    private func widths(_ layout: HeaderLayout) -> [Int]? {
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

    private func append(_ layout: HeaderLayout, widths: [Int], to output: OutputBuffer) throws {
        for level in layout.levels { append(level, widths: widths, into: &output.bytes) }
        append(lines(of: grid.titles, widths), widths: widths, into: &output.bytes)
        append([widths.map { String(repeating: "-", count: $0) }], widths: widths, into: &output.bytes)
        var isApart = false
        if window != nil {
            try grid.visit { cells, _ in
                isApart = isApart || isWrapped(cells, widths) && wrapped(cells, widths).count > Self.closeLines
            }
        }
        var isFirst = true
        try grid.visit { cells, emphasis in
            if isApart, !isFirst { output.bytes.append(UInt8(ascii: "\n")) }
            isFirst = false
            if isWrapped(cells, widths) {
                append(wrapped(cells, widths), widths: widths, emphasis: emphasis, into: &output.bytes)
            } else {
                append(cells, widths: widths, emphasis: emphasis, into: &output.bytes)
            }
            try output.flushIfFull()
        }
    }

    private func isWrapped(_ cells: [some MeasuredText], _ widths: [Int]) -> Bool {
        window != nil && zip(cells, widths).contains { $0.width > $1 }
    }

    private func wrapped(_ cells: [GridCell], _ widths: [Int]) -> [[String]] { lines(of: cells.map(\.text), widths) }

    /// A row's cells as the lines that it takes.
    private func lines(of cells: [String], _ widths: [Int]) -> [[String]] {
        guard isWrapped(cells, widths) else { return [cells] }
        let columns = zip(cells, widths).map { LineWrap.lines($0, width: $1) }
        return (0..<(columns.map(\.count).max() ?? 0)).map { line in
            columns.map { line < $0.count ? $0[line] : "" }
        }
    }

    private func append(
        _ lines: [[String]], widths: [Int], emphasis: Emphasis? = nil, into bytes: inout [UInt8]
    ) {
        for cells in lines { append(cells, widths: widths, emphasis: emphasis, into: &bytes) }
    }

    private func append(
        _ cells: [some MeasuredText], widths: [Int], emphasis: Emphasis?, into bytes: inout [UInt8]
    ) {
        let colour = window?.hasColours == true ? emphasis.map(Colour.begin) : nil
        let start = bytes.count
        for (index, cell) in cells.enumerated() {
            if index > 0 { pad(Self.gap, into: &bytes) }
            let padding = widths[index] - cell.width
            if sheet.columns[index].kind == .number { pad(padding, into: &bytes) }
            if index == 0, let colour, !cell.isEmpty {
                bytes.append(contentsOf: colour.utf8)
                cell.append(to: &bytes)
                bytes.append(contentsOf: Colour.end.utf8)
            } else {
                cell.append(to: &bytes)
            }
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
        if filling == " " { return bytes.append(spaces: count) }
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
