import Documents
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
        let reading = ParallelReading(files(20), jobs: 4, isStopped: { false }) { file, _ in
            usleep(UInt32(2000 - 100 * (Int(file.path) ?? 0)))
            return .product(file.path, bytes: 0)
        }
        var pieces: [String] = []
        while let piece = reading.next() { pieces.append(piece) }
        #expect(pieces == (0..<20).map(String.init))
        #expect(reading.isOver && !reading.isCutShort)
        reading.end()
    }

    @Test func deadlineIsNoEnd() {
        let gate = DispatchSemaphore(value: 0)
        let reading = ParallelReading(files(1), jobs: 1, isStopped: { false }) { file, _ in
            gate.wait()
            return .product(file.path, bytes: 0)
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
        let reading = ParallelReading(files(9), jobs: 1, isStopped: { isStopped.withLock { $0 } }) { file, _ in
            if file.path == "3" { isStopped.withLock { $0 = true } }
            return .product(file.path, bytes: 0)
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
        let reading = ParallelReading(files(1000), jobs: 2, isStopped: { false }) { file, _ in
            count.withLock { $0 += 1 }
            usleep(1000)
            return .product(file.path, bytes: 0)
        }
        _ = reading.next()
        reading.end()
        let taken = count.withLock { $0 }
        usleep(5000)
        #expect(taken < 1000)
        #expect(count.withLock { $0 } == taken)
    }

    // MARK: Archives

    /// A tar file of such small members (POSIX.1-2017, pax, "ustar Interchange Format").
    private static func tar(_ names: [String]) -> [UInt8] {
        names.flatMap { name in
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, at offset: Int) {
                header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
            }
            put(name, at: 0)
            put("0000644", at: 100)
            put("00000000001", at: 124)
            put("        0", at: 148)
            put("ustar\u{0}00", at: 257)
            put(String(header.reduce(0) { $0 + Int($1) }, radix: 8), at: 148)
            return header + [UInt8(ascii: "1")] + [UInt8](repeating: 0, count: 511)
        } + [UInt8](repeating: 0, count: 1024)
    }

    /// Reads what is an archive by its content, and gives the path of everything else.
    private static func path(
        of file: SourceFile, turn: @escaping @Sendable () -> Void
    ) -> ParallelReading<String>.Reading {
        if case .passedOver = file.content { return .product("(\(file.path))", bytes: 0) }
        guard case .all(let bytes)? = try? file.read(Limits()), let opened = try? file.opened(bytes, Limits()) else {
            return .product("\(file.path)!", bytes: 0)
        }
        return opened.format.isArchive ? .archive(opened) : .product(file.path, bytes: bytes.count)
    }

    /// Archives between plain files, more of them than threads, and far more members than there is room for.
    @Test(arguments: [1, 2, 5], [1, 3, 500])
    func membersComeOutInTheirArchivesPlace(jobs: Int, room: Int) {
        let members = (0..<40).map { "\($0).txt" }
        var files: [SourceFile] = []
        var expected: [String] = []
        for number in 0..<6 {
            files.append(
                SourceFile(path: "\(number).tar", location: "", content: .bytes(Self.tar(members + ["a.png"]))))
            expected += members.map { "\(number).tar/\($0)" } + ["(\(number).tar/a.png)"]
            files.append(SourceFile(path: "\(number)", location: "", content: .bytes([0x31])))
            expected.append("\(number)")
        }
        // Nothing that a report comes as is in it, which is told after what there is.
        files.append(SourceFile(path: "empty.tar", location: "", content: .bytes(Self.tar(["a.png"]))))
        expected += ["(empty.tar/a.png)", "empty.tar!"]
        let reading = ParallelReading(
            files, jobs: jobs, room: ReadingRoom(files: room), isStopped: { false }, read: Self.path(of:turn:))
        var pieces: [String] = []
        while let piece = reading.next() { pieces.append(piece) }
        #expect(pieces == expected)
        #expect(reading.isOver && !reading.isCutShort)
        reading.end()
    }

    @Test func damagedArchiveGivesWhatCameBefore() {
        let bytes = Array(Self.tar(["a.txt", "b.txt"]).prefix(1200))
        let files = [SourceFile(path: "x.tar", location: "", content: .bytes(bytes))]
        let reading = ParallelReading(files, jobs: 2, isStopped: { false }, read: Self.path(of:turn:))
        #expect(reading.next() == "x.tar/a.txt")
        #expect(reading.next() == "x.tar!")
        #expect(reading.next() == nil)
        reading.end()
    }

    /// Threads wait for what they have read to be taken, so that memory holds only so much.
    @Test func threadsGoOnlySoFarAhead() {
        let count = Mutex(0)
        let reading = ParallelReading(
            files(1000), jobs: 3, room: ReadingRoom(files: .max, bytes: 10), isStopped: { false }
        ) { file, _ in
            count.withLock { $0 += 1 }
            return .product(file.path, bytes: 2)
        }
        usleep(50_000)
        // Five fill the room, and the other threads were at work by then.
        #expect(count.withLock { $0 } <= 7)
        var pieces = 0
        while reading.next() != nil { pieces += 1 }
        #expect(pieces == 1000)
        reading.end()
    }

    /// However many threads there are, one at the most takes much memory, and the files keep their order.
    @Test(arguments: [1, 4]) func turnsAreTakenOneByOne(jobs: Int) {
        let heavy = Mutex((now: 0, most: 0))
        var files = files(12)
        files.insert(
            SourceFile(path: "x.tar", location: "", content: .bytes(Self.tar((0..<12).map { "\($0).txt" }))), at: 5)
        let reading = ParallelReading<String>(files, jobs: jobs, isStopped: { false }) { file, turn in
            if file.path == "x.tar", case .bytes(let bytes) = file.content,
                let archive = try? OpenedFile(bytes, name: "x.tar")
            {
                return .archive(archive)
            }
            turn()
            heavy.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            usleep(500)
            heavy.withLock { $0.now -= 1 }
            return .product(file.path, bytes: 8 << 20)
        }
        var pieces: [String] = []
        while let piece = reading.next() { pieces.append(piece) }
        #expect(heavy.withLock { $0.most } == 1)
        let members = (0..<12).map { "x.tar/\($0).txt" }
        let expected: [String] = (0..<5).map(String.init) + members + (5..<12).map(String.init)
        #expect(pieces == expected)
        reading.end()
    }
}
