import Glibc
import Values

/// LibreOffice, which knows the formats that others keep to themselves.
struct Office {
    private let program: String

    /// Nothing where it is not installed.
    init?(_ programs: InstalledPrograms) {
        guard let program = programs.first(of: "soffice", "libreoffice") else { return nil }
        self.program = program
    }

    /// A file in another format; `name` tells by its ending what it is, and `filter` by a colon what it becomes:
    /// `docx:MS Word 2007 XML`.
    func convert(_ bytes: [UInt8], _ name: String, to filter: String, limits: Limits) throws(DocumentError) -> [UInt8] {
        let folder = try WorkFolder()
        try folder.write(bytes, to: name)
        let converter = Converter(
            program: program,
            arguments: [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", filter, "--outdir", folder.path + "/out", name,
            ], folder: folder, limits: limits)
        try converter.run()
        // It says that a file could not be loaded, and ends with 0.
        let ending = filter.split(separator: ":").first ?? ""
        let stem = name.split(separator: ".").first ?? ""
        guard let converted = try converter.output("out/\(stem).\(ending)") else {
            throw converter.failure(String(ending))
        }
        return converted
    }

    // MARK: What it wants otherwise than other converters

    /// With this it ends when it has made its settings, and wants to be started again.
    static let again: Int32 = 81
    /// Where it makes a socket, whatever it is told; it may not remove it there.
    private static let folder = "/tmp"

    static func isMeant(by program: String) -> Bool {
        program.hasSuffix("/soffice") || program.hasSuffix("/libreoffice")
    }

    /// The program itself, without the one that would start it again before the first one's socket is gone.
    static func program(of program: String) -> String {
        guard isMeant(by: program), let real = realpath(program, nil) else { return program }
        defer { free(real) }
        let own = String(cString: real) + ".bin"
        return access(own, X_OK) == 0 ? own : program
    }

    /// Removes this user's sockets at which nobody listens any more.
    static func removeSockets() {
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
