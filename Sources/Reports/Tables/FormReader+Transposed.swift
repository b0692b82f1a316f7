/// Tables with rows and columns exchanged: the labels of rows stand side by side, and the headers of columns one below
/// the other.
extension FormReader {
    /// Passes over such a table, if one begins at a position; where it ends.
    mutating func passTransposed(at position: Int) -> Int? {
        let row = pieces[position].row
        guard rows[row].layout == .exact, let table = transposedTable(rows[row]) else { return nil }
        var end = row + 1
        while end < rows.count, rows[end].layout == .exact, startsWithHeader(rows[end]) { end += 1 }
        guard end > row + 1 else { return nil }
        note(transposed: table, rows: row..<end)
        return pieces[position...].firstIndex { $0.row >= end } ?? pieces.count
    }

    /// The table of the form whose rows' labels a line lists, without a number among them.
    private func transposedTable(_ row: TableRow) -> Int? {
        let hasNumber = row.tokens.contains { if case .number = $0.cell { true } else { false } }
        if hasNumber { return nil }
        var found: [Int: Set<Int>] = [:]
        for token in row.tokens {
            guard let candidates = token.key.flatMap(index.candidates) else { continue }
            let entries = candidates.map { index.entries[$0] }
            // 其他 and 总计 are headers too.
            guard !entries.contains(where: \.kind.isHeader), let block = entries.first?.block else { continue }
            guard entries.contains(where: { if case .row = $0.kind { true } else { false } }) else { continue }
            found[index.blocks[block].table, default: []].formUnion(candidates)
        }
        return found.first { $0.value.count > 1 }?.key
    }

    private func startsWithHeader(_ row: TableRow) -> Bool {
        guard let candidates = row.tokens.first?.key.flatMap(index.candidates) else { return false }
        return candidates.contains { index.entries[$0].kind.isHeader }
    }
}
