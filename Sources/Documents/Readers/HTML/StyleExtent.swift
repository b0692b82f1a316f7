/// What style declarations say of a box's width or height, as far as it decides whether its text has room; nil where
/// they say nothing.
struct StyleExtent: Equatable {
    private var isNone: Bool?
    private var mostIsNone: Bool?
    private var leastIsNone: Bool?

    /// Whether there is next to no room, as the least counts before the most, and that before the wish (CSS 2, 10.4).
    var isNarrow: Bool { (isNone == true || mostIsNone == true) && leastIsNone != false }

    /// Whether that depends on what is not told.
    private(set) var isUnclear: Bool?

    mutating func note(_ name: String, _ value: String) {
        let length = StyleValue.length(value)
        let isUntold = StyleValue.isUnclear(value) && !["fit-content(", "minmax("].contains(where: value.hasPrefix)
        isUnclear = isUntold || !name.hasPrefix("min-") ? isUntold : isUnclear
        let isNothing = length.map { $0.number <= (["px", "pt"].contains($0.unit) ? 1 : 0) } ?? false
        if name.hasPrefix("min-") {
            leastIsNone = isNothing || value == "auto"
        } else if name.hasPrefix("max-") {
            mostIsNone = isNothing
        } else {
            isNone = isNothing
        }
    }

    mutating func override(by other: StyleExtent) {
        isNone = other.isNone ?? isNone
        mostIsNone = other.mostIsNone ?? mostIsNone
        leastIsNone = other.leastIsNone ?? leastIsNone
        isUnclear = other.isUnclear ?? isUnclear
    }
}
