import Foundation
import GRDB
import Support
import Testing
import Values

@testable import Storage

@Suite struct VerifyingTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([Samples.submission(), Samples.submission(mark: "b"), Samples.submission(township: "甲镇")])
    }

    @Test func aSoundArchiveHasNoFlaws() throws {
        let verification = try Archive.openForReading(path: folder.file()).verify()
        #expect(verification.documents == 3)
        #expect(verification.reports == 3)
        #expect(verification.figures == 15)
        #expect(verification.flaws == [])
    }

    private static let place = Place(county: "湟中区", township: "上新庄镇")

    @Test(arguments: [
        ("UPDATE sqlar SET data = zeroblob(sz) WHERE rowid = 1", Flaw.original(path: "年报/上新庄镇.txt")),
        ("UPDATE sqlar SET data = substr(data, 2) WHERE rowid = 1", .original(path: "年报/上新庄镇.txt")),
        ("UPDATE document SET text = text || CAST(x'FF' AS TEXT) WHERE id = 3", .transcript(path: "年报/甲镇.txt")),
        (
            "UPDATE figure SET \"end\" = 9999 WHERE report_id = 3 AND indicator_id = 4",
            .position(path: "年报/甲镇.txt", what: "fees.amount", range: 129..<9999)
        ),
        (
            "UPDATE figure SET value = 4 WHERE report_id = 3 AND indicator_id = 1",
            .evidence(path: "年报/甲镇.txt", what: "requests.received.total", found: "3\t")
        ),
        (
            "UPDATE figure SET state = 1, value = NULL, precision = NULL WHERE report_id = 3 AND indicator_id = 1",
            .evidence(path: "年报/甲镇.txt", what: "requests.received.total", found: "3\t")
        ),
        (
            "UPDATE section SET start = 1 WHERE report_id = 3",
            .position(path: "年报/甲镇.txt", what: "section", range: 1..<74)
        ),
        (
            "DELETE FROM figure WHERE report_id = 3 AND indicator_id = 1",
            .count(path: "年报/甲镇.txt", expected: 5, found: 4)
        ),
        ("UPDATE report SET superseded_by = 3 WHERE id = 1", .revision(place, year: 2020)),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM document WHERE id = 3",
            .reference(table: "report", row: 3, parent: "document")
        ),
        ("INSERT INTO sqlar VALUES ('x', 33188, 0, 0, x'')", .orphan(name: "x")),
    ])
    func everyFlawIsFound(sql: String, flaw: Flaw) throws {
        try DatabaseQueue(path: folder.file()).inDatabase { try $0.execute(sql: sql) }
        // What another program did is told by the chain, too.
        let others = try archive.verify().flaws.filter {
            if case .unchained = $0 { false } else { true }
        }
        #expect(others == [flaw])
        #expect(!flaw.explanation.zh.isEmpty && !flaw.explanation.en.isEmpty)
    }

    @Test func damagedPagesAreFound() throws {
        let queue = try DatabaseQueue(path: folder.file())
        let page = try queue.read {
            try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'figure'")
        }
        try queue.close()
        let handle = try #require(FileHandle(forUpdatingAtPath: folder.file()))
        try handle.seek(toOffset: UInt64((page ?? 0) - 1) * 4096 + 2000)
        try handle.write(contentsOf: Data(repeating: 0xFF, count: 2096))
        try handle.close()
        let flaws = try Archive.openForReading(path: folder.file()).verify().flaws
        #expect(!flaws.isEmpty)
        #expect(flaws.allSatisfy { if case .structure = $0 { true } else { false } })
    }

    /// Neither a crash nor an endless allocation, wherever a file is damaged; most damage is told as such.
    @Test func noDamageCrashes() throws {
        let sound = try Data(contentsOf: URL(filePath: folder.file()))
        let mutant = folder.file("mutant.sqlite")
        var generator = Generator(state: 20)
        var told = 0
        for round in 0..<60 {
            var bytes = sound
            for _ in 0...round % 20 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            if round % 5 == 4 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator)) }
            try bytes.write(to: URL(filePath: mutant))
            // Each of them may succeed or fail.
            if (try? Archive.openForReading(path: mutant).verify().flaws.isEmpty) != true { told += 1 }
            _ = try? Archive.openForReading(path: mutant).report(township: "甲镇", year: 2020)
            _ = try? Archive.openForReading(path: mutant).figures(Filter()) { _ in }
            _ = try? Archive.openForWriting(path: mutant, indicators: Samples.indicators).save(Samples.many(3))
            try? FileManager.default.removeItem(atPath: mutant + "-journal")
        }
        #expect(told > 30, "\(told)")
    }
}

/// The same random numbers in every run.
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 33
    }
}
