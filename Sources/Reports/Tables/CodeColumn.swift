/// The numbers of lines that a document has in a column of its own between the labels and the figures: 代码, 行次, or a
/// column without a header.
///
/// They are known by counting the rows up, one by one and longer than figures do by chance, in rows that have a cell
/// more than the form. Beside blank cells they would be the figures of its first column.
struct CodeColumn {
    /// The rows without them and without their header.
    private(set) var rows: [TableRow]
    /// What stands over them.
    private(set) var headers: [Range<Int>] = []
    private let words: HeaderWords

    /// A row that has a number behind its labels.
    private struct Counted {
        var row: Int
        var token: Int
        var number: Int64
    }

    /// - Parameter width: how many figures the form has in the row of a label; nil of what is none.
    init(
        _ rows: [TableRow], _ text: UnsafeBufferPointer<UInt8>, _ words: HeaderWords, width: (UInt64) -> Int?
    ) {
        self.words = words
        self.rows = rows
        var run: [Counted] = []
        for row in rows.indices {
            let next = Self.counted(rows[row], row)
            if let last = run.last, rows[row].layout == .prose || next.map({ $0.number != last.number &+ 1 }) == true {
                drop(run, text, width)
                run = []
            }
            if let next { run.append(next) }
        }
        drop(run, text, width)
    }

    private static func counted(_ row: TableRow, _ number: Int) -> Counted? {
        guard row.layout == .exact,
            let first = row.tokens.firstIndex(where: { if case .number = $0.cell { true } else { false } }), first > 0,
            case .number(let written) = row.tokens[first].cell, written.decimals == 0, written.unit == .none,
            written.multiplier == 1, !written.isChange, !row.tokens[first].isShared, row.tokens[first].width == 1,
            row.tokens[..<first].contains(where: { $0.cell == .other && $0.key != nil })
        else { return nil }
        return Counted(row: number, token: first, number: written.digits)
    }

    private mutating func drop(_ run: [Counted], _ text: UnsafeBufferPointer<UInt8>, _ width: (UInt64) -> Int?) {
        guard run.count >= Self.fewest, isBesideFigures(run, width) else { return }
        dropHeader(above: run[0], text)
        for counted in run { rows[counted.row].tokens.remove(at: counted.token) }
    }

    /// So many rows of figures do not count up by chance.
    private static let fewest = 8

    /// Whether the rows have a cell more than the form has figures: behind a number, or nothing behind it at all.
    private func isBesideFigures(_ run: [Counted], _ width: (UInt64) -> Int?) -> Bool {
        var known = 0
        var (isFuller, isFilled) = (false, false)
        for counted in run {
            let tokens = rows[counted.row].tokens
            guard let width = tokens[..<counted.token].compactMap({ $0.key.flatMap(width) }).last else { continue }
            let cells = tokens[counted.token...]
            guard let last = cells.lastIndex(where: { $0.cell != .blank }), last - counted.token <= width else {
                return false
            }
            known += 1
            if last - counted.token == width { isFuller = true }
            if last - counted.token == width - 1, width > 1 { isFilled = true }
            if cells.count <= width { isFilled = true }
        }
        return known >= Self.fewest && known * 2 >= run.count && (isFuller || !isFilled)
    }

    /// Leaves out the word over the numbers, in the lines of headers.
    private mutating func dropHeader(above first: Counted, _ text: UnsafeBufferPointer<UInt8>) {
        let column = rows[first.row].tokens[first.token].column
        let isGrid = rows[first.row].isGrid
        for row in rows[..<first.row].indices.suffix(Self.headerLines) where rows[row].isGrid == isGrid {
            let heads = rows[row].tokens.indices.filter { place in
                let token = rows[row].tokens[place]
                return token.cell == .other && (!isGrid || token.column == column && token.width == 1)
                    && words.isOfCodes(text, token.range)
            }
            for place in heads.reversed() { headers.append(rows[row].tokens.remove(at: place).range) }
        }
    }

    private static let headerLines = 6
}
