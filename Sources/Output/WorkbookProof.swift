import CArchive
import Glibc

/// Whether a workbook that has just been written is whole. The library puts its parts together in temporary files, does
/// not look whether these were written, and packs what is there: on a disk that was full for a moment, some rows.
enum WorkbookProof {
    static func isWhole(_ path: String) -> Bool {
        guard let archive = archive_read_new() else { return false }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { return false }
        var entry: OpaquePointer?
        var parts = 0
        while true {
            switch archive_read_next_header(archive, &entry) {
            case ARCHIVE_OK: parts += 1
            case ARCHIVE_EOF: return parts > 0
            default: return false
            }
            guard let part = Part(readingFrom: archive), part.isWhole else { return false }
        }
    }

    /// An XML part: how it begins and ends.
    private struct Part {
        private static let length = 1024
        private var head: [UInt8] = []
        private var tail: [UInt8] = []

        init?(readingFrom archive: OpaquePointer) {
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = archive_read_data(archive, &chunk, chunk.count)
                guard count >= 0 else { return nil }
                guard count > 0 else { return }
                head += chunk[..<min(count, Self.length - head.count)]
                tail.removeFirst(max(0, tail.count - max(0, Self.length - count)))
                tail += chunk[max(0, count - Self.length)..<count]
            }
        }

        /// Whether the element that it consists of is closed at its end.
        var isWhole: Bool {
            let (start, end) = (String(decoding: head, as: UTF8.self), String(decoding: tail, as: UTF8.self))
            guard let root = start.firstMatch(of: /<([A-Za-z][A-Za-z0-9:]*)[\s\/>]/)?.output.1 else { return false }
            let isSingle = head.count < Self.length && start.matches(of: /<[A-Za-z]/).count == 1
            let closing = isSingle ? "/>" : "</\(root)>"
            return end.split(whereSeparator: \.isWhitespace).last?.hasSuffix(closing) == true
        }
    }
}
