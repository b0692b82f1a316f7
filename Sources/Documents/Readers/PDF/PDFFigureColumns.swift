/// Where figures that stand by themselves begin, in several lines: one that touches the label before it is told by that
/// it begins there, too, and stands by itself otherwise.
struct PDFFigureColumns {
    /// How many lines have a figure that begins there, by half points.
    private var begins: [Int: Int] = [:]

    /// In how many lines they begin at one place at the least.
    private static let fewest = 3
    /// From what gap on, in letters, a figure is a word of its own.
    private static let apart = 0.3

    /// Nothing where no figure touches what is before it.
    init(_ rows: [[PDFGlyph]]) {
        guard rows.contains(where: { row in row.indices.contains { Self.touches($0, in: row) } }) else { return }
        for row in rows {
            for index in row.indices where Self.isFigure(index, in: row) && Self.isApart(index, in: row) {
                begins[Self.place(row[index]), default: 0] += 1
            }
        }
        let all = begins
        begins = all.filter { place, _ in (place - 1...place + 1).reduce(0) { $0 + (all[$1] ?? 0) } >= Self.fewest }
    }

    var isEmpty: Bool { begins.isEmpty }

    /// Whether a figure that touches what stands before it begins where those of other lines do.
    func begin(at index: Int, in row: [PDFGlyph]) -> Bool {
        guard Self.touches(index, in: row) else { return false }
        let place = Self.place(row[index])
        return (place - 1...place + 1).contains { begins[$0] != nil }
    }

    private static func place(_ glyph: PDFGlyph) -> Int { Int((glyph.box.left * 2).rounded()) }

    private static func isDigit(_ glyph: PDFGlyph) -> Bool { ("0"..."9").contains(glyph.scalar) }

    /// Whether digits begin there, behind which nothing stands near.
    private static func isFigure(_ index: Int, in row: [PDFGlyph]) -> Bool {
        guard isDigit(row[index]), index == 0 || !isDigit(row[index - 1]) || isApart(index, in: row) else {
            return false
        }
        var end = index
        while end + 1 < row.count, gap(before: end + 1, in: row) < apart {
            end += 1
            guard isDigit(row[end]) || row[end].scalar == "." else { return false }
        }
        return true
    }

    private static func touches(_ index: Int, in row: [PDFGlyph]) -> Bool {
        index > 0 && !row[index - 1].scalar.isASCII && !isApart(index, in: row) && isFigure(index, in: row)
    }

    private static func isApart(_ index: Int, in row: [PDFGlyph]) -> Bool {
        index == 0 || gap(before: index, in: row) >= apart
    }

    private static func gap(before index: Int, in row: [PDFGlyph]) -> Double {
        (row[index].box.left - row[index - 1].box.right) / max(row[index].size, 1)
    }
}
