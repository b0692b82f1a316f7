import Values

/// What kind of file bytes are, by their first bytes and, of files that hold others, by the names within.
enum Container: Equatable {
    case docx
    /// A Word file before 2007, or one that only looks like it; a converter reads them.
    case legacyWord(LegacyWord.Kind)
    case pdf
    case archive(Phrase)
    case picture(String)
    case unsupported(Phrase, remedy: Phrase)
    case encrypted(Phrase)
    /// None of these: text of some kind, if anything.
    case other

    init(of bytes: [UInt8]) throws(DocumentError) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = try Self.zip(bytes)
        } else if bytes.starts(with: CompoundFile.signature) {
            self = Self.compound(bytes)
        } else if bytes.offset(of: Self.pdfHeader, in: 0..<1029) != nil {
            // Up to 1,024 bytes of something else may come first (ISO 32000-1, annex H.3.4.1).
            self = .pdf
        } else {
            self = Self.signed(bytes)
        }
    }

    private static let pdfHeader = Array("%PDF-".utf8)

    private static func signed(_ bytes: [UInt8]) -> Container {
        for (signature, container) in signatures where bytes.offset(of: signature, in: 0..<signature.count) == 0 {
            return container
        }
        if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return .archive(archive("tar")) }
        return .other
    }

    private static let signatures: [([UInt8], Container)] = [
        (Array("{\\rtf".utf8), .legacyWord(.richText)),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive(archive("7z"))),
        (Array("Rar!\u{1A}\u{07}".utf8), .archive(archive("rar"))),
        ([0x1F, 0x8B], .archive(archive("gzip"))),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive(archive("xz"))),
        ([0x28, 0xB5, 0x2F, 0xFD], .archive(archive("zstd"))),
        (Array("BZh".utf8), .archive(archive("bzip2"))),
        ([0x89, 0x50, 0x4E, 0x47], .picture("PNG")),
        ([0xFF, 0xD8, 0xFF], .picture("JPEG")),
        (Array("GIF8".utf8), .picture("GIF")),
        ([0x49, 0x49, 0x2A, 0x00], .picture("TIFF")),
        ([0x4D, 0x4D, 0x00, 0x2A], .picture("TIFF")),
        (Array("SQLite format 3\0".utf8), .unsupported(database, remedy: fetchDocument)),
    ]

    /// Office formats are zip files with names of their own; anything else is an archive.
    private static func zip(_ bytes: [UInt8]) throws(DocumentError) -> Container {
        let cursor = try ArchiveCursor(bytes, kind: .zip, format: archive("zip"))
        var isOffice = false
        while let member = try cursor.next() {
            switch member.name {
            case "[Content_Types].xml", "_rels/.rels": isOffice = true
            case let name where isOffice && name.hasPrefix("word/"): return .docx
            case let name where isOffice && name.hasPrefix("xl/"):
                return .unsupported(Phrase(zh: " Excel 表格（xlsx）", en: "Excel (xlsx)"), remedy: saveAsWord)
            case let name where isOffice && name.hasPrefix("ppt/"):
                return .unsupported(Phrase(zh: " PowerPoint 演示文稿（pptx）", en: "PowerPoint (pptx)"), remedy: saveAsWord)
            case "OFD.xml":
                return .unsupported(Phrase(zh: " OFD 版式文件", en: "OFD"), remedy: saveAsWord)
            case "mimetype":
                return .unsupported(Phrase(zh: " OpenDocument 文档（odt 等）", en: "OpenDocument (odt)"), remedy: saveAsWord)
            default: break
            }
        }
        return isOffice ? .docx : .archive(archive("zip"))
    }

    private static func compound(_ bytes: [UInt8]) -> Container {
        let file = CompoundFile(bytes)
        if file.streams.contains("EncryptedPackage") {
            return .encrypted(Phrase(zh: "Office 文档", en: "Office file"))
        }
        if file.streams.contains("WordDocument") {
            return file.isEncryptedWord ? .encrypted(LegacyWord.format) : .legacyWord(.word)
        }
        if file.streams.contains("Workbook") || file.streams.contains("Book") {
            return .unsupported(Phrase(zh: " Excel 表格（xls）", en: "Excel (xls)"), remedy: saveAsWord)
        }
        if file.streams.contains("PowerPoint Document") {
            return .unsupported(Phrase(zh: " PowerPoint 演示文稿（ppt）", en: "PowerPoint (ppt)"), remedy: saveAsWord)
        }
        // Works for Windows and others that LibreOffice may know.
        return .legacyWord(.works)
    }

    static func archive(_ name: String) -> Phrase { Phrase(zh: " \(name) 压缩包", en: "\(name) archive") }

    private static let database = Phrase(zh: " SQLite 数据库", en: "SQLite database")
    private static let fetchDocument = Phrase(zh: "请导入年度报告的原文件", en: "import the report's own file")
    private static let saveAsWord = Phrase(
        zh: "请用办公软件另存为 docx 或 PDF 再导入", en: "save it as docx or PDF in an office program and import that")
}
