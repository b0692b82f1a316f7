/// The columns of figures of a table without ruled lines: those that its headings stand over, found again where the
/// figures stand.
struct PDFColumns {
    /// A stretch of the page's width in which the words of one column stand.
    struct Band: Equatable {
        var left: Double
        var right: Double

        init(_ box: PDFBox) { (left, right) = (box.left, box.right) }

        func overlaps(_ other: Band) -> Bool { min(right, other.right) - max(left, other.left) > 0.5 }
        mutating func formUnion(_ other: Band) { (left, right) = (min(left, other.left), max(right, other.right)) }
    }

    /// The bands of the headings, from left to right; where there are none, those of the figures.
    let headings: [Band]
    /// The bands of the figures, from left to right.
    let figures: [Band]
    /// For each band of figures the column it is of, in every way that the order and the places of both allow; the
    /// likeliest first. Empty where there are more figures than headings, or too many ways.
    let placements: [[Int]]

    init(headings words: [PDFWord], figures: [PDFWord]) {
        self.figures = Self.merged(figures.map { Band($0.box) })
        let leaves = Self.bands(of: words)
        headings = leaves.isEmpty ? self.figures : leaves
        placements = Self.placements(of: self.figures, under: headings)
    }

    var isCertain: Bool { placements.count == 1 }

    /// Which columns a heading stands over.
    func span(of box: PDFBox) -> Range<Int>? {
        let hit = headings.indices.filter { headings[$0].overlaps(Band(box)) }
        guard let first = hit.first, let last = hit.last else { return nil }
        return first..<last + 1
    }

    /// The column that a figure is of, in the likeliest placement; nil of what stands between columns.
    func column(of box: PDFBox) -> Int? {
        guard let placement = placements.first else { return nil }
        let hit = figures.indices.filter { figures[$0].overlaps(Band(box)) }
        return hit.count == 1 ? hit.first.map { placement[$0] } : nil
    }

    /// Bands that overlap, put together.
    private static func merged(_ bands: [Band]) -> [Band] {
        var merged: [Band] = []
        for band in bands.sorted(by: { $0.left < $1.left }) {
            if let last = merged.last, last.overlaps(band) {
                merged[merged.count - 1].formUnion(band)
            } else {
                merged.append(band)
            }
        }
        return merged
    }

    /// The bands of headings, from the lowest line up: what stands over several bands, or apart over one, is no
    /// column's own.
    private static func bands(of words: [PDFWord]) -> [Band] {
        var bands: [(band: Band, top: PDFWord)] = []
        for word in words.sorted(by: { $0.box.centre.y > $1.box.centre.y }) {
            let band = Band(word.box)
            let hit = bands.indices.filter { bands[$0].band.overlaps(band) }
            if hit.isEmpty { bands.append((band, word)) }
            if hit.count == 1, let only = hit.first, word.isContinued(by: bands[only].top) {
                bands[only].band.formUnion(band)
                bands[only].top = word
            }
        }
        return bands.map(\.band).sorted { $0.left < $1.left }
    }

    /// More ways than these say nothing.
    private static let limit = 64

    private static func placements(of figures: [Band], under headings: [Band]) -> [[Int]] {
        let over = figures.map { figure in headings.indices.filter { headings[$0].overlaps(figure) } }
        let direct = over.compactMap { $0.count == 1 ? $0.first : nil }
        if direct.count == figures.count, Set(direct).count == direct.count { return [direct] }
        guard figures.count <= headings.count else { return [] }
        // In order, and none beyond the heading before or behind its own.
        var partial: [[Int]] = [[]]
        for (index, figure) in figures.enumerated() {
            partial = partial.flatMap { placed in
                let first = (placed.last ?? -1) + 1
                let last = headings.count - (figures.count - index)
                return (first...max(first, last)).filter { column in
                    guard column <= last else { return false }
                    return (column == 0 || headings[column - 1].right < figure.right)
                        && (column + 1 == headings.count || headings[column + 1].left > figure.left)
                }.map { placed + [$0] }
            }
            guard !partial.isEmpty, partial.count <= limit * 8 else { return [] }
        }
        let distance = { (placement: [Int]) in
            zip(figures, placement).reduce(0) { sum, pair in
                let heading = headings[pair.1]
                return sum + abs(pair.0.left + pair.0.right - heading.left - heading.right)
            }
        }
        return Array(partial.sorted { distance($0) < distance($1) }.prefix(limit))
    }
}
