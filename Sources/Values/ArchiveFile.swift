import Glibc

/// What nothing else takes the place of, not even with `--force`: archives, and the files that SQLite keeps beside
/// them.
package enum ArchiveFile {
    /// How SQLite marks a file as an archive (`Migration.applicationID`), at this place of its header.
    private static let applicationID: [UInt8] = [0x4E, 0x49, 0x41, 0x4E]
    private static let applicationIDPlace: off_t = 68
    private static let companions = ["-journal", "-wal", "-shm"]

    /// Whether a path, links followed, is an archive's, or one that SQLite claims beside an archive.
    package static func isTaken(_ path: String) -> Bool {
        isArchive(path) || archive(beside: path) != nil
    }

    /// The archive of which a path would be a journal, or that would be the journal of one at the path: SQLite deletes
    /// what is there and is no journal.
    package static func archive(beside path: String) -> String? {
        let bases = companions.filter(path.hasSuffix).map { String(path.dropLast($0.count)) }
        return (bases + companions.map { path + $0 }).first(where: isArchive)
    }

    package static func isArchive(_ path: String) -> Bool {
        // A pipe would keep the opening waiting.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var mark = [UInt8](repeating: 0, count: applicationID.count)
        return pread(descriptor, &mark, mark.count, applicationIDPlace) == mark.count && mark == applicationID
    }
}
