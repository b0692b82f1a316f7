import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Tables without rules of which it is not seen which columns their figures are of.
@Suite struct PlacementProofTests {
    private static let headings = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

    /// A table of lines, with one label column: each line a label and seven cells.
    private func document(_ lines: [(label: String, cells: [String])], placements: [[Int?]]) -> Document {
        var text: [UInt8] = []
        var rows: [[Table.Cell]] = []
        for (label, cells) in [("", Self.headings)] + lines {
            rows.append(
                ([label] + cells).map { cell in
                    let start = text.count
                    text += Array(cell.utf8)
                    defer { text.append(0x09) }
                    return Table.Cell(range: start..<text.count)
                })
        }
        let table = Table(
            rows: rows, range: 0..<text.count,
            lines: Table.Lines(headingRows: 1, labelColumns: 1, placements: placements))
        return Document(text: text, blocks: [.table(table)], mediaType: .pdf, encoding: "UTF-8")
    }

    private func read(_ document: Document) throws -> (readings: [String: Reading], doubts: [Doubt.Kind]) {
        let codebook = try LoadedCatalogue.codebook()
        let tables = try Shared.tables()
        let reading = document.text.withUnsafeBufferPointer { tables.read(document, $0) }
        let readings = reading.figures.map { (codebook.indicators[$0.indicator].code, $0.reading) }
        return (Dictionary(uniqueKeysWithValues: readings), reading.doubts.map(\.kind))
    }

    private func placement(_ columns: [Int]) -> [Int?] {
        var moves = [Int?](repeating: nil, count: 7)
        for (from, to) in zip([0, 1, 5], columns) { moves[from] = to }
        return moves
    }

    private let lines = [
        (label: "一、本年新收政府信息公开", cells: ["", "", "", "", "", "", ""]), ("", ["2", "3", "", "", "", "5", ""]),
        ("申请数量", ["", "", "", "", "", "", ""]), ("二、上年结转政府信息公开申请数量", ["", "1", "", "", "", "1", ""]),
    ]

    @Test func placementThatMakesAllSumsHoldIsTaken() throws {
        let ways = [placement([0, 1, 5]), placement([0, 1, 6])]
        let (readings, doubts) = try read(document(lines, placements: ways))
        #expect(readings["requests.received.natural_person"] == .reported(Amount(value: 2)))
        #expect(readings["requests.received.business"] == .reported(Amount(value: 3)))
        #expect(readings["requests.received.other_organisation"] == .blank)
        #expect(readings["requests.received.total"] == .reported(Amount(value: 5)))
        #expect(readings["requests.carried_in.total"] == .reported(Amount(value: 1)))
        #expect(doubts.contains(.placedBySums))
    }

    /// A figure that touches the label before it is in that label's word, and its cell seems blank.
    @Test func figureInALabelIsNoBlank() throws {
        let glued = [(label: "（二）部分公开（区6", cells: ["", "0", "6", "7", "6", "2", "27"]), lines[3]]
        let (readings, _) = try read(document(glued, placements: [placement([0, 1, 6])]))
        #expect(readings["requests.disclosed_partly.natural_person"] != .blank)
        #expect(readings["requests.disclosed_partly.total"] != .reported(Amount(value: 27)))
    }

    @Test func placementsThatSumsDoNotTellApartAreUnreadable() throws {
        let ways = [placement([0, 1, 6]), placement([0, 2, 6])]
        let (readings, doubts) = try read(document(lines, placements: ways))
        #expect(Set(readings.values) == [.unreadable])
        #expect(doubts.contains(.placementUnknown))
    }

    /// The last cell of the last row is blank, and begins where the table ends.
    @Test func blankAtTheEndIsUnreadableToo() throws {
        let cells = [["2", "3", "", "", "", "5", ""], ["2", "3", "", "", "", "5", ""]]
        let rows = zip(["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"], cells).map { (label: $0, cells: $1) }
        var document = document(rows, placements: [placement([0, 1, 5]), placement([0, 2, 5])])
        if case .table(var table) = document.blocks[0], let last = table.rows.indices.last {
            let end = table.range.upperBound
            table.rows[last][7] = Table.Cell(range: end..<end)
            document.blocks[0] = .table(table)
        }
        let (readings, _) = try read(document)
        #expect(Set(readings.values) == [.unreadable])
    }

    @Test func placementsOfWhichNoneHoldsAreUnreadable() throws {
        let ways = [placement([0, 1, 5]), placement([0, 2, 5])]
        let (readings, doubts) = try read(document(lines, placements: ways))
        #expect(Set(readings.values) == [.unreadable])
        #expect(doubts.contains(.placementUnknown))
    }

    /// Figures beside no label of the form may be those of any row that seems blank.
    @Test func rowsAreNotBlankWhereFiguresHaveLostTheirLabel() throws {
        let stray = [lines[3], (label: "三、不知道", cells: ["1", "", "", "", "", "1", ""])]
        let blank = [(label: "（一）予以公开", cells: ["", "", "", "", "", "", ""])]
        let (readings, _) = try read(document(blank + stray, placements: [placement([0, 1, 6])]))
        #expect(readings["requests.disclosed.total"] == .unreadable)
        #expect(readings["requests.carried_in.business"] == .reported(Amount(value: 1)))
    }
}
