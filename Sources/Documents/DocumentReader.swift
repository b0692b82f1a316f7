import Values

/// The way from a file's bytes to a `Document`, whatever the format turns out to be.
package enum DocumentReader {
    /// Reads one file. Its format is told by its content; `name` only tells apart what has the same content, a `.wps` from a `.doc`.
    package static func read(
        _ bytes: [UInt8], name: String, limits: Limits = Limits()
    ) throws(DocumentError) -> Document {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.fileBytes else {
            throw .limit(.fileBytes(limits.fileBytes, found: bytes.count))
        }
        switch try Container(of: bytes) {
        case .docx: return try Word.read(bytes, limits: limits)
        case .picture(let format): throw .picture(format: format)
        case .unsupported(let format, let remedy): throw .unsupported(format: format, remedy: remedy)
        case .encrypted(let format): throw .encrypted(format: format)
        case .archive(let format): throw .unsupported(format: format, remedy: Self.unpack)
        case .legacyWord(let kind):
            let mediaType: MediaType = name.lowercased().hasSuffix(".wps") ? .wps : .doc
            return try LegacyWord.read(bytes, kind: kind, mediaType: mediaType, limits: limits)
        case .pdf: return try PDF.read(bytes, limits: limits)
        case .other: return try readText(bytes, limits: limits)
        }
    }

    private static func readText(_ bytes: [UInt8], limits: Limits) throws(DocumentError) -> Document {
        if HTML.isPage(bytes) { return try HTML.read(bytes, limits: limits) }
        if MHTML.isMessage(bytes) { return try MHTML.read(bytes, limits: limits) }
        let text = try DecodedText(decoding: bytes)
        // A page in UTF-16 shows itself only now.
        return HTML.isPage(text.bytes) ? try HTML.read(text, limits: limits) : PlainText.document(of: text)
    }

    private static let unpack = Phrase(zh: "请先解压，再导入其中的文件", en: "unpack it and import the files within")
}
