import Catalogue

/// Finding out what a text of a document is on the form.
extension FormReader {
    /// The entry of the form that stands at a position, and over how many tokens: a label may be broken over several. Of a label and its
    /// beginning, which is a label of the same row as well, the whole one counts.
    func match(at position: Int) -> (entry: Int, count: Int)? {
        let first = pieces[position]
        guard first.token.cell == .other || isNumberOfLabel(at: position) else { return nil }
        var found: (entry: Int, count: Int)?
        var end = position
        while end < pieces.count, end < position + 4, pieces[end].token.cell == .other || end == position {
            let piece = pieces[end]
            if piece.row != first.row, rows[piece.row].layout == .exact || rows[first.row].layout == .exact { break }
            guard piece.token.range.upperBound - first.token.range.lowerBound <= 400 else { break }
            end += 1
            guard let key = key(of: position..<end), let candidates = index.candidates(key) else { continue }
            if let found, !candidates.contains(found.entry) { continue }
            if let entry = found?.entry ?? choose(from: candidates, label: position..<end) {
                found = (entry, end - position)
            }
        }
        return found
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
            isEnumerated: { LabelKey.isEnumerated(text, range) })
    }

    /// The key of some pieces as one label; what stands between them, a page's number, is no part of it.
    private func key(of label: Range<Int>) -> UInt64? {
        guard label.count > 1 else { return pieces[label.lowerBound].token.key }
        let bytes = pieces[label].flatMap { text[$0.token.range] }
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
    func glued(_ piece: Piece) -> (entry: Int, label: Range<Int>, digits: Range<Int>)? {
        let range = piece.token.range
        var start = range.upperBound
        while start > range.lowerBound, Self.isPartOfNumber(text[start - 1]) { start -= 1 }
        guard start < range.upperBound, start > range.lowerBound else { return nil }
        let label = range.lowerBound..<start
        guard let key = LabelKey.of(text, label), let candidates = index.candidates(key),
            let entry = context.choose(
                from: candidates, in: index, isFollowedByCell: true,
                isEnumerated: { LabelKey.isEnumerated(text, label) }),
            case .row = index.entries[entry].kind
        else { return nil }
        return (entry, label, start..<range.upperBound)
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".")
    }

    /// Whether a line is the heading of a chapter that has no table: `五、存在的主要问题及改进情况`. Rows of tables are numbered like that
    /// too, but cells follow them.
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
}

/// The words of a column 单位, and the header of a column of amounts.
enum UnitWord {
    /// How many display units one of this is: of 万元 10,000, of 元, 件, 条 … 1; nil for text that is no unit.
    static func multiplier(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
        guard range.count <= 12 else { return nil }
        switch String(decoding: text[range], as: UTF8.self) {
        case "万元", "萬元": return 10_000
        case "元", "件", "条", "條", "项", "個", "个", "篇", "次", "场次", "人", "人次", "户", "宗": return 1
        default: return nil
        }
    }
}
