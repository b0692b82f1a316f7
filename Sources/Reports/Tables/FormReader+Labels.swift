import Catalogue

/// Finding out what a text of a document is on the form.
extension FormReader {
    /// The entry of the form that stands at a position, and over how many tokens: a label may be broken over several.
    /// Of a label and its beginning, which is a label of the same row as well, the whole one counts.
    func match(at position: Int) -> (entry: Int, count: Int)? {
        let first = pieces[position]
        guard first.token.cell == .other || isNumberOfLabel(at: position) else { return nil }
        var found: (entry: Int, count: Int)?
        var end = position
        while end < pieces.count, end < position + 4, pieces[end].token.cell == .other || end == position {
            let piece = pieces[end]
            if piece.row != first.row, isApart(piece, from: first) { break }
            guard piece.token.range.upperBound - first.token.range.lowerBound <= 400 else { break }
            if end == position + 1, isWhole(first.token, before: piece.token) { break }
            // Marks alone are a cell where cells are told apart, and else what is left of an enumerator.
            if end > position, piece.token.key == nil, rows[piece.row].layout == .exact { break }
            end += 1
            guard let key = key(of: position..<end), let candidates = index.candidates(key) else { continue }
            if let found, !candidates.contains(found.entry) { continue }
            if let entry = found?.entry ?? choose(from: candidates, label: position..<end) {
                found = (entry, end - position)
            }
        }
        return found
    }

    /// Whether a text in a later row cannot go on with a label: where cells are told apart, only what begins a line of
    /// text can, since the line before may have been broken within the label.
    private func isApart(_ piece: PlacedToken, from first: PlacedToken) -> Bool {
        let (row, start) = (rows[piece.row], rows[first.row])
        guard row.layout == .exact || start.layout == .exact else { return false }
        // A note above a label is none of it.
        return row.isGrid || start.isGrid || row.layout != .exact || !piece.isFirstOfRow || first.token.key == nil
    }

    /// Whether no label of the form goes on behind a text: none begins with its letters.
    private func isWhole(_ token: TableToken, before next: TableToken) -> Bool {
        // A stroke in front of the next one strikes out the last letter of this one.
        guard token.isSteady, let key = token.key, text[next.range.lowerBound] != 0xCC else { return false }
        return !index.isBeginning(key)
    }

    private func choose(from candidates: [Int], label: Range<Int>) -> Int? {
        let last = pieces[label.upperBound - 1]
        let following = label.upperBound < pieces.count ? pieces[label.upperBound] : nil
        let isFollowedByCell =
            following.map { $0.token.cell != .other && ($0.row == last.row || rows[last.row].layout == .lossy) }
            ?? false
        // Not to be captured with the whole reader, which would be copied.
        let (text, range) = (text, pieces[label.lowerBound].token.range)
        return context.choose(
            from: candidates, in: index, isFollowedByCell: isFollowedByCell,
            enumerator: { LabelKey.enumerator(text, range) })
    }

    /// The key of some pieces as one label; what stands between them, a page's number, is no part of it.
    private func key(of label: Range<Int>) -> UInt64? {
        guard label.count > 1 else { return pieces[label.lowerBound].token.key }
        var bytes: [UInt8] = []
        for piece in pieces[label] { bytes.append(contentsOf: text[piece.token.range]) }
        return bytes.withUnsafeBufferPointer { LabelKey.of($0, 0..<$0.count) }
    }

    /// Whether a number stands in front of a label rather than in a cell: `3 、危及…`, `12 主动公开…`, in one line with it.
    private func isNumberOfLabel(at position: Int) -> Bool {
        let piece = pieces[position]
        guard piece.isFirstOfRow, rows[piece.row].layout == .lossy, position + 1 < pieces.count else { return false }
        guard case .number(let number) = piece.token.cell, number.decimals == 0, number.unit == .none else {
            return false
        }
        return pieces[position + 1].row == piece.row && pieces[position + 1].token.cell == .other
    }

    /// The row of the form that a text begins with, where digits follow without a space: `规章000`.
    func glued(_ piece: PlacedToken) -> (entry: Int, label: Range<Int>, digits: Range<Int>)? {
        let range = piece.token.range
        var start = range.upperBound
        while start > range.lowerBound, Self.isPartOfNumber(text[start - 1]) { start -= 1 }
        guard start < range.upperBound, start > range.lowerBound else { return nil }
        let label = range.lowerBound..<start
        guard let key = LabelKey.of(text, label), let candidates = index.candidates(key),
            let entry = context.choose(
                from: candidates, in: index, isFollowedByCell: true,
                enumerator: { LabelKey.enumerator(text, label) }),
            case .row = index.entries[entry].kind
        else { return nil }
        return (entry, label, start..<range.upperBound)
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".")
    }

    /// Whether the cells of a row follow a label, and no further label of the same row.
    func areCells(behind label: ArraySlice<PlacedToken>) -> Bool {
        guard let last = label.last, label.endIndex < pieces.count else { return false }
        let following = pieces[label.endIndex...]
        switch rows[last.row].layout {
        case .exact:
            let rest = following.prefix { $0.row == last.row }
            return rest.contains { $0.token.cell != .blank } && rest.allSatisfy { $0.token.key == nil }
        case .lossy:
            switch following.first?.token.cell {
            case .number, .notApplicable, .unclear: return !isNumberOfLabel(at: label.endIndex)
            default: return false
            }
        case .prose: return false
        }
    }

    /// Whether a line is the heading of a chapter that has no table: `五、存在的主要问题及改进情况`. Rows of tables are numbered like
    /// that too, but cells follow them.
    func isChapterHeading(at position: Int) -> Bool {
        let piece = pieces[position]
        guard piece.isFirstOfRow, rows[piece.row].layout == .lossy, context.block != nil else { return false }
        var next = position + 1
        while next < pieces.count, pieces[next].row == piece.row {
            guard pieces[next].token.cell == .other else { return false }
            next += 1
        }
        if next < pieces.count, pieces[next].token.cell != .other { return false }
        return LabelKey.isChapterNumber(text, piece.token.range)
    }

    /// The label of a row that the form does not have: before its unit, where one stands there.
    func label(ofRowAt position: Int) -> Range<Int> {
        let unit = pieces[position].token.range
        guard unit.count <= Self.longestUnit, position > 0, case let before = pieces[position - 1],
            before.token.cell == .other, before.token.key != nil,
            before.row == pieces[position].row || rows[before.row].layout == .lossy
        else { return unit }
        return before.token.range
    }

    /// 人次, in bytes.
    private static let longestUnit = 6

    /// Whether a text is nothing but a note in brackets.
    func isNote(_ token: TableToken) -> Bool {
        guard token.key == nil, let first = Scalars(text, token.range).peek() else { return false }
        return ScalarClass.folded(first) == 0x28
    }
}
