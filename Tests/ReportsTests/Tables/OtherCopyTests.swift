import Catalogue
import Documents
import Foundation
import Support
import Testing

@testable import Reports

/// A table that stands in a file more than once: blanks are filled from a copy only where nothing says that it may be
/// another year's, another township's, or an example.
@Suite struct OtherCopyTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    /// Tables 2 and 4, with one value in every cell.
    private func tables(_ value: String) -> String {
        let three = Array(repeating: value, count: 3).joined(separator: "\t")
        let five = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
        let second = table2(
            rules: "规章\t\(three)", documents: "行政规范性文件\t\(three)", licensing: value, penalties: value,
            compulsion: value, fees: "本年收费金额（单位：元）", amount: value)
        return """
            \(second)
            四、政府信息公开行政复议、行政诉讼情况
            行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t
            \(five)\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t
            \t\t\t\t\t\(five)\t\(five)
            \(Array(repeating: value, count: 15).joined(separator: "\t"))
            """
    }

    private func read(_ text: String) -> (all: Set<String>, heads: [String]) {
        let inspection = TableInspection(Document(lines: text), codebook, reader)
        let codes = inspection.reading.figures.map { codebook.indicators[$0.indicator].code }
        return (Set(codes.map(inspection.state)), inspection.doubts(.otherCopy))
    }

    private static let heads = [
        "附件：柳溪镇2021年政府信息公开工作年度报告统计表", "附：2021年情况", "填报示例：", "白杨镇2022年政府信息公开工作年度报告",
        "五、存在的主要问题及改进情况",
    ]

    @Test(arguments: heads)
    func blanksStayBlank(head: String) {
        let read = read("一、总体情况\n\(tables(""))\n\(head)\n\(tables("7"))")
        #expect(read.all == ["blank"])
        #expect(
            read.heads.map { $0.replacing("：", with: ":") }
                == Array(repeating: head.replacing("：", with: ":"), count: 2))
    }

    @Test func rowsThatAreLackingAreNotAnothers() {
        let half = tables("3").split(separator: "\n").filter { !$0.hasPrefix("行政处罚") && !$0.hasPrefix("行政强制") }
        let text = "一、总体情况\n\(half.joined(separator: "\n"))\n附：2021年情况\n\(tables("3"))"
        #expect(read(text).all == ["3"])
        let inspection = TableInspection(Document(lines: text), codebook, reader)
        #expect(inspection.state("penalties.decisions") == "absent")
    }

    /// The blank form of a report and the report, both in one file.
    @Test func bothUnderTheSameTitleAreOneReport() {
        let title = "柳溪镇2022年政府信息公开工作年度报告\n一、总体情况\n我镇推进公开。"
        let read = read("\(title)\n\(tables(""))\n六、其他事项\n无。\n\(title)\n\(tables("7"))")
        #expect(read.all == ["7"] && read.heads == [])
    }

    /// A table filled first and blank later is said, and nothing of it is lost.
    @Test func blankCopyBehindIsNamed() {
        let read = read("\(tables("7"))\n柳溪镇2022年政府信息公开工作年度报告\n\(tables(""))")
        #expect(read.all == ["7"] && read.heads.count == 2)
    }

    /// The figures of the year before may stand first, each table below a line that names its year.
    @Test func earlierYearInFrontIsLeftOut() {
        let head = "2022年主动公开政府信息情况如下："
        let read = read("一、总体情况\n\(head)\n\(tables("7"))\n2023年主动公开政府信息情况如下：\n\(tables("8"))")
        #expect(read.all == ["8"] && read.heads.contains(head.replacing("：", with: ":")))
        let title = "柳溪镇2022年政府信息公开工作年度报告"
        let text = "\(title)\n\(tables("7"))\n\(title.replacing("2022", with: "2023"))\n\(tables("8"))"
        #expect(TableInspection(Document(lines: text), codebook, reader).state("licensing.decisions") == "7")
    }

    @Test func exampleInFrontIsLeftOut() {
        let read = read("一、总体情况\n填报示例：\n\(tables("7"))\n本单位填报情况如下：\n\(tables(""))")
        #expect(read.all == ["blank"] && read.heads == ["填报示例:", "填报示例:"])
    }

    @Test(arguments: ["", "单位：件\n", "填报单位：柳溪镇\n", "续表\n"])
    func blankTableRightAboveTheFilledOneIsTheSame(between: String) {
        let (table2, table4) = (0..<1, 1..<2)
        func parts(_ value: String, _ range: Range<Int>) -> String {
            let parts = tables(value).components(separatedBy: "四、")
            return range == table2 ? parts[0] : "四、" + parts[1]
        }
        let text =
            parts("", table2) + between + parts("7", table2) + parts("", table4) + "\n" + between + parts("7", table4)
        let read = read(text)
        #expect(read.all == ["7"] && read.heads == [])
    }
}
