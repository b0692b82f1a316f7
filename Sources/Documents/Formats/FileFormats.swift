import Values

extension FileFormat {
    /// All formats that are told apart. The first whose mark is there is the file's, so what is special stands before
    /// what is general.
    static let all: [FileFormat] = zipped + compounds + marked + archives + pictures + texts

    /// Zip files with names of their own within; any other zip file is an archive.
    private static let zipped = [
        FileFormat(
            Word.format, endings: ["docx", "docm"], .officePart("word/"), .document(.docx, Word.read),
            parts: Word.isPart),
        FileFormat(
            LegacySpreadsheet.format, .officePart("xl/workbook.bin"),
            .document(.xls, isConverted: true, LegacySpreadsheet.reader(of: .packedBinary))),
        FileFormat(
            ExcelWorkbook.format, endings: ["xlsx", "xlsm"], .officePart("xl/"),
            .document(.xlsx, ExcelWorkbook.read), parts: ExcelWorkbook.isPart),
        FileFormat(
            named("PowerPoint 演示文稿（pptx）", "PowerPoint (pptx)"), .officePart("ppt/"), .refused(remedy: saveAsWord)),
        FileFormat(named("OFD 版式文件", "OFD"), .zipMember("OFD.xml"), .refused(remedy: saveAsWord)),
        FileFormat(
            OpenDocumentSheets.format, endings: ["ods"], .openDocument(OpenDocumentSheets.mediaType),
            .document(.ods, OpenDocumentSheets.read), parts: OpenDocumentSheets.isPart),
        FileFormat(
            LegacyWord.openDocument, endings: ["odt"], .openDocument("application/vnd.oasis.opendocument.text"),
            .document(.odt, isConverted: true, LegacyWord.reader(of: .openDocument))),
        FileFormat(
            named("OpenDocument 文档（odp 等）", "OpenDocument (odp)"), .zipMember("mimetype"),
            .refused(remedy: saveAsWord)),
        FileFormat(
            Pages.format, endings: ["pages"], Pages.mark, .document(.pages, isConverted: true, Pages.read),
            parts: Pages.isPart),
        // Without its document, which the reader will miss.
        FileFormat(Word.format, .officePart(""), .document(.docx, Word.read)),
        zip,
    ]

    static let zip = archive("zip", endings: ["zip"], .zip)

    /// OLE compound files, by the streams within.
    private static let compounds = [
        FileFormat(Phrase(zh: "Office 文档", en: "Office file"), .stream("EncryptedPackage"), .encrypted),
        FileFormat(LegacyWord.format, .encryptedWord, .encrypted),
        FileFormat(
            LegacyWord.format, endings: ["wps"], .stream("WordDocument").named("wps"),
            .document(.wps, isConverted: true, LegacyWord.reader(of: .word))),
        FileFormat(
            LegacyWord.format, endings: ["doc"], .stream("WordDocument"),
            .document(.doc, isConverted: true, LegacyWord.reader(of: .word))),
        FileFormat(
            LegacySpreadsheet.format, endings: ["xls", "et"], .stream("Workbook", "Book"),
            .document(.xls, isConverted: true, LegacySpreadsheet.reader(of: .binary))),
        FileFormat(
            named("PowerPoint 演示文稿（ppt）", "PowerPoint (ppt)"), .stream("PowerPoint Document"),
            .refused(remedy: saveAsWord)),
        // Works for Windows, and others that LibreOffice may know.
        FileFormat(LegacyWord.format, .compound, .document(.wps, isConverted: true, LegacyWord.reader(of: .works))),
    ]

    private static let marked = [
        // Up to 1,024 bytes of something else may come first (ISO 32000-1, annex H.3.4.1).
        FileFormat(
            PDF.format, endings: ["pdf"], .bytes("%PDF-", upTo: 1024),
            .document(.pdf, isConverted: true) { (file, limits) throws(DocumentError) in
                try PDF.read(file.bytes, limits: limits)
            }),
        FileFormat(
            LegacyWord.format, .bytes("{\\rtf").named("wps"),
            .document(.wps, isConverted: true, LegacyWord.reader(of: .richText))),
        FileFormat(
            LegacyWord.format, endings: ["rtf"], .bytes("{\\rtf"),
            .document(.doc, isConverted: true, LegacyWord.reader(of: .richText))),
        FileFormat(
            named("SQLite 数据库", "SQLite database"), .bytes("SQLite format 3\0"),
            .refused(remedy: Phrase(zh: "请导入年度报告的原文件", en: "import the report's own file"))),
    ]

    private static let archives = [
        archive("7z", endings: ["7z"], .bytes([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])),
        archive("rar", endings: ["rar"], .bytes("Rar!\u{1A}\u{07}")),
        archive("tar", endings: ["tar"], .bytes("ustar", at: 257)),
        archive("gzip", endings: ["gz", "tgz"], .bytes([0x1F, 0x8B])),
        archive("xz", endings: ["xz"], .bytes([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])),
        archive("zstd", endings: ["zst"], .bytes([0x28, 0xB5, 0x2F, 0xFD])),
        archive("bzip2", endings: ["bz2", "tbz2"], .bytes("BZh")),
    ]

    /// Many a folder holds pictures of something else, so that they are read only where they are named.
    private static let pictures = [
        picture("PNG", ["png"], .png, [0x89, 0x50, 0x4E, 0x47]),
        picture("JPEG", ["jpg", "jpeg"], .jpeg, [0xFF, 0xD8, 0xFF]),
        picture("TIFF", ["tif", "tiff"], .tiff, [0x49, 0x49, 0x2A, 0x00]),
        picture("TIFF", ["tif", "tiff"], .tiff, [0x4D, 0x4D, 0x00, 0x2A]),
        picture("GIF", ["gif"], .gif, Array("GIF8".utf8)), picture("BMP", ["bmp"], .bmp, .bitmap),
    ]

    /// Text of all kinds. Spreadsheets saved as text and data of programs lie in many a folder, and are read only where
    /// they are named.
    private static let texts = [
        FileFormat(
            WordXML.format, FileMark { WordXML.isDocument($0.bytes) }, .document(.wordXML, WordXML.read)),
        FileFormat(
            LegacySpreadsheet.format, .opening(LegacySpreadsheet.isXML),
            .document(.xls, isConverted: true, LegacySpreadsheet.reader(of: .xml))),
        FileFormat(HTML.format, endings: ["html", "htm"], .opening(HTML.isPage), .document(.html, HTML.read)),
        FileFormat(
            MHTML.format, endings: ["mht", "mhtml"], FileMark { MHTML.isMessage($0.bytes) },
            .document(.mhtml, MHTML.read)),
        FileFormat(EmbeddedPage.format, .text(EmbeddedPage.isScript), .document(.html, EmbeddedPage.read)),
        FileFormat(
            named("CSV 表格", "CSV table"), .text { SeparatedValues.separator(of: $0) != nil },
            .document(.csv, SeparatedValues.read)),
        plainText,
    ]

    static let plainText = FileFormat(
        Phrase(zh: "文本文件", en: "text file"), endings: ["txt", "text"], .text { _ in true },
        .document(.plainText, PlainText.read))

    // MARK: Words

    private static func archive(_ name: String, endings: [String], _ mark: FileMark) -> FileFormat {
        FileFormat(named("\(name) 压缩包", "\(name) archive"), endings: endings, mark, .archive)
    }

    private static func picture(
        _ name: String, _ endings: [String], _ mediaType: MediaType, _ signature: [UInt8]
    ) -> FileFormat {
        picture(name, endings, mediaType, .bytes(signature))
    }

    private static func picture(
        _ name: String, _ endings: [String], _ mediaType: MediaType, _ mark: FileMark
    ) -> FileFormat {
        let format = named("\(name) 图片", "\(name) picture")
        return FileFormat(
            format, otherEndings: endings, mark,
            .document(mediaType, isConverted: true, Picture.reader(of: endings[0], format)))
    }

    private static func named(_ zh: String, _ en: String) -> Phrase { Phrase(zh: " \(zh)", en: en) }

    private static let saveAsWord = Phrase(
        zh: "请用办公软件另存为 docx 或 PDF 再导入", en: "save it as docx or PDF in an office program and import that")
}

/// What a document is stored as having come in, as IANA names it.
package enum MediaType: String, Sendable, CaseIterable {
    case plainText = "text/plain"
    case html = "text/html"
    case mhtml = "multipart/related"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case doc = "application/msword"
    case wordXML = "application/xml"
    case csv = "text/csv"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case xls = "application/vnd.ms-excel"
    case ods = "application/vnd.oasis.opendocument.spreadsheet"
    case odt = "application/vnd.oasis.opendocument.text"
    case wps = "application/vnd.ms-works"
    case pages = "application/vnd.apple.pages"
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case tiff = "image/tiff"
    case gif = "image/gif"
    case bmp = "image/bmp"
}
