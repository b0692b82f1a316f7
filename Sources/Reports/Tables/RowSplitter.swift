import Documents

/// Makes rows of a document's blocks: of grids as they are, of flattened tables by the way their lines look.
///
/// Six ways of flattening a table have been seen, and are told apart line by line: a cell a line, each led by a tab,
/// with a blank line after every row; a row a line, cut by pipes or tabs; a row a line, cut by spaces; a cell a line
/// with or without blank lines between; a cell a line with pipes behind, or on lines of their own; a cell a line with a
/// line of a tab between two. Only in the first two and the last do blank cells leave a trace in every case.
struct RowSplitter {
    /// Longer lines are prose: no label of any form comes near.
    private static let longestLabel = 330
    /// A row's own, and those of the groups that it stands under.
    private static let labelsOfARow = 4
    /// The widest table of the forms has fifteen columns.
    private static let usualCells = 16

    private let text: UnsafeBufferPointer<UInt8>
    private let isLabel: (UInt64) -> Bool
    /// How many letters the longest label has.
    private let mostLetters: Int
    private var rows: [TableRow] = []
    /// The cells of a row that runs over tab-led lines and has not ended yet.
    private var pending: [Range<Int>] = []
    /// Lines cut by pipes, with their cells, that are of one table as far as is known.
    private var barred: [(line: Range<Int>, cells: [Range<Int>])] = []
    /// Whether the last line with anything on it ended with a pipe: another pipe then ends a cell that is blank.
    private var isAfterPipe = false

    /// `isLabel` tells whether a key belongs to any label of a form; a line that is one is not cut at its spaces.
    init(_ text: UnsafeBufferPointer<UInt8>, mostLetters: Int = .max, isLabel: @escaping (UInt64) -> Bool) {
        self.text = text
        self.mostLetters = mostLetters
        self.isLabel = isLabel
    }

    static func rows(
        of document: Document, _ text: UnsafeBufferPointer<UInt8>, mostLetters: Int = .max,
        isLabel: @escaping (UInt64) -> Bool
    ) -> [TableRow] {
        var splitter = RowSplitter(text, mostLetters: mostLetters, isLabel: isLabel)
        splitter.rows.reserveCapacity(document.blocks.count / 2)
        let bordered = BorderedLines(
            document, text, mostLetters: mostLetters, isLabel: isLabel, trimmed: splitter.trimmed)
        for (index, block) in document.blocks.enumerated() where !bordered.within.contains(index) {
            if let cells = bordered.rows[index] {
                splitter.endBarred()
                splitter.endPending()
                splitter.pending = cells
                splitter.endPending()
                continue
            }
            switch block {
            case .paragraph(let range): splitter.line(range)
            case .table(let table): splitter.grid(table)
            }
        }
        splitter.endBarred()
        splitter.endPending()
        return splitter.rows
    }

    private mutating func grid(_ table: Table) {
        endBarred()
        endPending()
        let whole = table.lines.map { table.rows.prefix($0.headingRows) } ?? table.rows[...]
        for (number, cells) in whole.enumerated() {
            let tokens = cells.indices.compactMap { token(in: table, row: number, column: $0) }
            guard let first = cells.first, let last = cells.last else { continue }
            // A row of blanks has nothing of the cells that reach into it from above.
            let isBlank = tokens.allSatisfy { $0.cell == .blank }
            let start = isBlank ? last.range.upperBound : min(first.range.lowerBound, last.range.lowerBound)
            let row = TableRow(
                layout: .exact, tokens: tokens, range: start..<last.range.upperBound, isGrid: table.lines == nil)
            if table.rests.contains(number), let above = rows.last,
                let both = CutRow(above, row, text, isLabel: isLabel).whole
            {
                rows[rows.count - 1] = both
            } else {
                rows.append(row)
            }
        }
        if let lines = table.lines {
            rows += LooseRows(table, lines, text, isLabel: isLabel).tableRows { token($0, column: $1) }
        }
    }

    /// The cell at a position of a grid; nil where there is none of the row's own. A value that reaches over several
    /// rows is in each of them, and marked; a label that does so is in its first.
    private func token(in table: Table, row: Int, column: Int) -> TableToken? {
        let cell = table.rows[row][column]
        let isFromAbove = table.isSame(row, column, row - 1, column)
        if cell.isMissing || cell.isContinuation && (!isFromAbove || table.isSame(row, column, row, column - 1)) {
            return nil
        }
        var token = token(cell.range, column: column)
        if isFromAbove || table.isSame(row, column, row + 1, column) {
            token.isShared = token.cell != .blank && token.cell != .other
        }
        guard !isFromAbove || token.isShared else { return nil }
        while table.isSame(row, column, row, column + token.width) { token.width += 1 }
        return token
    }

    private mutating func line(_ range: Range<Int>) {
        let content = trimmed(range)
        guard !range.isEmpty else { return endPending() }
        guard content.count <= Self.longestLabel || text[range].contains(UInt8(ascii: "|")) else {
            endBarred()
            endPending()
            rows.append(TableRow(layout: .prose, tokens: [], range: content))
            return
        }
        if PageMark.isOne(text, content) { return }
        let isTabLed = text[range.lowerBound] == 0x09
        let separator = separator(in: range, content)
        if separator != UInt8(ascii: "|"), !content.isEmpty { endBarred() }
        if let separator {
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

    /// Whether a line without a tab goes on with the cell before it: a label broken over lines, of which only the first
    /// is led by a tab.
    private func isBroken(_ cell: Range<Int>, before line: Range<Int>) -> Bool {
        guard line.count <= 60, CellText(text, cell) == .other, CellText(text, line) == .other else { return false }
        return LabelKey.of(text, line).map { !isLabel($0) } ?? false
    }

    /// The mark that cuts the line into cells: a pipe, or a tab that is not at its start.
    private func separator(in range: Range<Int>, _ content: Range<Int>) -> UInt8? {
        guard range.count <= 4 * Self.longestLabel else { return nil }
        var pipes = 0
        var lastTab: Int?
        for place in range {
            if text[place] == UInt8(ascii: "|") { pipes += 1 } else if text[place] == 0x09 { lastTab = place }
        }
        // `37 | |` after a line that ended with a pipe: the last cell of a row, and the row's own end.
        if isAfterPipe, pipes > 1, hasOneCell(content) { return nil }
        if pipes > 1, pipes < content.count { return UInt8(ascii: "|") }
        // A row of blank cells is nothing but tabs; a single blank cell of a tab-led row is one.
        let hasInnerTab =
            content.isEmpty
            ? pending.isEmpty && range.count > 2 && range.allSatisfy { text[$0] == 0x09 }
            : lastTab.map { $0 > content.lowerBound } ?? false
        return hasInnerTab ? 0x09 : nil
    }

    /// Whether nothing but pipes and spaces stands behind the first cell of a line.
    private func hasOneCell(_ content: Range<Int>) -> Bool {
        guard let first = content.first(where: { text[$0] == UInt8(ascii: "|") }), first > content.lowerBound else {
            return false
        }
        return text[first..<content.upperBound].allSatisfy { $0 == UInt8(ascii: "|") || $0 == 0x20 || $0 == 0x09 }
    }

    private mutating func delimited(_ range: Range<Int>, by separator: UInt8) {
        isAfterPipe = false
        if separator == UInt8(ascii: "|"), isMarkdownRule(range) { return }
        var cells: [Range<Int>] = []
        cells.reserveCapacity(Self.usualCells)
        var start = range.lowerBound
        for index in range where text[index] == separator {
            cells.append(trimmed(start..<index))
            start = index + 1
        }
        cells.append(trimmed(start..<range.upperBound))
        if separator == UInt8(ascii: "|") { return barred.append((range, cells)) }
        rows.append(TableRow(layout: .exact, tokens: tokens(cells), range: range))
    }

    /// Makes rows of lines cut by pipes. Outside the first and the last pipe of `| a | b |` there is no cell; but where
    /// another line of as many pipes begins, or ends, with a text, pipes stand between cells only, and a cell outside
    /// them is blank; so it is where lines have lost the blank cells at their end.
    private mutating func endBarred() {
        guard !barred.isEmpty else { return }
        let begun = Set(barred.filter { $0.cells.first?.isEmpty == false }.map(\.cells.count))
        let ended = Set(barred.filter { $0.cells.last?.isEmpty == false }.map(\.cells.count))
        for (line, written) in barred {
            var cells = written[...]
            let isBare = begun.contains(written.count) || written.count < begun.max() ?? 0
            if cells.first?.isEmpty == true, !isBare { cells.removeFirst() }
            if cells.last?.isEmpty == true, !ended.contains(written.count) { cells.removeLast() }
            rows.append(TableRow(layout: .exact, tokens: tokens(Array(cells)), range: line))
        }
        barred.removeAll(keepingCapacity: true)
    }

    /// `|---|:---:|`, the line that Markdown draws below headers.
    private func isMarkdownRule(_ range: Range<Int>) -> Bool {
        var hyphens = 0
        for byte in text[range] {
            switch byte {
            case UInt8(ascii: "-"): hyphens += 1
            case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: break
            default: return false
            }
        }
        return hyphens > 2 && ByteSearch.contains("---", in: text, range)
    }

    /// A line that is no row: one label, one cell, several cells between spaces, pipes left over from a table, or
    /// prose.
    private mutating func loose(_ content: Range<Int>) {
        var tokens: [TableToken] = []
        var start = content.lowerBound
        for index in content where text[index] == UInt8(ascii: "|") {
            let cell = trimmed(start..<index)
            if !cell.isEmpty {
                append(cell, to: &tokens, isOneCell: true)
            } else if isAfterPipe {
                tokens.append(token(index..<index, column: tokens.count))
            }
            isAfterPipe = true
            start = index + 1
        }
        let rest = start == content.lowerBound ? content : trimmed(start..<content.upperBound)
        if !rest.isEmpty {
            append(rest, to: &tokens)
            isAfterPipe = false
        }
        if isSentence(tokens) { tokens = [] }
        rows.append(TableRow(layout: .lossy, tokens: tokens, range: content))
    }

    /// Whether a sentence with spaces round its numbers was cut: a clause ends behind one with its unit, as in
    /// 本年新收申请数量 3 件，上年结转 1 件.
    private func isSentence(_ tokens: [TableToken]) -> Bool {
        guard tokens.count > 2, tokens[0].cell == .other else { return false }
        return zip(tokens, tokens.dropFirst()).contains { number, unit in
            guard case .number = number.cell, unit.cell == .other else { return false }
            // Behind one ideograph, or two.
            return [3, 6].contains { endsClause(unit.range.dropFirst($0)) }
        }
    }

    private func endsClause(_ rest: Range<Int>) -> Bool {
        Self.clauseEnds.contains { text[rest.prefix($0.count)].elementsEqual($0) }
    }

    private static let clauseEnds = ["，", "；", ",", ";"].map { Array($0.utf8) }

    /// Takes a stretch of text as one token if it is a label or a cell as a whole, else cuts it at its spaces; between
    /// pipes only where the first piece is a label, with its cells behind it.
    private func append(_ range: Range<Int>, to tokens: inout [TableToken], isOneCell: Bool = false) {
        var whole = token(range, column: tokens.count)
        if whole.cell == .other, endsInCommas(range) { whole.key = nil }
        let isWhole = whole.cell != .other || whole.key.map(isLabel) == true
        if isWhole, isOneCell || !endsInMark(range) { return tokens.append(whole) }
        let before = tokens.count
        if let labels = GluedHeaders.labels(text, range, isLabel: isLabel) {
            for label in labels { tokens.append(token(label, column: tokens.count)) }
            return
        }
        defer {
            if isOneCell, tokens.count > before + 1, tokens[before].key.map(isLabel) != true {
                tokens.replaceSubrange(before..., with: [whole])
            }
        }
        var scalars = Scalars(text, range)
        var start: Int?
        while true {
            if start != nil { scalars.passIdeographs() }
            let position = scalars.position
            guard let scalar = scalars.next() else { break }
            if ScalarClass.isSpace(scalar) {
                if let from = start { tokens.append(token(from..<position, column: tokens.count)) }
                start = nil
            } else if start == nil {
                start = position
            }
        }
        if start == range.lowerBound { return tokens.append(whole) }
        if let from = start { tokens.append(token(from..<range.upperBound, column: tokens.count)) }
    }

    /// Whether commas part what stands behind a label from it, with nothing but marks between: 规章,/,/,/
    private func endsInCommas(_ range: Range<Int>) -> Bool {
        guard let last = range.last, text[last] < 0x80 else { return false }
        let marks = text[range].reversed().prefix { $0 < 0x80 && !(0x30...0x39).contains($0) }
        return marks.count(where: { $0 == UInt8(ascii: ",") }) > 1
    }

    /// Whether a mark for nothing stands behind the last space of a text, as a cell behind a label: 规章 / / / are
    /// four cells, and / / / three.
    private func endsInMark(_ range: Range<Int>) -> Bool {
        var start = range.upperBound
        while start > range.lowerBound, text[start - 1] > 0x20,
            start - 3 < range.lowerBound || !text[start - 3..<start].elementsEqual(Self.wideSpace)
        {
            start -= 1
        }
        return start > range.lowerBound && start < range.upperBound
            && CellText(text, start..<range.upperBound) == .notApplicable
    }

    private static let wideSpace = Array("\u{3000}".utf8)

    private mutating func endPending() {
        guard let first = pending.first, let last = pending.last else { return }
        let tokens = tokens(pending)
        if holdsRows(tokens) {
            // Rows with nothing between them: a cell a line, of which blank ones are told.
            rows += tokens.map { token in
                var token = token
                token.column = 0
                return TableRow(layout: .lossy, tokens: [token], range: token.range)
            }
        } else {
            rows.append(
                TableRow(
                    layout: .exact, tokens: tokens, range: first.lowerBound..<max(first.upperBound, last.upperBound)))
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Whether labels come behind figures again and again, or more of them before figures, than in any row.
    private func holdsRows(_ tokens: [TableToken]) -> Bool {
        guard tokens.count > Self.usualCells else { return false }
        let labels = tokens.count { $0.cell == .other && $0.key.map(isLabel) == true }
        if labels > Self.labelsOfARow { return tokens.contains { if case .number = $0.cell { true } else { false } } }
        let begun = zip(tokens, tokens.dropFirst()).count { cell, next in
            guard case .number = cell.cell, next.cell == .other else { return false }
            return next.key.map(isLabel) == true
        }
        return begun > 2
    }

    private func tokens(_ ranges: [Range<Int>]) -> [TableToken] {
        ranges.enumerated().map { token($1, column: $0) }
    }

    private func token(_ written: Range<Int>, column: Int) -> TableToken {
        let range = withoutEmphasis(written)
        let cell = CellText(text, range)
        // Only what is no number or mark can be a label, and only labels need a key.
        let label = cell == .other ? LabelKey.read(text, range, most: mostLetters) : nil
        return TableToken(range: range, column: column, key: label?.key, isSteady: label?.isSteady == true, cell: cell)
    }

    /// The range without the asterisks of Markdown's `**bold**` around all of it.
    private func withoutEmphasis(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 4, text[range.lowerBound] == UInt8(ascii: "*"),
            text[range.lowerBound + 1] == UInt8(ascii: "*"),
            text[range.upperBound - 1] == UInt8(ascii: "*"), text[range.upperBound - 2] == UInt8(ascii: "*")
        else { return range }
        return range.lowerBound + 2..<range.upperBound - 2
    }

    /// The range without the spaces at both ends; of a blank cell, an empty range where its text would stand.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var scalars = Scalars(text, range)
        while let byte = scalars.peekByte, !Self.beginsText(byte), let scalar = scalars.peek(),
            ScalarClass.isSpace(scalar)
        {
            _ = scalars.next()
        }
        let start = scalars.position
        var end = range.upperBound
        while end > start {
            if text[end - 1] < 0x80, Self.beginsText(text[end - 1]) { break }
            if end - 3 >= start, text[end - 3] >= 0x80, Self.beginsText(text[end - 3]) { break }
            var last = end - 1
            while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
            guard let scalar = Scalars(text, last..<end).peek(), ScalarClass.isSpace(scalar) else { break }
            end = last
        }
        return start < end ? start..<end : range.upperBound..<range.upperBound
    }
}

extension RowSplitter {
    /// Whether a byte is one of ASCII's that is no space, or the first of an ideograph's three.
    @inline(__always) private static func beginsText(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F || byte >= 0xE4 && byte <= 0xE9
    }
}

extension Table {
    /// Whether two positions are covered by one cell of the source.
    fileprivate func isSame(_ row: Int, _ column: Int, _ otherRow: Int, _ otherColumn: Int) -> Bool {
        guard rows.indices.contains(otherRow), rows[otherRow].indices.contains(otherColumn) else { return false }
        let (cell, other) = (rows[row][column], rows[otherRow][otherColumn])
        // Of two positions of one cell, all but the first are continuations.
        return cell.range == other.range && !cell.isMissing && !other.isMissing
            && (cell.isContinuation || other.isContinuation)
    }
}
