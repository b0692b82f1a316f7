import GRDB
import Support
import Testing
import Values

@testable import Storage

/// Whatever another program changes, adds or removes is named by table and row.
@Suite struct ChainTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([Samples.submission(), Samples.submission(mark: "b"), Samples.submission(township: "甲镇")])
        _ = try archive.save([Samples.submission(township: "丙镇", year: 2019)])
        let report = try #require(try archive.reports().first { $0.place.township == "甲镇" })
        try archive.correct(archive.report(report), [(0, 9)], reason: "笔误", author: "某某")
        try archive.waive("row-total", of: report, reason: "已核", author: "某某", until: nil)
        _ = try archive.rename("湟中区", to: "青禾区")
    }

    /// As another program does it, which knows nothing of the chain.
    private func change(_ sql: String) throws {
        try DatabaseQueue(path: folder.file()).inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            // Triggers are taken out of the way and put back.
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            if sql.hasPrefix("DROP TRIGGER") { return try db.execute(sql: sql) }
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try db.execute(sql: sql)
            for trigger in triggers { try db.execute(sql: trigger["sql"]) }
        }
    }

    private func flaws() throws -> [Flaw] { try Archive.openForReading(path: folder.file()).verify().flaws }

    @Test func everythingThatThisProgramWritesIsChained() throws {
        let verification = try Archive.openForReading(path: folder.file()).verify()
        #expect(verification.flaws == [])
        #expect(verification.links > 20)
        // Opening the archive again with the same indicators writes nothing.
        _ = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        #expect(try archive.verify().digest == verification.digest)
    }

    @Test(arguments: [
        ("UPDATE correction SET value = 8", Flaw.Chaining.changed, "correction", 1),
        ("UPDATE correction SET reason = '别的'", .changed, "correction", 1),
        ("DELETE FROM correction", .removed, "correction", 1),
        (
            "INSERT INTO correction SELECT 7, report_id, indicator_id, 5, 'x', 'y', made_at FROM correction", .added,
            "correction", 7
        ),
        ("UPDATE waiver SET expires_on = '2030-01-01'", .changed, "waiver", 1),
        ("DELETE FROM waiver", .removed, "waiver", 1),
        ("UPDATE report SET township_id = 3 WHERE id = 3", .changed, "report", 3),
        ("UPDATE report SET title = '别的' WHERE id = 3", .changed, "report", 3),
        ("UPDATE report SET period_end = '2020-11-30' WHERE id = 3", .changed, "report", 3),
        ("UPDATE report SET published_on = '2021-01-01' WHERE id = 3", .changed, "report", 3),
        ("UPDATE report SET edition = '2014' WHERE id = 3", .changed, "report", 3),
        ("UPDATE report SET cells_read = cells_read - 1 WHERE id = 3", .changed, "report", 3),
        ("UPDATE report SET read_at = '2020-01-01T00:00:00Z' WHERE id = 1", .changed, "report", 1),
        ("UPDATE document SET imported_at = '2020-01-01T00:00:00Z' WHERE id = 2", .changed, "document", 2),
        ("UPDATE document SET path = 'x' WHERE id = 2", .changed, "document", 2),
        ("UPDATE document SET text = text || 'x' WHERE id = 1", .changed, "document", 1),
        ("UPDATE sqlar SET mtime = 5", .changed, "document", 1),
        ("UPDATE county SET name = '别县' WHERE id = 1", .changed, "county", 1),
        ("DELETE FROM county_alias", .removed, "county_alias", 1),
        ("UPDATE township SET name = '别镇' WHERE id = 2", .changed, "township", 2),
        ("UPDATE indicator SET scale = 10 WHERE id = 2", .changed, "indicator", 2),
        ("UPDATE indicator SET label_zh = '别的' WHERE id = 2", .changed, "indicator", 2),
        ("UPDATE section SET heading = '别的' WHERE report_id = 2 AND ordinal = 0", .changed, "section", 2),
        ("DELETE FROM section WHERE report_id = 2", .removed, "section", 2),
        ("UPDATE figure SET precision = 2 WHERE report_id = 1 AND state = 0", .changed, "figure", 1),
        ("UPDATE quantity SET value = value + 1 WHERE report_id = 3", .changed, "quantity", 3),
        ("INSERT INTO succession VALUES (1, 2, 'same', '', '')", .added, "succession", 1),
    ])
    func anyOtherHandIsFound(sql: String, how: Flaw.Chaining, table: String, row: Int64) throws {
        let before = try flaws()
        #expect(before == [])
        try change(sql)
        let found = try flaws()
        #expect(found.contains(.unchained(how, table: table, row: row)), "\(found)")
        for flaw in found { #expect(!flaw.explanation.zh.isEmpty && !flaw.explanation.en.isEmpty) }
    }

    @Test func reportTakenOutWholeIsFound() throws {
        for table in ["figure", "section", "doubt", "quantity", "correction", "waiver"] {
            try change("DELETE FROM \(table) WHERE report_id = 3")
        }
        try change("UPDATE event SET report_id = NULL WHERE report_id = 3")
        try change("DELETE FROM report WHERE id = 3")
        try change("DELETE FROM document WHERE id = 3")
        try change("DELETE FROM sqlar WHERE name NOT IN (SELECT original FROM document)")
        #expect(try flaws().contains(.unchained(.removed, table: "report", row: 3)))
    }

    @Test func forgedRevisionIsFound() throws {
        try change("UPDATE report SET superseded_by = 9 WHERE id = 3")
        try change(
            """
            INSERT INTO report SELECT 9, township_id, year, edition, title, period_start, period_end, published_on,
                document_id, 2, NULL, cells_expected, cells_read, figure_count, read_at, catalogue_id, NULL, NULL
            FROM report WHERE id = 3
            """)
        try change(
            """
            INSERT INTO figure SELECT indicator_id, 9, state, value, qualifier, precision, start, "end" FROM figure
            WHERE report_id = 3
            """)
        let found = try flaws()
        #expect(found.contains(.unchained(.added, table: "report", row: 9)))
        #expect(found.contains(.unchained(.added, table: "figure", row: 9)))
        #expect(found.contains(.unchained(.changed, table: "report", row: 3)))
    }

    @Test func linkMadeToFitIsFoundByTheChain() throws {
        let county = try #require(
            try archive.reading { try Int64.fetchOne($0, sql: "SELECT max(id) FROM link WHERE relation = 'county'") })
        try change("UPDATE link SET content = zeroblob(32) WHERE id = \(county)")
        #expect(try flaws().contains(.chain(table: "county", row: 1)))
        try change("DELETE FROM link WHERE id = \(county)")
        #expect(try flaws().contains { if case .chain = $0 { true } else { false } })
    }

    /// A chain that was made anew as a whole agrees with itself, but not with what was written down.
    @Test func digestWrittenDownIsContainedForEver() throws {
        let digest = try archive.verify().digest
        _ = try archive.save([Samples.submission(township: "乙镇")])
        let later = try archive.verify(against: String(digest.prefix(16)))
        #expect(later.flaws == [])
        #expect(try #require(later.linksSince) > 3)
        #expect(later.digest != digest)
        #expect(try archive.verify(against: later.digest).linksSince == 0)
        try change("DELETE FROM link; UPDATE report SET title = '别的' WHERE id = 3")
        try DatabaseQueue(path: folder.file()).write(Sealing.adopt)
        let forged = try Archive.openForReading(path: folder.file())
        #expect(try forged.verify().flaws == [])
        #expect(try forged.verify(against: digest).flaws == [.digest(digest)])
    }

    @Test func mergedPlacesAndRenamedOnesAreChained() throws {
        _ = try archive.save([Samples.submission(township: "乙镇", year: 2018)])
        _ = try archive.merge("乙镇", into: "甲镇")
        _ = try archive.setCode("630122100", of: "甲镇")
        #expect(try flaws() == [])
    }

    // MARK: Schema

    @Test(arguments: [
        ("CREATE VIEW v AS SELECT 1", "view", "v", SchemaDifference.Kind.foreign),
        ("CREATE TABLE t (a)", "table", "t", .foreign),
        ("CREATE INDEX i ON report (title)", "index", "i", .foreign),
        ("CREATE TRIGGER g AFTER INSERT ON waiver BEGIN DELETE FROM waiver; END", "trigger", "g", .foreign),
        ("DROP VIEW current_report", "view", "current_report", .missing),
        ("DROP VIEW current_value; CREATE VIEW current_value AS SELECT 1", "view", "current_value", .changed),
        ("DROP INDEX report_document", "index", "report_document", .missing),
    ])
    func schemaOfAnotherHandIsFound(sql: String, type: String, name: String, kind: SchemaDifference.Kind) throws {
        try DatabaseQueue(path: folder.file()).inDatabase { try $0.execute(sql: sql) }
        #expect(try flaws() == [.schema(SchemaDifference(type: type, name: name, kind: kind))])
    }

    /// A view in a table's place could keep every reader busy for ever, a trigger change what is written.
    @Test func whatIsInTheWayIsRefusedWhenOpened() throws {
        try DatabaseQueue(path: folder.file()).inDatabase { db in
            try db.execute(sql: "CREATE TRIGGER g AFTER INSERT ON waiver BEGIN DELETE FROM waiver; END")
        }
        #expect(throws: ArchiveError.self) {
            try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        }
        _ = try Archive.openForReading(path: folder.file())
        try DatabaseQueue(path: folder.file()).inDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON;
                    ALTER TABLE waiver RENAME TO other;
                    CREATE VIEW waiver AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
                        SELECT id, id AS report_id FROM n
                    """)
        }
        #expect(throws: ArchiveError.self) { try Archive.openForReading(path: folder.file()) }
    }

    @Test func valuesThatTheSchemaDoesNotAdmitAreFoundWithoutTheRightToWrite() throws {
        try change("UPDATE report SET year = 99999 WHERE id = 2")
        #expect(try flaws() == [.constraint(table: "report", row: 2)])
    }

    /// An archive of before the chain is brought under it as it stands.
    @Test func olderArchiveIsBroughtUnderTheChain() throws {
        try change("DROP TRIGGER link_is_not_changed; DROP TRIGGER link_is_not_deleted; DROP TABLE link")
        try DatabaseQueue(path: folder.file()).inDatabase { db in
            try Self.dropPlaces(db)
            try db.execute(
                sql: """
                    PRAGMA legacy_alter_table = ON; ALTER TABLE report DROP COLUMN transcript_id;
                    DROP TABLE transcript
                    """)
            try db.execute(sql: "PRAGMA user_version = 6")
        }
        let opened = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        let verification = try opened.verify()
        #expect(verification.flaws == [])
        #expect(verification.links > 20)
        try change("UPDATE report SET title = '别的' WHERE id = 3")
        #expect(try opened.verify().flaws == [.unchained(.changed, table: "report", row: 3)])
    }

    /// Columns that a later step adds leave no trace in what was chained before.
    @Test func archiveWithoutPlacesStaysUnderTheChain() throws {
        var submission = Samples.submission(township: "柳溪镇")
        submission.report.figures[0].recognition = .proved
        let digest = try {
            let archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
            _ = try archive.save([submission])
            return try archive.verify().digest
        }()
        try DatabaseQueue(path: folder.file()).inDatabase { db in
            try Self.dropPlaces(db)
            try db.execute(sql: "PRAGMA user_version = 7")
        }
        let opened = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        let verification = try opened.verify()
        #expect(verification.flaws == [])
        #expect(verification.digest == digest)
    }

    /// As `recognition` was before the places; what came later is not there at all.
    private static func dropPlaces(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE township_term; DROP TABLE township_code; DROP TABLE county_code;
                ALTER TABLE waiver DROP COLUMN covered
                """)
        for column in ["box_bottom", "box_right", "box_top", "box_left", "turned", "page", "picture"] {
            try db.execute(sql: "ALTER TABLE recognition DROP COLUMN \(column)")
        }
    }

    /// An append-only table of a later step joins by a line in `Relation.all`; each table of the schema has one.
    @Test func everyTableIsUnderTheChain() throws {
        let tables = Set(try OwnSchema.get().tables.map(\.name))
        #expect(tables.subtracting(Relation.all.map(\.table)) == ["link", "sqlar"])
        #expect(Relation.all.map(\.name) == Relation.all.map(\.name).sorted())
        #expect(Set(Relation.all.map(\.name)).count == Relation.all.count)
    }
}
