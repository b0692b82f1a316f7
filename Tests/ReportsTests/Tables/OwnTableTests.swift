import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Tables and lists of the document's own that bear labels of the form, before and behind the form's table, however
/// they are laid out: their figures are never the form's, least of all where that is blank or not there.
@Suite struct OwnTableTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private static let own: [[String]] = [
        ["信息类别\t公开数量（条）", "机构职能\t4", "行政许可\t35", "行政处罚\t77", "行政强制\t3", "合计\t119"],
        ["项目\t2021年", "行政许可\t35", "行政处罚\t77"], ["项目\t全县", "行政许可\t3500", "行政处罚\t770"],
        ["项目\t目标", "行政许可\t35", "行政处罚\t77"], ["栏目名称\t更新条数", "行政许可\t35", "行政处罚\t77"],
        ["序号\t事项类别\t事项数量", "1\t行政许可\t35", "2\t行政处罚\t77"],
        ["权责清单\t项数", "行政许可\t35", "行政处罚\t77", "行政强制\t9"], ["行政许可\t35", "行政处罚\t77"],
        ["1.行政许可 35", "2.行政处罚 77"], ["行政许可", "35", "行政处罚", "77"], ["信息类别", "公开数量（条）", "行政许可", "35"],
        ["事项\t数量", "行政许可\t35"],
    ]

    private func form(_ licensing: String, _ penalties: String) -> String {
        table2(licensing: licensing, penalties: penalties, compulsion: "1", amount: "0")
    }

    /// The form's table with another before or behind it.
    private func read(_ own: [String], _ form: String, isBefore: Bool) -> TableInspection {
        let own = own.joined(separator: "\n")
        let text =
            isBefore
            ? "一、总体情况\n我镇推进公开。\n\(own)\n\(form)\n五、存在的主要问题" : "一、总体情况\n\(form)\n五、存在的主要问题\n\(own)\n六、其他事项"
        return TableInspection(Document(lines: text), codebook, reader)
    }

    @Test(arguments: own, [true, false])
    func nothingOfThemIsTheForm(own: [String], isBefore: Bool) {
        for (licensing, penalties, expected) in [("", "", "blank blank"), ("198", "0", "198 0"), ("/", "7", "none 7")] {
            let inspection = read(own, form(licensing, penalties), isBefore: isBefore)
            let states = ["licensing", "penalties"].map { inspection.state("\($0).decisions") }
            #expect(states.joined(separator: " ") == expected, "\(own[0])")
            #expect(inspection.labelDoubts == [])
        }
    }

    @Test(arguments: own)
    func nothingOfThemStandsForATableThatIsMissing(own: [String]) {
        let inspection = read(own, "二、主动公开政府信息情况\n（表格见附件）", isBefore: true)
        #expect(inspection.reading.figures.isEmpty && inspection.reading.edition == "narrative")
    }

    /// Right behind the form's table, in the same chapter.
    @Test func belowTheFormWithoutAHeadingBetween() {
        let inspection = read([], form("", "8") + "\n" + Self.own[0].joined(separator: "\n"), isBefore: true)
        #expect(inspection.state("licensing.decisions") == "blank" && inspection.state("penalties.decisions") == "8")
    }

    /// Three columns as the form has three.
    @Test(arguments: ["项目\t2018年\t2019年\t2020年", "事项\t受理\t办结\t不予受理", "采购类别\t数量\t中标数\t预算金额"])
    func asManyColumnsAsTheForm(headers: String) {
        let own = [headers, "行政许可\t5\t6\t7", "行政处罚\t15\t16\t17"]
        let form = """
            二、主动公开政府信息情况
            第二十条第（五）项
            信息内容\t上一年项目数量\t本年增/减\t处理决定数量
            行政许可\t\t\t
            第二十条第（六）项
            信息内容\t上一年项目数量\t本年增/减\t处理决定数量
            行政处罚\t68\t7\t196
            """
        for isBefore in [true, false] {
            let inspection = read(own, form, isBefore: isBefore)
            let columns = ["items_previous", "items_change", "decisions"]
            #expect(inspection.cells("licensing", columns) == "blank blank blank")
            #expect(inspection.cells("penalties", columns) == "68 7 196")
        }
    }

    /// What has neither heading nor caption is the form's where it has most of its rows.
    @Test func wholeTableWithoutHeadings() {
        let rows = "规章\t0\t0\t0\n行政规范性文件\t1\t2\t3\n行政许可\t7\n行政处罚\t8\n行政强制\t9\n行政事业性收费\t0.5"
        for text in [rows, "项目\t件数\n" + rows.split(separator: "\n").dropFirst(2).joined(separator: "\n")] {
            let inspection = TableInspection(Document(lines: text), codebook, reader)
            #expect(inspection.state("penalties.decisions") == "8" && inspection.state("fees.amount") == "5000")
        }
    }
}
