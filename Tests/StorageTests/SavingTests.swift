import GRDB
import Reports
import Support
import Testing
import Values

@testable import Storage

@Suite struct SavingTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
    }

    @Test func aWholeReportComesBackAsItWas() throws {
        let submission = Samples.submission()
        #expect(try archive.save([submission]) == [.new])
        let stored = try Archive.openForReading(path: folder.file()).report(township: "上新庄镇", year: 2020)
        #expect(stored.report == submission.report)
        #expect(stored.summary.path == "年报/上新庄镇.txt")
        #expect(stored.summary.fingerprint == submission.original.fingerprint)
        #expect(stored.summary.figureCount == 5)
        #expect(stored.summary.revision == 1 && stored.summary.isCurrent)
        #expect(stored.corrections.isEmpty)
        #expect(try archive.transcript(of: stored.summary) == submission.document.text)
        #expect(try archive.original(of: stored.summary) == submission.document.text)
    }

    /// What figures refer to is not looked up while they are written; everything else is, before and behind.
    @Test func figuresReferToWhatIsThereAndNothingElseMayDoOtherwise() throws {
        _ = try archive.save([Samples.submission()])
        #expect(try archive.reading { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
        for table in ["figure", "recognition"] {
            let values = table == "figure" ? "999, 1, 1, NULL, NULL, NULL, 0, 0" : "1, 999, 1"
            #expect(throws: (any Error).self) {
                try archive.writing { try $0.execute(sql: "INSERT INTO \(table) VALUES (\(values))") }
            }
        }
    }

    @Test func theSameFileChangesNothing() throws {
        _ = try archive.save([Samples.submission()])
        let before = try archive.reports()
        #expect(try archive.save([Samples.submission(path: "elsewhere/同一份.txt")]) == [.same])
        #expect(try archive.reports(Filter(includesEveryRevision: true)) == before)
    }

    @Test func anotherFileIsARevisionAndTheOldOneStays() throws {
        let change = Change(
            indicator: 0, old: .reported(Amount(value: 3)), new: .reported(Amount(value: 4)))
        _ = try archive.save([Samples.submission()])
        #expect(
            try archive.save([Samples.submission(mark: "b", received: 4)]) == [
                .revision(2, changes: [change], of: Samples.place)
            ])
        #expect(try archive.save([Samples.submission()]) == [.same])

        let all = try archive.reports(Filter(includesEveryRevision: true))
        #expect(all.map(\.revision) == [1, 2])
        #expect(all.map(\.isCurrent) == [false, true])
        #expect(try archive.reports().map(\.revision) == [2])
        let old = try archive.report(township: "上新庄镇", year: 2020, revision: 1)
        #expect(old.report == Samples.submission().report)
    }

    @Test func aRevisionWithinOneBatchIsComparedToo() throws {
        let outcomes = try archive.save([
            Samples.submission(), Samples.submission(mark: "b", received: 4), Samples.submission(),
            Samples.submission(mark: "c", received: 4),
        ])
        let change = Change(indicator: 0, old: .reported(Amount(value: 3)), new: .reported(Amount(value: 4)))
        let place = Samples.place
        #expect(
            outcomes == [.new, .revision(2, changes: [change], of: place), .same, .revision(3, changes: [], of: place)])
    }

    @Test func aFigureThatIsGoneIsAChange() throws {
        var second = Samples.submission(mark: "b")
        second.report.figures.removeLast(2)
        _ = try archive.save([Samples.submission()])
        guard case .revision(2, let changes, _) = try archive.save([second])[0] else { throw Unexpected() }
        #expect(changes.map(\.indicator) == [3, 4])
        #expect(changes.map(\.new) == [nil, nil])
    }

    @Test func aReportWithoutCountyIsNeverMergedWithOneThatHasIt() throws {
        let known = Samples.submission(county: "")
        _ = try archive.save([known])
        #expect(try archive.save([Samples.submission()]) == [.new])
        #expect(try archive.reports().map(\.place.county) == ["", "湟中区"])
        #expect(try archive.reports(readFrom: known.original.fingerprint).count == 2)
        #expect(try archive.report(township: "上新庄镇", county: "", year: 2020).summary.place.county == "")
    }

    @Test func formerNamesLeadToThePlace() throws {
        _ = try archive.save([Samples.submission()])
        try archive.writing { db in
            try db.execute(sql: "INSERT INTO county_alias VALUES ('湟中县', 1)")
            try db.execute(sql: "INSERT INTO township_alias VALUES ('上庄乡', 1)")
        }
        let older = Samples.submission(township: "上庄乡", county: "湟中县", year: 2014)
        #expect(try archive.save([older]) == [.new])
        let place = Place(county: "湟中区", township: "上新庄镇")
        #expect(try archive.reports().map(\.place) == [place, place])
        #expect(try archive.report(township: "上庄乡", year: 2014).summary.year == 2014)
    }

    @Test func aCountysCodeIsKeptAndLeadsToItUnderItsFormerName() throws {
        var older = Samples.submission(county: "湟中县", year: 2018)
        older.report.countyCode = "630122"
        var newer = Samples.submission(year: 2021)
        newer.report.countyCode = "630106"
        #expect(try archive.save([older, newer]) == [.new, .new])
        #expect(try archive.reports().map(\.place.county) == ["湟中县", "湟中县"])
        #expect(try archive.report(township: "上新庄镇", county: "湟中区", year: 2021).summary.year == 2021)
        #expect(try archive.writing { try String.fetchAll($0, sql: "SELECT code FROM county") } == ["630122"])
    }

    @Test func aCodeThatStaffHaveEnteredStays() throws {
        _ = try archive.save([Samples.submission(year: 2019)])
        _ = try archive.setCode("999999", of: "湟中区")
        var later = Samples.submission(year: 2020)
        later.report.countyCode = "630106"
        _ = try archive.save([later])
        #expect(try archive.writing { try String.fetchAll($0, sql: "SELECT code FROM county") } == ["999999"])
    }

    @Test func nothingOfABatchStaysWhenOneIsRefused() throws {
        _ = try archive.save([Samples.submission(township: "甲镇")])
        let before = try archive.reports()
        var wrong = Samples.submission(township: "丙镇", path: "坏.txt")
        wrong.report.cellsRead = 201
        let error = #expect(throws: ArchiveError.self) {
            try archive.save([Samples.submission(township: "乙镇"), wrong])
        }
        guard case .rejected("坏.txt", _) = error else { throw Unexpected() }
        #expect(try archive.reports() == before)
        let counts = try archive.reading { db in
            try ["township", "document", "sqlar", "section", "quantity", "doubt"].map { table in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
            }
        }
        #expect(counts == [1, 1, 1, 1, 1, 2])
    }

    private static let contradictions: [@Sendable (inout Report) -> Void] = [
        { $0.figures[0].range = 0..<100_000 },
        { $0.figures[0].indicator = 5 },
        { $0.figures[0].indicator = 1 },
        { $0.figures[0].reading = .reported(Amount(value: 1, precision: 0)) },
        { $0.quantities[0].indicator = -1 },
        { $0.quantities[0].amount = Amount(value: 1, precision: 0) },
        { $0.periodEnd = "12月31日" },
        { $0.township = "" },
    ]

    @Test(arguments: contradictions)
    func whatContradictsItselfIsRefused(change: @Sendable (inout Report) -> Void) throws {
        var submission = Samples.submission()
        change(&submission.report)
        let error = #expect(throws: ArchiveError.self) { try archive.save([submission]) }
        guard case .rejected(submission.original.path, _) = error else { throw Unexpected() }
        #expect(try archive.reports().isEmpty)
    }

    @Test func figuresOfManyReportsKeepTheirPlaces() throws {
        let submissions = (0..<60).map { Samples.submission(township: "\($0)镇", received: Int64($0)) }
        #expect(try archive.save(submissions).allSatisfy { $0 == .new })
        for number in [0, 7, 59] {
            #expect(try archive.report(township: "\(number)镇", year: 2020).report == submissions[number].report)
        }
    }
}

struct Unexpected: Error {}
