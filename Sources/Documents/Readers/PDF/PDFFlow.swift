/// The text of a PDF in reading order: paragraphs put together from lines, and tables put together from pages.
struct PDFFlow {
    private enum Item {
        case line(PDFLine)
        case table(PDFTable)

        var top: Double {
            switch self {
            case .line(let line): line.box.top
            case .table(let table): table.box.top
            }
        }
    }

    private var pieces: [Piece] = []
    /// The lines of text that were recognised, in order.
    private(set) var seenLines: [SeenLine] = []
    /// Lines since the last ruled table; tables without rules among them may run over pages.
    private var lines: [PDFLine] = []
    /// A table at the end of a page, which the next may continue.
    private var openTable: PDFTable?
    /// Where the text's lines begin and end, over all pages.
    private let margins: ClosedRange<Double>
    /// Between which of them running text stands.
    private var measure: ClosedRange<Double>
    /// Running heads and feet: lines at the edge of a page that stand on others too, but for their numbers.
    private let running: Set<String>
    /// What their type is no larger than; a title that is printed again above the text, behind its contents, is none.
    private let runningSize: Double

    init(pages: [PDFPage]) {
        let lines = pages.map(\.lines)
        let left = lines.joined().map(\.box.left).min() ?? 0
        margins = left...max(lines.joined().map(\.box.right).max() ?? left, left)
        measure = margins
        var seen: [String: Int] = [:]
        var inner = Set<String>()
        for (page, lines) in zip(pages, lines) {
            for line in Set(lines.filter { Self.isAtEdge($0, of: page) }.map(Self.withoutNumbers)) {
                seen[line, default: 0] += 1
            }
            // The headings of a table that runs over pages are printed at the top of each, but for the first.
            inner.formUnion(lines.filter { !Self.isAtEdge($0, of: page) }.map(Self.withoutNumbers))
        }
        let sizes = lines.joined().map(\.size).sorted()
        runningSize = sizes.isEmpty ? 0 : sizes[sizes.count / 2] * 1.2
        running = Set(seen.filter { $0.value > 1 && $0.key.contains(where: \.isLetter) }.keys).subtracting(inner)
        let text = zip(pages, lines).flatMap { page, lines in lines.filter { !isFurniture($0, of: page) } }
        measure = PDFText.measure(of: text, within: margins)
    }

    mutating func read(_ page: PDFPage) {
        let (tables, rest) = PDFLattice.tables(of: withoutFurniture(page))
        let lines = rest.lines.filter { !isFurniture($0, of: page) }
        if let scan = page.scan { seenLines += lines.map { SeenLine(text: $0.text, place: scan.place(of: $0.box)) } }
        let items = (tables.map(Item.table) + lines.map(Item.line)).sorted { $0.top < $1.top }
        // The page goes on below the one before, where a line would follow.
        let shift =
            zip(self.lines.suffix(1), lines.prefix(1)).map { $0.box.bottom + 0.45 * $0.size - $1.box.top }.first ?? 0
        for (index, item) in items.enumerated() {
            switch item {
            case .line(let line):
                closeTable()
                self.lines.append(line.shifted(down: shift))
            case .table(let table):
                closeLines()
                if index == 0, var open = openTable, table.continues(open) {
                    open.append(table)
                    openTable = open
                } else {
                    closeTable()
                    openTable = table
                }
            }
        }
    }

    mutating func finished() -> [Piece] {
        closeTable()
        closeLines()
        return pieces
    }

    private mutating func closeLines() {
        pieces += PDFText(lines, margins: margins, measure: measure).pieces
        lines = []
    }

    private mutating func closeTable() {
        if let table = openTable { pieces.append(.grid(table.grid)) }
        openTable = nil
    }

    private func isFurniture(_ line: PDFLine, of page: PDFPage) -> Bool {
        guard Self.isAtEdge(line, of: page) else { return false }
        return running.contains(Self.withoutNumbers(line)) && line.size <= runningSize || Self.isPageNumber(line.text)
    }

    /// The page without running heads and feet beyond all its ruled lines: right below a row that the page's end cuts,
    /// which no line closes, they would be its words.
    private func withoutFurniture(_ page: PDFPage) -> PDFPage {
        let ends = page.rules.flatMap { $0.isHorizontal ? [$0.at] : [$0.start, $0.end] }
        guard let top = ends.min(), let bottom = ends.max() else { return page }
        let furniture = page.lines.filter { line in
            isFurniture(line, of: page) && (line.box.centre.y < top || line.box.centre.y > bottom)
        }
        guard !furniture.isEmpty else { return page }
        var page = page
        page.glyphs.removeAll { glyph in furniture.contains { $0.box.contains(glyph.box.centre) } }
        return page
    }

    /// The outer tenth of a page at its top and bottom.
    private static func isAtEdge(_ line: PDFLine, of page: PDFPage) -> Bool {
        line.box.bottom < page.height * 0.1 || line.box.top > page.height * 0.9
    }

    private static func withoutNumbers(_ line: PDFLine) -> String { line.text.filter { !$0.isNumber } }

    /// `3`, `- 3 -`, `— 3 —`, `3/7`, `第 3 页 共 7 页`.
    private static func isPageNumber(_ text: String) -> Bool {
        let rest = text.filter { !" \t-–—─・·/第页共".contains($0) }
        return !rest.isEmpty && rest.count < 7 && rest.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
