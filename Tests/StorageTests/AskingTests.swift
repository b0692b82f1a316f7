import GRDB
import Reports
import Support
import Testing
import Values

@testable import Storage

@Suite struct AskingTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([
            Samples.submission(township: "城关镇", county: "乙县", year: 2021, received: 9),
            Samples.submission(township: "城关镇", county: "甲县", year: 2021, received: 5),
            Samples.submission(township: "城关镇", county: "甲县", year: 2020, received: 3),
            Samples.submission(township: "上庄乡", county: "甲县", year: 2020, received: 7),
            Samples.submission(township: "城关镇", county: "甲县", year: 2021, mark: "b", received: 6),
        ])
    }

    @Test func reportsStandInOrder() throws {
        let reports = try archive.reports()
        #expect(
            reports.map { "\($0.place) \($0.year) \($0.revision)" } == [
                "乙县/城关镇 2021 1", "甲县/上庄乡 2020 1", "甲县/城关镇 2020 1", "甲县/城关镇 2021 2",
            ])
        #expect(try archive.reports(Filter(includesEveryRevision: true)).count == 5)
    }

    /// Whatever order they came in, and whether all are asked for or some.
    @Test(arguments: [Filter(), Filter(counties: ["甲县", "乙县"]), Filter(includesEveryRevision: true)])
    func everyWayToListThemHasTheSameOrder(filter: Filter) throws {
        for (year, received) in [(2023, 4), (2019, 8), (2022, 1)] as [(Int, Int64)] {
            for township in ["上庄乡", "城关镇"] {
                let new = Samples.submission(township: township, county: "甲县", year: year, received: received)
                _ = try archive.save([new])
            }
        }
        let reports = try archive.reports(filter)
        #expect(reports.count == (filter.includesEveryRevision ? 11 : 10))
        let sorted = reports.sorted {
            ($0.place.county, $0.place.township, $0.year, $0.revision)
                < ($1.place.county, $1.place.township, $1.year, $1.revision)
        }
        #expect(reports == sorted)
        let years = try archive.reportedYears(filter)
        #expect(years.entries.map(\.report) == reports.map(\.id))
        #expect(years.entries.map { years.places[$0.place] } == reports.map(\.place))
        #expect(years.order.map { years.entries[$0].report } == reports.map(\.id).sorted())
        #expect(try archive.reports(withIDs: reports.map(\.id)) == reports)
    }

    @Test func filtersNarrow() throws {
        #expect(try archive.reports(Filter(counties: ["乙县"])).count == 1)
        #expect(try archive.reports(Filter(townships: ["城关镇"])).count == 3)
        #expect(try archive.reports(Filter(counties: ["甲县"], townships: ["城关镇"], years: [2021])).count == 1)
        #expect(try archive.reports(Filter(years: [2019, 2020])).count == 2)
        #expect(throws: LookupError.unknownTownship("城")) { try archive.reports(Filter(townships: ["城"])) }
        #expect(throws: LookupError.unknownCounty("丙县")) { try archive.reports(Filter(counties: ["丙县"])) }
    }

    @Test func anAmbiguousNameListsTheChoices() throws {
        let choices = [Place(county: "乙县", township: "城关镇"), Place(county: "甲县", township: "城关镇")]
        #expect(throws: LookupError.ambiguousTownship("城关镇", choices: choices)) {
            try archive.report(township: "城关镇", year: 2021)
        }
        #expect(try archive.report(township: "城关镇", county: "乙县", year: 2021).summary.place == choices[0])
    }

    @Test func whatIsNotThereIsNamed() throws {
        let place = Place(county: "甲县", township: "城关镇")
        #expect(throws: LookupError.noReport(place, year: 2019, years: [2020, 2021])) {
            try archive.report(township: "城关镇", county: "甲县", year: 2019)
        }
        #expect(throws: LookupError.noRevision(place, year: 2021, revision: 3)) {
            try archive.report(township: "城关镇", county: "甲县", year: 2021, revision: 3)
        }
    }

    @Test func aComparisonIsByIndicatorThenPlaceThenYear() throws {
        try archive.correct(indicator: 1, to: 50)
        let rows = try archive.comparison([0, 1])
        #expect(rows.map { $0.reading?.amount?.value } == [9, 7, 3, 6, nil, nil, nil, nil])
        #expect(rows.map(\.indicator) == [0, 0, 0, 0, 1, 1, 1, 1])
        #expect(rows[0].corrected == 50 && rows[1].corrected == nil)
        #expect(rows[4].reading == .notApplicable)
        try archive.correct(indicator: 1, to: nil)
        #expect(try archive.comparison([0])[0].corrected == nil)
    }

    @Test func anExportTellsEveryFigureAndItsLine() throws {
        var rows: [ExportedFigure] = []
        try archive.figures(Filter(counties: ["甲县"], years: [2020])) { rows.append($0) }
        let townships = ["上庄乡", "城关镇"].flatMap { Array(repeating: $0, count: 5) }
        #expect(rows.map(\.figure.place.township) == townships)
        #expect(rows.map(\.figure.indicator) == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
        #expect(rows.prefix(5).map(\.line) == [5, 5, 3, 4, 3])
        #expect(rows[0].path == "年报/上庄乡.txt" && rows[0].edition == "2021")
        #expect(rows[0].figure.reading == .reported(Amount(value: 7)))
    }

    @Test func anExportMayAskOtherQuestionsAndStop() throws {
        var count = 0
        #expect(throws: Unexpected.self) {
            try archive.figures([3]) { _ in
                count += try archive.reports().count
                if count > 4 { throw Unexpected() }
            }
        }
        #expect(count == 8)
        #expect(try archive.reports().count == 4)
    }

    @Test func moreThanABlockIsExportedWhole() throws {
        _ = try archive.save(Samples.many(1100))
        var received: [String: Int64?] = [:]
        try archive.figures([0], Filter(counties: ["丁县"])) { row in
            received[row.figure.place.township] = row.figure.reading?.amount?.value
        }
        #expect(received.count == 1100)
        #expect((0..<1100).allSatisfy { received["\($0)镇"] == Int64($0) })
    }

    @Test func aScanFindsNearAndFarFigures() throws {
        _ = try archive.save(Samples.many(300))
        let all = Array(Int64(1)...305)
        for reports in [all, all.filter { $0 % 2 == 0 }, all.filter { $0 % 50 == 0 }, [1, 305, 306, 900], [], [0]] {
            let found = try archive.reading { db in
                var found: [Int64] = []
                try FigureScan(db).scan(indicator: 1, reports: reports) { index, _ in found.append(reports[index]) }
                return found
            }
            #expect(found == reports.filter { (1...305).contains($0) })
        }
    }

    /// The key of the table serves the comparison, the index of current reports the selection: no table is read whole.
    @Test func aComparisonUsesTheKey() throws {
        let plans: [String] = try archive.reading { db in
            try [
                "SELECT value FROM figure WHERE indicator_id = 1 AND report_id >= 5 ORDER BY report_id",
                """
                SELECT id, township_id, year FROM report WHERE \(Seat.isCurrent)
                ORDER BY township_id, year, revision
                """,
                "SELECT * FROM current_figure WHERE code = 'fees.amount' AND county = '甲县'",
                "SELECT * FROM current_figure WHERE township = '城关镇' AND year = 2020",
            ].map { sql in
                let steps = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql)
                return steps.map { $0["detail"] as String }.joined(separator: "\n")
            }
        }
        #expect(plans[0] == "SEARCH figure USING PRIMARY KEY (indicator_id=? AND report_id>?)")
        #expect(plans[1].contains("USING INDEX report_current"))
        for plan in plans[2...] {
            #expect(plan.contains("SEARCH figure USING PRIMARY KEY (indicator_id=? AND report_id=?)"))
        }
    }
}
