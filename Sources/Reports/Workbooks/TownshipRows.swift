import Catalogue
import Documents

/// A table of several townships, each with a row of its own, under headers that name cells of the form: 行政许可,
/// 本年新收 above 自然人.
struct TownshipRows {
    private let table: Table
    private let text: UnsafeBufferPointer<UInt8>
    /// The rows that begin with a township's name, and the name.
    private(set) var rows: [(row: Int, place: PlaceName)] = []
    private let nameColumn: Int
    private let firstRow: Int

    /// Nil where no column names several townships.
    init?(_ table: Table, _ text: UnsafeBufferPointer<UInt8>) {
        self.table = table
        self.text = text
        var found: (column: Int, rows: [(row: Int, place: PlaceName)])?
        for column in 0..<min(table.rows.first?.count ?? 0, Self.nameColumns) where found == nil {
            let rows = table.rows.indices.compactMap { row in
                Self.place(table, row, column, text).map { (row: row, place: $0) }
            }
            if Set(rows.map(\.place.township)).count > 1 { found = (column, rows) }
        }
        guard let found, let first = found.rows.first?.row, first > 0 else { return nil }
        (nameColumn, rows, firstRow) = (found.column, found.rows, first)
    }

    /// Serial number and county may stand before the name.
    private static let nameColumns = 4

    private static func place(
        _ table: Table, _ row: Int, _ column: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> PlaceName? {
        let cell = table.rows[row][column]
        guard !cell.range.isEmpty, cell.range.count <= 90, !cell.isContinuation else { return nil }
        return PlaceName(body: Wording(text, cell.range))
    }

    /// The columns whose headers name a cell of a form, and the headers of the others that hold numbers.
    func columns(of form: FormCells) -> (known: [Int: FormCells.Cell], unknown: [Range<Int>]) {
        var known: [Int: FormCells.Cell] = [:]
        var unknown: [Range<Int>] = []
        for column in table.rows[firstRow].indices where column > nameColumn {
            let path = path(column)
            if let cell = form.cell(under: path.map(\.key)) {
                known[column] = cell
            } else if holdsNumbers(column) {
                unknown.append(path.last?.range ?? table.rows[firstRow][column].range)
            }
        }
        // Of two headers that name one cell, neither says which.
        let twice = Dictionary(grouping: known.keys) { known[$0]?.indicator }.values.filter { $0.count > 1 }
        for column in twice.joined() {
            known[column] = nil
            if let last = path(column).last { unknown.append(last.range) }
        }
        return (known, unknown)
    }

    /// The labels over a column from the top down; one in a cell may be of several: 本年新收－自然人.
    private func path(_ column: Int) -> [(key: UInt64, range: Range<Int>)] {
        var ranges: [Range<Int>] = []
        for row in 0..<firstRow {
            let range = table.rows[row][column].range
            if !range.isEmpty, ranges.last != range { ranges.append(range) }
        }
        return ranges.flatMap { range in
            (ranges.count == 1 ? pieces(of: range) : [range]).compactMap { piece in
                LabelKey.of(text, piece).map { (key: $0, range: range) }
            }
        }
    }

    /// What stands between dashes.
    private func pieces(of range: Range<Int>) -> [Range<Int>] {
        let ends = range.filter { text[$0] == UInt8(ascii: "-") || text[$0] == UInt8(ascii: "_") } + [range.upperBound]
        return zip([range.lowerBound] + ends.dropLast().map { $0 + 1 }, ends).map { $0..<$1 }
    }

    private func holdsNumbers(_ column: Int) -> Bool {
        rows.contains { row, _ in
            if case .number = CellText(text, table.rows[row][column].range) { true } else { false }
        }
    }

    /// What a township's row says in a column; nil where it has no cell there.
    func token(row: Int, column: Int) -> TableToken? {
        let cell = table.rows[row][column]
        guard !cell.isMissing else { return nil }
        var token = TableToken(range: cell.range, column: column, cell: CellText(text, cell.range))
        let isBegun = table.rows.indices.contains(row + 1) && table.rows[row + 1][column].range == cell.range
        token.isShared = cell.isContinuation || isBegun && !cell.range.isEmpty
        return token
    }

    /// What the headers over a column say that its amounts are counted in.
    func multiplier(_ column: Int) -> Int64? {
        path(column).lazy.compactMap { UnitWord.multiplier(in: text, $0.range) }.first
    }

    func place(of row: Int) -> Range<Int> { table.rows[row][nameColumn].range }
}
