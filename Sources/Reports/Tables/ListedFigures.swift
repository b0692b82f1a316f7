/// Figures of a form that stand in a list instead of its table: （一）主动公开政府信息数：831条.
///
/// A line or two of a report's own text may say the same of a part of it; so many are the form's.
enum ListedFigures {
    /// The rows, with each such line cut at its colon.
    ///
    /// - Parameter isRow: whether a key is that of a label with one figure.
    static func cut(
        _ rows: [TableRow], _ text: UnsafeBufferPointer<UInt8>, isRow: (UInt64) -> Bool
    ) -> [TableRow] {
        let listed = rows.indices.compactMap { row in tokens(rows[row], text, isRow).map { (row, $0) } }
        guard listed.count >= fewest else { return rows }
        var rows = rows
        for (row, tokens) in listed { rows[row].tokens = tokens }
        return rows
    }

    private static let fewest = 8

    private static func tokens(
        _ row: TableRow, _ text: UnsafeBufferPointer<UInt8>, _ isRow: (UInt64) -> Bool
    ) -> [TableToken]? {
        guard row.layout == .lossy, row.tokens.count == 1, let whole = row.tokens.first, whole.cell == .other,
            let colon = lastColon(text, whole.range)
        else { return nil }
        let (label, figure) = (whole.range.lowerBound..<colon.lowerBound, colon.upperBound..<whole.range.upperBound)
        let cell = CellText(text, figure)
        guard cell.isUnderstood, let key = LabelKey.of(text, label), isRow(key) else { return nil }
        return [
            TableToken(range: label, column: 0, key: key, cell: .other),
            TableToken(range: figure, column: 1, cell: cell),
        ]
    }

    private static func lastColon(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        let narrow = UInt8(ascii: ":")
        guard let end = range.last(where: { text[$0] == narrow || text[$0] == wide.last }) else { return nil }
        if text[end] == narrow { return end..<end + 1 }
        let start = end - wide.count + 1
        guard start >= range.lowerBound, text[start...end].elementsEqual(wide) else { return nil }
        return start..<end + 1
    }

    private static let wide = Array("：".utf8)
}
