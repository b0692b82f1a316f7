import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Tables as reports really bring them; each test names what was seen.
@Suite struct TableQuirkTests {
    let codebook: Codebook
    let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    func read(_ text: String) -> TableInspection { TableInspection(Document(lines: text), codebook, reader) }

    let whole = "1 2 3; 4 5 6; 7; 8; 9; 5000"

    /// A number that spans rows stands in the text before the labels of the rows below.
    /// One cell for all of a row is said to be that.
    @Test(arguments: ["0", "无", "本年度未收到申请"])
    func cellsMergedIntoOne(value: String) throws {
        let page =
            "<p>三、收到和处理政府信息公开申请情况</p><table><tr><td>一、本年新收政府信息公开申请数量</td><td colspan=7>\(value)</td></tr>"
            + "<tr><td>二、上年结转政府信息公开申请数量</td>"
            + String(repeating: "<td>0</td>", count: 7) + "</tr></table>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        let inspection = TableInspection(document, codebook, reader)
        #expect(inspection.state("requests.received.total") == "unreadable")
        #expect(inspection.doubts(.unreadableCell) == [value] && inspection.doubts(.unreadableRow) == [])
    }

    @Test func whatSpansRowsStandsBeforeTheLabel() {
        #expect((5..<7).spanning(0..<2) == 0..<7)
        #expect((0..<2).spanning(5..<7) == 0..<7)
    }

    // MARK: Labels

    @Test(arguments: [
        "第二十条 第（一）项", "第二十条第(1)项", "第二十条第⏎（一）项", "中华人民共和国政府信息公开条例  第二十条第（一）项", "《条例》第二十条第（一）项",
        "第 二 十 条 第（一）项", "（一）项",
    ])
    func captionInAllItsForms(caption: String) {
        let text = table2(caption: caption.replacing("⏎", with: "\n"))
        #expect(read(text).table2Of2021 == whole)
        #expect(read(text).labelDoubts == [])
    }

    @Test(arguments: ["规范性文件", "规范文件", "行政规范性 文件", "2、行政规范性文件", "行政规范性文件（以本机关名义印发的12类公文）"])
    func labelOfNormativeDocuments(label: String) {
        #expect(read(table2(documents: "\(label)\t4\t5\t6")).table2Of2021 == whole)
    }

    @Test(arguments: ["现行有效件", "现行有效件数（截至2021年底）", "现行 有效件数"])
    func headerCutOrWithANote(header: String) {
        let inspection = read(table2(columns: "信息内容\t本年制发件数\t本年废止件数\t\(header)"))
        #expect(inspection.table2Of2021 == whole)
        #expect(inspection.labelDoubts == [])
    }

    @Test func headersCutToTheSameWordAreReadByPositionAndNamed() {
        let text = """
            信息内容\t本年新\t本年新\t对外公开总数量
            规章\t0\t0\t0
            规范性文件\t15\t14\t13
            第二十条第（九）项
            信息内容\t采购项目数量\t采购总金额
            政府集中采购\t3\t152790元
            """
        for variant in [text, text.replacing("\t", with: "\n"), text.replacing("\t", with: " | ")] {
            let inspection = read("二、主动公开政府信息情况\n" + variant)
            #expect(inspection.cells("normative_documents", ["created", "disclosed", "disclosed_total"]) == "15 14 13")
            #expect(inspection.cells("procurement", ["items", "amount"]) == "3 152790")
            #expect(inspection.doubts(.damagedHeader) == ["本年新", "本年新"])
        }
    }

    @Test(arguments: [
        ("本年收费金额（单位：元）", "0.50"), ("收费金额", "5000"), ("收费金额（元）", "0.50"), ("本年收费金额\n（单位：元）", "0.50"),
        ("本年收费金额（万元）", "5000"), ("本年收費金額（單位：萬元）", "5000"),
    ])
    func headerSaysWhichUnit(header: String, fees: String) {
        #expect(read(table2(fees: header)).state("fees.amount") == fees)
    }

    /// Ten thousand of what the form counts, or one with a wrong word above it: which cannot be known.
    @Test(arguments: [
        ("本年处理决定数量", "本年处理决定数量（单位：万件）", "unreadable unreadable unreadable"),
        ("行政许可\t", "行政许可（万件）\t", "unreadable 8 9"), ("行政许可\t7", "行政许可\t百件\t7", "unreadable 8 9"),
        ("二、主动公开政府信息情况", "二、主动公开政府信息情况\n单位：万件", "unreadable unreadable unreadable"),
        ("行政许可\t", "行政许可（含3万人次培训）\t", "7 8 9"), ("本年处理决定数量", "本年处理决定数量（单位：件）", "7 8 9"),
        ("行政许可\t7", "行政许可\t件\t7", "7 8 9"),
    ])
    func unitsOfCountsThatNoFormHas(words: String, replacement: String, decisions: String) {
        let inspection = read(table2().replacing(words, with: replacement))
        let states = ["licensing", "penalties", "compulsion"].map { inspection.state("\($0).decisions") }
        #expect(states.joined(separator: " ") == decisions)
        #expect(inspection.state("fees.amount") == "5000")
    }

    /// A column is left out with its header, and a label's merged cell has left a blank one: seven cells, of which the
    /// headers alone tell the columns.
    @Test func oneColumnTooFewIsNotMadeUpByABlankOne() {
        let text = """
            三、收到和处理政府信息公开申请情况
            （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况
            \t\t\t自然人\t法人或其他组织\t\t\t\t总计
            \t\t\t\t商业企业\t科研机构\t法律服务机构\t其他\t
            一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5\t15
            三、本年度办理结果\t（一）予以公开\t\t1\t2\t3\t4\t5\t15
            """
        let inspection = read(text)
        #expect(inspection.applicants("disclosed") == "1 2 3 absent 4 5 15")
        #expect(inspection.applicants("received") == "1 2 3 absent 4 5 15")
        #expect(inspection.doubts(.missingColumn).count == 1)
        // Where a header is damaged, they do not.
        let damaged = read(text.replacing("法律服务机构", with: "法律"))
        #expect(damaged.state("requests.disclosed.business") == "unreadable")
    }

    @Test(arguments: ["上一年项目数量（指2019年事项数）", "上一年项目数量 (指2019年 事项数)", "上一年项目数量\n（指2019年事项数）"])
    func noteWithANumberInAHeader(header: String) {
        let text = """
            二、主动公开政府信息情况
            第二十条第（五）项
            信息内容
            \(header)
            本年增/减（减用负值表示,如 -8）
            处理决定数量（指2020年办件量）
            行政许可
            21
            +19
            40
            其他对外管理服务事项（指行政许可以外的政务服务事项，含行政确认、行政处罚、行政强制）
            5
            −11
            减3
            """
        let inspection = read(text)
        #expect(inspection.cells("licensing", ["items_previous", "items_change", "decisions"]) == "21 19 40")
        let other = inspection.cells("other_services", ["items_previous", "items_change", "decisions"])
        #expect(other == "5 -11 unreadable")
    }

    /// The rest of table 3 is there too, so that only the row under test is in question.
    private func table3(_ row: String, after: String = "（一）予以公开\n1\n0\n0\n0\n0\n0\n1", edition2019: Bool = false)
        -> String
    {
        """
        三、收到和处理政府信息公开申请情况
        （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
        申请人情况
        自然人
        法人或其他组织
        总计
        商业企业
        科研机构
        社会公益组织
        法律服务机构
        其他
        一、本年新收政府信息公开申请数量
        9
        0
        0
        0
        0
        0
        9
        三、本年度办理结果
        \(after)
        \(row)
        四、政府信息公开行政复议、行政诉讼情况
        """
    }

    private let seven = "2\n0\n1\n0\n0\n0\n3"

    @Test(arguments: [
        ("concluded", "（七）总计"), ("concluded", "(7)总计"), ("concluded", "七、总计"), ("concluded", "合计"),
        ("concluded", "（七）\n总计"), ("carried_out", "四、结转下年度继续办理"), ("carried_out", "四、结转下一年度继续办理"),
        ("carried_out", "四、结转下（一）年度（继续办理）"), ("carried_out", "结转下年度"), ("carried_in", "二、上年结转政府信息公开申请数量"),
        ("carried_in", "二、上年度结转\n政府信息公开\n申请数量"), ("disclosed_partly", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        ("disclosed_partly", "（二）部分公开"), ("withheld.state_secret", "(三)\n不予公开\n1、属于国家秘密"),
        ("withheld.security_and_stability", "（三）不予公开\n3.危及\"三安全一稳定\""),
        ("withheld.security_and_stability", "（三）不予公开\n3 、危及“三安全一稳定”"),
        ("withheld.third_party", "（三）不予\n公开\n4．保护第三方合法权益"), ("other.rest", "（六）其他处理\n3.其他"),
        ("other.fee_unpaid", "（六）其他处理\n2.申请人逾期未按收费通知要求缴纳费用、\n行政机关不再处理其政府信息公开申请"),
    ])
    func labelOfTable3(code: String, label: String) {
        let inspection = read(table3("\(label)\n\(seven)"))
        #expect(inspection.applicants(code) == "2 0 1 0 0 0 3")
        #expect(inspection.applicants("received") == "9 0 0 0 0 0 9")
        #expect(inspection.applicants("disclosed") == "1 0 0 0 0 0 1")
        #expect(inspection.doubts(.unreadableRow).isEmpty)
    }

    @Test(arguments: ["商\n业企业", "商业\n企业", "商 业 企 业"])
    func headerBrokenOverLines(header: String) {
        let inspection = read(table3("（七）总计\n\(seven)").replacing("商业企业", with: header))
        #expect(inspection.applicants("concluded") == "2 0 1 0 0 0 3")
    }

    @Test(arguments: ["— 3 —", "- 3 -", "－3－", "第3页", "第 3 页 共 8 页"])
    func pageNumberInARow(mark: String) {
        for place in ["2\n0\n\(mark)\n1\n0\n0\n0\n3", "2\n0\n1\n0\n0\n0\n3\n\(mark)", "\(mark)\n2\n0\n1\n0\n0\n0\n3"] {
            #expect(read(table3("（七）总计\n\(place)")).applicants("concluded") == "2 0 1 0 0 0 3")
        }
    }

    @Test func pageNumberInALabel() {
        let label = "（三）不予公开\n2.其他法律行政\n— 4 —\n法规禁止公开"
        #expect(read(table3("\(label)\n\(seven)")).applicants("withheld.prohibited_by_law") == "2 0 1 0 0 0 3")
    }

    @Test func bareNumberMayBeAPageOrACell() {
        let inspection = read(table3("（七）总计\n2\n0\n1\n0\n4\n0\n0\n3"))
        #expect(inspection.applicants("concluded") == Array(repeating: "unreadable", count: 7).joined(separator: " "))
        #expect(inspection.applicants("disclosed") == "1 0 0 0 0 0 1")
    }

    @Test func headerRepeatedAfterAPageBreak() {
        let header = "— 3 —\n申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他"
        let inspection = read(table3("（六）其他处理\n\(header)\n3.其他\n\(seven)\n（七）总计\n\(seven)"))
        #expect(inspection.applicants("other.rest") == "2 0 1 0 0 0 3")
        #expect(inspection.applicants("concluded") == "2 0 1 0 0 0 3")
    }

    // MARK: Glued and lost cells

    @Test func threeZerosGluedToALabelAreThreeZeros() {
        #expect(read(table2(rules: "规章000")).table2Of2021 == "0 0 0; 4 5 6; 7; 8; 9; 5000")
        #expect(read(table2(rules: "规章 000")).table2Of2021 == "0 0 0; 4 5 6; 7; 8; 9; 5000")
        #expect(read(table2(rules: "规章\n000")).table2Of2021 == "0 0 0; 4 5 6; 7; 8; 9; 5000")
    }

    @Test(arguments: ["规章012", "规章 012", "规章00", "规章0000", "规章12"])
    func otherGluedDigitsAreUnreadable(row: String) {
        let inspection = read(table2(rules: row))
        #expect(inspection.table2Of2021 == "unreadable unreadable unreadable; 4 5 6; 7; 8; 9; 5000")
        #expect(inspection.doubts(.unreadableRow) == ["1"])
    }

    @Test func numberGluedToALabelOfOneColumnIsThatCell() {
        #expect(read(table2().replacing("行政许可\t7", with: "行政许可7")).table2Of2021 == whole)
        #expect(read(table2().replacing("行政事业性收费\t0.5", with: "行政事业性收费0.5")).table2Of2021 == whole)
    }

    @Test func numbersBesideEachOtherAreNotOne() {
        #expect(read(table2(rules: "规章\n1 2 3")).table2Of2021 == whole)
        #expect(
            read(table2(rules: "规章\t1 2\t3\t4")).cells("rules", ["issued", "repealed", "in_force"]) == "unreadable 3 4")
    }

    @Test func rowWithTooFewCellsIsUnreadableAndMovesNothing() {
        let inspection = read(table2(rules: "规章\n1\n3"))
        #expect(inspection.table2Of2021 == "unreadable unreadable unreadable; 4 5 6; 7; 8; 9; 5000")
    }

    @Test func textAfterAShortRowIsNotItsLastCell() {
        let inspection = read(table2(rules: "规章\n1\n3\n注：含修改"))
        #expect(inspection.cells("rules", ["issued", "repealed", "in_force"]) == "unreadable unreadable unreadable")
    }

    @Test func labelsFirstAndNumbersAfter() {
        let text = """
            第二十条第（六）项
            信息内容
            本年处理决定数量
            行政许可
            行政处罚
            行政强制
            8
            9
            7
            """
        let inspection = read("二、主动公开政府信息情况\n" + text)
        #expect(inspection.cells("", ["licensing.decisions", "penalties.decisions"]) == "unreadable unreadable")
        #expect(inspection.state("compulsion.decisions") == "unreadable")
    }

    @Test func linesThatStandTwiceWereLeftOut() {
        let inspection = read("二、主动公开政府信息情况\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n行政规范性文件\n行政许可")
        #expect(inspection.cells("normative_documents", ["issued", "repealed"]) == "unreadable unreadable")
        #expect(inspection.state("licensing.decisions") == "unreadable")
    }

    // MARK: Pipes

    @Test func pipesOnLinesOfTheirOwn() {
        let text = table2(rules: "规章\t1\t\t3").replacing("\t", with: "\n|\n").replacing("\n\n", with: "\n")
        #expect(read(text).cells("rules", ["issued", "repealed", "in_force"]) == "1 blank 3")
    }

    @Test func pipeBehindEveryCellAndRowsOfPipesAlone() {
        let text = """
            二、主动公开政府信息情况
            第二十条第（一）项 |
            |||||
            信息内容 |
            本年新 制作数量 |
            本年新 公开数量 |
            对外公开总数量 |
            ||
            规章 |
            0 |
            0 |
            0 |
            ||
            规范性文件 |
            7 |
            |
            12 |
            ||
            第二十条第（八）项 |
            |||||
            信息内容 |
            上一年项目数量 |
            本年增/减 |
            |||
            行政事业性收费 |
            4 |
            -1 |
            |||
            """
        let inspection = read(text)
        #expect(inspection.cells("rules", ["created", "disclosed", "disclosed_total"]) == "0 0 0")
        #expect(inspection.cells("normative_documents", ["created", "disclosed", "disclosed_total"]) == "7 blank 12")
        #expect(inspection.cells("fees", ["items_previous", "items_change"]) == "4 -1")
    }

    @Test func pipeAtTheBeginningOfARowIsNoBlankCell() {
        let text = """
            二、主动公开政府信息情况
            |
            第二十条第(一)项 | |||
            |
            信息内容 |
            本年新制作数量 |
            本年新公开数量 |
            对外公开总数量 |
            |
            规章(设区的市、自治州人民政府应提供相关数据) |
            1 |
            2 |
            |
            规范性文件 |
            87 |
            3 |
            4 |
            |
            """
        let inspection = read(text)
        // Two cells and the pipe of the next row, or two cells and a blank one: it cannot be told.
        #expect(inspection.cells("rules", ["created", "disclosed"]) == "unreadable unreadable")
        #expect(inspection.cells("normative_documents", ["created", "disclosed", "disclosed_total"]) == "87 3 4")
    }

    @Test func localRowBetweenPipesIsNamedAsAWhole() {
        let text = "二、主动公开政府信息情况\n信息内容 |\n规章 |\n1 |\n2 |\n3 |\n|\n其他主动公开 文件(含 正式签发的) |\n4 |\n5 |\n6 |\n|"
        #expect(read(text).doubts(.unknownLabel) == ["其他主动公开 文件(含 正式签发的)"])
        #expect(read(text).cells("rules", ["issued", "repealed", "in_force"]) == "1 2 3")
    }

    @Test func rowsFilledUpWithEmptyColumns() {
        let text = table2().split(separator: "\n").map { line in
            line.contains("\t") ? line.replacing("\t", with: " | ") + " | ||" : line + " | ||||"
        }.joined(separator: "\n")
        #expect(read(text).table2Of2021 == whole)
    }
}
