import Catalogue

/// Reads one edition's tables out of the rows of a document.
///
/// A row belongs to the form's row whose label it bears, within the context of the table and the group above it. What
/// follows the label, up to the next label or the row's end, are its cells; they are taken only when there are as many
/// as the form has columns, or when the headers show which they are. Otherwise the whole row is unreadable, and the
/// next label starts afresh, so that one bad row never moves another.
struct FormReader {
    let index: FormIndex
    let text: UnsafeBufferPointer<UInt8>
    /// The report's year; nil until it is known.
    let year: Int?
    /// Rows whose labels name a year.
    var datedRows: [(year: Int, row: OpenRow)] = []
    let rows: [TableRow]
    let pieces: [PlacedToken]
    /// Whether more than one cell of a row says something.
    let hasCells: [Bool]
    var sheet: FormSheet
    /// Which rows were used as part of a table; the others are narrative.
    var isUsed: [Bool]
    /// The lines with labels of rows, or of groups of them.
    private(set) var rowLines: [Int] = []

    var context = FormContext()
    var open: OpenRow?
    /// Rows of the block at hand, whose only row has no label, and what stands above the next.
    var unlabelled: [UnlabelledRow] = []
    var caption: Range<Int>?
    /// The row read last, if all its cells are blank, and its line.
    var blankRow: (place: RowPlace, label: Range<Int>, line: Int)?
    /// Rows that were given the figures below them.
    var adopted: [(place: RowPlace, cells: [TableToken])] = []
    /// Lines right below figures without a label, which may be theirs.
    var linesBelowUnlabelled = Set<Int>()
    /// Whether the cells that come belong to a row the form does not have.
    var isInUnknownRow = false
    /// By block.
    var headers: [HeaderColumns?]
    /// The serial number read last.
    private var serial: Int64 = 0
    var trust: BlankTrust
    /// Rows right before this place of which nothing but the label stands there.
    private var stacked: [OpenRow] = []
    /// The row read last, if nothing but its label stands in the one above it.
    var rowBelowBare: OpenRow?
    /// What words above the figures of a table say of the unit that it counts in.
    var units = StatedUnits()
    /// The heading or the caption read last.
    var opening: Int?
    /// Of the headers above the rows at hand, whether some are the form's own, and the first of another edition's.
    var seen: (own: Bool, other: Range<Int>?) = (false, nil)
    /// Whether a key is a label that only another edition prints.
    let isOfAnother: (UInt64) -> Bool
    /// What tells that the rows at hand are the form's.
    var standing = FormStanding()
    var copies: FormCopies
    /// Rows that only their labels tell, and what was doubtful beside them, by their run.
    var strays: [StrayRow] = []
    var strayDoubts: [(doubt: Doubt, run: Int)] = []
    /// The tables whose rows and columns are exchanged.
    private(set) var transposed = Set<Int>()

    /// A token with the row it stands in.
    struct PlacedToken {
        var token: TableToken
        var row: Int
        var isFirstOfRow: Bool
    }

    var edition: String { index.edition }
    var cellsExpected: Int { index.cellCount }

    init(
        _ index: FormIndex, _ text: UnsafeBufferPointer<UInt8>, rows: [TableRow], year: Int?,
        isOfAnother: @escaping (UInt64) -> Bool
    ) {
        self.index = index
        self.year = year
        self.isOfAnother = isOfAnother
        self.text = text
        self.rows = rows
        var pieces: [PlacedToken] = []
        pieces.reserveCapacity(rows.reduce(0) { $0 + $1.tokens.count })
        for (number, row) in rows.enumerated() {
            for (place, token) in row.tokens.enumerated() {
                pieces.append(PlacedToken(token: token, row: number, isFirstOfRow: place == 0))
            }
        }
        self.pieces = pieces
        hasCells = rows.map { row in row.tokens.lazy.filter { $0.cell != .blank }.dropFirst().first != nil }
        headers = Array(repeating: nil, count: index.blocks.count)
        isUsed = Array(repeating: false, count: rows.count)
        copies = FormCopies(headings: index.headings, index.words, year: year)
        trust = BlankTrust(rows, text)
        sheet = FormSheet(index, text)
    }

    mutating func read() {
        var position = 0
        var row = 0
        while position < pieces.count {
            // No piece is copied as a whole: there are hundreds.
            let next = pieces[position].row
            if next > row, rows[row..<next].contains(where: { $0.layout == .prose }) { leaveTable() }
            row = next
            if pieces[position].isFirstOfRow {
                if let end = passTransposed(at: position) ?? passUpright(at: position) {
                    position = end
                    continue
                }
                beginRow(row)
            }
            if mayBeLabel(at: position), let (entry, count) = match(at: position) {
                let label = pieces[position..<position + count]
                let own = ownHeader(over: entry, label) ?? ownBrackets(in: label)
                if own != nil, !standing.isIn(index.blocks[index.entries[entry].block].table) {
                    close()
                } else {
                    enter(entry, label, own: own)
                }
                position += count
            } else if case .other = pieces[position].token.cell {
                takeUnknown(at: position)
                position += 1
            } else {
                takeCell(at: position)
                position += 1
            }
        }
        if let open, open.cells.isEmpty, rows[row...].dropFirst().allSatisfy(\.range.isEmpty) {
            // The text breaks off after a label: what stood behind it is not known to be nothing.
            self.open = nil
            sheet.fillUnreadable(open.place, label: open.label, range: open.label, cellCount: 0)
        }
        leaveTable()
        finish()
    }

    /// Asked before the labels are looked for, which would copy the reader for every cell.
    @inline(__always) private func mayBeLabel(at position: Int) -> Bool {
        if case .other = pieces[position].token.cell { return true }
        return pieces[position].isFirstOfRow
    }

    private mutating func finish() {
        settleStrays()
        fillBareUnlabelledRows()
        giveUpDoubtfulRows()
        for row in trust.doubtful(in: index) { sheet.distrust(row.place, label: row.label) }
        nameOtherCopies()
        giveUpForeignTables()
        sheet.nameMissing(exceptTables: transposed)
        for case (let number, let seen?) in headers.enumerated() where sheet.hasRows(ofBlock: number) {
            sheet.nameHeaders(seen, block: number)
        }
    }

    // MARK: Rows

    private mutating func beginRow(_ number: Int) {
        noteOwnTable(at: number)
        let row = rows[number]
        if isOfStackedLabels(row) { return giveUpStacked() }
        if let open, row.layout == .exact || open.layout == .exact {
            // Cells may stand in a line below their label, but not beside a label of their own.
            if isCut(open, before: number) || isCutBehindLabel(open, row) { self.open?.doubt() }
            if !open.cells.isEmpty || row.tokens.contains(where: { $0.key.map { index.candidates($0) != nil } == true })
            {
                close()
            }
        }
        openUnlabelledRow(row, line: number)
        takeUnlabelledRow(row, line: number)
    }

    /// Whether a line of nothing but numbers right below a line of cells may be the rest of it: a number cut by a
    /// program that keeps lines short, or what stood behind it.
    private func isCut(_ open: OpenRow, before number: Int) -> Bool {
        let row = rows[number]
        guard open.layout == .exact, row.layout == .lossy, number > 0, !rows[number - 1].isGrid,
            let last = open.cells.last, last.range.upperBound <= row.range.lowerBound, !row.tokens.isEmpty,
            row.tokens.allSatisfy({ $0.isNumber || $0.cell == .other && text[$0.range.lowerBound] == 0x2E })
        else { return false }
        let between = text[last.range.upperBound..<row.range.lowerBound]
        return between.count { $0 == 0x0A } == 1 && between.allSatisfy { $0 <= 0x20 }
    }

    /// Whether a line of cells between bars begins with what is left of a label's, and has no more than the form's.
    private func isCutBehindLabel(_ open: OpenRow, _ row: TableRow) -> Bool {
        open.layout == .lossy && open.cells.isEmpty && row.layout == .exact && !row.isGrid
            && row.tokens.first?.cell == .blank && row.tokens.count <= index.blocks[open.place.block].columnCount
            && text[row.range].contains(UInt8(ascii: "|"))
    }

    private mutating func takeCell(at position: Int) {
        let piece = pieces[position]
        if takeSerial(at: position) { return }
        if open == nil { openRowBehindHeaders(at: position) }
        guard open == nil else {
            open?.append(piece.token)
            isUsed[piece.row] = true
            return
        }
        guard piece.token.cell != .blank else { return }
        units.drop()
        guard let block = context.block else { return }
        if isInUnknownRow {
            isUsed[piece.row] = true
        } else if rows[piece.row].layout == .lossy, piece.token.cell != .unclear,
            standing.isIn(index.blocks[block].table)
        {
            trust.noteStray(inTable: index.blocks[block].table)
        }
    }

    /// Whether a number is the serial number of the row whose label comes after it.
    private mutating func takeSerial(at position: Int) -> Bool {
        let piece = pieces[position]
        guard case .number(let number) = piece.token.cell, position + 1 < pieces.count, let block = context.block else {
            return false
        }
        let next = pieces[position + 1]
        guard next.token.cell == .other else { return false }
        if open == nil, piece.isFirstOfRow, next.row == piece.row { return true }
        guard headers[block]?.hasSerials == true, number.digits == serial + 1 else { return false }
        serial = number.digits
        // It could be the only cell of a row as well.
        if open?.cells.isEmpty == true { open?.append(doubtful: piece.token) }
        return true
    }

    mutating func close() {
        guard let row = open else { return }
        (open, blankRow) = (nil, nil)
        if row.cells.isEmpty {
            stacked.append(row)
        } else {
            rowBelowBare = stacked.isEmpty ? nil : row
            stacked.removeAll()
        }
        if index.blocks[row.place.block].isUnlabelled {
            unlabelled.append(UnlabelledRow(row: row, caption: caption))
            caption = nil
        } else if row.standing.rank == .stray {
            keep(row)
        } else {
            take(row)
        }
    }

    mutating func take(_ row: OpenRow) {
        let columns = headers[row.place.block]
        let other = row.standing.ownHeader ?? (seen.own ? nil : seen.other)
        fill(row, columns, terms(of: row, columns), other: other)
    }

    /// Takes what a row says under some headers; under one that is another edition's or the document's own (`other`),
    /// nothing can be said of its cells.
    mutating func fill(_ row: OpenRow, _ columns: HeaderColumns?, _ terms: FormSheet.Terms, other: Range<Int>?) {
        let block = index.blocks[row.place.block]
        let isLossy = row.layout == .lossy
        sheet.standing = row.standing
        switch row.fit(block, headers: columns, text) {
        case .cells where isBelowUnlabelled(row):
            sheet.fillUnreadable(row.place, label: row.label, range: row.label, cellCount: 0)
        case .cells(let cells):
            noteYear(of: row)
            if let line = row.line, row.isBlank { blankRow = (row.place, row.label, line) }
            var terms = terms
            if let other {
                for column in cells.indices { terms.strangers[column] = other }
            } else {
                terms.strangers = columns?.strangers(over: cells) ?? [:]
            }
            sheet.fill(row.place, label: row.label, cells: cells, terms)
            if isLossy { trust.noteWhole() }
        case .blank where other == nil:
            sheet.fillBlank(row.place, label: row.label)
            if isLossy { trust.noteBlank(row) }
        case .blank, .unreadable:
            let range = row.cells.last.map { row.label.spanning($0.range) } ?? row.label
            sheet.fillUnreadable(
                row.place, label: row.label, range: range, cellCount: row.cellCount(block.columnCount),
                only: columns?.part(of: block) ?? [], merged: row.mergedCell)
            if isLossy { trust.noteBroken() }
            if isLossy, row.isOverfull(block.columnCount) { trust.noteStray(inTable: block.table) }
        case .nothing: break
        }
    }

    /// Whether a row of cells follows several labels that stand one below the other: which of them it belongs to cannot
    /// be known.
    private func isOfStackedLabels(_ row: TableRow) -> Bool {
        guard let open, open.cells.isEmpty, !open.isBare, !stacked.isEmpty else { return false }
        return row.tokens.count { $0.cell != .blank } > 1 && row.tokens.allSatisfy { $0.cell != .other }
    }

    private mutating func giveUpStacked() {
        guard let last = open else { return }
        open = nil
        for row in stacked + [last] { sheet.distrust(row.place, label: row.label) }
        stacked.removeAll()
        isInUnknownRow = true
        trust.noteBroken()
    }

    /// Says that a table is there and was not read.
    mutating func note(transposed table: Int, rows lines: Range<Int>) {
        leaveTable()
        for line in lines { isUsed[line] = true }
        rowLines += lines
        guard transposed.insert(table).inserted else { return }
        let range = rows[lines.lowerBound].range.spanning(rows[lines.upperBound - 1].range)
        sheet.add(Doubt(.transposedTable, at: range, expected: index.headings[table]))
    }

    mutating func leaveTable() {
        close()
        noteBareTable()
        settleUnlabelledRows()
        if let (unit, table) = units.leave() { sheet.note(unit, belowTable: table) }
        stacked.removeAll()
        context = FormContext()
        standing.leave()
        isInUnknownRow = false
    }

    // MARK: Labels

    mutating func enter(_ number: Int, _ label: ArraySlice<PlacedToken>, own: Range<Int>? = nil) {
        guard let first = label.first, let last = label.last else { return }
        let range = first.token.range.spanning(last.token.range)
        let entry = index.entries[number]
        let layout = rows[last.row].layout
        close()
        settleUnlabelledRows()
        isInUnknownRow = false
        for piece in label { isUsed[piece.row] = true }
        context.move(to: number, in: index)
        noteUnit(of: number, range)
        noteSeen(entry.kind)
        noteStanding(number, label)
        switch entry.kind {
        case .opening: break
        case .group:
            rowLines.append(first.row)
            if let row = entry.ownRow, areCells(behind: label) {
                completeHeaders(of: entry.block)
                let place = RowPlace(block: entry.block, row: row)
                var opened = OpenRow(place: place, label: range, layout: layout)
                opened.line = last.row
                opened.standing = standing(of: place, number, line: first.row, own)
                open = opened
            }
        case .header, .spanning, .serials: noteHeader(number, from: first, to: last, range)
        case .row(let row):
            rowLines.append(first.row)
            completeHeaders(of: entry.block)
            let place = RowPlace(block: entry.block, row: row)
            var opened = OpenRow(place: place, label: range, layout: layout)
            opened.line = last.row
            opened.standing = standing(of: place, number, line: first.row, own)
            noteUnit(in: range, of: &opened)
            open = opened
        }
    }

    private mutating func noteHeader(_ number: Int, from first: PlacedToken, to last: PlacedToken, _ range: Range<Int>)
    {
        let block = index.entries[number].block
        var token = first.token
        token.width = last.token.column + last.token.width - token.column
        if headers[block]?.isFollowed(by: number, index.blocks[block]) != false { headers[block] = HeaderColumns() }
        headers[block]?.note(
            number, of: index, token: token, row: rows[last.row], number: first.row, range: range, in: text)
    }

    private mutating func noteSeen(_ kind: FormIndex.PrintedLabel.Kind) {
        switch kind {
        case .opening, .header(column: nil): seen = (false, nil)
        case .header: seen.own = true
        case .spanning, .serials, .row, .group: break
        }
    }

    mutating func completeHeaders(of block: Int) {
        guard headers[block]?.isComplete == false else { return }
        headers[block]?.complete(of: index.blocks[block], index.words, in: text)
    }
}
