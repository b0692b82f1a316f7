/// The cells of a sheet as people read them, one text for every column of every row, and the width each column needs.
struct TextGrid {
    let titles: [String]
    /// Of the cells alone.
    private(set) var cellWidths: [Int]
    private let rows = RowSpool()

    var count: Int { rows.count }

    /// Of the cells and the title.
    var widths: [Int] { zip(titles, cellWidths).map { max(DisplayWidth.of($0), $1) } }

    init(titles: [String]) {
        self.titles = titles
        cellWidths = titles.map { _ in 0 }
    }

    mutating func append(
        _ row: [Entry], _ emphasis: Emphasis?, wording: inout EntryWording, escaping escape: (String) -> String = { $0 }
    ) throws {
        let cells = titles.indices.map { $0 < row.count ? escape(wording.text(row[$0])) : "" }
        for (index, cell) in cells.enumerated() { cellWidths[index] = max(cellWidths[index], DisplayWidth.of(cell)) }
        try rows.append(cells.map(Entry.text), emphasis)
    }

    func visit(_ body: ([String], Emphasis?) throws -> Void) throws {
        try rows.visit { row, emphasis in
            try body(row.map { if case .text(let text) = $0 { text } else { "" } }, emphasis)
        }
    }
}
