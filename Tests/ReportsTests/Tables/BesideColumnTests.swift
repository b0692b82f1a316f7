import Catalogue
import Support
import Testing

@testable import Documents
@testable import Reports

/// Columns and pieces of rows that a document has beside the form's, of which what stands around them tells what they
/// are.
@Suite struct BesideColumnTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    // MARK: Rows that a page cuts

    private func inspect(_ cells: [Grid.Cell], rests: Set<Int>) throws -> TableInspection {
        var transcript = Transcript(limits: Limits())
        var grid = Grid(rests: rests)
        grid.cells = cells
        try transcript.append([.line(Array("三、收到和处理政府信息公开申请情况".utf8)), .grid(grid)])
        return TableInspection(transcript.document(encoding: "UTF-8"), codebook, reader)
    }

    private func row(_ number: Int, _ texts: [String], from column: Int) -> [Grid.Cell] {
        texts.enumerated().map { Grid.Cell(row: number, column: column + $0, text: Array($1.utf8)) }
    }

    /// The rest of a row's label begins the next page, and beside it that of a label which began rows before.
    @Test func labelsOfSeveralRowsGoOnBesideTheRestOfARow() throws {
        let group = Grid.Cell(row: 0, column: 0, rowSpan: 2, text: Array("（四）无法".utf8))
        let cells =
            [group] + row(0, ["1.本机关不掌握相关政府信息", "6", "4", "2", "1", "1", "6", "20"], from: 1)
            + row(1, ["2.没有现成信息需要另", "3", "0", "1", "0", "0", "0", "4"], from: 1)
            + row(2, ["提供", "行制作", "", "", "", "", "", "", ""], from: 0)
        let inspection = try inspect(cells, rests: [2])
        #expect(inspection.applicants("unavailable.not_held") == "6 4 2 1 1 6 20")
        #expect(inspection.applicants("unavailable.not_ready_made") == "3 0 1 0 0 0 4")
        #expect(inspection.labelDoubts == [])
        // A figure that no cell above takes is no rest.
        let figure = try inspect(cells + row(2, ["7"], from: 9), rests: [2])
        #expect(figure.state("requests.unavailable.not_ready_made.total") != "47")
        #expect(figure.labelDoubts != [])
    }

    // MARK: Columns before the form's

    private func documents(_ rows: String, header: String) throws -> TableInspection {
        let page =
            "<p>二、主动公开政府信息情况</p><table><tr><td colspan=5>第二十条第（一）项</td></tr><tr>\(header)"
            + "<td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>\(rows)</table>"
        return TableInspection(try DocumentReader.read(Array(page.utf8), name: "a.html"), codebook, reader)
    }

    private func cells(_ inspection: TableInspection) -> [String] {
        ["rules", "normative_documents"].map { inspection.cells($0, ["issued", "repealed", "in_force"]) }
    }

    /// The header of the labels is merged wider than they are: what stands below its end is a figure, and the last cell
    /// fills up the row; or there is one figure too many.
    @Test func figuresBelowAWiderHeaderOfLabelsAreNoNumbers() throws {
        func rows(_ last: (String, String)) -> String {
            "<tr><td>规章</td><td>1</td><td>2</td><td>3</td><td>\(last.0)</td></tr>"
                + "<tr><td>行政规范性文件</td><td>2</td><td>3</td><td>9</td><td>\(last.1)</td></tr>"
        }
        for header in ["<td colspan=2>信息内容</td>", "<td>信息内容</td><td></td>"] {
            let filled = try documents(rows(("", "")), header: header)
            #expect(cells(filled) == ["1 2 3", "2 3 9"] && filled.labelDoubts == [])
        }
        let many = try documents(rows(("4", "5")), header: "<td colspan=2>信息内容</td>")
        let unreadable = "unreadable unreadable unreadable"
        #expect(cells(many) == [unreadable, unreadable] && many.labelDoubts == [.unreadableRow, .unreadableRow])
    }

    @Test func applicantsBelowAWiderHeaderOfLabelsAreNoNumbers() throws {
        func cells(_ texts: [String]) -> String { texts.map { "<td>\($0)</td>" }.joined() }
        let page =
            "<p>三、收到和处理政府信息公开申请情况</p><table><tr><td rowspan=3 colspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
            + "</td><td colspan=7>申请人情况</td></tr><tr><td rowspan=2>自然人</td>"
            + "<td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>"
            + "<tr>\(cells(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]))</tr>"
            + "<tr><td colspan=2>一、本年新收政府信息公开申请数量</td>"
            + "\(cells(["13", "2", "0", "0", "0", "0", "15", ""]))</tr></table>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        #expect(TableInspection(document, codebook, reader).applicants("received") == "13 2 0 0 0 0 15")
    }

    /// Exported, a merged header is a cell and a blank one.
    @Test func figuresBelowABlankHeaderOfASheetAreNoNumbers() throws {
        let sheet = """
            二、主动公开政府信息情况,,,,
            第二十条第（一）项,,,,
            信息内容,,本年制发件数,本年废止件数,现行有效件数
            规章,1,2,3,
            行政规范性文件,2,3,9,
            第二十条第（五）项,,,,
            信息内容,,本年处理决定数量,,
            行政许可,140,,,
            """
        let document = try DocumentReader.read(Array(sheet.utf8), name: "a.csv")
        let inspection = TableInspection(document, codebook, reader)
        #expect(cells(inspection) == ["1 2 3", "2 3 9"])
        #expect(inspection.state("licensing.decisions") == "140")
    }

    // MARK: Columns headed by a year

    private func report(_ header: String, cells: String = "", year: Int) throws -> Report {
        let text = """
            青禾县柳溪镇\(year)年政府信息公开工作年度报告
            政府信息公开情况统计表
            指标名称\t单位\t\(header)
            一、主动公开情况\t——\t
            （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t831\(cells)
            其中：主动公开规范性文件数\t条\t12\(cells)
            制发规范性文件总数\t件\t13\(cells)
            """
        return try Shared.reports().read(Document(lines: text), path: "a.txt")
    }

    private func values(_ report: Report) -> [String] {
        ["information.disclosed", "information.normative_disclosed", "normative_documents.created"].map { code in
            let figure = report.figures.first { codebook.indicators[$0.indicator].code == code }
            return figure?.reading.amount.map { $0.notation(scale: 1) } ?? "unread"
        }
    }

    @Test(arguments: [("2016年", ""), ("2016年统计数", ""), ("2016年统计数\t2008年以来累计", "\t5000")])
    func aYearHeadsTheFiguresOfItsReport(header: String, cells: String) throws {
        #expect(try values(report(header, cells: cells, year: 2016)) == ["831", "12", "13"])
        let other = try report(header, cells: cells, year: 2017)
        #expect(values(other) == ["unread", "unread", "unread"])
        #expect(other.doubts.contains { $0.kind == .otherTime && $0.expected == "2017" })
    }
}
