import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// The statistics table of 2014 folded into halves or thirds that stand beside each other.
@Suite struct HalvesBesideTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private static let rows = [
        ["三、依申请公开情况", "——", ""], ["（一）收到申请数", "件", "100"], ["1．当面申请数", "件", "10"], ["2．传真申请数", "件", "20"],
        ["四、行政复议数量", "件", "6"], ["（一）维持具体行政行为数", "件", "1"], ["（二）被依法纠错数", "件", "2"], ["（三）其他情形数", "件", "3"],
        ["五、行政诉讼数量", "件", "15"], ["（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "4"], ["（二）被依法纠错数", "件", "5"],
        ["（三）其他情形数", "件", "6"],
    ]
    private static let header = ["统计指标", "单位", "统计数"]

    /// The rows in parts beside each other, with a blank one where the last part is shorter.
    private func folded(_ rows: [[String]], parts: Int, _ line: ([String]) -> String) -> String {
        let height = (rows.count + parts - 1) / parts
        let lines = (0..<height).map { row in
            (0..<parts).flatMap { part in
                let place = part * height + row
                return place < rows.count ? rows[place] : ["", "", ""]
            }
        }
        let header = (0..<parts).flatMap { _ in Self.header }
        return "附表：政府信息公开情况统计表\n" + ([header] + lines).map(line).joined(separator: "\n")
    }

    private static let lines: [@Sendable ([String]) -> String] = [
        { $0.joined(separator: "\t") }, { "| " + $0.joined(separator: " | ") + " |" },
        { $0.map { "\t" + $0 }.joined(separator: "\n") + "\n" },
    ]

    @Test(arguments: [2, 3, 5], lines.indices)
    func eachPartIsReadBeforeTheNext(parts: Int, kind: Int) {
        let text = folded(Self.rows, parts: parts, Self.lines[kind])
        let inspection = TableInspection(Document(lines: text), codebook, reader)
        #expect(inspection.state("requests.received.total") == "100")
        #expect(inspection.cells("reconsideration", ["total", "upheld", "corrected", "other"]) == "6 1 2 3")
        #expect(inspection.cells("litigation", ["total", "upheld", "corrected", "other"]) == "15 4 5 6")
        #expect(inspection.labelDoubts == [])
    }

    /// Two years beside each other are no halves of one table.
    @Test func wholeTablesBesideEachOtherAreTwo() {
        let other = Self.rows.map { [$0[0], $0[1], $0[2].isEmpty ? "" : "9" + $0[2]] }
        let text = folded(Self.rows + other, parts: 2, Self.lines[0])
        #expect(TableInspection(Document(lines: text), codebook, reader).reading.holdsSeveralReports)
    }
}
