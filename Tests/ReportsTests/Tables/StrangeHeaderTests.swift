import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Headers that stand twice, in another order, or that are none of the form's: no figure may come into another column.
@Suite struct StrangeHeaderTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    /// Headers and figures, each with a space between.
    private func lines(_ headers: String, _ figures: String, labels: [String] = ["信息内容", "规章"]) -> [[String]] {
        zip(labels, [headers, figures]).map { label, cells in
            [label] + cells.split(separator: " ").map { $0 == "_" ? "" : String($0) }
        }
    }

    private let head = "二、主动公开政府信息情况\n第二十条第（一）项\n"

    private func read(_ text: String) -> TableInspection { TableInspection(Document(lines: text), codebook, reader) }

    private func rules(_ inspection: TableInspection) -> String {
        inspection.cells("rules", ["issued", "repealed", "in_force"])
    }

    /// As text cut by tabs, as text cut by pipes, and as a grid.
    private func readings(_ lines: [[String]]) throws -> [TableInspection] {
        let tabbed = lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let piped = lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        let rows = lines.map { "<tr><td>" + $0.joined(separator: "</td><td>") + "</td></tr>" }.joined()
        let page = "<p>" + head.replacing("\n", with: "</p><p>") + "</p><table>\(rows)</table>"
        let grid = try DocumentReader.read(Array(page.utf8), name: "a.html")
        return [read(head + tabbed), read(head + piped), TableInspection(grid, codebook, reader)]
    }

    @Test(arguments: [
        ("本年废止件数 本年制发件数 现行有效件数 现行有效件数", "2 1 3 3", "1 2 3"),
        ("本年制发件数 本年制发件数 本年废止件数 现行有效件数", "1 1 2 3", "1 2 3"),
        ("本年制发件数 本年制发件数 本年废止件数 现行有效件数", "1 _ 2 3", "1 2 3"),
        ("本年制发件数 本年制发件数 现行有效件数", "1 1 3", "1 absent 3"),
        ("本年制发件数 本年制发件数 现行有效件数", "1 2 3", "unreadable unreadable unreadable"),
        ("本年制发件数 本年制发件数 本年废止件数 上年累计件数", "1 1 2 99", "unreadable unreadable unreadable"),
        ("本年制发件数 本年制发件数 历年平均件数 现行有效件数", "1 1 77 3", "unreadable unreadable unreadable"),
        ("本年制发件数 本年制发件数 本年废止件数", "1 1 2 3", "unreadable unreadable unreadable"),
    ])
    func copiesOfHeadersMoveNoFigure(headers: String, figures: String, expected: String) throws {
        for inspection in try readings(lines(headers, figures)) {
            #expect(rules(inspection) == expected)
            #expect(expected == "1 2 3" || !inspection.labelDoubts.isEmpty)
        }
    }

    /// Under headers that should be spanned by others, copies are not told: the row is not read.
    @Test func copiesOfHeadersWithoutTheirLevels() throws {
        let text = lines(
            "总计 总计 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他", "4 4 3 1 0 0 0 0",
            labels: ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "一、本年新收政府信息公开申请数量"])
        for inspection in try readings(text) {
            #expect(
                inspection.applicants("received") == Array(repeating: "unreadable", count: 7).joined(separator: " "))
            #expect(inspection.doubts(.unreadableRow) == ["8"])
        }
    }

    /// One header of the form is missing, and another stands in the table: by position the figures would be wrong.
    @Test(arguments: [
        ("本年制发件数 上年累计件数 本年废止件数", "unreadable unreadable unreadable"),
        ("上年累计件数 本年制发件数 本年废止件数", "unreadable unreadable unreadable"),
        ("本年废止件数 现行有效件数 上年累计件数", "unreadable unreadable unreadable"),
        ("本年制发件数 本年废止件数 上年累计件数", "1 2 unreadable"),
        ("本年制发件数 本年废止件数 对外公开总数量", "1 2 unreadable"),
        ("历年平均件数 本年废止件数 现行有效件数", "unreadable 2 3"),
        ("本年制发件数 本年废止 现行有效数", "1 2 3"),
    ])
    func headerInThePlaceOfAnother(headers: String, expected: String) throws {
        let table = lines(headers, "1 2 3")
        let stacked = read(head + table.joined().joined(separator: "\n"))
        for inspection in try readings(table) + [stacked] {
            #expect(rules(inspection) == expected)
            #expect(!inspection.labelDoubts.isEmpty)
        }
    }

    @Test func headerThatIsNoneOfTheFormsIsNamed() throws {
        for inspection in try readings(lines("本年制发件数 本年废止件数 上年累计件数", "1 2 99")) {
            #expect(inspection.doubts(.unknownColumn) == ["上年累计件数"])
        }
    }

    /// The header of an older form that is a piece of this one's.
    @Test func pieceOfAHeaderIsNotAnotherForms() {
        let text = head + "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n第二十条第（五）项\n信息内容\t处理决定数量\n行政许可\t7"
        let inspection = read(text)
        #expect(inspection.state("licensing.decisions") == "7")
        #expect(inspection.doubts(.damagedHeader) == ["处理决定数量"])
        #expect(inspection.doubts(.unreadableRow).isEmpty)
    }

    /// That a row has three cells instead of three says nothing: the headers are another form's.
    @Test func headersOfAnotherFormAreNamed() {
        let text =
            head + "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t1\t2\t3\n第二十条第（五）项\n"
            + "信息内容\t本年处理决定数量\n行政许可\t7\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t8\n行政强制\t9\n"
            + "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0.5"
        let inspection = read(text)
        #expect(rules(inspection) == "unreadable unreadable unreadable")
        #expect(inspection.doubts(.unknownColumn) == ["本年新制作数量"])
        #expect(inspection.doubts(.unreadableRow).isEmpty)
    }

    /// What no table has: it is not read, and soon over.
    @Test func moreHeadersThanAnyTableHas() {
        let headers = String(repeating: "\t本年制发件数\t本年制发件数\t\n", count: 500)
        let rows = String(repeating: "规章\t1\t2\t3\n", count: 500)
        let start = ContinuousClock.now
        let inspection = read(head + "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n" + headers + rows)
        #expect(rules(inspection) == "unreadable unreadable unreadable")
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    /// A number over two lines between level lines, or one without a label.
    @Test(arguments: ["│行政许可│12│\n│        │34│", "│行政许可│  │\n│　　　　│34│", "│行政许可│12│\n│        │34│\n│        │5│"])
    func drawnRowThatGoesOnBelow(row: String) throws {
        let drawn = """
            青禾县柳溪镇2021年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（五）项
            ┌──┬──┐
            │信息内容│本年处理决定数量│
            ├──┼──┤
            \(row)
            ├──┼──┤
            │第二十条第（六）项│
            │信息内容│本年处理决定数量│
            ├──┼──┤
            │行政处罚│8│
            │行政强制│9│
            └──┴──┘
            """
        let report = try Shared.reports().read(Document(lines: drawn), path: "报告.txt")
        func reading(_ code: String) -> Reading? {
            codebook.indicators.id(of: code).flatMap { id in report.figures.first { $0.indicator == id }?.reading }
        }
        #expect(reading("licensing.decisions") == .unreadable)
        #expect(reading("penalties.decisions")?.amount?.value == 8)
        #expect(reading("compulsion.decisions")?.amount?.value == 9)
        #expect(report.doubts.contains { $0.kind == .unreadableCell })
    }
}
