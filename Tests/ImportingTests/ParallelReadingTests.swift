import Foundation
import Support
import Synchronization
import Testing

@testable import Importing

@Suite struct ParallelReadingTests {
    private func files(_ count: Int) -> [SourceFile] {
        (0..<count).map { SourceFile(path: "\($0)", location: "\($0)", content: .bytes([])) }
    }

    /// Later files are done sooner here.
    @Test func piecesComeOutInTheOrderOfTheFiles() {
        let reading = ParallelReading(files(20), jobs: 4, isStopped: { false }) { file in
            usleep(UInt32(2000 - 100 * (Int(file.path) ?? 0)))
            return file.path
        }
        var pieces: [String] = []
        while let piece = reading.next() { pieces.append(piece) }
        #expect(pieces == (0..<20).map(String.init))
        #expect(reading.isOver && !reading.isCutShort)
        reading.end()
    }

    @Test func deadlineIsNoEnd() {
        let gate = DispatchSemaphore(value: 0)
        let reading = ParallelReading(files(1), jobs: 1, isStopped: { false }) { file in
            gate.wait()
            return file.path
        }
        #expect(reading.next(by: .now()) == nil)
        #expect(!reading.isOver)
        gate.signal()
        #expect(reading.next() == "0")
        #expect(reading.isOver)
        reading.end()
    }

    @Test func stoppedReadingGivesWhatWasReadAndSaysThatItWasCutShort() {
        let isStopped = Mutex(false)
        let reading = ParallelReading(files(9), jobs: 1, isStopped: { isStopped.withLock { $0 } }) { file in
            if file.path == "3" { isStopped.withLock { $0 = true } }
            return file.path
        }
        var pieces: [String] = []
        while let piece = reading.next() { pieces.append(piece) }
        #expect(pieces == ["0", "1", "2", "3"])
        #expect(reading.isCutShort && reading.isOver)
        reading.end()
    }

    /// After the end no file is taken on any more.
    @Test func endedReadingLeavesTheRest() {
        let count = Mutex(0)
        let reading = ParallelReading(files(1000), jobs: 2, isStopped: { false }) { file in
            count.withLock { $0 += 1 }
            usleep(1000)
            return file.path
        }
        _ = reading.next()
        reading.end()
        let taken = count.withLock { $0 }
        usleep(5000)
        #expect(taken < 1000)
        #expect(count.withLock { $0 } == taken)
    }
}
