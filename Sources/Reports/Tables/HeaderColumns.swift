/// The headers of one block as the document shows them: which columns there are, in what order, and the units they name.
struct HeaderColumns {
    /// A header over figures: of a column that the form has, or of a local one.
    private struct Header {
        var column: Int?
        var position: Int
        /// The line of the document.
        var row: Int
        var range: Range<Int>
    }

    private var headers: [Header] = []
    /// Whether rows have begun: headers that come later repeat those before (after a page break), and change nothing.
    private var isComplete = false
    /// Whether the form's columns stand in another order here, or among local ones: cells are then told by their headers alone.
    private(set) var isRearranged = false
    private var seen = 0
    /// Whether they stand in lines in which blank cells leave no trace.
    private(set) var isLossy = true
    /// Whether a column of serial numbers stands before the labels.
    private(set) var hasSerials = false
    /// The end of the last one.
    private(set) var end = 0
    /// By column, how many display units one counted unit is, where the header says so (`单位：万元`).
    private(set) var multipliers: [Int: Int64] = [:]

    mutating func note(
        _ kind: FormIndex.Entry.Kind, at position: Int, row: Int, range: Range<Int>,
        in text: UnsafeBufferPointer<UInt8>, isLossy: Bool
    ) {
        seen += 1
        end = max(end, range.upperBound)
        self.isLossy = isLossy
        if case .serials = kind { hasSerials = true }
        guard case .header(let column) = kind else { return }
        guard let column else {
            // Headers over the labels: what stood before them is no header over figures.
            if !isComplete { headers.removeAll { $0.column == nil } }
            return
        }
        if !isComplete { headers.append(Header(column: column, position: position, row: row, range: range)) }
        noteUnit(of: column, text, range)
    }

    /// Takes a text among the headers that is none of the form's: a damaged header, a local one, or the unit of the one before.
    mutating func noteUnknown(at position: Int, row: Int, range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
        guard !isComplete else { return }
        if LabelKey.of(text, range) == nil {
            if let column = headers.last?.column { noteUnit(of: column, text, range) }
        } else {
            headers.append(Header(column: nil, position: position, row: row, range: range))
        }
    }

    /// Rows begin: what the headers say is settled.
    mutating func complete(of block: FormIndex.Block) {
        guard !isComplete else { return }
        isComplete = true
        isRearranged = areRearranged(block.columnCount, isSpanned: block.isSpanned)
    }

    private mutating func noteUnit(of column: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if ByteSearch.contains("万元", in: text, range) || ByteSearch.contains("萬元", in: text, range) {
            multipliers[column] = 10_000
        } else if ByteSearch.contains("元", in: text, range) {
            multipliers[column] = 1
        }
    }

    /// Whether enough of a block's headers stand there to say that its table does.
    func areMostlySeen(of columnCount: Int) -> Bool { seen > 0 && seen * 2 >= columnCount }

    // MARK: Choosing cells

    /// The cells under the form's headers, of a row in which every cell has its place. Nil where the headers do not tell which they are:
    /// one was not found or stands twice, or headers that span columns have moved the others.
    func choose(from cells: [TableToken], count: Int) -> [TableToken]? {
        guard let wanted = wanted(count) else { return nil }
        guard Set(wanted.map(\.row)).count == 1 || isIncreasing(wanted.map(\.position)) else { return nil }
        let chosen = wanted.compactMap { header in cells.first { $0.column == header.position } }
        return chosen.count == count ? chosen : nil
    }

    /// The cells under the form's headers, of a row that has as many cells as there are headers over figures, local ones included.
    func choose(byOrder cells: [TableToken], count: Int) -> [TableToken]? {
        guard let wanted = wanted(count), cells.count == headers.count else { return nil }
        return wanted.compactMap { header in headers.firstIndex { $0.range == header.range }.map { cells[$0] } }
    }

    /// Under headers that span columns (`isSpanned`) the order of a flattened text says nothing.
    private func areRearranged(_ count: Int, isSpanned: Bool) -> Bool {
        guard let wanted = wanted(count), let line = wanted.first?.row else { return false }
        if isLossy { return !isSpanned && !isIncreasing(wanted.map(\.range.lowerBound)) }
        guard wanted.allSatisfy({ $0.row == line }) else { return false }
        return !isIncreasing(wanted.map(\.position)) || headers.contains { $0.column == nil && $0.row == line }
    }

    private func isIncreasing(_ places: [Int]) -> Bool { zip(places, places.dropFirst()).allSatisfy(<) }

    /// The header of each column; nil unless every one stands there exactly once.
    private func wanted(_ count: Int) -> [Header]? {
        var wanted: [Header] = []
        for column in 0..<count {
            guard let first = headers.firstIndex(where: { $0.column == column }),
                !headers[(first + 1)...].contains(where: { $0.column == column })
            else { return nil }
            wanted.append(headers[first])
        }
        return wanted
    }

    // MARK: What is not the form's

    /// Headers beside the form's own that are over columns of the document's own.
    func localHeaders(_ count: Int) -> [Range<Int>] {
        guard let wanted = wanted(count) else { return [] }
        let lines = Set(wanted.map(\.row))
        return headers.filter { $0.column == nil && (isLossy || lines.contains($0.row)) }.map(\.range)
    }

    /// Texts among the headers where not every column's header was found, and the columns whose headers were not.
    func unknown(_ count: Int) -> (texts: [Range<Int>], columns: [Int]) {
        let missing = (0..<count).filter { column in !headers.contains { $0.column == column } }
        return (headers.filter { $0.column == nil }.map(\.range), missing)
    }
}
