import Documents
import Glibc
import Values

/// The files of a folder and of the folders in it, by the bytes of their names; hidden ones and litter are passed over
/// without a word.
///
/// Links are followed to files and folders, but into no folder twice: a link may lead in a circle.
struct FolderWalk {
    private var found: [SourceFile] = []
    private var seen: Set<Identity> = []
    /// How many folders may lie in one another: each costs room on the stack.
    private static let deepest = 100

    /// Links to folders, gone into after all that is no link.
    private var links: [(path: String, folder: FileName)] = []

    /// In the order of their paths.
    static func files(in folder: FileName) throws(ImportError) -> [SourceFile] {
        var walk = FolderWalk()
        let root = folder.absolute
        if let reason = walk.list(root, below: "") { throw .unreadable(path: folder.shown, reason: reason) }
        while !walk.links.isEmpty {
            let link = walk.links.removeFirst()
            walk.enter(link.folder, path: link.path)
        }
        return walk.found.sorted { $0.path < $1.path }
    }

    /// What tells a folder from all others, whatever it is called.
    private struct Identity: Hashable {
        var device: UInt
        var number: UInt

        init(_ status: stat) {
            device = UInt(status.st_dev)
            number = UInt(status.st_ino)
        }
    }

    /// Returns the reason why a folder cannot be listed.
    private mutating func list(_ folder: FileName, below prefix: String) -> Phrase? {
        guard let listing = folder.withCString(opendir) else { return Phrase(systemError: errno) }
        defer { closedir(listing) }
        var status = stat()
        if fstat(dirfd(listing), &status) == 0, !seen.insert(Identity(status)).inserted { return nil }
        errno = 0
        while let entry = readdir(listing) {
            let name = FileName(cString: entry.name)
            let shown = name.shown
            if name.bytes.first != UInt8(ascii: "."), !ArchiveExpansion.isLitter(shown) {
                add(folder.appending(name), path: prefix + shown)
            }
            errno = 0
        }
        return errno == 0 ? nil : Phrase(systemError: errno)
    }

    private mutating func add(_ file: FileName, path: String) {
        var status = stat()
        guard file.withCString({ lstat($0, &status) }) == 0 else {
            found.append(refused(file, path, Phrase(systemError: errno)))
            return
        }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink, file.withCString({ stat($0, &status) }) != 0 {
            found.append(refused(file, path, Self.reason(ofLink: errno)))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: found.append(SourceFile(path: path, file, status))
        case S_IFDIR: if isLink { links.append((path, file)) } else { enter(file, path: path) }
        default: found.append(SourceFile(path: path, file, status, content: .notAFile))
        }
    }

    private mutating func enter(_ folder: FileName, path: String) {
        guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.deepest else {
            let reason = Phrase(
                zh: "文件夹套了 \(Self.deepest) 层以上", en: "more than \(Self.deepest) folders lie in one another")
            found.append(refused(folder, path, reason))
            return
        }
        if let reason = list(folder, below: path + "/") { found.append(refused(folder, path, reason)) }
    }

    private func refused(_ file: FileName, _ path: String, _ reason: Phrase) -> SourceFile {
        SourceFile(path: path, location: file.shown, file: file, content: .unlisted(reason: reason))
    }

    private static func reason(ofLink code: Int32) -> Phrase {
        code == ENOENT ? Phrase(zh: "链接所指的文件不存在", en: "the link leads to no file") : Phrase(systemError: code)
    }
}
