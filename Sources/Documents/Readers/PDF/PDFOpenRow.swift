/// A stretch of a ruled table that no line parts within, though other rows have columns there: striped tables have
/// lines between every other row only. Its columns are seen by what stands apart in them.
struct PDFOpenRow {
    private let words: [PDFWord]
    /// The sides of columns within it that nothing in it runs across.
    private let free: [(side: Int, x: Double)]

    init(_ glyphs: [PDFGlyph], sides: [(side: Int, x: Double)]) {
        let words = PDFWord.words(of: glyphs.filter { $0.turns == 0 && !$0.isStruck })
        self.words = words
        free = sides.filter { side in
            !words.contains { $0.box.left + 0.1 * $0.size < side.x && side.x < $0.box.right - 0.1 * $0.size }
        }
    }

    /// The sides that part it: all that are free where three cells are written in, and of a label and its figure the
    /// one between them.
    ///
    /// - Parameter isWhole: Whether it may be one cell; a part of what is no rectangle is several.
    func cuts(isWhole: Bool) -> [Int] {
        var written: [Int: [PDFWord]] = [:]
        for word in words { written[free.count { $0.x < word.box.centre.x }, default: []].append(word) }
        let cells = written.sorted { $0.key < $1.key }.map(\.value)
        if cells.count > 2, isInOneLine(cells) { return free.map(\.side) }
        guard cells.count == 2, let label = cells.first, let second = cells.last, let first = second.first else {
            return []
        }
        let isFigure = second.count == 1 && first.isFigure && !label.contains(where: \.isFigure)
        guard isFigure || !isWhole else { return [] }
        return free.last { $0.x < first.box.left + 0.1 * first.size }.map { [$0.side] } ?? []
    }

    /// Whether a cell's text is so many figures as no number has digits, which may be set apart: 65 69 77 76 69.
    static func isOfFigures(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.count > 4 && words.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// Whether three of the cells have a word each on one line.
    private func isInOneLine(_ cells: [[PDFWord]]) -> Bool {
        let lines = cells.map { cell in cell.map(\.box.centre.y) }
        return lines.joined().contains { y in
            lines.count { $0.contains { abs($0 - y) < (words.first?.size ?? 0) / 2 } } > 2
        }
    }
}
