import CXLSXWriter
import Glibc
import Values

/// An Excel workbook with a worksheet for every sheet. The same sheets give the same bytes at any time.
struct Workbook: SheetEncoder {
    /// So many worksheets have one before them that lists them.
    private static let contentsFrom = 4

    private let language: Language
    private var sheets: [Sheet] = []

    init(_ language: Language) {
        self.language = language
    }

    mutating func append(_ sheet: Sheet, isFirst: Bool, into bytes: inout [UInt8]) throws {
        if sheet.columns.count > OutputError.WorkbookLimit.columns.rawValue {
            throw OutputError.tooLarge(.columns, actual: sheet.columns.count)
        }
        sheets.append(sheet)
    }

    mutating func finish(into bytes: inout [UInt8]) throws {
        let file = try WorkbookFile()
        try write(to: file)
        try file.copy { bytes.append(contentsOf: $0) }
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
                var writer = Worksheet(worksheet, styles, columns: sheet.columns.count)
                try writer.write(sheet, &wording)
            }
        } catch {
            lxw_workbook_free(workbook)
            throw error
        }
        try file.close(workbook)
    }
}
