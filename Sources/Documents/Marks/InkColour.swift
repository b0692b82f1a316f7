/// A colour of ink or of its ground, as far as it decides whether text is seen. Small, since a workbook may have
/// hundreds of thousands of texts with one.
struct InkColour: Equatable {
    private var red: UInt8
    private var green: UInt8
    private var blue: UInt8
    /// From 0, which nobody sees, to 1.
    private(set) var opacity: Float = 1

    static let black = InkColour(0, 0, 0)
    static let white = InkColour(255, 255, 255)

    /// Ink that differs no more than this from its ground in any of its parts is not seen.
    private static let contrast: Float = 16

    /// Of parts from 0 to 255; what is beyond is taken for the nearest.
    init(_ red: Double, _ green: Double, _ blue: Double, opacity: Double = 1) {
        (self.red, self.green, self.blue) = (Self.part(red), Self.part(green), Self.part(blue))
        self.opacity = Float(opacity)
    }

    private static func part(_ number: Double) -> UInt8 {
        number >= 255 ? 255 : number > 0 ? UInt8(number.rounded()) : 0
    }

    func isUnseen(on ground: InkColour) -> Bool {
        func apart(_ one: UInt8, _ other: UInt8) -> UInt8 { max(one, other) - min(one, other) }
        let difference = max(apart(red, ground.red), apart(green, ground.green), apart(blue, ground.blue))
        return opacity <= 0.05 || Float(difference) * opacity <= Self.contrast
    }
}

extension InkColour {
    /// `FFF`, `FFFF`, `FFFFFF` or `FFFFFFFF`, the opacity at the end, as style sheets write it.
    init?(hex: some StringProtocol) {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count else { return nil }
        let parts: [Int]
        switch digits.count {
        case 3, 4: parts = digits.map { $0 * 17 }
        case 6, 8: parts = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        default: return nil
        }
        self.init(Double(parts[0]), Double(parts[1]), Double(parts[2]))
        if parts.count == 4 { opacity = Float(parts[3]) / 255 }
    }

    /// A colour of a style sheet, in lower case (CSS Color 4); nil for one that is not known here.
    init?(css value: String) {
        if value.first == "#" {
            self.init(hex: value.dropFirst())
        } else if let named = Self.named[value] {
            self = named
        } else {
            self.init(function: value)
        }
    }
}
