import Documents
import Glibc
import Values

/// One file to import: where its bytes are, and the path it is known by.
package struct SourceFile: Sendable {
    package enum Content: Sendable {
        case file
        case bytes([UInt8])
        case standardInput
        /// Out of an archive.
        case opened(OpenedFile)
        /// What could not be taken out of an archive.
        case failure(DocumentError)
        /// Of a kind that is none that reports come as; its name is told.
        case passedOver
        /// A folder within a named one that could not be listed, to be told like a file that cannot be read.
        case unlisted(reason: Phrase)
        /// A pipe, a socket or a device, from which reading might never end.
        case notAFile
    }

    /// The path that is shown and stored: relative to the folder that the user named, or the file's own name.
    package var path: String
    /// The whole path as it is shown; its folders may name county and year.
    package var location: String
    /// What to open; nil of standard input and what never was a file.
    package var file: FileName?
    package var content: Content
    package var modifiedAt: Int64
    package var mode: UInt32
    /// Whether the user named it, rather than a folder or an archive that it lies in.
    var isNamed = false

    package init(
        path: String, location: String, file: FileName? = nil, content: Content = .file, modifiedAt: Int64 = 0,
        mode: UInt32 = 0o644
    ) {
        self.path = path
        self.location = location
        self.file = file
        self.content = content
        self.modifiedAt = modifiedAt
        self.mode = mode
    }

    init(path: String, _ file: FileName, _ status: stat, content: Content = .file) {
        self.init(
            path: path, location: file.shown, file: file, content: content,
            modifiedAt: Int64(status.st_mtim.tv_sec), mode: status.st_mode & 0o7777)
    }

    /// Whether this program wrote it: a page of answers, a letter.
    var isOurs: Bool {
        guard [".html", ".htm", ".docx"].contains(where: path.lowercased().hasSuffix), let file,
            case let descriptor = file.withCString({ open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }), descriptor >= 0
        else { return false }
        defer { close(descriptor) }
        return Generator.wrote(descriptor)
    }

    var isPassedOver: Bool { if case .passedOver = content { true } else { false } }
    /// Whether it is told as refused whatever it is called.
    var isRefused: Bool {
        switch content {
        case .unlisted, .notAFile: true
        default: false
        }
    }

    /// The file that a path names; nil where it is a folder.
    static func named(_ path: String) throws(ImportError) -> SourceFile? {
        if path == "-" {
            var input = SourceFile(path: "-", location: "-", content: .standardInput)
            input.isNamed = true
            return input
        }
        let name = FileName(argument: path)
        var status = stat()
        guard name.withCString({ stat($0, &status) }) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(path: name.shown) }
            throw .unreadable(path: name.shown, reason: Phrase(systemError: errno))
        }
        if status.st_mode & S_IFMT == S_IFDIR { return nil }
        // Whoever reads from a pipe waits, perhaps for ever; a device has no end.
        if status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: name.shown) }
        var file = SourceFile(path: name.absolute.last.shown, name.absolute, status)
        file.isNamed = true
        return file
    }

    /// The bytes of a file that is no part of an archive; `name` is what an error about reading calls it.
    ///
    /// - Parameter turn: called before much memory is taken.
    func taken(named name: String, limit: Int, turn: () -> Void = {}) throws(ImportError) -> TakenBytes {
        switch content {
        case .bytes(let bytes): return .all(bytes)
        case .standardInput: return try .standardInput(named: name, limit: limit, turn: turn)
        default: return try .file(file ?? FileName(location), named: name, limit: limit, turn: turn)
        }
    }

    func read(_ limits: Limits) throws -> TakenBytes {
        switch content {
        case .file, .bytes, .standardInput: try taken(named: path, limit: limits.fileBytes, turn: limits.turn)
        case .opened(let file): .all(file.bytes)
        case .failure(let error): throw error
        case .passedOver: .all([])
        case .unlisted(let reason): throw ImportError.unreadable(path: path, reason: reason)
        case .notAFile: throw ImportError.notAFile(path: path)
        }
    }

    /// The file looked into, its bytes having been read.
    func opened(_ bytes: [UInt8], _ limits: Limits) throws(DocumentError) -> OpenedFile {
        if case .opened(let file) = content { file } else { try OpenedFile(bytes, name: path, limits: limits) }
    }

    func member(_ member: ArchiveMember) -> SourceFile {
        var file = self
        file.isNamed = isNamed && member.isWhole
        if member.isWhole {
            let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            file.path = (folder + [Substring(member.path.split(separator: "/").last ?? "")]).joined(separator: "/")
        } else {
            file.path = "\(path)/\(member.path)"
            file.location = "\(location)/\(member.path)"
        }
        switch member.content {
        case .success(let opened): file.content = .opened(opened)
        case .failure(let error): file.content = .failure(error)
        }
        return file
    }

    /// A member that is not read.
    func passedOver(_ member: String) -> SourceFile {
        SourceFile(path: "\(path)/\(member)", location: "\(location)/\(member)", content: .passedOver)
    }

    func failed(_ error: DocumentError) -> SourceFile {
        var file = self
        file.content = .failure(error)
        return file
    }
}
