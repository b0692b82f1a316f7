import Glibc
import Values

/// The socket that LibreOffice makes in `/tmp`, whatever it is told, and may not or cannot remove.
enum OfficeSocket {
    private static let folder = "/tmp"

    /// Removes this user's at which nobody listens any more.
    static func sweep() {
        for name in PartFile.names(in: folder) where name.hasPrefix("OSL_PIPE_") && name.contains("_SingleOfficeIPC_") {
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK, status.st_uid == geteuid(),
                isDead(path)
            else { continue }
            unlink(path)
        }
    }

    private static func isDead(_ path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return result != 0 && errno == ECONNREFUSED
    }
}
