import Foundation

/// A page that was photographed from aside: its lines run together. How far lines lie aslant is told at the page's
/// upper and lower part, and on its left and right.
struct Perspective {
    /// From the flat page's pixels to those of the photograph: (a x + b y + c, d x + e y + f) / (g x + h y + 1).
    private let terms: [Double]

    /// Degrees by which lines that should be level, or upright, may run together; less is measured by chance, but on a
    /// page that is known to have been photographed, not so much less.
    private static let negligible = (at: 0.5, again: 0.12)
    /// The same for lines that should stand upright on level ones.
    private static let aslant = (at: 0.3, again: 0.1)
    /// Ink without which a page tells nothing.
    private static let least = 4000

    /// Nil where the page lies flat, or nothing tells.
    ///
    /// - Parameter isAgain: whether it has been flattened before, by what was measured then.
    init?(of ink: Ink, isAgain: Bool = false) {
        let (rows, columns) = (Skew.points(of: ink), Skew.points(of: ink.transposed))
        guard rows.count > Self.least else { return nil }
        let (level, upright) = (Fan(of: rows, height: ink.height), Fan(of: columns, height: ink.width))
        let negligible = isAgain ? Self.negligible.again : Self.negligible.at
        let aslant = isAgain ? Self.aslant.again : Self.aslant.at
        guard
            abs(level.change) > negligible || abs(upright.change) > negligible
                || abs(level.middle + upright.middle) > aslant
        else { return nil }
        // Two lines that should be level, two that should be upright, and where they meet.
        let (rowHalves, columnHalves) = (level.halves, upright.halves)
        let lines = rowHalves.map { Line(through: $0, middle: Double(ink.width) / 2) }
        let plumb = columnHalves.map { Line(through: $0, middle: Double(ink.height) / 2) }
        let corners = lines.flatMap { row in plumb.map(row.meeting) }
        let flat = rowHalves.flatMap { row in columnHalves.map { (x: $0.at, y: row.at) } }
        guard let terms = Self.solve(flat, corners) else { return nil }
        self.terms = terms
    }

    /// A line that stands for a part of a page: where it lies, and by how many degrees it is to be turned.
    private struct Half {
        var at: Double
        var angle: Double
    }

    /// How the lines of a page, all level ones or all upright ones, run together.
    private struct Fan {
        /// Degrees by which those in the middle are to be turned, as `Skew` has them.
        var middle: Double
        /// By how many degrees more the last than the first.
        var change: Double
        let height: Int

        init(of points: [Skew.Point], height: Int) {
            self.height = height
            (middle, change) = (0, 0)
            search(Skew.thinned(points, to: 8000), step: 0.5, reach: (10, 16))
            search(Skew.thinned(points, to: 20_000), step: 0.1, reach: (4, 4))
            search(Skew.thinned(points, to: 20_000), step: 0.03, reach: (2, 2))
        }

        /// Two lines, a quarter of the page from its edges.
        var halves: [Half] {
            [0.25, 0.75].map { Half(at: $0 * Double(height), angle: middle + change * ($0 - 0.5)) }
        }

        /// Tries what lies around; what is nearest to it first, so that what cannot be told stays as it is.
        private mutating func search(_ points: [Skew.Point], step: Double, reach: (middle: Int, change: Int)) {
            var best = (middle: middle, change: change, score: -1)
            for place in 0...2 * reach.middle {
                for other in 0...2 * reach.change {
                    let (angle, more) = (middle + step * Self.offset(place), change + step * Self.offset(other))
                    let score = Skew.score(points, height, angle, more)
                    if score > best.score { best = (angle, more, score) }
                }
            }
            (middle, change) = (best.middle, best.change)
        }

        /// 0, 1, −1, 2, −2, …
        private static func offset(_ number: Int) -> Double { Double((number + 1) / 2 * (number % 2 == 0 ? -1 : 1)) }
    }

    /// y = at + slope (x − middle), or the same with x and y exchanged.
    private struct Line {
        var at: Double
        var slope: Double
        var middle: Double

        init(through half: Half, middle: Double) {
            (at, slope, self.middle) = (half.at, -tan(half.angle * .pi / 180), middle)
        }

        /// The point that a level line shares with a plumb one.
        func meeting(_ plumb: Line) -> PDFPoint {
            let rest = at - slope * middle
            let x = (plumb.at + plumb.slope * (rest - plumb.middle)) / (1 - slope * plumb.slope)
            return (x, rest + slope * x)
        }
    }

    /// The terms that carry four points to four others; nil where three of them lie in a line.
    private static func solve(_ from: [PDFPoint], _ to: [PDFPoint]) -> [Double]? {
        var rows: [[Double]] = []
        for (source, target) in zip(from, to) {
            let (x, y) = (source.x, source.y)
            rows.append([x, y, 1, 0, 0, 0, -target.x * x, -target.x * y, target.x])
            rows.append([0, 0, 0, x, y, 1, -target.y * x, -target.y * y, target.y])
        }
        for column in 0..<8 {
            guard let pivot = (column..<8).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-12
            else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<8 where row != column {
                let factor = rows[row][column] / rows[column][column]
                for place in column..<9 { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<8).map { rows[$0][8] / rows[$0][$0] }
    }

    /// How level and upright the lines of a page are: how unevenly its ink is spread over rows and columns, 1 where it
    /// is spread evenly.
    static func straightness(of ink: Ink) -> Double {
        [ink, ink.transposed].reduce(0) { sum, ink in
            let points = Skew.points(of: ink)
            let even = Double(points.count) * Double(points.count) / Double(max(ink.height, 1))
            return sum + Double(Skew.score(points, ink.height, 0)) / max(even, 1) / 2
        }
    }

    /// Where on the photograph a point of the flat page is.
    func source(of point: PDFPoint) -> PDFPoint {
        let depth = terms[6] * point.x + terms[7] * point.y + 1
        return (
            (terms[0] * point.x + terms[1] * point.y + terms[2]) / depth,
            (terms[3] * point.x + terms[4] * point.y + terms[5]) / depth
        )
    }

    /// The page as if it had been photographed from above.
    func flattened(_ raster: Raster) -> Raster {
        let (width, height) = (raster.width, raster.height)
        var light = [UInt8](repeating: 255, count: width * height)
        var isRed = raster.isRed
        for row in 0..<height {
            for column in 0..<width {
                let (x, y) = (Double(column), Double(row))
                let depth = terms[6] * x + terms[7] * y + 1
                let left = (terms[0] * x + terms[1] * y + terms[2]) / depth
                let top = (terms[3] * x + terms[4] * y + terms[5]) / depth
                guard left >= 0, top >= 0, left < Double(width - 1), top < Double(height - 1) else {
                    if !isRed.isEmpty { isRed[row * width + column] = 0 }
                    continue
                }
                let place = Int(top) * width + Int(left)
                let (across, down) = (left - left.rounded(.down), top - top.rounded(.down))
                let upper = Double(raster.light[place]) * (1 - across) + Double(raster.light[place + 1]) * across
                let below = place + width
                let lower = Double(raster.light[below]) * (1 - across) + Double(raster.light[below + 1]) * across
                light[row * width + column] = UInt8(upper * (1 - down) + lower * down)
                if !isRed.isEmpty { isRed[row * width + column] = raster.isRed[place] }
            }
        }
        return Raster(width: width, height: height, light: light, isRed: isRed)
    }
}
