/// A `<table>`: a grid of data, or one that only lays out a page and is then nothing but its content.
struct HTMLTable {
    private var content = TableContent()
    /// What stands in the table but in no cell, its caption above all.
    private var outside: HTMLFlow
    private let limits: Limits

    /// `context` is what surrounds the rows: the table's own look is part of it.
    init(_ table: XMLNode, _ context: PageContext) throws(DocumentError) {
        limits = context.limits
        outside = HTMLFlow(context)
        var placement = Placement()
        try read(table, context, placement: &placement)
        closeGroup(placement)
    }

    private mutating func read(
        _ parent: XMLNode, _ context: PageContext, placement: inout Placement
    ) throws(DocumentError) {
        for child in parent.children {
            let name = child.isElement ? child.name : ""
            switch name {
            case "tr":
                guard let inner = context.entering(child, name, .of(name)) else { continue }
                try readRow(child, inner, placement: &placement)
            case "thead", "tbody", "tfoot":
                guard let inner = context.entering(child, name, .of(name)) else { continue }
                closeGroup(placement)
                placement.beginGroup()
                try read(child, inner, placement: &placement)
                closeGroup(placement)
                placement.beginGroup()
            default: try outside.read(child)
            }
        }
    }

    /// A cell that the page does not show takes no column (CSS 2.1, 17.2: it makes no box).
    private mutating func readRow(
        _ row: XMLNode, _ context: PageContext, placement: inout Placement
    ) throws(DocumentError) {
        for child in row.children {
            let name = child.isElement ? child.name : ""
            guard name == "td" || name == "th" else {
                try outside.read(child)
                continue
            }
            guard var inner = context.entering(child, name, .of(name)) else { continue }
            inner.isInCell = true
            var flow = HTMLFlow(inner)
            try flow.readContent(of: child)
            let pieces = flow.finished()
            guard content.cells.count < limits.tableCells else { throw .limit(.tableCells(limits.tableCells)) }
            let place = placement.place(
                rowSpan: Self.span(child, "rowspan", atMost: 65534, zero: 65534),
                columnSpan: Self.span(child, "colspan", atMost: 1000, zero: 1))
            // Every row is gone through from its first column on: a table of more columns has more cells, too.
            guard place.column < limits.tableCells else { throw .limit(.tableCells(limits.tableCells)) }
            content.cells.append(TableContent.Cell(place: place, pieces: pieces))
        }
        placement.row += 1
    }

    /// A span as the HTML standard reads it (4.9.11): clamped; a `rowspan` of 0 reaches to the end of the row group.
    private static func span(_ cell: XMLNode, _ name: StaticString, atMost limit: Int, zero: Int) -> Int {
        guard let written = cell.attribute(name) else { return 1 }
        let digits = written.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return 1 }
        let value = min(Int(digits) ?? limit, limit)
        return value == 0 ? zero : value
    }

    /// No cell reaches out of its row group (HTML 4.9.12, "algorithm for ending a row group").
    private mutating func closeGroup(_ placement: Placement) {
        for index in content.cells.indices.reversed() {
            guard content.cells[index].place.row >= placement.groupStart else { break }
            let rows = placement.row - content.cells[index].place.row
            content.cells[index].place.rowSpan = min(content.cells[index].place.rowSpan, max(rows, 1))
        }
    }

    /// What the table gives to the text around it.
    var pieces: [Piece] {
        var outside = self.outside
        return outside.finished() + content.pieces
    }
}

/// Where the next cell of a table goes: right of what stands in its row and of what reaches down from rows above.
private struct Placement {
    var row = 0 {
        didSet { column = 0 }
    }
    private(set) var groupStart = 0
    private var column = 0
    /// For each column, the first row that no cell from above reaches.
    private var freeFrom: [Int] = []

    mutating func beginGroup() {
        groupStart = row
        freeFrom.removeAll()
    }

    mutating func place(rowSpan: Int, columnSpan: Int) -> Grid.Cell {
        while column < freeFrom.count, freeFrom[column] > row { column += 1 }
        let cell = Grid.Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: [])
        column += columnSpan
        if rowSpan > 1 {
            while freeFrom.count < column { freeFrom.append(0) }
            for place in cell.column..<column { freeFrom[place] = max(freeFrom[place], row + rowSpan) }
        }
        return cell
    }
}
