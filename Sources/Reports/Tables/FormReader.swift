import Catalogue

/// Reads one edition's tables out of the rows of a document.
///
/// A row belongs to the form's row whose label it bears, within the context of the table and the group above it. What follows the label,
/// up to the next label or the row's end, are its cells; they are taken only when there are as many as the form has columns, or when the
/// headers show which they are. Otherwise the whole row is unreadable, and the next label starts afresh, so that one bad row never moves
/// another.
struct FormReader {
    private let index: FormIndex
    private let text: UnsafeBufferPointer<UInt8>
    private let rows: [TableRow]
    private let pieces: [Piece]
    private(set) var sheet: FormSheet
    /// Which rows were used as part of a table; the others are narrative.
    private(set) var isUsed: [Bool]

    private var context = FormContext()
    private var open: OpenRow?
    /// Whether the cells that come belong to a row the form does not have.
    private var isInUnknownRow = false
    private var headers: [Int: HeaderColumns] = [:]

    /// A token with the row it stands in.
    private struct Piece {
        var token: TableToken
        var row: Int
        var isFirstOfRow: Bool
    }

    private struct OpenRow {
        var place: RowPlace
        var label: Range<Int>
        var layout: TableRow.Layout
        var cells: [TableToken] = []
        /// What the document's own column 单位 says amounts are counted in.
        var multiplier: Int64?
    }

    var edition: String { index.edition }
    var cellsExpected: Int { index.cellCount }

    init(_ index: FormIndex, _ text: UnsafeBufferPointer<UInt8>, rows: [TableRow]) {
        self.index = index
        self.text = text
        self.rows = rows
        pieces = rows.indices.flatMap { row in
            rows[row].tokens.indices.map { Piece(token: rows[row].tokens[$0], row: row, isFirstOfRow: $0 == 0) }
        }
        isUsed = Array(repeating: false, count: rows.count)
        sheet = FormSheet(index, text)
    }

    mutating func read() {
        var position = 0
        var row = 0
        while position < pieces.count {
            let piece = pieces[position]
            if rows[row..<piece.row].contains(where: { $0.layout == .prose }) { leaveTable() }
            row = piece.row
            if piece.isFirstOfRow { beginRow(row) }
            if piece.token.cell != .other {
                takeCell(piece)
                position += 1
            } else if let (entry, count) = match(at: position) {
                enter(entry, pieces[position..<position + count])
                position += count
            } else {
                takeUnknown(at: position)
                position += 1
            }
        }
        leaveTable()
        fillBareUnlabelledRows()
        sheet.nameMissingRows()
    }

    // MARK: Rows

    private mutating func beginRow(_ number: Int) {
        let row = rows[number]
        if let open, !open.cells.isEmpty, row.layout == .exact || open.layout == .exact { close() }
        openUnlabelledRow(row)
    }

    /// Where a block's only row has no label, a row of cells alone under its headers is that row.
    private mutating func openUnlabelledRow(_ row: TableRow) {
        guard open == nil, let block = context.block, index.blocks[block].isUnlabelled,
            headers[block]?.areMostlySeen(of: index.blocks[block].columnCount) == true,
            !row.tokens.contains(where: { $0.cell == .other }), let first = row.tokens.first
        else { return }
        let isAllBlank = row.tokens.allSatisfy { $0.cell == .blank }
        guard !isAllBlank || row.tokens.count == index.blocks[block].columnCount else { return }
        let label = first.range.lowerBound..<first.range.lowerBound
        open = OpenRow(place: RowPlace(block: block, row: 0), label: label, layout: row.layout)
        context.isInHeaders = false
    }

    private mutating func takeCell(_ piece: Piece) {
        guard open != nil else {
            if piece.token.cell != .blank, isInUnknownRow { isUsed[piece.row] = true }
            return
        }
        open?.cells.append(piece.token)
        isUsed[piece.row] = true
    }

    private mutating func close() {
        guard var row = open else { return }
        open = nil
        let block = index.blocks[row.place.block]
        let columns = headers[row.place.block]
        if row.layout == .exact, row.cells.count != block.columnCount {
            if let chosen = columns?.choose(from: row.cells, count: block.columnCount) {
                row.cells = chosen
            } else {
                while row.cells.count > block.columnCount, row.cells.last?.cell == .blank { row.cells.removeLast() }
            }
        }
        if row.cells.count == block.columnCount {
            var multipliers = columns?.multipliers ?? [:]
            if let own = row.multiplier { for column in 0..<block.columnCount { multipliers[column] = own } }
            sheet.fill(row.place, label: row.label, cells: row.cells, multipliers: multipliers)
        } else if let last = row.cells.last {
            sheet.fillUnreadable(
                row.place, label: row.label, range: row.label.lowerBound..<last.range.upperBound,
                cellCount: row.cells.count)
        } else {
            sheet.fillBlank(row.place, label: row.label)
        }
    }

    private mutating func leaveTable() {
        close()
        context = FormContext()
        isInUnknownRow = false
    }

    /// The unlabelled row of a block whose headers stand there with nothing under them: where blanks leave no trace, all its cells are blank.
    private mutating func fillBareUnlabelledRows() {
        for (number, seen) in headers.sorted(by: { $0.key < $1.key }) {
            let block = index.blocks[number]
            guard block.isUnlabelled, seen.isLossy, seen.areMostlySeen(of: block.columnCount) else { continue }
            sheet.fillBlank(RowPlace(block: number, row: 0), label: seen.end..<seen.end)
        }
    }

    // MARK: Labels

    /// The entry of the form that stands at a position, and over how many tokens: a label may be broken over several.
    private func match(at position: Int) -> (entry: Int, count: Int)? {
        let first = pieces[position]
        var end = position
        while end < pieces.count, end < position + 4, pieces[end].token.cell == .other {
            let piece = pieces[end]
            if piece.row != first.row, rows[piece.row].layout == .exact || rows[first.row].layout == .exact { break }
            let range = first.token.range.lowerBound..<piece.token.range.upperBound
            guard range.count <= 330 else { break }
            end += 1
            let key = end == position + 1 ? first.token.key : LabelKey.of(text, range)
            guard let key, let candidates = index.candidates(key) else { continue }
            let following = end < pieces.count ? pieces[end] : nil
            let isFollowedByCell =
                following.map { $0.token.cell != .other && ($0.row == piece.row || rows[piece.row].layout == .lossy) }
                ?? false
            if let entry = context.choose(from: candidates, in: index, isFollowedByCell: isFollowedByCell) {
                return (entry, end - position)
            }
        }
        return nil
    }

    private mutating func enter(_ number: Int, _ label: ArraySlice<Piece>) {
        guard let first = label.first, let last = label.last else { return }
        let range = first.token.range.lowerBound..<last.token.range.upperBound
        let entry = index.entries[number]
        close()
        isInUnknownRow = false
        for piece in label { isUsed[piece.row] = true }
        context.move(to: number, in: index)
        switch entry.kind {
        case .opening, .group: break
        case .header(let column):
            headers[entry.block, default: HeaderColumns()].note(
                column: column, at: first.token.column, range: range, in: text,
                isLossy: rows[first.row].layout == .lossy)
        case .row(let row):
            open = OpenRow(
                place: RowPlace(block: entry.block, row: row), label: range, layout: rows[last.row].layout)
        }
    }

    /// A text that the form does not have: a cell that is no number, a unit, a damaged header, or the label of a local row.
    private mutating func takeUnknown(at position: Int) {
        let piece = pieces[position]
        if var row = open, row.cells.count < index.blocks[row.place.block].columnCount {
            if row.cells.isEmpty, let multiplier = UnitWord.multiplier(text, piece.token.range) {
                row.multiplier = multiplier
            } else if piece.token.key != nil || rows[piece.row].layout == .exact {
                row.cells.append(piece.token)
            }
            open = row
            isUsed[piece.row] = true
            return
        }
        close()
        guard context.block != nil, !context.isInHeaders else { return }
        let next = position + 1 < pieces.count ? pieces[position + 1] : nil
        guard piece.isFirstOfRow, let next, next.token.cell != .other, next.token.cell != .blank else { return }
        isInUnknownRow = true
        isUsed[piece.row] = true
        sheet.add(
            Doubt(
                .unknownLabel, at: piece.token.range,
                found: String(decoding: text[piece.token.range], as: UTF8.self)))
    }
}

/// The words of a column 单位, and the header of a column of amounts.
enum UnitWord {
    /// How many display units one of this is: of 万元 10,000, of 元, 件, 条 … 1; nil for text that is no unit.
    static func multiplier(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
        switch String(decoding: text[range], as: UTF8.self) {
        case "万元": 10_000
        case "元", "件", "条", "项", "个", "篇", "次", "场次", "人", "人次", "户", "宗": 1
        default: nil
        }
    }
}
