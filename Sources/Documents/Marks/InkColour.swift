/// A colour of ink or of its ground, as far as it decides whether text is seen.
struct InkColour: Equatable {
    /// From 0 to 255.
    var red: Double
    var green: Double
    var blue: Double
    /// From 0, which nobody sees, to 1.
    var opacity = 1.0

    static let black = InkColour(red: 0, green: 0, blue: 0)
    static let white = InkColour(red: 255, green: 255, blue: 255)

    /// Ink that differs no more than this from its ground in any of its parts is not seen.
    private static let contrast = 16.0

    func isUnseen(on ground: InkColour) -> Bool {
        let difference = max(abs(red - ground.red), abs(green - ground.green), abs(blue - ground.blue))
        return opacity <= 0.05 || difference * opacity <= Self.contrast
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
        self.init(red: Double(parts[0]), green: Double(parts[1]), blue: Double(parts[2]))
        if parts.count == 4 { opacity = Double(parts[3]) / 255 }
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
            self.init(red: colours[0], green: colours[1], blue: colours[2])
        case "hsl", "hsla":
            // Of colours, only the greys are needed, and what is as light or as dark as can be.
            guard let strength = Self.share(parts[1], of: 100), let light = Self.share(parts[2], of: 100),
                strength <= 5 || light >= 97 || light <= 3
            else { return nil }
            self.init(red: light * 2.55, green: light * 2.55, blue: light * 2.55)
        default: return nil
        }
        if parts.count > 3 { opacity = Self.share(parts[3], of: 1) ?? 1 }
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
