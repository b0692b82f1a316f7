import Foundation
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

    @Test func largeOutputArrivesWhole() async throws {
        let pipe = Pipe()
        let output = StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        let reader = Task.detached { pipe.fileHandleForReading.readDataToEndOfFile().count }
        try [UInt8](repeating: 1, count: 1_000_000).withUnsafeBytes { try output.write($0) }
        try pipe.fileHandleForWriting.close()
        #expect(await reader.value == 1_000_000)
    }
}
