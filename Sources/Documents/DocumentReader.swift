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
        if HTML.isPage(bytes) { return try HTML.read(bytes, limits: limits) }
        if MHTML.isMessage(bytes) { return try MHTML.read(bytes, limits: limits) }
        let text = try DecodedText(decoding: bytes)
        // A page in UTF-16 shows itself only now.
        return HTML.isPage(text.bytes) ? try HTML.read(text, limits: limits) : PlainText.document(of: text)
    }
}
