/// Goes through bytes in parts that each begin with their length, as they were written by this run of the program.
struct ByteReader {
    private static let lengthSize = 4

    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Enters the next part. Returns where it ends; nil where there is none, or only a piece of it.
    mutating func enterPart() -> Int? {
        guard bytes.count - position >= Self.lengthSize else { return nil }
        let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
        guard bytes.count - position >= length else { return nil }
        defer { position += Self.lengthSize }
        return position + length
    }

    mutating func byte() -> UInt8 {
        defer { position += 1 }
        return bytes[position]
    }

    mutating func size() -> Int { Int(truncatingIfNeeded: integer()) }

    /// Seven bits a byte: most sizes and numbers are small.
    mutating func integer() -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = byte()
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
    }

    /// Bytes after their size.
    mutating func sizedBytes() -> UnsafeRawBufferPointer {
        let length = size()
        defer { position += length }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
    }

    mutating func text() -> String { String(decoding: sizedBytes(), as: UTF8.self) }

    /// Appends what `write` appends, after its length.
    static func writePart(to bytes: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: lengthSize))
        write(&bytes)
        let length = UInt32(truncatingIfNeeded: bytes.count - start).littleEndian
        bytes.withUnsafeMutableBytes { $0.storeBytes(of: length, toByteOffset: start, as: UInt32.self) }
    }
}

extension [UInt8] {
    mutating func append(integer: UInt64) {
        var rest = integer
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    mutating func append(text: String) {
        append(integer: UInt64(text.utf8.count))
        append(contentsOf: text.utf8)
    }
}
