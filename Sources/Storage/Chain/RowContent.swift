import CCrypto
import CSQLite

/// What rows hold, as bytes of which no others hold the same: for each value that is not NULL its column and type, then
/// the value; after each row a mark.
struct RowContent {
    private static let endOfRow: UInt8 = 0xFF

    private var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    /// The SHA-256; nil where there was no row.
    var digest: [UInt8]? { bytes.isEmpty ? nil : SHA256Digest.of(bytes) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func endRow() { bytes.append(Self.endOfRow) }

    mutating func append(_ value: Int64?, column: Int32) {
        guard let value else { return }
        Self.write(value, column: column) { bytes.append($0) }
    }

    mutating func append(_ text: String?, column: Int32) {
        guard let text else { return }
        append(tag: column, 2)
        append(size: UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(text: [UInt8], column: Int32) {
        append(tag: column, 2)
        append(size: UInt64(text.count))
        bytes.append(contentsOf: text)
    }

    /// A whole row of numbers, of which a report has hundreds: put together first, and added at once.
    mutating func append(row columns: Int, _ value: (_ column: Int) -> Int64?) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: columns * Self.mostBytes + 1) { row in
            var size = 0
            func add(_ byte: UInt8) {
                row[size] = byte
                size += 1
            }
            for column in 0..<columns {
                if let number = value(column) { Self.write(number, column: Int32(column), add) }
            }
            add(Self.endOfRow)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: row[..<size]))
        }
    }

    /// Of a number with its column.
    private static let mostBytes = 11

    /// A number with its column. Zigzag and seven bits a byte: most numbers are small.
    @inline(__always)
    private static func write(_ value: Int64, column: Int32, _ add: (UInt8) -> Void) {
        add(tag(column, 0))
        write(size: UInt64(bitPattern: (value << 1) ^ (value >> 63)), add)
    }

    @inline(__always)
    private static func write(size: UInt64, _ add: (UInt8) -> Void) {
        var rest = size
        while rest >= 0x80 {
            add(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        add(UInt8(rest))
    }

    private static func tag(_ column: Int32, _ type: UInt8) -> UInt8 { UInt8(truncatingIfNeeded: column) << 2 | type }

    /// A whole row of a statement, without so many columns at its beginning.
    mutating func append(_ row: HotStatement, from first: Int32 = 0) {
        for column in first..<row.columnCount {
            switch row.type(column) {
            case SQLITE_NULL: break
            case SQLITE_INTEGER: append(row.integer(column), column: column - first)
            case SQLITE_FLOAT:
                append(tag: column - first, 1)
                append(size: row.real(column).bitPattern)
            case let type:
                append(tag: column - first, type == SQLITE_TEXT ? 2 : 3)
                let value = row.bytes(column)
                append(size: UInt64(value.count))
                bytes.append(contentsOf: value)
            }
        }
        endRow()
    }

    private mutating func append(tag column: Int32, _ type: UInt8) { bytes.append(Self.tag(column, type)) }

    private mutating func append(size: UInt64) { Self.write(size: size) { bytes.append($0) } }
}

enum SHA256Digest {
    /// Looked up once, and only read: OpenSSL's short cuts look it up for every digest, which takes longer than most of
    /// them.
    nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256()

    static func of(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil)
        return digest
    }
}
