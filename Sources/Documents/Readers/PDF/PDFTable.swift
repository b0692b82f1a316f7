/// A table on one page or several: cells with their places, columns still as coordinates, so that pages can be joined.
struct PDFTable {
    struct Cell: Equatable {
        var row: Int
        var rowSpan: Int
        var left: Double
        var right: Double
        var text: String
        /// Whether no line closes it at the page's top or bottom.
        var isOpenAbove = false
        var isOpenBelow = false
    }

    var cells: [Cell]
    var rowCount: Int
    /// Where it stands; of one that runs over pages, on the last.
    var box: PDFBox

    /// Appends what the next page continues: header rows that are printed again go, a cell that the page cuts is one.
    mutating func append(_ next: PDFTable) {
        let repeated = repeatedHeader(in: next)
        let isRest = next.firstRowIsRest
        for cell in next.cells where cell.row >= repeated {
            let row = cell.row - repeated
            if row == 0, let above = cutCell(above: cell, isRest: isRest) {
                cells[above].rowSpan += cell.rowSpan
                cells[above].text = PDFLine.joined([cells[above].text, cell.text])
            } else if row > 0 || !isRest {
                var moved = cell
                moved.row = rowCount + row
                cells.append(moved)
            }
        }
        rowCount += next.rowCount - repeated
        box = next.box
    }

    func continues(_ previous: PDFTable) -> Bool {
        abs(box.left - previous.box.left) < 6 && abs(box.right - previous.box.right) < 6
    }

    /// Whether the first row is but the lower end of one on the page before: the label of a group goes on in it, nothing else.
    private var firstRowIsRest: Bool {
        let first = cells.filter { $0.row == 0 }
        return first.contains { $0.rowSpan > 1 } && first.allSatisfy { $0.rowSpan > 1 || $0.text.isEmpty }
    }

    /// The cell at the bottom that covers the same columns and is cut by the end of the page: no line closes it, or it spans
    /// rows, which cells of figures never do.
    private func cutCell(above cell: Cell, isRest: Bool) -> Int? {
        cells.lastIndex {
            guard $0.row + $0.rowSpan == rowCount, abs($0.left - cell.left) < 6, abs($0.right - cell.right) < 6 else {
                return false
            }
            if $0.isOpenBelow && cell.isOpenAbove { return true }
            return $0.rowSpan + cell.rowSpan > 2 && (isRest || cell.text.isEmpty)
        }
    }

    private func repeatedHeader(in next: PDFTable) -> Int {
        var count = 0
        while count < min(4, next.rowCount), count < rowCount {
            let own = cells.filter { $0.row == count }.map(\.text)
            guard own == next.cells.filter({ $0.row == count }).map(\.text), own.contains(where: { !$0.isEmpty }) else {
                break
            }
            count += 1
        }
        // Rows of figures may be alike by chance; a header has a word in every row.
        let words = next.cells.filter { $0.row < count }.map(\.text)
        return words.contains { $0.contains(where: \.isNumber) } ? 0 : count
    }

    var grid: Grid {
        let edges = Self.clustered(cells.map(\.left) + cells.map(\.right))
        let column = { (edge: Double) in edges.lastIndex { $0 <= edge + 0.01 } ?? 0 }
        return Grid(
            cells: cells.sorted { ($0.row, $0.left) < ($1.row, $1.left) }.map { cell in
                let start = column(cell.left)
                return Grid.Cell(
                    row: cell.row, column: start, rowSpan: cell.rowSpan, columnSpan: max(column(cell.right) - start, 1),
                    text: Array(cell.text.utf8))
            })
    }

    /// Coordinates in order, those nearer than the tolerance taken for one, the least of them.
    static func clustered(_ values: [Double]) -> [Double] {
        var result: [Double] = []
        for value in values.sorted() where result.last.map({ value - $0 > PDFRulings.tolerance }) ?? true {
            result.append(value)
        }
        return result
    }
}
