import CArchive
import Glibc

/// What libarchive reads an archive from: it asks for one piece after another, and may go to and fro.
final class ArchiveStream {
    private let source: ByteSource
    private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private var position = 0

    init(_ source: ByteSource) { self.source = source }

    deinit { piece.deallocate() }

    /// Opens an archive that must not outlive the stream.
    func open(_ archive: OpaquePointer) -> Int32 {
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
        archive_read_set_read_callback(archive) { _, stream, buffer in
            guard let stream = ArchiveStream.of(stream), let buffer else { return -1 }
            let count = stream.source.read(at: stream.position, into: stream.piece)
            stream.position += max(0, count)
            buffer.pointee = UnsafeRawPointer(stream.piece.baseAddress)
            return count
        }
        archive_read_set_skip_callback(archive) { _, stream, count in
            guard let stream = ArchiveStream.of(stream) else { return 0 }
            let skipped = min(max(0, Int(count)), max(0, stream.source.count - stream.position))
            stream.position += skipped
            return Int64(skipped)
        }
        archive_read_set_seek_callback(archive) { _, stream, offset, origin in
            guard let stream = ArchiveStream.of(stream) else { return Int64(ARCHIVE_FATAL) }
            let start = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? stream.position : stream.source.count
            let (target, overflow) = start.addingReportingOverflow(Int(offset))
            guard !overflow, (0...stream.source.count).contains(target) else { return Int64(ARCHIVE_FATAL) }
            stream.position = target
            return Int64(target)
        }
        return archive_read_open1(archive)
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> ArchiveStream? {
        pointer.map { Unmanaged<ArchiveStream>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Whether one of the marks stands near the end; signatures and records for repair may follow it.
    func endsWith(_ marks: [UInt8]...) -> Bool {
        let length = min(4096, source.count)
        let tail = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = max(0, source.read(at: source.count - length, into: UnsafeMutableRawBufferPointer(buffer)))
        }
        return marks.contains { tail.offset(of: $0) != nil }
    }
}
