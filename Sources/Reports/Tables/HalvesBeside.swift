/// Tables that were folded to be shorter: 统计指标 | 单位 | 统计数 | 统计指标 | 单位 | 统计数, the last rows beside the first.
///
/// What a row is of, the rows above it tell: each part is read from its first row to its last before the next.
enum HalvesBeside {
    /// The rows, with those of such tables one part below the other.
    static func unfolded(_ rows: [TableRow], corners: KeyTable<Void>) -> [TableRow] {
        guard let first = rows.firstIndex(where: { !starts($0, corners).isEmpty }) else { return rows }
        var unfolded = Array(rows[..<first])
        var row = first
        while row < rows.count {
            let starts = starts(rows[row], corners)
            guard !starts.isEmpty else {
                unfolded.append(rows[row])
                row += 1
                continue
            }
            let header = rows[row]
            let end = rows[(row + 1)...].firstIndex { other in
                other.layout != .exact || other.isGrid != header.isGrid || isAcross(other, starts)
                    || !self.starts(other, corners).isEmpty
            }
            let folded = row..<(end ?? rows.count)
            for part in starts.indices { unfolded += rows[folded].compactMap { cells(of: $0, in: part, starts) } }
            row = folded.upperBound
        }
        return unfolded
    }

    /// The columns in which the parts begin, where a row heads several alike.
    private static func starts(_ row: TableRow, _ corners: KeyTable<Void>) -> [Int] {
        guard row.layout == .exact, row.tokens.count >= 4, let first = row.tokens.first(where: { $0.key != nil }),
            let corner = first.key, corners.contains(corner),
            // Nobody folds a table more often.
            (2...6).contains(row.tokens.count(where: { $0.key == corner }))
        else { return [] }
        let starts = row.tokens.filter { $0.key == corner }.map { $0.column - first.column }
        let parts = starts.indices.map { part in
            row.tokens.filter { self.part(of: $0, starts) == part }.map { ($0.column - starts[part], $0.key) }
        }
        let areAlike = parts.dropFirst().allSatisfy { part in
            part.count > 1 && part.elementsEqual(parts[0], by: ==)
        }
        return areAlike ? starts : []
    }

    private static func part(of token: TableToken, _ starts: [Int]) -> Int {
        (starts.lastIndex { $0 <= token.column }) ?? 0
    }

    /// Whether a cell reaches from one part into the next.
    private static func isAcross(_ row: TableRow, _ starts: [Int]) -> Bool {
        row.tokens.contains { token in
            starts.contains { $0 > token.column && $0 < token.column + token.width }
        }
    }

    /// Nil where a part has nothing in a row.
    private static func cells(of row: TableRow, in part: Int, _ starts: [Int]) -> TableRow? {
        var own = row
        own.tokens = row.tokens.filter { self.part(of: $0, starts) == part }
        guard let first = own.tokens.first, let last = own.tokens.last,
            own.tokens.contains(where: { $0.cell != .blank })
        else { return nil }
        for token in own.tokens.indices { own.tokens[token].column -= starts[part] }
        own.range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
        return own
    }
}
