import Foundation
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct CopyingTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save(Samples.many(40))
    }

    @Test func aCopyOfACopyIsTheSameArchive() throws {
        let backup = folder.file("备份.sqlite")
        let restored = folder.file("恢复.sqlite")
        #expect(try Archive.openForReading(path: folder.file()).copy(to: backup).reports == 40)
        #expect(try Archive.openForReading(path: backup).copy(to: restored).flaws == [])
        let copy = try Archive.openForWriting(path: restored, indicators: Samples.indicators)
        #expect(try copy.reports() == archive.reports())
        #expect(try copy.save([Samples.submission()]) == [.new])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
        let attributes = try FileManager.default.attributesOfItem(atPath: backup)
        #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
    }

    @Test func whatIsThereIsNotOverwritten() throws {
        #expect(throws: ArchiveError.ownPlace(path: folder.file())) { try archive.copy(to: folder.file()) }
    }

    /// A journal that stood beside the file that is replaced would else be played back into the copy.
    @Test func aReplacedFileTakesItsJournalWithIt() throws {
        let target = folder.file("b.sqlite")
        let old = try Archive.openForWriting(path: target, indicators: Samples.indicators)
        _ = try old.save(Samples.many(200))
        let writer = try DatabaseQueue(path: target)
        try writer.inDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = 2")
            try db.inTransaction(.immediate) {
                try db.execute(sql: "UPDATE document SET text = ''")
                try FileManager.default.copyItem(atPath: target + "-journal", toPath: folder.file("kept"))
                return .rollback
            }
        }
        try writer.close()
        try FileManager.default.moveItem(atPath: folder.file("kept"), toPath: target + "-journal")
        #expect(throws: ArchiveError.archiveExists(path: target)) { try archive.copy(to: target) }
        #expect(try archive.copy(to: target, replacing: true).reports == 40)
        #expect(try Archive.openForReading(path: target).verify().reports == 40)
    }

    @Test func anArchiveIsNotReplacedByItself() throws {
        let link = folder.file("link.sqlite")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.file())
        for path in [folder.file(), link] {
            #expect(throws: ArchiveError.ownPlace(path: path)) { try archive.copy(to: path, replacing: true) }
        }
        #expect(try archive.reports().count == 40)
    }

    /// A part of a copy that nobody is at any more goes with the next copy.
    @Test func whatAnInterruptedCopyLeftIsRemoved() throws {
        let left = folder.file(".nianbao-abc.part")
        try Data("half".utf8).write(to: URL(filePath: left))
        #expect(try archive.copy(to: folder.file("a.sqlite")).flaws == [])
        #expect(FileManager.default.fileExists(atPath: left), "it could have been another's, just begun")
        try FileManager.default.setAttributes([.modificationDate: Date.distantPast], ofItemAtPath: left)
        #expect(try archive.copy(to: folder.file("b.sqlite")).flaws == [])
        #expect(!FileManager.default.fileExists(atPath: left))
    }

    @Test func aFlawedArchiveGetsNoBackup() throws {
        try archive.unmapped { try $0.execute(sql: "UPDATE sqlar SET data = zeroblob(sz) WHERE rowid = 7") }
        let error = #expect(throws: ArchiveError.self) { try archive.copy(to: folder.file("b.sqlite")) }
        guard case .damaged = error else { throw Unexpected() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["年报.sqlite"])
    }

    @Test func aCopyIsOneStateThoughAnotherWrites() async throws {
        let path = folder.file()
        let writer = Task.detached {
            let archive = try Archive.openForWriting(path: path, indicators: Samples.indicators)
            for number in 0..<20 {
                _ = try archive.save((0..<5).map { Samples.submission(township: "写\(number)之\($0)镇") })
            }
        }
        for number in 0..<5 {
            let copied = try archive.copy(to: folder.file("\(number).sqlite"))
            #expect(copied.reports % 5 == 0 && copied.flaws.isEmpty)
        }
        try await writer.value
        #expect(try archive.reports().count == 140)
    }
}
