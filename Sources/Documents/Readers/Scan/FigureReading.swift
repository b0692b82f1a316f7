/// One figure, read twice: as digits alone, and as any text.
enum FigureReading {
    /// Whether a text may be a figure that looked like something else.
    static func isFigure(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 15 && text.unicodeScalars.allSatisfy(signs.contains)
            && text.contains { $0.isASCII && $0.isNumber }
    }

    private static let signs = Set("0123456789.,-+/%".unicodeScalars)

    /// What both readings say; where they differ, both, with the mark of what cannot be read between them.
    static func text(asDigits digits: String, asText text: String) -> String {
        let other = String(text.compactMap { likenesses[$0] ?? $0 })
        if digits == other, !digits.isEmpty { return digits }
        return digits + PDFCellText.unread + other
    }

    /// Letters that are digits or signs of the same shape where only those stand.
    private static let likenesses: [Character: Character] = [
        "O": "0", "o": "0", "〇": "0", "。": "0", "l": "1", "I": "1", "|": "1", "丨": "1", "工": "1", "了": "7", "，": ",",
        "．": ".",
        "—": "-", "–": "-", "一": "-", "－": "-", "_": "-", "／": "/", "＋": "+", "十": "+",
    ]
}
