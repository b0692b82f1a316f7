/// A path while it is being read, and the straight lines and areas it comes to.
struct PDFPath {
    private let isStroked: Bool
    private let width: Double
    private var parts: [Part] = []

    private struct Part {
        var points: [PDFPoint]
        var isCurved = false
        /// Where curves bend to, besides the points.
        var bends: [PDFPoint] = []
    }

    /// Lines this thick are lines, and rectangles this thin.
    static let thickness = 4.0

    init(isStroked: Bool = false, width: Double = 1) {
        self.isStroked = isStroked
        self.width = width
    }

    mutating func move(to point: PDFPoint) { parts.append(Part(points: [point])) }

    mutating func line(to point: PDFPoint) {
        guard !parts.isEmpty else { return move(to: point) }
        parts[parts.count - 1].points.append(point)
    }

    mutating func curve(to point: PDFPoint, through one: PDFPoint, _ other: PDFPoint) {
        line(to: point)
        parts[parts.count - 1].isCurved = true
        parts[parts.count - 1].bends += [one, other]
    }

    mutating func close() {
        guard isStroked, let first = parts.last?.points.first else { return }
        parts[parts.count - 1].points.append(first)
    }

    /// The least box around all of it; nil where there is nothing.
    var box: PDFBox? { PDFBox(around: parts.flatMap { $0.points + $0.bends }) }

    func shapes(order: Int, lightness: Double) -> (rules: [PDFRule], areas: [PDFArea]) {
        var rules: [PDFRule] = []
        var areas: [PDFArea] = []
        for part in parts {
            guard let box = PDFBox(around: part.points + part.bends), box.left.isFinite, box.right.isFinite,
                box.top.isFinite, box.bottom.isFinite
            else { continue }
            if isStroked, !part.isCurved, width <= Self.thickness {
                if max(box.width, box.height) <= Self.thickness {
                    rules += Self.rules(in: box)
                    continue
                }
                let lines = zip(part.points, part.points.dropFirst()).compactMap { Self.rule(from: $0, to: $1) }
                rules += lines
                // A stroke that runs aslant is drawn, and is no line of a table.
                if lines.count + 1 < part.points.count {
                    areas.append(PDFArea(box: box, order: order, lightness: lightness, isCover: false))
                }
            } else if !isStroked, min(box.width, box.height) <= Self.thickness {
                rules += Self.rules(in: box)
            } else {
                let isRectangle = !isStroked && !part.isCurved && part.points.allSatisfy { Self.isCorner($0, of: box) }
                areas.append(PDFArea(box: box, order: order, lightness: lightness, isCover: isRectangle))
            }
        }
        return (rules, areas)
    }

    private static func isCorner(_ point: PDFPoint, of box: PDFBox) -> Bool {
        min(point.x - box.left, box.right - point.x) < 0.5 && min(point.y - box.top, box.bottom - point.y) < 0.5
    }

    private static func rule(from: PDFPoint, to: PDFPoint) -> PDFRule? {
        if abs(from.y - to.y) < 0.5 {
            return PDFRule(
                isHorizontal: true, at: (from.y + to.y) / 2, start: min(from.x, to.x), end: max(from.x, to.x))
        }
        guard abs(from.x - to.x) < 0.5 else { return nil }
        return PDFRule(isHorizontal: false, at: (from.x + to.x) / 2, start: min(from.y, to.y), end: max(from.y, to.y))
    }

    /// The line that a thin rectangle is; a dot may be part of a dotted line in either direction.
    private static func rules(in box: PDFBox) -> [PDFRule] {
        let across = PDFRule(isHorizontal: true, at: box.centre.y, start: box.left, end: box.right)
        let down = PDFRule(isHorizontal: false, at: box.centre.x, start: box.top, end: box.bottom)
        if max(box.width, box.height) <= thickness { return [across, down] }
        return [box.width > box.height ? across : down]
    }
}
