import Documents

/// The rows of a table without ruled lines between them: its lines, put together where the form's labels say so.
///
/// A label broken over lines is found as the words, one below the other, that make a label of the form. The figures of
/// a row stand in the one line of figures beside its label; a row beside which none stands is blank, unless figures
/// were found beside no label.
struct LooseRows {
    fileprivate let text: UnsafeBufferPointer<UInt8>
    private let isLabel: (UInt64) -> Bool
    private let lines: [Line]
    /// Which words belong to a label that was found.
    private var isUsed: [[Bool]]
    private var labels: [Label] = []

    fileprivate struct Line {
        var words: [Word]
        /// One for each column of figures.
        var cells: [Range<Int>]
        var hasFigures: Bool
    }

    fileprivate struct Word {
        var range: Range<Int>
        var columns: Range<Int>
    }

    /// A label of the form: which words it is, from its first line to its last.
    private struct Label {
        var words: [(line: Int, word: Word)]
        var lines: ClosedRange<Int>
    }

    /// A row as it is put together: its labels in order, each by its words, and its cells.
    struct Row {
        var labels: [(words: [Range<Int>], column: Int)]
        /// Nil where it cannot be known which they are.
        var cells: [Range<Int>]?
        /// The first column of figures.
        var start: Int
        /// Of a line in which no label was found, its text.
        var rest: Range<Int>?
    }

    /// A label of the forms takes eight lines in the narrowest column.
    private static let longestLabel = 12

    init(
        _ table: Table, _ lines: Table.Lines, _ text: UnsafeBufferPointer<UInt8>,
        isLabel: @escaping (UInt64) -> Bool
    ) {
        self.text = text
        self.isLabel = isLabel
        let moves = lines.placements.first ?? []
        self.lines = table.rows.dropFirst(lines.headingRows).map { Line($0, lines.labelColumns, moves) }
        isUsed = self.lines.map { $0.words.map { _ in false } }
        start = lines.labelColumns
        isCut = lines.isCut
        findLabels()
    }

    private let start: Int
    private let isCut: Bool

    // MARK: Labels

    private mutating func findLabels() {
        for line in lines.indices {
            for word in lines[line].words.indices where !isUsed[line][word] {
                guard let chain = longestLabel(from: line, word) else { continue }
                for (line, word) in chain { isUsed[line][word] = true }
                labels.append(
                    Label(
                        words: chain.map { ($0, lines[$0].words[$1]) },
                        lines: line...(chain.last?.line ?? line)))
            }
        }
    }

    /// The longest label of the form that begins with a word and goes on in the lines below it.
    private func longestLabel(from line: Int, _ word: Int) -> [(line: Int, word: Int)]? {
        var best: [(line: Int, word: Int)]?
        var open = [(chain: [(line: line, word: word)], bytes: Array(text[lines[line].words[word].range]))]
        while let (chain, bytes) = open.popLast() {
            let key = bytes.withUnsafeBufferPointer { LabelKey.of($0, 0..<$0.count) }
            if let key, isLabel(key), chain.count > best?.count ?? 0 { best = chain }
            guard let last = chain.last, chain.count < Self.longestLabel else { continue }
            let columns = lines[last.line].words[last.word].columns
            for (line, word) in wordsBelow(last.line, columns) {
                open.append((chain + [(line: line, word: word)], bytes + Array(text[lines[line].words[word].range])))
            }
        }
        return best
    }

    /// The words of the next line that has any in these columns; lines of figures and of other labels may stand
    /// between.
    private func wordsBelow(_ line: Int, _ columns: Range<Int>) -> [(line: Int, word: Int)] {
        for next in lines.indices[(line + 1)...].prefix(3) {
            let below = lines[next].words.indices.filter {
                !isUsed[next][$0] && lines[next].words[$0].columns.overlaps(columns)
            }
            if !below.isEmpty { return below.map { (line: next, word: $0) } }
        }
        return []
    }

    // MARK: Rows

    /// The rows in their order. A label over several lines of figures is one of a group.
    var rows: [Row] {
        // A table without labels has no rows but its lines.
        if start == 0 { return lines.map { Row(labels: [], cells: $0.cells, start: 0) } }
        var owners = [[Int]](repeating: [], count: lines.count)
        var isGroup = [Bool](repeating: false, count: labels.count)
        for (number, label) in labels.enumerated() {
            let figures = label.lines.filter { lines[$0].hasFigures }
            isGroup[number] = figures.count > 1
            if figures.count == 1, let line = figures.first { owners[line].append(number) }
        }
        let hasStrays = lines.indices.contains { lines[$0].hasFigures && owners[$0].isEmpty }
        var rows: [Row] = []
        for line in lines.indices {
            for (number, label) in labels.enumerated() where label.lines.lowerBound == line {
                let isBlank = !label.lines.contains { lines[$0].hasFigures }
                if isGroup[number] { rows.append(row([label], cells: nil, isGroup: true)) }
                if isBlank { rows.append(row([label], cells: hasStrays || isCut ? nil : lines[line].cells)) }
            }
            guard lines[line].hasFigures else {
                if isUsed[line].contains(false), let first = lines[line].words.first, let last = lines[line].words.last
                {
                    let rest = first.range.lowerBound..<last.range.upperBound
                    rows.append(Row(labels: [], cells: nil, start: start, rest: rest))
                }
                continue
            }
            let own = owners[line].map { labels[$0] }.sorted {
                ($0.words.first?.word.columns.lowerBound ?? 0) < ($1.words.first?.word.columns.lowerBound ?? 0)
            }
            if !own.isEmpty { rows.append(row(own, cells: holdsFigure(own, line) ? nil : lines[line].cells)) }
            if own.isEmpty, let unknown = unknownRow(line) { rows.append(unknown) }
        }
        return rows
    }

    /// A line of figures with words beside them that are no label of the form: they are told of.
    private func unknownRow(_ line: Int) -> Row? {
        let words = lines[line].words.indices.filter { !isUsed[line][$0] }.map { lines[line].words[$0] }
        guard !words.isEmpty else { return nil }
        return Row(
            labels: words.map { ([$0.range], $0.columns.lowerBound) }, cells: lines[line].cells, start: start)
    }

    /// Whether the first figure of a line may be in a label, which it touches: 部分公开（区6 before a blank cell.
    private func holdsFigure(_ labels: [Label], _ line: Int) -> Bool {
        guard lines[line].cells.first?.isEmpty == true else { return false }
        return labels.contains { label in
            label.words.contains { number, word in
                number == line && word.range.last.map { text[$0] >= 0x30 && text[$0] <= 0x39 } == true
            }
        }
    }

    private func row(_ labels: [Label], cells: [Range<Int>]?, isGroup: Bool = false) -> Row {
        Row(
            labels: labels.map { ($0.words.map(\.word.range), $0.words.first?.word.columns.lowerBound ?? 0) },
            cells: isGroup ? [] : cells, start: start)
    }
}

extension LooseRows {
    /// The rows as those of a grid; `token` understands a cell in its column.
    func tableRows(token: (Range<Int>, Int) -> TableToken) -> [TableRow] {
        rows.compactMap { row in
            if let rest = row.rest { return TableRow(layout: .lossy, tokens: [], range: rest) }
            var tokens = row.labels.compactMap { TableToken(label: $0.words, column: $0.column, text) }
            if let cells = row.cells {
                tokens += cells.enumerated().map { token($1, row.start + $0) }
            } else if let end = tokens.last?.range.upperBound {
                // Not a blank: something that cannot be read.
                tokens.append(TableToken(range: end..<end, column: row.start, key: nil, cell: .other))
            }
            guard let start = tokens.map(\.range.lowerBound).min(), let end = tokens.map(\.range.upperBound).max()
            else { return nil }
            return TableRow(layout: .exact, tokens: tokens, range: start..<end, isGrid: true)
        }
    }
}

extension LooseRows.Line {
    fileprivate init(_ row: [Table.Cell], _ labelColumns: Int, _ moves: [Int?]) {
        words = []
        for (column, cell) in row.prefix(labelColumns).enumerated() where !cell.range.isEmpty {
            if cell.isContinuation, let last = words.last, last.range == cell.range {
                words[words.count - 1].columns = last.columns.lowerBound..<column + 1
            } else if !cell.isContinuation {
                words.append(.init(range: cell.range, columns: column..<column + 1))
            }
        }
        let own = row.dropFirst(labelColumns).map(\.range)
        let end = row.last?.range.upperBound ?? 0
        cells = own.map { _ in end..<end }
        for (from, to) in moves.enumerated() where own.indices.contains(from) {
            if let to, cells.indices.contains(to) { cells[to] = own[from] }
        }
        // What stands in a column of no figures stays there.
        for (column, range) in own.enumerated() where !range.isEmpty && cells[column].isEmpty {
            let isMoved = moves.indices.contains(column) && moves[column] != nil
            if !isMoved { cells[column] = range }
        }
        hasFigures = own.contains { !$0.isEmpty }
    }
}
