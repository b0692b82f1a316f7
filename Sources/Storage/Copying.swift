import Foundation
import GRDB

extension Archive {
    /// Makes a copy of the archive as it is now at `destination`, where no file may be. Others may read meanwhile; who
    /// writes waits with the commit. To restore a backup is to copy it to a new place.
    ///
    /// The copy gets its name only after it was verified, so that what bears the name is whole, and it is on the disk
    /// when this returns. A copy that was interrupted stays behind as `….partial` and is overwritten by the next.
    package func copy(to destination: String) throws -> Verification {
        guard !FileManager.default.fileExists(atPath: destination) else {
            throw ArchiveError.exists(path: destination)
        }
        let partial = destination + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        try Connection.createFile(path: partial)
        try fill(partial)
        let verification = try Archive.openForReading(path: partial).verify()
        if let flaw = verification.flaws.first {
            throw ArchiveError.damaged(path: partial, detail: flaw.explanation.en)
        }
        try Self.rename(partial, to: destination)
        return verification
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
    private static func rename(_ partial: String, to destination: String) throws {
        guard link(partial, destination) == 0 else {
            throw errno == EEXIST
                ? ArchiveError.exists(path: destination)
                : ArchiveError.cannotCreate(path: destination, reason: String(cString: strerror(errno)))
        }
        unlink(partial)
        let folder = Glibc.open((destination as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }
}
