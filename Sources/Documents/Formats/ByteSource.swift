import Glibc

/// Where the bytes of an archive are: in memory, or in a file too large for it, which stays where it is.
package enum ByteSource: Sendable {
    case memory([UInt8])
    case file(SourceHandle)

    package var count: Int {
        switch self {
        case .memory(let bytes): bytes.count
        case .file(let handle): handle.count
        }
    }

    /// Copies what lies at an offset, as far as the buffer reaches; returns how much, -1 where reading fails.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        switch self {
        case .memory(let bytes):
            let count = min(buffer.count, max(0, bytes.count - offset))
            buffer.copyBytes(from: bytes[min(offset, bytes.count)...].prefix(count))
            return count
        case .file(let handle):
            while true {
                let count = pread(handle.descriptor, buffer.baseAddress, buffer.count, off_t(offset))
                if count >= 0 || errno != EINTR { return count }
            }
        }
    }

    /// The first bytes, by which formats are told.
    func opening(_ length: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = max(0, read(at: 0, into: UnsafeMutableRawBufferPointer(buffer)))
        }
    }
}

/// A file that is open for reading, and closed when nobody reads it any more.
package final class SourceHandle: Sendable {
    let descriptor: Int32
    package let count: Int

    /// Takes the descriptor over.
    package init(_ descriptor: Int32, count: Int) {
        self.descriptor = descriptor
        self.count = count
    }

    deinit { close(descriptor) }
}
