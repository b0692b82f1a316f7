import Documents
import Foundation
import Values

/// One file to import: where its bytes are, and the path it is known by.
package struct SourceFile: Sendable {
    package enum Content: Sendable {
        case file
        case bytes([UInt8])
        /// Out of an archive.
        case opened(OpenedFile)
        /// What could not be taken out of an archive.
        case failure(DocumentError)
        /// Of a kind that is none that reports come as; its name is told.
        case passedOver
        /// A folder within a named one that could not be listed, to be told like a file that cannot be read.
        case unlisted(reason: Phrase)
    }

    /// The path that is shown and stored: relative to the folder that the user named, or the file's own name.
    package var path: String
    /// The path to open; its folders may name county and year.
    package var location: String
    package var content: Content
    package var modifiedAt: Int64
    package var mode: UInt32

    package init(
        path: String, location: String, content: Content = .file, modifiedAt: Int64 = 0, mode: UInt32 = 0o644
    ) {
        self.path = path
        self.location = location
        self.content = content
        self.modifiedAt = modifiedAt
        self.mode = mode
    }

    fileprivate init(path: String, location: String, _ status: stat) {
        self.init(
            path: path, location: location, modifiedAt: Int64(status.st_mtim.tv_sec), mode: status.st_mode & 0o7777)
    }

    /// Whether this program wrote it: a page of answers, a letter.
    fileprivate var isOurs: Bool {
        guard [".html", ".htm", ".docx"].contains(where: path.lowercased().hasSuffix),
            let handle = FileHandle(forReadingAtPath: location)
        else { return false }
        defer { try? handle.close() }
        return Generator.wrote((try? handle.read(upToCount: Generator.headSize)) ?? Data())
    }

    fileprivate var isPassedOver: Bool { if case .passedOver = content { true } else { false } }
    fileprivate var isUnlisted: Bool { if case .unlisted = content { true } else { false } }

    /// The file that a path names; nil where it is a folder.
    static func named(_ path: String) throws(ImportError) -> SourceFile? {
        if path == "-" { return try standardInput() }
        let url = URL(filePath: path).standardizedFileURL
        var status = stat()
        guard stat(url.path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
            throw .unreadable(path: path, reason: Phrase(systemError: errno))
        }
        if status.st_mode & S_IFMT == S_IFDIR { return nil }
        // Whoever reads from a pipe waits, perhaps for ever; a device has no end.
        if status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
        return SourceFile(path: url.lastPathComponent, location: url.path, status)
    }

    private static func standardInput() throws(ImportError) -> SourceFile {
        do {
            let data = try FileHandle.standardInput.readToEnd() ?? Data()
            return SourceFile(path: "-", location: "-", content: .bytes([UInt8](data)))
        } catch {
            throw .unreadable(path: "-", reason: error.reason)
        }
    }

    /// The bytes of a file that is no part of an archive; `name` is what an error about reading calls it.
    func read(named name: String) throws(ImportError) -> [UInt8] {
        if case .bytes(let bytes) = content { return bytes }
        do {
            return try [UInt8](Data(contentsOf: URL(filePath: location)))
        } catch {
            throw .unreadable(path: name, reason: error.reason)
        }
    }

    func read() throws -> [UInt8] {
        switch content {
        case .file, .bytes: return try read(named: path)
        case .opened(let file): return file.bytes
        case .failure(let error): throw error
        case .passedOver: return []
        case .unlisted(let reason): throw ImportError.unreadable(path: path, reason: reason)
        }
    }

    /// The file looked into, its bytes having been read.
    func opened(_ bytes: [UInt8]) throws(DocumentError) -> OpenedFile {
        if case .opened(let file) = content { file } else { try OpenedFile(bytes, name: path) }
    }

    func member(_ member: ArchiveMember) -> SourceFile {
        var file = self
        file.path = "\(path)/\(member.path)"
        file.location = "\(location)/\(member.path)"
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

/// The files that the arguments of an import name.
package struct SourceFiles: Sendable {
    package private(set) var files: [SourceFile] = []
    /// Files in named folders whose kind is none that reports come as.
    package private(set) var passedOver: [String] = []

    /// The paths, as they are stored, of files that take the place of reports.
    package private(set) var replacing: Set<String> = []

    /// - Parameter replacing: files that are to take the place of reports; they come last, whether or not they lie in
    ///   the folders that are named as well.
    package init(_ arguments: [String], replacing: [String] = []) throws(ImportError) {
        try add(arguments)
        guard !replacing.isEmpty else { return }
        let own = try SourceFiles(replacing)
        let locations = Set(own.files.map(\.location))
        let shared = files.filter { locations.contains($0.location) }
        files.removeAll { locations.contains($0.location) }
        let named = own.files.map { file in shared.first { $0.location == file.location } ?? file }
        files += named
        passedOver += own.passedOver
        self.replacing = Set(named.map(\.path))
    }

    private mutating func add(_ arguments: [String]) throws(ImportError) {
        for argument in arguments {
            if let file = try SourceFile.named(argument) {
                files.append(file)
            } else {
                try addFolder(argument)
            }
        }
    }

    private mutating func addFolder(_ folder: String) throws(ImportError) {
        let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL.path
        var found: [SourceFile] = []
        do {
            try Self.list(root, below: "", into: &found)
        } catch {
            throw .unreadable(path: folder, reason: error.reason)
        }
        let before = files.count
        let passedBefore = passedOver.count
        for file in found.sorted(by: { $0.path < $1.path }) {
            if file.isUnlisted || !file.isPassedOver && FileFormat.isExpected(file.path) && !file.isOurs {
                files.append(file)
            } else {
                passedOver.append(file.path)
            }
        }
        if files.count == before {
            throw .noReports(folder: folder, passedOver: Array(passedOver[passedBefore...]))
        }
    }

    /// The plain files of a folder and the folders in it; hidden ones are passed over without a word, and links, which
    /// may lead in a circle, with one.
    private static func list(_ folder: String, below prefix: String, into found: inout [SourceFile]) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where !name.hasPrefix(".") && !ArchiveExpansion.isLitter(name) {
            let location = "\(folder)/\(name)"
            var status = stat()
            guard lstat(location, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG: found.append(SourceFile(path: prefix + name, location: location, status))
            case S_IFDIR:
                do {
                    try list(location, below: "\(prefix)\(name)/", into: &found)
                } catch {
                    found.append(
                        SourceFile(path: prefix + name, location: location, content: .unlisted(reason: error.reason)))
                }
            default: found.append(SourceFile(path: prefix + name, location: location, content: .passedOver))
            }
        }
    }
}

extension Error {
    /// The system's reason, which Foundation wraps in errors of its own.
    fileprivate var reason: Phrase {
        let error = self as NSError
        let underlying = error.userInfo[NSUnderlyingErrorKey] as? any Error
        if let system = (underlying ?? error) as? POSIXError { return Phrase(systemError: system.code.rawValue) }
        return Phrase(zh: "系统错误 \(error.code)", en: error.localizedFailureReason ?? "\(self)")
    }
}
