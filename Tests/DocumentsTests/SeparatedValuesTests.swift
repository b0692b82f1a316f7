import Foundation
import Testing

@testable import Documents

/// Tables that a spreadsheet has saved as text, however wide their rows are.
@Suite struct SeparatedValuesTests {
    private static let rows = [
        ["二、主动公开政府信息情况", "", "", ""], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"],
        ["行政规范性文件", "1", "2", "3"], ["三、收到和处理政府信息公开申请情况"],
        ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"],
        ["一、本年新收政府信息公开申请数量", "1", "2", "3", "4", "5", "6", "21"],
        ["二、上年结转政府信息公开申请数量", "0", "0", "0", "0", "0", "0", "0"],
    ]

    private func separator(of rows: [[String]], _ mark: String = ",") -> UInt8? {
        let text = rows.map { $0.joined(separator: mark) }.joined(separator: "\r\n")
        return SeparatedValues.separator(of: Array(text.utf8))
    }

    @Test(arguments: [",", ";"])
    func tablesOfSeveralWidthsAreTables(mark: String) {
        #expect(separator(of: Self.rows, mark) == mark.utf8.first)
        let page = ["柳溪镇2023年政府信息公开工作年度报告", "一、总体情况", "2023年，我镇主动公开信息365条。"].map { [$0] }
        #expect(separator(of: page + Self.rows, mark) == mark.utf8.first)
    }

    /// Sentences with commas of another keyboard are no table, though lines happen to have as many of them.
    @Test func proseIsNoTable() {
        let lines = ["2023年,我镇公开信息11条", "受理申请3件,答复3件", "热线受理20件,办结20件", "工作扎实,群众满意,成效明显"]
        #expect(separator(of: lines.map { [$0] }) == nil)
    }

    @Test func everyWidthIsRead() throws {
        let text = Self.rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
        let document = try DocumentReader.read(Array(text.utf8), name: "a.csv")
        let tables = document.blocks.count { if case .table = $0 { true } else { false } }
        #expect(tables == 2 && document.mediaType == .csv)
    }
}
