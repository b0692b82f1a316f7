import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Local columns and rows, tables without headers, tables that stand twice; each test names what was seen.
@Suite struct TableLayoutTests {
    let codebook: Codebook
    let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private func read(_ text: String) -> TableInspection { TableInspection(Document(lines: text), codebook, reader) }

    // MARK: The statistics table of 2014 with columns of the county's own

    private static let statistics = [
        ["1", "一、主动公开情况", "——", ""], ["2", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "312"],
        ["3", "其中：主动公开规范性文件数", "条", "8"], ["4", "制发规范性文件总数", "件", "9"],
        ["5", "（二）通过不同渠道和方式公开政府信息的情况", "——", ""], ["6", "1.政府公报公开政府信息数", "条", "7"],
        ["7", "2.政府网站公开政府信息数", "条", "305"],
    ]
    private static let header = ["序号", "统计指标", "单位", "统计数"]
    private let codes = [
        "information.disclosed", "information.normative_disclosed", "normative_documents.created", "channels.gazette",
        "channels.website",
    ]

    private func statistics(_ cells: ([String]) -> [String], separator: String) -> String {
        "政府信息公开情况统计表\n"
            + ([Self.header] + Self.statistics).map { cells($0).joined(separator: separator) }.joined(separator: "\n")
    }

    @Test(arguments: ["\t", " | ", "  "])
    func serialNumbersInARowALine(separator: String) {
        let inspection = read(statistics({ $0 }, separator: separator))
        #expect(inspection.cells("", codes) == "312 8 9 7 305")
    }

    @Test func serialNumbersOnLinesOfTheirOwn() {
        let inspection = read(statistics({ $0.filter { !$0.isEmpty } }, separator: "\n"))
        #expect(inspection.cells("", codes) == "312 8 9 7 305")
    }

    @Test func serialNumberIsNeverTakenForALostCell() {
        let rows = statistics({ $0.filter { !$0.isEmpty && $0 != "8" } }, separator: "\n")
        #expect(read(rows).cells("", codes) == "312 unreadable 9 7 305")
    }

    /// A column of codes between the labels and their units: its numbers are no figures.
    @Test(arguments: ["代码", "行次", "编号", "序号", "指标代码"], ["\t", " | ", "\n"])
    func codesBeforeTheUnit(header: String, separator: String) {
        for code in ["", "A0"] {
            let text = statistics(
                { row in [row[1], row[0] == "序号" ? header : code + row[0], row[2], row[3]] }, separator: separator)
            #expect(read(text).cells("", codes) == "312 8 9 7 305", "\(code)")
        }
        let behind = statistics(
            { row in [row[1], row[2], row[0], row[3].replacing("统计数", with: "本年数")] }, separator: separator
        ).replacing("序号", with: header == "序号" ? "行次" : header)
        // What numbers the rows is no header of lines in which cells have no places.
        let isUntold = separator == "\n" && !header.hasSuffix("代码")
        let unread = Array(repeating: "unreadable", count: 5).joined(separator: " ")
        #expect(read(behind).cells("", codes) == (isUntold ? unread : "312 8 9 7 305"))
    }

    /// The unit may stand in the label.
    @Test(arguments: ["条", "件", "次", "篇", "个", "人"])
    func unitInTheLabel(unit: String) {
        let text = statistics({ [$0[1] + ($0[3].isEmpty ? "" : "（\(unit)）"), $0[3]] }, separator: "\t")
            .replacing("统计指标（\(unit)）", with: "统计指标")
        #expect(read(text).cells("", codes) == "312 8 9 7 305")
    }

    @Test(arguments: ["数据", "数值", "本年数"])
    func figuresHeadedInOtherWords(header: String) {
        let text = statistics({ Array($0.dropFirst()) }, separator: "\t").replacing("统计数\n", with: header + "\n")
        #expect(read(text).cells("", codes) == "312 8 9 7 305")
    }

    @Test(arguments: ["\t", " | ", "\n"])
    func codeColumnIsPassedOverAndNamed(separator: String) {
        let text = statistics(
            { row in [row[1], row[2], row[0] == "序号" ? "代码" : "0" + row[0], row[3]] }, separator: separator)
        let inspection = read(text)
        #expect(inspection.cells("", codes) == "312 8 9 7 305")
        #expect(inspection.doubts(.unknownColumn) == ["代码"])
    }

    @Test(arguments: ["\t", " | "])
    func columnsOfOtherYearsArePassedOverAndNamed(separator: String) {
        let text = statistics(
            { row in [row[1], row[2], row[3] == "统计数" ? "上年数" : "99", row[3], row[0] == "序号" ? "备注" : "88"] },
            separator: separator)
        let inspection = read(text)
        #expect(inspection.cells("", codes) == "312 8 9 7 305")
        #expect(inspection.doubts(.unknownColumn) == ["上年数", "备注"])
    }

    @Test func severalColumnsOfTheSameNameCannotBeToldApart() {
        let text = statistics(
            { row in [row[1], row[2], row[3], row[3] == "统计数" ? "统计数" : "99"] }, separator: "\t")
        #expect(read(text).state("information.disclosed") == "unreadable")
    }

    @Test func withoutTheColumnOfUnits() {
        #expect(read(statistics({ [$0[1], $0[3]] }, separator: "\t")).cells("", codes) == "312 8 9 7 305")
    }

    @Test(arguments: [("万元", "150000"), ("元", "15")])
    func unitOfItsRow(unit: String, funds: String) {
        let row = "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）\t\(unit)\t15"
        #expect(read(statistics({ $0 }, separator: "\t") + "\n" + row).state("funds.amount") == funds)
    }

    // MARK: Local rows, columns in another order

    @Test(arguments: ["\t", " | ", "\n"])
    func localRowIsNamedAndPassedOver(separator: String) {
        let text = """
            二、主动公开政府信息情况
            信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
            规章\t0\t0\t0
            规范性文件\t5\t6\t7
            其他主动公开文件（含以本单位名义正式签发的）\t1\t2\t3
            行政许可\t4\t+1\t8
            """.replacing("\t", with: separator)
        let inspection = read(text)
        #expect(inspection.cells("normative_documents", ["created", "disclosed", "disclosed_total"]) == "5 6 7")
        #expect(inspection.cells("licensing", ["items_previous", "items_change", "decisions"]) == "4 1 8")
        #expect(inspection.doubts(.unknownLabel) == ["其他主动公开文件（含以本单位名义正式签发的）"])
    }

    @Test(arguments: ["\t", " | ", "\n"])
    func columnsInAnotherOrderGoByTheirHeaders(separator: String) {
        let text = """
            二、主动公开政府信息情况
            信息内容\t现行有效件数\t本年制发件数\t本年废止件数
            规章\t3\t1\t2
            行政规范性文件\t6\t4\t5
            """.replacing("\t", with: separator)
        let inspection = read(text)
        #expect(inspection.cells("rules", ["issued", "repealed", "in_force"]) == "1 2 3")
        #expect(inspection.cells("normative_documents", ["issued", "repealed", "in_force"]) == "4 5 6")
    }

    // MARK: Table 4

    private let values = ["1", "2", "0", "0", "3", "4", "0", "0", "1", "5", "6", "7", "0", "0", "13"]
    private let disputes = "1 2 0 0 3; 4 0 0 1 5; 6 7 0 0 13"

    @Test(arguments: ["\t", " ", " | ", "\n", "\n\n"])
    func table4WithoutHeaders(separator: String) {
        let text = "规章\t0\t0\t0\n四、政府信息公开行政复议、行政诉讼情况\n" + values.joined(separator: separator) + "\n五、存在的主要问题及改进情况\n无。"
        #expect(read(text).disputes == disputes)
        #expect(read(text).labelDoubts == [])
    }

    @Test(arguments: [14, 16])
    func table4WithoutHeadersAndAnotherNumberOfValues(count: Int) {
        let text = "四、政府信息公开行政复议、行政诉讼情况\n" + (values + ["9"]).prefix(count).joined(separator: "\n")
        #expect(read(text).state("reconsideration.upheld") == "unreadable")
    }

    @Test func fifteenNumbersElsewhereAreNotTable4() {
        #expect(read("规章\t0\t0\t0\n" + values.joined(separator: " ")).state("reconsideration.upheld") == "absent")
    }

    @Test(arguments: ["未经复议直接起诉", "未经复议直接诉讼"])
    func headerOfTable4(direct: String) {
        let columns = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let text =
            "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" + columns.joined(separator: "\n") + "\n\(direct)\n复议后起诉\n"
            + (columns + columns).joined(separator: "\n") + "\n" + values.joined(separator: "\n")
        #expect(read(text).disputes == disputes)
    }

    @Test func verticalHeaders() {
        let columns = ["结\n果\n维\n持", "结\n果\n纠\n正", "其\n他\n结\n果", "尚\n未\n审\n结", "总\n计"].joined(separator: "\n")
        let text =
            "四、政府信息公开行政复议、行政诉讼情况\n行\n政\n复\n议\n行\n政\n诉\n讼\n\(columns)\n未\n经\n复\n议\n直\n接\n起\n诉\n\(columns)\n"
            + "复\n议\n后\n起\n诉\n\(columns)\n" + values.joined(separator: "\n")
        #expect(read(text).disputes == disputes)
    }

    @Test func verticalHeadersOfAllColumnsInterleaved() {
        let lines = [
            "结 结 其 尚 总 结 结 其 尚 总 结 结 其 尚 总", "果 果 他 未 计 果 果 他 未 计 果 果 他 未 计", "维 纠 结 审 维 纠 结 审 维 纠 结 审",
            "持 正 果 结 持 正 果 结 持 正 果 结", values.joined(separator: " "),
        ]
        #expect(read("四、政府信息公开行政复议、行政诉讼情况\n" + lines.joined(separator: "\n")).disputes == disputes)
    }

    // MARK: What stands around tables

    @Test func nextChapterIsNotACellOfAShortRow() {
        let text = "四、政府信息公开行政复议、行政诉讼情况\n" + values.dropLast().joined(separator: "\n") + "\n五、存在的问题和改进情况\n六、其它需要报告的事项"
        #expect(read(text).state("litigation_after_reconsideration.total") == "unreadable")
    }

    @Test func misnumberedSectionsAreTheSameSections() {
        let text = "一、主动公开政府信息情况\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n七、政府信息公开行政复议、行政诉讼情况\n" + values.joined(separator: " ")
        #expect(read(text).disputes == disputes)
        #expect(read(text).cells("rules", ["issued", "repealed", "in_force"]) == "1 2 3")
    }

    // MARK: Twice, and mixed

    @Test func tableThatStandsTwiceIsReadOnce() {
        let table = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n"
        let same = read("二、主动公开政府信息情况\n\(table)二、主动公开政府信息情况\n\(table)")
        #expect(same.doubts(.repeatedRow).isEmpty)
        let other = read("二、主动公开政府信息情况\n\(table)\(table.replacing("4\t5\t6", with: "4\t5\t7"))")
        #expect(other.cells("normative_documents", ["issued", "repealed", "in_force"]) == "4 5 6")
        #expect(other.doubts(.repeatedRow) == ["行政规范性文件"])
    }

    @Test func secondCopyReplacesRowsThatWereUnreadable() {
        let text = "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n1\n3\n行政规范性文件\n4\n5\n6\n规章\n1\n2\n3\n"
        let inspection = read("二、主动公开政府信息情况\n" + text)
        #expect(inspection.cells("rules", ["issued", "repealed", "in_force"]) == "1 2 3")
        #expect(inspection.doubts(.unreadableRow).isEmpty)
    }

    @Test func twoEditionsInOneReportAreNamed() throws {
        let older = try #require(codebook.form("2019")).tables[0]
        let newer = try #require(codebook.form("2021"))
        var mixed = newer
        mixed.tables[0] = older
        let inspection = read(PrintedForm(mixed) { _ in "1" }.text(.tabs))
        #expect(inspection.reading.doubts.contains { $0.kind == .mixedEditions })
        #expect(inspection.applicants("received") == "1 1 1 1 1 1 1")
    }

    @Test(arguments: Flattening.allCases)
    func traditionalCharacters(flattening: Flattening) throws {
        let form = try #require(codebook.form("2021"))
        let text = PrintedForm(form) { _ in "2" }.text(flattening).map { String(Self.traditional[$0] ?? $0) }.joined()
        #expect(text.contains("行政許可"))
        let inspection = read(text)
        #expect(inspection.reading.cellsRead == 200)
        #expect(inspection.reading.doubts.isEmpty)
    }

    private static let traditional: [Character: Character] = Dictionary(
        zip(
            "动开政内条项规许处罚强费额单万请数况关为与计经转续结办区级属国护权类务过执档询无机现补举报诉讼复议审维纠总业构会组织团体",
            "動開政內條項規許處罰強費額單萬請數況關為與計經轉續結辦區級屬國護權類務過執檔詢無機現補舉報訴訟復議審維糾總業構會組織團體"),
        uniquingKeysWith: { first, _ in first })

    // MARK: Grids

    @Test func rowOfAGridWithAMissingCellIsUnreadable() throws {
        let form = try #require(codebook.form("2021"))
        var document = PrintedForm(form) { _ in "3" }.document
        guard case .table(var table) = document.blocks[0] else { return }
        let row = try #require(
            table.rows.firstIndex { document.string($0[0].range) == "规章" })
        table.rows[row][table.rows[row].count - 1].isMissing = true
        document.blocks = [.table(table)]
        let inspection = TableInspection(document, codebook, reader)
        #expect(inspection.state("rules.issued") == "unreadable")
        #expect(inspection.state("normative_documents.issued") == "3")
    }
}
