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
        guard let first = words.first else { return .always }
        if words.contains("or") {
            return words.filter { $0 != "or" }.map { condition($0) }.max() ?? .perhaps
        }
        let isOpposite = first == "not"
        if isOpposite || first == "only" { words.removeFirst() }
        var isNextOpposite = false
        var result = StyleMatch.always
        for word in words where word != "and" {
            if word == "not" {
                isNextOpposite = true
                continue
            }
            let match = condition(word)
            result = min(result, isNextOpposite ? match.opposite : match)
            isNextOpposite = false
        }
        return isOpposite ? result.opposite : result
    }

    /// A kind of media, or what stands between parentheses.
    private static func condition(_ word: String) -> StyleMatch {
        guard word.hasPrefix("("), word.hasSuffix(")") else { return StyleMatch(["all", "screen"].contains(word)) }
        let inner = word.dropFirst().dropLast()
        if inner.contains("(") && !inner.contains(":") && !inner.contains(where: { "<>=".contains($0) }) {
            return .perhaps
        }
        if let colon = inner.firstIndex(of: ":") {
            return feature(String(inner[..<colon]).trimmed, String(inner[inner.index(after: colon)...]).trimmed)
        }
        return range(String(inner))
    }

    private static func feature(_ name: String, _ value: String) -> StyleMatch {
        switch name {
        case "min-width", "min-device-width": return atLeast(value)
        case "max-width", "max-device-width": return atMost(value)
        default: break
        }
        if let usual = usual[name] { return StyleMatch(usual == value) }
        return others[name] == value ? .never : .perhaps
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

    private static func pixels(_ width: String) -> Double? {
        guard let (number, unit) = StyleValue.length(width) else { return nil }
        return ["": 1, "px": 1, "em": 16, "rem": 16, "pt": 1.333, "cm": 37.8, "in": 96][unit].map { $0 * number }
    }

    /// What features are where nobody sets them otherwise.
    private static let usual = [
        "prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference", "prefers-contrast": "no-preference",
        "prefers-reduced-transparency": "no-preference", "prefers-reduced-data": "no-preference",
        "forced-colors": "none", "inverted-colors": "none", "scripting": "enabled",
    ]

    /// What features are where a page is read on something else than a large screen, or by a browser of old.
    private static let others = [
        "orientation": "portrait", "hover": "none", "any-hover": "none", "pointer": "coarse", "any-pointer": "coarse",
        "display-mode": "standalone", "-ms-high-contrast": "none", "update": "none", "grid": "1",
    ]
}
