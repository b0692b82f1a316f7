/// The headers of one block as the document shows them: which columns there are, in what order, and the units they
/// name.
struct HeaderColumns {
    /// A header over figures: of columns that the form has, or of a local one.
    struct Header {
        /// The form's column that it is over, once that is settled; of several that are headed alike, the first until
        /// then.
        var column: Int?
        /// The form's columns that are headed so.
        var namesakes: [Int] = []
        /// The entry of a header that spans columns.
        var spanning: Int?
        var position: Int
        var width: Int
        /// The line of the document.
        var row: Int
        var range: Range<Int>

        var isLocal: Bool { column == nil && spanning == nil }
    }

    private(set) var headers: [Header] = []
    /// Whether rows have begun: headers that come later repeat those before (after a page break), and change nothing.
    private(set) var isComplete = false
    /// Whether the form's columns stand in another order here, or among local ones: cells are then told by their
    /// headers alone.
    private(set) var isRearranged = false
    /// The form's columns in the document's order, where headers that span columns tell it by their levels.
    private var order: [Int]?
    private var seen = 0
    /// Whether they stand in lines in which blank cells leave no trace.
    private(set) var isLossy = true
    private(set) var isGrid = true
    /// The headers of a table that was left without columns of the form, in the form's order; else none.
    private(set) var kept: [Header] = []
    /// Where copies of headers stand that were taken for one with those before them.
    private(set) var copies = Set<Int>()
    /// What is told of headers that are none of the form's, where one of the form's was not found.
    private(set) var strange = StrangeHeaders()
    /// Whether lines of headers show columns neither in the form's order nor in another that they tell.
    private(set) var isDisordered = false
    /// Whether they show columns of the document's own that no count of cells can leave out: a row that has as many
    /// cells as the form has columns has lost one.
    private(set) var hasOwnColumns = false
    /// Whether there are more headers than any table has: they say nothing.
    private(set) var isOverfull = false
    /// Whether a column of serial numbers stands before the labels.
    private(set) var hasSerials = false
    /// How many columns, as of codes, stand between the labels and the units.
    private(set) var codes = 0
    private var hasCorner = false
    /// The columns of headers that are over neither figures nor labels.
    private(set) var besides = Set<Int>()
    /// Whether one was over figures of the form, or over such headers.
    private(set) var areOfForm = false
    /// The end of the last one.
    private(set) var end = 0
    /// By column, how many display units one counted unit is, where the header says so (`单位：万元`); 0 for a unit that no
    /// form has.
    private(set) var multipliers: [Int: Int64] = [:]
    /// The year that the header of a block's only column names, and where.
    private(set) var dated: (year: Int, range: Range<Int>)?
    /// By column, where a unit is named that no form has.
    private(set) var unknownUnits: [Int: Range<Int>] = [:]

    /// Takes a header of the form: an entry of the form's index, and the token and row it stands in.
    mutating func note(
        _ number: Int, of index: FormIndex, token: TableToken, row: TableRow, number line: Int, range: Range<Int>,
        in text: UnsafeBufferPointer<UInt8>
    ) {
        seen += 1
        end = max(end, range.upperBound)
        isLossy = row.layout == .lossy
        isGrid = isGrid && row.isGrid
        var header = Header(position: token.column, width: token.width, row: line, range: range)
        switch index.entries[number].kind {
        case .serials:
            hasSerials = true
            besides.insert(token.column)
            if hasCorner, !isComplete { codes += 1 }
        case .header(column: nil):
            if hasCorner, !isComplete { codes += headers.count(where: \.isLocal) }
            hasCorner = true
            forgetLocal()
        case .spanning:
            areOfForm = true
            forgetLocal(before: line, text, index.words)
            header.spanning = number
            if !isComplete { add(header) }
        case .header(let column?):
            areOfForm = true
            header.column = column
            header.namesakes = index.blocks[index.entries[number].block].namesakes[column]
            if !isComplete { add(header) }
            noteUnit(of: column, text, range)
        case .opening, .row, .group: break
        }
    }

    /// Headers over the labels, or over others: what stood before them is no header over figures.
    private mutating func forgetLocal() {
        guard !isComplete else { return }
        besides.formUnion(headers.filter(\.isLocal).map(\.position))
        headers.removeAll(where: \.isLocal)
    }

    /// What stands above the first of the form's headers, and is no column's by its word, is a text above the table.
    private mutating func forgetLocal(
        before line: Int, _ text: UnsafeBufferPointer<UInt8>, _ words: HeaderWords
    ) {
        guard !isComplete, headers.allSatisfy(\.isLocal) else { return }
        let above = headers.filter { $0.row != line && !words.isOfFigures(text, $0.range) }
        besides.formUnion(above.map(\.position))
        headers.removeAll { header in above.contains { $0.range == header.range } }
    }

    /// Takes a text among the headers that is none of the form's: a damaged header, a local one, or the unit of the one
    /// before.
    mutating func noteUnknown(_ token: TableToken, row: Int, in text: UnsafeBufferPointer<UInt8>) {
        guard !isComplete else { return }
        if LabelKey.of(text, token.range) == nil {
            if let column = headers.last?.column { noteUnit(of: column, text, token.range) }
        } else {
            add(Header(position: token.column, width: token.width, row: row, range: token.range))
        }
    }

    private mutating func add(_ header: Header) {
        if headers.count < Self.most { headers.append(header) } else { isOverfull = true }
    }

    /// The widest table of the forms has fifteen columns, under three lines of headers.
    private static let most = 256

    /// Rows begin: what the headers say is settled.
    mutating func complete(of block: FormIndex.Block, _ words: HeaderWords, in text: UnsafeBufferPointer<UInt8>) {
        guard !isComplete else { return }
        isComplete = true
        let wasGrid = isGrid
        mergeCopies()
        settleOnlyColumn(of: block, words, in: text)
        let isSpanned = block.above.contains { !$0.isEmpty }
        if isSpanned, !isGrid {
            settleOrder(of: block)
            kept = keptInLines(of: block)
        } else if isSpanned, !settleColumns(of: block) || wanted(block.columnCount) == nil {
            kept = keptInOrder(block.columnCount)
            // Whose spans are damaged has lost its levels, too: the form's own order is all that is known.
            if kept.isEmpty { isGrid = false }
        } else if !isSpanned {
            kept = keptInOrder(block.columnCount)
        }
        isRearranged = order != nil || areRearranged(block.columnCount, isSpanned: isSpanned)
        strange = StrangeHeaders(headers, of: block, isLossy: isLossy, words, text)
        isDisordered = isSplit
        if isGrid { return }
        isDisordered = isDisordered || !isRearranged && !areInOrder(of: block)
        hasOwnColumns =
            strange.byOrder.isEmpty && strange.hasColumns && !(wasGrid && areOnlyDamaged(of: block, words, in: text))
            && !areSumsInPlace(in: block, text)
    }

    /// 本年处理决定数量 over 上年 and 本年: whether a header of the form is over columns of the document's own, of which nothing
    /// says which one the form's is.
    private var isSplit: Bool {
        headers.contains { header in
            let columns = header.position..<header.position + header.width
            return header.column != nil && header.width > 1
                && headers.count { $0.isLocal && $0.row > header.row && columns.contains($0.position) } > 1
        }
    }

    /// Some programs write a merged cell into each of its columns, its header too: one header, as wide as all of them.
    private mutating func mergeCopies() {
        guard !isLossy else { return }
        var merged: [Header] = []
        for header in headers {
            guard let last = merged.last, last.row == header.row, last.position + last.width == header.position,
                header.column != nil, last.column == header.column, header.namesakes.count == 1
            else {
                merged.append(header)
                continue
            }
            merged[merged.count - 1].width += header.width
            copies.insert(header.position)
        }
        headers = merged
    }

    private mutating func settleOnlyColumn(
        of block: FormIndex.Block, _ words: HeaderWords, in text: UnsafeBufferPointer<UInt8>
    ) {
        guard block.columnCount == 1, let only = onlyColumn(in: text, words) else { return }
        (headers[only].column, headers[only].namesakes) = (0, [0])
        dated = Title.years(in: Wording(text, headers[only].range)).first.map { ($0, headers[only].range) }
    }

    private mutating func noteUnit(of column: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard let multiplier = UnitWord.multiplier(in: text, range) else { return }
        multipliers[column] = multiplier
        unknownUnits[column] = multiplier == 0 ? range : nil
    }

    /// Whether enough of a block's headers stand there to say that its table does.
    func areMostlySeen(of columnCount: Int) -> Bool { seen > 0 && seen * 2 >= columnCount }

    /// Whether the header of a column was found.
    func hasHeader(of column: Int) -> Bool { headers.contains { $0.column == column } }

    /// Whether all headers of the form were found, and no others.
    func areWhole(of columnCount: Int) -> Bool { !headers.contains(where: \.isLocal) && wanted(columnCount) != nil }

    /// Whether a cell of a line of text stands before all headers over figures, and some of these were not found: it
    /// may be the rest of a label's merged cell, and the line one figure short.
    func isBeforeHeaders(_ cell: TableToken, of columnCount: Int) -> Bool {
        guard !isGrid, !isLossy, Set(headers.compactMap(\.column)).count < columnCount,
            let first = headers.filter({ !$0.isLocal }).map(\.position).min()
        else { return false }
        return cell.column < first
    }

    // MARK: Under headers that span columns

    /// In a grid, a header belongs to what spans it: of the three columns 结果维持, the one under 行政复议. False where the
    /// grid's own spans are damaged.
    private mutating func settleColumns(of block: FormIndex.Block) -> Bool {
        for number in headers.indices where headers[number].column != nil {
            let header = headers[number]
            let above = headers.filter { other in
                other.spanning != nil && other.row < header.row
                    && (other.position..<other.position + other.width).contains(header.position)
            }
            let entries = Set(above.compactMap(\.spanning))
            guard let column = header.namesakes.first(where: { Set(block.above[$0]) == entries }) else { return false }
            headers[number].column = column
        }
        return true
    }

    /// In flattened text, the levels of headers tell the order, if they are whole.
    private mutating func settleOrder(of block: FormIndex.Block) {
        if isUsual(block) { return }
        let items = headers.compactMap { header -> HeaderOrder.Item? in
            header.spanning.map { .spanning($0) } ?? (header.column == nil ? nil : .column(header.namesakes))
        }
        let levels = HeaderOrder(above: block.above)
        guard items.count == headers.count, let columns = levels.columns(items), columns != Array(columns.indices),
            !(isLossy && levels.isOnlyAGroupMoved(columns))
        else { return }
        order = columns
    }

    /// Whether the headers stand there as the form has them, as they nearly always do.
    private func isUsual(_ block: FormIndex.Block) -> Bool { isLike(block.usualHeaders) }

    private func isLike(_ usual: [HeaderOrder.Item]) -> Bool {
        guard headers.count == usual.count else { return false }
        return zip(headers, usual).allSatisfy { header, item in
            switch item {
            case .spanning(let entry): header.spanning == entry
            case .column(let columns): header.spanning == nil && header.namesakes == columns
            }
        }
    }

    // MARK: Choosing cells

    /// The cells under the form's headers, of a row in which every cell has its place. Nil where the headers do not
    /// tell which they are: one was not found or stands twice, headers that span columns have moved the others, or a
    /// cell stands under none.
    func choose(from cells: [TableToken], count: Int) -> [TableToken]? {
        if order != nil { return choose(byOrder: cells, count: count) }
        guard let wanted = wanted(count) else { return nil }
        guard isGrid || Set(wanted.map(\.row)).count == 1 || isIncreasing(wanted.map(\.position)) else { return nil }
        let written = cells.filter { $0.cell != .blank }
        let positions = Set(headers.map(\.position))
        guard Set(written.map(\.column)).count == written.count, written.allSatisfy({ positions.contains($0.column) })
        else { return nil }
        let chosen = wanted.compactMap { header in cells.first { $0.column == header.position } }
        return chosen.count == count ? chosen : nil
    }

    /// The cells under the form's headers, of a row that has as many cells as there are headers over figures, local
    /// ones included.
    func choose(byOrder cells: [TableToken], count: Int) -> [TableToken]? {
        if let order {
            guard cells.count == count, order.count == count else { return nil }
            return (0..<count).compactMap { column in order.firstIndex(of: column).map { cells[$0] } }
        }
        let columns = headers.filter { $0.spanning == nil }
        guard let wanted = wanted(count), cells.count == columns.count else { return nil }
        // Copied out level by level, 总计 stands before the headers under its neighbour: no order of columns.
        guard columns.count == headers.count || isIncreasing(wanted.map(\.range.lowerBound)) else { return nil }
        return wanted.compactMap { header in columns.firstIndex { $0.range == header.range }.map { cells[$0] } }
    }

    /// Under headers that span columns (`isSpanned`) the order of a flattened text is told by their levels, if at all.
    private func areRearranged(_ count: Int, isSpanned: Bool) -> Bool {
        guard let wanted = wanted(count), let line = wanted.first?.row else { return false }
        if isLossy { return !isSpanned && !isIncreasing(wanted.map(\.range.lowerBound)) }
        guard isGrid || wanted.allSatisfy({ $0.row == line }) else { return false }
        let lines = Set(wanted.map(\.row))
        return !isIncreasing(wanted.map(\.position)) || headers.contains { $0.isLocal && lines.contains($0.row) }
    }

    private func isIncreasing(_ places: [Int]) -> Bool { zip(places, places.dropFirst()).allSatisfy(<) }

    /// The header of each column; nil unless every one stands there exactly once.
    func wanted(_ count: Int) -> [Header]? {
        var wanted: [Header] = []
        for column in 0..<count {
            guard let first = headers.firstIndex(where: { $0.column == column }),
                !headers[(first + 1)...].contains(where: { $0.column == column })
            else { return nil }
            wanted.append(headers[first])
        }
        return wanted
    }

    // MARK: Columns that were left out

    /// The cells of a row of a table that was left without columns, by their headers; nil for the columns that are not
    /// there. Nil altogether where nothing was left out, or where the headers do not tell which cells these are.
    func keep(from cells: [TableToken], count: Int) -> [TableToken?]? {
        guard let first = kept.map(\.position).min(), let end = kept.map({ $0.position + $0.width }).max() else {
            return nil
        }
        // The rest of a label's merged cell, and what pads the row behind the headers.
        var cells = Array(cells.drop { $0.cell == .blank && $0.column < first })
        while let last = cells.last, last.cell == .blank, last.column >= end { cells.removeLast() }
        guard cells.count != count else { return nil }
        var found = kept.map { header in cells.first { $0.column == header.position } }
        let positions = Set(kept.map(\.position))
        let written = cells.filter { $0.cell != .blank }
        if Set(written.map(\.column)).count != written.count || found.contains(where: { $0 == nil })
            || !written.allSatisfy({ positions.contains($0.column) })
        {
            guard !isGrid, haveNoGaps, cells.count == kept.count else { return nil }
            found = cells
        }
        let columns = Dictionary(zip(kept.compactMap(\.column), found), uniquingKeysWith: { one, _ in one })
        return (0..<count).map { columns[$0] ?? nil }
    }

    /// Whether no blank cell stands between headers of a line.
    private var haveNoGaps: Bool {
        Dictionary(grouping: headers, by: \.row).values.allSatisfy { line in
            zip(line, line.dropFirst()).allSatisfy { $0.position + $0.width == $1.position }
        }
    }

    /// The headers of a table without some of the form's columns, if they are all the form's own and stand in its
    /// order.
    private func keptInOrder(_ count: Int) -> [Header] {
        guard headers.count(where: { $0.spanning == nil }) < count else { return [] }
        let columns = headers.filter { $0.spanning == nil }.sorted { ($0.column ?? 0) < ($1.column ?? 0) }
        let found = columns.compactMap(\.column)
        guard found.count == columns.count, Set(found).count == found.count, found.count < count,
            found.count * 2 > count, isIncreasing(columns.map(\.position))
        else { return [] }
        return columns
    }

    /// The same of headers in lines of text, whose levels stand one after the other.
    private func keptInLines(of block: FormIndex.Block) -> [Header] {
        guard headers.count(where: { $0.column != nil }) < block.columnCount else { return [] }
        let found = headers.compactMap(\.column)
        guard block.namesakes.allSatisfy({ $0.count == 1 }), Set(found).count == found.count,
            found.count < block.columnCount, found.count * 2 > block.columnCount
        else { return [] }
        let usual = block.usualHeaders.filter { item in
            if case .column(let columns) = item { columns.contains(where: found.contains) } else { true }
        }
        return isLike(usual)
            ? headers.filter { $0.column != nil }.sorted { ($0.column ?? 0) < ($1.column ?? 0) } : []
    }

    // MARK: What is not the form's

    /// Headers beside the form's own that are over columns of the document's own.
    func localHeaders(_ count: Int) -> [Range<Int>] {
        guard headers.contains(where: \.isLocal), let wanted = wanted(count) else { return [] }
        let lines = Set(wanted.map(\.row))
        return headers.filter { $0.isLocal && (isLossy || lines.contains($0.row)) }.map(\.range)
    }

    /// Texts among the headers where not every column's header was found, and the columns whose headers were not.
    func unknown(_ count: Int) -> (texts: [Range<Int>], columns: [Int]) {
        guard headers.contains(where: \.isLocal) else { return ([], []) }
        let missing = (0..<count).filter { column in !headers.contains { $0.column == column } }
        return (headers.filter(\.isLocal).map(\.range), missing)
    }
}
