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
    private init(_ red: Double, _ green: Double, _ blue: Double, opacity: Double = 1) {
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

    /// `rgb()` and `hsl()`; nil for others, and for parts that are not told.
    private init?(function value: String) {
        guard let (name, parts) = StyleValue.functions(value).first, value.hasPrefix(name), 3...4 ~= parts.count,
            let opacity = parts.count == 4 ? Self.share(parts[3], of: 1) : 1
        else { return nil }
        switch name {
        case "rgb", "rgba":
            let lights = parts.prefix(3).compactMap { Self.share($0, of: 255) }
            guard lights.count == 3 else { return nil }
            self.init(lights[0], lights[1], lights[2], opacity: opacity)
        case "hsl", "hsla":
            guard let (turn, unit) = StyleValue.length(parts[0]), ["", "deg"].contains(unit),
                let strength = Self.share(parts[1], of: 100), let light = Self.share(parts[2], of: 100)
            else { return nil }
            self.init(hue: turn, strength: strength / 100, light: light / 100, opacity: opacity)
        default: return nil
        }
    }

    private static func share(_ written: String, of whole: Double) -> Double? {
        guard let (number, unit) = StyleValue.length(written) else { return nil }
        return unit == "%" ? number / 100 * whole : unit.isEmpty ? number : nil
    }

    /// CSS Color 4, section 7.1.
    private init(hue: Double, strength: Double, light: Double, opacity: Double) {
        let wide = min(max(strength, 0), 1) * min(light, 1 - light)
        func part(_ offset: Double) -> Double {
            let turned = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
            let place = turned < 0 ? turned + 12 : turned
            return (light - wide * max(-1, min(place - 3, 9 - place, 1))) * 255
        }
        self.init(part(0), part(8), part(4), opacity: opacity)
    }

    /// The names of colours, and what office programs call the ink of ordinary letters.
    private static let named: [String: InkColour] = [
        "aliceblue": "f0f8ff", "antiquewhite": "faebd7", "aqua": "0ff", "aquamarine": "7fffd4", "azure": "f0ffff",
        "beige": "f5f5dc", "bisque": "ffe4c4", "black": "000", "blanchedalmond": "ffebcd", "blue": "00f",
        "blueviolet": "8a2be2", "brown": "a52a2a", "burlywood": "deb887", "cadetblue": "5f9ea0",
        "chartreuse": "7fff00", "chocolate": "d2691e", "coral": "ff7f50", "cornflowerblue": "6495ed",
        "cornsilk": "fff8dc", "crimson": "dc143c", "cyan": "0ff", "darkblue": "00008b", "darkcyan": "008b8b",
        "darkgoldenrod": "b8860b", "darkgray": "a9a9a9", "darkgreen": "006400", "darkgrey": "a9a9a9",
        "darkkhaki": "bdb76b", "darkmagenta": "8b008b", "darkolivegreen": "556b2f", "darkorange": "ff8c00",
        "darkorchid": "9932cc", "darkred": "8b0000", "darksalmon": "e9967a", "darkseagreen": "8fbc8f",
        "darkslateblue": "483d8b", "darkslategray": "2f4f4f", "darkslategrey": "2f4f4f", "darkturquoise": "00ced1",
        "darkviolet": "9400d3", "deeppink": "ff1493", "deepskyblue": "00bfff", "dimgray": "696969",
        "dimgrey": "696969", "dodgerblue": "1e90ff", "firebrick": "b22222", "floralwhite": "fffaf0",
        "forestgreen": "228b22", "fuchsia": "f0f", "gainsboro": "dcdcdc", "ghostwhite": "f8f8ff", "gold": "ffd700",
        "goldenrod": "daa520", "gray": "808080", "green": "008000", "greenyellow": "adff2f", "grey": "808080",
        "honeydew": "f0fff0", "hotpink": "ff69b4", "indianred": "cd5c5c", "indigo": "4b0082", "ivory": "fffff0",
        "khaki": "f0e68c", "lavender": "e6e6fa", "lavenderblush": "fff0f5", "lawngreen": "7cfc00",
        "lemonchiffon": "fffacd", "lightblue": "add8e6", "lightcoral": "f08080", "lightcyan": "e0ffff",
        "lightgoldenrodyellow": "fafad2", "lightgray": "d3d3d3", "lightgreen": "90ee90", "lightgrey": "d3d3d3",
        "lightpink": "ffb6c1", "lightsalmon": "ffa07a", "lightseagreen": "20b2aa", "lightskyblue": "87cefa",
        "lightslategray": "778899", "lightslategrey": "778899", "lightsteelblue": "b0c4de", "lightyellow": "ffffe0",
        "lime": "0f0", "limegreen": "32cd32", "linen": "faf0e6", "magenta": "f0f", "maroon": "800000",
        "mediumaquamarine": "66cdaa", "mediumblue": "0000cd", "mediumorchid": "ba55d3", "mediumpurple": "9370db",
        "mediumseagreen": "3cb371", "mediumslateblue": "7b68ee", "mediumspringgreen": "00fa9a",
        "mediumturquoise": "48d1cc", "mediumvioletred": "c71585", "midnightblue": "191970", "mintcream": "f5fffa",
        "mistyrose": "ffe4e1", "moccasin": "ffe4b5", "navajowhite": "ffdead", "navy": "000080", "oldlace": "fdf5e6",
        "olive": "808000", "olivedrab": "6b8e23", "orange": "ffa500", "orangered": "ff4500", "orchid": "da70d6",
        "palegoldenrod": "eee8aa", "palegreen": "98fb98", "paleturquoise": "afeeee", "palevioletred": "db7093",
        "papayawhip": "ffefd5", "peachpuff": "ffdab9", "peru": "cd853f", "pink": "ffc0cb", "plum": "dda0dd",
        "powderblue": "b0e0e6", "purple": "800080", "rebeccapurple": "663399", "red": "f00", "rosybrown": "bc8f8f",
        "royalblue": "4169e1", "saddlebrown": "8b4513", "salmon": "fa8072", "sandybrown": "f4a460",
        "seagreen": "2e8b57", "seashell": "fff5ee", "sienna": "a0522d", "silver": "c0c0c0", "skyblue": "87ceeb",
        "slateblue": "6a5acd", "slategray": "708090", "slategrey": "708090", "snow": "fffafa", "springgreen": "00ff7f",
        "steelblue": "4682b4", "tan": "d2b48c", "teal": "008080", "thistle": "d8bfd8", "tomato": "ff6347",
        "turquoise": "40e0d0", "violet": "ee82ee", "wheat": "f5deb3", "white": "fff", "whitesmoke": "f5f5f5",
        "yellow": "ff0", "yellowgreen": "9acd32", "transparent": "0000", "windowtext": "000",
    ].compactMapValues { InkColour(hex: $0) }
}
