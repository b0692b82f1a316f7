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
        var stored = stored
        stored.withUTF8 { digits in
            for index in 0..<min(digits.count, 64) { append(Self.value(of: digits[index]), bits: 4, at: index / 16) }
        }
    }

    package var bytes: [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - $0 % 8 * 8)) }
    }

    /// 64 lowercase hexadecimal digits, as `sha256sum` prints them.
    package var description: String { bytes.hexadecimal }

    private static func value(of digit: UInt8) -> UInt64 {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
        default: 0
        }
    }

    private mutating func append(_ value: UInt64, bits: UInt64, at index: Int) {
        words[index] = words[index] << bits | value
    }
}
