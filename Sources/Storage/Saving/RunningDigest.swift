import CCrypto
import Values

/// A SHA-256 of bytes that come one after the other.
package final class RunningDigest {
    private let context = EVP_MD_CTX_new()

    package init() { EVP_DigestInit_ex(context, SHA256Digest.algorithm, nil) }

    deinit { EVP_MD_CTX_free(context) }

    package func add(_ text: String) {
        var text = text
        text.withUTF8 { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// The digest in hexadecimal; to be called once.
    package func finished() -> String {
        var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        EVP_DigestFinal_ex(context, &bytes, &count)
        return bytes.prefix(Int(count)).hexadecimal
    }
}
