/// Which pixels of a raster are ink: those clearly darker than the paper around them, so that neither shadows nor
/// tinted headings count.
struct Ink {
    let width: Int
    let height: Int
    /// 1 for ink, row by row.
    private(set) var isInk: [UInt8]
    /// 1 where a seal lies over the page; empty where none does.
    private(set) var isVeiled: [UInt8]

    /// Pixels of a side of the blocks by which light is measured.
    static let block = 64
    /// How light ink may be, in parts of the paper's light.
    private static let share = 0.68

    init(_ raster: Raster) {
        (width, height) = (raster.width, raster.height)
        let limits = Self.limits(raster)
        let columns = (raster.width + Self.block - 1) / Self.block
        let (width, height) = (raster.width, raster.height)
        isVeiled = raster.isRed
        isInk = [UInt8](unsafeUninitializedCapacity: width * height) { ink, filled in
            raster.light.withUnsafeBufferPointer { light in
                limits.withUnsafeBufferPointer { limits in
                    var position = 0
                    var row = 0
                    while row < height {
                        let line = row / Self.block * columns
                        var column = 0
                        while column < width {
                            ink[position] = light[position] < limits[line + column / Self.block] ? 1 : 0
                            position += 1
                            column += 1
                        }
                        row += 1
                    }
                }
            }
            filled = width * height
        }
    }

    private init(width: Int, height: Int, isInk: [UInt8], isVeiled: [UInt8]) {
        (self.width, self.height, self.isInk, self.isVeiled) = (width, height, isInk, isVeiled)
    }

    /// The same with rows and columns exchanged.
    var transposed: Ink {
        Ink(
            width: height, height: width, isInk: transposed(isInk),
            isVeiled: isVeiled.isEmpty ? [] : transposed(isVeiled))
    }

    private func transposed(_ pixels: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: width * height) { target, filled in
            pixels.withUnsafeBufferPointer { source in
                var row = 0
                while row < height {
                    var column = 0
                    while column < width {
                        target[column * height + row] = source[row * width + column]
                        column += 1
                    }
                    row += 1
                }
            }
            filled = width * height
        }
    }

    /// For each block of the raster how dark a pixel must be to be ink.
    private static func limits(_ raster: Raster) -> [UInt8] {
        papers(raster).map { UInt8(Double($0) * share) }
    }

    /// For each block of the raster, row by row, the light that three quarters of it do not exceed.
    static func lights(_ raster: Raster) -> [UInt8] {
        let columns = (raster.width + block - 1) / block
        let rows = (raster.height + block - 1) / block
        var papers = [UInt8](repeating: 0, count: columns * rows)
        raster.light.withUnsafeBufferPointer { light in
            for row in 0..<rows {
                for column in 0..<columns {
                    papers[row * columns + column] = paper(light, raster, row * block, column * block)
                }
            }
        }
        return papers
    }

    /// The lightest of a block, by its row and column, and of those around it.
    static func lightest(around row: Int, _ column: Int, of lights: [UInt8], _ columns: Int) -> UInt8 {
        var lightest: UInt8 = 0
        for near in max(row - 1, 0)...min(row + 1, lights.count / columns - 1) {
            for beside in max(column - 1, 0)...min(column + 1, columns - 1) {
                lightest = max(lightest, lights[near * columns + beside])
            }
        }
        return lightest
    }

    /// For each block of the raster the light of its paper.
    private static func papers(_ raster: Raster) -> [UInt8] {
        let columns = (raster.width + block - 1) / block
        let rows = (raster.height + block - 1) / block
        let papers = lights(raster)
        var levels = papers
        for row in 0..<rows {
            for column in 0..<columns {
                // A block full of ink has no paper of its own.
                let lightest = lightest(around: row, column, of: papers, columns)
                let own = papers[row * columns + column]
                levels[row * columns + column] = max(own, lightest / 4 * 3)
            }
        }
        return levels
    }

    /// The light that three quarters of a block do not exceed.
    private static func paper(
        _ light: UnsafeBufferPointer<UInt8>, _ raster: Raster, _ top: Int, _ left: Int
    ) -> UInt8 {
        let (bottom, right) = (min(top + block, raster.height), min(left + block, raster.width))
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { counts in
            counts.initialize(repeating: 0)
            // Every other pixel is enough.
            var row = top
            while row < bottom {
                var position = row * raster.width + left
                let end = row * raster.width + right
                while position < end {
                    counts[Int(light[position])] += 1
                    position += 2
                }
                row += 2
            }
            var rest = Int32(((bottom - top + 1) / 2) * ((right - left + 1) / 2) * 3 / 4)
            for value in 0..<256 {
                rest -= counts[value]
                if rest < 0 { return UInt8(value) }
            }
            return 255
        }
    }
}

extension PixelBox {
    /// The rows of a page that hold ink outside its tables, over its whole width; nil where none do.
    init?(aroundInkOf ink: Ink, outside tables: [PixelBox]) {
        var rows: ClosedRange<Int>?
        ink.isInk.withUnsafeBufferPointer { isInk in
            for row in 0..<ink.height {
                let covered = tables.filter { $0.top <= row && row < $0.bottom }
                var count = 0
                for position in row * ink.width..<(row + 1) * ink.width where isInk[position] == 1 {
                    let column = position - row * ink.width
                    if !covered.contains(where: { $0.left <= column && column < $0.right }) { count += 1 }
                }
                if count > 3 { rows = (rows?.lowerBound ?? row)...row }
            }
        }
        guard let rows, rows.count > 8 else { return nil }
        self.init(
            left: 0, top: max(rows.lowerBound - 4, 0), right: ink.width, bottom: min(rows.upperBound + 5, ink.height))
    }
}
