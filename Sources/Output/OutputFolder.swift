import Glibc

/// A folder that answers of several files are written to.
package enum OutputFolder {
    /// Makes it unless it is there; its own folder must be.
    package static func make(_ path: String) throws(OutputError) {
        if mkdir(path, 0o777) == 0 { return }
        let code = errno
        var status = stat()
        guard code == EEXIST, stat(path, &status) == 0 else { throw .cannotCreate(path: path, code: code) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .cannotCreate(path: path, code: ENOTDIR) }
        guard access(path, W_OK) == 0 else { throw .cannotCreate(path: path, code: errno) }
    }

    /// Gives a finished file its name, in place of any that bears it.
    package static func move(_ path: String, to target: String) throws(OutputError) {
        if rename(path, target) != 0 { throw .cannotCreate(path: target, code: errno) }
    }
}
