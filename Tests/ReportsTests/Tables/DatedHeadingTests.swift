import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Tables below headings that name another year than the report's.
@Suite struct DatedHeadingTests {
    private let codebook: Codebook
    private let reader: ReportReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.reports()
    }

    private func read(_ tables: String) throws -> (licensing: Reading?, doubts: [Doubt]) {
        let text = "柳溪镇2021年政府信息公开工作年度报告\n一、总体情况\n我镇推进政府信息公开。\n\(tables)\n三、其他\n"
        let report = try reader.read(Document(lines: text), path: "青禾县/柳溪镇.txt")
        let id = codebook.indicators.id(of: "licensing.decisions")
        return (report.figures.first { $0.indicator == id }?.reading, report.doubts)
    }

    /// A table under a dated line in place of the form's heading.
    private func dated(_ line: String, _ value: String) -> String {
        ([line] + table2(licensing: value).split(separator: "\n").dropFirst().map(String.init)).joined(separator: "\n")
    }

    private func amount(_ value: Int64) -> Reading { .reported(Amount(value: value)) }

    @Test(arguments: ["2020年主动公开政府信息情况", "二、2020年度主动公开政府信息情况：", "2020年度统计表", "2020年情况\n单位：件"])
    func lastYearsInFrontGivesWay(line: String) throws {
        let (licensing, doubts) = try read(dated(line, "162") + "\n" + table2(licensing: "171"))
        #expect(licensing == amount(171))
        #expect(doubts.contains { $0.kind == .otherCopy } && !doubts.contains { $0.kind == .repeatedRow }, "\(doubts)")
    }

    /// Where nothing else is there, whose figures they are is not known.
    @Test func lastYearsAloneIsNotRead() throws {
        let (licensing, doubts) = try read(dated("2020年主动公开政府信息情况", "162"))
        #expect(licensing == .unreadable)
        let doubt = try #require(doubts.first { $0.kind == .otherTime })
        #expect(doubt.found == "2020年主动公开政府信息情况" && doubt.expected == "2021")
    }

    /// A line that names no year says by its words that the table is not the report's.
    @Test(arguments: ["上年度情况", "全县汇总数据", "上半年情况", "去年数据：", "截至6月底情况", "2021年上半年情况"])
    func linesWithoutAYearAreObeyedToo(line: String) throws {
        let (licensing, doubts) = try read(dated(line, "162"))
        #expect(licensing == .unreadable)
        #expect(doubts.contains { $0.kind == .otherTime }, "\(doubts)")
    }

    @Test(arguments: ["本年数据", "全镇汇总数据", "本年与上年情况", "情况统计", "（上年情况见附件，此处略）"])
    func linesOfTheReportsOwnAreNot(line: String) throws {
        #expect(try read(dated(line, "171")).licensing == amount(171))
    }

    /// A label's brackets say which year's row it is: a blank row is not filled from last year's.
    @Test func labelsNameTheirYearInBrackets() throws {
        func both(_ first: String, _ second: String) -> String {
            table2(licensing: "").replacing("行政许可\t", with: "\(first)\n\(second)")
        }
        #expect(try read(both("行政许可\t", "行政许可（2020年）\t162")).licensing == .unreadable)
        #expect(try read(both("行政许可\t171", "行政许可（2020年）\t162")).licensing == amount(171))
        #expect(try read(both("行政许可（2020年）\t162", "")).licensing == .unreadable)
        #expect(try read(both("行政许可（2021年）\t171", "")).licensing == amount(171))
        #expect(try read(both("行政许可（上半年）\t162", "")).licensing != amount(162))
    }

    /// The report's own year, both years, a sentence, a sum over years, or a comparison with the year before.
    @Test(arguments: [
        "2021年主动公开政府信息情况", "2020—2021年主动公开政府信息情况", "2020年主动公开政府信息情况，见去年的报告。",
        "与2020年相比主动公开政府信息情况", "根据2020年版填写",
    ])
    func otherLinesSayNothing(line: String) throws {
        let (licensing, doubts) = try read(dated(line, "171"))
        #expect(licensing == amount(171))
        #expect(!doubts.contains { $0.kind == .otherTime }, "\(doubts)")
    }

    @Test func doubtsOfMillionsOfDigitsAreShort() {
        let doubt = Doubt(.unclearNumber, found: String(repeating: "1", count: 3_000_000))
        #expect(doubt.found.count == 121 && doubt.found.hasSuffix("…"))
        #expect(Doubt(.unclearNumber, found: "147-150件").found == "147-150件")
    }
}
