import Glibc
import Values

/// A file that appears under its name whole or not at all: it is written beside its place and moved there by `commit`.
///
/// Without a commit nothing is left. An existing file is kept unless `replacing`; a link is followed, and a device or a
/// pipe (`/dev/stdout`) is written to directly.
package final class OutputFile {
    private let path: String
    /// Where the file is to stand, links followed.
    private let target: String
    private let temporary: String?
    private let replacing: Bool
    private var descriptor: Int32

    package init(_ path: String, replacing: Bool) throws(OutputError) {
        self.path = path
        self.replacing = replacing
        var status = stat()
        if ArchiveFile.isTaken(path) { throw .isArchive(path: path) }
        let exists = stat(path, &status) == 0
        if !exists, errno != ENOENT { throw .cannotCreate(path: path, code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .isDirectory(path: path)
        case S_IFREG where !replacing: throw .exists(path: path)
        case S_IFREG:
            target = Self.resolved(path)
            temporary = PartFile.name(beside: target)
        case _ where exists:
            target = path
            temporary = nil
        default:
            target = path
            temporary = PartFile.name(beside: path)
        }
        if temporary != nil { PartFile.sweep(PartFile.folder(of: target)) }
        descriptor = open(temporary ?? path, O_WRONLY | O_CLOEXEC | (temporary == nil ? 0 : O_CREAT | O_EXCL), 0o666)
        if descriptor < 0 { throw .cannotCreate(path: path, code: errno) }
        if let temporary { PartFile.hold(descriptor, temporary) }
        if exists, temporary != nil { fchmod(descriptor, status.st_mode & 0o7777) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let temporary { PartFile.discard(temporary) }
    }

    /// A file of such bytes.
    package static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws {
        let file = try OutputFile(path, replacing: replacing)
        try bytes.withUnsafeBytes(file.write)
        try file.commit()
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        if let code = writeAll(bytes, to: descriptor) { throw .cannotWrite(path: path, code: code) }
    }

    /// Puts the file in its place, once its bytes are on the disk.
    package func commit() throws(OutputError) {
        // Pipes and devices cannot be synchronised and need not be.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS {
            throw .cannotWrite(path: path, code: errno)
        }
        let closed = close(descriptor)
        descriptor = -1
        if closed != 0 { throw .cannotWrite(path: path, code: errno) }
        guard let temporary else { return }
        try Self.move(temporary, to: target, as: path, replacing: replacing)
        PartFile.synchronize(folder: PartFile.folder(of: target))
    }

    /// Gives a file its place and, with it, the permissions of one that is replaced; a link is followed.
    static func move(_ temporary: String, to place: String, replacing: Bool) throws(OutputError) {
        let target = resolved(place)
        if replacing { keepPermissions(of: target, for: temporary) }
        try move(temporary, to: target, as: place, replacing: replacing)
    }

    static func keepPermissions(of target: String, for temporary: String) {
        var status = stat()
        if stat(target, &status) == 0 { chmod(temporary, status.st_mode & 0o7777) }
    }

    /// A second link, unlike a renaming, fails where a file has come into being since.
    ///
    /// - Parameter path: what errors call the place.
    private static func move(
        _ temporary: String, to target: String, as path: String, replacing: Bool
    ) throws(OutputError) {
        if replacing {
            if rename(temporary, target) != 0 { throw .cannotCreate(path: path, code: errno) }
            return
        }
        if link(temporary, target) == 0 {
            unlink(temporary)
            return
        }
        switch errno {
        case EEXIST: throw .exists(path: path)
        case EPERM, ENOTSUP, ENOSYS, EMLINK:
            // A file system without links, such as that of a memory stick.
            if access(target, F_OK) == 0 { throw .exists(path: path) }
            if rename(temporary, target) != 0 { throw .cannotCreate(path: path, code: errno) }
        case let code: throw .cannotCreate(path: path, code: code)
        }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

/// Writes all of the bytes; on failure returns the system's error number.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
        let written = Glibc.write(descriptor, start, rest.count)
        if written >= 0 {
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        } else if errno == EAGAIN {
            // A terminal that another program has set to not wait.
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&request, 1, -1)
        } else if errno != EINTR {
            return errno
        }
    }
    return nil
}
