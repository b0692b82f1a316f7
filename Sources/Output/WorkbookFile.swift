import CXLSXWriter
import Glibc
import Values

/// The file that a workbook is written to, since its library writes to a named file only; it is gone when nobody holds
/// this any more.
final class WorkbookFile {
    let path: String
    private let descriptor: Int32

    init() throws(OutputError) {
        let file = PartFile.temporary(in: PartFile.temporaryFolder) { mkstemp($0) }
        (path, descriptor) = (file.path, file.made)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, code: errno) }
        PartFile.hold(descriptor, path)
    }

    deinit {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        PartFile.discard(path)
    }

    /// Has the library write the workbook into the file, and frees it.
    func close(_ workbook: UnsafeMutablePointer<lxw_workbook>) throws(OutputError) {
        let (status, code) = Self.quietly {
            errno = 0
            return (workbook_close(workbook), errno)
        }
        guard status == LXW_NO_ERROR else { throw .cannotWrite(path: path, code: code == 0 ? EIO : code) }
        guard WorkbookProof.isWhole(path) else { throw .cannotWrite(path: path, code: ENOSPC) }
    }

    /// The library says on standard error what we say ourselves, in a line of its own and with names of its own.
    private static func quietly<Result>(_ body: () -> Result) -> Result {
        let (kept, nowhere) = (dup(STDERR_FILENO), open("/dev/null", O_WRONLY | O_CLOEXEC))
        if kept >= 0, nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
        defer {
            if kept >= 0 { dup2(kept, STDERR_FILENO) }
            for descriptor in [kept, nowhere] where descriptor >= 0 { Glibc.close(descriptor) }
        }
        return body()
    }

    /// Hands over what was written to it.
    func copy(to sink: ByteSink) throws {
        // The library may have put another file under the name.
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw OutputError.cannotWrite(path: path, code: errno) }
        defer { Glibc.close(source) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(source, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                try buffer.withUnsafeBytes { try sink(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            } else if errno != EINTR {
                throw OutputError.cannotWrite(path: path, code: errno)
            }
        }
    }
}
