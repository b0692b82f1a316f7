import Values

/// A table without ruled lines between its rows: headings, and below them lines of text, of which one row may take
/// several.
///
/// Which lines are one row is not told here, since only the form's labels tell where a label that is broken over lines
/// ends.
struct PDFLoose {
    private let heading: [PDFLine]
    private let body: [PDFLine]
    private let columns: PDFColumns
    /// Where the labels end and the figures begin.
    private let edge: Double
    private let labels: [PDFColumns.Band]
    /// Whether the page's edge cuts the table.
    private let isCut: Bool

    /// Nil where there are neither figures nor headings over a place where some could stand.
    init?(heading: [PDFLine], body: [PDFLine]) {
        let figures = body.flatMap(\.words).filter(\.isFigure)
        guard !figures.isEmpty || !heading.isEmpty && !body.isEmpty else { return nil }
        // A number of its own may stand before labels; what is left of the labels' end is no column of figures.
        let leftmost = figures.map(\.box.left).min() ?? .infinity
        let lines = figures.isEmpty ? body : body.filter(\.isOfFigures)
        let ends = lines.flatMap(\.words).filter { !$0.isFigure && $0.box.left < leftmost }.map(\.box.right)
        edge = min(ends.max() ?? -.infinity, leftmost)
        self.heading = heading
        self.body = body
        isCut = (heading + body).contains(where: \.isCut)
        let edge = self.edge
        columns = PDFColumns(
            headings: heading.flatMap(\.words).filter { $0.box.centre.x > edge },
            figures: figures.filter { $0.box.centre.x > edge })
        labels = Self.bands(of: body.flatMap(\.words).filter { $0.box.centre.x <= edge })
    }

    /// The bands of label columns, the narrowest labels first; a label over several columns spans them.
    private static func bands(of words: [PDFWord]) -> [PDFColumns.Band] {
        var bands: [PDFColumns.Band] = []
        for word in words.sorted(by: { $0.box.width < $1.box.width }) {
            let band = PDFColumns.Band(word.box)
            let hit = bands.indices.filter { bands[$0].overlaps(band) }
            if hit.isEmpty { bands.append(band) }
            if hit.count == 1, let only = hit.first { bands[only].formUnion(band) }
        }
        return bands.sorted { $0.left < $1.left }
    }

    // MARK: Writing down

    var grid: Grid {
        var grid = Grid()
        var row = 0
        for cells in headingRows + body.map(cells) {
            grid.cells += cells.map { cell in
                var cell = cell
                cell.row = row
                return cell
            }
            row += 1
        }
        grid.lines = Table.Lines(
            headingRows: headingRows.count, labelColumns: labels.count, placements: columns.placements.map(whole),
            isCut: isCut)
        return grid
    }

    /// A placement by all columns: where what stands in each column of the likeliest one goes, nil of columns in which
    /// nothing does.
    private func whole(_ placement: [Int]) -> [Int?] {
        var moves = [Int?](repeating: nil, count: columns.headings.count)
        guard let first = columns.placements.first else { return moves }
        for (from, to) in zip(first, placement) { moves[from] = to }
        return moves
    }

    /// The texts of a line's cells. Of what stands between columns or over several, and where columns cannot be told at
    /// all, it cannot be known whose it is, so none of them is blank.
    private func texts(of line: PDFLine) -> [String] {
        var texts = [String](repeating: "", count: columns.headings.count)
        for word in line.words where word.box.centre.x > edge {
            if let column = columns.column(of: word.box) {
                texts[column] = PDFLine.joined([texts[column], word.text])
            } else if let span = columns.span(of: word.box), span.count == 1 {
                texts[span.lowerBound] = PDFLine.joined([texts[span.lowerBound], word.text])
            } else {
                for column in columns.span(of: word.box) ?? texts.startIndex..<texts.endIndex {
                    texts[column] += PDFCellText.unread
                }
            }
        }
        if columns.placements.isEmpty { return texts.map { _ in PDFCellText.unread } }
        // Beyond the page's edge nothing is seen, and nothing is blank.
        let isRow = texts.contains { !$0.isEmpty }
        if isCut, isRow, let last = texts.indices.last, texts[last].isEmpty { texts[last] = PDFCellText.unread }
        return texts
    }

    /// A line of the body: its labels, and a cell for every column, blank where nothing stands.
    private func cells(of line: PDFLine) -> [Grid.Cell] {
        var cells: [Grid.Cell] = []
        for word in line.words where word.box.centre.x <= edge {
            let hit = labels.indices.filter { labels[$0].overlaps(PDFColumns.Band(word.box)) }
            guard let first = hit.first, let last = hit.last else { continue }
            if let before = cells.last, before.column + before.columnSpan > first {
                cells[cells.count - 1].text += Array(word.text.utf8)
                cells[cells.count - 1].columnSpan = last + 1 - before.column
            } else {
                cells.append(
                    Grid.Cell(row: 0, column: first, columnSpan: last + 1 - first, text: Array(word.text.utf8)))
            }
        }
        for column in labels.indices
        where !cells.contains(where: { $0.column <= column && column < $0.column + $0.columnSpan }) {
            cells.append(Grid.Cell(row: 0, column: column, text: []))
        }
        cells.sort { $0.column < $1.column }
        return cells
            + texts(of: line).enumerated().map { Grid.Cell(row: 0, column: labels.count + $0, text: Array($1.utf8)) }
    }

    // MARK: Headings

    /// The headings that stand over others, each a row, and then those of the columns themselves in one.
    ///
    /// How far a heading reaches over others is not seen, nor in what order their levels stand: they are put down from
    /// left to right.
    private var headingRows: [[Grid.Cell]] {
        var above: [(x: Double, cell: Grid.Cell)] = []
        var leaves = [[PDFWord]](repeating: [], count: columns.headings.count)
        let corner = heading.flatMap(\.words).filter { $0.box.centre.x <= edge }
        for line in heading {
            for word in line.words where word.box.centre.x > edge {
                guard let span = columns.span(of: word.box) else { continue }
                if span.count > 1 {
                    above.append((word.box.centre.x, cell(word.text, span)))
                } else {
                    if let last = leaves[span.lowerBound].last, !last.isContinued(by: word) {
                        let text = PDFLine.joined(leaves[span.lowerBound].map(\.text))
                        above.append((last.box.centre.x, cell(text, span)))
                        leaves[span.lowerBound] = []
                    }
                    leaves[span.lowerBound].append(word)
                }
            }
        }
        var row =
            corner.isEmpty || labels.isEmpty
            ? []
            : [
                Grid.Cell(
                    row: 0, column: 0, columnSpan: labels.count, text: Array(PDFLine.joined(corner.map(\.text)).utf8))
            ]
        for (column, words) in leaves.enumerated() {
            row.append(cell(PDFLine.joined(words.map(\.text)), column..<column + 1))
        }
        return heading.isEmpty ? [] : above.sorted { $0.x < $1.x }.map { [$0.cell] } + [row]
    }

    private func cell(_ text: String, _ span: Range<Int>) -> Grid.Cell {
        Grid.Cell(row: 0, column: labels.count + span.lowerBound, columnSpan: span.count, text: Array(text.utf8))
    }
}

extension PDFWord {
    /// Whether another word is the next line of the same heading: close below it, and on the same axis.
    func isContinued(by below: PDFWord) -> Bool {
        let size = max(size, below.size)
        return below.box.centre.y - box.centre.y < 1.75 * size
            && (abs(box.centre.x - below.box.centre.x) < 0.6 * size || abs(box.left - below.box.left) < 0.6 * size
                || abs(box.right - below.box.right) < 0.6 * size)
    }

    /// Whether it is what cells of figures hold: a number, or a mark for none.
    var isFigure: Bool {
        AbsenceWords.all.contains { $0.withUTF8Buffer(text.utf8.elementsEqual) }
            || text.count <= 12 && text.allSatisfy { $0.isNumber && $0.isASCII || ".,/-—–－−+%／".contains($0) }
    }
}

extension PDFLine {
    /// Whether figures stand in it that are no part of a sentence: apart from their neighbours by more than a letter.
    var isOfFigures: Bool {
        guard !isOfContents else { return false }
        guard words.count > 1 else { return words.first?.isFigure ?? false }
        return words.indices.contains { index in
            let word = words[index]
            let before = index == 0 ? .infinity : word.box.left - words[index - 1].box.right
            let after = index + 1 == words.count ? .infinity : words[index + 1].box.left - word.box.right
            return word.isFigure && min(before, after) > size * 0.8
        }
    }
    /// Whether it is one of a table of contents: a heading, dots and the number of a page.
    var isOfContents: Bool {
        guard let last = words.last?.text.last, last.isNumber else { return false }
        let dots = words.reduce(0) { $0 + $1.text.count { ".…·⋯".contains($0) } }
        return dots > 3 || words.contains { $0.text.contains("……") }
    }
}
