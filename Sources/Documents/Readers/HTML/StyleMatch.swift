/// Whether something holds where that can be told, or perhaps.
enum StyleMatch: Int, Comparable {
    case never, perhaps, always

    init(_ holds: Bool) { self = holds ? .always : .never }

    static func < (one: StyleMatch, other: StyleMatch) -> Bool { one.rawValue < other.rawValue }

    var opposite: StyleMatch { StyleMatch(rawValue: 2 - rawValue) ?? .perhaps }
}

/// Whether a media query holds where a page is read on a large screen with nothing set otherwise (Media Queries 4).
/// What is told of printing or of small screens is left aside.
struct StyleMedia {
    /// Pixels that a large screen has at least, and more than any has.
    private static let narrowest = 1001.0
    private static let widest = 10_000.0

    static func match(_ list: String) -> StyleMatch {
        let queries = StyleValue.parts(list.lowercased(), by: ",").map(\.trimmed).filter { !$0.isEmpty }
        return queries.map(query).max() ?? .always
    }

    private static func query(_ written: String) -> StyleMatch {
        var words = StyleValue.parts(written.replacing("(", with: " ("), by: " \n\t\r")
        let isOpposite = words.first == "not"
        if isOpposite || words.first == "only" { words.removeFirst() }
        // Conditions with these, or within one another, are not worked out.
        if words.contains("or") || words.contains("not") { return .perhaps }
        let result = words.filter { $0 != "and" }.map(condition).min() ?? .always
        return isOpposite ? result.opposite : result
    }

    /// A kind of media, or what stands between parentheses.
    private static func condition(_ word: String) -> StyleMatch {
        guard word.hasPrefix("(") else { return StyleMatch(["all", "screen"].contains(word)) }
        let inner = String(word.dropFirst().dropLast())
        guard let colon = inner.firstIndex(of: ":") else { return range(inner) }
        let value = String(inner[inner.index(after: colon)...]).trimmed
        switch String(inner[..<colon]).trimmed {
        case "min-width", "min-device-width": return atLeast(value)
        case "max-width", "max-device-width": return atMost(value)
        // What nobody has set otherwise.
        case "prefers-color-scheme": return StyleMatch(value == "light")
        case "prefers-reduced-motion": return StyleMatch(value == "no-preference")
        default: return .perhaps
        }
    }

    private static func atLeast(_ width: String) -> StyleMatch {
        pixels(width).map { $0 >= widest ? .never : $0 <= 0 ? .always : .perhaps } ?? .perhaps
    }

    private static func atMost(_ width: String) -> StyleMatch {
        pixels(width).map { $0 < narrowest ? .never : $0 >= widest ? .always : .perhaps } ?? .perhaps
    }

    /// `width >= 600px`, or with the width in the middle.
    private static func range(_ written: String) -> StyleMatch {
        let parts = written.split { "<>=".contains($0) }.map { String($0).trimmed }
        guard parts.count > 1, let place = parts.firstIndex(of: "width"), parts.count <= 3 else { return .perhaps }
        let isRising = written.contains("<")
        return parts.indices.filter { $0 != place }.map { number in
            (number < place) == isRising ? atLeast(parts[number]) : atMost(parts[number])
        }.min() ?? .perhaps
    }

    private static func pixels(_ width: String) -> Double? { StyleValue.length(width).flatMap(StyleLength.size) }
}
