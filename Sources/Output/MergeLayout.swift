/// Which body cells of a sheet are shown as one.
///
/// Merges that reach out of the sheet are cut to it; of two that overlap, the first counts.
struct MergeLayout {
    private(set) var merges: [Merge] = []
    private var corners: [Cell: Merge] = [:]
    private var covered: Set<Cell> = []

    private struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    init(_ sheet: Sheet) {
        for merge in sheet.merges {
            let rows = merge.rows.clamped(to: sheet.rows.indices)
            let columns = merge.columns.clamped(to: sheet.columns.indices)
            let cells = rows.flatMap { row in columns.map { Cell(row: row, column: $0) } }
            guard cells.count > 1, covered.isDisjoint(with: cells), let corner = cells.first else { continue }
            let merge = Merge(rows: rows, columns: columns)
            merges.append(merge)
            corners[corner] = merge
            covered.formUnion(cells)
        }
    }

    /// The merge that begins at this cell.
    func merge(at row: Int, _ column: Int) -> Merge? {
        corners[Cell(row: row, column: column)]
    }

    /// Whether the cell lies in a merge that began before it.
    func isCovered(_ row: Int, _ column: Int) -> Bool {
        let cell = Cell(row: row, column: column)
        return covered.contains(cell) && corners[cell] == nil
    }
}
