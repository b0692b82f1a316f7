import Catalogue
import GRDB
import Reports
import Support
import Testing
import Values

@testable import Storage

@Suite struct ViewTests {
    private let folder: Folder
    private let archive: Archive

    private static let figures: [(indicator: Indicator, reading: Reading)] = [
        (Samples.indicator("rules.issued", "规章·本年制发件数", .items), .reported(Amount(value: 0))),
        (Samples.indicator("rules.in_force", "规章·现行有效件数", .items), .blank),
        (Samples.indicator("rules.created", "规章·本年新制作数量", .items), .reported(Amount(value: 2))),
        (Samples.indicator("fees.amount", "收费金额", .yuan), .reported(Amount(value: 1_530_050, precision: 10))),
        (Samples.indicator("procurement.amount", "采购总金额", .yuan), .reported(Amount(value: 4_774_800))),
        (Samples.indicator("requests.received.natural_person", "收到·自然人", .items), .reported(Amount(value: 3))),
        (Samples.indicator("requests.received.business", "收到·商业企业", .items), .notApplicable),
        (Samples.indicator("requests.received.total", "收到·总计", .items), .reported(Amount(value: 3, qualifier: .about))),
        (Samples.indicator("requests.other.rest.natural_person", "其他·其他·自然人", .items), .unreadable),
        (Samples.indicator("requests.closed.total", "办结", .items), .reported(Amount(value: 8))),
        (Samples.indicator("litigation_direct.pending", "诉讼·尚未审结", .items), .reported(Amount(value: 1))),
        (Samples.indicator("litigation_direct.total", "诉讼·总计", .items), .reported(Amount(value: 4))),
        (Samples.indicator("staff.total", "工作人员数", .persons), .reported(Amount(value: 5))),
    ]

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Self.figures.map(\.indicator))
        for (year, edition) in [(2014, "2014"), (2020, "2019"), (2022, "2021")] {
            var submission = Samples.submission(year: year)
            submission.report.edition = edition
            submission.report.quantities = []
            submission.report.figures = Self.figures.enumerated().map { place, figure in
                Figure(indicator: Indicator.ID(place: place), reading: figure.reading, range: 0..<3)
            }
            _ = try archive.save([submission])
        }
    }

    private func rows(_ sql: String) throws -> [[DatabaseValue]] {
        try archive.reading { try Row.fetchAll($0, sql: sql).map { Array($0.databaseValues) } }
    }

    private func row(_ values: (any DatabaseValueConvertible)?...) -> [DatabaseValue] {
        values.map { $0?.databaseValue ?? .null }
    }

    @Test func aFigureIsShownInDisplayUnitsAndWords() throws {
        let sql = "SELECT value, unit, state, qualifier, corrected FROM current_figure WHERE year = 2022 AND code = "
        #expect(try rows(sql + "'rules.in_force'") == [row(nil, "件", "blank", "", nil)])
        #expect(try rows(sql + "'fees.amount'") == [row(15300.5, "元", "reported", "", nil)])
        #expect(try rows(sql + "'procurement.amount'") == [row(47748, "元", "reported", "", nil)])
        #expect(try rows(sql + "'requests.received.total'") == [row(3, "件", "reported", "about", nil)])
        #expect(try rows(sql + "'requests.received.business'") == [row(nil, "件", "not_applicable", "", nil)])
        #expect(try rows("SELECT count(*) FROM current_figure") == [row(39)])
    }

    @Test func tablesHaveTheShapeOfTheForms() throws {
        #expect(try rows("SELECT code, label, issued, repealed, in_force, amount FROM table_2_2021").count == 6)
        #expect(
            try rows("SELECT year, label, issued, in_force, amount FROM table_2_2021 WHERE code IN ('rules', 'fees')")
                == [row(2022, "规章", 0, nil, nil), row(2022, "行政事业性收费", nil, nil, 15300.5)])
        #expect(
            try rows("SELECT year, label, created, amount FROM table_2_2019 WHERE code IN ('rules', 'procurement')")
                == [row(2020, "规章", 2, nil), row(2020, "政府集中采购", nil, 47748)])
        #expect(
            try rows("SELECT code, label, natural_person, business, total FROM table_3_requests WHERE year = 2022")
                == [row("requests.received", "收到", 3, nil, 3), row("requests.other.rest", "其他·其他", nil, nil, nil)])
        #expect(
            try rows("SELECT code, upheld, pending, total FROM table_4_disputes WHERE year = 2022")
                == [row("litigation_direct", nil, 1, 4)])
        #expect(
            try rows("SELECT code, value, state FROM statistics_2014")
                == [
                    row("requests.received.total", 3, "reported"), row("requests.closed.total", 8, "reported"),
                    row("staff.total", 5, "reported"),
                ])
    }

    @Test func correctionsCountUntilTheyAreTakenBack() throws {
        let total = "SELECT total FROM table_3_requests WHERE year = 2014 AND code = 'requests.received'"
        try archive.correct(indicator: 8, to: 7)
        #expect(try rows(total) == [row(7)])
        #expect(try rows("SELECT value, corrected FROM current_figure WHERE corrected IS NOT NULL") == [row(3, 7)])
        try archive.correct(indicator: 8, to: nil)
        #expect(try rows(total) == [row(3)])
    }

    @Test func onlyTheCurrentRevisionIsShown() throws {
        var changed = Samples.submission(year: 2022, mark: "b")
        changed.report.figures = []
        changed.report.quantities = []
        _ = try archive.save([changed])
        #expect(try rows("SELECT * FROM table_3_requests WHERE year = 2022").isEmpty)
        #expect(try rows("SELECT * FROM current_figure WHERE year = 2022").isEmpty)
    }
}
