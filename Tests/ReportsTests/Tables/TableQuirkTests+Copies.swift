import Documents
import Testing

@testable import Reports

/// What is written twice, drawn, or of another form.
extension TableQuirkTests {
    /// Some programs write a merged cell into each of its columns, its header too.
    @Test func copiesOfAMergedCellAreOne() {
        let text = table2()
            .replacing("信息内容\t本年处理决定数量", with: "信息内容\t本年处理决定数量\t本年处理决定数量\t本年处理决定数量")
            .replacing("行政许可\t7", with: "行政许可\t7\t7\t7").replacing("行政处罚\t8", with: "行政处罚\t8\t8\t8")
            .replacing("行政强制\t9", with: "行政强制\t9\t9\t9")
        #expect(read(text).table2Of2021 == whole)
    }

    @Test func cellsThatDifferAreNoCopies() {
        let text = table2()
            .replacing("信息内容\t本年处理决定数量", with: "信息内容\t本年处理决定数量\t本年处理决定数量")
            .replacing("行政许可\t7", with: "行政许可\t7\t17").replacing("行政处罚\t8", with: "行政处罚\t8\t8")
            .replacing("行政强制\t9", with: "行政强制\t9\t9")
        #expect(read(text).table2Of2021 == "1 2 3; 4 5 6; unreadable; 8; 9; 5000")
    }

    @Test func tableDrawnWithLinesOfCharacters() throws {
        let rows = table2().split(separator: "\n").map { line -> String in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            return cells.count > 1 ? "│" + cells.joined(separator: " │ ") + "│" : String(line)
        }
        let drawn = "柳溪镇2021年政府信息公开工作年度报告\n" + rows.joined(separator: "\n├────┼──┼──┼──┤\n")
        let report = try Shared.reports().read(Document(lines: drawn), path: "报告.txt")
        #expect(report.cells.read == 10)
    }

    /// 增3 and 减3 are no counts; where the form asks for a difference it is one.
    @Test func differenceIsNoCount() {
        for cell in ["增7", "减7", "减少7"] {
            let inspection = read(table2().replacing("行政许可\t7", with: "行政许可\t\(cell)"))
            #expect(inspection.table2Of2021 == "1 2 3; 4 5 6; unreadable; 8; 9; 5000")
        }
        let older = """
            第二十条第（五）项
            信息内容\t上一年项目数量\t本年增/减\t处理决定数量
            行政许可\t5\t减3\t18
            """
        #expect(read(older).cells("licensing", ["items_previous", "items_change", "decisions"]) == "5 -3 18")
    }

    /// An office fills the new form in and leaves the old one, blank, before it.
    @Test func figuresUnderAnotherFormsHeadersAreNotItsOwn() {
        let blank = """
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
            规章\t\t\t
            规范性文件\t\t\t
            第二十条第（五）项
            信息内容\t上一年项目数量\t本年增/减\t处理决定数量
            行政许可\t\t\t
            其他对外管理服务事项\t\t\t
            第二十条第（八）项
            信息内容\t上一年项目数量\t本年增/减
            行政事业性收费\t\t
            第二十条第（九）项
            信息内容\t采购项目数量\t采购总金额
            政府集中采购\t\t
            """
        let inspection = read(blank + "\n" + table2())
        #expect(inspection.cells("rules", ["created", "disclosed", "disclosed_total"]) == "blank blank blank")
        #expect(inspection.reading.doubts.contains { $0.kind == .mixedEditions })
    }

    /// The label of a row that no form has is named, not its unit.
    @Test func unknownRowIsNamedByItsLabel() {
        let text = """
            统计指标\t单位\t统计数
            其中：主动公开规范性文件数\t条\t4
            重点领域公开政府信息数\t条\t88
            制发规范性文件总数\t件\t5
            """
        #expect(read(text).doubts(.unknownLabel) == ["重点领域公开政府信息数"])
    }

    /// A printed workbook that shows half of each label has the statistics, and none of their rows.
    @Test func tableWithoutAnyLabelOfItsOwnIsNamed() throws {
        let text = """
            青禾县柳溪镇2016年政府信息公开工作年度报告
            一、概述
            政府信息公开情况统计表
            统计指标\t单位\t统计数
            （一）主动公\t条\t69
            其中：主动公\t条\t12
            """
        let report = try Shared.reports().read(Document(lines: text), path: "报告.txt")
        #expect(report.doubts.contains { $0.kind == .missingTable && $0.expected == "政府信息公开情况统计表" })
        let spoken = "青禾县柳溪镇2016年政府信息公开工作年度报告\n一、概述\n附政府信息公开情况统计表。"
        #expect(try Shared.reports().read(Document(lines: spoken), path: "报告.txt").doubts.map(\.kind) == [.nothingRead])
    }
}
