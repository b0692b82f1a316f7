import Glibc

/// The names of what is being made beside its place, which bears its own name only when it is whole: fresh, so that
/// they are nobody else's, and held by a lock as long as the run that makes it lives. What is not held is a leftover of
/// a run that was killed.
package enum PartFile {
    private static let (prefix, ending) = (".nianbao-", ".part")
    private static let temporaryPrefix = "nianbao-"
    /// How many letters of a temporary name the system chooses.
    private static let chosenLetters = 6
    /// Seconds for which something new is left alone: it may not be held yet.
    private static let grace = 60

    /// A short name, since the name that the user gave may be as long as names can be.
    package static func name(beside path: String) -> String {
        "\(folder(of: path))/\(prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))\(ending)"
    }

    /// Where files that nobody sees are made.
    package static let temporaryFolder: String = {
        guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return P_tmpdir }
        return String(cString: folder)
    }()

    /// A fresh name for a file or folder that nobody sees, as `mkstemp` or `mkdtemp` makes it.
    ///
    /// - Parameter make: gets the pattern, whose last letters it chooses and writes over.
    package static func temporary<Made>(
        in folder: String, _ make: (UnsafeMutablePointer<CChar>) -> Made
    ) -> (path: String, made: Made) {
        let chosen = String(repeating: "X", count: chosenLetters)
        var pattern = Array("\(folder)/\(temporaryPrefix)\(chosen)".utf8CString)
        let made = make(&pattern)
        return (String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self), made)
    }

    /// Whether a name is of the kind that `temporary` gives.
    package static func isTemporary(_ name: String) -> Bool {
        name.hasPrefix(temporaryPrefix) && name.utf8.count == temporaryPrefix.utf8.count + chosenLetters
    }

    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Brings the names in a folder to the disk: else a file could be gone after a power cut.
    package static func synchronize(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Says that an open file or folder is this run's, to be removed should the run be ended.
    package static func hold(_ descriptor: Int32, _ path: String) {
        flock(descriptor, LOCK_EX | LOCK_NB)
        Leftovers.ofThisRun.add(path: path)
    }

    /// Removes it, unless it has got another name, and lets go of it.
    package static func discard(_ path: String) {
        unlink(path)
        release(path)
    }

    package static func release(_ path: String) { Leftovers.ofThisRun.remove(path: path) }

    /// Removes the leftovers of killed runs in a folder.
    package static func sweep(_ folder: String) {
        sweep(folder) {
            $0.hasPrefix(prefix) && $0.hasSuffix(ending)
        } removing: { path, isFolder in
            guard isFolder else { return _ = unlink(path) }
            // Of a folder only the plain files in it, since no more was ever made there.
            for name in names(in: path) { unlink("\(path)/\(name)") }
            rmdir(path)
        }
    }

    /// Removes what bears such a name, is the user's own, is held by nobody, and is no newer than a minute.
    package static func sweep(
        _ folder: String, named isName: (String) -> Bool, removing remove: (_ path: String, _ isFolder: Bool) -> Void
    ) {
        for name in names(in: folder) where isName(name) {
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            var status = stat()
            let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
            guard kind == S_IFREG || kind == S_IFDIR, status.st_uid == geteuid(),
                status.st_mtim.tv_sec + grace < time(nil), flock(descriptor, LOCK_EX | LOCK_NB) == 0
            else { continue }
            remove(path, kind == S_IFDIR)
        }
    }

    /// What is in a folder, hidden or not.
    package static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            if let name = String(validatingCString: entry.name), name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
