import Values

/// A sheet that is too wide for its window: each row as a record, a line for each of its columns.
struct Records {
    private static let widestTitle = 24

    private let grid: TextGrid
    private let titles: [String]
    private let width: Int
    private let titleWidth: Int
    private let room: Int
    private let hasColours: Bool

    init(_ grid: TextGrid, _ layout: HeaderLayout, _ wording: EntryWording, _ window: Window?) {
        self.grid = grid
        titles = grid.titles.enumerated().map { layout.path(to: $0, own: $1, by: wording.title) }
        width = window?.width ?? .max
        titleWidth = min(Self.widestTitle, max(2, width / 2 - 2), titles.map(DisplayWidth.of).max() ?? 0)
        room = max(8, width - titleWidth - 2)
        hasColours = window?.hasColours == true
    }

    func append(to output: OutputBuffer) throws {
        var number = 0
        try grid.visit { cells, emphasis in
            number += 1
            append(cells.map(\.text), rule(number, emphasis), into: &output.bytes)
            try output.flushIfFull()
        }
    }

    private func append(_ cells: [String], _ rule: String, into bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\(rule)\n".utf8)
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

    /// `-[ 3/12 ]--------`
    private func rule(_ number: Int, _ emphasis: Emphasis?) -> String {
        let head = "-[ \(number)/\(grid.count) ]"
        let line = head + String(repeating: "-", count: max(0, min(width, 60) - head.count))
        guard hasColours, let emphasis else { return line }
        return Colour.begin(emphasis) + line + Colour.end
    }
}
