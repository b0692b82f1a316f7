import CXLSXWriter

/// Lays one sheet out on a worksheet: the title, the header with its merged cells, the rows, and the notes under them.
struct Worksheet {
    private static let widestColumn = 60
    /// A double, which is all that a workbook has for numbers, is exact to fifteen digits.
    private static let largestExact: UInt64 = 1_000_000_000_000_000
    private static let paperA4: UInt8 = 9

    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let styles: WorkbookStyles
    private var widths: [Int]
    private var row = 0

    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ styles: WorkbookStyles, columns: Int) {
        self.worksheet = worksheet
        self.styles = styles
        widths = Array(repeating: 6, count: columns)
    }

    mutating func write(_ sheet: Sheet, _ wording: inout EntryWording) throws {
        if let title = sheet.title {
            try write(wording.title(title), at: 0, .title)
            row += 1
        }
        let header = row
        try writeHeader(of: sheet, wording)
        worksheet_freeze_panes(worksheet, UInt32(row), 0)
        worksheet_repeat_rows(worksheet, UInt32(header), UInt32(row - 1))
        try writeRows(of: sheet, &wording)
        let notes = wording.notes(of: sheet)
        if !notes.isEmpty { row += 1 }
        for note in notes {
            try write(note, at: 0, .note)
            row += 1
        }
        setPage()
    }

    private mutating func writeHeader(of sheet: Sheet, _ wording: EntryWording) throws {
        let layout = HeaderLayout(sheet)
        for (level, groups) in layout.levels.enumerated() {
            for group in groups {
                let end = layout.isWhole(group, in: sheet) ? layout.levels.count + 1 : level + 1
                merge(rows: row + level..<row + end, columns: group.columns, .header)
                try write(wording.title(group.title), at: group.columns.lowerBound, down: level, .header)
            }
        }
        for (index, column) in sheet.columns.enumerated() where layout.showsTitle(of: index, in: sheet) {
            let level = layout.titleLevels[index]
            let title = wording.title(column.title)
            merge(rows: row + level..<row + layout.levels.count + 1, columns: index..<index + 1, .header)
            try write(title, at: index, down: level, .header)
            widen(index, for: title)
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
                if merges.merge(at: index, column)?.columns.count ?? 1 == 1 { widen(column, for: text) }
            }
            row += 1
        }
    }

    /// Writes the entry and returns what people see of it.
    private func write(
        _ entry: Entry, at column: Int, _ kind: Column.Kind, _ wording: inout EntryWording
    ) throws -> String {
        let text = wording.text(entry)
        if case .number(let number) = entry, number.units.magnitude < Self.largestExact {
            let affix = wording.affix(number)
            let format = styles.format(.number(before: affix.before, after: affix.after))
            let value = Double(number.units) / Double(number.scale.divisor)
            worksheet_write_number(worksheet, UInt32(row), UInt16(column), value, format)
        } else if case .decimal(let digits) = entry, let value = Double(digits) {
            let format = styles.format(.number(before: "", after: ""))
            worksheet_write_number(worksheet, UInt32(row), UInt16(column), value, format)
        } else {
            try write(text, at: column, kind == .number ? .gap : .text)
        }
        return text
    }

    /// Writes text as text, whatever it looks like.
    private func write(_ text: String, at column: Int, down: Int = 0, _ style: WorkbookStyles.Style) throws {
        let length = text.unicodeScalars.count
        if length > OutputError.WorkbookLimit.characters.rawValue {
            throw OutputError.tooLarge(.characters, actual: length)
        }
        worksheet_write_string(worksheet, UInt32(row + down), UInt16(column), text, styles.format(style))
    }

    /// The merge comes before its cell's content, which would be replaced by it. A merge of one cell is none.
    private func merge(rows: Range<Int>, columns: Range<Int>, _ style: WorkbookStyles.Style) {
        guard rows.count * columns.count > 1 else { return }
        worksheet_merge_range(
            worksheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound - 1),
            UInt16(columns.upperBound - 1), "", styles.format(style))
    }

    private mutating func widen(_ column: Int, for text: String) {
        widths[column] = min(Self.widestColumn, max(widths[column], DisplayWidth.of(text) + 2))
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

// MARK: Parts of a long sheet

/// Row by row and downwards only, since every row is out of reach once the next one has begun.
extension Worksheet {
    /// What the columns of a sheet's rows take, their titles included.
    static func widths(of sheet: Sheet, _ wording: EntryWording) -> [Int] {
        var wording = wording
        return sheet.columns.enumerated().map { index, column in
            var widest = max(4, DisplayWidth.of(wording.title(column.title)))
            for row in sheet.rows where index < row.count {
                widest = max(widest, DisplayWidth.of(wording.text(row[index])))
            }
            return min(widestColumn, widest + 2)
        }
    }

    mutating func beginPart(of sheet: Sheet, _ wording: EntryWording, widths: [Int]) throws {
        self.widths = widths
        if let title = sheet.title {
            try write(wording.title(title), at: 0, .header)
            row += 1
        }
        for (index, column) in sheet.columns.enumerated() { try write(wording.title(column.title), at: index, .header) }
        worksheet_repeat_rows(worksheet, UInt32(row), UInt32(row))
        row += 1
        worksheet_freeze_panes(worksheet, UInt32(row), 0)
    }

    mutating func add(_ entries: [Entry], of sheet: Sheet, _ wording: inout EntryWording) throws {
        for (column, definition) in sheet.columns.enumerated() {
            _ = try write(column < entries.count ? entries[column] : .empty, at: column, definition.kind, &wording)
        }
        row += 1
    }

    mutating func addNotes(of sheet: Sheet, _ wording: inout EntryWording) throws {
        let notes = wording.notes(of: sheet)
        if !notes.isEmpty { row += 1 }
        for note in notes {
            try write(note, at: 0, .text)
            row += 1
        }
    }

    func endPart() { setPage() }
}
