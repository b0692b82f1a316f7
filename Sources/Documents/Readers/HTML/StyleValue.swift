/// The values of style declarations, in lower case.
enum StyleValue {
    /// By more than a hair, and less than a line.
    static func isHigher(_ value: String) -> Bool {
        length(value).map { $0.unit == "em" ? 0.2...0.9 ~= abs($0.number) : 3...12 ~= abs($0.number) } ?? false
    }

    /// Farther than any screen is wide, so that it is no place in a row of pictures that moves.
    static func isFar(_ value: String) -> Bool {
        length(value).map { $0.number < ($0.unit.hasSuffix("em") ? -90 : -1999) } ?? false
    }

    static func isFarLeft(_ value: String) -> Bool { length(value).map { $0.number < -900 } ?? false }

    static func isShifted(_ value: String) -> Bool { length(value).map { $0.number != 0 } ?? false }

    /// Whether nothing of a part is left: `rect(0, 0, 0, 0)`, `rect(1px 1px 1px 1px)`, `inset(50%)`, `circle(0)`.
    static func cutsAll(_ value: String) -> Bool {
        guard let (name, sides) = function(value) else { return false }
        let lengths = sides.compactMap { length($0) }
        guard let first = lengths.first, lengths.count == sides.count || name == "circle" || name == "ellipse" else {
            return false
        }
        switch name {
        case "rect": return lengths.allSatisfy { abs($0.number) <= 1 }
        case "inset": return lengths.allSatisfy { $0.unit == "%" && $0.number >= 50 }
        case "circle", "ellipse": return first.number == 0
        case "polygon": return lengths.allSatisfy { $0.number == 0 }
        default: return false
        }
    }

    /// A name and what stands between its parentheses.
    static func function(_ value: some StringProtocol) -> (name: String, arguments: [String])? {
        guard let open = value.firstIndex(of: "("), let close = value.lastIndex(of: ")"), open < close else {
            return nil
        }
        let arguments = value[value.index(after: open)..<close].split { $0 == "," || $0 == " " }
        return (String(value[..<open]), arguments.map { String($0) })
    }

    /// Whether the value of `content` has a digit between quotation marks, or counts.
    static func writesNumber(_ value: String) -> Bool {
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

    /// The attribute whose value `content` shows, wherever it stands there.
    static func shownAttribute(_ value: String) -> String? {
        value.firstRange(of: "attr(").map { start in
            String(value[start.upperBound...].drop { $0 == " " }.prefix { !", )".contains($0) })
        }
    }

    /// Whether letters of a size cannot be seen; nil for sizes that are a share of the size around, unless it is next
    /// to none.
    static func isSizeless(_ value: String) -> Bool? {
        guard let (number, unit) = length(value) else { return nil }
        if number == 0 { return true }
        switch unit {
        case "px", "pt": return number < 1.1
        case "rem": return number < 0.1
        case "em": return number < 0.1 ? true : nil
        case "%": return number < 10 ? true : nil
        default: return nil
        }
    }

    /// `0.05` or `5%`.
    static func share(_ value: some StringProtocol) -> Double? {
        length(String(value.prefix { $0 != ")" })).map { $0.unit == "%" ? $0.number / 100 : $0.number }
    }

    /// A number and its unit; nil for a sum and the like.
    static func length(_ value: String) -> (number: Double, unit: String)? {
        let isCalculated = value.hasPrefix("calc(") && value.hasSuffix(")")
        let value = isCalculated ? value.dropFirst(5).dropLast() : value[...]
        let digits = value.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
        let unit = value.dropFirst(digits.count)
        guard let number = Double(digits.first == "." ? "0\(digits)" : String(digits)),
            unit.allSatisfy({ $0.isLetter || $0 == "%" })
        else { return nil }
        return (number, String(unit))
    }

    /// In lower case, without comments, and without spaces at its ends.
    static func word(_ bytes: ArraySlice<UInt8>) -> String {
        var bare: [UInt8] = []
        var isInComment = false
        var last: UInt8 = 0
        for byte in bytes {
            if isInComment {
                isInComment = last != UInt8(ascii: "*") || byte != UInt8(ascii: "/")
                last = isInComment ? byte : 0
            } else if last == UInt8(ascii: "/"), byte == UInt8(ascii: "*") {
                _ = bare.popLast()
                (isInComment, last) = (true, 0)
            } else {
                bare.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                last = byte
            }
        }
        let isSpace = { (byte: UInt8) in byte <= 0x20 }
        return String(decoding: bare.drop(while: isSpace).reversed().drop(while: isSpace).reversed(), as: UTF8.self)
    }
}

/// What the functions of `transform` do to text, as far as it is read otherwise then (CSS Transforms 1 and 2).
struct StyleTransform {
    private(set) var isTurned = false
    private(set) var isAway = false

    /// `name` is the property, which may stand for the function.
    init(_ name: String, _ value: String) {
        guard value != "none" else { return }
        if name == "transform" {
            for part in value.split(separator: ")") {
                let bare = String(part.drop { $0 == " " }) + ")"
                if let (name, arguments) = StyleValue.function(bare) { apply(name, arguments) }
            }
        } else {
            apply(name, value.split(separator: " ").map(String.init))
        }
    }

    private mutating func apply(_ name: String, _ arguments: [String]) {
        let numbers = arguments.compactMap { StyleValue.length($0)?.number }
        switch name {
        case "scale", "scalex", "scaley", "scale3d":
            if numbers.contains(where: { abs($0) < 0.05 }) { isAway = true }
            if numbers.contains(where: { $0 < 0 }) { isTurned = true }
        case "rotatex", "rotatey": rotate(arguments.last ?? "", isFlat: false)
        case "rotate", "rotatez": rotate(arguments.last ?? "", isFlat: true)
        case "translate", "translatex", "translatey", "translate3d":
            if arguments.contains(where: StyleValue.isFar) { isAway = true }
        case "matrix" where numbers.count >= 4:
            let area = numbers[0] * numbers[3] - numbers[1] * numbers[2]
            if abs(area) < 0.0025 { isAway = true }
            // Mirrored, or upside down.
            if area < 0 || numbers[0] < 0 { isTurned = true }
        default: break
        }
    }

    /// A quarter of a turn is read by turning one's head.
    private mutating func rotate(_ angle: String, isFlat: Bool) {
        guard let (number, unit) = StyleValue.length(angle) else { return }
        let degrees = number * (["turn": 360, "rad": 57.2958, "grad": 0.9][unit] ?? 1)
        let rest = abs(degrees.truncatingRemainder(dividingBy: 360))
        if (isFlat ? 100.0...260 : 80...280).contains(rest) { isTurned = true }
    }
}
