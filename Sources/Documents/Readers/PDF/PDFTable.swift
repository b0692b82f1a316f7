import Values

/// A table on one page or several: cells with their places, columns still with their coordinates, so that pages can be
/// joined.
struct PDFTable {
    struct Cell: Equatable {
        var row: Int
        var rowSpan: Int
        /// Which columns it covers, by the sides of the table.
        var columns: Range<Int>
        var text: String
        /// Where it was seen, if it was recognised.
        var place: PicturePlace?
        /// Whether no line closes it at the page's top or bottom.
        var isOpenAbove = false
        var isOpenBelow = false
    }

    var cells: [Cell]
    var rowCount: Int
    /// The coordinates of the columns' sides, from left to right.
    var sides: [Double]
    /// Where it stands; of one that runs over pages, on the last.
    var box: PDFBox
    /// Rows that begin a page and may be the rest of the one above, which the page's end has cut.
    private(set) var rests: Set<Int> = []

    init(cells: [Cell] = [], rowCount: Int, sides: [Double], box: PDFBox) {
        (self.cells, self.rowCount, self.sides, self.box) = (cells, rowCount, sides, box)
    }

    func continues(_ previous: PDFTable) -> Bool {
        abs(box.left - previous.box.left) < 8 && abs(box.right - previous.box.right) < 8
    }

    /// Appends what the next page continues: header rows that are printed again go, a cell that the page cuts is one.
    mutating func append(_ page: PDFTable) {
        var next = page
        unite(with: &next)
        let repeated = repeatedHeader(in: next)
        let first = next.cells.filter { $0.row == repeated }
        // A blank row without a label is but the lower end of the one above.
        let isRemnant = first.contains { $0.rowSpan == 1 } && first.allSatisfy { $0.rowSpan > 1 || $0.text.isEmpty }
        let bottom = first.filter { $0.rowSpan == 1 }.compactMap { cell in
            cells.last { $0.row + 1 == rowCount && $0.columns == cell.columns }.map { ($0, cell) }
        }
        let isJoined = !bottom.isEmpty && bottom.allSatisfy { $0.isOpenBelow && $1.isOpenAbove }
        let dropped = isRemnant || isJoined ? 1 : 0
        for var cell in next.cells where cell.row >= repeated {
            if cell.row == repeated, let above = cutCell(above: cell) {
                cells[above].rowSpan += cell.rowSpan - dropped
                cells[above].text = PDFLine.joined([cells[above].text, cell.text])
            } else if cell.row > repeated || dropped == 0 || cell.rowSpan > 1 {
                if cell.row == repeated { cell.rowSpan -= dropped }
                cell.row = rowCount + max(cell.row - repeated - dropped, 0)
                cells.append(cell)
            }
        }
        if dropped == 0 { rests.insert(rowCount) }
        rowCount += next.rowCount - repeated - dropped
        box = next.box
    }

    /// Gives two pages of one table the same sides: they are counted where there are as many, since a page may be
    /// shifted by some points, and put together by their coordinates where not.
    private mutating func unite(with next: inout PDFTable) {
        if sides.count == next.sides.count, zip(sides, next.sides).allSatisfy({ abs($0 - $1) < 10 }) {
            next.sides = sides
            return
        }
        let all = Self.clustered(sides + next.sides)
        move(to: all)
        next.move(to: all)
    }

    private mutating func move(to all: [Double]) {
        let places = sides.map { side in all.indices.min { abs(all[$0] - side) < abs(all[$1] - side) } ?? 0 }
        for index in cells.indices {
            let columns = cells[index].columns
            let start = places[columns.lowerBound]
            cells[index].columns = start..<max(places[columns.upperBound], start + 1)
        }
        sides = all
    }

    /// The cell at the bottom that covers the same columns and is cut by the end of the page: no line closes it, or it
    /// spans rows, which cells of figures never do.
    private func cutCell(above cell: Cell) -> Int? {
        cells.lastIndex {
            guard $0.row + $0.rowSpan == rowCount, $0.columns == cell.columns else { return false }
            if $0.isOpenBelow && cell.isOpenAbove { return true }
            guard $0.rowSpan + cell.rowSpan > 2, !endsWithHeading else { return false }
            return cell.text.isEmpty || $0.rowSpan > 1 && cell.rowSpan > 1 && !PDFLine.beginsItem(cell.text)
        }
    }

    /// Whether the last row is one of headings, below which figures begin: words in every cell, and no figure.
    private var endsWithHeading: Bool {
        cells.filter { $0.row == rowCount - 1 && $0.rowSpan == 1 }.allSatisfy { cell in
            cell.text.contains(where: \.isLetter) && !cell.text.contains { $0.isASCII && $0.isNumber }
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
        return words.contains { $0.contains { $0.isASCII && $0.isNumber } } ? 0 : count
    }

    var grid: Grid {
        // A row in which nothing but blank cells begins is the space between two rules, and is left out.
        let written = Set(cells.filter { !$0.text.isEmpty }.map(\.row)).sorted()
        let rank = { (row: Int) in written.partitioningIndex { $0 >= row } }
        var grid = Grid(rests: Set(rests.filter(written.contains).map(rank)))
        for cell in cells.sorted(by: { ($0.row, $0.columns.lowerBound) < ($1.row, $1.columns.lowerBound) }) {
            let rows = rank(cell.row)..<rank(cell.row + cell.rowSpan)
            guard !rows.isEmpty else { continue }
            grid.cells.append(
                Grid.Cell(
                    row: rows.lowerBound, column: cell.columns.lowerBound, rowSpan: rows.count,
                    columnSpan: cell.columns.count, text: Array(cell.text.utf8), place: cell.place))
        }
        return grid
    }

    /// Coordinates in order, those nearer than the tolerance taken for one, the least of them.
    static func clustered(_ values: [Double]) -> [Double] {
        var result: [Double] = []
        for value in values.sorted() where result.last.map({ value - $0 > 2 * PDFRulings.tolerance }) ?? true {
            result.append(value)
        }
        return result
    }
}
