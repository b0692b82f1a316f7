/// What style declarations say of animations, as far as it decides what is seen in the end (CSS Animations 1).
struct StyleAnimation: Equatable {
    /// Words that may be names of animations.
    private(set) var names: [String]?
    /// Whether the last frame stays.
    private(set) var staysAtEnd: Bool?
    /// Whether it never ends, or stays at any other frame.
    private(set) var isRestless: Bool?
    private var lasts: Bool?

    /// Seconds that nobody waits for.
    private static let longest = 60.0

    var mayStayAnywhere: Bool { isRestless == true || lasts == true }

    /// `name` is a property of animations.
    mutating func note(_ name: String, _ value: String) {
        let words = StyleValue.parts(value, by: " ,")
        let isUntold = value.contains("var(")
        switch name.hasPrefix("-webkit-") ? String(name.dropFirst(8)) : name {
        case "animation":
            names = words
            staysAtEnd = Self.stays(words)
            isRestless = isUntold || Self.isRestless(words)
            lasts = Self.lasts(words)
        case "animation-name": names = words
        case "animation-fill-mode": staysAtEnd = isUntold || Self.stays(words)
        case "animation-duration", "animation-delay": lasts = lasts == true || isUntold || Self.lasts(words)
        case "animation-timeline": isRestless = isRestless == true || value != "auto" && value != "none"
        default: isRestless = isRestless == true || isUntold || Self.isRestless(words)
        }
    }

    private static func stays(_ words: [String]) -> Bool { words.contains("forwards") || words.contains("both") }

    private static func isRestless(_ words: [String]) -> Bool {
        words.contains { word in
            if ["infinite", "reverse", "alternate", "alternate-reverse", "paused"].contains(word) { return true }
            return Double(word).map { $0 != $0.rounded() } ?? false
        }
    }

    private static func lasts(_ words: [String]) -> Bool {
        words.contains { word in
            guard let (number, unit) = StyleValue.length(word), unit == "s" || unit == "ms" else { return false }
            return abs(unit == "s" ? number : number / 1000) > longest
        }
    }

    mutating func override(by other: StyleAnimation) {
        names = other.names ?? names
        staysAtEnd = other.staysAtEnd ?? staysAtEnd
        isRestless = other.isRestless ?? isRestless
        lasts = other.lasts ?? lasts
    }

    /// What `other` says counts perhaps.
    mutating func doubt(by other: StyleAnimation) {
        names = (names ?? []) + (other.names ?? [])
        if other.staysAtEnd == true { staysAtEnd = true }
        if other.isRestless == true { isRestless = true }
        if other.lasts == true { lasts = true }
    }
}

/// The frames of an animation.
struct StyleFrames {
    private(set) var all: [StyleDeclarations] = []
    private(set) var last = StyleDeclarations()

    mutating func add(_ places: String, _ frame: StyleDeclarations) {
        guard frame.isAboutSight else { return }
        all.append(frame)
        let words = StyleValue.parts(places.lowercased(), by: ", \n\t\r")
        if words.contains("to") || words.contains("100%") { last.override(by: frame) }
    }
}
