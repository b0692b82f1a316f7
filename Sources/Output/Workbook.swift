import CXLSXWriter
import Glibc
import Values

/// An Excel workbook with a worksheet for every sheet. The same sheets give the same bytes at any time.
struct Workbook: SheetEncoder {
    /// So many worksheets have one before them that lists them.
    private static let contentsFrom = 4

    /// Of all worksheets together.
    private static let mostRowsHeld = 3 * LongWorkbook.rowsHeld

    private let language: Language
    private var sheets: [Sheet] = []
    private var rowsHeld = 0
    /// Takes over where the rows are many.
    private var long: LongWorkbook?

    init(_ language: Language) {
        self.language = language
    }

    mutating func begin(_ sheet: Sheet, isFirst: Bool, to output: OutputBuffer) throws {
        if sheet.columns.count > OutputError.WorkbookLimit.columns.rawValue {
            throw OutputError.tooLarge(.columns, actual: sheet.columns.count)
        }
        var sheet = sheet
        let rows = sheet.rows.indices
        sheet.merges = sheet.merges.map { Merge(rows: $0.rows.clamped(to: rows), columns: $0.columns) }
        sheet.rows = []
        if let long { try long.begin(sheet) } else { sheets.append(sheet) }
    }

    mutating func append(_ row: [Entry], _ emphasis: Emphasis?, to output: OutputBuffer) throws {
        if let long { return try long.add(row) }
        sheets[sheets.count - 1].rows.append(row)
        rowsHeld += 1
        let isLong = sheets[sheets.count - 1].rows.count >= LongWorkbook.rowsHeld || rowsHeld >= Self.mostRowsHeld
        guard isLong, sheets.allSatisfy(LongWorkbook.canHold) else { return }
        let long = try LongWorkbook(sheets[0], language)
        for sheet in sheets.dropFirst() { try long.begin(sheet) }
        self.long = long
        sheets = []
    }

    mutating func end(footnotes: [Phrase], to output: OutputBuffer) {
        if let long { long.end(footnotes: footnotes) } else { sheets[sheets.count - 1].footnotes = footnotes }
    }

    mutating func finish(to output: OutputBuffer) throws {
        func handOver(_ bytes: UnsafeRawBufferPointer) throws {
            output.bytes.append(contentsOf: bytes)
            try output.flushIfFull()
        }
        if let long { return try long.finish(to: handOver) }
        let file = try WorkbookFile()
        try write(to: file)
        try file.copy(to: handOver)
    }

    /// 1980 is the first year of a zip archive's clock and what the library gives the files inside.
    static func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>) {
        var properties = lxw_doc_properties()
        properties.created = 315_532_800
        // So that it is not taken for a report.
        let name = strdup(Generator.name)
        defer { free(name) }
        properties.comments = name
        workbook_set_properties(workbook, &properties)
    }

    private func write(to file: WorkbookFile) throws {
        let path = file.path
        guard let workbook = workbook_new(path) else { throw OutputError.cannotCreate(path: path, code: ENOMEM) }
        do {
            Self.setProperties(of: workbook)
            let styles = WorkbookStyles(workbook)
            var names = WorksheetNames(language)
            var wording = EntryWording(language)
            let contents = sheets.count >= Self.contentsFrom ? WorkbookContents(workbook, styles, wording, &names) : nil
            for sheet in sheets {
                let name = names.name(for: (sheet.name ?? sheet.title).map(wording.title) ?? "")
                contents?.add(sheet, name, wording)
                guard let worksheet = workbook_add_worksheet(workbook, name) else {
                    throw OutputError.cannotCreate(path: path, code: ENOMEM)
                }
                var writer = Worksheet(worksheet, styles, widths: Worksheet.widths(of: sheet, wording))
                try writer.write(sheet, &wording)
            }
        } catch {
            lxw_workbook_free(workbook)
            throw error
        }
        try file.close(workbook)
    }
}
