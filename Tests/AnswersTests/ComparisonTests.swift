import Catalogue
import Storage
import Testing

@testable import Answers

@Suite struct ComparisonTests {
    let sample: SampleArchive

    init() throws { sample = try SampleArchive.made.get() }

    private func row(_ name: String, _ comparison: IndicatorComparison) throws -> [String] {
        try #require(comparison.rows.csv().first { $0.contains(name) })
    }

    @Test func totalSaysWhoseFiguresItHolds() throws {
        let comparison = try sample.comparison("hotline_12345.received", options: ComparisonOptions(hasTotal: true))
        #expect(
            try row("total", comparison).suffix(8) == [
                "448", "378", "883", "996", "", "", "5", "2019:at_least;2020:at_least",
            ])
        #expect(try row("townships in total", comparison).suffix(8) == ["4", "4", "5", "5", "", "", "5", ""])
        let text = try #require(try comparison.sections.first).table()
        #expect(text.contains("4/5") && text.contains("5/5"))
        #expect(text.contains("the first and the last year cover different townships"))
        #expect(text.contains("missing reports: 望湖街道 2020 (1 in all)"))
    }

    @Test func totalOverTheSameTownshipsHasAChange() throws {
        let comparison = try sample.comparison(
            "hotline_12345.received", filter: Filter(counties: ["青禾县"], years: [2021, 2022]),
            options: ComparisonOptions(hasTotal: true))
        #expect(try row("total", comparison).suffix(6) == ["883", "996", "113", "12.8", "5", ""])
    }

    @Test func percentagesHaveNoTotal() throws {
        let comparison = try sample.comparison(
            "hotline_12345.satisfaction_rate", options: ComparisonOptions(hasTotal: true))
        #expect(try !comparison.rows.csv().contains { $0.contains("total") })
        #expect(try #require(try comparison.sections.first).table().contains("percentages have no sum"))
    }

    @Test func equalNumbersShareARankAndGapsHaveNone() throws {
        let comparison = try sample.comparison(
            "requests.received.total", filter: Filter(counties: ["青禾县"], years: [2020, 2022]),
            options: ComparisonOptions(order: .value(year: nil), isRanked: true))
        let rows = try comparison.rows.csv().dropFirst()
        #expect(rows.map { $0[4] } == ["望湖街道", "古渡镇", "柳溪镇", "白杨镇", "石桥乡"])
        #expect(rows.map { $0.last } == ["1", "2", "2", "4", "5"])
        let gaps = try sample.comparison(
            "requests.received.total", filter: Filter(counties: ["青禾县"], years: [2020]),
            options: ComparisonOptions(isRanked: true))
        #expect(try row("望湖街道", gaps).suffix(4) == ["no_report", "", "", ""])
    }

    @Test func topAreTheLargestAndSaySo() throws {
        let comparison = try sample.comparison("hotline_12345.received", options: ComparisonOptions(top: 2))
        #expect(try comparison.rows.csv().dropFirst().map { $0[4] } == ["望湖街道", "柳溪镇"])
        #expect(try #require(try comparison.sections.first).table().contains("the first 2 of 5 townships"))
    }

    /// 1850700 元 ÷ 179 户, rounded half away from zero.
    @Test func ratiosAreExact() throws {
        let divisor = try #require(sample.ids("subsistence_allowance.households").first)
        let comparison = try sample.comparison(
            "subsistence_allowance.amount", filter: Filter(counties: ["青禾县"], years: [2021]),
            options: ComparisonOptions(hasTotal: true, divisor: divisor))
        let values = try SampleArchive.expected("柳溪镇", 2021)
        let amount = try #require(values["subsistence_allowance.amount"].flatMap(Int.init))
        let households = try #require(values["subsistence_allowance.households"].flatMap(Int.init))
        let hundredths = (amount * 1000 / households + 5) / 10
        let ratio = try #require(try row("柳溪镇", comparison).dropFirst(5).first)
        #expect(ratio == "\(hundredths / 100).\(hundredths % 100)")
        #expect(try row("柳溪镇", comparison)[2] == "元/户")
        #expect(try row("total", comparison)[5] == "10238.44")
    }

    // MARK: Over changes of the form

    @Test func rowThatBecameThreeIsTheirSum() throws {
        let comparison = try sample.comparison("requests.other.total")
        for township in ["古渡镇", "白杨镇", "石桥乡", "望湖街道"] {
            let values = try SampleArchive.expected(township, 2022)
            let parts = ["not_corrected", "fee_unpaid", "rest"].map {
                values["requests.other.\($0).total"].flatMap(Int.init)
            }
            let line = try #require(
                try comparison.rows.csv().first { $0[0] == "requests.other.total" && $0[4] == township })
            if parts.allSatisfy({ $0 != nil }) {
                #expect(line[8] == "\(parts.compactMap { $0 }.reduce(0, +))", "\(township)")
            }
            #expect(line.last == "same")
        }
    }

    @Test func nearFiguresAreMarkedAndExplained() throws {
        let comparison = try sample.comparison("normative_documents.issued")
        #expect(try row("柳溪镇", comparison).last == "near")
        let text = try #require(try comparison.sections.first).table()
        #expect(text.contains("2¹") && text.contains("¹ near: Normative documents: created this year"))
        #expect(try comparison.warnings.contains { $0.en.hasPrefix("near: ") })
    }

    @Test(arguments: ["normative_documents.disclosed_total", "rules.in_force", "fees.amount", "fees.items_previous"])
    func whatCannotBeComparedIsRefused(code: String) throws {
        let sample = sample
        #expect(throws: IncomparableEditions.self) { try sample.comparison(code) }
        _ = try sample.comparison(code, options: ComparisonOptions(acrossEditions: true))
        _ = try sample.comparison(code, filter: Filter(counties: ["青禾县"], years: [2019, 2020]))
    }

    @Test func changeOverWhatCannotBeComparedIsNotCounted() throws {
        let comparison = try sample.comparison(
            "normative_documents.in_force", options: ComparisonOptions(acrossEditions: true))
        #expect(try row("柳溪镇", comparison).suffix(7) == ["9", "12", "11", "10", "", "", "not_comparable"])
    }

    @Test func itemsAndMoneyAreNeverPutInOneLine() throws {
        let comparison = try sample.comparison("fees.amount", options: ComparisonOptions(acrossEditions: true))
        #expect(try row("柳溪镇", comparison)[5...6] == ["", ""])
    }
}
