import Glibc

extension UnsafeBufferPointer<UInt8> {
    /// Where the line that holds a position ends; nil where no line feed follows.
    func lineEnd(from start: Int) -> Int? {
        // The C library looks at 32 bytes at once.
        guard start < count, let base = baseAddress, let end = memchr(base + start, 0x0A, count - start) else {
            return nil
        }
        return UnsafeRawPointer(base).distance(to: end)
    }
}

extension Array<UInt8> {
    /// Where `needle` begins for the first time within `range`. (Foundation's search of the same purpose is generic
    /// over all collections and fifty times slower.)
    func offset(of needle: [UInt8], in range: Range<Int>? = nil) -> Int? {
        let bounds = (range ?? 0..<count).clamped(to: 0..<count)
        guard let first = needle.first, bounds.count >= needle.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                guard let base = bytes.baseAddress else { return nil }
                var start = bounds.lowerBound
                let last = bounds.upperBound - needle.count
                // The C library looks at 32 bytes at once.
                while start <= last, let found = memchr(base + start, Int32(first), last - start + 1) {
                    start = UnsafeRawPointer(base).distance(to: found)
                    var length = 1
                    while length < needle.count, bytes[start + length] == needle[length] { length += 1 }
                    if length == needle.count { return start }
                    start += 1
                }
                return nil
            }
        }
    }

    /// ASCII letters in lower case, everything else as it is; at most `limit` bytes from `start`.
    func lowercasedASCII(from start: Int, limit: Int) -> [UInt8] {
        self[start...].prefix(limit).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
}
