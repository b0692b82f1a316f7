import Glibc

/// A folder that answers of several files are written to.
package enum OutputFolder {
    /// Makes it, and the folders that it is to lie in, unless they are there.
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

    private static func parent(of path: String) -> String? {
        let name = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        let parent = name.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
        return parent.isEmpty ? nil : String(decoding: parent.reversed(), as: UTF8.self)
    }

    /// Gives a finished file its name, in place of any that bears it.
    package static func move(_ path: String, to target: String) throws(OutputError) {
        if rename(path, target) != 0 { throw .cannotCreate(path: target, code: errno) }
    }
}
