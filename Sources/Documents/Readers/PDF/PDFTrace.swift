import Glibc

/// Reads what `mutool trace` writes: a line of XML for each thing that a page draws, characters and paths with their
/// places.
///
/// The program writes no element over two lines, so lines are read by themselves, without a tree: a report is some
/// 15,000 of them.
struct PDFTrace {
    /// A page as drawn, before anything is left out.
    private var page: PDFPage?
    private var order = 0
    private var transform = PDFTransform.identity
    private var spanMatrix = PDFTransform.identity
    private var isVertical = false
    private var lightness = 0.0
    /// Whether characters are drawn at all: not those that only clip, or that stand invisibly under a scan.
    private var isDrawn = false
    private var path = PDFPath()
    private var clips = PDFClips()

    /// A page with more on it is a drawing, or made to do harm.
    private static let glyphLimit = 50_000
    private static let shapeLimit = 100_000

    /// Hands over the pages one by one, so that only one is in memory.
    static func forEachPage(of output: [UInt8], _ body: (PDFPage) -> Void) {
        var trace = PDFTrace()
        output.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != 0x0A { end += 1 }
                let line = TraceLine(bytes, start..<end)
                if line.isNamed("/page"), let page = trace.page {
                    body(page)
                    trace.page = nil
                } else {
                    trace.read(line)
                }
                start = end + 1
            }
        }
        // The program broke off within a page: what it drew of it is no page.
    }

    private mutating func read(_ line: TraceLine) {
        guard let kind = line.kind else { return }
        switch kind {
        case .page: begin(line)
        case .text(let isDrawn): beginText(line, isDrawn: isDrawn)
        case .clippingText:
            beginText(line, isDrawn: false)
            clips.pushUnknown()
        case .span:
            spanMatrix = line.matrix("trm") ?? .identity
            isVertical = line.number("wmode") == 1
        case .glyph: addGlyph(line)
        case .path(let isStroked): beginPath(line, isStroked: isStroked)
        case .move: path.move(to: point(line, "x", "y"))
        case .line: path.line(to: point(line, "x", "y"))
        case .curve: path.curve(to: point(line, "x3", "y3"), through: point(line, "x1", "y1"), point(line, "x2", "y2"))
        case .close: path.close()
        case .endPath: endPath()
        case .picture: addPicture(line)
        case .clip: beginPath(line, isStroked: false)
        case .endClip: clips.push(path.box)
        case .otherClip: clips.pushUnknown()
        case .popClip: clips.pop()
        case .group: clips.beginGroup(line.opacity)
        case .endGroup: clips.endGroup()
        }
    }

    private mutating func begin(_ line: TraceLine) {
        let box = line.numbers("mediabox")
        guard box.count == 4 else { return }
        // Any two opposite corners may be told (ISO 32000-1, 7.9.5).
        page = PDFPage(width: abs(box[2] - box[0]), height: abs(box[3] - box[1]))
        order = 0
        clips = PDFClips()
    }

    // MARK: Characters

    private mutating func beginText(_ line: TraceLine, isDrawn: Bool) {
        order += 1
        transform = line.matrix("transform") ?? .identity
        lightness = line.lightness
        self.isDrawn = isDrawn && line.opacity * clips.opacity > 0.05
    }

    private mutating func addGlyph(_ line: TraceLine) {
        guard isDrawn, let count = page?.glyphs.count, count < Self.glyphLimit, let scalar = line.scalar("unicode"),
            !scalar.properties.isWhitespace, scalar.value >= 0x20
        else { return }
        let origin = point(line, "x", "y")
        let across = transform.applyToVector(spanMatrix.a, spanMatrix.b)
        let up = transform.applyToVector(spanMatrix.c, spanMatrix.d)
        let size = (up.x * up.x + up.y * up.y).squareRoot()
        // Nobody sees type that is so small, or so narrow.
        let width = (across.x * across.x + across.y * across.y).squareRoot()
        guard size > Self.leastSize, width > 0.05 * size, size < 10_000, let turns = Self.turns(of: across) else {
            return
        }
        let advance = isVertical ? 1 : line.number("adv") ?? 1
        let corners = [(0.0, 0.88), (advance, 0.88), (0, -0.12), (advance, -0.12)].map { along, above in
            (x: origin.x + along * across.x + above * up.x, y: origin.y + along * across.y + above * up.y)
        }
        guard let box = PDFBox(around: corners),
            [box.left, box.top, box.right, box.bottom].allSatisfy({ abs($0) < Self.farthest })
        else { return }
        // What lies above or below the part of a page that is shown (ISO 32000-1, 14.11.2) is not there. Beside it,
        // digits of a number that is shown may stand.
        if turns % 2 == 0, let height = page?.height, box.centre.y < 0 || box.centre.y > height { return }
        guard clips.show(box) else { return }
        // Of what is mirrored, only that it is there can be told.
        if across.x * up.y - across.y * up.x > 0 {
            page?.areas.append(PDFArea(box: box, order: order, lightness: lightness, isCover: false))
            return
        }
        page?.glyphs.append(
            PDFGlyph(scalar: scalar, box: box, size: size, turns: turns, lightness: lightness, order: order))
    }

    /// In points.
    private static let leastSize = 0.7

    /// No page reaches so far, in points (ISO 32000-1, annex C: 14,400 units a side).
    private static let farthest = 1e6

    /// Quarters of a turn; nil where a line runs aslant, as a watermark and the lettering around a seal do.
    private static func turns(of across: PDFPoint) -> Int? {
        let angle = atan2(across.y, across.x) / (.pi / 2)
        guard angle.isFinite else { return nil }
        let nearest = angle.rounded()
        guard abs(angle - nearest) < 0.03 else { return nil }
        return (Int(nearest) + 4) % 4
    }

    // MARK: Paths and pictures

    private mutating func beginPath(_ line: TraceLine, isStroked: Bool) {
        order += 1
        transform = line.matrix("transform") ?? .identity
        lightness = line.lightness
        isDrawn = line.opacity > 0.05
        path = PDFPath(isStroked: isStroked, width: (line.number("linewidth") ?? 1) * transform.scale)
    }

    private mutating func endPath() {
        guard isDrawn, let page, page.rules.count + page.areas.count < Self.shapeLimit else { return }
        let (rules, areas) = path.shapes(order: order, lightness: lightness)
        self.page?.rules += rules
        self.page?.areas += areas
        path = PDFPath()
    }

    private mutating func addPicture(_ line: TraceLine) {
        order += 1
        guard let matrix = line.matrix("transform"), let page, page.areas.count < Self.shapeLimit else { return }
        let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { matrix.apply($0, $1) }
        guard let box = PDFBox(around: corners) else { return }
        var area = PDFArea(box: box, order: order, lightness: nil, isCover: false)
        area.pixels = Int(min(max(line.number("width") ?? 0, line.number("height") ?? 0), 1e9))
        self.page?.areas.append(area)
    }

    private func point(_ line: TraceLine, _ x: StaticString, _ y: StaticString) -> PDFPoint {
        transform.apply(line.number(x) ?? 0, line.number(y) ?? 0)
    }
}

/// An affine map of the plane, as PDF writes it (ISO 32000-1, 8.3.3).
struct PDFTransform {
    var a, b, c, d, e, f: Double

    static let identity = PDFTransform(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)

    func apply(_ x: Double, _ y: Double) -> PDFPoint { (a * x + c * y + e, b * x + d * y + f) }
    func applyToVector(_ x: Double, _ y: Double) -> PDFPoint { (a * x + c * y, b * x + d * y) }
    /// How much longer lengths become.
    var scale: Double { abs(a * d - b * c).squareRoot() }
}
