/// An upright rectangle on a page, in points from its top left corner.
struct PDFBox: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var centre: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

    func contains(_ point: (x: Double, y: Double)) -> Bool {
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
    }

    /// The least box around points; nil of none.
    init?(around points: [PDFPoint]) {
        guard let first = points.first else { return nil }
        self.init(left: first.x, top: first.y, right: first.x, bottom: first.y)
        for point in points.dropFirst() {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
    }

    init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    func grown(by margin: Double) -> PDFBox {
        PDFBox(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }

    mutating func shift(down distance: Double) {
        top += distance
        bottom += distance
    }

    mutating func formUnion(_ other: PDFBox) {
        left = min(left, other.left)
        top = min(top, other.top)
        right = max(right, other.right)
        bottom = max(bottom, other.bottom)
    }
}

typealias PDFPoint = (x: Double, y: Double)

/// One character as a page draws it.
struct PDFGlyph {
    var scalar: Unicode.Scalar
    /// From where it begins to where the next one does, and as high as type of its size is.
    var box: PDFBox
    /// The size of its type.
    var size: Double
    /// How many quarters of a turn clockwise its line runs from left to right.
    var turns: Int
    /// From 0, black, to 1, white.
    var lightness: Double
    /// Its place among all that the page draws: later covers earlier.
    var order: Int
    /// Whether a line is drawn through it.
    var isStruck = false

    /// The line it stands on, of upright type.
    var baseline: Double { box.bottom - 0.12 * size }
}

/// A straight line: a stroke, or a rectangle so thin that it looks like one.
struct PDFRule {
    /// A horizontal line has its y in `at`, its x from `start` to `end`; a vertical one the other way round.
    var isHorizontal: Bool
    var at: Double
    var start: Double
    var end: Double

    var length: Double { end - start }
}

/// Something drawn that is neither a character nor a straight line: a filled area, a picture, a curve.
struct PDFArea {
    var box: PDFBox
    var order: Int
    /// Nil of a picture.
    var lightness: Double?
    /// Whether it is a filled rectangle, which hides what lies under it.
    var isCover: Bool
    /// Of a picture, how many pixels its longer side has.
    var pixels = 0
}

/// What one page draws. Coordinates are those of the page as it is shown, `/Rotate` applied.
struct PDFPage {
    var width: Double
    var height: Double
    var glyphs: [PDFGlyph] = []
    var rules: [PDFRule] = []
    var areas: [PDFArea] = []
    /// Of a page whose content was recognised, the picture that it was drawn from.
    var scan: ScanSource?

    /// The page turned so that most of its text stands upright: a wide table on an upright page is printed lying on its
    /// side.
    func upright() -> PDFPage {
        var counts = [0, 0, 0, 0]
        for glyph in glyphs { counts[glyph.turns] += 1 }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), most != 0, counts[most] > counts[0]
        else { return self }
        return (0..<4 - most).reduce(self) { page, _ in page.turned() }
    }

    /// The page turned by a quarter clockwise.
    private func turned() -> PDFPage {
        let height = self.height
        func turned(_ box: PDFBox) -> PDFBox {
            PDFBox(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
        }
        var page = PDFPage(width: height, height: width)
        page.glyphs = glyphs.map { glyph in
            var glyph = glyph
            glyph.box = turned(glyph.box)
            glyph.turns = (glyph.turns + 1) % 4
            return glyph
        }
        page.rules = rules.map { rule in
            rule.isHorizontal
                ? PDFRule(isHorizontal: false, at: height - rule.at, start: rule.start, end: rule.end)
                : PDFRule(isHorizontal: true, at: rule.at, start: height - rule.end, end: height - rule.start)
        }
        // A horizontal line's y becomes an x counted from the right; a vertical one's x becomes a y.
        page.areas = areas.map { area in
            var area = area
            area.box = turned(area.box)
            return area
        }
        return page
    }
}
