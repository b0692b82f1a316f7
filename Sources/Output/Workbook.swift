import CXLSXWriter
import Glibc
import Values

/// An Excel workbook with a worksheet for every sheet. The same sheets give the same bytes at any time.
struct Workbook: SheetEncoder {
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

    /// The library writes to a named file only, so one is made, read back and taken away again.
    mutating func finish(into bytes: inout [UInt8]) throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
        var path = Array("\(folder)/nianbao-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard descriptor >= 0 else { throw OutputError.cannotCreate(path: name, code: errno) }
        PartFile.hold(descriptor, name)
        defer {
            close(descriptor)
            PartFile.discard(name)
        }
        try write(to: name)
        try Self.read(name, into: &bytes)
    }

    private func write(to path: String) throws {
        guard let workbook = workbook_new(path) else { throw OutputError.cannotCreate(path: path, code: ENOMEM) }
        do {
            var properties = lxw_doc_properties()
            // 1980 is the first year of a zip archive's clock and what the library gives the files inside.
            properties.created = 315_532_800
            workbook_set_properties(workbook, &properties)
            let styles = WorkbookStyles(workbook)
            var names = WorksheetNames(language)
            var wording = EntryWording(language)
            for sheet in sheets {
                let name = names.name(for: sheet.title.map(wording.title) ?? "")
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
        errno = 0
        guard workbook_close(workbook) == LXW_NO_ERROR else {
            throw OutputError.cannotWrite(path: path, code: errno == 0 ? EIO : errno)
        }
    }

    private static func read(_ path: String, into bytes: inout [UInt8]) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError.cannotWrite(path: path, code: errno) }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                bytes.append(contentsOf: buffer[..<count])
            } else if errno != EINTR {
                throw OutputError.cannotWrite(path: path, code: errno)
            }
        }
    }
}
