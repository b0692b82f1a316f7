import Catalogue
import Support
import Testing

@testable import Documents
@testable import Reports

/// Columns of codes and numbers of lines between the labels and the figures of a table.
@Suite struct CodeColumnTests {
    private static let labels = [
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
        "7.属于行政执法案卷", "8.属于行政查询事项",
    ]
    private static let rows = [
        "state_secret", "prohibited_by_law", "security_and_stability", "third_party", "internal_affairs",
        "deliberative", "enforcement_file", "administrative_inquiry",
    ].map { "withheld.\($0)" }
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    enum Form: CaseIterable { case page, tabs }

    /// Table 3 with a header over the column between labels and figures; `cells` are what stands in a row behind its
    /// label.
    private func inspect(_ form: Form, header: String, _ cells: (Int) -> [String]) throws -> TableInspection {
        let groups = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
        let rows = Self.labels.enumerated().map { [$1] + cells($0 + 1) }
        let (name, text): (String, String)
        switch form {
        case .page:
            func line(_ cells: [String]) -> String { "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>" }
            name = "a.html"
            text =
                "<p>三、收到和处理政府信息公开申请情况</p><table><tr><td rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>"
                + "<td rowspan=3>\(header)</td><td colspan=7>申请人情况</td></tr><tr><td rowspan=2>自然人</td>"
                + "<td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>\(line(groups))"
                + rows.map(line).joined() + "</table>"
        case .tabs:
            name = "a.txt"
            let headers = [["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", header, "申请人情况"], ["自然人", "法人或其他组织", "总计"], groups]
            text = (["三、收到和处理政府信息公开申请情况"] + (headers + rows).map { $0.joined(separator: "\t") })
                .joined(separator: "\n")
        }
        return TableInspection(try DocumentReader.read(Array(text.utf8), name: name), codebook, reader)
    }

    private func values(_ inspection: TableInspection) -> Set<String> { Set(Self.rows.map(inspection.applicants)) }

    @Test(arguments: Form.allCases, ["代码", "行次", "序号"])
    func numbersOfLinesAreNoFigures(_ form: Form, header: String) throws {
        let filled = try inspect(form, header: header) { ["0\($0)", "2", "0", "1", "0", "0", "1", "4"] }
        #expect(values(filled) == ["2 0 1 0 0 1 4"])
        #expect(filled.doubts(.unknownColumn) == [header] && filled.labelDoubts == [.unknownColumn])
        let some = try inspect(form, header: header) {
            ["\($0 + 6)"] + ($0 == 3 ? ["2", "0", "1", "0", "0", "1", "4"] : Array(repeating: "", count: 7))
        }
        let blank = "blank blank blank blank blank blank blank"
        #expect(values(some) == ["2 0 1 0 0 1 4", blank] && some.applicants(Self.rows[2]) == "2 0 1 0 0 1 4")
        let none = try inspect(form, header: header) { ["\($0)"] + Array(repeating: "", count: 7) }
        #expect(values(none) == [blank] && none.labelDoubts == [.unknownColumn])
    }

    @Test func numbersOfLinesMayHaveNoHeader() throws {
        let none = try inspect(.page, header: "") { ["\($0)"] + Array(repeating: "", count: 7) }
        #expect(values(none) == ["blank blank blank blank blank blank blank"])
    }

    /// Nothing counts up in a row that has as many cells as the form, or one more to fill it up.
    @Test(arguments: Form.allCases) func figuresThatCountUpAreFigures(_ form: Form) throws {
        for last in [[], [""]] {
            let counted = try inspect(form, header: "") { ["\($0)", "0", "0", "0", "0", "1", "\($0 + 1)"] + last }
            #expect(counted.applicants(Self.rows[1]) == "2 0 0 0 0 1 3")
        }
    }

    /// Codes that do not count their rows are known for none; beside blank cells they are nobody's figures.
    @Test(arguments: ["代码", ""]) func codesBesideBlankCellsAreNotRead(_ header: String) throws {
        for figures in [Array(repeating: "", count: 7), ["3"] + Array(repeating: "", count: 6)] {
            let codes = try inspect(.page, header: header) { ["\($0 * 10 + 1)"] + figures }
            #expect(Set(Self.rows.map { codes.state("requests.\($0).natural_person") }).isDisjoint(with: ["11", "21"]))
        }
    }
}
