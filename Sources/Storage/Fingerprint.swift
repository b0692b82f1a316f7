import CCrypto

/// The SHA-256 of a file's bytes: by it the archive knows a file again, whatever it is called.
package struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
    /// 64 lowercase hexadecimal digits, as `sha256sum` prints them.
    package let description: String

    package init(of bytes: [UInt8]) {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256(bytes, bytes.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        description = String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// As it is stored in an archive, whose schema admits nothing else.
    init(stored: String) {
        description = stored
    }
}
