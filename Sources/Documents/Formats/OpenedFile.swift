import Values

/// A file whose format is known. It is looked into once, and both its document and the files of an archive are read
/// from what was found.
package struct OpenedFile: Sendable {
    let content: FileContent
    package let format: FileFormat

    package var bytes: [UInt8] { content.bytes }

    /// The format is told by the content; `name` only tells apart what has the same content, a `.wps` from a `.doc`.
    package init(_ bytes: [UInt8], name: String, limits: Limits = Limits()) throws(DocumentError) {
        guard !bytes.isEmpty else { throw .empty }
        do throws(DocumentError) {
            try self.init(looking: bytes, name: name, limits: limits)
        } catch {
            throw Self.isCalledWord(name) ? error.ofWord : error
        }
    }

    /// An archive that is too large for memory; anything else of its size is refused.
    package init(_ handle: SourceHandle, name: String, limits: Limits = Limits()) throws(DocumentError) {
        let content = try FileContent(handle, name: name, limits: limits)
        guard let format = FileFormat.marked(in: content), format.isArchive else {
            throw .limit(.fileBytes(limits.fileBytes, found: handle.count))
        }
        self.content = content
        self.format = format
    }

    private static func isCalledWord(_ name: String) -> Bool {
        [".docx", ".docm"].contains(where: name.lowercased().hasSuffix)
    }

    private init(looking bytes: [UInt8], name: String, limits: Limits) throws(DocumentError) {
        var content = try FileContent(bytes, name: name, limits: limits)
        var format = FileFormat.marked(in: content)
        if format == nil {
            // Text, if anything.
            try Self.requireSize(bytes, limits)
            guard bytes.count <= limits.markupBytes else {
                throw .limit(.textBytes(limits.markupBytes, found: bytes.count))
            }
            try content.decode()
            format = FileFormat.marked(in: content)
        }
        self.content = content
        self.format = format ?? .plainText
    }

    /// The file as a document, or the reason why it is none.
    package func document(limits: Limits = Limits()) throws(DocumentError) -> Document {
        try Self.requireSize(bytes, limits)
        guard !isOurs else { throw .ownOutput }
        if bytes.count > Limits.lightBytes, !format.isConverted { limits.turn() }
        switch format.use {
        case .document(let mediaType, _, let read):
            var document = try read(content, limits)
            document.mediaType = mediaType
            guard !document.tellsHash, !document.isCalledAsOurs, !document.isHeadedAsOurs else { throw .ownOutput }
            return document
        case .encrypted: throw .encrypted(format: format.name)
        case .refused(let remedy): throw .unsupported(format: format.name, remedy: remedy)
        case .archive: throw .unsupported(format: format.name, remedy: Self.unpack)
        }
    }

    /// The file's text in UTF-8, where it is text and neither a document nor anything else.
    package func text() throws(DocumentError) -> [UInt8] {
        guard let text = content.text else { throw .unsupported(format: format.name, remedy: Self.saveAsText) }
        return text.bytes
    }

    private static let saveAsText = Phrase(zh: "请另存为文本文件（txt、csv、yaml）", en: "save it as text (txt, csv, yaml)")

    static func requireSize(_ bytes: [UInt8], _ limits: Limits) throws(DocumentError) {
        guard bytes.count <= limits.fileBytes else {
            throw .limit(.fileBytes(limits.fileBytes, found: bytes.count))
        }
    }

    private static let unpack = Phrase(zh: "请先解压，再导入其中的文件", en: "unpack it and import the files within")
}

extension DocumentError {
    /// The same of a file that is called a Word file: its users know nothing of the archive that it is.
    fileprivate var ofWord: DocumentError {
        switch self {
        case .damagedArchive(_, let message): .damagedArchive(format: Word.format, message: message)
        case .notText: .damagedArchive(format: Word.format, message: "no zip file")
        default: self
        }
    }
}

/// The way from a file's bytes to a `Document`, whatever the format turns out to be.
package enum DocumentReader {
    /// Reads one file; see `OpenedFile` for what its name is for.
    package static func read(
        _ bytes: [UInt8], name: String, limits: Limits = Limits()
    ) throws(DocumentError) -> Document {
        try OpenedFile(bytes, name: name, limits: limits).document(limits: limits)
    }
}
