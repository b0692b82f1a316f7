/// An OLE compound file (MS-CFB), as far as it must be known before a converter gets it: the names of its streams, and
/// whether the Word document or the workbook in it is encrypted.
struct CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private(set) var streams: Set<String> = []
    private(set) var isEncryptedWord = false
    private(set) var isEncryptedWorkbook = false

    /// Directory entries have 128 bytes and lie at multiples of it (MS-CFB 2.6.1), so they are found without following
    /// the chains of sectors, in damaged files too. Whatever else looks like one is no name we ask for.
    init(_ bytes: [UInt8]) {
        for start in stride(from: 512, through: bytes.count - 128, by: 128) {
            guard let name = Self.name(in: bytes[start..<start + 128]) else { continue }
            streams.insert(name)
            if name == "WordDocument" { isEncryptedWord = Self.isEncrypted(wordAt: start, bytes) }
            if name == "Workbook" || name == "Book" {
                isEncryptedWorkbook = Self.isEncrypted(workbookAt: start, bytes)
            }
        }
    }

    /// The name's length in bytes, its final NUL included, stands at 64, the kind of entry (2 is a stream) at 66.
    private static func name(in entry: ArraySlice<UInt8>) -> String? {
        let at = { (offset: Int) in entry[entry.startIndex + offset] }
        let length = Int(at(64)) | Int(at(65)) << 8
        guard (4...64).contains(length), length.isMultiple(of: 2), at(66) == 2 else { return nil }
        var name = ""
        for offset in stride(from: 0, to: length - 2, by: 2) {
            guard at(offset) >= 0x20, at(offset) < 0x7F, at(offset + 1) == 0 else { return nil }
            name.unicodeScalars.append(Unicode.Scalar(at(offset)))
        }
        return name
    }

    /// The bit fEncrypted of the header that the stream begins with (MS-DOC 2.5.2, FibBase, byte 11).
    private static func isEncrypted(wordAt entry: Int, _ bytes: [UInt8]) -> Bool {
        guard let header = streamStart(entry, bytes), header + 12 <= bytes.count, bytes[header] == 0xEC,
            bytes[header + 1] == 0xA5
        else { return false }
        return bytes[header + 11] & 0x01 != 0
    }

    /// Whether a record FilePass is among the first of the stream (MS-XLS 2.4.117); each has its number and its length
    /// in front.
    private static func isEncrypted(workbookAt entry: Int, _ bytes: [UInt8]) -> Bool {
        guard var record = streamStart(entry, bytes) else { return false }
        for _ in 0..<4 {
            guard record + 4 <= bytes.count else { return false }
            if bytes[record] == 0x2F, bytes[record + 1] == 0 { return true }
            record += 4 + Int(bytes[record + 2]) + Int(bytes[record + 3]) << 8
        }
        return false
    }

    /// Where the first sector of a stream lies.
    private static func streamStart(_ entry: Int, _ bytes: [UInt8]) -> Int? {
        let shift = Int(bytes[30])
        guard shift == 9 || shift == 12 else { return nil }
        let sector = (0..<4).reduce(0) { $0 | Int(bytes[entry + 116 + $1]) << (8 * $1) }
        return (sector + 1) << shift
    }
}
