import Glibc
import Values

/// Bytes that wait to be read back: some in memory, what is more in a file that bears no name and ends with the
/// process.
package final class ByteSpool {
    private static let part = 1 << 20

    private let mostBytes: Int
    /// What is not in the file.
    private var bytes: [UInt8] = []
    /// -1 as long as there is no file.
    private var descriptor: Int32 = -1
    private var size = 0

    /// - Parameter mostBytes: that are kept in memory.
    package init(mostBytes: Int) { self.mostBytes = mostBytes }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Adds what `write` appends to the bytes that it is given, and leaves the rest of them alone.
    package func append(_ write: (inout [UInt8]) -> Void) throws {
        write(&bytes)
        guard bytes.count >= mostBytes else { return }
        if descriptor < 0 { try makeFile() }
        if let code = bytes.withUnsafeBytes({ writeAll($0, to: descriptor) }) {
            throw OutputError.cannotWrite(path: PartFile.temporaryFolder, code: code)
        }
        size += bytes.count
        bytes.removeAll(keepingCapacity: true)
    }

    private func makeFile() throws {
        let file = PartFile.temporary(in: PartFile.temporaryFolder) { mkstemp($0) }
        guard file.made >= 0 else { throw OutputError.cannotCreate(path: file.path, code: errno) }
        descriptor = file.made
        unlink(file.path)
        // The pager need not have it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Hands over part after part, each after what was left of the one before; `body` returns how much it took. May be
    /// asked for several times.
    package func visit(_ body: (UnsafeRawBufferPointer) throws -> Int) throws {
        var buffer: [UInt8] = []
        var position = 0
        while position < size {
            let kept = buffer.count
            buffer.append(contentsOf: repeatElement(0, count: min(Self.part, size - position)))
            let count = buffer.withUnsafeMutableBytes { bytes in
                let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[kept...])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(position))
            }
            let code = errno
            buffer.removeLast(buffer.count - kept - max(0, count))
            if count < 0, code == EINTR { continue }
            guard count > 0 else {
                throw OutputError.cannotWrite(path: PartFile.temporaryFolder, code: count < 0 ? code : EIO)
            }
            position += count
            buffer.removeFirst(try buffer.withUnsafeBytes(body))
        }
        _ = try bytes.withUnsafeBytes(body)
    }
}
