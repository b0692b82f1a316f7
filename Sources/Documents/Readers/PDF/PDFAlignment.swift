/// Tables without ruled lines, told by where their words stand below one another.
///
/// A table is taken for one only if a heading stands over every column of figures: otherwise nothing tells whether a column
/// is blank throughout, and its lines are left as lines, where missing cells show as missing.
struct PDFAlignment {
    struct Column: Equatable {
        var left: Double
        var right: Double

        func overlaps(_ box: PDFBox) -> Bool { min(right, box.right) - max(left, box.left) > 1 }
    }

    private let lines: [PDFLine]
    private let size: Double
    /// The first line with figures; what stands above is the heading.
    private var firstData: Int
    private(set) var columns: [Column]
    private var firstFigureColumn = 0
    private var rows: [Row] = []
    private var groups: [Group] = []

    /// Takes lines that may be a table; `known` are the columns of one that the page before ended with.
    init?(_ lines: [PDFLine], known: [Column]) {
        guard let first = lines.firstIndex(where: \.isOfFigures) else { return nil }
        self.lines = lines
        firstData = first
        size = lines.map(\.size).max() ?? 10
        columns = known
        let figures = lines.filter(\.isOfFigures).flatMap(\.words).filter(\.isFigure)
        guard figures.count > 2 else { return nil }
        let others = lines.flatMap(\.words).filter { !$0.isFigure }
        let byWidth = { (one: PDFWord, other: PDFWord) in one.width < other.width }
        for word in figures.sorted(by: byWidth) + others.sorted(by: byWidth) { addColumn(for: word) }
        columns.sort { $0.left < $1.left }
        let leftmost = figures.map(\.box.left).min() ?? 0
        firstFigureColumn = columns.firstIndex { $0.right > leftmost } ?? 0
        // The label of the first row may begin above its figures.
        let isLabel = { (line: PDFLine) in line.words.allSatisfy { $0.box.right < leftmost } }
        while firstData > 0, isLabel(lines[firstData - 1]),
            lines[first].box.centre.y - lines[firstData - 1].box.centre.y < 1.6 * size
        { firstData -= 1 }
        let isContinued = !known.isEmpty && known.count == columns.count
        if isContinued { columns = known }
        guard columns.count > 1, isContinued || figures.allSatisfy(hasHeading) else { return nil }
        let heading = headingRows()
        guard let body = bodyRows() else { return nil }
        rows = heading + body.rows
        groups = body.groups.map { Group(column: $0.column, rows: $0.rows.shifted(by: heading.count), text: $0.text) }
    }

    /// The narrowest words come first: one that stands alone begins a column, one over several columns spans them.
    private mutating func addColumn(for word: PDFWord) {
        let hit = columns.indices.filter { columns[$0].overlaps(word.box) }
        guard let only = hit.first else {
            columns.append(Column(left: word.box.left, right: word.box.right))
            return
        }
        guard hit.count == 1 else { return }
        columns[only].left = min(columns[only].left, word.box.left)
        columns[only].right = max(columns[only].right, word.box.right)
    }

    private func hasHeading(_ figure: PDFWord) -> Bool {
        guard let column = columns.first(where: { $0.overlaps(figure.box) }) else { return false }
        return lines[..<firstData].contains { $0.words.contains { !$0.isFigure && column.overlaps($0.box) } }
    }

    var table: PDFTable {
        let box = PDFBox(
            left: columns.first?.left ?? 0, top: lines.first?.box.top ?? 0, right: columns.last?.right ?? 0,
            bottom: lines.last?.box.bottom ?? 0)
        return PDFTable(
            cells: rows.indices.flatMap(cells), rowCount: rows.count,
            sides: columns.map(\.left) + [columns.last?.right ?? 0], box: box)
    }

    /// What stands in one row: words by the range of columns they stand in.
    private struct Row {
        var y: Double
        var words: [PDFWord]
    }

    /// A word over several columns makes a row with its line; the rest of the heading is one row, however its lines break.
    private func headingRows() -> [Row] {
        var spanning: [Row] = []
        var leaves: [PDFWord] = []
        for line in lines[..<firstData] {
            let wide = line.words.filter { span(of: $0).count > 1 }
            leaves += line.words.filter { span(of: $0).count < 2 }
            if !wide.isEmpty { spanning.append(Row(y: line.box.centre.y, words: wide)) }
        }
        return spanning + (leaves.isEmpty ? [] : [Row(y: 0, words: leaves)])
    }

    /// A row for each line of figures. Other lines belong to the row whose label they wrap, or are rows whose cells are blank.
    private func bodyRows() -> (rows: [Row], groups: [Group])? {
        var labels: [PDFWord] = []
        var body: [PDFLine] = []
        for var line in lines[firstData...] {
            labels += line.words.filter(isGroupLabel)
            line.words.removeAll(where: isGroupLabel)
            if !line.words.isEmpty { body.append(line) }
        }
        var rows = body.filter(\.isOfFigures).map { Row(y: $0.box.centre.y, words: $0.words) }
        for line in body where !line.isOfFigures {
            let y = line.box.centre.y
            let nearest = nearest(to: y, of: rows)
            if let nearest, abs(rows[nearest].y - y) < reach(of: rows[nearest], to: line) * size {
                rows[nearest].words += line.words
            } else {
                rows.append(Row(y: y, words: line.words))
                rows.sort { $0.y < $1.y }
            }
        }
        return groups(of: labels, over: rows).map { (rows, $0) }
    }

    /// How far, in letters, a line of a label may be from the figures of its row. One that begins an item cannot continue another.
    private func reach(of row: Row, to line: PDFLine) -> Double {
        let beginsItem = line.words.first?.beginsItem ?? false
        return beginsItem && row.words.contains(where: \.beginsItem) ? 0.5 : 1.6
    }

    /// A label that stands in the middle of the rows it belongs to, left of the labels of the rows themselves.
    private struct Group {
        var column: Int
        var rows: Range<Int>
        var text: String
    }

    private func isGroupLabel(_ word: PDFWord) -> Bool {
        let columns = span(of: word)
        return columns.count == 1 && columns.upperBound < firstFigureColumn
    }

    /// Labels are put together from their lines. One that is alone in a run of rows without another belongs to the whole run;
    /// several share it by its items, which are numbered from 1 in each group. Nil where that does not tell.
    private func groups(of words: [PDFWord], over rows: [Row]) -> [Group]? {
        var groups: [Group] = []
        for column in 0..<max(firstFigureColumn - 1, 0) {
            let blocks = blocks(of: words.filter { span(of: $0).lowerBound == column })
            for run in freeRuns(of: column, rows) {
                let inside = blocks.filter { block in
                    let middle = Self.middle(of: block)
                    return nearest(to: middle, of: rows).map(run.contains) ?? false
                }
                let isOutermost = column == 0 && firstFigureColumn > 2
                if let only = inside.first, inside.count == 1, isOutermost || numbered(run, rows).isEmpty {
                    groups.append(Group(column: column, rows: run, text: Self.text(of: only)))
                    continue
                }
                for block in inside {
                    let part = numbered(run, rows).first { part in
                        nearest(to: Self.middle(of: block), of: rows).map(part.contains) ?? false
                    }
                    guard let part, !groups.contains(where: { $0.column == column && $0.rows == part }) else {
                        return nil
                    }
                    groups.append(Group(column: column, rows: part, text: Self.text(of: block)))
                }
            }
        }
        return groups
    }

    /// Runs of rows with nothing in a column.
    private func freeRuns(of column: Int, _ rows: [Row]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, row) in rows.enumerated() where !row.words.contains(where: { span(of: $0).contains(column) }) {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    /// The parts of a run whose labels are numbered 1, 2, 3 …; a row with another label is in none.
    private func numbered(_ run: Range<Int>, _ rows: [Row]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        for index in run {
            let label = PDFLine.lines(of: rows[index].words.filter { !$0.isFigure }).first?.words.first?.text ?? ""
            guard label.first?.isNumber ?? false, label.dropFirst().first.map({ ".．、".contains($0) }) ?? false else {
                continue
            }
            if label.first != "1", let last = parts.last, last.upperBound == index {
                parts[parts.count - 1] = last.lowerBound..<index + 1
            } else {
                parts.append(index..<index + 1)
            }
        }
        return parts
    }

    private func nearest(to y: Double, of rows: [Row]) -> Int? {
        rows.indices.min { abs(rows[$0].y - y) < abs(rows[$1].y - y) }
    }

    private static func middle(of block: [PDFLine]) -> Double {
        ((block.first?.box.centre.y ?? 0) + (block.last?.box.centre.y ?? 0)) / 2
    }

    private static func text(of block: [PDFLine]) -> String {
        PDFLine.joined(block.map { PDFLine.joined($0.words.map(\.text)) })
    }

    /// Lines that follow each other closely.
    private func blocks(of words: [PDFWord]) -> [[PDFLine]] {
        var blocks: [[PDFLine]] = []
        for line in PDFLine.lines(of: words) {
            if let last = blocks.last?.last, line.box.centre.y - last.box.centre.y < size * 1.8 {
                blocks[blocks.count - 1].append(line)
            } else {
                blocks.append([line])
            }
        }
        return blocks
    }

    private func span(of word: PDFWord) -> Range<Int> {
        let hit = columns.indices.filter { columns[$0].overlaps(word.box) }
        guard let first = hit.first, let last = hit.last else {
            let next = columns.firstIndex { $0.left > word.box.left } ?? columns.count
            return max(next - 1, 0)..<max(next, 1)
        }
        return first..<last + 1
    }

    /// A cell for each column, one for those that a word spans.
    private func cells(of index: Int) -> [PDFTable.Cell] {
        let row = rows[index]
        var cells: [PDFTable.Cell] = []
        var column = 0
        while column < columns.count {
            if let group = groups.first(where: { $0.column == column && $0.rows.contains(index) }) {
                if group.rows.lowerBound == index {
                    cells.append(cell(index, column..<column + 1, group.text, rowSpan: group.rows.count))
                }
                column += 1
                continue
            }
            var end = column + 1
            var words: [PDFWord] = []
            for word in row.words where span(of: word).lowerBound == column {
                words.append(word)
                end = max(end, span(of: word).upperBound)
            }
            let overlapped = row.words.filter { (column + 1..<end).contains(span(of: $0).lowerBound) }
            let texts = PDFLine.lines(of: words + overlapped).map { PDFLine.joined($0.words.map(\.text)) }
            cells.append(cell(index, column..<end, PDFLine.joined(texts)))
            column = end
        }
        return cells
    }

    private func cell(_ row: Int, _ span: Range<Int>, _ text: String, rowSpan: Int = 1) -> PDFTable.Cell {
        PDFTable.Cell(row: row, rowSpan: rowSpan, columns: span, text: text)
    }
}

extension Range<Int> {
    fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}

extension PDFWord {
    fileprivate var width: Double { box.right - box.left }

    fileprivate var beginsItem: Bool { PDFLine.beginsItem(text) }

    /// Whether it is what cells of figures hold: a number, or a mark for none.
    var isFigure: Bool {
        text == "无" || text.count <= 12 && text.allSatisfy { $0.isNumber && $0.isASCII || ".,/-—–+%".contains($0) }
    }
}

extension PDFLine {
    /// Whether figures stand in it that are no part of a sentence: apart from their neighbours by more than a letter.
    var isOfFigures: Bool {
        guard words.count > 1 else { return words.first?.isFigure ?? false }
        return words.indices.contains { index in
            let word = words[index]
            let before = index == 0 ? .infinity : word.box.left - words[index - 1].box.right
            let after = index + 1 == words.count ? .infinity : words[index + 1].box.left - word.box.right
            return word.isFigure && min(before, after) > size
        }
    }

    /// Whether its words stand apart from each other as headings of narrow columns do, by a third of a letter at least.
    var isSpread: Bool {
        words.count > 2 && zip(words, words.dropFirst()).allSatisfy { $1.box.left - $0.box.right > size * 0.3 }
    }
}
