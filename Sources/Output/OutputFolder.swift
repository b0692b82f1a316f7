import CLinux
import Glibc
import Values

/// A folder of files that belong together, which appears under its name whole or not at all: it is made beside its
/// place and takes it, or changes places with the folder that is there.
///
/// Where that folder holds other files as well, these stay, and the new files take their places one by one: the one
/// that vouches for the others goes first and comes last.
package final class OutputFolder {
    private let name: String
    private let files: [String]
    private let mark: String
    private let part: String
    private let descriptor: Int32

    /// - Parameters:
    ///   - files: what it is to hold.
    ///   - mark: that of them which says what is in the others.
    package init(_ name: String, of files: [String], mark: String) throws(OutputError) {
        self.files = files
        self.mark = mark
        self.name = Self.resolved(name)
        // What is called nothing would be the root.
        guard !name.isEmpty else { throw .cannotCreate(path: name, code: ENOENT) }
        if let parent = Self.parent(of: name) { try Self.make(parent) }
        let isThere = access(name, F_OK) == 0
        // A link that leads nowhere: its place is taken, and a folder cannot be made where it leads to.
        if !isThere, Self.kind(of: self.name) != nil { throw .cannotCreate(path: name, code: ENOENT) }
        if let archive = files.map({ "\(name)/\($0)" }).first(where: ArchiveFile.isTaken) {
            throw .isArchive(path: archive)
        }
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

    package func commit() throws(OutputError) {
        fsync(descriptor)
        if rename(part, name) == 0 { return synchronize() }
        if Self.kind(of: name) == S_IFDIR, holdsOnlyItsFiles, nianbao_exchange(part, name) == 0 {
            return synchronize()
        }
        unlink("\(name)/\(mark)")
        for file in files.filter({ $0 != mark }) + [mark] where rename(path(file), "\(name)/\(file)") != 0 {
            throw .cannotCreate(path: "\(name)/\(file)", code: errno)
        }
        synchronize()
    }

    private func synchronize() {
        for folder in [name, PartFile.folder(of: name)] { PartFile.synchronize(folder: folder) }
    }

    /// What changed places is this run's to remove, and nothing else may be in it.
    private var holdsOnlyItsFiles: Bool { PartFile.names(in: name).allSatisfy(files.contains) }

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
