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
}
