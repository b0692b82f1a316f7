import Documents

/// What rows are called, and what they say of the year.
extension TownshipRows {
    /// Where a row stands, and what it says beside the figures.
    func name(of row: Int) -> (range: Range<Int>, says: String) {
        let cells = table.rows[row]
        let own = cells.first { !$0.isContinuation && !$0.range.isEmpty } ?? cells[nameColumn]
        let words = cells.indices.filter { column in
            !cells[column].range.isEmpty && (column == 0 || cells[column].range != cells[column - 1].range)
                && (CellText(text, cells[column].range) == .other || yearColumns.contains(column))
        }
        let says = words.map { String(decoding: text[cells[$0].range], as: UTF8.self) }
        return (own.range, says.joined(separator: " "))
    }

    func range(of row: Int) -> Range<Int> {
        let own = table.rows[row].filter { !$0.isContinuation }.map(\.range)
        return (own.first ?? table.range).spanning(own.last ?? table.range)
    }

    /// The years that rows say they are of.
    var years: [Int] {
        let columns = table.rows[0].indices.filter { !isOfDays($0) }
        return figureRows.flatMap { row in
            columns.compactMap { column -> Int? in
                let range = table.rows[row][column].range
                guard range.count <= 60, yearColumns.contains(column) || CellText(text, range) == .other else {
                    return nil
                }
                let cell = Wording(text, range)
                return Title.years(in: cell).first.flatMap { words.meaning(of: cell, year: $0) == .own ? $0 : nil }
            }
        }
    }

    /// Rows with figures of the form whose names are those of townships for short: 柳溪.
    func unnamed(columns: some Collection<Int>) -> [Int] {
        strangers.filter { row in
            TableLook.isShort(Wording(text, table.rows[row][nameColumn].range), words)
                && columns.contains { column in
                    if case .number = CellText(text, table.rows[row][column].range) { true } else { false }
                }
        }
    }
}
