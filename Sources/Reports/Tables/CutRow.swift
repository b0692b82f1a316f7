/// A row that the end of a page has cut in two: the form's labels tell whether two rows are one.
struct CutRow {
    /// Both as one; nil where their labels do not make one of the form's, or stand for rows by themselves.
    let whole: TableRow?

    init(
        _ above: TableRow, _ rest: TableRow, _ text: UnsafeBufferPointer<UInt8>, isLabel: (UInt64) -> Bool
    ) {
        whole = Self.joined(above, rest, text, isLabel: isLabel)
    }

    private static func joined(
        _ above: TableRow, _ rest: TableRow, _ text: UnsafeBufferPointer<UInt8>, isLabel: (UInt64) -> Bool
    ) -> TableRow? {
        guard above.layout == .exact, let label = rest.tokens.first(where: { $0.cell == .other }),
            let place = above.tokens.firstIndex(where: { $0.column == label.column && $0.cell == .other }),
            makeLabel(above.tokens[place], label, text, isLabel)
        else { return nil }
        let begun = above.tokens[place].key.map(isLabel) == true
        guard !(begun && label.key.map(isLabel) == true) else { return nil }
        var tokens = above.tokens
        for token in rest.tokens where token.column != label.column && token.cell != .blank {
            guard let own = tokens.firstIndex(where: { $0.column == token.column }), tokens[own].cell == .blank else {
                return nil
            }
            tokens[own] = token
        }
        tokens.insert(label, at: place + 1)
        return TableRow(layout: .exact, tokens: tokens, range: above.range.lowerBound..<rest.range.upperBound)
    }

    /// Whether two texts are a label of the form when they are put together.
    private static func makeLabel(
        _ start: TableToken, _ end: TableToken, _ text: UnsafeBufferPointer<UInt8>, _ isLabel: (UInt64) -> Bool
    ) -> Bool {
        let bytes = Array(text[start.range]) + Array(text[end.range])
        return bytes.withUnsafeBufferPointer { LabelKey.of($0, 0..<$0.count) }.map(isLabel) ?? false
    }
}
