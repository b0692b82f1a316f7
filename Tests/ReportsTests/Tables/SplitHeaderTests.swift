import Documents
import Support
import Testing
import Values

@testable import Reports

/// A header of the form over two columns of the document's own: which one the form's is, nothing says.
@Suite struct SplitHeaderTests {
    private func read(_ below: [String], _ row: String) throws -> (licensing: Reading?, doubts: [Doubt]) {
        let page = """
            <h1>青禾县柳溪镇2021年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>我镇推进政府信息公开。</p>
            <p>二、主动公开政府信息情况</p><table>
            <tr><td colspan=3>第二十条第（五）项</td></tr>
            <tr><td rowspan=2>信息内容</td><td colspan=2>本年处理决定数量</td></tr>
            <tr>\(below.map { "<td>\($0)</td>" }.joined())</tr>
            <tr><td>行政许可</td>\(row)</tr></table>
            """
        let report = try Shared.reports().read(DocumentReader.read(Array(page.utf8), name: "a.html"), path: "a.html")
        let id = try LoadedCatalogue.codebook().indicators.id(of: "licensing.decisions")
        return (report.figures.first { $0.indicator == id }?.reading, report.doubts)
    }

    @Test(arguments: [
        ["上年", "本年"], ["2020年", "2021年"], ["2020年度", "2021年度"], ["上半年", "全年"], ["计划数", "完成数"], ["全县", "本镇"],
        ["增", "减"], ["国有", "民营"],
    ])
    func neitherOfTwoColumnsIsTaken(below: [String]) throws {
        let (licensing, doubts) = try read(below, "<td>162</td><td>171</td>")
        #expect(licensing == .unreadable)
        #expect(doubts.contains { $0.kind == .unreadableRow }, "\(doubts)")
    }

    /// One column under a wide header is the form's own.
    @Test func oneColumnIsTaken() throws {
        let (licensing, _) = try read(["数量"], "<td colspan=2>171</td>")
        #expect(licensing == .reported(Amount(value: 171)))
    }
}
