import CArchive
import Glibc
import Values

/// An archive open at one member after another.
///
/// libarchive reads it, a piece at a time; nothing is written, and nothing is expanded beyond what the budget has left.
final class ArchiveCursor {
    struct Member {
        /// As the archive has it: any path whatever. Nil of a compressed file that is no archive, which has none.
        var name: String?
        var kind: MemberKind
        var isEncrypted: Bool
    }

    enum MemberKind {
        case file
        case folder
        /// To another path, which may be a member of the archive.
        case link(to: String)
        /// A pipe or a device.
        case other
    }

    enum Kind {
        /// Through the central directory only, so that a file which was cut off does not look like a shorter one.
        case zip
        case any
        /// What a compressor has made of a file: of an archive, or of any other.
        case compressed
    }

    private let archive: OpaquePointer
    private let stream: ArchiveStream
    private let format: Phrase
    /// Where in what it expands to the last member's place ends.
    private var end: Int64 = 0

    init(_ source: ByteSource, kind: Kind, format: Phrase) throws(DocumentError) {
        guard let archive = archive_read_new() else { throw .damagedArchive(format: format, message: "libarchive") }
        self.archive = archive
        self.format = format
        stream = ArchiveStream(source)
        archive_read_support_format_zip_seekable(archive)
        if kind != .zip {
            archive_read_support_format_7zip(archive)
            archive_read_support_format_tar(archive)
            // Two that were put one after the other are read to the end of the last.
            archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1")
            archive_read_support_format_rar(archive)
            archive_read_support_format_rar5(archive)
            archive_read_support_filter_gzip(archive)
            archive_read_support_filter_bzip2(archive)
            archive_read_support_filter_xz(archive)
            archive_read_support_filter_zstd(archive)
        }
        if kind == .compressed { archive_read_support_format_raw(archive) }
        guard stream.open(archive) == ARCHIVE_OK else { throw damaged }
    }

    deinit { archive_read_free(archive) }

    /// Moves to the next member; nil after the last.
    func next() throws(DocumentError) -> Member? {
        var entry: OpaquePointer?
        let status = UTF8Locale.around { archive_read_next_header(archive, &entry) }
        if status == ARCHIVE_EOF {
            if isCutBetweenMembers { throw .damagedArchive(format: format, message: "no end mark") }
            return nil
        }
        guard status >= ARCHIVE_WARN, let entry else { throw damaged }
        return Member(
            name: isRaw ? nil : Self.name(of: entry),
            kind: Self.kind(of: entry),
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// Expands the member that the cursor stands at, which may have so many bytes.
    ///
    /// - Parameter turn: called before much memory is taken.
    func contents(
        limit: Int, budget: inout ExpansionBudget, turn: () -> Void = {}
    ) throws(DocumentError) -> [UInt8] {
        var contents: [UInt8] = []
        var found = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = archive_read_data(archive, &chunk, chunk.count)
            guard count >= 0 else { throw damaged }
            guard count > 0 else { break }
            try budget.spend(count)
            if found <= Limits.lightBytes, found + count > Limits.lightBytes { turn() }
            found += count
            if found <= limit { contents.append(contentsOf: chunk[..<count]) }
        }
        // What is too large is gone through to its end, so that the members after it can be read.
        guard found <= limit else { throw .limit(.fileBytes(limit, found: found)) }
        return contents
    }

    /// Leaves the member; what of it was not read is passed over.
    func leave() throws(DocumentError) {
        guard archive_read_data_skip(archive) >= ARCHIVE_WARN else { throw damaged }
        end = archive_filter_bytes(archive, 0)
    }

    private var isRaw: Bool { archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW }

    /// Whether the archive ends after a member without the mark that it ends with: a block of zeros in tar
    /// (POSIX.1-2008, pax), a header of its own in rar. libarchive takes that for the end; the members behind are lost.
    private var isCutBetweenMembers: Bool {
        switch archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK {
        case ARCHIVE_FORMAT_TAR: end > 0 && archive_filter_bytes(archive, 0) - end < 512
        case ARCHIVE_FORMAT_RAR: !stream.endsWith([0x7B, 0x00, 0x40, 0x07, 0x00], [0x7B, 0x00, 0x00, 0x07, 0x00])
        case ARCHIVE_FORMAT_RAR_V5: !stream.endsWith([0x1D, 0x77, 0x56, 0x51, 0x03, 0x05, 0x04, 0x00])
        default: false
        }
    }

    private var damaged: DocumentError {
        let detail = archive_error_string(archive).map { String(cString: $0) } ?? "libarchive"
        if detail.contains("ncrypted") || detail.contains("assphrase") { return .encrypted(format: format) }
        return .damagedArchive(format: format, message: detail)
    }

    private static func kind(of entry: OpaquePointer) -> MemberKind {
        let target = UTF8Locale.around {
            (archive_entry_hardlink(entry) ?? archive_entry_symlink(entry)).map { FileName(cString: $0).shown }
        }
        if let target { return .link(to: target) }
        return switch archive_entry_filetype(entry) {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// Chinese Windows writes names in its own code page and does not say so.
    private static func name(of entry: OpaquePointer) -> String {
        guard let raw = UTF8Locale.around({ archive_entry_pathname(entry) }) else { return "" }
        return FileName(cString: raw).shown
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
