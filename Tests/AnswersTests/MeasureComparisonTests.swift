import Catalogue
import Checks
import Foundation
import Output
import Storage
import Testing
import Values

@testable import Answers

@Suite struct MeasureComparisonTests {
    let sample: SampleArchive

    init() throws { sample = try SampleArchive.made.get() }

    private let lastYears = Filter(counties: ["青禾县"], years: [2021, 2022])

    private func rows(_ comparison: IndicatorComparison) throws -> [[String]] {
        try Array(comparison.rows.csv().dropFirst())
    }

    /// 10 of 16, 5 of 8, 10 of 15, 4 of 8, 15 of 31 requests.
    @Test func ratesAreWorkedOut() throws {
        let found = try rows(try sample.measured("公开率", filter: lastYears))
        let values = Dictionary(uniqueKeysWithValues: found.map { ($0[4], $0[6]) })
        #expect(values == ["柳溪镇": "62.5", "白杨镇": "62.5", "古渡镇": "66.67", "石桥乡": "50", "望湖街道": "48.39"])
        #expect(found.allSatisfy { $0[0] == "rates.disclosure" && $0[2] == "%" })
        let few = Dictionary(uniqueKeysWithValues: found.map { ($0[4], $0.last ?? "") })
        #expect(few == ["柳溪镇": "", "白杨镇": "2021;2022", "古渡镇": "", "石桥乡": "2021;2022", "望湖街道": ""])
    }

    /// 44 of 78, and not the mean of five rates.
    @Test func totalIsTheRatioOfSums() throws {
        let options = ComparisonOptions(hasTotal: true)
        let found = try rows(try sample.measured("公开率", filter: lastYears, options: options))
        let total = try #require(found.first { $0[4] == "total" })
        #expect(total[5...7] == ["55.7", "56.41", "0.71"])
    }

    @Test func peopleReadTheFormulaAndTheMark() throws {
        let sheet = try #require(
            try sample.measured("公开率", filter: lastYears, language: .chinese).sections.first)
        let text = try sheet.table(.chinese)
        #expect(text.contains("公开率 = (予以公开·总计 + 部分公开·总计) ÷ 本年度办理结果·总计·总计 × 100%，越高越好；依据："))
        #expect(text.contains("62.5†") && text.contains("†：分母不足 10"))
    }

    /// What a report tells in its own words stands beside what its figures come to.
    @Test func toldRateStandsBesideTheComputedOne() throws {
        let found = try rows(try sample.measured("12345热线办结率", filter: lastYears, language: .chinese))
            .filter { $0[4] == "柳溪镇" }
        #expect(found.map { $0[0] } == ["hotline_12345.completion_rate", "rates.hotline_12345.handled"])
        #expect(found.map { $0[6] } == ["99", "99.04"])
    }

    @Test func placesAndQuartilesAreOfTheWholeCounty() throws {
        var options = ComparisonOptions()
        options.benchmark = .county
        let filter = Filter(townships: ["柳溪镇"], years: [2022])
        let found = try #require(try rows(try sample.measured("公开率", filter: filter, options: options)).first)
        #expect(found.suffix(10) == ["青禾县", "2022", "5", "50", "62.5", "62.5", "median", "2", "5", "5"])
        options.benchmark = .named(["柳溪镇", "石桥乡", "望湖街道"])
        let named = try #require(try rows(try sample.measured("公开率", filter: filter, options: options)).first)
        // Of 15/31, 50 and 62.5: the middle of 48.387 and 50 is 49.194.
        #expect(named.suffix(9) == ["2022", "3", "49.19", "50", "56.25", "highest", "1", "3", "3"])
        options.benchmark = .named(["没有镇"])
        #expect(throws: LookupError.self) { try sample.measured("公开率", filter: filter, options: options) }
    }

    /// Fewer disputes are better: who has none is first.
    @Test func whatIsBetterLowHasItsLowestFirst() throws {
        var options = ComparisonOptions()
        options.benchmark = .county
        let found = try rows(
            try sample.measured(
                "rates.reconsideration", filter: Filter(counties: ["青禾县"], years: [2022]), options: options))
        let places = Dictionary(uniqueKeysWithValues: found.map { ($0[4], $0[$0.count - 3]) })
        #expect(places == ["柳溪镇": "1", "石桥乡": "1", "望湖街道": "3", "古渡镇": "4", "白杨镇": "5"])
    }

    @Test func yearBeforeIsLookedUpOutsideTheYearsShown() throws {
        let found = try rows(
            try sample.measured("changes.requests", filter: Filter(townships: ["柳溪镇"], years: [2022])))
        // From 18 to 15.
        #expect(found.first?[5] == "-16.67")
    }

    @Test func sqlKnowsMeasures() throws {
        var answer: [[SQLValue]] = []
        let measures = try Array(sample.archive.measures())
        try sample.archive.query(
            "select value, state, few from current_measure where code = 'rates.disclosure' and township = '白杨镇' "
                + "and year = 2022", beside: [MeasureTable.of(sample.archive, measures)]
        ) { _ in
        } row: {
            answer.append($0)
        }
        #expect(answer == [[.real(62.5), .text("exact"), .integer(1)]])
    }

    @Test func exportTellsMeasuresWhenAsked() throws {
        let measures = try sample.archive.measures().filter { $0.code == "rates.disclosure" }
        func csv(_ write: (FigureExport, SheetWriter) throws -> Void) throws -> [String] {
            var bytes: [UInt8] = []
            let writer = SheetWriter(.csv, language: .english, audience: .program) { bytes += $0 }
            try write(
                try FigureExport(
                    sample.archive, indicators: [], measures: measures,
                    filter: Filter(townships: ["古渡镇"], years: [2022]), language: .english), writer)
            try writer.finish()
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        #expect(
            try csv { try $0.writeLong(to: $1) } == [
                "county,township,year,indicator,label,value,unit,state,qualifier,edition,source,corrected,"
                    + "lower,upper,few,of_corrected",
                "青禾县,古渡镇,2022,rates.disclosure,disclosure rate,66.67,%,exact,,2021,"
                    + "(requests.disclosed.total + requests.disclosed_partly.total) / requests.concluded.total,"
                    + ",66.67,66.67,false,false",
            ])
        #expect(try csv { try $0.writeWide(to: $1) }.last == "青禾县,古渡镇,2022,2021,,,66.67")
    }
}

@Suite struct QuartilesTests {
    /// As QUARTILE.INC has them: 1, 2, 3, 4 have 1.75, 2.5 and 3.25.
    @Test func quartilesAreOfTypeSeven() throws {
        let four = try #require(Quartiles([400, 100, 300, 200] as [Int64]))
        #expect([four.first, four.median, four.third] == [175, 250, 325])
        let one = try #require(Quartiles([7] as [Int64]))
        #expect([one.first, one.median, one.third] == [7, 7, 7])
        #expect(Quartiles([] as [Int64]) == nil)
        // 2⁶³ - 1 and -2⁶³: the middle is a half below 0.
        #expect(Quartiles([.min, .max] as [Int64])?.median.rounded(times: 2) == -1)
        #expect(Number(try #require(Quartiles([.min, .max] as [Int64])).third, .whole) == nil)
        #expect([100, 200, 250, 300, 400].map(four.quarter) == [.lowest, .below, .median, .above, .highest])
        // 1, 2, 2, 5: the middle is 2, and that of 1, 2, 3, 5 lies between two of them.
        let odd = try #require(Quartiles([1, 2, 3, 5] as [Int64]))
        #expect(odd.median.rounded(times: 100) == 250 && [2, 3].map(odd.quarter) == [.below, .above])
    }
}

@Suite struct UnusualYearsTests {
    @Test func oneWildYearIsFound() throws {
        let found = try #require(UnusualYears.find([100, 120, nil, 110, 130, 1000], unit: 1))
        // Median 120, distances 20, 0, 10, 10, 880, their median 10.
        #expect(found == [5])
        #expect(UnusualYears.find([20, 20, 20, 20, 200], unit: 1) == [4])
    }

    @Test func smallNumbersAndFewYearsAreLeftAlone() {
        #expect(UnusualYears.find([0, 0, 0, 0, 9], unit: 1) == nil)
        #expect(UnusualYears.find([100, 120, 110, 1000], unit: 1) == nil)
        #expect(UnusualYears.find([100, 101, 100, 101, 115], unit: 1) == nil)
        #expect(UnusualYears.find([.max, .min, 0, 1, 2], unit: 1) == nil)
        // In hundredths of a percent: five points more are no wonder.
        #expect(UnusualYears.find([9000, 9000, 9100, 9000, 9500], unit: 100) == nil)
    }
}
