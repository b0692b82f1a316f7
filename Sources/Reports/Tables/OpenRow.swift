/// A row of the form whose label has been read and whose cells are being collected.
struct OpenRow {
    let place: RowPlace
    let label: Range<Int>
    /// The line of its label.
    var line: Int?
    /// That of its cells, once there are any.
    var layout: TableRow.Layout
    private(set) var cells: [TableToken] = []
    /// What the document's own column 单位 says amounts are counted in.
    var multiplier: Int64?
    /// Whether it says that its row counts something, as 件 does: nothing of what money is in.
    var isCounted = false
    /// Where its label names a unit that no form has.
    var unknownUnit: Range<Int>?
    /// The units of money that its label and what stands behind its cells name.
    var stated: [StatedUnits.Stated] = []
    /// Whether something else than cells stood among the cells, so that their number says nothing.
    private(set) var isDoubtful = false
    /// What tells that it is the report's.
    var standing = RowStanding()
    /// Whether neither label nor header leads it: a line of values under the heading of their section.
    var isBare = false

    init(place: RowPlace, label: Range<Int>, layout: TableRow.Layout) {
        self.place = place
        self.label = label
        self.layout = layout
    }

    /// The cells of a row, told apart or not.
    enum Fit {
        /// One for each column of the form; nil of columns that the table was left without.
        case cells([TableToken?])
        case blank
        case unreadable
        /// Too few values to say that they are a row of the form at all.
        case nothing

        /// Not by a cast of the array, which looks at each element's type.
        static func all(_ cells: some Collection<TableToken>) -> Fit { .cells(cells.map { $0 }) }
    }

    mutating func append(_ cell: TableToken) {
        if cells.isEmpty { cells.reserveCapacity(Self.usualCells) }
        cells.append(cell)
    }

    private static let usualCells = 8

    mutating func append(doubtful cell: TableToken) {
        append(cell)
        isDoubtful = true
    }

    /// Leaves out the numbers of the columns that stand before the figures.
    mutating func dropColumnNumbers(_ count: Int) {
        if cells.count >= 2 * count, cells.prefix(count).areColumnNumbers { cells.removeFirst(count) }
    }

    /// Whether more cells stand here than the form has, without a text among them that could explain it.
    func isOverfull(_ count: Int) -> Bool { !isDoubtful && cells.count { $0.cell != .blank } > count }

    /// Leaves out what stood before the unit, in columns of codes, which are no figures.
    mutating func dropCodes() { (cells, isDoubtful) = ([], false) }

    /// Says that something that may be a part of a cell stands behind it.
    mutating func doubt() { isDoubtful = true }

    /// The one cell that all cells of a row were merged into.
    var mergedCell: TableToken? { cells.count == 1 && cells[0].width > 1 ? cells[0] : nil }

    /// How many cells stand here; without the texts among them, if there are as many as the form has.
    func cellCount(_ count: Int) -> Int {
        let texts = cells.count { $0.cell == .other }
        return texts > 0 && cells.count - texts == count ? count : cells.count
    }

    func fit(_ block: FormIndex.Block, headers: HeaderColumns?, _ text: UnsafeBufferPointer<UInt8>) -> Fit {
        let count = block.columnCount
        if isBare, cells.count != count { return cells.count * 2 > count ? .unreadable : .nothing }
        if cells.isEmpty { return layout == .exact ? .unreadable : .blank }
        if block.isUnlabelled, let headers, case let part = headers.part(of: block), !part.isEmpty {
            if isDoubtful { return .unreadable }
            return headers.cells(cells, in: part, of: block).map { .cells($0) } ?? .unreadable
        }
        if block.isUnlabelled, cells.first?.cell == .other, let headers {
            var row = self
            row.cells.removeAll { $0.cell == .other && headers.isBeforeAll($0, of: block) }
            if row.cells.count < cells.count { return row.fit(block, headers: headers, text) }
        }
        if headers?.isOverfull == true || headers?.isDisordered == true { return .unreadable }
        if let zeros = gluedZeros(count, text) { return .all(zeros) }
        return layout == .exact ? exactFit(count, headers) : lossyFit(count, headers)
    }

    private func exactFit(_ count: Int, _ headers: HeaderColumns?) -> Fit {
        if let headers, !headers.copies.isEmpty { return fitWithoutCopies(count, headers) }
        let isRearranged = headers?.isRearranged == true
        if isRearranged || cells.count != count, let chosen = headers?.choose(from: cells, count: count) {
            return .all(chosen)
        }
        if let kept = headers?.keep(from: cells, count: count) { return .cells(kept) }
        if let own = headers?.behindCodes(cells, count: count), !isDoubtful { return .all(own) }
        var told = cells
        while told.count > count, told.last?.cell == .blank { told.removeLast() }
        // The code of a row whose figures are blank, or a figure below a wider header of labels.
        if told.count < cells.count, let first = told.first, first.cell != .blank, told.last?.cell == .blank,
            headers?.isBeforeFigures(first) == true
        {
            return .unreadable
        }
        // What is left of a label's merged cells where the headers have lost theirs: too many cells, the last a figure.
        let extra = told.count - count
        if extra > 0, told.last?.cell != .blank, told.prefix(extra).allSatisfy({ $0.cell == .blank }),
            headers?.areWhole(of: count) == true
        {
            told.removeFirst(extra)
        }
        // The rest of a label's merged cell, and one figure too few: one header is too few as well.
        if told.count == count, let first = told.first, first.cell == .blank,
            headers?.isBeforeHeaders(first, of: count) == true
        {
            return .unreadable
        }
        let isAsTheFormHasIt =
            !isRearranged && headers?.hasOwnColumns != true && headers?.contradict(told, count: count) != true
        return told.count == count && isAsTheFormHasIt && !isDoubtful ? .all(told) : .unreadable
    }

    /// Of a row under copies of headers: only where these tell each cell.
    private func fitWithoutCopies(_ count: Int, _ headers: HeaderColumns) -> Fit {
        guard !isDoubtful, let own = headers.withoutCopies(cells) else { return .unreadable }
        if let chosen = headers.choose(from: own, count: count) { return .all(chosen) }
        return headers.keep(from: own, count: count).map { .cells($0) } ?? .unreadable
    }

    /// Of a row whose blank cells may have vanished. Those that pipes have kept count only where the pipe that begins
    /// the next row cannot be taken for one of them.
    private func lossyFit(_ count: Int, _ headers: HeaderColumns?) -> Fit {
        let blanks = cells.reversed().prefix { $0.cell == .blank }.count
        let told = Array(cells.dropLast(blanks))
        if isDoubtful { return .unreadable }
        if told.isEmpty { return .blank }
        if headers?.isRearranged != true, headers?.hasOwnColumns != true {
            if told.count == count { return .all(told) }
            if told.count < count, cells.count > count { return .all(cells.prefix(count)) }
        }
        return headers?.choose(byOrder: told, count: count).map { .all($0) } ?? .unreadable
    }

    /// `000` for three columns: three zeros, since no count is written so. `012` could be many things.
    private func gluedZeros(_ count: Int, _ text: UnsafeBufferPointer<UInt8>) -> [TableToken]? {
        guard count > 1, let first = cells.firstIndex(where: { $0.cell != .blank }),
            case let range = cells[first].range, range.count == count,
            range.allSatisfy({ text[$0] == UInt8(ascii: "0") }),
            cells[(first + 1)...].allSatisfy({ $0.cell == .blank })
        else { return nil }
        return range.map { position in
            let zero = position..<position + 1
            return TableToken(range: zero, column: position - range.lowerBound, key: nil, cell: CellText(text, zero))
        }
    }
}
