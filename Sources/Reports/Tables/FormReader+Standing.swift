import Catalogue

/// Telling the form's rows from those of the document's own tables and lists that bear the same labels.
extension FormReader {
    /// A row that nothing but its label tells to be the form's, as far as it was read.
    struct StrayRow {
        var row: OpenRow
        var columns: HeaderColumns?
        var terms: FormSheet.Terms
        var run: Int
        /// Its lines, which are narrative unless it is taken.
        var lines: ClosedRange<Int>
    }

    /// Notes a line of headers none of which is the form's, above figures: a table of the document's own begins.
    mutating func noteOwnTable(at number: Int) {
        let row = rows[number]
        if let line = standing.ownHeaders, row.isGrid != rows[line].isGrid || row.tokens.count < 2 && !row.isGrid {
            standing.ownHeaders = nil
        }
        guard row.tokens.count > 1, number + 1 < rows.count, row.tokens[1].cell == .other else { return }
        let texts = row.tokens.drop { $0.cell == .blank }
        guard texts.count > 1, texts.allSatisfy({ $0.cell == .other && $0.key != nil }),
            rows[number + 1].isGrid == row.isGrid,
            rows[number + 1].tokens.contains(where: { $0.cell != .other && $0.cell != .blank }),
            !texts.contains(where: { isOfForm($0) }), !texts.dropFirst().allSatisfy({ $0.key.map(isOfAnother) == true })
        else { return }
        if !context.isInHeaders {
            // The unit of what begins is none of the table above.
            units.drop()
            leaveTable()
        }
        standing.ownHeaders = number
    }

    /// Whether a text is a label of the form that says more than what stands in the corner of one of several blocks.
    private func isOfForm(_ token: TableToken) -> Bool {
        guard let candidates = token.key.flatMap(index.candidates) else { return false }
        return candidates.contains { number in
            guard case .header(column: nil) = index.entries[number].kind else { return true }
            return isOfOneBlock(index.blocks[index.entries[number].block].table)
        }
    }

    private func isOfOneBlock(_ table: Int) -> Bool { index.blocks.count { $0.table == table } == 1 }

    /// Whether what stands in a corner says by itself which table it is of: 统计指标, not 单位.
    private func isTelling(_ label: ArraySlice<PlacedToken>, ofCorner table: Int) -> Bool {
        isOfOneBlock(table) && label.reduce(0) { $0 + $1.token.range.count } >= Self.longCorner
    }

    /// 统计指标, in bytes.
    private static let longCorner = 12

    /// The header over a row of the form's label that makes its figures the document's own: 公开数量（条）, 2021年, 全县. None
    /// where it may be one of the form's.
    func ownHeader(over number: Int, _ label: ArraySlice<PlacedToken>) -> Range<Int>? {
        guard let line = standing.ownHeaders, let first = label.first else { return nil }
        let entry = index.entries[number]
        switch entry.kind {
        case .row: break
        case .group where entry.ownRow != nil: break
        default: return nil
        }
        guard !standing.isHeaded(entry.block) else { return nil }
        let isExact = rows[line].layout == .exact
        let headers = rows[line].tokens.drop { isExact && $0.column <= first.token.column }.dropFirst(isExact ? 0 : 1)
        let block = index.blocks[entry.block]
        return headers.first { header in
            header.cell == .other && !OwnHeaders.mayBeForm(header.range, of: block, index.words, text)
        }?.range
    }

    /// 行政处罚（上半年）: a label whose brackets say that its figures are of another time.
    func ownBrackets(in label: ArraySlice<PlacedToken>) -> Range<Int>? {
        label.first { piece in brackets(in: piece.token.range).map(index.words.isForeign) ?? false }?.token.range
    }

    /// Notes a row whose label names a year in brackets: 行政处罚（2021年）. Whether that is the report's is not known yet.
    mutating func noteYear(of row: OpenRow) {
        guard let year = brackets(in: row.label).flatMap({ Title.years(in: $0).first }) else { return }
        datedRows.append((year, row))
    }

    /// What a label says in brackets, and behind them.
    private func brackets(in label: Range<Int>) -> Wording? {
        guard text[label].contains(where: Self.beginsBracket) else { return nil }
        let words = Wording(text, label)
        return words.scalars.firstIndex(of: Self.bracket).map { Wording(words.scalars[$0...]) }
    }

    private static let bracket: UInt32 = 0x28

    /// A bracket, or the first byte of a wide one.
    private static func beginsBracket(_ byte: UInt8) -> Bool { byte == 0x28 || byte == 0xEF }

    /// Begins a row, by its entry: what tells that it is the report's.
    mutating func standing(of place: RowPlace, _ number: Int, line: Int, _ own: Range<Int>?) -> RowStanding {
        let table = index.blocks[place.block].table
        let rank = standing.enter(number, block: place.block, table: table)
        return RowStanding(
            rank: rank, isOfOtherCopy: rank != .stray && own == nil && isOfOtherCopy(place, line: line, rank),
            ownHeader: own)
    }

    /// Takes what a heading, a caption or a header tells of the rows to come. One that other tables have as well (总计)
    /// tells nothing by itself.
    mutating func noteStanding(_ number: Int, _ label: ArraySlice<PlacedToken>) {
        let entry = index.entries[number]
        let table = index.blocks[entry.block].table
        switch entry.kind {
        case .opening:
            let isHeading = number == 0 || index.blocks[index.entries[number - 1].block].table != table
            standing.open(block: entry.block, table: table, isHeading: isHeading)
            copies.reopen(table)
        case .header(column: _?), .spanning:
            guard standing.isIn(table) || label.count > 1 || isOfOneTable(label) else { return }
            standing.see(block: entry.block, table: table)
            copies.reopen(table)
        case .header where isTelling(label, ofCorner: table): standing.see(block: entry.block, table: table)
        case .header: standing.see(cornerOf: entry.block, table: table)
        case .serials, .row, .group: break
        }
    }

    private func isOfOneTable(_ label: ArraySlice<PlacedToken>) -> Bool {
        let candidates = label.first?.token.key.flatMap(index.candidates) ?? []
        return Set(candidates.map { index.blocks[index.entries[$0].block].table }).count == 1
    }

    mutating func isOfOtherCopy(_ place: RowPlace, line: Int, _ rank: FormStanding.Rank) -> Bool {
        let table = index.blocks[place.block].table
        let relation = copies.enter(
            place, table: table, count: index.rowCount(ofTable: table), line: line, rank: rank, rows, text)
        if relation == .instead { sheet.forget(table: table) }
        return relation == .other
    }

    /// Keeps a row that only its label tells, until it is known whether the form's own comes.
    mutating func keep(_ row: OpenRow) {
        guard let line = row.line else { return }
        let end = row.cells.last?.range.upperBound ?? row.label.upperBound
        let last = rows[line...].prefix { $0.range.lowerBound < end || $0.range.isEmpty }.indices.last ?? line
        strays.append(
            StrayRow(
                row: row, columns: headers[row.place.block], terms: terms(of: row, headers[row.place.block]),
                run: standing.run, lines: line...last))
    }

    /// Takes rows that only their labels tell where the form's own table is nowhere: most of its rows, or a row that
    /// has as many figures as the form has columns, and those around it.
    mutating func settleStrays() {
        guard !strays.isEmpty else { return }
        let whole = strays.filter { stray in
            let block = index.blocks[stray.row.place.block]
            guard case .cells = stray.row.fit(block, headers: stray.columns, text) else { return false }
            return true
        }
        let wide = Set(
            whole.filter { index.blocks[$0.row.place.block].columnCount > 1 && !$0.row.isBlank }.map(\.run))
        let missing = index.headings.indices.filter { !sheet.hasRows(ofTable: $0) }
        let most = missing.filter { table in
            let places = Set(whole.map(\.row.place).filter { index.blocks[$0.block].table == table })
            return places.count * 2 > index.rowCount(ofTable: table)
        }
        for stray in strays {
            let table = index.blocks[stray.row.place.block].table
            if most.contains(table) || missing.contains(table) && wide.contains(stray.run) {
                fill(stray.row, stray.columns, stray.terms, other: nil)
            } else {
                for line in stray.lines { isUsed[line] = false }
            }
        }
        let taken = Set(strays.filter { sheet.hasRow($0.row.place) }.map(\.run))
        for (doubt, run) in strayDoubts where taken.contains(run) { sheet.add(doubt) }
    }

    /// Says which copies of tables were left out.
    mutating func nameOtherCopies() {
        for table in sheet.otherCopies.sorted() {
            guard let head = copies.head(ofOther: table) else { continue }
            let words = Wording(Wording(text, head).scalars.prefix(Self.longestHead)).string
            sheet.add(Doubt(.otherCopy, at: head, found: words, expected: index.headings[table]))
        }
    }

    /// Gives up what stands below headings of other years alone.
    mutating func giveUpForeignTables() {
        guard let year else { return }
        for table in index.headings.indices where sheet.hasRows(ofTable: table) {
            guard let head = copies.foreignHead(of: table) else { continue }
            sheet.giveUp(table: table)
            let words = Wording(Wording(text, head).scalars.prefix(Self.longestHead)).string
            sheet.add(Doubt(.otherTime, at: head, found: words, expected: "\(year)"))
        }
    }

    /// Of what a doubt shows, in letters.
    private static let longestHead = 40
}

/// Headers of tables that are the document's own.
enum OwnHeaders {
    /// Whether a header may be one of the form's, damaged or in other words, or says nothing of what is counted.
    static func mayBeForm(
        _ range: Range<Int>, of block: FormIndex.Block, _ words: HeaderWords, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let header = Wording(text, range)
        return words.neutral.contains(header) || UnitWord.isOne(text, range)
            || !hasNote(header) && StrangeHeaders.isPiece(range, ofAny: block.headers, text)
    }

    /// 公开数量（条）: what it counts is said in brackets.
    private static func hasNote(_ words: Wording) -> Bool {
        words.scalars.contains(0x28) && !words.scalars.contains(0x4EF6) && !words.scalars.contains(0x5143)
    }
}
