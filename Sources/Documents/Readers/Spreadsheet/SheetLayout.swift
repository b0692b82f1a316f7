import Values

/// A sheet as a person sees it: what is hidden is left out, lines that hold nothing but a title or a sentence are
/// paragraphs, and what lies between them is a table, in which every place without text is a blank cell.
struct SheetLayout {
    private(set) var parts: [Part] = []
    /// What holds something and is hidden, as a workbook calls it: `5:7`, `C:D`, or `B18` below a merged cell.
    private(set) var hidden: [String] = []
    private let limits: Limits
    /// The cells with text, by their rows.
    private var rows: [Int: [SheetCell]] = [:]
    /// The merged cells without.
    private var blanks: ArraySlice<SheetCell> = []

    enum Part {
        case paragraph(SheetCell)
        case table(rows: [Int], columns: [Int], cells: [SheetCell])
    }

    init(_ sheet: Workbook.Sheet, limits: Limits) throws(DocumentError) {
        self.limits = limits
        take(sheet)
        var lines: [Int] = []
        for row in rows.keys.sorted() {
            if let cells = rows[row], Self.areParagraphs(cells, isFirst: lines.isEmpty) {
                try addTable(lines)
                lines = []
                parts += cells.map { .paragraph($0) }
            } else {
                lines.append(row)
            }
        }
        try addTable(lines)
    }

    private mutating func take(_ sheet: Workbook.Sheet) {
        var (lostRows, lostColumns) = (Set<Range<Int>>(), Set<Range<Int>>())
        var blanks: [SheetCell] = []
        for cell in sheet.cells {
            if let seen = Self.visible(cell, in: sheet) {
                if seen.text.isEmpty { blanks.append(seen) } else { rows[seen.row, default: []].append(seen) }
            } else if cell.text.isEmpty {
                continue
            } else if let range = sheet.hiddenRows.range(around: cell.row) {
                lostRows.insert(range)
            } else if let range = sheet.hiddenColumns.range(around: cell.column) {
                lostColumns.insert(range)
            }
        }
        self.blanks = blanks.sorted { $0.row < $1.row }[...]
        let inOrder = { (ranges: Set<Range<Int>>) in ranges.sorted { $0.lowerBound < $1.lowerBound } }
        hidden =
            inOrder(lostRows).map { "\($0.lowerBound + 1):\($0.upperBound)" }
            + Self.names(ofCovered: sheet)
            + inOrder(lostColumns).map { "\(CellName.column($0.lowerBound)):\(CellName.column($0.upperBound - 1))" }
    }

    /// The first few of the cells that merged ones lie over.
    private static func names(ofCovered sheet: Workbook.Sheet) -> [String] {
        let seen = sheet.covered.lazy.filter { cell in
            sheet.hiddenRows.range(around: cell.row) == nil && sheet.hiddenColumns.range(around: cell.column) == nil
        }
        return seen.prefix(mostCovered).map { "\(CellName.column($0.column))\($0.row + 1)" }
            + (seen.dropFirst(mostCovered).first == nil ? [] : ["…"])
    }

    private static let mostCovered = 8

    /// The cell as far as it can be seen: one that is merged shows in whichever of its rows and columns are there.
    private static func visible(_ cell: SheetCell, in sheet: Workbook.Sheet) -> SheetCell? {
        let row = sheet.hiddenRows.range(around: cell.row)?.upperBound ?? cell.row
        let column = sheet.hiddenColumns.range(around: cell.column)?.upperBound ?? cell.column
        return cell.without(rowsBefore: row, columnsBefore: column)
    }

    /// A text that stands alone in its row, above a table or between two: a title, a chapter's heading, a sentence.
    /// Else it is the label of a row whose cells are blank. A chapter may stand beside its heading.
    private static func areParagraphs(_ cells: [SheetCell], isFirst: Bool) -> Bool {
        guard let last = cells.last, cells.count <= 2 else { return false }
        if cells.count == 2 { return last.text.count > longestLabel && SeparatedValues.isHeading(cells[0].text) }
        return isFirst || last.text.count > longestLabel || SeparatedValues.isHeading(last.text)
    }

    /// No label of any form comes near.
    private static let longestLabel = 330

    private mutating func addTable(_ lines: [Int]) throws(DocumentError) {
        guard let first = lines.first, let last = lines.last else { return }
        var cells = lines.flatMap { rows[$0] ?? [] }
        let columns = Set(cells.map(\.column)).sorted()
        guard lines.count.multipliedReportingOverflow(by: columns.count).partialValue <= limits.tableCells else {
            throw .limit(.sheetCells(limits.tableCells))
        }
        blanks = blanks.drop { $0.row < first }
        for blank in blanks.prefix(while: { $0.row <= last }) {
            let row = lines.partitioningIndex(where: { $0 >= blank.row })
            let column = columns.partitioningIndex(where: { $0 >= blank.column })
            guard row < lines.count, column < columns.count,
                let begun = blank.without(rowsBefore: lines[row], columnsBefore: columns[column])
            else { continue }
            cells.append(begun)
        }
        for row in lines {
            cells += columns.map { SheetCell(row: row, column: $0, text: []) }
        }
        parts.append(.table(rows: lines, columns: columns, cells: cells))
    }
}

extension SheetCell {
    /// What is left of it when the rows and columns before some are taken away; nil where nothing is.
    fileprivate func without(rowsBefore row: Int, columnsBefore column: Int) -> SheetCell? {
        guard row < self.row + rowSpan, column < self.column + columnSpan else { return nil }
        var rest = self
        rest.rowSpan -= row - self.row
        rest.columnSpan -= column - self.column
        (rest.row, rest.column) = (row, column)
        return rest
    }
}
