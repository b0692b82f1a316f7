/// The cells of a sheet as people read them, one text for every column of every row, and the width each column needs.
struct TextGrid {
    let titles: [String]
    private(set) var rows: [[String]] = []
    private(set) var widths: [Int]

    init(_ sheet: Sheet, titles: [String], wording: inout EntryWording, escaping escape: (String) -> String = { $0 }) {
        self.titles = titles
        widths = titles.map(DisplayWidth.of)
        rows.reserveCapacity(sheet.rows.count)
        for row in sheet.rows {
            let cells = titles.indices.map { $0 < row.count ? escape(wording.text(row[$0])) : "" }
            for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
            rows.append(cells)
        }
    }
}
