import Documents
import Glibc
import Values

/// The bytes of a file or of standard input, read a piece at a time, so that what is too large is refused before it
/// takes any memory.
enum TakenBytes {
    case all([UInt8])
    /// More than the limit, in a file that may be an archive.
    case larger(SourceHandle)

    /// Bytes of a file that is read beside others whatever is in it; it may be one that a program outside reads.
    private static let mostAtOnce = 16 << 20

    /// - Parameters:
    ///   - name: what errors call it.
    ///   - turn: called before much memory is taken.
    static func file(
        _ file: FileName, named name: String, limit: Int, turn: () -> Void
    ) throws(ImportError) -> TakenBytes {
        // A file may have become a pipe since it was looked at, and whoever opens one waits.
        let descriptor = file.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw .unreadable(path: name, reason: Phrase(systemError: errno)) }
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let handle = SourceHandle(descriptor, count: Int(status.st_size))
        guard isFile else { throw .notAFile(path: name) }
        if handle.count > limit { return .larger(handle) }
        if handle.count > mostAtOnce { turn() }
        defer { withExtendedLifetime(handle) {} }
        return .all(try read(descriptor, expecting: handle.count, named: name, limit: limit))
    }

    static func standardInput(named name: String, limit: Int, turn: () -> Void) throws(ImportError) -> TakenBytes {
        turn()
        return .all(try read(STDIN_FILENO, expecting: 0, named: name, limit: limit))
    }

    private static func read(
        _ descriptor: Int32, expecting size: Int, named name: String, limit: Int
    ) throws(ImportError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        // One byte more than is expected, so that most files need no second piece.
        var piece = [UInt8](repeating: 0, count: size > 0 ? min(size + 1, 1 << 16) : 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: name, reason: Phrase(systemError: errno)) }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= limit else { throw .endless(path: name, limit: limit) }
            bytes.append(contentsOf: piece[..<count])
        }
    }
}
