import Values

/// A sheet that is too wide for its window: each row as a record, a line for each of its columns.
struct Records {
    private static let widestTitle = 24

    private let sheet: Sheet
    private let grid: TextGrid
    private let titles: [String]
    private let width: Int
    private let hasColours: Bool

    init(_ sheet: Sheet, _ grid: TextGrid, _ layout: HeaderLayout, _ wording: EntryWording, _ window: Window?) {
        self.sheet = sheet
        self.grid = grid
        titles = grid.titles.enumerated().map { layout.path(to: $0, own: $1, by: wording.title) }
        width = window?.width ?? .max
        hasColours = window?.hasColours == true
    }

    func append(into bytes: inout [UInt8]) {
        let titleWidth = min(Self.widestTitle, max(2, width / 2 - 2), titles.map(DisplayWidth.of).max() ?? 0)
        let room = max(8, width - titleWidth - 2)
        for (number, cells) in grid.rows.enumerated() {
            bytes.append(contentsOf: "\(rule(number))\n".utf8)
            for (title, cell) in zip(titles, cells) where !cell.isEmpty {
                let names = LineWrap.lines(title, width: titleWidth)
                let lines = LineWrap.lines(cell, width: room)
                for line in 0..<max(names.count, lines.count) {
                    let name = line < names.count ? names[line] : ""
                    let padding = String(repeating: " ", count: titleWidth - DisplayWidth.of(name) + 2)
                    let text = line < lines.count ? lines[line] : ""
                    bytes.append(contentsOf: (text.isEmpty ? name : name + padding + text).utf8)
                    bytes.append(UInt8(ascii: "\n"))
                }
            }
        }
    }

    /// `-[ 3/12 ]--------`
    private func rule(_ number: Int) -> String {
        let head = "-[ \(number + 1)/\(grid.rows.count) ]"
        let line = head + String(repeating: "-", count: max(0, min(width, 60) - head.count))
        guard hasColours, let emphasis = sheet.emphases[number] else { return line }
        return Colour.begin(emphasis) + line + Colour.end
    }
}
