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
        guard above.layout == .exact else { return nil }
        var tokens = above.tokens
        var isWhole = false
        for token in rest.tokens where token.cell != .blank {
            guard let own = tokens.firstIndex(where: { $0.column == token.column }) else {
                // What goes on in a cell that began above both is a label, and no figure is lost with it.
                guard token.cell == .other else { return nil }
                continue
            }
            if text[token.range].elementsEqual("\u{FFFD}".utf8) {
                // Nothing that can be read: no part of a label, and no figure.
                continue
            } else if tokens[own].cell == .blank {
                tokens[own] = token
            } else {
                let words = [tokens[own].range, token.range]
                guard let label = TableToken(label: words, column: token.column, text),
                    label.key.map(isLabel) == true,
                    tokens[own].key.map(isLabel) != true || token.key.map(isLabel) != true
                else { return nil }
                tokens[own] = label
                isWhole = true
            }
        }
        return isWhole
            ? TableRow(layout: .exact, tokens: tokens, range: above.range.spanning(rest.range)) : nil
    }
}
