/// How wide the columns of a table are so that it fits a window: text is wrapped, numbers never are.
enum ColumnFit {
    /// Columns of text get at least this, or what they need if that is less.
    private static let narrowest = 12

    /// The width of each column; nil where there is no room for all of them side by side.
    static func widths(of grid: TextGrid, _ columns: [Column], gap: Int, within width: Int) -> [Int]? {
        let natural = grid.widths
        let room = width - gap * max(0, columns.count - 1)
        if natural.reduce(0, +) <= room { return natural }
        let least = columns.indices.map { index in
            let title = DisplayWidth.of(grid.titles[index])
            // A title may take two lines; half of its characters are wide.
            let half = max(min(title, 4), (title + 3) / 4 * 2)
            switch columns[index].kind {
            case .number: return max(grid.cellWidths[index], half)
            case .text: return min(natural[index], max(narrowest, half))
            }
        }
        guard least.reduce(0, +) <= room else { return nil }
        func leveled(_ level: Int) -> [Int] {
            columns.indices.map { index in
                columns[index].kind == .number ? least[index] : min(natural[index], max(least[index], level))
            }
        }
        var widths = least
        for level in narrowest...max(narrowest, width) {
            let wider = leveled(level)
            if wider.reduce(0, +) > room { break }
            widths = wider
        }
        // What is left goes to the titles of numbers, from the left.
        for index in columns.indices where columns[index].kind == .number {
            let rest = room - widths.reduce(0, +)
            if natural[index] - widths[index] <= rest { widths[index] = natural[index] }
        }
        return widths
    }
}
