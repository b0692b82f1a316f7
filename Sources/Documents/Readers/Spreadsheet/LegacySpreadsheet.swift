import Values

/// Workbooks before Excel 2007 (`.xls`), those of WPS Office (`.et`), and others that LibreOffice can read: it makes
/// them OpenDocument workbooks, with what they show. It runs no macros and follows no links there.
enum LegacySpreadsheet {
    static let format = Phrase(zh: "旧版 Excel 工作簿（xls、et）", en: "old Excel workbook (xls, et)")

    private static let package = "libreoffice-calc-nogui"

    enum Kind: String {
        case binary = "input.xls"
        /// The XML of Excel 2003, which many systems export under the name `.xls`.
        case xml = "input.xml"
        case packedBinary = "input.xlsb"
    }

    /// Whether text is the XML of Excel 2003, by its outermost element.
    static func isXML(_ text: [UInt8]) -> Bool {
        let opening = Array(text.prefix(2048))
        return opening.offset(of: Array("<Workbook".utf8)) != nil
            && opening.offset(of: Array("urn:schemas-microsoft-com:office:spreadsheet".utf8)) != nil
    }

    static func reader(of kind: Kind) -> FileFormat.Reader {
        { (file, limits) throws(DocumentError) in try read(file, kind: kind, limits: limits) }
    }

    static func read(
        _ file: FileContent, kind: Kind, limits: Limits, programs: InstalledPrograms = .ofSystem
    ) throws(DocumentError) -> Document {
        guard let office = Office(programs) else {
            throw .converter(.missing(format: format, packages: [package]))
        }
        let converted: [UInt8]
        do {
            converted = try office.convert(file.bytes, kind.rawValue, to: "ods:calc8", limits: limits)
        } catch {
            if file.compound?.isEncryptedWorkbook == true { throw .encrypted(format: format) }
            throw error
        }
        return try OpenDocumentSheets.read(FileContent(converted, name: "input.ods", limits: limits), limits: limits)
    }
}
