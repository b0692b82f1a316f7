import Values

extension Document {
    /// One sheet of a workbook, as it stands in the transcript: a line with its name, which is no block, and what the
    /// sheet shows.
    package struct Sheet: Sendable, Equatable {
        package var name: String
        package var range: Range<Int>
        /// Where its cells begin in the transcript, in order.
        var cells: [Cell]

        package init(name: String, range: Range<Int>) { self.init(name: name, range: range, cells: []) }

        init(name: String, range: Range<Int>, cells: [Cell]) {
            self.name = name
            self.range = range
            self.cells = cells
        }

        struct Cell: Sendable, Equatable {
            var start: Int
            /// From 0.
            var row: Int
            var column: Int
        }
    }

    /// The cell of a workbook that a position of the transcript is in, as workbooks call it: `表3!D7`. Nil outside of
    /// sheets, and of other formats.
    package func cellName(at position: Int) -> String? {
        guard let sheet = sheets.first(where: { $0.range.contains(position) }) else { return nil }
        let next = sheet.cells.partitioningIndex(where: { $0.start > position })
        guard next > 0 else { return nil }
        let cell = sheet.cells[next - 1]
        return "\(sheet.name)!\(CellName.column(cell.column))\(cell.row + 1)"
    }
}
