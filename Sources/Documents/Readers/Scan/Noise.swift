extension Raster {
    /// How much the light of neighbouring pixels differs where there should be paper alone: the middle of all
    /// differences, since most of a page is paper.
    var noise: Int {
        var counts = [Int](repeating: 0, count: 256)
        var total = 0
        var position = 1
        while position < light.count {
            counts[abs(Int(light[position]) - Int(light[position - 1]))] += 1
            total += 1
            position += Self.noiseStep
        }
        var rest = total / 2
        return counts.firstIndex { count in
            rest -= count
            return rest < 0
        } ?? 0
    }

    /// A prime, so that no grid is followed.
    private static let noiseStep = 31
    /// More than compression leaves.
    private static let noticeable = 8

    /// The same, with every pixel mixed with its neighbours where the page is noisy.
    func withoutNoise() -> Raster {
        guard noise > Self.noticeable, width > 2, height > 2 else { return self }
        let mixed = [UInt8](unsafeUninitializedCapacity: light.count) { target, filled in
            light.withUnsafeBufferPointer { source in
                for row in 0..<height {
                    let (above, below) = (max(row - 1, 0) * width, min(row + 1, height - 1) * width)
                    for column in 0..<width {
                        let (left, right) = (max(column - 1, 0), min(column + 1, width - 1))
                        func level(_ start: Int) -> Int {
                            Int(source[start + left]) + 2 * Int(source[start + column]) + Int(source[start + right])
                        }
                        let sum = level(above) + 2 * level(row * width) + level(below)
                        target[row * width + column] = UInt8(truncatingIfNeeded: sum / 16)
                    }
                }
            }
            filled = light.count
        }
        return Raster(width: width, height: height, light: mixed, isRed: isRed)
    }
}
