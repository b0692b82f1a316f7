import Foundation
import GRDB
import Values

extension Archive {
    /// Makes a copy of the archive as it is now at `destination`, where no file may be unless it is to be replaced.
    /// Others may read meanwhile; who writes waits with the commit. To restore a backup is to copy it to a new place.
    ///
    /// The copy gets its name only after it was verified, so that what bears the name is whole, and it is on the disk
    /// when this returns. A copy that was interrupted stays behind as `….partial` and is overwritten by the next.
    package func copy(to destination: String, replacing: Bool = false) throws -> Verification {
        try checkDestination(destination, replacing: replacing)
        let partial = destination + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            try Connection.createFile(path: partial)
            try fill(partial)
        } catch ArchiveError.diskFull {
            try? FileManager.default.removeItem(atPath: partial)
            throw ArchiveError.noRoomForCopy(path: destination)
        }
        let verification = try Archive.openForReading(path: partial).verify()
        if let flaw = verification.flaws.first {
            // It is the archive itself that has the flaw: of the copy every page was written anew.
            try? FileManager.default.removeItem(atPath: partial)
            throw ArchiveError.damaged(path: path, detail: flaw.explanation)
        }
        try Self.rename(partial, to: destination, replacing: replacing)
        return verification
    }

    /// An archive is never replaced by its own copy, whichever name it is called by.
    private func checkDestination(_ destination: String, replacing: Bool) throws(ArchiveError) {
        var (own, other) = (stat(), stat())
        guard stat(destination, &other) == 0 else { return }
        if other.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: destination) }
        let isItself = stat(path, &own) == 0 && own.st_dev == other.st_dev && own.st_ino == other.st_ino
        if isItself || !replacing { throw .exists(path: destination) }
    }

    private func fill(_ path: String) throws {
        let queue = try Connection.open(path: path, readOnly: false)
        try reading { source in
            // What fails here fails at the copy, unless the archive itself cannot be read.
            try ArchiveError.translating(path: path) {
                try queue.inDatabase { try source.backup(to: $0) }
            }
        }
        try queue.close()
    }

    /// `link` refuses a name that was taken meanwhile, where `rename` would replace that file.
    private static func rename(_ partial: String, to destination: String, replacing: Bool) throws {
        // The journal of a file that stood here would be played back into the copy.
        for ending in ["-journal", "-wal", "-shm"] { unlink(destination + ending) }
        let status = replacing ? Glibc.rename(partial, destination) : link(partial, destination)
        guard status == 0 else {
            throw errno == EEXIST
                ? ArchiveError.exists(path: destination)
                : ArchiveError.cannotCreate(path: destination, reason: Phrase(systemError: errno))
        }
        unlink(partial)
        let parent = (destination as NSString).deletingLastPathComponent
        let folder = Glibc.open(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }
}
