import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Rows of figures without a label, and rows that the form does not have: none is taken for another, and none is
/// passed over without a word.
@Suite struct UnlabelledRowTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private func read(_ text: String) -> TableInspection { TableInspection(Document(lines: text), codebook, reader) }

    // MARK: Table 4, whose only row has no label

    private func table4(_ rows: String...) -> TableInspection {
        let five = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
        return read(
            """
            四、政府信息公开行政复议、行政诉讼情况
            行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t
            \(five)\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t
            \t\t\t\t\t\(five)\t\(five)
            \(rows.joined(separator: "\n"))
            """)
    }

    private static func row(_ numbers: some Sequence<Int>) -> String {
        numbers.map { "\($0)" }.joined(separator: "\t")
    }

    private let values = row([4, 1, 4, 3, 12, 3, 2, 3, 2, 10, 0, 4, 4, 4, 12])
    private let others = row([1, 1, 1, 1, 4, 2, 2, 2, 2, 8, 0, 0, 0, 0, 0])
    private let read4 = "4 1 4 3 12; 3 2 3 2 10; 0 4 4 4 12"
    private let blank = row([]) + Array(repeating: "", count: 15).joined(separator: "\t")

    @Test func valuesBelowABlankRowOrTheColumnsNumbers() {
        let numbers = Self.row(1...15)
        for inspection in [
            table4(values), table4(blank, values), table4(values, blank), table4(numbers, values),
            table4(values, values),
            table4(numbers, blank, values),
        ] {
            #expect(inspection.disputes == read4 && inspection.labelDoubts == [])
        }
        let cells = Array(repeating: "blank", count: 5).joined(separator: " ")
        #expect(table4(blank).disputes == "\(cells); \(cells); \(cells)")
        #expect(table4(numbers).disputes.hasPrefix("absent"))
        let lines = values.replacing("\t", with: "\n")
        #expect(table4(numbers.replacing("\t", with: "\n"), lines).disputes == read4)
    }

    @Test func rowOfThisYearIsToldByItsCaption() {
        #expect(table4("2021年", others, "2022年", values).disputes == read4)
        #expect(table4("2022年", values, "2021年", others).disputes == read4)
        #expect(table4("上年", others, "本年", values).disputes == read4)
    }

    @Test func severalRowsWithoutACaptionAreUnreadable() {
        for inspection in [table4(others, values), table4("2022年", others, values), table4("甲", others, "乙", values)] {
            #expect(inspection.state("reconsideration.total") == "unreadable")
            #expect(inspection.doubts(.severalRows) == ["2"])
        }
    }

    /// A row with blanks has numbers too: zeros below it do not take their place.
    @Test func rowWithBlanksIsOneOfSeveral() {
        let few = "1\t\t\t\t1" + String(repeating: "\t", count: 10)
        let zeros = Self.row(Array(repeating: 0, count: 15))
        let inspection = table4(few, zeros)
        #expect(inspection.state("reconsideration.total") == "unreadable")
        #expect(inspection.doubts(.severalRows) == ["2"])
        #expect(table4("本年", few, "上年", zeros).state("reconsideration.total") == "1")
        #expect(table4(few).state("reconsideration.total") == "1")
    }

    @Test func fewNumbersBelowAreTold() {
        let inspection = table4(values, "7\t8")
        #expect(inspection.disputes == read4 && inspection.doubts(.unlabelledRow) == ["7 8"])
    }

    // MARK: Table 4 with a label before its figures

    @Test(arguments: ["柳溪镇", "合计"], ["单位", ""])
    func labelBeforeTheFigures(label: String, corner: String) {
        func table(_ rows: String...) -> TableInspection {
            let five = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
            return read(
                """
                四、政府信息公开行政复议、行政诉讼情况
                \(corner)\t行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t
                \t\(five)\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t
                \t\t\t\t\t\t\(five)\t\(five)
                \(rows.joined(separator: "\n"))
                """)
        }
        let inspection = table("\(label)\t\(values)")
        #expect(inspection.disputes == read4 && inspection.labelDoubts == [])
        #expect(table("2021年\t\(others)", "2022年\t\(values)").disputes == read4)
        #expect(table("镇机关\t\(others)", "中队\t\(values)").state("reconsideration.total") == "unreadable")
        // One figure less.
        let short = Self.row([1, 4, 3, 12, 3, 2, 3, 2, 10, 0, 4, 4, 4, 12])
        #expect(!table("\(label)\t\(short)").disputes.contains("12"))
    }

    // MARK: Table 4 in parts

    private static let five = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

    private static func blanks(_ count: Int) -> [String] { Array(repeating: "", count: count) }

    /// Table 4 as several tables, each with its own headers and figures.
    private func parts(_ tables: [[[String]]], between: String = "", separator: String = "\t") -> TableInspection {
        let texts = tables.map { table in table.map { $0.joined(separator: separator) }.joined(separator: "\n") }
        return read("四、政府信息公开行政复议、行政诉讼情况\n" + texts.joined(separator: "\n" + between))
    }

    private func first(_ cells: [String]) -> [[String]] { [["行政复议"] + Self.blanks(4), Self.five, cells] }

    private func second(_ cells: [String]) -> [[String]] {
        [
            ["行政诉讼"] + Self.blanks(9), ["未经复议直接起诉"] + Self.blanks(4) + ["复议后起诉"] + Self.blanks(4),
            Self.five + Self.five, cells,
        ]
    }

    private let cells4 = ["4", "1", "4", "3", "12"]
    private let cells10 = ["3", "2", "3", "2", "10", "0", "4", "4", "4", "12"]

    @Test(arguments: ["", "（二）行政诉讼情况\n"])
    func partsAreOneTable(between: String) {
        for separator in ["\t", " | "] {
            let inspection = parts([first(cells4), second(cells10)], between: between, separator: separator)
            #expect(inspection.disputes == read4 && inspection.labelDoubts == [])
            let turned = parts([second(cells10), first(cells4)], separator: separator)
            #expect(turned.disputes == read4 && turned.labelDoubts == [])
        }
    }

    @Test func eachGroupMayHaveATableOfItsOwn() {
        let third = [["行政诉讼"] + Self.blanks(4), ["复议后起诉"] + Self.blanks(4), Self.five, Array(cells10[5...])]
        let direct = [["行政诉讼"] + Self.blanks(4), ["未经复议直接起诉"] + Self.blanks(4), Self.five, Array(cells10[..<5])]
        let inspection = parts([first(cells4), direct, third])
        #expect(inspection.disputes == read4 && inspection.labelDoubts == [])
    }

    /// A part that is not there is named; one whose cells cannot be told apart takes none of the other's.
    @Test func partsStandForThemselves() {
        let alone = parts([first(cells4)])
        #expect(alone.disputes.hasPrefix("4 1 4 3 12; absent") && alone.labelDoubts.contains(.missingColumn))
        let short = parts([first(["4", "1", "3", "8"]), second(cells10)])
        #expect(short.cells("reconsideration", ["upheld", "total"]) == "unreadable unreadable")
        #expect(short.state("litigation_direct.total") == "10" && short.labelDoubts == [.unreadableRow])
        let later = parts([first(cells4), second(Array(cells10.dropFirst()))])
        #expect(later.state("reconsideration.total") == "12" && later.state("litigation_direct.total") == "unreadable")
    }

    @Test func twoRowsOfAPartAreNeither() {
        let inspection = parts([first(cells4) + [["1", "1", "1", "1", "4"]], second(cells10)])
        #expect(inspection.state("reconsideration.total") == "unreadable")
        #expect(inspection.doubts(.severalRows) == ["2"])
    }

    /// Another year's part says nothing of this year's.
    @Test func partOfAnotherCopyIsLeftOut() {
        let inspection = parts([first(cells4), second(cells10)], between: "附：2021年情况\n")
        #expect(inspection.disputes.hasPrefix("4 1 4 3 12; absent"))
        #expect(inspection.doubts(.otherCopy) == ["附:2021年情况"])
    }

    // MARK: Tables with labels

    private func table3(_ rows: String...) -> TableInspection {
        read(
            """
            三、收到和处理政府信息公开申请情况
            （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\t\t\t\t\t\t
            \t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
            \(rows.joined(separator: "\n"))
            """)
    }

    private let seven = "\t1\t0\t2\t0\t0\t0\t3"
    private let none = "\t\t\t\t\t\t\t"

    @Test func numbersBelowTheirLabelAreItsOwn() {
        let inspection = table3("一、本年新收政府信息公开申请数量\(none)", seven, "二、上年结转政府信息公开申请数量\(seven)")
        #expect(inspection.applicants("received") == "1 0 2 0 0 0 3" && inspection.labelDoubts == [])
        #expect(inspection.applicants("carried_in") == "1 0 2 0 0 0 3")
        let license = read("二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t\n\t882\n第二十条第（六）项")
        #expect(license.state("licensing.decisions") == "882" && license.labelDoubts == [])
    }

    @Test func numbersThatMayBeOfTwoRowsAreOfNone() {
        let unreadable = Array(repeating: "unreadable", count: 7).joined(separator: " ")
        let inspection = table3("一、本年新收政府信息公开申请数量\(none)", seven, "二、上年结转政府信息公开申请数量\(none)")
        #expect(inspection.applicants("received") == unreadable && inspection.applicants("carried_in") == unreadable)
        #expect(inspection.doubts(.unlabelledRow) == ["1 0 2 0 0 0 3"])
    }

    /// 行政强制 has lost its label.
    @Test func numbersAreNotOfTheRowAboveWhereTheNextIsLost() {
        let text = "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t\n\t5\n第二十条第（八）项"
        #expect(read(text).state("penalties.decisions") == "unreadable")
        #expect(read(text).doubts(.unlabelledRow) == ["5"])
    }

    @Test func numbersBesideNoLabelAreTold() {
        let own = "一、本年新收政府信息公开申请数量\(seven)"
        let inspection = table3(own, seven.replacing("3", with: "9"), "二、上年结转政府信息公开申请数量\(seven)")
        #expect(inspection.applicants("received") == "1 0 2 0 0 0 3")
        #expect(inspection.doubts(.unlabelledRow) == ["1 0 2 0 0 0 9"])
        let numbered = table3("\t1\t2\t3\t4\t5\t6\t7", own)
        #expect(numbered.applicants("received") == "1 0 2 0 0 0 3" && numbered.labelDoubts == [])
    }

    @Test(arguments: ["9.其他", "合计", "总计", "其他"])
    func rowsThatTheFormLacksAreTold(label: String) {
        let end = "四、结转下年度继续办理\(seven)"
        let inspection = table3("一、本年新收政府信息公开申请数量\(seven)", "三、本年度办理结果", end, "\(label)\(seven)")
        #expect(inspection.doubts(.unknownLabel) == [label])
        let table2 = "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t8\n\(label)\t17\n行政强制\t9"
        #expect(read(table2).doubts(.unknownLabel) == [label])
        #expect(read(table2).cells("", ["penalties.decisions", "compulsion.decisions"]) == "8 9")
    }

    // MARK: Text

    @Test(arguments: ["2019", "2021"])
    func cellsBehindTabsWithNothingBetweenRows(edition: String) throws {
        let form = try #require(codebook.form(edition))
        let numbers = Dictionary(uniqueKeysWithValues: form.codes.enumerated().map { ($1, "\($0 + 100)") })
        let text = PrintedForm(form) { numbers[$0] ?? "" }.text(.cellPerLine)
        let lines = text.split(separator: "\n").map { $0.hasPrefix("二、") ? "\($0)" : "\t\($0)" }
        let inspection = read(lines.joined(separator: "\n"))
        #expect(inspection.reading.cellsRead == form.codes.count)
        #expect(form.codes.allSatisfy { inspection.state($0) == numbers[$0] || $0.hasSuffix(".amount") })
    }
}
