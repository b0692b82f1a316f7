import CXLSXWriter
import Glibc
import Values

/// A workbook of a list that is too long to be held in memory: its rows are written as they come, on as many worksheets
/// as they take, each under the header. The columns are as wide as the first rows want.
final class LongWorkbook {
    /// Until so many rows a sheet is laid out as a whole.
    static let rowsHeld = 20_000

    private let rowsOfWorksheet: Int
    private var sheet: Sheet
    private let file: WorkbookFile
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let styles: WorkbookStyles
    private var names: WorksheetNames
    private var wording: EntryWording
    private var widths: [Int] = []
    private var worksheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private var part: Worksheet?
    private var rows = 0
    private var isClosed = false

    /// Whether rows of a sheet can be written one after the other: what spans several is written back and forth.
    static func canHold(_ sheet: Sheet) -> Bool { sheet.groups.isEmpty && sheet.merges.isEmpty }

    /// - Parameter sheet: with its first rows.
    init(_ sheet: Sheet, _ language: Language, rowsOfWorksheet: Int = 1_000_000) throws {
        self.rowsOfWorksheet = rowsOfWorksheet
        file = try WorkbookFile()
        let folder = strdup(PartFile.temporaryFolder)
        defer { free(folder) }
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
        guard let workbook = workbook_new_opt(file.path, &options) else {
            throw OutputError.cannotCreate(path: file.path, code: ENOMEM)
        }
        self.workbook = workbook
        Workbook.setProperties(of: workbook)
        styles = WorkbookStyles(workbook)
        names = WorksheetNames(language)
        wording = EntryWording(language)
        self.sheet = sheet
        try begin(sheet)
    }

    /// Starts a sheet after the last one, with its first rows.
    func begin(_ sheet: Sheet) throws {
        try endSheet()
        widths = Worksheet.widths(of: sheet, wording)
        self.sheet = sheet
        self.sheet.rows = []
        try startWorksheet()
        for row in sheet.rows { try add(row) }
    }

    deinit { if !isClosed { lxw_workbook_free(workbook) } }

    func add(_ row: [Entry]) throws {
        if rows == rowsOfWorksheet { try startWorksheet() }
        try part?.add(row, of: sheet, &wording)
        rows += 1
    }

    /// Says what stands below the sheet's last row.
    func end(footnotes: [Phrase]) { sheet.footnotes = footnotes }

    private func startWorksheet() throws {
        try part?.end(sheet, notes: [])
        rows = 0
        let name = names.name(for: (sheet.name ?? sheet.title).map(wording.title) ?? "")
        guard let worksheet = workbook_add_worksheet(workbook, name) else {
            throw OutputError.cannotCreate(path: file.path, code: ENOMEM)
        }
        worksheets.append(worksheet)
        var part = Worksheet(worksheet, styles, widths: widths)
        try part.begin(sheet, wording)
        self.part = part
    }

    private func endSheet() throws {
        try part?.end(sheet, notes: wording.notes(sheet.footnotes))
        part = nil
    }

    func finish(to sink: ByteSink) throws {
        try endSheet()
        // The library does not look whether its own files were written.
        for worksheet in worksheets {
            guard let rows = worksheet.pointee.optimize_tmpfile else { continue }
            errno = 0
            if fflush(rows) != 0 || ferror(rows) != 0 {
                throw OutputError.cannotWrite(path: file.path, code: errno == 0 ? EIO : errno)
            }
        }
        isClosed = true
        try file.close(workbook)
        try file.copy(to: sink)
    }
}
