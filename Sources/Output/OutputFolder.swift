import CLinux
import Glibc
import Values

/// Files that belong together and appear in their folder all or none: they are written beside it, and once all are on
/// the disk the folder takes its place.
///
/// Into a folder that is there already they are moved one by one; an end of the run waits for the last. With a file
/// that vouches for the others the whole folder changes places, and what else is in it goes over to the new one; where
/// that cannot be, in one's own working folder or with folders within, that file goes first and comes last.
package final class OutputFolder {
    private let name: String
    private let files: [String]
    private let mark: String?
    private let part: String
    private let descriptor: Int32

    /// - Parameters:
    ///   - files: what it is to hold; those that are there already are kept unless `replacing`.
    ///   - mark: that of them which says what is in the others.
    package init(_ name: String, of files: [String], mark: String? = nil, replacing: Bool) throws(OutputError) {
        self.files = files
        self.mark = mark
        self.name = Self.resolved(name)
        // What is called nothing would be the root.
        guard !name.isEmpty else { throw .cannotCreate(path: name, code: ENOENT) }
        if let parent = Self.parent(of: name) { try Self.make(parent) }
        let isThere = access(name, F_OK) == 0
        // A link that leads nowhere: its place is taken, and a folder cannot be made where it leads to.
        if !isThere, Self.kind(of: self.name) != nil { throw .cannotCreate(path: name, code: ENOENT) }
        for path in files.map({ "\(name)/\($0)" }) { try Self.requireRoom(at: path, replacing: replacing) }
        if isThere { try Self.make(name) }
        // Within a folder whose own place may not be written to.
        let beside = isThere && access(PartFile.folder(of: self.name), W_OK) != 0 ? self.name + "/." : self.name
        PartFile.sweep(PartFile.folder(of: beside))
        part = PartFile.name(beside: beside)
        guard mkdir(part, 0o777) == 0 else { throw .cannotCreate(path: name, code: errno) }
        var status = stat()
        if isThere, stat(name, &status) == 0 { chmod(part, status.st_mode & 0o7777) }
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
        let failed = Leftovers.ofThisRun.finishing { place() }
        for folder in [name, PartFile.folder(of: name)] { PartFile.synchronize(folder: folder) }
        if let failed { throw .cannotCreate(path: failed.path, code: failed.code) }
    }

    /// Brings the files to their places; returns the first that could not be.
    private func place() -> (path: String, code: Int32)? {
        if Self.kind(of: name) == nil, rename(part, name) == 0 { return nil }
        if let mark {
            if exchange() { return nil }
            unlink("\(name)/\(mark)")
        }
        for file in files.filter({ $0 != mark }) + (mark.map { [$0] } ?? [])
        where rename(path(file), "\(name)/\(file)") != 0 {
            return ("\(name)/\(file)", errno)
        }
        return nil
    }

    /// Changes places with the folder that is there. What is another's in it gets a second name in the new one before.
    private func exchange() -> Bool {
        guard Self.kind(of: name) == S_IFDIR, !isWorkingFolder else { return false }
        var linked: [String] = []
        let isLinked = others(in: name).allSatisfy { other in
            guard link("\(name)/\(other)", path(other)) == 0 else { return false }
            linked.append(other)
            return true
        }
        guard isLinked, nianbao_exchange(part, name) == 0 else {
            for other in linked { unlink(path(other)) }
            return false
        }
        // What came meanwhile comes, too; the rest has its new name already.
        for other in others(in: part) where link(path(other), "\(name)/\(other)") == 0 || errno == EEXIST {
            unlink(path(other))
        }
        return true
    }

    private func others(in folder: String) -> Set<String> { Set(PartFile.names(in: folder)).subtracting(files) }

    /// Whoever works in a folder would find it gone.
    private var isWorkingFolder: Bool {
        var (own, working) = (stat(), stat())
        guard stat(name, &own) == 0, stat(".", &working) == 0 else { return false }
        return own.st_ino == working.st_ino && own.st_dev == working.st_dev
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
