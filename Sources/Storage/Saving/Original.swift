import CDeflate

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
    /// Deflated, in zlib's format, where that is smaller than the file, else the bytes themselves.
    let packed: [UInt8]

    package init(bytes: [UInt8], fingerprint: Fingerprint, path: String, modifiedAt: Int64 = 0, mode: UInt32 = 0o644) {
        self.fingerprint = fingerprint
        self.path = path
        self.modifiedAt = modifiedAt
        self.mode = mode & 0o777
        byteCount = bytes.count
        packed = Self.deflated(bytes) ?? bytes
    }

    /// Higher levels make texts as short as a report smaller by one byte in a hundred, and take a third longer.
    private static let level: Int32 = 4

    /// Nil where the result would not be smaller.
    private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 1, let compressor = libdeflate_alloc_compressor(level) else { return nil }
        defer { libdeflate_free_compressor(compressor) }
        let result = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { buffer, initialized in
            initialized = libdeflate_zlib_compress(
                compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
        }
        return result.isEmpty ? nil : result
    }

    /// The bytes that were packed into `packed`; nil where it is damaged.
    static func unpack(_ packed: [UInt8], byteCount: Int) -> [UInt8]? {
        if packed.count == byteCount { return packed }
        // Deflate makes at most 1032 bytes of one: a count beyond that is damaged, and not to be allocated.
        guard byteCount > packed.count, byteCount / 1032 <= packed.count,
            let decompressor = libdeflate_alloc_decompressor()
        else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var status = LIBDEFLATE_SUCCESS
        let result = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialized in
            // Without a place for the count, anything but exactly as many bytes is an error.
            status = libdeflate_zlib_decompress(
                decompressor, packed, packed.count, buffer.baseAddress, byteCount, nil)
            initialized = status == LIBDEFLATE_SUCCESS ? byteCount : 0
        }
        return status == LIBDEFLATE_SUCCESS ? result : nil
    }
}
