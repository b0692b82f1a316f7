import CArchive
import Glibc
import Values

/// An archive in memory, open at one member after another.
///
/// libarchive reads it; nothing touches the disk, and nothing is expanded beyond what the budget has left.
final class ArchiveCursor {
    struct Member {
        /// As the archive has it: any path whatever.
        var name: String
        var isFile: Bool
        var isEncrypted: Bool
    }

    enum Kind {
        /// Through the central directory only, so that a file which was cut off does not look like a shorter one.
        case zip
        case any
    }

    private let archive: OpaquePointer
    private let bytes: UnsafeMutableRawBufferPointer
    private let format: Phrase

    init(_ source: [UInt8], kind: Kind, format: Phrase) throws(DocumentError) {
        guard let archive = archive_read_new() else { throw .damagedArchive(format: format, message: "libarchive") }
        self.archive = archive
        self.format = format
        bytes = .allocate(byteCount: source.count, alignment: 1)
        bytes.copyBytes(from: source)
        archive_read_support_format_zip_seekable(archive)
        if kind == .any {
            archive_read_support_format_7zip(archive)
            archive_read_support_format_tar(archive)
            archive_read_support_format_rar(archive)
            archive_read_support_format_rar5(archive)
            archive_read_support_filter_gzip(archive)
            archive_read_support_filter_bzip2(archive)
            archive_read_support_filter_xz(archive)
            archive_read_support_filter_zstd(archive)
        }
        guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else { throw damaged }
    }

    deinit {
        archive_read_free(archive)
        bytes.deallocate()
    }

    /// Moves to the next member; nil after the last.
    func next() throws(DocumentError) -> Member? {
        var entry: OpaquePointer?
        let status = UTF8Locale.around { archive_read_next_header(archive, &entry) }
        if status == ARCHIVE_EOF { return nil }
        guard status >= ARCHIVE_WARN, let entry else { throw damaged }
        return Member(
            name: Self.name(of: entry),
            isFile: archive_entry_filetype(entry) == S_IFREG && archive_entry_symlink(entry) == nil
                && archive_entry_hardlink(entry) == nil,
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// Expands the member that the cursor stands at.
    func contents(budget: inout ExpansionBudget) throws(DocumentError) -> [UInt8] {
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = archive_read_data(archive, &chunk, chunk.count)
            guard count >= 0 else { throw damaged }
            guard count > 0 else { return contents }
            try budget.spend(count)
            contents.append(contentsOf: chunk[..<count])
        }
    }

    private var damaged: DocumentError {
        let detail = archive_error_string(archive).map { String(cString: $0) } ?? "libarchive"
        if detail.contains("ncrypted") || detail.contains("assphrase") { return .encrypted(format: format) }
        return .damagedArchive(format: format, message: detail)
    }

    /// Chinese Windows writes names in its own code page and does not say so.
    private static func name(of entry: OpaquePointer) -> String {
        guard let raw = UTF8Locale.around({ archive_entry_pathname(entry) }) else { return "" }
        if let name = String(validatingCString: raw) { return name }
        let bytes = UnsafeBufferPointer(start: raw, count: strlen(raw)).map { UInt8(bitPattern: $0) }
        let decoded = try? Transcoder.utf8(from: bytes, encoding: "GB18030")
        return String(decoding: decoded ?? bytes, as: UTF8.self)
    }
}

/// How much one file may still expand to; archives within an archive spend from the same budget.
struct ExpansionBudget {
    private var bytesLeft: Int
    private var ratioLeft: Int
    private let limits: Limits

    /// Small files of blanks honestly shrink to nearly nothing.
    private static let freeBytes = 1 << 20

    init(packed: Int, limits: Limits) {
        self.limits = limits
        bytesLeft = limits.expandedBytes
        let (product, overflow) = packed.multipliedReportingOverflow(by: limits.expansionRatio)
        ratioLeft = overflow ? limits.expandedBytes : max(product, Self.freeBytes)
    }

    mutating func spend(_ bytes: Int) throws(DocumentError) {
        bytesLeft -= bytes
        ratioLeft -= bytes
        guard bytesLeft >= 0 else { throw .limit(.expandedBytes(limits.expandedBytes)) }
        guard ratioLeft >= 0 else { throw .limit(.expansionRatio(limits.expansionRatio)) }
    }
}

/// A locale in which libarchive hands out names in UTF-8; it converts them to the calling thread's, which may be plain
/// C.
private enum UTF8Locale {
    nonisolated(unsafe) private static let locale = newlocale(Int32(1 << LC_CTYPE), "C.UTF-8", nil)

    static func around<Result>(_ body: () -> Result) -> Result {
        guard let locale else { return body() }
        let previous = uselocale(locale)
        defer { _ = uselocale(previous) }
        return body()
    }
}
