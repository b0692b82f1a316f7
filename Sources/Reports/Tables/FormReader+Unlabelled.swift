/// Rows of figures without a label: those of a block whose only row has none, and those whose label was lost or stands
/// in the row above.
extension FormReader {
    /// A row of a block whose only row has no label, and what stood above it: 2021年, 本年.
    struct UnlabelledRow {
        var row: OpenRow
        var caption: Range<Int>?
    }

    /// Where a block's only row has no label, a row of cells alone under its headers is that row; under the heading of
    /// its section alone, if there are exactly as many cells as the form has. Of several, all are looked at together.
    mutating func openUnlabelledRow(_ row: TableRow, line: Int) {
        guard open == nil, let number = context.block, index.blocks[number].isUnlabelled,
            context.isInHeaders || !unlabelled.isEmpty, let first = row.tokens.first
        else { return }
        let block = index.blocks[number]
        let count = headers[number]?.columnCount(of: block) ?? block.columnCount
        let isUnderHeaders = headers[number]?.areMostlySeen(of: count) == true
        guard takeLabels(of: row, block: number, count: isUnderHeaders ? count : nil) else { return }
        let isAllBlank = row.tokens.allSatisfy { $0.cell == .blank }
        guard !isAllBlank || isUnderHeaders && row.tokens.count == count else { return }
        let label = first.range.lowerBound..<first.range.lowerBound
        var opened = OpenRow(place: RowPlace(block: number, row: 0), label: label, layout: row.layout)
        opened.isBare = !isUnderHeaders
        opened.standing.rank = isUnderHeaders ? .headed : .inTable
        if !opened.isBare || row.tokens.count == count {
            opened.standing.isOfOtherCopy = isOfOtherCopy(opened.place, line: line, opened.standing.rank)
        }
        open = opened
        context.isInHeaders = false
        completeHeaders(of: number)
    }

    /// Takes what stands before the figures of such a row as its caption: 柳溪镇 | 2 | 1, where no header is over it.
    /// Returns whether the row is one of figures; `count` is how many there are to be, where headers tell.
    private mutating func takeLabels(of row: TableRow, block number: Int, count: Int?) -> Bool {
        let labels = row.tokens.prefix { $0.cell == .other }
        guard !row.tokens.dropFirst(labels.count).contains(where: { $0.cell == .other }) else { return false }
        guard let label = labels.last else { return true }
        guard let count, row.tokens.count == labels.count + count,
            headers[number]?.isBeforeAll(label, of: index.blocks[number]) == true
        else { return false }
        caption = label.range
        return true
    }

    /// A table that is one line of text has its row behind its headers: 复议后起诉 … 总计 2 1 5.
    mutating func openRowBehindHeaders(at position: Int) {
        let piece = pieces[position]
        guard context.isInHeaders, !piece.isFirstOfRow, let number = context.block, index.blocks[number].isUnlabelled,
            rows[piece.row].layout == .lossy, piece.token.cell != .blank,
            headers[number]?.headers.last?.row == piece.row
        else { return }
        let start = piece.token.range.lowerBound
        var opened = OpenRow(place: RowPlace(block: number, row: 0), label: start..<start, layout: .lossy)
        opened.standing.isOfOtherCopy = isOfOtherCopy(opened.place, line: piece.row, .headed)
        open = opened
        context.isInHeaders = false
        completeHeaders(of: number)
    }

    /// Takes the one of a block's rows without labels that is its row: not those of blank cells or of the columns'
    /// numbers. Where several differ, their captions tell which is this year's, or nothing does.
    mutating func settleUnlabelledRows() {
        guard let first = unlabelled.first else { return }
        let number = first.row.place.block
        let count = headers[number]?.columnCount(of: index.blocks[number]) ?? index.blocks[number].columnCount
        let rows = unlabelled.map { one in
            var one = one
            one.row.dropColumnNumbers(count)
            return one
        }
        (unlabelled, caption) = ([], nil)
        let written = rows.filter { !$0.row.isBlank && !$0.row.isOfColumnNumbers }
        // Blanks in a whole row of a grid are cells as well; zeros below it are no better row.
        let fitting = written.filter { one in
            one.row.cells.count { $0.cell != .blank } * 2 > count
                || one.row.layout == .exact && one.row.cells.count == count
                    && one.row.cells.contains(where: \.isNumber)
        }
        var chosen = fitting.first ?? written.first
        if fitting.count > 1, !fitting.allSatisfy({ $0.row.cells.map(\.cell) == fitting[0].row.cells.map(\.cell) }) {
            chosen = ownYear(of: fitting)
            guard chosen != nil else { return giveUp(fitting.map(\.row)) }
        } else if written.isEmpty {
            chosen = rows.first { $0.row.isBlank }
        }
        if let chosen { take(chosen.row) }
        for other in written where !fitting.contains(where: { $0.row.label == other.row.label }) {
            if other.row.label != chosen?.row.label, other.row.layout == .exact { noteUnlabelled(other.row.cells) }
        }
    }

    /// Notes a table of which nothing but its headers stands there, as workbooks have it that keep no blank rows: what
    /// comes below a further text is not its row.
    mutating func noteBareTable() {
        guard let number = context.block, index.blocks[number].isUnlabelled, unlabelled.isEmpty,
            let seen = headers[number], seen.areMostlySeen(of: index.blocks[number].columnCount),
            let line = seen.headers.last?.row
        else { return }
        _ = isOfOtherCopy(RowPlace(block: number, row: 0), line: line, .headed)
    }

    /// The one whose caption says 本年, or names the last of the years that all of them name: no report has figures of
    /// the year after its own.
    private func ownYear(of rows: [UnlabelledRow]) -> UnlabelledRow? {
        let captions = rows.map { row in row.caption.map { Wording(text, $0) } }
        let own = rows.indices.filter { captions[$0].map(Self.ownYear.isIn) == true }
        if own.count == 1, let only = own.first { return rows[only] }
        let years = captions.compactMap { caption in caption.map(Title.years)?.first }
        guard years.count == rows.count, Set(years).count == years.count, let last = years.max(),
            let place = years.firstIndex(of: last)
        else { return nil }
        return rows[place]
    }

    private static let ownYear: WordSet = ["本年", "今年", "当年"]

    private mutating func giveUp(_ rows: [OpenRow]) {
        guard let first = rows.first, let start = first.cells.first, let end = rows.last?.cells.last else { return }
        sheet.fillUndecided(
            first.place, label: first.label, range: start.range.spanning(end.range), count: rows.count,
            only: headers[first.place.block]?.part(of: index.blocks[first.place.block]) ?? [])
    }

    /// Figures in a row of a table in which no label stands: those of the row above, of which there is nothing but the
    /// label, if they can be of no other; else nobody's, and neither is what lies around them blank.
    mutating func takeUnlabelledRow(_ row: TableRow, line: Int) {
        guard open == nil, row.layout == .exact, let number = context.block, !index.blocks[number].isUnlabelled,
            row.tokens.contains(where: { $0.isNumber && !$0.isShared }),
            !row.tokens.contains(where: { $0.cell == .other }), !row.tokens.areColumnNumbers
        else { return }
        isUsed[line] = true
        let above = blankRow.flatMap { $0.line == line - 1 && $0.place.block == number ? $0 : nil }
        // A blank in front of too few cells is what a line was cut at.
        let isCut =
            !row.isGrid && row.tokens.first?.cell == .blank && row.tokens.count <= index.blocks[number].columnCount
        if let above, !isCut, !isLabelOfBlanks(line + 1), !isOfNumbersAlone(line + 1) {
            open = OpenRow(place: above.place, label: above.label, layout: row.layout)
            open?.standing = sheet.standing
            adopted.append((above.place, row.tokens))
            return
        }
        if let above { sheet.distrust(above.place, label: above.label) }
        giveUpRowsOfMergedLabels(above: line)
        isInUnknownRow = true
        linesBelowUnlabelled.insert(line + 1)
        noteUnlabelled(row.tokens)
    }

    /// Two labels, one below the other, in front of two rows of figures: the first of these may be of either, and
    /// neither label is that of a blank row.
    private mutating func giveUpRowsOfMergedLabels(above line: Int) {
        guard let row = rowBelowBare, row.line == line - 1, row.layout == .exact, !rows[line - 1].isGrid else { return }
        sheet.giveUp(row.place)
        sheet.add(Doubt(.unreadableRow, at: row.label, found: "0", expected: "\(row.cells.count)"))
        trust.noteStray(inTable: index.blocks[row.place.block].table)
    }

    /// Whether a row without a figure stands right below figures that have no label: they may be its own.
    func isBelowUnlabelled(_ row: OpenRow) -> Bool {
        row.isBlank && row.line.map(linesBelowUnlabelled.contains) == true
    }

    private func isLabelOfBlanks(_ line: Int) -> Bool {
        guard rows.indices.contains(line), rows[line].layout == .exact else { return false }
        let cells = rows[line].tokens
        return cells.contains { $0.cell == .blank } && cells.contains { $0.cell == .other }
            && cells.allSatisfy { $0.cell == .other || $0.cell == .blank }
    }

    private func isOfNumbersAlone(_ line: Int) -> Bool {
        guard rows.indices.contains(line), rows[line].layout == .exact else { return false }
        return rows[line].tokens.contains(where: \.isNumber) && !rows[line].tokens.contains { $0.cell == .other }
    }

    /// Takes figures back from the row above them where the form's next row was not found: it may be theirs, without
    /// its label.
    mutating func giveUpDoubtfulRows() {
        for (place, cells) in adopted {
            let rows = index.blocks[place.block].rows
            let next = rows.indices[(place.row + 1)...].first { rows[$0].isOfForm }
            guard let next, !sheet.hasRow(RowPlace(block: place.block, row: next)) else { continue }
            sheet.giveUp(place)
            noteUnlabelled(cells)
        }
    }

    private mutating func noteUnlabelled(_ cells: [TableToken]) {
        let written = cells.filter { $0.cell != .blank }
        guard let first = written.first, let end = written.last else { return }
        let found = written.map { String(decoding: text[$0.range], as: UTF8.self) }.joined(separator: " ")
        sheet.add(Doubt(.unlabelledRow, at: first.range.spanning(end.range), found: found))
    }

    /// The unlabelled row of a block whose headers stand there with nothing under them: where blanks leave no trace,
    /// all its cells are blank.
    mutating func fillBareUnlabelledRows() {
        for case (let number, let seen?) in headers.enumerated() {
            let block = index.blocks[number]
            guard block.isUnlabelled, seen.isLossy, seen.areMostlySeen(of: block.columnCount) else { continue }
            sheet.fillBlank(RowPlace(block: number, row: 0), label: seen.end..<seen.end)
        }
    }
}

extension TableToken {
    var isNumber: Bool { if case .number = cell { true } else { false } }
}

extension Collection<TableToken> {
    /// Whether they number the columns of a table from 1 on, as many forms do under their headers.
    var areColumnNumbers: Bool {
        var count: Int64 = 0
        for token in self where token.cell != .blank {
            count += 1
            guard case .number(let number) = token.cell, number == WrittenNumber(digits: count, decimals: 0) else {
                return false
            }
        }
        return count > 2
    }
}

extension OpenRow {
    var isBlank: Bool { cells.allSatisfy { $0.cell == .blank } }
    fileprivate var isOfColumnNumbers: Bool { cells.areColumnNumbers }
}
