import CXLSXWriter

/// Lays one sheet out on a worksheet: the title, the header with its merged cells, the rows, and the notes under them.
struct Worksheet {
    private static let widestColumn = 60
    /// Narrower tables leave no room to wrap titles and notes in.
    private static let narrowestText = 48
    /// Points that a line of text takes, in the body and in the title.
    private static let (lineHeight, titleHeight) = (15.0, 20.0)
    /// The tallest row that Excel has.
    private static let tallestRow = 409.0
    /// A double, which is all that a workbook has for numbers, is exact to fifteen digits.
    private static let largestExact: UInt64 = 1_000_000_000_000_000
    private static let paperA4: UInt8 = 9

    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let styles: WorkbookStyles
    private var widths: [Int]
    private var row = 0
    /// The rows of the sheet, as they lie on the worksheet.
    private var body = 0..<0
    /// How many lines the rows take that take more than one.
    private var lineCounts: [Int: Int] = [:]

    /// - Parameter widths: of its columns; see `widths(of:_:)`.
    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ styles: WorkbookStyles, widths: [Int]) {
        self.worksheet = worksheet
        self.styles = styles
        self.widths = widths
    }

    mutating func write(_ sheet: Sheet, _ wording: inout EntryWording) throws {
        try begin(sheet, wording)
        try writeRows(of: sheet, &wording)
        try end(sheet, notes: wording.notes(sheet.footnotes))
    }

    /// What the columns of a sheet take with the rows that it has.
    static func widths(of sheet: Sheet, _ wording: EntryWording) -> [Int] {
        var wording = wording
        var widths = Array(repeating: 6, count: sheet.columns.count)
        func widen(_ column: Int, to width: Int) {
            widths[column] = min(widestColumn, max(widths[column], width + 2))
        }
        let merges = MergeLayout(sheet)
        let layout = HeaderLayout(sheet)
        for (index, column) in sheet.columns.enumerated() where layout.showsTitle(of: index, in: sheet) {
            // A long header over short figures takes two lines.
            let title = PrintWidth.of(wording.title(column.title))
            widen(index, to: column.kind == .number && title > 12 ? max(12, (title + 1) / 2) : title)
        }
        for (place, entries) in sheet.rows.enumerated() {
            for index in sheet.columns.indices where index < entries.count && !merges.isCovered(place, index) {
                guard merges.merge(at: place, index)?.columns.count ?? 1 == 1 else { continue }
                widen(index, to: PrintWidth.of(wording.text(entries[index])))
            }
        }
        return widths
    }

    /// Whether titles and notes are merged over the columns, which have room for them.
    private var mergesLines: Bool { widths.reduce(0, +) >= Self.narrowestText }

    private mutating func writeTitle(_ title: String) throws {
        let style = WorkbookStyles.Style.title(isWrapped: mergesLines)
        if mergesLines { merge(rows: row..<row + 1, columns: 0..<widths.count, style) }
        try write(title, at: 0, style)
        // Its letters are half as large again.
        let lines = mergesLines ? PrintWidth.lines(title, width: widths.reduce(0, +) * 2 / 3) : 1
        worksheet_set_row(worksheet, UInt32(row), Self.titleHeight * Double(lines), nil)
        row += 1
    }

    private mutating func writeNote(_ note: String) throws {
        let style = WorkbookStyles.Style.note(isWrapped: mergesLines)
        if mergesLines {
            merge(rows: row..<row + 1, columns: 0..<widths.count, style)
            wrap(note, from: row, rows: 1, 0..<widths.count)
        }
        try write(note, at: 0, style)
        setHeights()
        row += 1
    }

    private mutating func writeHeader(of sheet: Sheet, _ wording: EntryWording) throws {
        let layout = HeaderLayout(sheet)
        for (level, groups) in layout.levels.enumerated() {
            for group in groups {
                let end = layout.isWhole(group, in: sheet) ? layout.levels.count + 1 : level + 1
                merge(rows: row + level..<row + end, columns: group.columns, .header)
                let title = wording.title(group.title)
                try write(title, at: group.columns.lowerBound, down: level, .header)
                wrap(title, from: row + level, rows: end - level, group.columns)
            }
        }
        for (index, column) in sheet.columns.enumerated() where layout.showsTitle(of: index, in: sheet) {
            let level = layout.titleLevels[index]
            let title = wording.title(column.title)
            merge(rows: row + level..<row + layout.levels.count + 1, columns: index..<index + 1, .header)
            try write(title, at: index, down: level, .header)
            wrap(title, from: row + level, rows: layout.levels.count + 1 - level, index..<index + 1)
        }
        row += layout.levels.count + 1
    }

    private mutating func writeRows(of sheet: Sheet, _ wording: inout EntryWording) throws {
        let merges = MergeLayout(sheet)
        let rows = row + sheet.rows.count
        if rows > OutputError.WorkbookLimit.rows.rawValue { throw OutputError.tooLarge(.rows, actual: rows) }
        for merge in merges.merges {
            self.merge(
                rows: row + merge.rows.lowerBound..<row + merge.rows.upperBound, columns: merge.columns, .text)
        }
        for (index, entries) in sheet.rows.enumerated() {
            for (column, definition) in sheet.columns.enumerated() where !merges.isCovered(index, column) {
                let entry = column < entries.count ? entries[column] : .empty
                let text = try write(entry, at: column, definition.kind, &wording)
                let merge = merges.merge(at: index, column)
                wrap(text, from: row, rows: merge?.rows.count ?? 1, merge?.columns ?? column..<column + 1)
            }
            row += 1
        }
        body = body.lowerBound..<row
    }

    /// Writes the entry and returns what people see of it.
    private func write(
        _ entry: Entry, at column: Int, _ kind: Column.Kind, _ wording: inout EntryWording
    ) throws -> String {
        let text = wording.text(entry)
        if case .number(let number) = entry, number.units.magnitude < Self.largestExact {
            let format = styles.format(.number(wording.affix(number), digits: WorkbookStyles.Digits(number)))
            let value = Double(number.units) / Double(number.scale.divisor)
            worksheet_write_number(worksheet, UInt32(row), UInt16(column), value, format)
        } else if case .decimal(let digits) = entry, let value = Double(digits) {
            let format = styles.format(.number(Affix(), digits: .asTheyAre))
            worksheet_write_number(worksheet, UInt32(row), UInt16(column), value, format)
        } else {
            try write(text, at: column, kind == .number ? .gap : .text)
        }
        return text
    }

    /// Writes text as text, whatever it looks like.
    private func write(_ text: String, at column: Int, down: Int = 0, _ style: WorkbookStyles.Style) throws {
        let most = OutputError.WorkbookLimit.characters.rawValue
        if text.utf8.count > most, case let length = text.unicodeScalars.count, length > most {
            throw OutputError.tooLarge(.characters, actual: length)
        }
        let written = WorkbookText.escaped(text)
        worksheet_write_string(worksheet, UInt32(row + down), UInt16(column), written, styles.format(style))
    }

    /// The merge comes before its cell's content, which would be replaced by it. A merge of one cell is none.
    private func merge(rows: Range<Int>, columns: Range<Int>, _ style: WorkbookStyles.Style) {
        guard rows.count * columns.count > 1 else { return }
        worksheet_merge_range(
            worksheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound - 1),
            UInt16(columns.upperBound - 1), "", styles.format(style))
    }

    /// Makes rows as tall as a text in them wants: no office program does that for merged cells.
    private mutating func wrap(_ text: String, from row: Int, rows: Int, _ columns: Range<Int>) {
        let width = max(4, widths[columns].reduce(0, +) - 1)
        guard PrintWidth.of(text) > width else { return }
        let lines = PrintWidth.lines(text, width: width)
        // What is merged over several rows has the height of them all.
        let share = (lines + rows - 1) / rows
        for row in row..<row + rows { lineCounts[row] = max(lineCounts[row] ?? 1, share) }
    }

    private mutating func setHeights() {
        for (row, lines) in lineCounts where lines > 1 {
            worksheet_set_row(worksheet, UInt32(row), min(Self.tallestRow, Self.lineHeight * Double(lines) + 3), nil)
        }
        lineCounts = [:]
    }

    /// Column widths, and for print A4 paper with all columns on the page and the header on each.
    private func setPage() {
        for (index, width) in widths.enumerated() {
            worksheet_set_column(worksheet, UInt16(index), UInt16(index), Double(width), nil)
        }
        worksheet_set_paper(worksheet, Self.paperA4)
        if widths.reduce(0, +) > 90 { worksheet_set_landscape(worksheet) }
        worksheet_fit_to_pages(worksheet, 1, 0)
    }
}

// MARK: Parts of a sheet

/// A long sheet is written row by row and downwards only, since every row is out of reach once the next one has begun.
extension Worksheet {
    mutating func begin(_ sheet: Sheet, _ wording: EntryWording) throws {
        if let title = sheet.title { try writeTitle(wording.title(title)) }
        let header = row
        try writeHeader(of: sheet, wording)
        setHeights()
        worksheet_freeze_panes(worksheet, UInt32(row), 0)
        worksheet_repeat_rows(worksheet, UInt32(header), UInt32(row - 1))
        body = row..<row
    }

    mutating func add(_ entries: [Entry], of sheet: Sheet, _ wording: inout EntryWording) throws {
        for (column, definition) in sheet.columns.enumerated() {
            _ = try write(column < entries.count ? entries[column] : .empty, at: column, definition.kind, &wording)
        }
        row += 1
        body = body.lowerBound..<row
    }

    mutating func end(_ sheet: Sheet, notes: [String]) throws {
        setHeights()
        // Before the notes, behind which the rows are out of reach.
        if sheet.merges.isEmpty, body.count > 1, !sheet.columns.isEmpty {
            worksheet_autofilter(
                worksheet, UInt32(body.lowerBound - 1), 0, UInt32(body.upperBound - 1),
                UInt16(sheet.columns.count - 1))
        }
        if !notes.isEmpty { row += 1 }
        for note in notes { try writeNote(note) }
        setPage()
    }
}
