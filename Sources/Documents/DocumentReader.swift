/// The way from a file's bytes to a `Document`, whatever the format turns out to be.
package enum DocumentReader {
    /// Reads one file. Its format is told by its content; `name` only tells apart what has the same content, a `.wps` from a `.doc`.
    package static func read(
        _ bytes: [UInt8], name: String, limits: Limits = Limits()
    ) throws(DocumentError) -> Document {
        guard bytes.count <= limits.fileBytes else {
            throw .limit(.fileBytes(limits.fileBytes, found: bytes.count))
        }
        return try PlainText.read(bytes)
    }
}
