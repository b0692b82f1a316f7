import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Tables that have lost their lines or their spaces: what is not read as a table is told as no sentence either.
@Suite struct FlattenedTableTests {
    private func report(_ lines: String...) throws -> Report {
        let text = "青禾县柳溪镇2022年政府信息公开工作年度报告\n一、总体情况\n" + lines.joined(separator: "\n")
        return try Shared.reports().read(Document(lines: text), path: "a.txt")
    }

    private func inspect(_ lines: String...) throws -> TableInspection {
        TableInspection(
            Document(lines: lines.joined(separator: "\n")), try LoadedCatalogue.codebook(), try Shared.tables())
    }

    /// The codes that sentences tell.
    private func told(_ report: Report) throws -> [String] {
        let indicators = try LoadedCatalogue.codebook().indicators
        let codes = report.figures.map { indicators[$0.indicator].code }
        return codes.filter { $0.hasPrefix("narrated") || $0.hasPrefix("processing_fee") }
    }

    @Test(arguments: [
        "4.无正当理由大量反复申请27326727", "（五）不予处理4.无正当理由大量反复申请0000000",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请54040619",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ])
    func labelsWithGluedFiguresDenyNothing(line: String) throws {
        #expect(try told(report("三、收到和处理政府信息公开申请情况", line)) == [])
        #expect(try told(report("我镇未收取费用。")) == ["processing_fee.amount"])
    }

    @Test func cellsOfATableInOneLineAreNoSentence() throws {
        let table2 =
            "第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 3 4 35 "
            + "第二十条第（五）项 信息内容 本年处理决定数量 行政许可 134 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 66 行政强制 26"
        let table3 =
            "申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他 "
            + "一、本年新收政府信息公开申请数量 82 77 86 85 50 80 499 二、上年结转政府信息公开申请数量 2 3 1 3 2 3 14 "
            + "三、本年度办理结果 （一）予以公开 7 0 6 3 0 2 18 （二）部分公开 1 0 0 0 0 0 1 1.属于国家秘密 0 0 0 0 0 0 0"
        let first = try report("二、主动公开政府信息情况", "第二十条第（五）项", "信息内容\t本年处理决定数量", "行政许可\t134", table3)
        #expect(try told(first) == [])
        #expect(try told(report(table2, table3)) == [])
        let five = "结果维持 结果纠正 其他结果 尚未审结 总计"
        let table4 =
            "行政复议 行政诉讼 \(five) 未经复议直接起诉 复议后起诉 \(five) \(five) 2 1 5 5 13 1 4 2 1 8 0 5 5 0 10"
        #expect(try told(report([table2, table3, table4].joined(separator: " "))) == [])
    }

    /// Table 4 with its headers and its row in one line.
    @Test(arguments: [" ", "  "])
    func table4InOneLine(space: String) throws {
        let five = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let words = ["行政复议", "行政诉讼"] + five + ["未经复议直接起诉", "复议后起诉"] + five + five
        let numbers = [2, 1, 5, 5, 13, 1, 4, 2, 1, 8, 0, 5, 5, 0, 10]
        func line(_ numbers: [Int]) -> String { (words + numbers.map(String.init)).joined(separator: space) }
        let heading = "四、政府信息公开行政复议、行政诉讼情况"
        #expect(try inspect(heading, line(numbers)).disputes == "2 1 5 5 13; 1 4 2 1 8; 0 5 5 0 10")
        let short = try inspect(heading, line(numbers.dropLast()), "五、存在的主要问题")
        #expect(short.state("reconsideration.upheld") == "unreadable")
        #expect(short.doubts(.unreadableRow) == ["14"])
    }

    /// Headers without a space between tell how many columns the figures behind a label are of.
    @Test func gluedHeadersTellTheEdition() throws {
        let inspection = try inspect(
            "二、主动公开政府信息情况", "第二十条第（五）项", "信息内容上一年项目数量本年增/减处理决定数量", "行政许可3516879",
            "第二十条第（八）项", "信息内容上一年项目数量本年增/减", "行政事业性收费64")
        #expect(inspection.reading.edition == "2019")
        #expect(
            inspection.cells("licensing", ["items_previous", "items_change", "decisions"])
                == "unreadable unreadable unreadable")
        #expect(
            inspection.cells("fees", ["items_previous", "items_change", "amount"]) == "unreadable unreadable absent")
        let newer = try inspect("二、主动公开政府信息情况", "第二十条第（五）项", "信息内容本年处理决定数量", "行政许可193")
        #expect(newer.reading.edition == "2021" && newer.state("licensing.decisions") == "193")
    }

    /// Table 4 standing upright, a line for each of its results.
    @Test(arguments: [0, 1])
    func uprightTable4(missing: Int) throws {
        let words = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let above = ["行政复议\t", "行政诉讼\t未经复议直接起诉", "\t复议后起诉"]
        var rows: [String] = []
        for (group, head) in above.enumerated() {
            for (place, word) in words.enumerated() {
                let cells =
                    (place == 0 ? head.split(separator: "\t").map(String.init) : []) + [word, "\(group * 5 + place)"]
                rows.append("<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>")
            }
        }
        rows.removeLast(missing)
        let page = "<p>四、政府信息公开行政复议、行政诉讼情况</p><table>\(rows.joined())</table>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        let inspection = TableInspection(document, try LoadedCatalogue.codebook(), try Shared.tables())
        if missing == 0 {
            #expect(inspection.disputes == "0 1 2 3 4; 5 6 7 8 9; 10 11 12 13 14" && inspection.labelDoubts == [])
        } else {
            #expect(inspection.labelDoubts == [.transposedTable])
        }
    }

    /// Of several columns over the one of the form, the whole year's, the sum, or the last year's.
    @Test(arguments: [
        ("2017年\t2016年", 0), ("2016年度\t2017年度", 1), ("上半年\t全年", 1), ("合计\t镇机关\t村", 0), ("上半年\t下半年", -1),
        ("镇机关\t村", -1),
    ])
    func severalColumnsOverTheOneOfTheForm(headers: String, own: Int) throws {
        let count = headers.split(separator: "\t").count
        let cells = { (first: Int) in (0..<count).map { "\(first + $0)" }.joined(separator: "\t") }
        for heading in ["政府信息公开情况统计表", "附表"] {
            let inspection = try inspect(
                heading, "统计指标\t单位\t\(headers)", "（一）主动公开政府信息数\t条\t\(cells(40))",
                "（一）收到申请数\t件\t\(cells(50))", "（一）行政复议数量\t件\t\(cells(60))")
            #expect(inspection.state("information.disclosed") == (own < 0 ? "unreadable" : "\(40 + own)"))
            #expect(inspection.state("requests.received.total") == (own < 0 ? "unreadable" : "\(50 + own)"))
        }
    }

    /// An amount of purchases that only 万元 makes likely.
    @Test(arguments: [
        ("477.35", true), ("1028.6", true), ("86", true), ("1028", false), ("152790", false), ("152790.55", false),
        ("477.35万元", false), ("0", false),
    ])
    func littleMoneyWithoutAUnit(amount: String, isDoubted: Bool) throws {
        let inspection = try inspect(
            "二、主动公开政府信息情况", "第二十条第（九）项", "信息内容\t采购项目数量\t采购总金额", "政府集中采购\t13\t\(amount)")
        #expect(inspection.doubts(.unitUnlikely) == (isDoubted ? [amount] : []))
        let named = try inspect(
            "二、主动公开政府信息情况", "第二十条第（九）项", "信息内容\t采购项目数量\t采购总金额（元）", "政府集中采购\t13\t\(amount)")
        #expect(named.doubts(.unitUnlikely) == [])
    }

    /// Rows that are parts of what the header names: their sum is told, not the first of them.
    @Test func partsOfRequestsAreNotAllOfThem() throws {
        let rows = ["申请方式\t数量", "当面申请\t3", "网络申请\t4", "信函申请\t5"]
        let id = try LoadedCatalogue.codebook().indicators.ids["narrated_requests.received"]
        for (lines, expected) in [(rows + ["合计\t12"], Int64(12)), (["申请方式\t数量", "合计\t12"] + rows.dropFirst(), 12)] {
            let told = try report(lines.joined(separator: "\n"))
            #expect(told.figures.first { $0.indicator == id }?.reading.amount?.value == expected)
        }
        let told = try report(rows.joined(separator: "\n"))
        #expect(!told.figures.contains { $0.indicator == id })
        #expect(told.doubts.map(\.kind).contains(.textTable))
    }
}
