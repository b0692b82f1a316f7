import CLinux
import Glibc
import Values

/// Files that belong together: they are written beside their folder, and come into it once all of them are on the disk.
///
/// A folder that is not there takes its place as a whole. Into one that is there they are moved one by one; an end of
/// the run waits for the last, and a file that vouches for the others goes first and comes last. With such a file, a
/// folder of nothing else changes places as a whole.
package final class OutputFolder {
    private let name: String
    private let files: [String]
    private let mark: String?
    private let replacing: Bool
    private let part: String
    private let descriptor: Int32

    /// - Parameters:
    ///   - files: what it is to hold; those that are there already are kept unless `replacing`.
    ///   - mark: that of them which says what is in the others.
    package init(_ name: String, of files: [String], mark: String? = nil, replacing: Bool) throws(OutputError) {
        self.files = files
        self.mark = mark
        self.replacing = replacing
        self.name = Self.resolved(name)
        // What is called nothing would be the root.
        guard !name.isEmpty else { throw .cannotCreate(path: name, code: ENOENT) }
        // No command could open the archive beside a folder called like its journal.
        if ArchiveFile.isTaken(self.name) { throw .isArchive(path: name) }
        if let parent = Self.parent(of: name) { try Self.make(parent) }
        let isThere = access(name, F_OK) == 0
        // A link that leads nowhere: its place is taken, and a folder cannot be made where it leads to.
        if !isThere, Self.kind(of: self.name) != nil { throw .cannotCreate(path: name, code: ENOENT) }
        for path in files.map({ "\(name)/\($0)" }) { try Self.requireRoom(at: path, replacing: replacing) }
        if isThere { try Self.make(name) }
        let beside = isThere && !Self.hasRoomBeside(self.name) ? self.name + "/." : self.name
        PartFile.sweep(PartFile.folder(of: beside))
        part = PartFile.name(beside: beside)
        guard mkdir(part, 0o777) == 0 else { throw .cannotCreate(path: name, code: errno) }
        var status = stat()
        if isThere, stat(name, &status) == 0 {
            chown(part, uid_t.max, status.st_gid)
            chmod(part, status.st_mode & 0o7777)
        }
        descriptor = open(part, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        PartFile.hold(descriptor, part)
    }

    deinit {
        for file in files { unlink("\(part)/\(file)") }
        rmdir(part)
        PartFile.release(part)
        if descriptor >= 0 { close(descriptor) }
    }

    /// Where a file of it is to be written.
    package func path(_ file: String) -> String { "\(part)/\(file)" }

    /// Writes one of its files. Errors name the place where it was to stand.
    package func write<Result>(_ file: String, _ body: (OutputFile) throws -> Result) throws -> Result {
        do {
            let output = try OutputFile(path(file), replacing: false)
            let result = try body(output)
            try output.commit()
            return result
        } catch OutputError.cannotCreate(path(file), let code) {
            throw OutputError.cannotCreate(path: "\(name)/\(file)", code: code)
        } catch OutputError.cannotWrite(path(file), let code) {
            throw OutputError.cannotWrite(path: "\(name)/\(file)", code: code)
        }
    }

    package func commit() throws(OutputError) {
        fsync(descriptor)
        defer { for folder in [name, PartFile.folder(of: name)] { PartFile.synchronize(folder: folder) } }
        let result = Leftovers.ofThisRun.finishing { Result { () throws(OutputError) in try place() } }
        try result.get()
    }

    /// Brings the files to their places.
    private func place() throws(OutputError) {
        if Self.kind(of: name) == nil, rename(part, name) == 0 { return }
        if let mark {
            if exchange() { return }
            unlink("\(name)/\(mark)")
        }
        for file in files.filter({ $0 != mark }) + (mark.map { [$0] } ?? []) {
            try OutputFile.move(path(file), to: "\(name)/\(file)", replacing: replacing)
        }
    }

    /// Changes places with a folder that holds nothing else.
    private func exchange() -> Bool {
        let there = PartFile.names(in: name)
        guard Self.kind(of: name) == S_IFDIR, !isWorkingFolder, Set(files).isSuperset(of: there),
            there.allSatisfy({ Self.kind(of: "\(name)/\($0)") == S_IFREG })
        else { return false }
        for file in there { OutputFile.keepPermissions(of: "\(name)/\(file)", for: path(file)) }
        guard nianbao_exchange(part, name) == 0 else { return false }
        // What another program has made there just now is not this run's to remove.
        let others = Set(PartFile.names(in: part)).subtracting(files)
        for other in others where Self.kind(of: "\(name)/\(other)") == nil {
            rename(path(other), "\(name)/\(other)")
        }
        return true
    }

    /// Whoever works in a folder would find it gone.
    private var isWorkingFolder: Bool {
        var (own, working) = (stat(), stat())
        guard stat(name, &own) == 0, stat(".", &working) == 0 else { return false }
        return own.st_ino == working.st_ino && own.st_dev == working.st_dev
    }

    /// Whether files can be made beside a folder and moved into it: not where its own place may not be written to, or
    /// is on another disk.
    private static func hasRoomBeside(_ folder: String) -> Bool {
        let parent = PartFile.folder(of: folder)
        var (own, above) = (stat(), stat())
        guard access(parent, W_OK) == 0, stat(folder, &own) == 0, stat(parent, &above) == 0 else { return false }
        return own.st_dev == above.st_dev
    }

    private static func requireRoom(at path: String, replacing: Bool) throws(OutputError) {
        if ArchiveFile.isTaken(path) { throw .isArchive(path: path) }
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
        if !replacing { throw .exists(path: path) }
    }

    /// What is there, links not followed; nil where nothing is.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else {
            let bytes = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
            return String(decoding: bytes.reversed(), as: UTF8.self)
        }
        defer { free(real) }
        return String(cString: real)
    }
}

extension OutputFolder {
    /// Makes a folder that answers of several files are written to, and the folders that it is to lie in, unless they
    /// are there.
    package static func make(_ path: String) throws(OutputError) {
        var status = stat()
        if stat(path, &status) != 0 {
            guard errno == ENOENT else { throw .cannotCreate(path: path, code: errno) }
            if let parent = parent(of: path) { try make(parent) }
            if mkdir(path, 0o777) == 0 { return }
            // Another may have made it meanwhile.
            guard errno == EEXIST, stat(path, &status) == 0 else { throw .cannotCreate(path: path, code: errno) }
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .cannotCreate(path: path, code: ENOTDIR) }
        guard access(path, W_OK) == 0 else { throw .cannotCreate(path: path, code: errno) }
    }

    /// Makes the folder that a file is to lie in.
    package static func makeParent(of file: String) throws(OutputError) {
        if let parent = parent(of: file) { try make(parent) }
    }

    private static func parent(of path: String) -> String? {
        let name = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        let parent = name.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
        return parent.isEmpty ? nil : String(decoding: parent.reversed(), as: UTF8.self)
    }
}
