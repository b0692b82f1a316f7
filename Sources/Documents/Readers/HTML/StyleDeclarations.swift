/// What style declarations say about whether and how text is read; nil where they say nothing.
struct StyleDeclarations: Equatable {
    /// `display: none`, or a part that is moved out of the page.
    var isRemoved: Bool?
    var isInvisible: Bool?
    var isSizeless: Bool?
    var isStruck: Bool?
    var isRaised: Bool?

    var isEmpty: Bool { self == StyleDeclarations() }

    /// What `other` says counts before this.
    mutating func override(by other: StyleDeclarations) {
        isRemoved = other.isRemoved ?? isRemoved
        isInvisible = other.isInvisible ?? isInvisible
        isSizeless = other.isSizeless ?? isSizeless
        isStruck = other.isStruck ?? isStruck
        isRaised = other.isRaised ?? isRaised
    }

    /// Reads a block of declarations, apart from its important ones, which count before those of other rules (CSS
    /// Cascade, 6.4.3).
    static func parse(_ block: ArraySlice<UInt8>) -> (normal: StyleDeclarations, important: StyleDeclarations) {
        var normal = StyleDeclarations()
        var important = StyleDeclarations()
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
        }
        return (normal, important)
    }

    private static let names: Set<String> = [
        "display", "visibility", "opacity", "font-size", "font", "text-decoration", "text-decoration-line",
        "vertical-align", "mso-text-raise", "mso-hide", "text-indent",
    ]

    private mutating func note(_ name: String, _ value: String) {
        switch name {
        case "display": isRemoved = value == "none"
        case "mso-hide": if value == "all" { isRemoved = true }
        case "text-indent": if let far = Self.length(value), far.number < -900 { isInvisible = true }
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
