/// Figures set beside one another in one line, since the program reads lines well and single digits badly.
struct FigureStrip {
    /// How figures are set.
    struct Setting {
        /// Pixels of their digits.
        var digits: Int
        /// How many stand in a line.
        var count: Int
        /// Whether the last comes first: each has other neighbours than in the order of the page.
        var isBackward: Bool
        /// The signs that may be read.
        var signs: String
    }

    /// Two settings in which the program makes different mistakes. What looks like a letter must not become a digit in
    /// both.
    static let settings = [
        Setting(digits: 30, count: 8, isBackward: false, signs: "0123456789.,-+/"),
        Setting(digits: 32, count: 12, isBackward: true, signs: "0123456789.,-+/%xXvVNA"),
    ]

    /// Paper between two figures, and around the line.
    private static let gap = 40
    private static let border = 14

    /// Which figures stand in it, by their place among all, where, and of how many strokes.
    private let places: [(figure: Int, columns: Range<Int>, strokes: Int?)]
    /// The line as a greyscale pixmap.
    let graymap: [UInt8]

    /// All figures in as many lines as they need.
    static func strips(of figures: [FigurePicture], _ setting: Setting) -> [FigureStrip] {
        let order = setting.isBackward ? Array(figures.indices.reversed()) : Array(figures.indices)
        return stride(from: 0, to: order.count, by: setting.count).map { start in
            let members = order[start..<min(start + setting.count, order.count)]
            return FigureStrip(
                members.map { ($0, figures[$0].scaled(toDigits: setting.digits), figures[$0].strokes) })
        }
    }

    private init(_ pictures: [(figure: Int, picture: Raster, strokes: Int?)]) {
        let height = (pictures.map(\.picture.height).max() ?? 0) + 2 * Self.border
        let width = pictures.reduce(Self.gap) { $0 + $1.picture.width + Self.gap }
        var line = Raster(width: width, height: height, light: [UInt8](repeating: 255, count: width * height))
        var places: [(Int, Range<Int>, Int?)] = []
        var left = Self.gap
        for (figure, picture, strokes) in pictures {
            line.paint(picture, left: left, top: (height - picture.height) / 2)
            places.append((figure, left..<left + picture.width, strokes))
            left += picture.width + Self.gap
        }
        self.places = places
        graymap = line.graymap(of: PixelBox(left: 0, top: 0, right: width, bottom: height), border: 0)
    }

    /// What was read of each figure, from the signs of the line in their order: where there are as many as strokes,
    /// each figure has as many as it has strokes; else the program's places tell, which are not exact.
    func readings(_ signs: [Tesseract.Sign]) -> [(figure: Int, text: String)] {
        let strokes = places.compactMap(\.strokes)
        if strokes.count == places.count, signs.count(where: \.isStroke) == strokes.reduce(0, +) {
            return counted(signs)
        }
        return places.map { figure, columns, _ in
            let own = signs.filter { sign in
                let middle = (sign.left + sign.right) / 2
                return middle > columns.lowerBound - Self.gap / 2 && middle < columns.upperBound + Self.gap / 2
            }
            return (figure, own.map(\.text).joined())
        }
    }

    private func counted(_ signs: [Tesseract.Sign]) -> [(figure: Int, text: String)] {
        var rest = signs[...]
        return places.map { figure, columns, strokes in
            var text = ""
            var left = strokes ?? 0
            while let sign = rest.first, left > 0 || !sign.isStroke && sign.left < columns.upperBound {
                if sign.isStroke { left -= 1 }
                text += sign.text
                rest.removeFirst()
            }
            return (figure, text)
        }
    }
}

extension Tesseract.Sign {
    /// Whether it is as high as a digit: a point and a comma are no strokes of their own.
    fileprivate var isStroke: Bool { text != "." && text != "," }
}

extension Raster {
    /// Lays another picture over a part of this one.
    fileprivate mutating func paint(_ other: Raster, left: Int, top: Int) {
        for row in 0..<other.height {
            let start = (top + row) * width + left
            light.replaceSubrange(
                start..<start + other.width, with: other.light[row * other.width..<(row + 1) * other.width])
        }
    }
}
