import Glibc

/// Which file a path leads to: another that took its place under the same name is another.
struct FileIdentity: Equatable, Sendable {
    private let device: dev_t
    private let number: ino_t
    let mode: mode_t
    let group: gid_t
    /// How many names it has.
    let names: UInt

    /// Nil where nothing is there.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = status.st_dev
        number = status.st_ino
        mode = status.st_mode
        group = status.st_gid
        names = UInt(status.st_nlink)
    }

    static func == (one: FileIdentity, other: FileIdentity) -> Bool {
        one.device == other.device && one.number == other.number
    }

    /// The path with links followed.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
