import Foundation
import GRDB
import Migrations
import Reports
import Support
import Testing
import Values

@testable import Storage

/// What is removed, returned to and moved: everything is added, nothing written over.
@Suite struct LedgerTests {
    private let folder: Folder
    private let archive: Archive

    /// Two revisions of one report, of 2 March and 1 April.
    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([Samples.submission()])
        try date("read_at = '2021-03-02T01:00:00Z'", "revision = 1")
        _ = try archive.save([Samples.submission(mark: "b", received: 4)])
        try date("read_at = '2021-04-01T01:00:00Z'", "revision = 2")
    }

    /// Besides the days that the tests themselves wrote into the two reports.
    private var flaws: [Flaw] {
        get throws {
            let written = [1, 2].map { Flaw.unchained(.rewritten, table: "report", row: $0) }
            return try archive.verify().flaws.filter { !written.contains($0) }
        }
    }

    private func date(_ assignment: String, _ condition: String) throws {
        try archive.writing { try $0.execute(sql: "UPDATE report SET \(assignment) WHERE \(condition)") }
    }

    private var revisions: [ReportSummary] {
        get throws { try archive.revisions(township: "上新庄镇", year: 2020) }
    }

    private func received(asOf day: String? = nil) throws -> [Int64] {
        let moment = try day.map { Moment(try Date("\($0)T23:59:59Z", strategy: .iso8601)) }
        return try archive.comparison([0], Filter(asOf: moment)).compactMap {
            $0.corrected ?? $0.reading?.amount?.value
        }
    }

    private func viewed() throws -> [Int] {
        try archive.reading {
            try Int.fetchAll($0, sql: "SELECT value FROM current_figure WHERE code = 'requests.received.total'")
        }
    }

    @Test func removedReportCountsNowhereAndStaysForAnswersOfBefore() throws {
        let done = try archive.remove(revisions, revision: nil, reason: "导错", author: "张三")
        #expect(done.current == nil && done.revision == 2)
        #expect(try received() == [] && viewed() == [])
        #expect(try received(asOf: "2021-03-31") == [3] && received(asOf: "2021-04-30") == [4])
        #expect(throws: LookupError.removed(done.place, year: 2020, 2)) {
            try archive.report(township: "上新庄镇", year: 2020)
        }
        #expect(try archive.townships().first?.years == [])
        let status = try archive.status()
        #expect(status.reports == 0 && status.townships == 0 && status.counties == 0 && status.years == [])
        #expect(status.figures == 0 && status.doubts == 0 && status.cellsExpected == 0 && status.revisions == 2)
        #expect(try flaws == [])
        #expect(throws: (any Error).self) { try archive.remove(revisions, revision: nil, reason: "又", author: "张三") }
    }

    @Test func removedRevisionLeavesTheOneBefore() throws {
        #expect(try archive.remove(revisions, revision: 2, reason: "草稿", author: "张三").current == 1)
        #expect(try received() == [3] && viewed() == [3])
        #expect(try received(asOf: "2021-04-30") == [4])
        // Numbers go on after the removed one's.
        #expect(try archive.save([Samples.submission(mark: "c", received: 7)]).map(Self.number) == [3])
        #expect(try flaws == [])
    }

    /// No program of ours wrote it: to tell it as if it were known would be a guess.
    @Test func deedThatNobodyKnowsIsDamage() throws {
        try archive.writing { db in
            try db.execute(
                sql: """
                    INSERT INTO event (action, subject, report_count, reason, author, made_at)
                    VALUES ('burn', '', 1, '', '某某', '2021-03-01T00:00:00Z')
                    """)
        }
        let error = #expect(throws: ArchiveError.self) { try archive.log() }
        guard case .damaged = error else { throw Unexpected() }
    }

    private static func number(_ outcome: Outcome) -> Int? {
        if case .revision(let number, _, _) = outcome { number } else { nil }
    }

    @Test func olderRevisionCanBeRemovedFromBelowTheCurrentOne() throws {
        #expect(try archive.remove(revisions, revision: 1, reason: "错", author: "张三").current == 2)
        #expect(try received() == [4])
        #expect(try flaws == [])
    }

    @Test func returnIsANewRevisionWithWhatStaffSaid() throws {
        let first = try #require(try revisions.first)
        try archive.writing { db in
            try db.execute(
                sql: """
                    INSERT INTO correction (report_id, indicator_id, value, reason, author, made_at)
                    VALUES (?, 1, 5, '核实', '李四', '2021-03-03T01:00:00Z')
                    """, arguments: [first.id])
        }
        let done = try archive.revert(revisions, to: nil, reason: "第二份是草稿", author: "张三")
        #expect(done.revision == 1 && done.current == 3)
        let (old, new) = (
            try archive.report(first), try archive.report(township: "上新庄镇", year: 2020)
        )
        #expect(new.summary.revision == 3 && new.summary.fingerprint == first.fingerprint)
        #expect(new.report.figures == old.report.figures && new.report.doubts == old.report.doubts)
        #expect(new.report.sections == old.report.sections)
        #expect(new.report.quantities == old.report.quantities)
        #expect(new.corrections == [0: 5])
        #expect(try received(asOf: "2021-04-30") == [4])
        #expect(try flaws == [])
        let note = try #require(try archive.revisionNotes()[new.summary.id]?.last)
        #expect([note.action.rawValue, note.reason, note.author] == ["revert", "第二份是草稿", "张三"])
        #expect(note.origin == 1)
    }

    @Test func correctionsThatLapseAreNamed() throws {
        let (first, second) = (try #require(try revisions.first), try #require(try revisions.last))
        try archive.writing { db in
            for (report, indicator, value) in [(first.id, 1, 5), (second.id, 1, 5), (second.id, 2, 6)] {
                try db.execute(
                    sql: """
                        INSERT INTO correction (report_id, indicator_id, value, reason, author, made_at)
                        VALUES (?, ?, ?, '核实', '李四', '2021-03-03T01:00:00Z')
                        """, arguments: [report, indicator, value])
            }
        }
        let code = try archive.reading { try String.fetchOne($0, sql: "SELECT code FROM indicator WHERE id = 2") }
        #expect(try archive.revert(revisions, to: 1, reason: "第二份是草稿", author: "张三").lapsed == [code])
    }

    @Test func removedReportComesBack() throws {
        _ = try archive.remove(revisions, revision: nil, reason: "导错", author: "张三")
        #expect(try archive.revert(revisions, to: nil, reason: "没错", author: "张三").revision == 2)
        #expect(try received() == [4] && viewed() == [4])
        #expect(throws: LedgerError.isCurrent(try #require(try revisions.last))) {
            try archive.revert(revisions, to: 3, reason: "再", author: "张三")
        }
        #expect(throws: LookupError.self) { try archive.revert(revisions, to: 9, reason: "再", author: "张三") }
    }

    @Test func movedReportStandsWhereItBelongsAndNoMoreWhereItWas() throws {
        #expect(throws: LedgerError.several(try #require(try revisions.last), [1, 2])) {
            try archive.move(revisions, .sole, to: "白杨镇", year: 2021, reason: "标题写错", author: "张三")
        }
        let done = try archive.move(
            revisions, .one(2), to: "白杨镇", year: 2021, reason: "标题写错", author: "张三")
        #expect(done.place == Place(county: "湟中区", township: "白杨镇") && done.year == 2021 && done.revision == 1)
        #expect(done.current == 1 && done.isNewPlace)
        #expect(try archive.report(township: "白杨镇", year: 2021).report.figures.first?.reading.amount?.value == 4)
        #expect(try archive.report(township: "上新庄镇", year: 2020).summary.revision == 1)
        #expect(try received(asOf: "2021-04-30") == [4])
        #expect(try flaws == [])
        #expect(throws: LedgerError.occupied("湟中区/白杨镇 2021")) {
            try archive.move(revisions, .sole, to: "白杨镇", year: 2021, reason: "又", author: "张三")
        }
        #expect(throws: PlaceError.unknown("白杨")) {
            try archive.move(revisions, .sole, to: "白杨", year: nil, reason: "又", author: "张三")
        }
    }

    /// An earlier revision of the same report would go on counting where it does not belong.
    @Test func allRevisionsMoveTogether() throws {
        let done = try archive.move(revisions, .every, to: "白杨镇", year: nil, reason: "标题写错", author: "张三")
        #expect(done.revision == 2 && done.current == nil)
        #expect(try received() == [4] && received(asOf: "2021-03-31") == [3])
        let moved = try archive.revisions(township: "白杨镇", year: 2020)
        #expect(moved.map(\.revision) == [1, 2] && moved.map(\.isCurrent) == [false, true])
        #expect(try revisions.allSatisfy { $0.removedAt != nil })
        #expect(try flaws == [])
    }

    /// Removed revisions of a year stand in nobody's way.
    @Test func mistakenTownshipCanBeMergedOnceItsReportIsMoved() throws {
        _ = try archive.save([Samples.submission(township: "上新乡")])
        let mistaken = try archive.revisions(township: "上新乡", year: 2020)
        _ = try archive.remove(mistaken, revision: nil, reason: "重复", author: "张三")
        _ = try archive.merge("上新乡", into: "上新庄镇")
        #expect(try revisions.map(\.revision) == [1, 2, 3])
        #expect(try received() == [4])
        #expect(try flaws == [])
    }

    @Test func reasonIsAskedFor() throws {
        #expect(throws: EntryError.noReason) { try archive.remove(revisions, revision: nil, reason: "", author: "张三") }
        #expect(throws: EntryError.noReason) { try archive.revert(revisions, to: nil, reason: "", author: "张三") }
        #expect(throws: EntryError.noReason) {
            try archive.move(revisions, .sole, to: "白杨镇", year: nil, reason: "", author: "张三")
        }
        #expect(try archive.log().isEmpty)
    }

    @Test(arguments: ["UPDATE event SET reason = 'x'", "DELETE FROM event"])
    func eventsAreOnlyEverAdded(sql: String) throws {
        _ = try archive.remove(revisions, revision: 2, reason: "草稿", author: "张三")
        #expect(throws: (any Error).self) { try archive.writing { try $0.execute(sql: sql) } }
        #expect(try archive.log().map(\.reason) == ["草稿"])
    }

    @Test func correctionsTellWhetherTheyCount() throws {
        func correct(_ indicator: Int, _ value: Int64?) throws {
            let report = try archive.report(township: "上新庄镇", year: 2020)
            try archive.correct(
                report, [(.init(place: indicator), value)], reason: "核实", author: "张三")
        }
        try correct(0, 5)
        try correct(0, 6)
        try correct(1, 7)
        try correct(1, nil)
        try correct(2, 130)
        #expect(try archive.correctionEntries().map(\.state) == [.replaced, .inForce, .takenBack, .inForce])
        // One that a revision takes over is told once; the other is what the revision says itself.
        _ = try archive.save([Samples.submission(mark: "c", received: 6)])
        let entries = try archive.correctionEntries()
        #expect(entries.map(\.state) == [.replaced, .lapsed, .takenBack, .inForce])
        #expect(entries.map(\.revision) == [2, 2, 2, 3])
        #expect(entries.last?.reading == .reported(Amount(value: 120, qualifier: .about)))
        _ = try archive.remove(revisions, revision: nil, reason: "错", author: "张三")
        #expect(try archive.correctionEntries().last?.state == .removed)
    }

    @Test func archiveOfBeforeKeepsItsCorrectionsAndTellsItsPast() throws {
        let path = folder.file("旧.sqlite")
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            for migration in Migration.all.prefix(3) { try db.execute(sql: migration.sql) }
            let sha = String(repeating: "0", count: 64)
            try db.execute(
                sql: """
                    PRAGMA user_version = 3; PRAGMA application_id = \(Migration.applicationID);
                    INSERT INTO county VALUES (1, '丁县', NULL);
                    INSERT INTO township VALUES (1, 1, '甲镇', NULL, NULL);
                    INSERT INTO sqlar VALUES ('a', 0, 0, 1, x'61');
                    INSERT INTO document VALUES (1, '\(sha)', 'a', 't', '', 1, 'a', '2021-01-01T00:00:00Z', '12件');
                    INSERT INTO report (id, township_id, year, edition, title, document_id, revision, cells_expected,
                        cells_read, figure_count, read_at, superseded_by)
                    VALUES (1, 1, 2020, '2019', '', 1, 1, 0, 0, 1, '2021-01-01T00:00:00Z', 2),
                        (2, 1, 2020, '2019', '', 1, 2, 0, 0, 1, '2021-01-05T00:00:00Z', NULL);
                    INSERT INTO indicator VALUES (1, 'requests.received.total', '', '', '件', 1, 0);
                    INSERT INTO figure VALUES (1, 1, 0, 12, NULL, 1, 0, 2), (1, 2, 0, 12, NULL, 1, 0, 2);
                    -- The second revision took over what the first had.
                    INSERT INTO correction VALUES (7, 1, 1, 13, '核实', '张三', '2021-01-02T00:00:00Z'),
                        (8, 2, 1, 13, '核实', '张三', '2021-01-02T00:00:00Z');
                    INSERT INTO waiver (report_id, rule, reason, author, made_at)
                    VALUES (1, 'row-total', '改革', '李四', '2021-01-03T00:00:00Z');
                    """)
        }
        try queue.close()
        let migrated = try Archive.openForWriting(path: path, indicators: Samples.indicators)
        #expect(try migrated.report(township: "甲镇", year: 2020).corrections == [0: 13])
        #expect(
            try migrated.log().map { "\($0.action.rawValue) \($0.subject) \($0.author)" } == [
                "import  —", "correct 丁县/甲镇 2020 requests.received.total 张三", "waive 丁县/甲镇 2020 row-total 李四",
                "import  —",
            ])
        #expect(try migrated.waivers()[1]?.map(\.rule) == ["row-total"])
    }
}
