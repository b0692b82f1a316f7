/// Lines of fields between tabs, sorted by their bytes, in which those that begin with a key are found by halving.
///
/// Nothing is loaded or split before a question is asked.
struct SortedLines: Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The fields of every line that begins with a key, in order.
    func fields(of key: [UInt8]) -> [[String]] {
        bytes.withUnsafeBufferPointer { bytes in
            var found: [[String]] = []
            var start = Self.first(notBefore: key, in: bytes)
            while start < bytes.count, bytes[start...].starts(with: key) {
                let line = bytes[start...].prefix { $0 != Self.lineEnd }
                found.append(
                    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                        .map { String(decoding: $0, as: UTF8.self) })
                start = line.endIndex + 1
            }
            return found
        }
    }

    /// Whether any line begins with a key.
    func contains(_ key: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let start = Self.first(notBefore: key, in: bytes)
            return start < bytes.count && bytes[start...].starts(with: key)
        }
    }

    /// Where the first line begins that does not come before a key.
    private static func first(notBefore key: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            var start = (low + high) / 2
            while start > low, bytes[start - 1] != lineEnd { start -= 1 }
            let line = bytes[start..<high].prefix { $0 != lineEnd }
            if line.lexicographicallyPrecedes(key) { low = min(line.endIndex + 1, high) } else { high = start }
        }
        return low
    }

    private static let lineEnd = UInt8(ascii: "\n")
}
