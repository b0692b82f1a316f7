/// What style declarations say about whether and how text is read; nil where they say nothing.
struct StyleDeclarations: Equatable {
    /// `display: none`
    var isRemoved: Bool?
    /// Whether a part is moved out of the page, or cut down to nothing.
    var isAway: Bool?
    var isInvisible: Bool?
    var isSizeless: Bool?
    var isStruck: Bool?
    var isRaised: Bool?
    /// Of what comes before or after an element: whether a number is shown there that the page does not hold as text.
    var writesNumber: Bool?

    var isEmpty: Bool { self == StyleDeclarations() }

    /// What `other` says counts before this.
    mutating func override(by other: StyleDeclarations) {
        isRemoved = other.isRemoved ?? isRemoved
        isAway = other.isAway ?? isAway
        isInvisible = other.isInvisible ?? isInvisible
        isSizeless = other.isSizeless ?? isSizeless
        isStruck = other.isStruck ?? isStruck
        isRaised = other.isRaised ?? isRaised
        writesNumber = other.writesNumber ?? writesNumber
    }

    /// Reads a block of declarations, apart from its important ones, which count before those of other rules (CSS
    /// Cascade, 6.4.3).
    static func parse(_ block: ArraySlice<UInt8>) -> (normal: StyleDeclarations, important: StyleDeclarations) {
        var normal = StyleDeclarations()
        var important = StyleDeclarations()
        var (isRelative, isMoved) = (false, false)
        for declaration in block.split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = word(declaration[..<colon])
            guard names.contains(name) else { continue }
            var value = word(declaration[(colon + 1)...])
            if let mark = value.firstIndex(of: "!") {
                value = String(value[..<mark])
                important.note(name, value)
            } else {
                normal.note(name, value)
            }
            if name == "position" { isRelative = value == "relative" }
            if name == "top" || name == "bottom" { isMoved = isHigher(value) }
        }
        // Text that is lifted by moving it is raised, too.
        if isRelative, isMoved { normal.isRaised = normal.isRaised ?? true }
        return (normal, important)
    }

    private static let names: Set<String> = [
        "display", "visibility", "opacity", "font-size", "font", "text-decoration", "text-decoration-line",
        "vertical-align", "mso-text-raise", "mso-hide", "text-indent", "left", "right", "top", "bottom", "clip",
        "clip-path", "content-visibility", "position", "content",
    ]

    private mutating func note(_ name: String, _ value: String) {
        switch name {
        case "display": isRemoved = value == "none"
        case "mso-hide": if value == "all" { isRemoved = true }
        case "text-indent": if let far = Self.length(value), far.number < -900 { isInvisible = true }
        case "left", "right", "top": if Self.isFar(value) { isAway = true }
        case "clip", "clip-path": if Self.cutsAll(value) { isAway = true }
        case "content-visibility": if value == "hidden" { isAway = true }
        case "content": if Self.writesNumber(value) { writesNumber = true }
        case "visibility": isInvisible = value == "hidden" || value == "collapse"
        case "opacity": if let opacity = Double(value) { isInvisible = opacity == 0 }
        case "font-size": isSizeless = Self.isSizeless(value) ?? isSizeless
        // The size stands before the line's height: `font: 0/0 a`.
        case "font":
            let sizes = value.split(separator: " ").compactMap { $0.split(separator: "/").first }
            isSizeless = sizes.lazy.compactMap { Self.isSizeless(String($0)) }.first ?? isSizeless
        case "text-decoration", "text-decoration-line": isStruck = value.contains("line-through")
        case "vertical-align":
            isRaised = ["super", "sub", "text-top", "text-bottom"].contains(value) || isShifted(value)
        case "mso-text-raise": isRaised = isShifted(value)
        default: break
        }
    }

    /// By more than a hair, and less than a line.
    private static func isHigher(_ value: String) -> Bool {
        length(value).map { $0.unit == "em" ? 0.2...0.9 ~= abs($0.number) : 3...12 ~= abs($0.number) } ?? false
    }

    /// Farther than any screen is wide, so that it is no place in a row of pictures that moves.
    private static func isFar(_ value: String) -> Bool {
        length(value).map { $0.number < ($0.unit.hasSuffix("em") ? -90 : -1999) } ?? false
    }

    /// Whether nothing of a part is left: `rect(0, 0, 0, 0)`, `rect(1px 1px 1px 1px)`, `inset(50%)`.
    private static func cutsAll(_ value: String) -> Bool {
        guard let open = value.firstIndex(of: "("), let close = value.lastIndex(of: ")"), open < close else {
            return false
        }
        let sides = value[value.index(after: open)..<close].split { $0 == "," || $0 == " " }
        let lengths = sides.compactMap { length(String($0)) }
        guard !lengths.isEmpty, lengths.count == sides.count else { return false }
        switch value[..<open] {
        case "rect": return lengths.allSatisfy { abs($0.number) <= 1 }
        case "inset": return lengths.allSatisfy { $0.unit == "%" && $0.number >= 50 }
        default: return false
        }
    }

    /// Whether the value of `content` has a digit between quotation marks, or counts.
    private static func writesNumber(_ value: String) -> Bool {
        if value.contains("counter(") || value.contains("counters(") { return true }
        var quote: Character?
        var isEscaped = false
        for character in value {
            if let open = quote {
                if isEscaped {
                    // The code of a sign, in hexadecimal digits.
                    isEscaped = character.isHexDigit
                } else if character == "\\" {
                    isEscaped = true
                } else if character == open {
                    quote = nil
                } else if character.isWholeNumber {
                    return true
                }
            } else if character == "\"" || character == "'" {
                quote = character
            }
        }
        return false
    }

    private func isShifted(_ value: String) -> Bool { Self.length(value).map { $0.number != 0 } ?? false }

    /// Whether letters of a size cannot be seen; nil for sizes that are a share of the size around, unless it is none.
    private static func isSizeless(_ value: String) -> Bool? {
        guard let (number, unit) = length(value) else { return nil }
        if number == 0 { return true }
        return ["px", "pt", "rem"].contains(unit) ? number < (unit == "rem" ? 0.1 : 1.1) : nil
    }

    private static func length(_ value: String) -> (number: Double, unit: String)? {
        let digits = value.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
        return Double(digits.first == "." ? "0\(digits)" : String(digits)).map {
            ($0, String(value.dropFirst(digits.count)))
        }
    }

    /// In lower case, without spaces at its ends.
    private static func word(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace = { (byte: UInt8) in byte <= 0x20 }
        let bare = bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        return String(decoding: bare.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
