import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// A column more (小计, 占比, 同比), one less, or two exchanged, in every way a table is laid out: a cell is read from under
/// its own header, or not at all.
@Suite struct OwnColumnTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    /// A column: its header, those that span it, and the end of its cells' codes, which one of the document's own has
    /// not.
    struct Column: Sendable {
        var header: String
        var above: [String] = []
        var code: String?
    }

    /// One table of the form, as a document may have changed it.
    struct Sketch: Sendable, CustomTestStringConvertible {
        var head: String
        var corner: String?
        var rows: [(label: String?, code: String)]
        var columns: [Column]

        var testDescription: String { head.prefix(2) + columns.map(\.header).joined(separator: " ") }

        func with(_ change: (inout [Column]) -> Void) -> Sketch {
            var changed = self
            change(&changed.columns)
            return changed
        }
    }

    private static let table2 = Sketch(
        head: "二、主动公开政府信息情况\n第二十条第（一）项", corner: "信息内容",
        rows: [("规章", "rules."), ("行政规范性文件", "normative_documents.")],
        columns: [
            Column(header: "本年制发件数", code: "issued"), Column(header: "本年废止件数", code: "repealed"),
            Column(header: "现行有效件数", code: "in_force"),
        ])
    private static let table3 = Sketch(
        head: "三、收到和处理政府信息公开申请情况", corner: "申请人情况",
        rows: [("一、本年新收政府信息公开申请数量", "requests.received."), ("二、上年结转政府信息公开申请数量", "requests.carried_in.")],
        columns: [
            Column(header: "自然人", code: "natural_person"), organisation("商业企业", "business"),
            organisation("科研机构", "research"), organisation("社会公益组织", "public_welfare"),
            organisation("法律服务机构", "legal_service"), organisation("其他", "other_organisation"),
            Column(header: "总计", code: "total"),
        ])
    private static let table4 = Sketch(
        head: "四、政府信息公开行政复议、行政诉讼情况", corner: nil, rows: [(nil, "")],
        columns: outcomes(["行政复议"], "reconsideration") + outcomes(["行政诉讼", "未经复议直接起诉"], "litigation_direct")
            + outcomes(["行政诉讼", "复议后起诉"], "litigation_after_reconsideration"))

    private static func organisation(_ header: String, _ code: String?) -> Column {
        Column(header: header, above: ["法人或其他组织"], code: code)
    }

    private static func outcomes(_ above: [String], _ code: String) -> [Column] {
        zip(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], ["upheld", "corrected", "other", "pending", "total"]).map {
            Column(header: $0, above: above, code: "\(code).\($1)")
        }
    }

    private static let more = [(table2, "占比"), (table3, "小计"), (table4, "小计")].flatMap { table, header in
        (0...table.columns.count).map { place in
            table.with { columns in
                let above = place < columns.count ? columns[place].above : columns[place - 1].above
                columns.insert(Column(header: header, above: above), at: place)
            }
        }
    }
    private static let moreBeside = [
        table3.with { $0.insert(Column(header: "个体工商户"), at: 1) },
        table3.with { $0.insert(Column(header: "同比"), at: 6) },
        table3.with { $0.append(Column(header: "其他组织", above: ["法人或其他组织"])) },
        table4.with { $0.append(Column(header: "合计件数")) },
    ]
    private static let less = [table2, table3, table4].flatMap { table in
        table.columns.indices.map { place in table.with { $0.remove(at: place) } }
    }
    private static let replaced = [table2, table3, table4].flatMap { table in
        table.columns.indices.map { place in
            table.with { columns in
                let above = columns.remove(at: place).above
                columns.insert(Column(header: "小计", above: above), at: columns.count / 2)
            }
        }
    }
    private static let exchanged = [table2, table3, table4].flatMap { table in
        (1..<table.columns.count).compactMap { place -> Sketch? in
            guard table.columns[place].above == table.columns[place - 1].above else { return nil }
            return table.with { $0.swapAt(place - 1, place) }
        }
    }
    private static let exchangedBesideALostHeader = [table2, table3, table4].flatMap { table in
        (1..<table.columns.count).compactMap { place -> Sketch? in
            guard table.columns[place].above == table.columns[place - 1].above else { return nil }
            return table.with {
                $0.swapAt(place - 1, place)
                $0[(place + 1) % $0.count].header = "栏甲"
            }
        }
    }

    @Test(arguments: more + moreBeside + less + replaced + exchanged + exchangedBesideALostHeader)
    func noCellIsReadFromUnderAnotherHeader(sketch: Sketch) throws {
        let last = sketch.columns.count - 1
        for blank in [nil, 0, last / 2, last] {
            for layout in SketchLayout.allCases {
                let inspection = try TableInspection(layout.document(sketch, blank: blank), codebook, reader)
                for (place, row) in sketch.rows.enumerated() {
                    for (number, column) in sketch.columns.enumerated() {
                        guard let code = column.code else { continue }
                        let state = inspection.state(row.code + code)
                        let own = number == blank ? "blank" : SketchLayout.value(place, number)
                        #expect(
                            [own, "unreadable", "absent"].contains(state),
                            "\(layout) \(code) \(blank.map(String.init) ?? "-")")
                    }
                }
            }
        }
    }

    private static func renamed(_ table: Sketch, _ word: String, _ other: String) -> Sketch {
        table.with { columns in
            for number in columns.indices {
                columns[number].header = columns[number].header.replacing(word, with: other)
                columns[number].above = columns[number].above.map { $0.replacing(word, with: other) }
            }
        }
    }
    private static let otherWords = [
        renamed(table4, "总计", "小计"), renamed(table3, "法人或其他组织", "法人和其他组织"), renamed(table3, "自然人", "公民"),
        renamed(table3, "自然人", "个人"),
    ]

    /// The headers of table 4 in one row, those of the groups first.
    @Test func groupsBeforeAllColumnsInOneRow() {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let groups = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
        let headers = (groups + outcomes + outcomes + outcomes).joined(separator: "\t")
        let values = Self.table4.columns.indices.map { SketchLayout.value(0, $0) }
        let text = [Self.table4.head, headers, values.joined(separator: "\t")].joined(separator: "\n")
        let inspection = TableInspection(Document(lines: text), codebook, reader)
        #expect(Self.table4.columns.map { inspection.state($0.code ?? "") } == values)
    }

    /// The form as it is, and in words that mean the same, in the same layouts.
    @Test(arguments: [table2, table3, table4] + otherWords)
    func unchangedTablesAreWhole(sketch: Sketch) throws {
        for layout in SketchLayout.allCases {
            let inspection = try TableInspection(layout.document(sketch, blank: nil), codebook, reader)
            for (place, row) in sketch.rows.enumerated() {
                for (number, column) in sketch.columns.enumerated() {
                    let state = inspection.state(row.code + (column.code ?? ""))
                    #expect(state == SketchLayout.value(place, number), "\(layout) \(column)")
                }
            }
        }
    }

    /// A column of remarks that nobody filled in takes no cell from the form's.
    @Test(arguments: SketchLayout.allCases)
    func emptyRemarksBehindTheForm(layout: SketchLayout) throws {
        let sketch = Self.table2.with { $0.append(Column(header: "备注")) }
        let inspection = try TableInspection(layout.document(sketch, blank: 3), codebook, reader)
        #expect(inspection.cells("rules", ["issued", "repealed", "in_force"]) == "100 101 102")
    }
}

/// The ways in which a sketched table is written down.
enum SketchLayout: CaseIterable, Sendable {
    case cellPerLine, columnByColumn, spaces, tabs, alignedTabs, pipes, alignedPipes, grid

    static func value(_ row: Int, _ column: Int) -> String { "\(100 * (row + 1) + column)" }

    func document(_ sketch: OwnColumnTests.Sketch, blank: Int?) throws -> Document {
        let rows = sketch.rows.enumerated().map { place, row in
            (row.label.map { [$0] } ?? [])
                + sketch.columns.indices.map { $0 == blank ? "" : Self.value(place, $0) }
        }
        if self == .grid {
            let lines = rows.map { $0.map { "<td>\($0)</td>" }.joined() }
            let table = (spannedHeaders(sketch) + lines).map { "<tr>\($0)</tr>" }.joined()
            let head = sketch.head.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
            return try DocumentReader.read(Array("<body>\(head)<table>\(table)</table>".utf8), name: "a.html")
        }
        let lines = (headers(sketch) + rows).map { cells in
            switch self {
            case .cellPerLine, .columnByColumn: cells.filter { !$0.isEmpty }.joined(separator: "\n")
            case .spaces: cells.filter { !$0.isEmpty }.joined(separator: "  ")
            case .tabs, .alignedTabs: cells.joined(separator: "\t")
            case .pipes, .alignedPipes, .grid: "| " + cells.joined(separator: " | ") + " |"
            }
        }
        return Document(lines: ([sketch.head] + lines).joined(separator: "\n"))
    }

    private func depth(_ sketch: OwnColumnTests.Sketch) -> Int { (sketch.columns.map(\.above.count).max() ?? 0) + 1 }

    /// The header at a level of a column, where it is the first under it.
    private func header(_ sketch: OwnColumnTests.Sketch, _ number: Int, level: Int) -> String? {
        let column = sketch.columns[number]
        if column.above.count == level { return column.header }
        guard column.above.count > level else { return nil }
        let path = column.above.prefix(level + 1)
        if number > 0, sketch.columns[number - 1].above.starts(with: path) { return nil }
        return column.above[level]
    }

    private func headers(_ sketch: OwnColumnTests.Sketch) -> [[String]] {
        let numbers = sketch.columns.indices
        let corner = sketch.corner.map { [$0] } ?? []
        switch self {
        case .columnByColumn:
            let columns = numbers.map { number in (0..<depth(sketch)).compactMap { header(sketch, number, level: $0) } }
            return [corner + columns.joined()]
        case .alignedTabs, .alignedPipes:
            return (0..<depth(sketch)).map { level in
                (level == 0 ? corner : corner.map { _ in "" }) + numbers.map { header(sketch, $0, level: level) ?? "" }
            }
        case .cellPerLine, .spaces, .tabs, .pipes, .grid:
            return (0..<depth(sketch)).map { level in
                (level == 0 ? corner : []) + numbers.compactMap { header(sketch, $0, level: level) }
            }
        }
    }

    private func spannedHeaders(_ sketch: OwnColumnTests.Sketch) -> [String] {
        (0..<depth(sketch)).map { level in
            let corner = level == 0 ? sketch.corner.map { "<td rowspan=\(depth(sketch))>\($0)</td>" } ?? "" : ""
            return corner
                + sketch.columns.indices.map { number in
                    guard let text = header(sketch, number, level: level) else { return "" }
                    let column = sketch.columns[number]
                    if column.above.count == level { return "<td rowspan=\(depth(sketch) - level)>\(text)</td>" }
                    let path = column.above.prefix(level + 1)
                    let width = sketch.columns[number...].prefix { $0.above.starts(with: path) }.count
                    return "<td colspan=\(width)>\(text)</td>"
                }.joined()
        }
    }
}
