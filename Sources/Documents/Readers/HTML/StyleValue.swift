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

    /// Whether nothing of a part is left: `rect(0, 0, 0, 0)`, `rect(1px 1px 1px 1px)`, `inset(50%)`, `circle(0)`; nil
    /// where that cannot be told.
    static func cutsAll(_ value: String) -> Bool? {
        guard let (name, sides) = functions(value).first else { return value.contains("(") ? nil : false }
        let lengths = sides.compactMap { length($0) }
        let isWhole = lengths.count == sides.count
        switch name {
        case "rect": return isWhole && !lengths.isEmpty ? lengths.allSatisfy { abs($0.number) <= 1 } : isPlain(value)
        case "inset", "xywh":
            let sides = sides.prefix { $0 != "round" }
            guard lengths.count >= sides.count else { return nil }
            return name == "inset" && lengths.allSatisfy { $0.unit == "%" && $0.number >= 50 }
        case "circle", "ellipse":
            guard let size = sides.first else { return false }
            return length(size).map { $0.number == 0 } ?? isPlain(value)
        case "polygon": return isWhole ? lengths.allSatisfy { $0.number == 0 } : nil
        default: return nil
        }
    }

    /// False for a value without anything that is to be worked out.
    private static func isPlain(_ value: String) -> Bool? {
        value.utf8.lazy.filter { $0 == UInt8(ascii: "(") }.count <= 1 ? false : nil
    }

    /// The functions of a value, with what stands between their parentheses.
    static func functions(_ value: some StringProtocol) -> [(name: String, arguments: [String])] {
        parts(value, by: " ").compactMap { part in
            guard let open = part.firstIndex(of: "("), part.last == ")" else { return nil }
            return (String(part[..<open]), parts(part[part.index(after: open)...].dropLast(), by: ", /"))
        }
    }

    /// What separators that stand in no parentheses and no string part; what follows a function is a part, too.
    static func parts(_ value: some StringProtocol, by separators: String) -> [String] {
        var parts: [String] = []
        let bytes = Array(value.utf8)
        var start = 0
        while start < bytes.count {
            let rest = bytes[start...]
            let end = StyleSyntax.end(of: rest) { separators.utf8.contains($0) }
            if start < end { parts.append(String(decoding: rest[..<end], as: UTF8.self)) }
            start = end + 1
        }
        return parts
    }

    /// Whether the value of `content` has a digit between quotation marks, or counts, or cannot be told.
    static func writesNumber(_ value: String) -> Bool {
        for name in ["counter(", "counters(", "var("] where value.contains(name) { return true }
        var quote: Unicode.Scalar?
        for scalar in StyleSyntax.escaped(value).unicodeScalars {
            if let open = quote {
                if scalar == open {
                    quote = nil
                } else if Character(StyleSyntax.plain(String(scalar))).isWholeNumber {
                    return true
                }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
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
        length(String(value)).map { $0.unit == "%" ? $0.number / 100 : $0.number }
    }

    /// A number and its unit; nil for what depends on more than is told.
    static func length(_ value: String) -> (number: Double, unit: String)? {
        if value.hasSuffix(")") { return StyleLength.value(of: value) }
        var rest = Array(value.utf8)[...]
        guard let number = number(at: &rest), rest.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 == UInt8(ascii: "%") })
        else { return nil }
        return (number, String(decoding: rest, as: UTF8.self))
    }

    /// Whether a length is to be worked out from what is not told.
    static func isUnclear(_ value: String) -> Bool { value.contains("(") && length(value) == nil }

    /// The number at the beginning, which is taken away: `-.5`, `1e-3`.
    static func number(at rest: inout ArraySlice<UInt8>) -> Double? {
        let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
        let isSign = { (byte: UInt8) in byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
        var end = rest.startIndex
        func skip(_ isTaken: (UInt8) -> Bool) { while end < rest.endIndex, isTaken(rest[end]) { end += 1 } }
        if let first = rest.first, isSign(first) { end += 1 }
        skip { isDigit($0) || $0 == UInt8(ascii: ".") }
        guard rest[..<end].contains(where: isDigit) else { return nil }
        if end + 1 < rest.endIndex, rest[end] == UInt8(ascii: "e") {
            let behind = isSign(rest[end + 1]) ? end + 2 : end + 1
            if behind < rest.endIndex, isDigit(rest[behind]) {
                end = behind
                skip(isDigit)
            }
        }
        let written = String(decoding: rest[..<end].drop { $0 == UInt8(ascii: "+") }, as: UTF8.self)
        guard let number = Double(written.hasPrefix(".") ? "0\(written)" : written) else { return nil }
        rest = rest[end...]
        return number
    }

    /// Without comments, and without spaces at its ends; in lower case where it is no value with names.
    static func word(_ bytes: ArraySlice<UInt8>, keepsCase: Bool = false) -> String {
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
                bare.append(!keepsCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                last = byte
            }
        }
        let isSpace = { (byte: UInt8) in byte <= 0x20 }
        return String(decoding: bare.drop(while: isSpace).reversed().drop(while: isSpace).reversed(), as: UTF8.self)
    }
}
