import Catalogue
import GRDB
import Migrations
import Support
import Testing
import Values

@testable import Storage

@Suite struct SchemaTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
    }

    @Test func anArchiveCarriesItsNumbers() throws {
        let numbers = try archive.reading { db in
            try ["application_id", "user_version"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        #expect(numbers == [Migration.applicationID, Migration.all.count])
    }

    /// An archive whose schema has the digest is not compared further: it must be the digest of what the steps make.
    @Test func theDigestIsOfWhatTheStepsMake() throws {
        let made = try OwnSchema.get().digest
        #expect(made == Migration.schemaDigest)
        #expect(try archive.reading { try OwnSchema($0).digest } == made)
    }

    @Test func everyTableIsStrict() throws {
        let loose = try archive.reading { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type <> 'view' AND NOT strict AND name NOT LIKE 'sqlite_%'
                    """)
        }
        #expect(loose == [])
    }

    @Test func textInAColumnOfNumbersIsRefused() throws {
        _ = try archive.save([Samples.submission()])
        for value in ["'12件'", "'600余'", "12.5", "x'00'"] {
            let error = #expect(throws: DatabaseError.self) {
                try archive.unmapped { try $0.execute(sql: "UPDATE figure SET value = \(value) WHERE state = 0") }
            }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
        }
    }

    @Test(arguments: [
        "UPDATE figure SET state = 4", "UPDATE figure SET state = 1 WHERE value IS NOT NULL",
        "UPDATE figure SET qualifier = 0", "UPDATE figure SET precision = 0 WHERE state = 0",
        "UPDATE figure SET \"end\" = start - 1", "UPDATE document SET sha256 = upper(sha256) || 'g'",
        "UPDATE report SET year = 20", "UPDATE report SET published_on = '2021年2月4日'",
        "UPDATE sqlar SET name = '/etc/passwd'", "UPDATE sqlar SET name = 'a/../../b'",
        "INSERT INTO figure VALUES (1, 99, 1, NULL, NULL, NULL, 0, 0)", "DELETE FROM indicator WHERE id = 1",
    ])
    func whatCannotBeIsRefused(sql: String) throws {
        _ = try archive.save([Samples.submission()])
        #expect(throws: DatabaseError.self) { try archive.unmapped { try $0.execute(sql: sql) } }
    }

    @Test func correctionsAreOnlyEverAdded() throws {
        _ = try archive.save([Samples.submission()])
        try archive.correct(indicator: 1, to: 5)
        for sql in ["UPDATE correction SET value = 6", "DELETE FROM correction"] {
            #expect(throws: DatabaseError.self) { try archive.unmapped { try $0.execute(sql: sql) } }
        }
    }

    @Test func indicatorsKeepTheirIdsAndTakeNewLabels() throws {
        var changed = Array(Samples.indicators.reversed())
        changed[0].label = Phrase(zh: "群众满意率", en: "Public satisfaction")
        changed.removeLast()
        changed.insert(
            Indicator(code: "place.villages", label: Phrase(zh: "村", en: "Villages"), unit: .things), at: 1)
        let reopened = try Archive.openForWriting(path: folder.file(), indicators: changed)
        #expect(Array(reopened.indicators) == changed + [Samples.indicators[0]])
        #expect(reopened.indicatorRows.pairs.map(\.value) == [5, 6, 4, 3, 2, 1])
        #expect(try Archive.openForReading(path: folder.file()).indicators.elementsEqual(reopened.indicators))
    }

    @Test func anIndicatorCannotChangeItsUnit() throws {
        var changed = Samples.indicators
        changed[0].unit = .yuan
        #expect(throws: ArchiveError.unitChanged(code: changed[0].code, stored: "件", given: "元")) {
            try Archive.openForWriting(path: folder.file(), indicators: changed)
        }
    }
}

extension Archive {
    /// A transaction from outside, whose failure is told as SQLite tells it.
    func unmapped(_ body: (Database) throws -> Void) throws {
        try DatabaseQueue(path: path).write(body)
    }

    func correct(indicator: Int64, to value: Int64?) throws {
        try writing { db in
            try db.execute(
                sql: """
                    INSERT INTO correction (report_id, indicator_id, value, reason, author, made_at)
                    VALUES (1, ?, ?, '笔误', '某某', '2021-03-01T00:00:00Z')
                    """, arguments: [indicator, value])
        }
    }
}
