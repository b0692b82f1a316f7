import Catalogue
import Documents
import Foundation

/// One file to import: where its bytes are, and the path it is known by.
package struct SourceFile: Sendable {
    package enum Content: Sendable {
        case file
        case bytes([UInt8])
        /// What could not be taken out of an archive.
        case failure(DocumentError)
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

    func read() throws -> [UInt8] {
        switch content {
        case .bytes(let bytes): return bytes
        case .failure(let error): throw error
        case .file: break
        }
        do {
            return try [UInt8](Data(contentsOf: URL(filePath: location)))
        } catch {
            throw ImportError.unreadable(path: path, reason: (error as NSError).localizedFailureReason ?? "\(error)")
        }
    }
}

/// The files that the arguments of an import name.
package struct SourceFiles: Sendable {
    package private(set) var files: [SourceFile] = []
    /// Files in named folders whose kind is none that reports come as.
    package private(set) var passedOver: [String] = []

    /// Endings of files that reports come as. In a folder others are passed over; a file that is named itself is always tried.
    private static let endings: Set<String> = [
        "txt", "text", "htm", "html", "mht", "mhtml", "doc", "docx", "docm", "wps", "pdf", "rtf", "zip", "7z", "tar",
        "gz", "tgz", "xz", "rar",
    ]

    package init(_ arguments: [String]) throws(ImportError) {
        for argument in arguments {
            if argument == "-" {
                files.append(try Self.standardInput())
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
                throw .missing(path: argument)
            }
            if isFolder.boolValue {
                try addFolder(argument)
            } else {
                let url = URL(filePath: argument)
                files.append(Self.file(path: url.lastPathComponent, url: url))
            }
        }
    }

    private mutating func addFolder(_ folder: String) throws(ImportError) {
        let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        let keys: [URLResourceKey] = [.isRegularFileKey, .isDirectoryKey]
        guard
            let found = FileManager.default.enumerator(
                at: root, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
        else { throw .unreadable(path: folder, reason: "folder") }
        var paths: [String] = []
        for case let url as URL in found
        where (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
            paths.append(String(url.standardizedFileURL.path.dropFirst(root.path.count).drop { $0 == "/" }))
        }
        let before = files.count
        for path in paths.sorted() {
            let url = root.appending(path: path)
            if Self.isCandidate(path) {
                files.append(Self.file(path: path, url: url))
            } else {
                passedOver.append(path)
            }
        }
        if files.count == before { throw .noReports(folder: folder) }
    }

    /// Whether a file in a folder or an archive is of a kind that reports come as.
    static func isCandidate(_ path: String) -> Bool {
        endings.contains(URL(filePath: path).pathExtension.lowercased())
    }

    private static func file(path: String, url: URL) -> SourceFile {
        let attributes = (try? FileManager.default.attributesOfItem(atPath: url.path)) ?? [:]
        let modified = (attributes[.modificationDate] as? Date).map { Int64($0.timeIntervalSince1970) } ?? 0
        let mode = (attributes[.posixPermissions] as? NSNumber)?.uint32Value ?? 0o644
        return SourceFile(path: path, location: url.standardizedFileURL.path, modifiedAt: modified, mode: mode)
    }

    private static func standardInput() throws(ImportError) -> SourceFile {
        do {
            let data = try FileHandle.standardInput.readToEnd() ?? Data()
            return SourceFile(path: "-", location: "-", content: .bytes([UInt8](data)))
        } catch {
            throw .unreadable(path: "-", reason: "\(error)")
        }
    }
}
