/// A page as a person's eye takes it without its stamps: one byte a pixel, from 0, black, to 255, white, row by row.
struct Raster {
    let width: Int
    let height: Int
    var light: [UInt8]
    /// 1 where a seal's red was, under which nothing may be seen; empty where nothing is red.
    private(set) var isRed: [UInt8] = []

    init(width: Int, height: Int, light: [UInt8], isRed: [UInt8] = []) {
        (self.width, self.height, self.light, self.isRed) = (width, height, light, isRed)
    }

    /// Reads a binary pixmap of three colours (PPM, `P6`); nil of anything else.
    ///
    /// What is red becomes paper: a seal's ink is light in the red part of the picture, where black stays dark under
    /// it, and the more so the further red stands above green and blue.
    init?(pixmap bytes: [UInt8]) {
        guard let (numbers, start) = Self.header(of: bytes, sign: 0x36), numbers[2] == 255 else { return nil }
        let (width, height) = (numbers[0], numbers[1])
        let (count, overflow) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0, !overflow, count <= (bytes.count - start) / 3 else { return nil }
        (self.width, self.height) = (width, height)
        var isRed = [UInt8](repeating: 0, count: count)
        var reds = 0
        light = [UInt8](unsafeUninitializedCapacity: count) { light, filled in
            bytes.withUnsafeBufferPointer { bytes in
                var position = start
                var index = 0
                while index < count {
                    let (red, green, blue) = (Int(bytes[position]), Int(bytes[position + 1]), Int(bytes[position + 2]))
                    let other = green > blue ? green : blue
                    let value = red > other ? red + red - other : red
                    light[index] = value > 255 ? 255 : UInt8(truncatingIfNeeded: value)
                    if red > other + Self.redness {
                        isRed[index] = 1
                        reds += 1
                    }
                    position += 3
                    index += 1
                }
            }
            filled = count
        }
        if reds > 0 { self.isRed = isRed }
    }

    /// Reads a binary pixmap of greys (PGM, `P5`); nil of anything else.
    init?(graymap bytes: [UInt8]) {
        guard let (numbers, start) = Self.header(of: bytes, sign: 0x35), numbers[2] == 255 else { return nil }
        let (count, overflow) = numbers[0].multipliedReportingOverflow(by: numbers[1])
        guard count > 0, !overflow, count <= bytes.count - start else { return nil }
        self.init(width: numbers[0], height: numbers[1], light: Array(bytes[start..<start + count]))
    }

    /// The same turned clockwise by quarters.
    func turned(_ quarters: Int) -> Raster {
        guard quarters % 4 != 0 else { return self }
        let isAside = quarters % 2 == 1
        let (across, down) = isAside ? (height, width) : (width, height)
        var other = [UInt8](repeating: 255, count: light.count)
        for row in 0..<height {
            for column in 0..<width {
                let target =
                    switch quarters % 4 {
                    case 1: column * across + across - 1 - row
                    case 2: (down - 1 - row) * across + across - 1 - column
                    default: (down - 1 - column) * across + row
                    }
                other[target] = light[row * width + column]
            }
        }
        return Raster(width: across, height: down, light: other)
    }

    /// How far red stands above the other colours where it may hide what lies under it.
    private static let redness = 90

    /// Width, height and greatest value, and where the pixels begin. Comments are allowed between them.
    private static func header(of bytes: [UInt8], sign: UInt8) -> (numbers: [Int], end: Int)? {
        guard bytes.starts(with: [0x50, sign]) else { return nil }
        var numbers: [Int] = []
        var position = 2
        while numbers.count < 3, position < min(bytes.count, 200) {
            switch bytes[position] {
            case UInt8(ascii: "#"): while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            case 0x30...0x39:
                var number = 0
                while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39, number < 1 << 30 {
                    number = number * 10 + Int(bytes[position] - 0x30)
                    position += 1
                }
                numbers.append(number)
            default: position += 1
            }
        }
        return numbers.count == 3 ? (numbers, position + 1) : nil
    }

    /// A part by itself.
    func part(_ box: PixelBox) -> Raster {
        var own: [UInt8] = []
        own.reserveCapacity(box.width * box.height)
        for row in box.top..<box.bottom { own += light[row * width + box.left..<row * width + box.right] }
        return Raster(width: box.width, height: box.height, light: own)
    }

    /// A part as a greyscale pixmap (PGM, `P5`) with a border of paper.
    func graymap(of box: PixelBox, border: Int) -> [UInt8] {
        let (across, down) = (box.width + 2 * border, box.height + 2 * border)
        var bytes = Array("P5\n\(across) \(down)\n255\n".utf8)
        let start = bytes.count
        bytes += [UInt8](repeating: 255, count: across * down)
        for row in 0..<box.height {
            let target = start + (row + border) * across + border
            let source = (box.top + row) * width + box.left
            bytes.replaceSubrange(target..<target + box.width, with: light[source..<source + box.width])
        }
        return bytes
    }

    /// Makes a part of the picture paper.
    mutating func clear(_ box: PixelBox) {
        for row in box.top..<box.bottom {
            for position in row * width + box.left..<row * width + box.right { light[position] = 255 }
        }
    }
}

/// A rectangle of whole pixels, the right and the lower side excluded.
struct PixelBox: Equatable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    var width: Int { right - left }
    var height: Int { bottom - top }

    /// The same with some pixels more on every side, as far as they lie within another.
    func grown(by count: Int, within other: PixelBox) -> PixelBox {
        PixelBox(
            left: max(left - count, other.left), top: max(top - count, other.top),
            right: min(right + count, other.right), bottom: min(bottom + count, other.bottom))
    }

    mutating func formUnion(_ other: PixelBox) {
        left = min(left, other.left)
        top = min(top, other.top)
        right = max(right, other.right)
        bottom = max(bottom, other.bottom)
    }
}

/// How a page's places, in points, and the pixels of its raster belong together.
enum PixelScale {
    /// Pixels an inch; small type needs no more, and every page is drawn so, whatever its scan has.
    static let resolution = 200.0
    static let points = 72 / resolution

    /// The pixels of a rectangle, as far as they lie within a raster.
    static func pixels(_ box: PDFBox, in raster: Raster) -> PixelBox {
        func place(_ value: Double, _ limit: Int) -> Int { min(max(Int((value / points).rounded()), 0), limit) }
        let (left, top) = (place(box.left, raster.width), place(box.top, raster.height))
        return PixelBox(
            left: left, top: top, right: max(place(box.right, raster.width), left),
            bottom: max(place(box.bottom, raster.height), top))
    }
}
