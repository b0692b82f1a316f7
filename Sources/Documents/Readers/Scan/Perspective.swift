import Foundation

/// A page that was photographed from aside: its lines run together. Where they do is told by how far they lie aslant
/// at the page's upper and lower half, and on its left and right.
struct Perspective {
    /// From the flat page's pixels to those of the photograph: (a x + b y + c, d x + e y + f) / (g x + h y + 1).
    private let terms: [Double]

    /// Degrees between lines that should be level, or upright; less is measured by chance.
    private static let negligible = 0.4
    /// Ink without which a half of the page tells nothing.
    private static let least = 4000

    /// Nil where the page lies flat, or nothing tells.
    init?(of ink: Ink) {
        let upright = ink.transposed
        guard let rows = Self.halves(of: ink), let columns = Self.halves(of: upright) else { return nil }
        let differences = [
            rows.first.angle - rows.last.angle, columns.first.angle - columns.last.angle,
            (rows.first.angle + rows.last.angle + columns.first.angle + columns.last.angle) / 2,
        ]
        guard differences.contains(where: { abs($0) > Self.negligible }) else { return nil }
        // Two lines that should be level, two that should be upright, and where they meet.
        let level = [rows.first, rows.last].map { Line(through: $0, middle: Double(ink.width) / 2) }
        let plumb = [columns.first, columns.last].map { Line(through: $0, middle: Double(ink.height) / 2) }
        var corners: [PDFPoint] = []
        for row in level { for column in plumb { corners.append(row.meeting(column)) } }
        let flat = [rows.first, rows.last].flatMap { row in
            [columns.first, columns.last].map { (x: $0.at, y: row.at) }
        }
        guard let terms = Self.solve(flat, corners) else { return nil }
        self.terms = terms
    }

    /// Lines of one half of a page: where the half's middle lies, and by how many degrees they are to be turned.
    private struct Half {
        var at: Double
        var angle: Double
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

    private static func halves(of ink: Ink) -> (first: Half, last: Half)? {
        let points = Skew.points(of: ink)
        guard points.count > least else { return nil }
        let heights = points.map(\.y).sorted()
        let middle = heights[heights.count / 2]
        let parts = [points.filter { $0.y < middle }, points.filter { $0.y >= middle }]
        let halves = parts.map { part in
            Half(
                at: part.reduce(0.0) { $0 + Double($1.y) } / Double(max(part.count, 1)),
                angle: Skew.angle(of: part, height: ink.height))
        }
        guard halves[1].at - halves[0].at > Double(ink.height) / 8 else { return nil }
        return (halves[0], halves[1])
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
