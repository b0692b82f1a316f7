import Glibc

extension InkColour {
    /// A colour that a function of a style sheet makes (CSS Color 4); nil for one that is not known here.
    init?(function value: String) {
        guard let (name, arguments) = StyleValue.functions(value).first, value.hasPrefix(name) else { return nil }
        var parts = arguments
        var space = name
        if name == "color" {
            guard let first = parts.first else { return nil }
            (space, parts) = (first, Array(parts.dropFirst()))
        }
        guard parts.count == 3 || parts.count == 4, let colour = Self.colour(space, parts) else { return nil }
        var opacity: Double? = 1
        if parts.count == 4 { opacity = Self.share(parts[3], of: 1) }
        guard let opacity else { return nil }
        self.init(colour.red * 255, colour.green * 255, colour.blue * 255, opacity: opacity)
    }

    private typealias Light = (red: Double, green: Double, blue: Double)

    private static func colour(_ space: String, _ parts: [String]) -> Light? {
        func share(_ place: Int, _ whole: Double) -> Double? { Self.share(parts[place], of: whole) }
        switch space {
        case "rgb", "rgba":
            guard let red = share(0, 255), let green = share(1, 255), let blue = share(2, 255) else { return nil }
            return (red / 255, green / 255, blue / 255)
        case "srgb":
            guard let red = share(0, 1), let green = share(1, 1), let blue = share(2, 1) else { return nil }
            return (red, green, blue)
        case "srgb-linear":
            guard let red = share(0, 1), let green = share(1, 1), let blue = share(2, 1) else { return nil }
            return gamma((red, green, blue))
        case "hsl", "hsla", "hwb":
            guard let hue = angle(parts[0]), let one = share(1, 100), let other = share(2, 100) else { return nil }
            return space == "hwb" ? hwb(hue, one / 100, other / 100) : hsl(hue, one / 100, other / 100)
        case "lab":
            guard let light = share(0, 100), let a = share(1, 125), let b = share(2, 125) else { return nil }
            return lab(light, a, b)
        case "lch":
            guard let light = share(0, 100), let chroma = share(1, 150), let hue = angle(parts[2]) else { return nil }
            return lab(light, chroma * cos(hue * .pi / 180), chroma * sin(hue * .pi / 180))
        case "oklab":
            guard let light = share(0, 1), let a = share(1, 0.4), let b = share(2, 0.4) else { return nil }
            return oklab(light, a, b)
        case "oklch":
            guard let light = share(0, 1), let chroma = share(1, 0.4), let hue = angle(parts[2]) else { return nil }
            return oklab(light, chroma * cos(hue * .pi / 180), chroma * sin(hue * .pi / 180))
        default: return nil
        }
    }

    /// Degrees.
    private static func angle(_ written: String) -> Double? {
        if written == "none" { return 0 }
        guard let (number, unit) = StyleValue.length(written) else { return nil }
        return ["": 1, "deg": 1, "turn": 360, "rad": 57.2958, "grad": 0.9][unit].map { $0 * number }
    }

    private static func share(_ written: String, of whole: Double) -> Double? {
        if written == "none" { return 0 }
        guard let (number, unit) = StyleValue.length(written) else { return nil }
        return unit == "%" ? number / 100 * whole : unit.isEmpty ? number : nil
    }

    // MARK: Spaces

    /// CSS Color 4, section 7.1.
    private static func hsl(_ hue: Double, _ strength: Double, _ light: Double) -> Light {
        let wide = min(max(strength, 0), 1) * min(light, 1 - light)
        func part(_ offset: Double) -> Double {
            let turned = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
            let place = turned < 0 ? turned + 12 : turned
            return light - wide * max(-1, min(place - 3, 9 - place, 1))
        }
        return (part(0), part(8), part(4))
    }

    private static func hwb(_ hue: Double, _ white: Double, _ black: Double) -> Light {
        if white + black >= 1 {
            let grey = white / (white + black)
            return (grey, grey, grey)
        }
        let pure = hsl(hue, 1, 0.5)
        let rest = 1 - white - black
        return (pure.red * rest + white, pure.green * rest + white, pure.blue * rest + white)
    }

    private static func gamma(_ light: Light) -> Light {
        func part(_ number: Double) -> Double {
            number <= 0.0031308 ? number * 12.92 : 1.055 * pow(number, 1 / 2.4) - 0.055
        }
        return (part(light.red), part(light.green), part(light.blue))
    }

    /// CSS Color 4, section 10: by way of XYZ at D50 and D65.
    private static func lab(_ light: Double, _ a: Double, _ b: Double) -> Light {
        let middle = (light + 16) / 116
        func part(_ number: Double) -> Double {
            let cube = number * number * number
            return cube > 216.0 / 24389 ? cube : (116 * number - 16) * 27 / 24389
        }
        let (x, y, z) = (part(middle + a / 500) * 0.9643, part(middle), part(middle - b / 200) * 0.8251)
        return gamma(
            (
                3.1341359 * x - 1.6173863 * y - 0.4906619 * z, -0.9787955 * x + 1.9162544 * y + 0.0334428 * z,
                0.0719554 * x - 0.2289768 * y + 1.4053860 * z
            ))
    }

    private static func oklab(_ light: Double, _ a: Double, _ b: Double) -> Light {
        func cube(_ number: Double) -> Double { number * number * number }
        let long = cube(light + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(light - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(light - 0.0894841775 * a - 1.2914855480 * b)
        return gamma(
            (
                4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
                -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
                -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
            ))
    }

    // MARK: Names

    /// The names of colours, and those that systems give windows and their letters.
    static let named: [String: InkColour] = [
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
        "yellow": "ff0", "yellowgreen": "9acd32", "transparent": "0000", "canvas": "fff", "canvastext": "000",
        "field": "fff", "fieldtext": "000", "window": "fff", "windowtext": "000", "buttontext": "000",
        "infotext": "000", "menutext": "000",
    ].compactMapValues { InkColour(hex: $0) }
}
