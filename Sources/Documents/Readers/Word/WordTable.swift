/// A table of a Word file: rows of cells over a grid that rows may start late in and end early in.
struct WordTable {
    private(set) var content = TableContent()
    private var context: WordContext
    /// What lies under a cell that says it is not shaded.
    private var bareGround: TextColour
    private var row = 0
    /// By the column they begin at: cells that the row before may have continued (17.4.84 vMerge), and over how many
    /// columns of the grid they go; what goes over others is a cell of its own.
    private var open: [Int: (cell: Int, span: Int)] = [:]
    /// The same, for the row being read.
    private var opening: [Int: (cell: Int, span: Int)] = [:]

    init(_ table: XMLNode, _ context: WordContext) throws(DocumentError) {
        self.context = context
        self.context.isInCell = true
        // What the style of a table lays under its rows is not looked at.
        let properties = table.first("tblPr")
        bareGround = properties?.first("tblStyle") == nil ? context.ground : .unknown
        if let ground = WordInk.ground(properties?.first("shd")) {
            self.context.ground = ground
        } else if properties?.first("tblStyle") != nil {
            self.context.ground = .unknown
        }
        try readRows(of: table)
    }

    private mutating func readRows(of parent: XMLNode) throws(DocumentError) {
        for child in parent.elements {
            switch child.name {
            case "tr":
                let properties = child.first("trPr")
                // A row that a tracked change deletes (17.13.5.12), or that is hidden (17.4.20).
                if properties?.first("del") != nil || properties?.first("hidden")?.isOn == true { continue }
                // gridBefore (17.4.15): grid columns without a cell.
                var column = Self.count(properties?.first("gridBefore"), default: 0)
                try readCells(of: child, column: &column)
                open = opening
                opening.removeAll(keepingCapacity: true)
                row += 1
            case "sdt", "sdtContent", "customXml", "ins", "moveTo", "annotation", "content": try readRows(of: child)
            default: break
            }
        }
    }

    private mutating func readCells(of parent: XMLNode, column: inout Int) throws(DocumentError) {
        for child in parent.elements {
            switch child.name {
            case "tc": try readCell(child, column: &column)
            case "sdt", "sdtContent", "customXml", "ins", "moveTo", "annotation", "content":
                try readCells(of: child, column: &column)
            default: break
            }
        }
    }

    private mutating func readCell(_ cell: XMLNode, column: inout Int) throws(DocumentError) {
        let properties = cell.first("tcPr")
        if properties?.first("cellDel") != nil { return }
        // gridSpan (17.4.17)
        let span = max(Self.count(properties?.first("gridSpan"), default: 1), 1)
        defer { column += span }
        if let merge = properties?.first("hMerge"), merge.attribute("val") != "restart", let last = openedLast(column) {
            content.cells[last].place.columnSpan += span
            return
        }
        // Word 2003 writes vmerge.
        let merge = properties?.first("vMerge") ?? properties?.first("vmerge")
        if let merge, merge.attribute("val") != "restart", let above = open[column], above.span == span {
            content.cells[above.cell].place.rowSpan += 1
            opening[column] = above
            return
        }
        let limit = context.limits.tableCells
        guard content.cells.count < limit else { throw .limit(.tableCells(limit)) }
        var inner = context
        if let shade = properties?.first("shd") { inner.ground = WordInk.ground(shade) ?? bareGround }
        var flow = WordFlow(inner)
        try flow.readBlocks(of: cell)
        let place = Grid.Cell(row: row, column: column, columnSpan: span, text: [])
        content.cells.append(TableContent.Cell(place: place, pieces: flow.finished()))
        if merge != nil { opening[column] = (content.cells.count - 1, span) }
    }

    /// The cell to the left, for a cell that is merged into it (17.4.22 hMerge, which old programs write).
    private func openedLast(_ column: Int) -> Int? {
        guard let last = content.cells.last, last.place.row == row,
            last.place.column + last.place.columnSpan == column
        else { return nil }
        return content.cells.count - 1
    }

    /// The number an element's `val` gives. Word itself allows 63 columns, so 1,000 is beyond doubt.
    private static func count(_ element: XMLNode?, default missing: Int) -> Int {
        guard let value = element?.attribute("val").flatMap({ Int($0) }) else { return missing }
        return min(max(value, 0), 1000)
    }
}
