/// The cells of a sheet as people read them, one text for every column of every row, and the width each column needs.
struct TextGrid {
    let titles: [String]
    private(set) var rows: [[String]] = []
    /// Of the cells alone.
    private(set) var cellWidths: [Int]

    /// Of the cells and the title.
    var widths: [Int] { zip(titles, cellWidths).map { max(DisplayWidth.of($0), $1) } }

    init(_ sheet: Sheet, titles: [String], wording: inout EntryWording, escaping escape: (String) -> String = { $0 }) {
        self.titles = titles
        cellWidths = titles.map { _ in 0 }
        rows.reserveCapacity(sheet.rows.count)
        for row in sheet.rows {
            let cells = titles.indices.map { $0 < row.count ? escape(wording.text(row[$0])) : "" }
            for (index, cell) in cells.enumerated() {
                cellWidths[index] = max(cellWidths[index], DisplayWidth.of(cell))
            }
            rows.append(cells)
        }
    }
}
