import Values

/// What of a page a person sees: neither white ink nor what lies under something else, nothing twice, and nothing
/// struck out.
struct PDFSight {
    private(set) var page: PDFPage
    /// The rectangles that hide what was drawn before them, and are the ground of what is drawn later.
    private let covers: [PDFArea]

    /// Ink that differs less than this from its ground is not seen.
    private static let contrast = 0.12

    init(_ page: PDFPage) {
        self.page = page
        covers = page.areas.filter { $0.isCover && $0.box.width > 2 && $0.box.height > 2 }
        let sights = page.glyphs.map(sight)
        self.page.glyphs = zip(page.glyphs, sights).filter { $1 == .seen }.map(\.0)
        leaveOutDoubles()
        leaveOutStruck()
        self.page.areas = page.areas.filter(isInk)
        // What lies under something else leaves a trace: a cell that a note or a patch hides is not blank.
        let covered = zip(page.glyphs, sights).filter { $1 == .covered }.map(\.0)
        guard !self.page.glyphs.isEmpty else { return }
        self.page.areas += covered.map { PDFArea(box: $0.box, order: $0.order, lightness: 0, isCover: false) }
    }

    private enum Sight { case seen, covered, invisible }

    private func sight(of glyph: PDFGlyph) -> Sight {
        let centre = glyph.box.centre
        var ground = 1.0
        var isCovered = false
        for cover in covers where cover.box.contains(centre) {
            if cover.order < glyph.order { ground = cover.lightness ?? ground } else { isCovered = true }
        }
        guard abs(glyph.lightness - ground) > Self.contrast else { return .invisible }
        return isCovered ? .covered : .seen
    }

    /// Whether an area is more than the ground of a cell or of the page: something that stands in a cell.
    private func isInk(_ area: PDFArea) -> Bool {
        guard let lightness = area.lightness else { return true }
        return lightness < 1 - Self.contrast
    }

    // MARK: Drawn twice

    /// Bold type is made by drawing characters twice, a little apart, and so are shadows.
    private mutating func leaveOutDoubles() {
        struct Place: Hashable {
            var scalar: Unicode.Scalar
            var x: Int
            var y: Int
        }
        var seen: [Place: [PDFPoint]] = [:]
        page.glyphs = page.glyphs.filter { glyph in
            let centre = glyph.box.centre
            let reach = 0.2 * glyph.size
            let column = Int((centre.x / 16).rounded(.down))
            let row = Int((centre.y / 16).rounded(.down))
            for x in column - 1...column + 1 {
                for y in row - 1...row + 1 {
                    let others = seen[Place(scalar: glyph.scalar, x: x, y: y)] ?? []
                    if others.contains(where: { abs($0.x - centre.x) < reach && abs($0.y - centre.y) < reach }) {
                        return false
                    }
                }
            }
            seen[Place(scalar: glyph.scalar, x: column, y: row), default: []].append(centre)
            return true
        }
    }

    // MARK: Struck out

    /// A line through the middle of characters that is as long as they are strikes them out, and is no line of a table.
    private mutating func leaveOutStruck() {
        let order = page.glyphs.indices.sorted { page.glyphs[$0].box.centre.y < page.glyphs[$1].box.centre.y }
        let heights = order.map { page.glyphs[$0].box.centre.y }
        var struck = Set<Int>()
        page.rules = page.rules.filter { rule in
            guard rule.isHorizontal, rule.length > 2 else { return true }
            // Characters under the line, as far away as their middle may be.
            let first = heights.partitioningIndex { $0 >= rule.at - 20 }
            var hit: [Int] = []
            for place in order[first...] {
                let glyph = page.glyphs[place]
                guard glyph.box.centre.y <= rule.at + 20 else { break }
                let offset = abs(glyph.box.centre.y - rule.at)
                if offset < 0.22 * glyph.size, glyph.box.centre.x > rule.start, glyph.box.centre.x < rule.end {
                    hit.append(place)
                }
            }
            guard let size = hit.map({ page.glyphs[$0].size }).max(),
                let left = hit.map({ page.glyphs[$0].box.left }).min(),
                let right = hit.map({ page.glyphs[$0].box.right }).max(),
                rule.start > left - 0.7 * size, rule.end < right + 0.7 * size
            else { return true }
            struck.formUnion(hit)
            return false
        }
        guard !struck.isEmpty else { return }
        // What is struck out leaves a trace: its place is not blank.
        for place in struck { page.glyphs[place].isStruck = true }
    }
}
