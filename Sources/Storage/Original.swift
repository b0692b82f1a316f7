import CZlib

/// A file as it arrived, packed the way SQLite's archive format wants it.
///
/// Making one compresses, which takes longer than storing: make them where the files are read in parallel.
package struct Original: Sendable {
    package let fingerprint: Fingerprint
    /// The path that users are shown as the source; its last component names the file in the archive.
    package let path: String
    /// Seconds since 1970.
    package let modifiedAt: Int64
    /// The permission bits of the file; those of its kind and set-user-id and the like are not kept.
    package let mode: UInt32
    package let byteCount: Int
    /// Deflated with zlib where that is smaller than the file, else the bytes themselves.
    let packed: [UInt8]

    package init(bytes: [UInt8], fingerprint: Fingerprint, path: String, modifiedAt: Int64 = 0, mode: UInt32 = 0o644) {
        self.fingerprint = fingerprint
        self.path = path
        self.modifiedAt = modifiedAt
        self.mode = mode & 0o777
        byteCount = bytes.count
        packed = Self.deflated(bytes) ?? bytes
    }

    /// Nil where the result would not be smaller.
    private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 1 else { return nil }
        var count = uLongf(bytes.count - 1)
        var status = Z_OK
        let result = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            status = compress(buffer.baseAddress, &count, bytes, uLong(bytes.count))
            initialized = status == Z_OK ? Int(count) : 0
        }
        return status == Z_OK ? result : nil
    }

    /// The bytes that were packed into `packed`; nil where it is damaged.
    static func unpack(_ packed: [UInt8], byteCount: Int) -> [UInt8]? {
        if packed.count == byteCount { return packed }
        // Deflate makes at most 1032 bytes of one: a count beyond that is damaged, and not to be allocated.
        guard byteCount > packed.count, byteCount / 1032 <= packed.count else { return nil }
        var count = uLongf(byteCount)
        var status = Z_OK
        let result = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialized in
            status = uncompress(buffer.baseAddress, &count, packed, uLong(packed.count))
            initialized = status == Z_OK ? Int(count) : 0
        }
        return status == Z_OK && result.count == byteCount ? result : nil
    }
}
