import Values

extension Workbook.Sheet {
    /// Of cells in order, makes those of one place one that cannot be read: which of them counts cannot be known.
    mutating func uniteTwins() {
        guard zip(cells, cells.dropFirst()).contains(where: Self.areTwins) else { return }
        var united: [SheetCell] = []
        for cell in cells {
            if let last = united.last, Self.areTwins(last, cell) {
                if last.text != cell.text { united[united.count - 1].text = ObjectMark.bytes }
            } else {
                united.append(cell)
            }
        }
        cells = united
    }

    private static func areTwins(_ one: SheetCell, _ other: SheetCell) -> Bool {
        one.row == other.row && one.column == other.column
    }

    /// Makes cells one where they are merged: it shows what stands in its first place, and whatever its other places
    /// hold is not shown. Of two that overlap, which no program writes, the first counts.
    mutating func merge(_ merges: [SheetCell]) {
        guard !merges.isEmpty else { return }
        var overlay = MergedCells()
        var rest = merges.sorted { ($0.row, $0.column) < ($1.row, $1.column) }[...]
        for cell in cells {
            while let merge = rest.first, merge.row <= cell.row {
                overlay.begin(merge)
                rest = rest.dropFirst()
            }
            overlay.take(cell)
        }
        for merge in rest { overlay.begin(merge) }
        covered = overlay.covered
        cells = overlay.cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }
}

/// Cells as they come from the top, with those that are merged over them.
private struct MergedCells {
    private(set) var cells: [SheetCell] = []
    /// The places of numbers that are not shown, where the cell over them says something else.
    private(set) var covered: [(row: Int, column: Int)] = []
    /// The merged cells that the row at hand may lie in, from the left, by their places in `cells`; none overlaps
    /// another.
    private var open: [Int] = []

    mutating func begin(_ merge: SheetCell) {
        let start = open.partitioningIndex(where: { cells[$0].columns.upperBound > merge.column })
        var end = start
        while end < open.count, cells[open[end]].column < merge.columns.upperBound {
            guard cells[open[end]].rows.upperBound <= merge.row else { return }
            end += 1
        }
        open.replaceSubrange(start..<end, with: [cells.count])
        cells.append(merge)
    }

    mutating func take(_ cell: SheetCell) {
        let place = open.partitioningIndex(where: { cells[$0].columns.upperBound > cell.column })
        guard place < open.count, cells[open[place]].columns.contains(cell.column),
            cells[open[place]].rows.contains(cell.row)
        else { return cells.append(cell) }
        let merge = cells[open[place]]
        guard merge.row == cell.row, merge.column == cell.column else {
            if cell.text != merge.text, TextLook.hasDigit(cell.text) { covered.append((cell.row, cell.column)) }
            return
        }
        cells[open[place]].text = cell.text
        cells[open[place]].stored = cell.stored
    }
}

extension SheetCell {
    fileprivate var rows: Range<Int> { row..<row + rowSpan }
    fileprivate var columns: Range<Int> { column..<column + columnSpan }
}
