import Documents
import Support
import Testing

@testable import Reports

/// What is a report at all.
@Suite struct ReportReaderTests {
    private func read(_ text: String, path: String = "报告.txt") throws -> Report {
        try Shared.reports().read(Document(lines: text), path: path)
    }

    @Test func narrativeWithATitleNeedsNoTable() throws {
        let report = try read("青禾县柳溪镇2012年政府信息公开工作年度报告\n一、概述\n2012年，我镇贯彻条例。")
        #expect(report.edition == "narrative" && report.doubts == [Doubt(.nothingRead)])
    }

    /// Such a text counts as the township's report, and may be none.
    @Test func textWithoutAFigureIsADoubt() throws {
        let report = try read("关于更正《青禾县柳溪镇2021年政府信息公开工作年度报告》的说明\n报告中个别数字有误，特此更正。")
        #expect(report.doubts == [Doubt(.nothingRead)])
        let told = try read("青禾县柳溪镇2021年政府信息公开工作年度报告\n一、总体情况\n2021年，我镇受理12345热线反映件7件。")
        #expect(!told.figures.isEmpty && told.doubts.isEmpty)
    }

    private static let begun = "青禾县柳溪镇2022年政府信息公开工作年度报告\n一、总体情况\n全年公开信息56条。\n六、其他需要报告的事项\n无。"

    /// What stands below the signed report is another's, or the site's.
    @Test(arguments: [
        "青禾县柳溪镇人民政府\n2023年1月15日", "2023年1月15日", "柳溪镇人民政府 2023年1月15日",
    ])
    func textBelowTheSignatureIsNotTheReports(signature: String) throws {
        let below = ["附：石桥乡经验材料\n石桥乡受理12345热线工单312件。", "依申请公开统计：收到申请 12 件", "相关新闻\n我县12345热线受理8560件"]
        for text in below {
            let report = try read("\(Self.begun)\n\(signature)\n\(text)")
            #expect(report.figures.count == 1 && report.publishedOn != nil)
        }
        // A letter that sends the report is signed above it.
        let letter = "现报送年度报告。\n\(signature)\n\(Self.begun)\n受理12345热线工单312件。"
        #expect(try read(letter).figures.count == 2)
    }

    /// Labels of lost tables are no sentences, whatever stands for their cells.
    @Test(arguments: [
        ",,4.无正当理由大量反复申请,/,/,/", "4.无正当理由大量反复申请,零,零", "│4.无正当理由大量反复申请│││0│－│",
        ",,2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请,/,/,/,/,/,/,/",
    ])
    func labelsAmongCellsAreNoSentences(line: String) throws {
        let report = try read("\(Self.begun)\n\(line)")
        #expect(report.figures.count == 1)
    }

    /// An empty row that was inserted in a grid says nothing of the rows that its merged cells reach over.
    @Test func emptyRowTellsNothingOfThoseAbove() throws {
        let page =
            "<h1>青禾县柳溪镇2022年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>"
            + "<tr><td rowspan=4>三、本年度办理结果</td><td>（一）予以公开</td>"
            + String(repeating: "<td>1</td>", count: 6) + "<td>6</td></tr><tr><td>4.无正当理由大量反复申请</td>"
            + String(repeating: "<td>2</td>", count: 6) + "<td>12</td></tr><tr><td colspan=8></td></tr>"
            + "<tr><td>（七）总计</td>" + String(repeating: "<td>3</td>", count: 6) + "<td>18</td></tr></table>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        let report = try Shared.reports().read(document, path: "a.html")
        #expect(report.narrativeCount == 0 && report.cells.reported == 21)
    }

    /// Paragraphs with a line of a tab between them are sentences, beside a table that is written like that too.
    @Test(arguments: ["\n\t\n", "\n\n\t\n\n"])
    func linesOfATabBetweenParagraphsPartNoCells(border: String) throws {
        let prose = [
            "青禾县柳溪镇2022年政府信息公开工作年度报告", "一、总体情况", "全年公开信息56条。", "受理12345热线工单88件，办结87件。", "行政许可",
            "享受低保144户", "二、主动公开政府信息情况",
        ]
        let table = [["信息内容", "本年处理决定数量"], ["行政处罚", "7"], ["行政强制", "5"]].map { $0.joined(separator: border) }
        let plain = try read((prose + ["三、收到和处理政府信息公开申请情况"]).joined(separator: "\n"))
        #expect(plain.narrativeCount == 4)
        let end = border.count > 3 ? "\n\n\n\n\n" : "\n"
        for rest in [[], ["第二十条第（六）项\(end)" + table.joined(separator: end)]] {
            let report = try read((prose.joined(separator: border) + "\n" + rest.joined()))
            #expect(report.narrativeCount == 4)
        }
    }

    /// Pages without a signature have links and a foot below the text.
    @Test(arguments: [
        "<p>相关新闻</p><p>我镇12345热线受理8560件</p>", "<p>版权所有：青禾县　今日公开信息 12 条</p>", "<p>扫描二维码关注微信公众号，已发布信息5000条</p>",
    ])
    func footOfAPageIsNotTheReports(foot: String) throws {
        let lines = Self.begun.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
        let document = try DocumentReader.read(Array("<html><body>\(lines)\(foot)</body></html>".utf8), name: "a.html")
        #expect(try Shared.reports().read(document, path: "a.html").figures.count == 1)
    }

    @Test func leadStandsForAMissingTitle() throws {
        let report = try read("现公布青禾县柳溪镇2012年政府信息公开年度报告。\n一、概述\n2012年，我镇贯彻条例。")
        #expect(report.township == "柳溪镇" && report.county == "青禾县" && report.year == 2012)
    }

    @Test func traditionalCharactersAreReadAsWell() throws {
        let report = try read("青禾縣柳溪鎮2021年政府信息公開工作年度報告\n一、總體情況\n2021年，我鎮貫徹條例。\n二、主動公開政府信息情況\n行政許可\t7")
        #expect(report.township == "柳溪镇" && report.year == 2021)
        #expect(report.sections.count == 2)
    }

    @Test(arguments: [
        ("会议纪要\n研究道路养护。", ReportError.noReport), ("关于政府信息公开的几点想法\n一、总体情况\n甲。", .noReport),
        ("2020年政府信息公开工作年度报告\n一、总体情况\n我镇贯彻条例。", .townshipUnknown),
        (
            "青禾县2020年政府信息公开工作年度报告\n一、总体情况\n柳溪镇人民政府、石桥乡人民政府贯彻条例。",
            .notOfATownship(title: "青禾县2020年政府信息公开工作年度报告")
        ),
        ("柳溪镇政府信息公开工作年度报告\n一、总体情况\n我镇贯彻条例。", .yearUnknown),
    ])
    func whatIsNoReportOrNobodys(text: String, error: ReportError) {
        #expect(throws: error) { try read(text) }
    }

    /// None of these may crash, or take longer than its length asks for.
    @Test(arguments: [
        "|", "||\n", "规章0", "0 ", "第", "—3—\n", "\t", "镇", "人民政府", "统计期限2021", "二、主动公开政府信息情况\n", "总计\n0\n",
    ])
    func repeatedWithoutEnd(piece: String) {
        let text = "柳溪镇2021年政府信息公开工作年度报告\n" + String(repeating: piece, count: 20_000)
        #expect(throws: Never.self) { _ = try? read(text) }
    }

    /// Annexes of the years before a form have some of its labels, and none of its rows is due.
    @Test func annexOfAnEarlierYearIsNoLaterForm() throws {
        let annex = [
            "指标名称\t单位\t2012年度\t历年累计", "主动公开信息数\t条\t225\t1230", "其中：1.政府网站公开信息数\t条\t200\t1100",
            "收到申请数总数\t条\t4\t19", "其中：1.当面申请数\t条\t1\t6", "3.信函、传真申请数\t条\t1\t5", "行政复议数\t件\t1\t2",
            "政府信息公开指定专职人员总数\t人\t1\t1", "处理政府信息公开的专项经费\t万元\t0.5\t2.1",
        ].joined(separator: "\n")
        let title = "青禾县柳溪镇2012年政府信息公开工作年度报告\n一、概述\n我镇认真落实条例。\n附表一\n"
        let report = try read(title + annex)
        #expect(report.edition == "narrative" && report.cellsExpected == 0)
        // Nor are people and money in their columns the number of what was disclosed.
        let indicators = try LoadedCatalogue.codebook().indicators
        let total = report.figures.first { indicators[$0.indicator].code == "disclosed.total" }
        #expect(total?.reading.amount?.value == 225)
        #expect(!report.doubts.contains { [.missingRow, .unreadableRow, .missingTable].contains($0.kind) })
    }

    /// With the headings and headers of the later form it is that form, whatever the year.
    @Test(arguments: [2018, 2020])
    func tableWithTheHeadersOfALaterFormIsRead(year: Int) throws {
        let table = [
            "二、主动公开政府信息情况", "第二十条第（一）项", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t0\t0\t0", "行政规范性文件\t2\t3\t9",
            "第二十条第（五）项", "信息内容\t本年处理决定数量", "行政许可\t140",
        ].joined(separator: "\n")
        let title = "青禾县柳溪镇\(year)年政府信息公开工作年度报告\n一、总体情况\n全年公开政府信息412条。\n"
        let report = try read(title + table)
        let indicators = try LoadedCatalogue.codebook().indicators
        let licences = report.figures.first { indicators[$0.indicator].code == "licensing.decisions" }
        #expect(report.edition == "2021" && report.cellsRead == 7 && licences?.reading.amount?.value == 140)
        #expect(!report.doubts.contains { $0.expected == "二、主动公开政府信息情况" })
    }
}
