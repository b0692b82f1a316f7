import Foundation
import GRDB
import Values

extension Archive {
    /// Makes a copy of the archive as it is now at `destination`, where no file may be unless it is to be replaced.
    /// Others may read meanwhile; who writes waits with the commit. To restore a backup is to copy it to a new place.
    ///
    /// The copy gets its name only after it was verified, so that what bears the name is whole, and it is on the disk
    /// when this returns. Until then it has a name of its own (see `PartFile`). A file that is replaced hands on its
    /// permissions, if it is an archive; one into which another program is writing is not replaced.
    ///
    /// - Parameter aside: where a file that is replaced is to stay; it has no other name then.
    package func copy(
        to destination: String, replacing: Bool = false, keepingOldAt aside: String? = nil
    ) throws -> Verification {
        let place = try CopyPlace(destination, of: path, replacing: replacing)
        try place.hold().letGo()
        let partial = try CopyPart(beside: place)
        do {
            try fill(partial.path, at: destination)
        } catch ArchiveError.diskFull {
            throw ArchiveError.noRoomForCopy(path: destination)
        }
        let verification = try Archive.openForReading(path: partial.path).verify()
        if let flaw = verification.flaws.first {
            // It is the archive itself that has the flaw: of the copy every page was written anew.
            throw ArchiveError.damaged(path: path, detail: flaw.explanation)
        }
        let held = try place.hold()
        defer { held.letGo() }
        try partial.take(place, keepingOldAt: aside)
        return verification
    }

    private func fill(_ partial: String, at destination: String) throws {
        let queue = try Connection.open(path: partial, readOnly: false)
        try reading { source in
            // What fails here fails at the copy, unless the archive itself cannot be read.
            try ArchiveError.translating(path: destination) {
                try queue.inDatabase { copy in
                    // Nobody else opens it, and it is brought to the disk as a whole.
                    try copy.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
                    try source.backup(to: copy)
                }
            }
        }
        try queue.close()
    }
}

/// Where a copy is to stand.
struct CopyPlace {
    /// As the user wrote it.
    let name: String
    /// Links followed.
    let target: String
    let replacing: Bool
    /// The file that is there.
    let there: FileIdentity?
    /// Whether that is an archive, whose permissions and group its successor has.
    let isArchive: Bool

    /// An archive is never replaced by its own copy, whichever name it is called by.
    init(_ name: String, of archive: String, replacing: Bool) throws(ArchiveError) {
        self.name = name
        self.replacing = replacing
        there = FileIdentity(name)
        target = there == nil ? name : FileIdentity.resolved(name)
        isArchive = ArchiveFile.isArchive(target)
        if let other = ArchiveFile.archive(beside: target) { throw .besideArchive(path: name, other: other) }
        guard let there else { return }
        if there.mode & S_IFMT != S_IFREG { throw .notAFile(path: name) }
        if there == FileIdentity(archive) { throw .ownPlace(path: name) }
        if !replacing { throw isArchive ? .archiveExists(path: name) : .exists(path: name) }
    }

    /// The file that is there with nobody at work in it, until it is let go.
    ///
    /// A journal beside it would be played back into the copy. Of an archive SQLite itself plays it back first; what is
    /// left then belongs to nothing that we know, and stays.
    func hold() throws -> HeldFile {
        let held = try HeldFile(there == nil ? nil : target)
        for ending in ["-journal", "-wal", "-shm"] where Self.isInTheWay(target + ending) {
            held.letGo()
            throw ArchiveError.exists(path: target + ending)
        }
        return held
    }

    /// A journal without its mark is nobody's, and is never played back.
    private static func isInTheWay(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return FileIdentity(path) != nil }
        defer { close(file) }
        var mark = [UInt8](repeating: 0, count: 8)
        let count = read(file, &mark, 8)
        return !path.hasSuffix("-journal") || count == 8 && mark == [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    }
}

/// A database that nobody else may use as long as it is held; nothing where the file is none.
struct HeldFile {
    private let queue: DatabaseQueue?

    init(_ path: String?) throws {
        guard let path else {
            queue = nil
            return
        }
        do {
            let queue = try Connection.open(path: path, readOnly: false, holdsTransactions: true)
            try ArchiveError.translating(path: path) {
                try queue.inDatabase { db in
                    Connection.wait(0, db)
                    try db.execute(sql: "PRAGMA journal_mode = DELETE")
                    try db.beginTransaction(.exclusive)
                }
            }
            self.queue = queue
        } catch ArchiveError.busy {
            throw ArchiveError.busy(path: path)
        } catch {
            // No database, or one that is beyond opening: what a backup is restored for.
            queue = nil
        }
    }

    func letGo() {
        try? queue?.inDatabase { if $0.isInsideTransaction { try $0.rollback() } }
        try? queue?.close()
    }
}

/// A copy on its way.
private final class CopyPart {
    let path: String
    private let descriptor: Int32

    init(beside place: CopyPlace) throws(ArchiveError) {
        PartFile.sweep(PartFile.folder(of: place.target))
        path = PartFile.name(beside: place.target)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = Phrase(systemError: errno)
            throw errno == ENOSPC ? .diskFull(path: place.name) : .cannotCreate(path: place.name, reason: reason)
        }
        PartFile.hold(descriptor, path)
    }

    deinit {
        close(descriptor)
        PartFile.discard(path)
    }

    /// Takes its place, once its bytes are on the disk. `link` refuses a name that was taken meanwhile, where `rename`
    /// would replace that file.
    func take(_ place: CopyPlace, keepingOldAt aside: String?) throws(ArchiveError) {
        if let there = place.there, place.isArchive {
            // Only its members may give a file to a group; who is none leaves it to whoever restores.
            fchown(descriptor, uid_t.max, there.group)
            fchmod(descriptor, there.mode & 0o7777)
        }
        guard fsync(descriptor) == 0 else {
            throw .inputOutput(path: place.name, detail: Phrase(systemError: errno))
        }
        if place.there != nil, let aside { try Self.keep(place.target, at: aside) }
        let isPlaced: Bool =
            if place.there != nil {
                rename(path, place.target) == 0
            } else if link(path, place.target) != 0 {
                // A file system without links, such as that of a memory stick.
                errno != EEXIST && access(place.target, F_OK) != 0 && rename(path, place.target) == 0
            } else {
                true
            }
        guard isPlaced else {
            throw errno == EEXIST
                ? .exists(path: place.name) : .cannotCreate(path: place.name, reason: Phrase(systemError: errno))
        }
        PartFile.synchronize(folder: PartFile.folder(of: place.target))
    }

    /// A second name for what is replaced; without links the file itself is moved.
    private static func keep(_ old: String, at aside: String) throws(ArchiveError) {
        guard link(old, aside) != 0 else { return }
        let reason = errno
        if reason != EEXIST, access(aside, F_OK) != 0, rename(old, aside) == 0 { return }
        throw .cannotCreate(path: aside, reason: Phrase(systemError: reason))
    }
}
