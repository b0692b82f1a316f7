import Foundation
import GRDB
import Migrations
import Support
import Testing
import Values

@testable import Storage

@Suite struct OpeningTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func open(_ path: String) throws -> Archive {
        try Archive.openForWriting(path: path, indicators: Samples.indicators)
    }

    @Test func readingCreatesNothing() throws {
        #expect(throws: ArchiveError.missing(path: folder.file())) { try Archive.openForReading(path: folder.file()) }
        #expect(throws: ArchiveError.notAFile(path: folder.path)) { try Archive.openForReading(path: folder.path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        _ = try open(folder.file()).save([Samples.submission()])
        _ = try Archive.openForReading(path: folder.file()).reports()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["年报.sqlite"])
    }

    @Test(arguments: [
        "file:a?mode=memory", "a b'c\"d.sqlite", "100%#?&x=1.sqlite", ":memory:", "档案 '二'.sqlite", "-x", "%41",
    ])
    func namesAreTakenLiterally(name: String) throws {
        _ = try open(folder.file(name)).save([Samples.submission()])
        #expect(try Archive.openForReading(path: folder.file(name)).reports().count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }

    @Test func aNewFileIsItsOwnersOnly() throws {
        _ = try open(folder.file())
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file())
        #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
    }

    @Test func aSymbolicLinkIsFollowed() throws {
        let link = folder.file("link.sqlite")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.file())
        _ = try open(link).save([Samples.submission()])
        #expect(try Archive.openForReading(path: folder.file()).reports().count == 1)
    }

    @Test func anEmptyFileBecomesAnArchiveOnlyByWriting() throws {
        try Data().write(to: URL(filePath: folder.file()))
        #expect(throws: ArchiveError.empty(path: folder.file())) { try Archive.openForReading(path: folder.file()) }
        _ = try open(folder.file()).save([Samples.submission()])
        #expect(try Archive.openForReading(path: folder.file()).reports().count == 1)
    }

    @Test func whatIsNoDatabaseStaysAsItIs() throws {
        let bytes = Data(repeating: 65, count: 5000)
        try bytes.write(to: URL(filePath: folder.file()))
        let error = ArchiveError.notADatabase(path: folder.file())
        #expect(throws: error) { try Archive.openForReading(path: folder.file()) }
        #expect(throws: error) { try open(folder.file()) }
        #expect(FileManager.default.contents(atPath: folder.file()) == bytes)
    }

    @Test(arguments: ["DELETE", "WAL"])
    func aForeignDatabaseStaysAsItIs(mode: String) throws {
        let queue = try DatabaseQueue(path: folder.file())
        try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = \(mode); CREATE TABLE t (a)") }
        try queue.close()
        let bytes = FileManager.default.contents(atPath: folder.file())
        #expect(throws: ArchiveError.foreign(path: folder.file())) { try Archive.openForReading(path: folder.file()) }
        #expect(throws: ArchiveError.foreign(path: folder.file())) { try open(folder.file()) }
        #expect(FileManager.default.contents(atPath: folder.file()) == bytes)
    }

    @Test func aNewerArchiveIsRefusedAndStaysAsItIs() throws {
        let latest = Migration.all.count
        try open(folder.file()).unmapped { try $0.execute(sql: "PRAGMA user_version = \(latest + 1)") }
        let error = ArchiveError.newer(path: folder.file(), detail: Phrase("\(latest + 1) > \(latest)"))
        #expect(throws: error) { try Archive.openForReading(path: folder.file()) }
        #expect(throws: error) { try open(folder.file()) }
    }

    @Test func anOlderArchiveIsBroughtUpToDateByWriting() throws {
        let queue = try DatabaseQueue(path: folder.file())
        try queue.write { db in
            try db.execute(sql: Migration.all[0].sql)
            try db.execute(sql: "PRAGMA user_version = 1; PRAGMA application_id = \(Migration.applicationID)")
        }
        try queue.close()
        #expect(throws: ArchiveError.older(path: folder.file())) { try Archive.openForReading(path: folder.file()) }
        #expect(try open(folder.file()).save([Samples.submission()]) == [.new])
    }

    /// SQLite's own shell makes such a copy where it is told to.
    @Test func anArchiveInAnotherEncodingIsNoneOfANewerVersion() throws {
        let queue = try DatabaseQueue(path: folder.file())
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA encoding = 'UTF-16le'")
            for migration in Migration.all { try db.execute(sql: migration.sql) }
            try db.execute(
                sql: "PRAGMA user_version = \(Migration.all.count); PRAGMA application_id = \(Migration.applicationID)")
        }
        try queue.close()
        let error = ArchiveError.damaged(path: folder.file(), detail: Phrase("UTF-16le"))
        #expect(throws: error) { try Archive.openForReading(path: folder.file()) }
        #expect(throws: error) { try open(folder.file()) }
    }

    @Test func aDamagedArchiveSaysSo() throws {
        _ = try open(folder.file()).save((0..<50).map { Samples.submission(township: "\($0)镇") })
        let handle = try #require(FileHandle(forUpdatingAtPath: folder.file()))
        try handle.seek(toOffset: 4096)
        try handle.write(contentsOf: Data(repeating: 0xA5, count: 4096 * 20))
        try handle.close()
        let error = #expect(throws: ArchiveError.self) {
            try Archive.openForReading(path: folder.file()).figures(Filter()) { _ in }
        }
        guard case .damaged = error else { throw Unexpected() }
    }

    @Test func aFolderThatIsMissingIsNamed() throws {
        let path = folder.file("无/年报.sqlite")
        let error = #expect(throws: ArchiveError.self) { try open(path) }
        guard case .cannotCreate(path, _) = error else { throw Unexpected() }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func aReadOnlyFolderCanBeReadButNotWritten() throws {
        _ = try open(folder.file()).save([Samples.submission()])
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
        #expect(try Archive.openForReading(path: folder.file()).reports().count == 1)
        let error = #expect(throws: ArchiveError.self) { try open(folder.file()).save([Samples.submission(mark: "b")]) }
        #expect([.readOnly(path: folder.file()), .noPermission(path: folder.file())].contains(error))
    }

    @Test func everyErrorIsOneLineInBothLanguages() {
        let errors: [any Error] = [
            ArchiveError.missing(path: "p"), ArchiveError.notAFile(path: "p"), ArchiveError.empty(path: "p"),
            ArchiveError.notADatabase(path: "p"), ArchiveError.foreign(path: "p"), ArchiveError.older(path: "p"),
            ArchiveError.damaged(path: "p", detail: Phrase("d")), ArchiveError.newer(path: "p", detail: Phrase("d")),
            ArchiveError.busy(path: "p"), ArchiveError.replaced(path: "p"), ArchiveError.overtaken("p"),
            ArchiveError.interrupted(path: "p"), ArchiveError.readOnly(path: "p"),
            ArchiveError.noPermission(path: "p"), ArchiveError.cannotCreate(path: "p", reason: Phrase("r")),
            ArchiveError.diskFull(path: "p"), ArchiveError.inputOutput(path: "p", detail: Phrase("d")),
            ArchiveError.rejected(source: "p", detail: Phrase("d")),
        ]
        for case let error as ArchiveError in errors {
            #expect(error.explanation.zh.contains("p") && error.explanation.en.contains("p"))
            #expect(!error.explanation.en.contains("\n"))
        }
    }
}
