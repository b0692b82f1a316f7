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
    private init(_ red: Double, _ green: Double, _ blue: Double) {
        (self.red, self.green, self.blue) = (Self.part(red), Self.part(green), Self.part(blue))
    }

    private static func part(_ number: Double) -> UInt8 {
        number >= 255 ? 255 : number > 0 ? UInt8(number.rounded()) : 0
    }

    func isUnseen(on ground: InkColour) -> Bool {
        func apart(_ one: UInt8, _ other: UInt8) -> UInt8 { max(one, other) - min(one, other) }
        let difference = max(apart(red, ground.red), apart(green, ground.green), apart(blue, ground.blue))
        return opacity <= 0.05 || Float(difference) * opacity <= Self.contrast
    }

    /// What the eye makes of dots of this colour on another.
    ///
    /// - Parameter share: how much of the whole the dots are, from 0 to 1.
    func dotted(on fill: InkColour, share: Double) -> InkColour {
        func mixed(_ dot: UInt8, _ rest: UInt8) -> Double { Double(dot) * share + Double(rest) * (1 - share) }
        return InkColour(mixed(red, fill.red), mixed(green, fill.green), mixed(blue, fill.blue))
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

    private init?(function value: String) {
        guard let open = value.firstIndex(of: "("), value.last == ")" else { return nil }
        let parts = value[value.index(after: open)...].dropLast().split { ", /".contains($0) }.map(String.init)
        guard parts.count >= 3 else { return nil }
        switch value[..<open] {
        case "rgb", "rgba":
            let colours = parts.prefix(3).compactMap { Self.share($0, of: 255) }
            guard colours.count == 3 else { return nil }
            self.init(colours[0], colours[1], colours[2])
        case "hsl", "hsla":
            // Of colours, only the greys are needed, and what is as light or as dark as can be.
            guard let strength = Self.share(parts[1], of: 100), let light = Self.share(parts[2], of: 100),
                strength <= 5 || light >= 97 || light <= 3
            else { return nil }
            self.init(light * 2.55, light * 2.55, light * 2.55)
        default: return nil
        }
        if parts.count > 3 { opacity = Self.share(parts[3], of: 1).map { Float($0) } ?? 1 }
    }

    private static func share(_ written: String, of whole: Double) -> Double? {
        guard written.last == "%" else { return Double(written) }
        return Double(written.dropLast()).map { $0 / 100 * whole }
    }

    /// The names of white, of what is nearly white, and of grounds that white is written on.
    private static let named: [String: InkColour] = [
        "transparent": "0000", "white": "fff", "snow": "fffafa", "ghostwhite": "f8f8ff", "mintcream": "f5fffa",
        "azure": "f0ffff", "aliceblue": "f0f8ff", "floralwhite": "fffaf0", "ivory": "fffff0", "whitesmoke": "f5f5f5",
        "seashell": "fff5ee", "lavenderblush": "fff0f5", "honeydew": "f0fff0", "black": "000", "gray": "808080",
        "grey": "808080", "silver": "c0c0c0", "red": "f00", "maroon": "800000", "yellow": "ff0", "olive": "808000",
        "lime": "0f0", "green": "008000", "aqua": "0ff", "cyan": "0ff", "teal": "008080", "blue": "00f",
        "navy": "000080", "fuchsia": "f0f", "magenta": "f0f", "purple": "800080", "orange": "ffa500",
    ].compactMapValues { InkColour(hex: $0) }
}
