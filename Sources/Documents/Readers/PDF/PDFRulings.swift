/// The lines of one page or one table, pieces put together: what the eye sees a table's cells by.
struct PDFRulings {
    /// A horizontal line has its y in `at`, its x from `start` to `end`; a vertical one the other way round.
    struct Segment: Equatable {
        var at: Double
        var start: Double
        var end: Double
    }

    private(set) var horizontal: [Segment] = []
    private(set) var vertical: [Segment] = []

    /// Lines this near are one; borders are up to three points thick.
    static let tolerance = 3.0
    /// What is shorter is a dot, the point of an ornament or the rest of a stroke.
    private static let shortest = 4.5
    /// A drawing, not a table.
    private static let limit = 200_000
    private static let crossingLimit = 4_000_000

    init(horizontal: [Segment] = [], vertical: [Segment] = []) {
        let (across, down) = (Self.joined(horizontal), Self.joined(vertical))
        guard across.count * down.count <= Self.crossingLimit else { return }
        (self.horizontal, self.vertical) = (across, down)
    }

    init(_ rules: [PDFRule]) {
        let segments = { (isHorizontal: Bool) in
            rules.count > Self.limit
                ? []
                : rules.filter { $0.isHorizontal == isHorizontal }.map {
                    Segment(at: $0.at, start: $0.start, end: $0.end)
                }
        }
        self.init(horizontal: segments(true), vertical: segments(false))
    }

    /// Joins pieces of one line, and lines that are drawn twice.
    private static func joined(_ segments: [Segment]) -> [Segment] {
        var result: [Segment] = []
        for row in grouped(segments) {
            let at = row.reduce(0) { $0 + $1.at } / Double(row.count)
            var current: Segment?
            for segment in row.sorted(by: { $0.start < $1.start }) {
                if let open = current, segment.start <= open.end + tolerance {
                    current = Segment(at: at, start: open.start, end: max(open.end, segment.end))
                } else {
                    if let open = current { result.append(open) }
                    current = Segment(at: at, start: segment.start, end: segment.end)
                }
            }
            if let open = current { result.append(open) }
        }
        return result.filter { $0.end - $0.start >= shortest }
    }

    private static func grouped(_ segments: [Segment]) -> [[Segment]] {
        var groups: [[Segment]] = []
        var first = 0.0
        for segment in segments.sorted(by: { $0.at < $1.at }) {
            if groups.isEmpty || segment.at - first > tolerance {
                groups.append([])
                first = segment.at
            }
            groups[groups.count - 1].append(segment)
        }
        return groups
    }

    /// Lines that meet, directly or through others; those of one direction only are no group.
    var connected: [PDFRulings] {
        // Cells with borders of their own stand apart by their spacing.
        let reach = 8.0
        var sets = DisjointSets(count: horizontal.count + vertical.count)
        for (index, line) in horizontal.enumerated() {
            for (other, crossing) in vertical.enumerated()
            where crossing.at >= line.start - reach && crossing.at <= line.end + reach
                && line.at >= crossing.start - reach && line.at <= crossing.end + reach
            {
                sets.unite(index, horizontal.count + other)
            }
        }
        var groups: [Int: (horizontal: [Segment], vertical: [Segment])] = [:]
        for (index, line) in horizontal.enumerated() {
            groups[sets.root(of: index), default: ([], [])].horizontal.append(line)
        }
        for (index, line) in vertical.enumerated() {
            groups[sets.root(of: horizontal.count + index), default: ([], [])].vertical.append(line)
        }
        let apart = groups.values.filter { $0.horizontal.isEmpty }.flatMap(\.vertical)
        return groups.values.filter { !$0.horizontal.isEmpty && !$0.vertical.isEmpty }
            .map { Self.adding(apart, to: PDFRulings(horizontal: $0.horizontal, vertical: $0.vertical)) }
            .sorted { ($0.horizontal.first?.at ?? 0) < ($1.horizontal.first?.at ?? 0) }
    }
}

extension PDFRulings {
    /// Adds the side of a column in which no line meets it, since one cell fills the whole page there.
    fileprivate static func adding(_ apart: [Segment], to table: PDFRulings) -> PDFRulings {
        let ends = table.vertical.flatMap { [$0.start, $0.end] } + table.horizontal.map(\.at)
        guard let top = ends.min(), let bottom = ends.max() else { return table }
        let sides = apart.filter {
            $0.start > top - 2 * tolerance && $0.end < bottom + 2 * tolerance
                && $0.end - $0.start > 0.8 * (bottom - top)
        }
        return sides.isEmpty ? table : PDFRulings(horizontal: table.horizontal, vertical: table.vertical + sides)
    }
}

/// Sets that are merged step by step; each is named after its least member.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var current = member
        while parents[current] != root { (parents[current], current) = (root, parents[current]) }
        return root
    }

    mutating func unite(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        parents[max(first, second)] = min(first, second)
    }
}
