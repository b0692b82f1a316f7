import Values

/// The SHA-256 of a file's bytes: by it the archive knows a file again, whatever it is called.
///
/// An import holds those of all documents of the archive, so it is kept in its 32 bytes.
package struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
    private var words = SIMD4<UInt64>()

    package init(of bytes: [UInt8]) {
        for (index, byte) in SHA256Digest.of(bytes).enumerated() { append(UInt64(byte), bits: 8, at: index / 8) }
    }

    /// As it is stored in an archive, whose schema admits nothing but 64 hexadecimal digits; of a damaged one anything
    /// may come, and then it is the fingerprint of no document.
    init(stored: String) {
        for (index, digit) in stored.utf8.prefix(64).enumerated() {
            append(UInt64(Self.digits.firstIndex(of: digit) ?? 0), bits: 4, at: index / 16)
        }
    }

    package var bytes: [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - $0 % 8 * 8)) }
    }

    /// 64 lowercase hexadecimal digits, as `sha256sum` prints them.
    package var description: String { bytes.hexadecimal }

    private static let digits = Array("0123456789abcdef".utf8)

    private mutating func append(_ value: UInt64, bits: UInt64, at index: Int) {
        words[index] = words[index] << bits | value
    }
}
