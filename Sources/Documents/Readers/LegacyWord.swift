import Values

/// Word files before 2007 (`.doc`), those of WPS Office (`.wps`), and rich text under either name.
///
/// LibreOffice makes them docx, with their tables. Without it catdoc gives their text, with tables flattened.
enum LegacyWord {
    static let format = Phrase(zh: "旧版 Word 文档（doc、wps）", en: "old Word file (doc, wps)")

    static let openDocument = Phrase(zh: " OpenDocument 文档（odt）", en: "OpenDocument text (odt)")

    private static let package = "libreoffice-writer-nogui"

    enum Kind: String {
        case word = "input.doc"
        case richText = "input.rtf"
        /// A compound file without a Word document, as Microsoft Works writes it.
        case works = "input.wps"
        /// A text of LibreOffice and others.
        case openDocument = "input.odt"

        fileprivate var encoding: String {
            switch self {
            case .word, .works: "UTF-16LE"
            case .richText: "US-ASCII"
            case .openDocument: "UTF-8"
            }
        }
        fileprivate var isWord: Bool { self == .word || self == .richText }
        fileprivate var format: Phrase { self == .openDocument ? LegacyWord.openDocument : LegacyWord.format }
    }

    static func reader(of kind: Kind) -> FileFormat.Reader {
        { (file, limits) throws(DocumentError) in try read(file.bytes, kind: kind, limits: limits) }
    }

    static func read(
        _ bytes: [UInt8], kind: Kind, limits: Limits, programs: InstalledPrograms = .ofSystem
    ) throws(DocumentError) -> Document {
        var document: Document
        if let office = Office(programs) {
            let docx = try office.convert(bytes, kind.rawValue, to: "docx:MS Word 2007 XML", limits: limits)
            document = try Word.read(FileContent(docx, name: "input.docx", limits: limits), limits: limits)
        } else if kind.isWord, let catdoc = programs.first(of: "catdoc") {
            document = try extract(bytes, kind, with: catdoc, limits: limits)
        } else {
            throw .converter(.missing(format: kind.format, packages: kind.isWord ? [package, "catdoc"] : [package]))
        }
        document.encoding = kind.encoding
        return document
    }

    private static func extract(
        _ bytes: [UInt8], _ kind: Kind, with catdoc: String, limits: Limits
    ) throws(DocumentError) -> Document {
        let folder = try WorkFolder()
        try folder.write(bytes, to: kind.rawValue)
        let converter = Converter(
            program: catdoc, arguments: ["-w", "-d", "utf-8", kind.rawValue], folder: folder, limits: limits)
        try converter.run()
        guard let text = try converter.output("stdout"), text.contains(where: { $0 > 0x20 }) else {
            throw .noText(format: format)
        }
        var document = try PlainText.document(of: DecodedText(decoding: text), limits)
        document.notices = [.tablesFlattened(program: "catdoc", better: package)]
        return document
    }
}
