import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Tables of text in which merged cells were kept as blank ones, lost a column, or were broken within a label.
@Suite struct TextGridTests {
    let codebook: Codebook
    let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private static let heading = "三、收到和处理政府信息公开申请情况"
    private static let organisations = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]

    /// The first rows of table three, three columns of labels before its figures.
    private static let grid: [[String]] = [
        ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "", "申请人情况", "", "", "", "", "", ""],
        ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"], ["", "", "", ""] + organisations + [""],
        ["一、本年新收政府信息公开申请数量", "", "", "11", "0", "2", "0", "0", "3", "16"],
        ["二、上年结转政府信息公开申请数量", "", "", "0", "0", "0", "0", "0", "1", "1"],
        ["三、本年度办理结果", "（一）予以公开", "", "5", "0", "0", "0", "0", "0", "5"],
        ["", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "", "2", "0", "1", "0", "0", "0", "3"],
        ["", "（三）不予公开", "1.属于国家秘密", "4", "0", "1", "0", "0", "4", "9"],
        ["四、结转下年度继续办理", "", "", "0", "0", "0", "0", "0", "0", "0"],
    ]

    private func read(_ lines: [String]) -> TableInspection {
        TableInspection(Document(lines: ([Self.heading] + lines).joined(separator: "\n")), codebook, reader)
    }

    private static func without(_ column: Int) -> [[String]] {
        grid.map { row in row.enumerated().filter { $0.offset != column }.map(\.element) }
    }

    private let rows = [
        "received", "carried_in", "disclosed", "disclosed_partly", "withheld.state_secret", "carried_out",
    ]

    private func isWhole(_ inspection: TableInspection) -> Bool {
        rows.map(inspection.applicants) == [
            "11 0 2 0 0 3 16", "0 0 0 0 0 1 1", "5 0 0 0 0 0 5", "2 0 1 0 0 0 3", "4 0 1 0 0 4 9", "0 0 0 0 0 0 0",
        ]
    }

    /// What pipes stand between cells only, and what around each line, is told by the lines together.
    /// A program that keeps lines short has cut a number in two, or put a whole one on a line of its own.
    @Test(arguments: ["4\t5\t6\t7\t8\t9\t4\n52", "4\t5\t6\t7\t8\t9\t\n52"])
    func numberCutByALineIsUnreadable(cells: String) throws {
        let text = """
            三、收到和处理政府信息公开申请情况
            一、本年新收政府信息公开申请数量\t\(cells)
            二、上年结转政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21
            """
        let inspection = TableInspection(Document(lines: text), try LoadedCatalogue.codebook(), try Shared.tables())
        #expect(inspection.state("requests.received.total") == "unreadable")
        #expect(inspection.state("requests.carried_in.total") == "21")
    }

    /// What was cut off in front of a figure is no blank cell before it, and moves nothing.
    @Test(arguments: ["", " |"]) func rowOnTheNextLineIsNotMoved(end: String) {
        let inspection = read([
            "| 3.危及“三安全一稳定”\(end)", " | 2 | 3 | 0 | 1 | 6 | 0", "| 12 |",
            "| 4.保护第三方合法权益 | 1 | 1 | 1 | 1 | 1 | 1 | 6 |",
        ])
        #expect(!inspection.applicants("withheld.security_and_stability").contains { $0.isNumber })
        #expect(inspection.state("requests.withheld.third_party.total") == "6")
    }

    /// Marks between commas are no blank cells.
    @Test func rowOfMarksBetweenCommas() {
        let text = "二、主动公开政府信息情况\n第二十条第（一）项,,,\n信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,/,/,/"
        #expect(TableInspection(Document(lines: text), codebook, reader).state("rules.issued") == "absent")
    }

    /// Two labels that were one cell stand one below the other, and their figures behind the second and without any.
    @Test func labelsThatWereMergedAreNotTold() {
        let inspection = read([
            "7.属于行政执法案卷", "8.属于行政查询事项\t1\t5\t7\t0\t0\t0\t13", "2\t7\t3\t0\t0\t0\t12",
            "四、结转下年度继续办理\t0\t0\t0\t0\t0\t1\t1",
        ])
        #expect(inspection.state("requests.withheld.enforcement_file.total") == "unreadable")
        #expect(inspection.state("requests.withheld.administrative_inquiry.total") == "unreadable")
        #expect(inspection.state("requests.carried_out.total") == "1")
    }

    /// Marks for nothing behind spaces are cells, also where a row has nothing else.
    @Test(arguments: ["/", "-", "—", "／", "--"], [" ", "  ", "\u{3000}"])
    func rowOfMarksBetweenSpaces(mark: String, space: String) {
        let row = "一、本年新收政府信息公开申请数量" + String(repeating: space + mark, count: 7)
        let none = Array(repeating: "none", count: 7).joined(separator: " ")
        #expect(
            read([row, "二、上年结转政府信息公开申请数量" + String(repeating: space + "0", count: 7)])
                .applicants("received") == none)
    }

    @Test(arguments: [("", "\t", ""), ("", " | ", ""), ("", "|", ""), ("| ", " | ", " |"), ("|", "|", "|")])
    func pipesStandBetweenCellsOrAroundThemToo(opening: String, between: String, closing: String) {
        #expect(isWhole(read(Self.grid.map { opening + $0.joined(separator: between) + closing })))
    }

    /// Lines that have lost the blank cells at their beginning, their end, or both.
    @Test(arguments: ["\t", " | "])
    func linesMayHaveLostTheirOuterBlankCells(separator: String) {
        func trimmed(_ row: [String], _ first: Bool, _ last: Bool) -> String {
            var row = row[...]
            if first { row = row.drop(while: \.isEmpty) }
            if last { while row.last?.isEmpty == true { row.removeLast() } }
            return row.joined(separator: separator)
        }
        #expect(isWhole(read(Self.grid.map { trimmed($0, false, true) })))
        #expect(isWhole(read(Self.grid.map { trimmed($0, true, false) })))
        #expect(isWhole(read(Self.grid.map { trimmed($0, true, true) })))
    }

    @Test func emptyLinesBetweenRowsChangeNothing() {
        #expect(isWhole(read(Self.grid.flatMap { [$0.joined(separator: " | "), ""] })))
    }

    @Test(arguments: ["\t", " | ", "|"])
    func columnThatWasLeftOutIsNamedOnce(separator: String) {
        let inspection = read(Self.without(5).map { $0.joined(separator: separator) })
        #expect(inspection.applicants("received") == "11 0 absent 0 0 3 16")
        #expect(inspection.applicants("withheld.state_secret") == "4 0 absent 0 0 4 9")
        #expect(inspection.labelDoubts == [.missingColumn])
        let doubt = inspection.reading.doubts.first { $0.kind == .missingColumn }
        #expect(doubt?.found == Self.heading && doubt?.expected == "科研机构")
    }

    @Test func columnsOfGridsAndOfRowsWithoutMergedCellsAreNamedToo() throws {
        let bare = Self.without(5).map { $0.filter { !$0.isEmpty }.joined(separator: "\t") }
        #expect(read(bare).applicants("carried_in") == "0 0 absent 0 0 1 1")
        let page =
            "<p>\(Self.heading)</p><table>"
            + Self.without(5).map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
            + "</table>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        let inspection = TableInspection(document, codebook, reader)
        #expect(inspection.applicants("received") == "11 0 absent 0 0 3 16")
        #expect(inspection.labelDoubts == [.missingColumn])
    }

    @Test func columnsOfOtherTablesAreNamedToo() {
        let text = "二、主动公开政府信息情况\n信息内容\t本年制发件数\t现行有效件数\n规章\t1\t3\n行政规范性文件\t4\t6"
        let inspection = TableInspection(Document(lines: text), codebook, reader)
        #expect(inspection.cells("rules", ["issued", "repealed", "in_force"]) == "1 absent 3")
        #expect(inspection.cells("normative_documents", ["issued", "repealed", "in_force"]) == "4 absent 6")
        #expect(inspection.doubts(.missingColumn).count == 1)
    }

    /// What pads a row behind the headers is no cell of a column that was left out.
    @Test(arguments: [" | ", "\t"])
    func columnThatWasLeftOutIsNotMadeUpByAPad(separator: String) {
        func lines(_ rows: [String]) -> String { rows.joined(separator: "\n").replacing("|", with: separator) }
        let padded = lines(["二、主动公开政府信息情况", "信息内容|本年废止件数|现行有效件数|", "规章|0|2|", "行政规范性文件|3|5|"])
        let inspection = TableInspection(Document(lines: padded), codebook, reader)
        #expect(inspection.cells("normative_documents", ["issued", "repealed", "in_force"]) == "absent 3 5")
        let full = lines(["二、主动公开政府信息情况", "信息内容|本年废止件数|现行有效件数|", "行政规范性文件|3|5|8"])
        let misplaced = TableInspection(Document(lines: full), codebook, reader)
        #expect(misplaced.state("normative_documents.issued") == "unreadable")
    }

    /// A header that was lost leaves its column: a row that is one cell short is not one without that column.
    @Test func rowThatIsShortUnderALostHeaderIsUnreadable() {
        var lines = Self.grid.map { $0.filter { !$0.isEmpty } }
        lines[2] = ["商业企业", "", "社会公益组织", "法律服务机构", "其他"]
        lines[3].remove(at: 4)
        let inspection = read(lines.map { $0.joined(separator: "\t") })
        #expect(inspection.state("requests.received.total") == "unreadable")
        #expect(inspection.applicants("carried_in") == "0 0 0 0 0 1 1")
        #expect(inspection.doubts(.missingColumn) == [])
    }

    @Test(arguments: [
        "（二）部分公开⏎（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开（区分处理的，⏎只计这一情形，不计其他情形）", "（二）部⏎分公开",
        "三、本年度办理结果\t（二）部分公开⏎（区分处理的，只计这一情形，不计其他情形）", "（二）⏎部分公开",
    ])
    func labelIsBrokenBeforeItsFigures(label: String) {
        var lines = Self.grid.map { $0.filter { !$0.isEmpty }.joined(separator: "\t") }
        lines[6] = label.replacing("⏎", with: "\n") + "\t2\t0\t1\t0\t0\t\t3"
        let inspection = read(lines)
        #expect(inspection.applicants("disclosed_partly") == "2 0 1 0 0 blank 3")
        #expect(inspection.applicants("disclosed") == "5 0 0 0 0 0 5")
        #expect(inspection.labelDoubts == [])
    }

    @Test(arguments: [("本年收费金额（单位：千元）", "6", "6 千元"), ("本年收费金额（单位：万元）", "60百元", "60百元")])
    func unitThatNoFormHasIsNamed(header: String, cell: String, found: String) {
        let text = "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容\t\(header)\n行政事业性收费\t\(cell)"
        let inspection = TableInspection(Document(lines: text), codebook, reader)
        #expect(inspection.state("fees.amount") == "unreadable")
        #expect(inspection.doubts(.unknownUnit) == [found])
    }

    /// A page whose cells hold paragraphs, as a browser writes it: a line of a tab between two cells.
    @Test(arguments: [("\n\n\t\n\n", "\n\n\n\n\n"), ("\n\t\n", "\n"), (" \n\n\t\n\n ", " \n\n\n\n\n ")])
    func cellsAreLinesWithALineOfATabBetween(border: String, end: String) {
        var lines = Self.grid.map { $0.filter { !$0.isEmpty } }
        lines[6][6] = ""
        lines[8][7] = ""
        let inspection = read([lines.map { $0.joined(separator: border) }.joined(separator: end), "四、行政复议"])
        #expect(inspection.applicants("received") == "11 0 2 0 0 3 16")
        #expect(inspection.applicants("disclosed") == "5 0 0 0 0 0 5")
        #expect(inspection.applicants("disclosed_partly") == "2 0 1 0 0 blank 3")
        #expect(inspection.applicants("withheld.state_secret") == "4 0 1 0 0 4 9")
        #expect(inspection.applicants("carried_out") == "0 0 0 0 0 0 blank")
        #expect(inspection.labelDoubts == [])
    }

    /// Where a blank cell is a line of a tab, cells are what stands on lines of their own.
    @Test(arguments: ["\n", "\n\n"])
    func linesOfATabMayBeBlankCells(end: String) {
        let lines = ["二、主动公开政府信息情况", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
        let rules = ["规章", "\t", "2", "3", "行政规范性文件", "\t", "5", "9"]
        let decisions = ["信息内容", "本年处理决定数量", "行政处罚", "10", "行政强制", "\t", "第二十条第（八）项"]
        let inspection = read([(lines + rules + decisions).joined(separator: end)])
        #expect(inspection.cells("rules", ["issued", "repealed", "in_force"]) == "blank 2 3")
        #expect(inspection.cells("normative_documents", ["issued", "repealed", "in_force"]) == "blank 5 9")
        #expect(inspection.state("penalties.decisions") == "10" && inspection.labelDoubts == [])
    }

    /// Rows of a document's own table have none of the form's columns.
    @Test func linesOfATabUnderHeadersOfNoForm() {
        let own = [["栏目", "更新条数"], ["行政许可", "35"], ["行政处罚", "77"]].map { $0.joined(separator: "\n\n\t\n\n") }
        let inspection = read([own.joined(separator: "\n\n\n\n\n"), "四、行政复议"])
        #expect(!["35", "77"].contains(inspection.state("licensing.decisions")))
        #expect(!["35", "77"].contains(inspection.state("penalties.decisions")))
    }

    /// The sum of a group stands below the row that comes after the group; the document's own rows there are none.
    @Test func sumOfAGroupMayStandBelowTheNextRow() {
        let lines = Self.grid.map { $0.filter { !$0.isEmpty }.joined(separator: "\t") }
        let inspection = read(lines + ["（七）总计\t11\t0\t2\t0\t0\t4\t17"])
        #expect(inspection.applicants("concluded") == "11 0 2 0 0 4 17")
        #expect(inspection.applicants("carried_out") == "0 0 0 0 0 0 0" && inspection.labelDoubts == [])
        // Numbered otherwise it is the document's own, whether or not the form's stands there.
        let sum = "（七）总计\t11\t0\t2\t0\t0\t4\t17"
        for label in ["五、总计", "（五）总计", "（八）合计", "7.总计"] {
            let other = read(lines + ["\(label)\t99\t9\t0\t0\t0\t0\t108"])
            #expect(other.state("requests.concluded.total") == "absent" && other.labelDoubts == [.unknownLabel])
            let both = read(lines.dropLast() + [sum] + lines.suffix(1) + ["\(label)\t99\t9\t0\t0\t0\t0\t108"])
            #expect(both.applicants("concluded") == "11 0 2 0 0 4 17" && both.labelDoubts == [.unknownLabel])
        }
        let own = read(lines + ["五、其他\t1\t0\t0\t0\t0\t0\t1"])
        #expect(own.state("requests.other.rest.total") == "absent" && own.labelDoubts == [.unknownLabel])
    }
}
