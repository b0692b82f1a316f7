extension Raster {
    /// The same with its paper white all over, where light fell from one side, and without the table that the paper
    /// lies on; a page that is lit evenly stays as it is.
    func evenlyLit() -> Raster {
        var papers = Ink.lights(self)
        let sorted = papers.sorted()
        guard sorted.count > 20, Int(sorted[sorted.count / 20]) * 10 < Int(sorted[sorted.count * 9 / 10]) * 8 else {
            return self
        }
        let columns = (width + Ink.block - 1) / Ink.block
        Self.spread(&papers, columns)
        let even = [UInt8](unsafeUninitializedCapacity: light.count) { target, filled in
            light.withUnsafeBufferPointer { source in
                for row in 0..<height {
                    let level = Self.level(papers, columns, row)
                    for column in 0..<width {
                        let (left, part) = Self.place(column, count: columns)
                        let paper = (level[left] * (256 - part) + level[left + 1] * part) >> 8
                        let value = Int(source[row * width + column]) * 255 / max(paper >> 8, 30)
                        target[row * width + column] = UInt8(min(value, 255))
                    }
                }
            }
            filled = width * height
        }
        var raster = Raster(width: width, height: height, light: even, isRed: isRed)
        raster.clearSurroundings()
        return raster
    }

    /// Light changes little from block to block: what is much darker than its neighbour is no paper, and gets the light
    /// of paper that would lie there.
    private static func spread(_ papers: inout [UInt8], _ columns: Int) {
        let rows = papers.count / columns
        var isChanged = true
        for _ in 0..<columns + rows where isChanged {
            isChanged = false
            for row in 0..<rows {
                for column in 0..<columns {
                    let lightest = Ink.lightest(around: row, column, of: papers, columns)
                    guard Int(papers[row * columns + column]) * 100 < Int(lightest) * 72 else { continue }
                    papers[row * columns + column] = UInt8(Int(lightest) * 97 / 100)
                    isChanged = true
                }
            }
        }
    }

    /// Between which two blocks' middles a pixel lies, the one before it and how far behind that, of 256.
    private static func place(_ pixel: Int, count: Int) -> (before: Int, part: Int) {
        let position = max(pixel * 256 / Ink.block - 128, 0)
        let before = min(position >> 8, count - 1)
        return (before, position & 0xFF)
    }

    /// The paper's light along a row, in 256ths, block by block; the last stands twice.
    private static func level(_ papers: [UInt8], _ columns: Int, _ row: Int) -> [Int] {
        let rows = papers.count / columns
        let (above, part) = place(row, count: rows)
        let below = min(above + 1, rows - 1)
        let level = (0..<columns).map {
            Int(papers[above * columns + $0]) * (256 - part) + Int(papers[below * columns + $0]) * part
        }
        return level + level.suffix(1)
    }

    /// Pixels that are dark in both directions: no letter's stroke is so wide.
    private static let solid = 13

    /// Makes paper of the dark areas that come in from the page's edges.
    private mutating func clearSurroundings() {
        var isSolid = [Bool](repeating: false, count: light.count)
        var depths = [Int](repeating: 0, count: width)
        for row in 0..<height {
            var run = 0
            for column in 0..<width {
                run = light[row * width + column] < 128 ? run + 1 : 0
                depths[column] = run >= Self.solid ? depths[column] + 1 : 0
                isSolid[row * width + column] = depths[column] >= Self.solid
            }
        }
        let frame = (across: width * 6 / 100, down: height * 6 / 100)
        var waiting: [Int] = []
        for position in isSolid.indices where isSolid[position] {
            let (row, column) = position.quotientAndRemainder(dividingBy: width)
            // A square is known by its lower right corner.
            let isOuter =
                column < frame.across + Self.solid || column >= width - frame.across || row < frame.down + Self.solid
                || row >= height - frame.down
            if isOuter {
                isSolid[position] = false
                waiting.append(position)
            }
        }
        let margin = 3
        while let position = waiting.popLast() {
            let (row, column) = position.quotientAndRemainder(dividingBy: width)
            clear(
                PixelBox(
                    left: max(column - Self.solid + 1 - margin, 0), top: max(row - Self.solid + 1 - margin, 0),
                    right: min(column + 1 + margin, width), bottom: min(row + 1 + margin, height)))
            for near in [position - 1, position + 1, position - width, position + width]
            where isSolid.indices.contains(near) && isSolid[near] {
                isSolid[near] = false
                waiting.append(near)
            }
        }
    }
}
