/// The end of a zip file's directory (APPNOTE 4.3.16), which tells where the directory begins.
enum ZipEnd {
    private static let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let length = 22
    /// With a comment.
    private static let most = length + 0xFFFF

    /// Whether a file begins with one zip file and ends with another, whose directory knows nothing of the first: what
    /// is in that one would be lost without a word.
    static func isAfterAnother(_ file: FileContent) -> Bool {
        guard file.zip != nil else { return false }
        let source = file.source
        let start = max(0, source.count - most)
        let tail = [UInt8](unsafeUninitializedCapacity: source.count - start) { buffer, count in
            count = max(0, source.read(at: start, into: UnsafeMutableRawBufferPointer(buffer)))
        }
        guard let end = (0...max(0, tail.count - length)).last(where: { tail[$0...].starts(with: mark) }),
            tail.count >= end + length
        else { return false }
        func number(at offset: Int) -> Int {
            tail[end + offset..<end + offset + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let (size, offset) = (number(at: 12), number(at: 16))
        // Of a larger file the numbers stand elsewhere (4.3.14).
        guard size != 0xFFFF_FFFF, offset != 0xFFFF_FFFF else { return false }
        return start + end - size - offset > 0
    }
}
