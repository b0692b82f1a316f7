import Catalogue
import GRDB
import Migrations
import Reports
import Support
import Testing
import Values

@testable import Storage

/// Numbers with what is said of them, and what reports were read for.
@Suite struct NumbersTests {
    let folder: Folder
    let codebook: Codebook
    let vocabulary: RoleVocabulary
    let basis: ReadingBasis
    let archive: Archive

    init() throws {
        folder = try Folder()
        codebook = try Codebook.load()
        vocabulary = try codebook.loadNarrative().vocabulary
        basis = ReadingBasis(codebook, vocabulary)
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        try archive.register(basis)
    }

    private func roles(_ object: String, _ acts: [String]) throws -> Roles {
        try #require(
            Roles(
                [
                    .unit: ["cases"], .object: [object], .act: acts, .standing: ["whole"], .time: ["this_year"],
                    .level: ["own"], .told: ["figures"],
                ], in: vocabulary))
    }

    private func submission(_ township: String, _ roles: [Roles]) -> Submission {
        var submission = Samples.submission(township: township)
        let claimed = submission.report.quantities[0]
        submission.report.quantities = roles.enumerated().map { number, roles in
            Quantity(
                amount: claimed.amount, unit: "件", range: claimed.range, indicator: number == 0 ? 2 : nil, roles: roles)
        }
        return submission
    }

    private func found(_ wanted: NumberFilter, _ filter: Filter = Filter()) throws -> [String] {
        var result: [String] = []
        try archive.numbers(filter, wanted) { number, text in
            let names = number.description?.names ?? [:]
            let object = names[.object]?.joined(separator: "+") ?? "none"
            result.append(
                "\(number.place.township) \(object) \(names[.act]?.joined(separator: "+") ?? "none") \(number.line)")
            #expect(String(decoding: text[number.range], as: UTF8.self) == "约120件")
        }
        return result
    }

    @Test func numbersAreFoundByTheirRoles() throws {
        let both = [try roles("request", ["receive", "close"]), try roles("case", [])]
        #expect(try archive.save([submission("甲镇", both), submission("乙镇", both)], readWith: basis) == [.new, .new])
        #expect(try found(NumberFilter()).count == 4)
        #expect(
            try found(NumberFilter(values: [.act: ["close"]])) == [
                "乙镇 request receive+close 3", "甲镇 request receive+close 3",
            ])
        #expect(try found(NumberFilter(values: [.act: ["none"]]), Filter(townships: ["甲镇"])) == ["甲镇 case none 3"])
        #expect(try found(NumberFilter(values: [.object: ["case"], .act: ["close"]])).isEmpty)
        #expect(try found(NumberFilter(isUnclaimedOnly: true)).allSatisfy { $0.contains("case") })
        let descriptions = try archive.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM description") }
        #expect(descriptions == 2)
    }

    @Test func rolesOfAnotherVocabularyAreRefused() throws {
        let error = #expect(throws: ArchiveError.self) {
            var roles = Roles(unit: .cases)
            roles.object = 250
            _ = try archive.save([submission("甲镇", [roles])], readWith: basis)
        }
        guard case .rejected = error else { throw Unexpected() }
        #expect(try archive.reports().isEmpty)
    }

    /// What was looked at to be read again is the current one no longer: that is said, and nothing is called damaged.
    @Test func whatAnotherHasReadAgainIsOvertaken() throws {
        _ = try archive.save([submission("甲镇", [try roles("case", [])])], readWith: basis)
        let seen = try #require(try archive.reports().first)
        var again = submission("甲镇", [try roles("case", [])]).report
        again.figures.removeLast()
        _ = try archive.reread(seen, as: again, readWith: basis)
        #expect(try archive.reports().map(\.revision) == [2])
        #expect(throws: ArchiveError.overtaken("\(seen.place) \(seen.year)")) {
            try archive.reread(seen, as: again, readWith: basis)
        }
    }

    @Test func readingAgainDescribesAnewWithoutANewRevision() throws {
        _ = try archive.save([submission("甲镇", [try roles("case", [])])], readWith: basis)
        let report = try #require(try archive.reports().first)
        let again = submission("甲镇", [try roles("request", ["receive"]), try roles("case", [])]).report
        #expect(try archive.reread(report, as: again, readWith: basis) == .same)
        #expect(try archive.reports().map(\.revision) == [1])
        #expect(try found(NumberFilter()) == ["甲镇 request receive 3", "甲镇 case none 3"])
    }

    @Test func indicatorThatNobodyLookedForIsUnread() throws {
        _ = try archive.save([submission("甲镇", [])], readWith: basis)
        let report = try #require(try archive.reports().first)
        let own = Samples.indicator("local.readers", "阅读量", .times)
        let wider = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators + [own])
        #expect(try wider.unreadIndicators().contains(5, report: report.id))
        #expect(!(try wider.unreadIndicators().contains(2, report: report.id)))
        try wider.keep(
            LocalFile(name: "a.yaml", text: "a"), defining: ["hotline_12345.received"], among: wider.indicators,
            besides: [])
        #expect(try wider.unreadIndicators().contains(2, report: report.id))
        #expect(try wider.staleReports(Filter(), basis).isEmpty)
        try wider.register(basis)
        #expect(!(try wider.unreadIndicators().contains(2, report: report.id)))
    }

    /// What an older program read counts as read for what it knew, but for the users' own indicators.
    @Test func olderReportsAreReadForWhatTheirProgramKnew() throws {
        let path = folder.file("旧.sqlite")
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            for migration in Migration.all.prefix(2) { try db.execute(sql: migration.sql) }
            let sha = String(repeating: "0", count: 64)
            try db.execute(
                sql: """
                    PRAGMA user_version = 2; PRAGMA application_id = \(Migration.applicationID);
                    INSERT INTO county VALUES (1, '丁县', NULL);
                    INSERT INTO township VALUES (1, 1, '甲镇', NULL, NULL);
                    INSERT INTO sqlar VALUES ('a', 0, 0, 1, x'61');
                    INSERT INTO document VALUES (1, '\(sha)', 'a', 't', '', 1, 'a', '2021-01-01T00:00:00Z', '12件');
                    INSERT INTO report (id, township_id, year, edition, title, document_id, revision, cells_expected,
                        cells_read, figure_count, read_at)
                    VALUES (1, 1, 2020, '2019', '', 1, 1, 0, 0, 0, '2021-01-01T00:00:00Z');
                    INSERT INTO indicator VALUES (1, 'hotline_12345.received', '', '', '件', 1, 0),
                        (2, 'local.readers', '', '', '次', 1, 1);
                    INSERT INTO quantity VALUES (1, 0, 12, '件', NULL, 1, 0, 5, NULL);
                    INSERT INTO local_catalogue VALUES ('a.yaml', 'code: local.readers', '2021-01-01T00:00:00Z');
                    """)
        }
        try queue.close()
        let migrated = try Archive.openForWriting(path: path, indicators: [])
        let unread = try migrated.unreadIndicators()
        #expect(
            migrated.indicators.map { unread.contains(migrated.indicators.firstIndex(of: $0) ?? 0, report: 1) } == [
                false, true,
            ])
        #expect(try migrated.undescribedReports(Filter()) == 1)
        var values: [Int64] = []
        try migrated.numbers(Filter(), NumberFilter()) { number, _ in values.append(number.amount.value) }
        #expect(values == [12])
        #expect(try migrated.staleReports(Filter(), basis).count == 1)
    }
}
