/// A figure cut out of a page, its ink black and its paper white however the page was lit, so that it can be set beside
/// others.
struct FigurePicture {
    private let picture: Raster
    /// How high its digits are, in pixels.
    private let height: Int
    /// Of how many strokes it is; nil where they cannot be told apart.
    let strokes: Int?

    init(of writing: CellInk.Writing, in raster: Raster) {
        let cut = raster.part(writing.surroundings)
        picture = Raster(width: cut.width, height: cut.height, light: Self.stretched(cut.light))
        height = max(writing.box.height, Self.least)
        strokes = writing.widths?.count
    }

    /// A dash is no digit, and must not become as high as one.
    private static let least = 14

    /// The picture with digits of a height, by Catmull and Rom's cubic curve through the pixels.
    func scaled(toDigits wanted: Int) -> Raster {
        let scale = Double(wanted) / Double(height)
        let wide = Self.resampled(picture, count: max(Int((Double(picture.width) * scale).rounded()), 1))
        let high = Self.resampled(wide.transposed, count: max(Int((Double(picture.height) * scale).rounded()), 1))
        return high.transposed
    }

    /// The same picture with another number of columns.
    private static func resampled(_ raster: Raster, count: Int) -> Raster {
        let step = Double(raster.width) / Double(count)
        var light = [UInt8](repeating: 255, count: count * raster.height)
        for column in 0..<count {
            let place = (Double(column) + 0.5) * step - 0.5
            let left = Int(place.rounded(.down))
            let part = place - Double(left)
            let weights = [
                ((2 - part) * part - 1) * part / 2, ((3 * part - 5) * part * part + 2) / 2,
                ((4 - 3 * part) * part + 1) * part / 2, (part - 1) * part * part / 2,
            ]
            let columns = (0..<4).map { min(max(left + $0 - 1, 0), raster.width - 1) }
            for row in 0..<raster.height {
                var sum = 0.0
                for index in 0..<4 { sum += weights[index] * Double(raster.light[row * raster.width + columns[index]]) }
                light[row * count + column] = UInt8(min(max(sum, 0), 255))
            }
        }
        return Raster(width: count, height: raster.height, light: light)
    }

    /// The lights between the darkest and what nine tenths do not exceed, spread over the whole range.
    private static func stretched(_ light: [UInt8]) -> [UInt8] {
        let sorted = light.sorted()
        guard let first = sorted.first else { return light }
        let dark = Int(sorted.count < 50 ? first : sorted[sorted.count / 50])
        let range = max(Int(sorted[sorted.count * 9 / 10]) - dark, 40)
        return light.map { UInt8(min(max((Int($0) - dark) * 255 / range, 0), 255)) }
    }
}

extension Raster {
    /// The same with rows and columns exchanged.
    fileprivate var transposed: Raster {
        var other = [UInt8](repeating: 255, count: light.count)
        for row in 0..<height { for column in 0..<width { other[column * height + row] = light[row * width + column] } }
        return Raster(width: height, height: width, light: other)
    }
}
