/// The headers of one block as the document shows them: in which column each stands, and the unit it names.
struct HeaderColumns {
    private var positions: [Int: Int] = [:]
    private var seen = 0
    /// Whether they stand in lines in which blank cells leave no trace.
    private(set) var isLossy = true
    /// The end of the last one.
    private(set) var end = 0
    /// By column, how many display units one counted unit is, where the header says so (`单位：万元`).
    private(set) var multipliers: [Int: Int64] = [:]

    mutating func note(
        column: Int?, at position: Int, range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, isLossy: Bool
    ) {
        seen += 1
        end = max(end, range.upperBound)
        self.isLossy = isLossy
        guard let column else { return }
        if !isLossy { positions[column] = position }
        let header = String(decoding: text[range], as: UTF8.self)
        if header.contains("万元") {
            multipliers[column] = 10_000
        } else if header.contains("元") {
            multipliers[column] = 1
        }
    }

    /// Whether enough of a block's headers stand there to say that its table does.
    func areMostlySeen(of columnCount: Int) -> Bool { seen * 2 >= columnCount }

    /// Of a row with more cells than the form has columns, those under the headers; nil where a header was not found or a cell is missing,
    /// or where headers that span columns have moved the others (they are then not in the form's order).
    func choose(from cells: [TableToken], count: Int) -> [TableToken]? {
        let wanted = (0..<count).compactMap { positions[$0] }
        guard wanted.count == count, zip(wanted, wanted.dropFirst()).allSatisfy(<) else { return nil }
        let chosen = wanted.compactMap { position in cells.first { $0.column == position } }
        return chosen.count == count ? chosen : nil
    }
}
