/// A value as a person types it: `139.6万元`, `1,396,001`, `１２件`. It is read exactly or not at all.
package struct EnteredValue: Sendable, Equatable {
    /// In the smallest unit of the indicator.
    package let value: Int64
    /// Whether the unit was typed along with the digits.
    package let hasUnit: Bool

    /// Nil of what is no exact number in the unit, and of a number with another unit.
    package init?(_ text: String, in unit: Unit) {
        var rest = Self.halfWidth(text)[...]
        var hasUnit = false
        if rest.hasSuffix(unit.rawValue) {
            rest = rest.dropLast(unit.rawValue.count)
            hasUnit = true
        }
        var zeros = 0
        for (word, count) in [("万", 4), ("亿", 8)] where rest.hasSuffix(word) {
            rest = rest.dropLast(word.count)
            zeros = count
            // 139.6万 of money is as clear as 139.6万元.
            hasUnit = true
        }
        guard let digits = Self.withoutSeparators(rest), let shifted = Self.shifted(digits, zeros),
            let value = unit.parse(shifted)
        else { return nil }
        self.value = value
        self.hasUnit = hasUnit
    }

    /// Without spaces, and in ASCII where there is a wide form of it.
    private static func halfWidth(_ text: String) -> String {
        let scalars = text.halfWidth.unicodeScalars.filter { !$0.properties.isWhitespace }
        return String(String.UnicodeScalarView(scalars.map { $0 == "\u{2212}" ? "-" : $0 }))
    }

    /// `1,396,001` without its commas; nil where they do not stand before three digits each.
    private static func withoutSeparators(_ text: Substring) -> String? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return String(text) }
        let first = groups[0].drop { $0 == "-" }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }

    /// The same digits with the point so many places to the right.
    private static func shifted(_ digits: String, _ places: Int) -> String? {
        guard places > 0 else { return digits }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.count < places { fraction += "0" }
        let rest = fraction.dropFirst(places)
        return whole + fraction.prefix(places) + (rest.isEmpty ? "" : "." + rest)
    }
}
