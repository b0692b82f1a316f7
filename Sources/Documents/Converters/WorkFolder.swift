import Foundation
import Values

/// A folder for one run of a converter, readable by this user only, that goes when its owner does.
final class WorkFolder {
    let path: String
    private let descriptor: Int32

    init() throws(DocumentError) {
        let parent = PartFile.temporaryFolder
        Self.sweeping
        let folder = PartFile.temporary(in: parent) { mkdtemp($0) == nil ? errno : 0 }
        guard folder.made == 0 else {
            throw .converter(.noWorkFolder(path: parent, reason: Phrase(systemError: folder.made)))
        }
        path = folder.path
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        PartFile.hold(descriptor, path)
    }

    deinit {
        Leftovers.remove(tree: path)
        PartFile.release(path)
        if descriptor >= 0 { close(descriptor) }
    }

    /// Removes the folders of runs that were killed, once in a run.
    private static let sweeping: Void = PartFile.sweep(
        PartFile.temporaryFolder, named: PartFile.isTemporary, removing: { path, _ in Leftovers.remove(tree: path) })

    /// For this user's eyes only, whatever becomes of the folder.
    func write(_ bytes: [UInt8], to name: String) throws(DocumentError) {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .converter(.noWorkFolder(path: path, reason: Phrase(systemError: errno))) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else {
                throw .converter(.noWorkFolder(path: path, reason: Phrase(systemError: errno)))
            }
            rest = rest.dropFirst(max(0, written))
        }
    }

    /// Whether the disk has less room than any converter needs.
    var isFull: Bool {
        var status = statvfs()
        return statvfs(path, &status) == 0 && UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 18
    }

    /// How many bytes a file has; nil where there is none.
    func size(of name: String) -> Int? {
        var status = stat()
        guard stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// A file's bytes, at most `limit`; nil where there is none.
    func read(_ name: String, limit: Int, program: String) throws(DocumentError) -> [UInt8]? {
        guard let size = size(of: name) else { return nil }
        guard size <= limit else { throw .converter(.outputTooLarge(program: program, limit: limit)) }
        let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { return }
                count += read
            }
        }
    }
}
