import Foundation
import Values

/// Files that an earlier run of the program wrote into a folder.
enum OlderFiles {
    /// The names of those that the program wrote, as their own marks say, in order.
    ///
    /// - Parameter stems: what their names are without the endings.
    static func names(in folder: String, of stems: Set<String>) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
            return stems.contains(stem) && isOurs("\(folder)/\(name)")
        }.sorted()
    }

    /// Only a regular file is opened: a pipe would have one wait for whoever writes to it.
    private static func isOurs(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        guard case let descriptor = open(path, O_RDONLY | O_CLOEXEC), descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return Generator.wrote(descriptor)
    }
}

extension String {
    /// A folder's name as paths of files in it begin with it: 网页 for 网页/.
    var withoutTrailingSlashes: String {
        let bytes = utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
        return bytes.isEmpty ? self : String(decoding: Array(bytes), as: UTF8.self)
    }
}
