import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// What amounts are counted in, told elsewhere than in the header over them.
@Suite struct StatedUnitTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private func read(_ text: String) -> TableInspection { TableInspection(Document(lines: text), codebook, reader) }

    /// Table 2 of 2021 with the fees' header, and their row.
    private func fees(
        _ row: String, header: String = "本年收费金额", heading: String = "二、主动公开政府信息情况",
        caption: String = "第二十条第（八）项"
    ) -> TableInspection {
        read("\(heading)\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t7\n\(caption)\n信息内容\t\(header)\n\(row)")
    }

    @Test(arguments: [
        ("行政事业性收费（元）\t85", "85"), ("行政事业性收费（单位：元）\t85", "85"), ("行政事业性收费\t85\t元", "85"), ("行政事业性收费\t85\t万元", "850000"),
        ("行政事业性收费（万元）\t85", "850000"), ("行政事业性收费\t85元", "85"),
    ])
    func labelAndCellBesideNameIt(row: String, amount: String) {
        let inspection = fees(row)
        #expect(inspection.state("fees.amount") == amount)
        #expect(inspection.labelDoubts == [] && inspection.state("licensing.decisions") == "7")
    }

    @Test(arguments: ["行政事业性收费（元）\t85", "行政事业性收费\t85\t元", "行政事业性收费\t元\t85\t万元"])
    func twoUnitsAreNone(row: String) {
        let inspection = fees(row, header: row.contains("\t元\t") ? "本年收费金额" : "本年收费金额（单位：万元）")
        #expect(inspection.state("fees.amount") == "unreadable")
        #expect(inspection.doubts(.unitsDisagree) == ["85"])
        #expect(fees(row.replacing("85", with: "0"), header: "本年收费金额（单位：万元）").state("fees.amount") == "0")
        #expect(fees(row.replacing("85", with: "85元"), header: "本年收费金额（单位：万元）").state("fees.amount") == "85")
    }

    /// A header that names both says neither.
    @Test(arguments: ["（单位：元/万元）", "（元或万元）", "（万元/元）", "（单位：元、万元）"])
    func twoUnitsInOneHeaderAreNone(unit: String) {
        let inspection = fees("行政事业性收费\t5", header: "本年收费金额\(unit)")
        #expect(inspection.state("fees.amount") == "unreadable" && inspection.state("licensing.decisions") == "7")
        #expect(inspection.doubts(.unknownUnit) == ["5 元、万元"])
    }

    @Test func headingAndCaptionNameIt() {
        let row = "行政事业性收费\t85"
        #expect(fees(row, heading: "二、主动公开政府信息情况\n单位：元").state("fees.amount") == "85")
        #expect(fees(row, heading: "单位：件、元\n二、主动公开政府信息情况").state("fees.amount") == "85")
        #expect(fees(row, caption: "第二十条第（八）项（单位：元）").state("fees.amount") == "85")
        #expect(fees(row, caption: "金额单位：元\n第二十条第（八）项").state("fees.amount") == "85")
        #expect(fees(row, caption: "第二十条第（八）项\n单位：人民币元").state("fees.amount") == "85")
        #expect(fees(row, heading: "二、主动公开政府信息情况\n责任单位：元山镇").doubts(.unitMissing) == ["85"])
        let both = fees(row, header: "本年收费金额（单位：万元）", caption: "第二十条第（八）项（单位：元）")
        #expect(both.state("fees.amount") == "unreadable" && both.doubts(.unitsDisagree) == ["85"])
    }

    @Test(arguments: ["注：收费金额单位为元", "单位：元"])
    func noteBelowContradicts(note: String) {
        let inspection = fees("行政事业性收费\t85\n\(note)", header: "本年收费金额（单位：万元）")
        #expect(inspection.state("fees.amount") == "unreadable" && inspection.doubts(.unitsDisagree) == ["85"])
        let same = fees("行政事业性收费\t85\n\(note.replacing("元", with: "万元"))", header: "本年收费金额（单位：万元）")
        #expect(same.state("fees.amount") == "850000" && same.labelDoubts == [])
    }

    /// A unit above a table of the report's own is of that table, however far the form's next one is.
    @Test(arguments: [
        "单位：元\n项目\t金额\n低保金\t1856000", "单位：元\t\n项目\t金额\n低保金\t1856000", "单位：千元\n项目\t金额\n低保金\t1856",
        "单位：元\n全年公开信息256条", "单位：元\n低保金\n1856000", "填报单位：财政所（元）\n一、总体情况",
    ])
    func unitOfAnotherTableIsNoneOfTheForm(before: String) {
        let heading = "\(before)\n全年公开信息256条。\n二、主动公开政府信息情况"
        let bare = fees("行政事业性收费\t2.4", heading: heading)
        #expect(bare.state("fees.amount") == "24000" && bare.doubts(.unitMissing) == ["2.4"])
        #expect(bare.state("licensing.decisions") == "7")
        let named = fees("行政事业性收费\t2.4", header: "本年收费金额（单位：万元）", heading: heading)
        #expect(named.state("fees.amount") == "24000" && named.labelDoubts == [])
    }

    @Test(arguments: [
        "单位：元\n项目\t金额\n低保金\t1856000", "附：惠民资金发放情况表\n单位：元\n项目\t金额\n低保金\t1856000",
        "（单位：元）\n三、收到和处理政府信息公开申请情况", "责任单位：财政所（元）",
    ])
    func unitBehindATableIsNoNoteOnIt(after: String) {
        let inspection = fees("行政事业性收费\t2.4\n\(after)", header: "本年收费金额（单位：万元）")
        #expect(inspection.state("fees.amount") == "24000" && inspection.doubts(.unitsDisagree) == [])
    }

    /// 348件 is so many, whatever the table's money is counted in.
    @Test func unitsOfMoneyTouchNoCounts() {
        let thousands = fees("行政事业性收费\t85", heading: "二、主动公开政府信息情况\n单位：千元")
        #expect(thousands.state("licensing.decisions") == "7" && thousands.state("fees.amount") == "unreadable")
        #expect(procurement("政府集中采购\t万元\t6\t12.3").cells("procurement", ["items", "amount"]) == "6 123000")
    }

    /// What stands behind the unit of a row is a remark, or the year before.
    @Test(arguments: ["无", "/", "2", "—", "较上年减少", "", "20\t件"])
    func unitBehindARowEndsIt(remark: String) {
        let inspection = read(
            """
            二、主动公开政府信息情况
            信息内容\t本年处理决定数量\t单位\t备注
            行政许可\t348\t件\t\(remark)
            行政处罚\t29\t件\t\(remark)
            行政强制\t1\t件\t\(remark)
            信息内容\t本年收费金额\t单位\t备注
            行政事业性收费\t2.4\t万元\t\(remark)
            """)
        let states = ["licensing.decisions", "penalties.decisions", "compulsion.decisions", "fees.amount"]
        #expect(states.map(inspection.state) == ["348", "29", "1", "24000"])
    }

    private func procurement(_ row: String, caption: String = "第二十条第（九）项", before: String = "") -> TableInspection {
        read(
            """
            二、主动公开政府信息情况
            \(before)第二十条第（八）项
            信息内容\t上一年项目数量\t本年增/减
            行政事业性收费\t4\t-1
            \(caption)
            信息内容\t采购项目数量\t采购总金额
            \(row)
            """)
    }

    @Test func procurementInTenThousands() {
        let inspections = [
            procurement("政府集中采购（万元）\t6\t12.3"), procurement("政府集中采购\t6\t12.3\t万元"),
            procurement("政府集中采购\t6\t12.3", caption: "第二十条第（九）项（单位：万元）"),
            procurement("政府集中采购\t6\t12.3", caption: "单位：万元\n第二十条第（九）项"),
            procurement("政府集中采购\t6\t12.3", before: "单位：万元\n"),
        ]
        for inspection in inspections {
            #expect(inspection.cells("procurement", ["items", "amount"]) == "6 123000")
            #expect(inspection.cells("fees", ["items_previous", "items_change"]) == "4 -1")
            #expect(inspection.labelDoubts == [])
        }
        let note = procurement("政府集中采购\t6\t12.3\n注：采购总金额单位为万元")
        #expect(note.cells("procurement", ["items", "amount"]) == "6 unreadable")
    }

    @Test func labelsOf2014NameIt() {
        let rows = "七、依申请公开信息收取的费用（元）\t120\n（四）政府信息公开专项经费（元）\t25000\n（二）受理申请数\t7"
        let inspection = read("政府信息公开情况统计表\n统计指标\t统计数\n\(rows)")
        #expect(inspection.cells("", ["request_fees.amount", "funds.amount"]) == "120 25000")
    }

    /// A column 单位 that says 件 in every row takes nothing from the unit of money.
    @Test(arguments: [("件", "85000"), ("项", "85000"), ("万元", "85000")])
    func columnThatCountsSaysNothingOfMoney(unit: String, amount: String) {
        let inspection = read(
            "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t单位\t本年处理决定数量\n行政许可\t件\t7\n"
                + "第二十条第（八）项\n信息内容\t单位\t本年收费金额（单位：万元）\n行政事业性收费\t\(unit)\t8.5")
        #expect(inspection.state("fees.amount") == amount && inspection.state("licensing.decisions") == "7")
    }
}
