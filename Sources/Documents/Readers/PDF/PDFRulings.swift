/// The straight lines of one page, drawn as strokes or as thin rectangles: what the eye sees a table's cells by.
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
    /// A drawing, not a table.
    private static let segmentLimit = 20_000

    init(horizontal: [Segment] = [], vertical: [Segment] = []) {
        self.horizontal = Self.joined(horizontal)
        self.vertical = Self.joined(vertical)
    }

    /// The lines of each page of the SVG that cairo writes: one `page` for each, or the root itself of a single one.
    static func all(in tree: XMLTree) -> [PDFRulings] {
        guard let root = tree.root else { return [] }
        let set = root.first("pageSet")
        let pages = set.map { Array($0.elements.filter { $0.name == "page" }) } ?? [root]
        return pages.map { page in
            var paths = SVGPaths()
            paths.collect(from: page, through: .identity)
            guard paths.horizontal.count + paths.vertical.count <= segmentLimit else { return PDFRulings() }
            return PDFRulings(horizontal: paths.horizontal, vertical: paths.vertical)
        }
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
        return result
    }

    private static func grouped(_ segments: [Segment]) -> [[Segment]] {
        var groups: [[Segment]] = []
        var first = -Double.infinity
        for segment in segments.sorted(by: { $0.at < $1.at }) {
            if segment.at - first > tolerance {
                groups.append([])
                first = segment.at
            }
            groups[groups.count - 1].append(segment)
        }
        return groups
    }
}

/// An affine map of the plane (SVG 1.1, 7.4).
struct SVGTransform {
    var a, b, c, d, e, f: Double

    static let identity = SVGTransform(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)

    func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

    /// First `inner`, then this.
    func applied(after inner: SVGTransform) -> SVGTransform {
        let origin = apply(inner.e, inner.f)
        return SVGTransform(
            a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
            d: b * inner.c + d * inner.d, e: origin.x, f: origin.y)
    }

    /// Reads `matrix(…)`, the only form that cairo writes.
    init?(_ attribute: String) {
        guard attribute.hasPrefix("matrix("), let end = attribute.firstIndex(of: ")") else { return nil }
        let numbers = attribute[..<end].dropFirst(7).split { $0 == "," || $0 == " " }.compactMap { Double($0) }
        guard numbers.count == 6 else { return nil }
        self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    }

    init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }
}

/// The straight lines among the paths of an SVG drawing.
private struct SVGPaths {
    var horizontal: [PDFRulings.Segment] = []
    var vertical: [PDFRulings.Segment] = []

    mutating func collect(from node: XMLNode, through transform: SVGTransform) {
        for element in node.elements {
            let own = element.attribute("transform").flatMap { SVGTransform($0) }
            let inner = own.map { transform.applied(after: $0) } ?? transform
            switch element.name {
            case "g", "svg", "page": collect(from: element, through: inner)
            case "path":
                let shapes = Self.shapes(element.attribute("d") ?? "", through: inner)
                for shape in shapes { add(shape, isStroked: Self.isStroked(element)) }
            default: break
            }
        }
    }

    private static func isStroked(_ path: XMLNode) -> Bool {
        if let stroke = path.attribute("stroke") { return stroke != "none" }
        let style = path.attribute("style") ?? ""
        return style.contains("stroke:") && !style.contains("stroke:none")
    }

    private typealias Point = (x: Double, y: Double)

    /// The corners of each subpath (SVG 1.1, 8.3). A curve bends away from being a ruled line, so only its end counts.
    private static func shapes(_ data: String, through transform: SVGTransform) -> [[Point]] {
        var shapes: [[Point]] = []
        var numbers: [Double] = []
        for token in data.split(whereSeparator: { $0 == " " || $0 == "," }) {
            if let number = Double(token) {
                numbers.append(number)
                if numbers.count == 2, let last = shapes.indices.last {
                    shapes[last].append(transform.apply(numbers[0], numbers[1]))
                    numbers.removeAll()
                }
            } else {
                numbers.removeAll()
                if token == "M" { shapes.append([]) }
                if token == "Z", let first = shapes.last?.first { shapes[shapes.count - 1].append(first) }
            }
        }
        return shapes.filter { $0.count > 1 }
    }

    private mutating func add(_ shape: [Point], isStroked: Bool) {
        guard !isStroked else {
            for (from, to) in zip(shape, shape.dropFirst()) { addLine(from, to) }
            return
        }
        // A filled shape is a line if it is thin.
        let xs = shape.map(\.x)
        let ys = shape.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
        guard min(right - left, bottom - top) <= PDFRulings.tolerance else { return }
        let isFlat = bottom - top < right - left
        addLine(
            (isFlat ? left : (left + right) / 2, isFlat ? (top + bottom) / 2 : top),
            (isFlat ? right : (left + right) / 2, isFlat ? (top + bottom) / 2 : bottom))
    }

    private mutating func addLine(_ from: Point, _ to: Point) {
        if abs(from.y - to.y) < 0.5 {
            horizontal.append(.init(at: (from.y + to.y) / 2, start: min(from.x, to.x), end: max(from.x, to.x)))
        } else if abs(from.x - to.x) < 0.5 {
            vertical.append(.init(at: (from.x + to.x) / 2, start: min(from.y, to.y), end: max(from.y, to.y)))
        }
    }
}
