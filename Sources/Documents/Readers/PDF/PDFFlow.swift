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
    private var paragraph = ""
    /// The line that the paragraph ends with so far.
    private var lastLine: PDFLine?
    /// A table at the end of a page, which the next may continue.
    private var openTable: PDFTable?
    /// The columns of the last table that had no ruled lines, if the page ended with it.
    private var openColumns: [PDFAlignment.Column] = []
    /// Where the text's lines begin and end, over all pages.
    private let margins: ClosedRange<Double>
    /// Running heads and feet: lines at the edge of a page that stand on others too, but for their numbers.
    private let running: Set<String>

    init(pages: [PDFPage]) {
        let lines = pages.map(\.lines)
        let left = lines.joined().map(\.box.left).min() ?? 0
        margins = left...max(lines.joined().map(\.box.right).max() ?? left, left)
        var seen: [String: Int] = [:]
        for (page, lines) in zip(pages, lines) {
            for line in Set(lines.filter { Self.isAtEdge($0, of: page) }.map(Self.withoutNumbers)) {
                seen[line, default: 0] += 1
            }
        }
        running = Set(seen.filter { $0.value > 1 && $0.key.contains(where: \.isLetter) }.keys)
    }

    mutating func read(_ page: PDFPage) {
        let (tables, rest) = PDFLattice.tables(of: page)
        let lines = rest.lines.filter { !isFurniture($0, of: page) }
        var items = tables.map(Item.table)
        for run in runs(of: lines) {
            let known = items.isEmpty && run.start == 0 ? openColumns : []
            if run.isOfFigures, let aligned = PDFAlignment(run.lines, known: known) {
                items.append(.table(aligned.table))
                openColumns = aligned.columns
            } else {
                items += run.lines.map(Item.line)
                openColumns = []
            }
        }
        items.sort { $0.top < $1.top }
        for (index, item) in items.enumerated() {
            switch item {
            case .line(let line):
                closeTable()
                add(line)
            case .table(let table):
                endParagraph()
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
        endParagraph()
        closeTable()
        return pieces
    }

    private struct Run {
        var start: Int
        var lines: [PDFLine]
        var isOfFigures: Bool
    }

    /// Lines that may be a table without ruled lines, from the first of its heading to the last with figures, and those between.
    private func runs(of lines: [PDFLine]) -> [Run] {
        var runs: [Run] = []
        var isTable = lines.map(\.isOfFigures)
        for index in lines.indices.dropFirst() where isTable[index - 1] && !isTable[index] {
            // Lines between figures are labels; those behind the last figures are, where they wrap one.
            let next = lines.indices.suffix(from: index).prefix { !isText($0, of: lines) }
            if let last = next.last(where: { lines[$0].isOfFigures }) {
                for row in index...last { isTable[row] = true }
            }
        }
        for index in lines.indices.reversed().dropFirst() where isTable[index + 1] && !isTable[index] {
            isTable[index] = !isText(index, of: lines)
        }
        for (index, line) in lines.enumerated() {
            if let last = runs.last, last.isOfFigures == isTable[index] {
                runs[runs.count - 1].lines.append(line)
            } else {
                runs.append(Run(start: index, lines: [line], isOfFigures: isTable[index]))
            }
        }
        return runs
    }

    /// Whether a line is of running text: nearly as wide as the page, or alone from the left margin and not close to figures,
    /// as the second line of a label is.
    private func isText(_ index: Int, of lines: [PDFLine]) -> Bool {
        let line = lines[index]
        guard !line.isOfFigures, !line.isSpread, !line.text.contains("\t") else { return false }
        if line.box.right - line.box.left > (margins.upperBound - margins.lowerBound) * 0.6 { return true }
        let isClose = [index - 1, index + 1].contains {
            lines.indices.contains($0) && lines[$0].isOfFigures
                && abs(lines[$0].box.centre.y - line.box.centre.y) < 1.8 * line.size
        }
        return line.box.left < margins.lowerBound + line.size && !isClose
    }

    /// A line continues the paragraph if the one before ran to the right margin and it begins at the left one, close below.
    private mutating func add(_ line: PDFLine) {
        if let last = lastLine {
            let size = last.size
            let isFull = last.box.right > margins.upperBound - 2 * size
            let isIndented = line.box.left > margins.lowerBound + size
            let isNear = line.box.centre.y - last.box.centre.y < size * 2.2
            if !isFull || isIndented || !isNear || abs(line.size - size) > 2 { endParagraph() }
        }
        paragraph = PDFLine.joined([paragraph, line.text])
        lastLine = line
    }

    private mutating func endParagraph() {
        if lastLine != nil { pieces.append(.line(Array(paragraph.utf8))) }
        paragraph = ""
        lastLine = nil
    }

    private mutating func closeTable() {
        if let table = openTable { pieces.append(.grid(table.grid)) }
        openTable = nil
    }

    private func isFurniture(_ line: PDFLine, of page: PDFPage) -> Bool {
        guard Self.isAtEdge(line, of: page) else { return false }
        return running.contains(Self.withoutNumbers(line)) || Self.isPageNumber(line.text)
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
