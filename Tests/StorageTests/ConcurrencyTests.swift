import Foundation
import GRDB
import Migrations
import Support
import Testing

@testable import Storage

@Suite struct ConcurrencyTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
    }

    @Test func writersTakeTurnsAndNothingIsLostOrDoubled() async throws {
        // Not there yet: they also race to make it.
        let path = folder.file("new.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let archive = try Archive.openForWriting(path: path, indicators: Samples.indicators)
                    for number in 0..<10 {
                        // Everybody writes the shared one, and one of their own.
                        _ = try archive.save([
                            Samples.submission(township: "共同\(number)镇"),
                            Samples.submission(township: "第\(writer)之\(number)镇"),
                        ])
                    }
                }
            }
            try await group.waitForAll()
        }
        let written = try Archive.openForReading(path: path)
        let reports = try written.reports(Filter(includesEveryRevision: true))
        #expect(reports.count == 90)
        #expect(Set(reports.map(\.place)).count == 90)
        #expect(try written.verify().flaws == [])
    }

    /// Whoever opens it sees it before or after, and takes no new table of an old version for damage.
    @Test func anOlderArchiveIsBroughtUpToDateBySeveralAtOnce() async throws {
        for round in 0..<12 {
            let path = folder.file("\(round).sqlite")
            let older = try DatabaseQueue(path: path)
            try older.inDatabase { db in
                for migration in Migration.all.dropLast(1 + round % 2) { try db.execute(sql: migration.sql) }
                let version = Migration.all.count - 1 - round % 2
                try db.execute(
                    sql: "PRAGMA user_version = \(version); PRAGMA application_id = \(Migration.applicationID)")
            }
            try older.close()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<6 {
                    group.addTask {
                        let archive = try Archive.openForWriting(path: path, indicators: Samples.indicators)
                        _ = try archive.save([Samples.submission(township: "第\(writer)镇")])
                    }
                }
                try await group.waitForAll()
            }
            #expect(try Archive.openForReading(path: path).verify().flaws == [])
        }
    }

    @Test func readersSeeTheStateBeforeAWriteThatGoesOn() throws {
        _ = try archive.save([Samples.submission()])
        let reader = try Archive.openForReading(path: folder.file())
        let writer = try DatabaseQueue(path: folder.file())
        try writer.inDatabase { db in
            try db.inTransaction(.immediate) {
                try db.execute(sql: "UPDATE report SET title = 'x'")
                #expect(try reader.reports()[0].title == "上新庄镇2020年年报")
                #expect(try Archive.openForReading(path: folder.file()).reports().count == 1)
                return .commit
            }
        }
        #expect(try reader.reports()[0].title == "x")
    }

    @Test func aReaderAtWorkDoesNotFailTheWriter() async throws {
        _ = try archive.save(Samples.many(20))
        let path = folder.file()
        var writer: Task<Void, any Error>?
        try archive.figures(Filter()) { _ in
            if writer == nil {
                writer = Task.detached {
                    let other = try Archive.openForWriting(path: path, indicators: Samples.indicators)
                    _ = try other.save([Samples.submission(mark: "later")])
                }
            }
            usleep(2000)
        }
        try await writer?.value
        #expect(try archive.reports().count == 21)
    }

    /// What a killed writer leaves is a half-written file and its journal: the first to open it goes back.
    @Test func aJournalLeftBehindIsRolledBack() throws {
        _ = try archive.save(Samples.many(200))
        let copy = folder.file("copy.sqlite")
        let writer = try DatabaseQueue(path: folder.file())
        try writer.inDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = 2")
            try db.inTransaction(.immediate) {
                try db.execute(sql: "UPDATE document SET text = '', path = 'lost'")
                for ending in ["", "-journal"] {
                    try FileManager.default.copyItem(atPath: folder.file() + ending, toPath: copy + ending)
                }
                return .rollback
            }
        }
        let recovered = try Archive.openForReading(path: copy)
        #expect(try recovered.reports() == archive.reports())
        #expect(try recovered.verify().flaws == [])
        #expect(!FileManager.default.fileExists(atPath: copy + "-journal"))
    }

    @Test func aFullDiskLeavesWhatWasThere() throws {
        _ = try archive.save([Samples.submission()])
        let before = try archive.reports()
        let pages = try archive.reading { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try archive.limit(pages: pages + 20)
        #expect(throws: ArchiveError.diskFull(path: folder.file())) { try archive.save(Samples.many(500)) }
        #expect(try archive.reports() == before)
        try archive.limit(pages: 1_000_000)
        #expect(try archive.save(Samples.many(500)).count == 500)
        #expect(try archive.verify().flaws == [])
    }
}

extension Archive {
    /// SQLite's own way to be out of space.
    fileprivate func limit(pages: Int) throws {
        try writing { _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)") }
    }
}
