import Values

/// Word files before 2007 (`.doc`), those of WPS Office (`.wps`), and rich text under either name.
///
/// LibreOffice makes them docx, with their tables. Without it catdoc gives their text, with tables flattened.
enum LegacyWord {
    static let format = Phrase(zh: "旧版 Word 文档（doc、wps）", en: "old Word file (doc, wps)")

    private static let office = "libreoffice-writer-nogui"

    enum Kind: String {
        case word = "input.doc"
        case richText = "input.rtf"
        /// A compound file without a Word document, as Microsoft Works writes it.
        case works = "input.wps"
    }

    static func reader(of kind: Kind) -> FileFormat.Reader {
        { (file, limits) throws(DocumentError) in try read(file.bytes, kind: kind, limits: limits) }
    }

    static func read(
        _ bytes: [UInt8], kind: Kind, limits: Limits, programs: Programs = .ofSystem
    ) throws(DocumentError) -> Document {
        let folder = try WorkFolder()
        try folder.write(bytes, to: kind.rawValue)
        var document: Document
        if let program = programs.first(of: "soffice", "libreoffice") {
            document = try convert(kind, with: program, in: folder, limits: limits)
        } else if kind != .works, let catdoc = programs.first(of: "catdoc") {
            document = try extract(kind, with: catdoc, in: folder, limits: limits)
        } else {
            throw .converter(.missing(format: format, packages: [office, "catdoc"]))
        }
        document.encoding = kind == .richText ? "US-ASCII" : "UTF-16LE"
        return document
    }

    private static func convert(
        _ kind: Kind, with office: String, in folder: WorkFolder, limits: Limits
    ) throws(DocumentError) -> Document {
        let converter = Converter(
            program: office,
            arguments: [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder.path + "/out", kind.rawValue,
            ], folder: folder, limits: limits)
        try converter.run()
        // It says that a file could not be loaded, and ends with 0.
        guard let docx = try converter.output("out/input.docx") else { throw converter.failure("docx") }
        return try Word.read(FileContent(docx, name: "input.docx", limits: limits), limits: limits)
    }

    private static func extract(
        _ kind: Kind, with catdoc: String, in folder: WorkFolder, limits: Limits
    ) throws(DocumentError) -> Document {
        let converter = Converter(
            program: catdoc, arguments: ["-w", "-d", "utf-8", kind.rawValue], folder: folder, limits: limits)
        try converter.run()
        guard let text = try converter.output("stdout"), text.contains(where: { $0 > 0x20 }) else {
            throw .noText(format: format)
        }
        var document = PlainText.document(of: try DecodedText(decoding: text))
        document.notices = [.tablesFlattened(program: "catdoc", better: office)]
        return document
    }
}
