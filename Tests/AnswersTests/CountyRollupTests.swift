import Catalogue
import Foundation
import Output
import Storage
import Testing
import Values

@testable import Answers

@Suite struct CountyRollupTests {
    let sample: SampleArchive

    init() throws { sample = try SampleArchive.made.get() }

    private static let townships = ["古渡镇", "望湖街道", "柳溪镇", "白杨镇", "石桥乡"]

    private func rollup(_ year: Int) throws -> CountyRollup {
        try CountyRollup(
            sample.archive, county: "青禾县", year: year, codebook: sample.codebook, language: .chinese)
    }

    /// Every sum of the tables, counted again from what a careful reader takes from the reports.
    @Test(arguments: [2019, 2021, 2022])
    func sumsAreThoseOfTheReports(year: Int) throws {
        let expected = try Self.townships.map { try SampleArchive.expected($0, year) }
        let rows = try rollup(year).rows.csv().dropFirst()
        #expect(rows.count > 200)
        let cells = Set(sample.codebook.forms.flatMap(\.codes))
        for row in rows where cells.contains(row[2]) && !row[2].hasPrefix("requests.other") {
            let values = expected.compactMap { $0[row[2]] }.compactMap(Self.hundredths)
            #expect(Self.hundredths(row[4]) ?? 0 == values.reduce(0, +), "\(row)")
            #expect(row[6] == "\(values.count)", "\(row)")
            #expect(row[7].split(separator: ";").count == 5 - values.count, "\(row)")
        }
    }

    private static func hundredths(_ text: String) -> Int? {
        let parts = text.split(separator: ".")
        guard let whole = parts.first.flatMap({ Int($0) }) else { return nil }
        let fraction = parts.count > 1 ? String(parts[1]).padding(toLength: 2, withPad: "0", startingAt: 0) : "00"
        return whole * 100 + (Int(fraction) ?? 0) * (text.hasPrefix("-") ? -1 : 1)
    }

    @Test func townshipWithoutAReportIsNamedAndOpensTheRange() throws {
        let rows = try rollup(2020).rows.csv()
        let row = try #require(rows.first { $0[2] == "requests.received.total" })
        #expect(row[6...7] == ["4", "望湖街道"])
        let text = try rollup(2020).sections(asPrinted: false).map { try $0.table(.chinese) }.joined()
        let missing = try #require(text.split(separator: "\n").first { $0.hasPrefix("缺报") })
        #expect(missing.hasSuffix(" 望湖街道"))
        #expect(text.contains("≥") && text.contains("4/5"))
    }

    @Test func whatDoesNotApplyLeavesNothingOpen() throws {
        let text = try rollup(2021).sections(asPrinted: false).map { try $0.table(.chinese) }.joined()
        let row = try #require(text.split(separator: "\n").first { $0.contains("3.危及“三安全一稳定”") })
        #expect(row.contains("≥0"))
        let decisions = try #require(text.split(separator: "\n").first { $0.hasPrefix("行政许可 ") })
        #expect(!decisions.contains("≥"))
    }

    /// A figure of an older form whose successors apply in part is what those come to that apply.
    @Test func whatDoesNotApplyAddsNothingToWhatDoes() throws {
        let sample = sample
        func cell(_ readings: [Reading]) -> ComparedCell {
            let places = sample.archive.indicators.indices.prefix(readings.count)
            let figures = zip(places, readings).map {
                ToldFigure(reading: $1, corrected: nil, recognition: nil)
            }
            return ComparedCell(sumOf: figures, succession: 0)
        }
        #expect(cell([.reported(Amount(value: 3)), .notApplicable]).amount?.value == 3)
        #expect(cell([.notApplicable, .notApplicable]).isNotApplicable)
        #expect(cell([.reported(Amount(value: 3)), .blank]).amount == nil)
    }

    /// A row of another form in whose place all reports have others is not told beside them.
    @Test func rowsOfAnotherFormAreNotToldTwice() throws {
        func text(_ year: Int) throws -> String {
            try rollup(year).sections(asPrinted: false).map { try $0.table(.chinese) }.joined()
        }
        #expect(try text(2021).contains("requests.other.total") && !text(2022).contains("requests.other."))
        #expect(Set(try rollup(2022).rows.csv().map { $0[2] }).contains("requests.other.total"))
    }

    @Test func whoseCellsAreBlankOrDoNotApplyIsSaid() throws {
        let text = try rollup(2021).sections(asPrinted: false).map { try $0.table(.chinese) }.joined()
        #expect(text.contains("写“不适用”的格") && text.contains("有空白、未读出的格"))
    }

    @Test func anotherFormIsNamed() throws {
        let text = try rollup(2021).sections(asPrinted: true).map { try $0.table(.chinese) }.joined()
        #expect(text.contains("用其他表样") && text.contains("古渡镇 (2019)"))
    }

    @Test func yearWithoutReportsIsRefused() {
        let sample = sample
        #expect(throws: LookupError.noCountyReports("青禾县", year: 1999, years: [2019, 2020, 2021, 2022])) {
            try CountyRollup(
                sample.archive, county: "青禾县", year: 1999, codebook: sample.codebook, language: .chinese)
        }
    }
}
