import Foundation

/// How far a page lies aslant: lines of text and rules are level where rows of pixels are fullest and emptiest.
enum Skew {
    /// Degrees by which the picture has to be turned clockwise to stand upright.
    static func angle(of ink: Ink) -> Double { angle(of: points(of: ink), height: ink.height) }

    /// The same by some of a picture's inked pixels.
    static func angle(of points: [Point], height: Int) -> Double {
        guard points.count > 500 else { return 0 }
        let coarse = best(points, height, around: 0, step: 0.25, count: 20)
        return best(points, height, around: coarse, step: 0.05, count: 5)
    }

    typealias Point = (x: Int32, y: Int32)

    /// Less than this makes no difference over the width of a page.
    static let negligible = 0.06

    private static let pointLimit = 40_000

    /// Inked pixels of a picture, evenly chosen.
    static func points(of ink: Ink) -> [Point] {
        let total = ink.isInk.withUnsafeBufferPointer { ink in
            var total = 0
            for value in ink { total += Int(value) }
            return total
        }
        let step = max(total / pointLimit, 1)
        var points: [Point] = []
        points.reserveCapacity(total / step + 1)
        ink.isInk.withUnsafeBufferPointer { isInk in
            var seen = 0
            var position = 0
            while position < isInk.count {
                if isInk[position] == 1 {
                    seen += 1
                    if seen % step == 0 {
                        points.append((Int32(position % ink.width), Int32(position / ink.width)))
                    }
                }
                position += 1
            }
        }
        return points
    }

    private static func best(
        _ points: [Point], _ height: Int, around middle: Double, step: Double, count: Int
    ) -> Double {
        var best = (angle: middle, score: -1)
        // The nearest to the middle first, so that what cannot be told stays as it is.
        for number in 0...2 * count {
            let offset = (number + 1) / 2 * (number % 2 == 0 ? 1 : -1)
            let angle = middle + Double(offset) * step
            let score = score(points, height, angle)
            if score > best.score { best = (angle, score) }
        }
        return best.angle
    }

    /// Some of the points, evenly chosen.
    static func thinned(_ points: [Point], to count: Int) -> [Point] {
        let step = max(points.count / count, 1)
        return stride(from: 0, to: points.count, by: step).map { points[$0] }
    }

    /// The sum of the squares of the rows' counts, were the page turned by the angle, and its last rows by some degrees
    /// more than its first.
    static func score(_ points: [Point], _ height: Int, _ angle: Double, _ change: Double = 0) -> Int {
        let slope = tan(angle * .pi / 180)
        let more = tan(change * .pi / 180) / Double(max(height, 1))
        let margin = height / 2
        var counts = [Int32](repeating: 0, count: 2 * height)
        return counts.withUnsafeMutableBufferPointer { counts in
            points.withUnsafeBufferPointer { points in
                var index = 0
                while index < points.count {
                    let (x, y) = (Double(points[index].x), Double(points[index].y))
                    let row = Int(y + x * (slope + more * (y - Double(margin)))) + margin
                    if row >= 0, row < counts.count { counts[row] += 1 }
                    index += 1
                }
            }
            var sum = 0
            for count in counts { sum += Int(count) * Int(count) }
            return sum
        }
    }
}
