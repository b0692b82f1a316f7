import Documents

/// Makes rows of a document's blocks: of grids as they are, of flattened tables by the way their lines look.
///
/// Four ways of flattening a table have been seen, and are told apart line by line: a cell a line, each led by a tab, with a blank line after
/// every row; a row a line, cut by pipes or tabs; a row a line, cut by spaces; a cell a line with or without blank lines between.
/// Only in the first two do blank cells leave a trace.
struct RowSplitter {
    /// Longer lines are prose: no label of any form comes near.
    private static let longestLabel = 330

    private let text: UnsafeBufferPointer<UInt8>
    private let isLabel: (UInt64) -> Bool
    private var rows: [TableRow] = []
    /// The cells of a row that runs over tab-led lines and has not ended yet.
    private var pending: [Range<Int>] = []

    /// `isLabel` tells whether a key belongs to any label of a form; a line that is one is not cut at its spaces.
    init(_ text: UnsafeBufferPointer<UInt8>, isLabel: @escaping (UInt64) -> Bool) {
        self.text = text
        self.isLabel = isLabel
    }

    static func rows(
        of document: Document, _ text: UnsafeBufferPointer<UInt8>, isLabel: @escaping (UInt64) -> Bool
    ) -> [TableRow] {
        var splitter = RowSplitter(text, isLabel: isLabel)
        for block in document.blocks {
            switch block {
            case .paragraph(let range): splitter.line(range)
            case .table(let table): splitter.grid(table)
            }
        }
        splitter.endPending()
        return splitter.rows
    }

    private mutating func grid(_ table: Table) {
        endPending()
        for cells in table.rows {
            let tokens = cells.indices.filter { !cells[$0].isContinuation && !cells[$0].isMissing }.map { token(cells[$0].range, column: $0) }
            guard let first = cells.first, let last = cells.last else { continue }
            rows.append(
                TableRow(
                    layout: .exact, tokens: tokens,
                    range: min(first.range.lowerBound, last.range.lowerBound)..<last.range.upperBound))
        }
    }

    private mutating func line(_ range: Range<Int>) {
        let content = trimmed(range)
        guard !range.isEmpty else { return endPending() }
        guard content.count <= Self.longestLabel || text[range].contains(UInt8(ascii: "|")) else {
            endPending()
            rows.append(TableRow(layout: .prose, tokens: [], range: content))
            return
        }
        let isTabLed = text[range.lowerBound] == 0x09
        if let separator = separator(in: range, content) {
            endPending()
            delimited(range, by: separator)
        } else if isTabLed {
            pending.append(content)
        } else if content.isEmpty {
            endPending()
        } else if let last = pending.last, isBroken(last, before: content) {
            pending[pending.count - 1] = last.lowerBound..<content.upperBound
        } else {
            endPending()
            loose(content)
        }
    }

    /// Whether a line without a tab goes on with the cell before it: a label broken over lines, of which only the first is led by a tab.
    private func isBroken(_ cell: Range<Int>, before line: Range<Int>) -> Bool {
        guard line.count <= 60, CellText(text, cell) == .other, CellText(text, line) == .other else { return false }
        return LabelKey.of(text, line).map { !isLabel($0) } ?? false
    }

    /// The mark that cuts the line into cells: a pipe, or a tab that is not at its start.
    private func separator(in range: Range<Int>, _ content: Range<Int>) -> UInt8? {
        guard range.count <= 4 * Self.longestLabel else { return nil }
        var pipes = 0
        for byte in text[range] where byte == UInt8(ascii: "|") { pipes += 1 }
        if pipes > 1, pipes < content.count { return UInt8(ascii: "|") }
        // A row of blank cells is nothing but tabs; a single blank cell of a tab-led row is one.
        let hasInnerTab =
            content.isEmpty
            ? pending.isEmpty && range.count > 2 && text[range].allSatisfy { $0 == 0x09 }
            : text[content.lowerBound..<range.upperBound].contains(0x09)
        return hasInnerTab ? 0x09 : nil
    }

    private mutating func delimited(_ range: Range<Int>, by separator: UInt8) {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where text[index] == separator {
            cells.append(trimmed(start..<index))
            start = index + 1
        }
        cells.append(trimmed(start..<range.upperBound))
        if separator == UInt8(ascii: "|") {
            // `| a | b |`: outside the first and the last pipe there is no cell.
            if cells.first?.isEmpty == true { cells.removeFirst() }
            if cells.last?.isEmpty == true { cells.removeLast() }
        }
        rows.append(TableRow(layout: .exact, tokens: tokens(cells), range: range))
    }

    /// A line without tabs or pipes: one label, one cell, several cells between spaces, or prose.
    private mutating func loose(_ content: Range<Int>) {
        let whole = token(content, column: 0)
        let isWhole = whole.cell != .other || whole.key.map(isLabel) == true
        rows.append(
            TableRow(
                layout: .lossy, tokens: isWhole ? [whole] : tokens(piecesBetweenSpaces(content)), range: content))
    }

    private func piecesBetweenSpaces(_ range: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var scalars = Scalars(text, range)
        var start: Int?
        while true {
            let position = scalars.position
            guard let scalar = scalars.next() else { break }
            if ScalarClass.isSpace(scalar) || scalar == 0x7C {
                if let from = start { pieces.append(from..<position) }
                start = nil
            } else if start == nil {
                start = position
            }
        }
        if let from = start { pieces.append(from..<range.upperBound) }
        return pieces
    }

    private mutating func endPending() {
        guard let first = pending.first, let last = pending.last else { return }
        rows.append(
            TableRow(
                layout: .exact, tokens: tokens(pending),
                range: first.lowerBound..<max(first.upperBound, last.upperBound)))
        pending.removeAll(keepingCapacity: true)
    }

    private func tokens(_ ranges: [Range<Int>]) -> [TableToken] {
        ranges.enumerated().map { token($1, column: $0) }
    }

    private func token(_ range: Range<Int>, column: Int) -> TableToken {
        let cell = CellText(text, range)
        // Only what is no number or mark can be a label, and only labels need a key.
        let key = cell == .other ? LabelKey.of(text, range) : nil
        return TableToken(range: range, column: column, key: key, cell: cell)
    }

    /// The range without the spaces at both ends; of a blank cell, an empty range where its text would stand.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var scalars = Scalars(text, range)
        var start = range.upperBound
        var end = range.lowerBound
        while true {
            let position = scalars.position
            guard let scalar = scalars.next() else { break }
            guard !ScalarClass.isSpace(scalar) else { continue }
            start = min(start, position)
            end = scalars.position
        }
        return start < end ? start..<end : range.upperBound..<range.upperBound
    }
}
