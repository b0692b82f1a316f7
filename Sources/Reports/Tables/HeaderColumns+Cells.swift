/// Which cells the headers stand over, where they are copied or not all the form's.
extension HeaderColumns {
    /// The columns of a table without labels of which a part stands by itself, below what spans it: 行政复议 without
    /// 行政诉讼. None where all of it stands here, or something else.
    func part(of block: FormIndex.Block) -> [Int] {
        guard block.isUnlabelled, headers.count < block.columnCount, case let spanning = headers.compactMap(\.spanning),
            !spanning.isEmpty, zip(spanning, spanning.dropFirst()).allSatisfy(<)
        else { return [] }
        let columns = block.above.indices.filter { block.above[$0].last.map(spanning.contains) == true }
        let leaves = headers.filter { $0.spanning == nil }
        let areAlike = zip(leaves, columns).allSatisfy { $0.namesakes.contains($1) }
        return areAlike && leaves.count == columns.count && columns.count < block.columnCount ? columns : []
    }

    /// The cells of a row behind a column that the document has before the form's, as of codes, where each stands under
    /// its header in a grid or in a line.
    func behindCodes(_ cells: [TableToken], count: Int) -> [TableToken]? {
        guard !isLossy, cells.count > count, let wanted = wanted(count), let first = wanted.map(\.position).min(),
            isGrid || Set(wanted.map(\.row)).count == 1,
            cells.allSatisfy({ $0.column >= first || $0.cell == .blank || besides.contains($0.column) })
        else { return nil }
        var own = Array(cells.drop { $0.column < first })
        while own.count > count, own.last?.cell == .blank { own.removeLast() }
        return own.map(\.column) == wanted.map(\.position) ? own : nil
    }

    /// Whether a cell of a row stands before all headers over figures of a table without labels.
    func isBeforeAll(_ cell: TableToken, of block: FormIndex.Block) -> Bool {
        guard block.isUnlabelled, !isLossy, let first = firstPosition else { return false }
        return cell.column + cell.width <= first
    }

    /// Whether a cell of a grid stands before all headers over figures.
    func isBeforeFigures(_ cell: TableToken) -> Bool {
        guard isGrid, !isLossy, let first = firstPosition else { return false }
        return cell.column + cell.width <= first
    }

    private var firstPosition: Int? { headers.lazy.filter { !$0.isLocal }.map(\.position).min() }

    /// How many columns stand here: all of the form's, or those of a part.
    func columnCount(of block: FormIndex.Block) -> Int {
        let part = part(of: block)
        return part.isEmpty ? block.columnCount : part.count
    }

    /// Whether the headers of the next part begin behind a part and its row, by an entry that spans columns.
    func isFollowed(by entry: Int, _ block: FormIndex.Block) -> Bool {
        isComplete && block.aboveHeaders[entry] != nil && !headers.contains { $0.spanning == entry }
            && !part(of: block).isEmpty
    }

    /// The cells of a row that a part of the table has; nil of the other columns, and altogether where they stand below
    /// no header of their own.
    func cells(_ cells: [TableToken], in part: [Int], of block: FormIndex.Block) -> [TableToken?]? {
        var told = cells[...]
        while told.count > part.count, told.last?.cell == .blank { told.removeLast() }
        guard told.count == part.count else { return nil }
        let leaves = headers.filter { $0.spanning == nil }
        let arePlaced = zip(told, leaves).allSatisfy { cell, header in
            (header.position..<header.position + header.width).contains(cell.column)
        }
        guard isLossy || arePlaced else { return nil }
        var found = [TableToken?](repeating: nil, count: block.columnCount)
        for (column, cell) in zip(part, told) { found[column] = cell }
        return found
    }

    /// The cells of a row without the copies that a program has made of a merged cell, one under each copy of its
    /// header; nil where the copies differ.
    func withoutCopies(_ cells: [TableToken]) -> [TableToken]? {
        var own: [TableToken] = []
        var before: TableToken?
        for cell in cells {
            if copies.contains(cell.column) {
                guard let first = before, first.column + first.width == cell.column,
                    cell.cell == first.cell || cell.cell == .blank
                else { return nil }
            } else {
                own.append(cell)
            }
            before = cell
        }
        return own
    }

    /// The one of several headers that is over the only column of a block, where the form's own is not there: 全年 beside
    /// 上半年, 合计 beside 镇机关, the last of some years. No report has figures of the year after its own.
    func onlyColumn(in text: UnsafeBufferPointer<UInt8>, _ words: HeaderWords) -> Int? {
        let columns = headers.indices.filter { !UnitWord.isOne(text, headers[$0].range) }
        guard !columns.isEmpty,
            columns.allSatisfy({ headers[$0].isLocal && headers[$0].row == headers[columns[0]].row })
        else { return nil }
        let heads = columns.map { Wording(text, headers[$0].range) }
        let figures = columns.indices.filter { words.figures.contains(heads[$0]) }
        let others = columns.indices.filter { !figures.contains($0) }
        if figures.count == 1, others.allSatisfy({ words.codes.contains(heads[$0]) }) { return columns[figures[0]] }
        // 2016年, 2016年统计数 | 2008年以来累计
        let dated = columns.indices.filter { words.isYear(heads[$0]) }
        let areBeside = columns.indices.allSatisfy {
            dated.contains($0) || words.codes.contains(heads[$0]) || words.running.isIn(heads[$0])
        }
        if dated.count == 1, areBeside { return columns[dated[0]] }
        guard columns.count > 1 else { return nil }
        let whole = columns.indices.filter { words.wholes.contains(heads[$0]) }
        if whole.count == 1 { return columns[whole[0]] }
        let years = heads.compactMap { words.isYear($0) ? Title.years(in: $0).first : nil }
        guard years.count == columns.count, Set(years).count == years.count, let last = years.max() else { return nil }
        return years.firstIndex(of: last).map { columns[$0] }
    }

    /// Whether headers of a line or a grid, some of which were not found, stand over other cells than the form's order
    /// would give them; headers in several lines of text have no places that could say so.
    func contradict(_ cells: [TableToken], count: Int) -> Bool {
        guard line != nil, case let settled = settled, settled.count < count else { return false }
        let shifts = settled.compactMap { header -> Int? in
            guard let column = header.column, cells.indices.contains(column) else { return nil }
            return cells[column].column - header.position
        }
        if !kept.isEmpty { return shifts.contains { $0 != 0 } }
        // Rows may have more labels in front than there are headers over them: then they end as much later, too.
        let end = headers.map { $0.position + $0.width }.max() ?? 0
        let later = (cells.last.map { $0.column + $0.width } ?? end) - end
        return Set(shifts).count > 1 || shifts.contains { $0 < 0 || $0 > 0 && $0 != later }
    }

    /// By column, the header over its cell that is none of the form's, where the form's own was not found.
    func strangers(over cells: [TableToken?]) -> [Int: Range<Int>] {
        guard !strange.headers.isEmpty else { return [:] }
        guard let line else { return strange.byOrder }
        let shift = settled.lazy.compactMap { header -> Int? in
            guard let column = header.column, cells.indices.contains(column) else { return nil }
            return cells[column].map { $0.column - header.position }
        }.first
        var found: [Int: Range<Int>] = [:]
        for case (let column, let cell?) in cells.enumerated() where !hasHeader(of: column) {
            let over = headers.filter { header in
                header.isLocal && (isGrid || header.row == line)
                    && (header.position..<header.position + header.width).contains(cell.column - (shift ?? 0))
            }
            if over.allSatisfy({ strange.headers.contains($0.range) }) { found[column] = over.last?.range }
        }
        return found
    }

    /// The headers over one column each that no other is headed like.
    private var settled: [Header] { headers.filter { $0.column != nil && $0.namesakes.count == 1 } }

    /// The line of the headers that tells which cells they are over; nil where none does.
    private var line: Int? {
        guard !isLossy, let first = headers.first(where: { $0.column != nil }) ?? headers.first else { return nil }
        return isGrid || headers.allSatisfy { $0.column == nil || $0.row == first.row } ? first.row : nil
    }
}

/// Headers that are none of the form's, nor pieces of one that was not found.
struct StrangeHeaders {
    private(set) var headers = Set<Range<Int>>()
    /// Those that stand where the form has the header of a column, by the order of all of them.
    private(set) var byOrder: [Int: Range<Int>] = [:]
    /// Whether some of them, or of those beside all of the form's, are over columns: no units, no remarks at the end.
    private(set) var hasColumns = false

    init() {}

    init(
        _ all: [HeaderColumns.Header], of block: FormIndex.Block, isLossy: Bool, _ words: HeaderWords,
        _ text: UnsafeBufferPointer<UInt8>
    ) {
        guard all.contains(where: \.isLocal) else { return }
        let missing = (0..<block.columnCount).filter { column in
            let alike = block.namesakes[column].count
            return !all.contains { $0.column == column } && all.count { $0.namesakes.contains(column) } < alike
        }
        let lost = block.aboveHeaders.filter { entry, _ in !all.contains { $0.spanning == entry } }
        let printed = missing.map { block.headers[$0] } + lost.values
        let local = all.filter { $0.isLocal && !Self.isPiece($0.range, ofAny: printed, text) }
        let isCaptioned = block.isUnlabelled && !isLossy
        hasColumns = local.contains { Self.isOverColumn($0, among: all, isCaptioned: isCaptioned, words, text) }
        guard !missing.isEmpty else { return }
        headers = Set(local.map(\.range))
        setOrder(all, of: block)
    }

    private mutating func setOrder(_ all: [HeaderColumns.Header], of block: FormIndex.Block) {
        let isFlat = !all.contains { $0.spanning != nil }
        let usual = isFlat ? block.namesakes.map { HeaderOrder.Item.column($0) } : block.usualHeaders
        guard all.count == usual.count else { return }
        for (header, item) in zip(all, usual) {
            switch item {
            case .column(let columns) where header.isLocal:
                guard columns.count == 1, let column = columns.first else { continue }
                if headers.contains(header.range) { byOrder[column] = header.range }
            case .column(let columns) where header.spanning == nil && header.namesakes == columns: break
            case .spanning(let entry) where header.spanning == entry: break
            default:
                byOrder = [:]
                return
            }
        }
    }

    /// Whether a header of the document's own is over a column in which something is counted: no unit, no remarks at
    /// the end, nor what the one row of a table is of, in a line by itself above it.
    private static func isOverColumn(
        _ header: HeaderColumns.Header, among all: [HeaderColumns.Header], isCaptioned: Bool,
        _ words: HeaderWords, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if UnitWord.isOne(text, header.range) { return false }
        guard header.range == all.last?.range else { return true }
        let isAlone = all.count { $0.row == header.row } == 1
        if isCaptioned, isAlone, !words.isOfFigures(text, header.range) { return false }
        return !words.remarks.contains(Wording(text, header.range))
    }

    /// Whether a text has no letter, before a note in brackets, that one of some printed headers has not in the same
    /// order: it is that header, damaged.
    static func isPiece(
        _ range: Range<Int>, ofAny printed: [String], _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var letters: [UInt32] = []
        var scalars = Scalars(text, range)
        while let raw = scalars.next() {
            let scalar = ScalarClass.folded(raw)
            if scalar == 0x28, !letters.isEmpty { break }
            if ScalarClass.isWordPart(scalar) { letters.append(Traditional.simplified(scalar)) }
        }
        return printed.contains { header in
            var rest = letters[...]
            for scalar in header.unicodeScalars where scalar.value == rest.first { rest.removeFirst() }
            return rest.isEmpty
        }
    }
}
