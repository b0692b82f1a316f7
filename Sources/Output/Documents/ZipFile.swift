import CArchive
import Glibc

/// A zip file of a few small parts, made in memory. The same parts give the same bytes at any time.
enum ZipFile {
    /// 1980, the first year of a zip file's clock.
    private static let time: time_t = 315_532_800

    /// - Parameter parts: names and contents; the first is stored as it is, so that whoever looks into the file's first
    ///   bytes can read it.
    static func bytes(of parts: [(name: String, content: String)]) throws(OutputError) -> [UInt8] {
        guard let archive = archive_write_new() else { throw failure }
        defer { archive_write_free(archive) }
        let capacity = parts.reduce(1 << 16) { $0 + $1.content.utf8.count + 1024 }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
        defer { buffer.deallocate() }
        var used = 0
        archive_write_set_format_zip(archive)
        guard archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK else {
            throw failure
        }
        for (number, part) in parts.enumerated() {
            if number == 0 { archive_write_zip_set_compression_store(archive) }
            if number == 1 { archive_write_zip_set_compression_deflate(archive) }
            try add(part.name, Array(part.content.utf8), to: archive)
        }
        guard archive_write_close(archive) == ARCHIVE_OK else { throw failure }
        return Array(buffer[..<used])
    }

    private static func add(_ name: String, _ content: [UInt8], to archive: OpaquePointer) throws(OutputError) {
        guard let entry = archive_entry_new() else { throw failure }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(content.count))
        archive_entry_set_mtime(entry, time, 0)
        guard archive_write_header(archive, entry) == ARCHIVE_OK,
            archive_write_data(archive, content, content.count) == content.count
        else { throw failure }
    }

    /// Of memory only: nothing else can go wrong here.
    private static var failure: OutputError { .cannotWrite(path: nil, code: ENOMEM) }
}
