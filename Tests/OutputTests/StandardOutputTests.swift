import Foundation
import Synchronization
import Testing

@testable import Output

@Suite struct StandardOutputTests {
    @Test func readerWhoHasGoneIsNoCrash() throws {
        let pipe = Pipe()
        let output = StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        #expect(output.audience == .program)
        try pipe.fileHandleForReading.close()
        #expect(throws: ReaderGone.self) { try [1].withUnsafeBytes { try output.write($0) } }
    }

    /// The reader has a thread of its own: a task could wait for the very thread that the writer blocks.
    @Test func largeOutputArrivesWhole() throws {
        let pipe = Pipe()
        let output = StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        let source = pipe.fileHandleForReading
        let isRead = DispatchSemaphore(value: 0)
        let received = Received()
        Thread.detachNewThread {
            received.count.withLock { $0 = source.readDataToEndOfFile().count }
            isRead.signal()
        }
        try [UInt8](repeating: 1, count: 1_000_000).withUnsafeBytes { try output.write($0) }
        try pipe.fileHandleForWriting.close()
        isRead.wait()
        #expect(received.count.withLock { $0 } == 1_000_000)
    }

    private final class Received: Sendable {
        let count = Mutex(0)
    }
}
