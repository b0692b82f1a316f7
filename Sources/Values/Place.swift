/// A township within its county.
package struct Place: Sendable, Hashable, CustomStringConvertible {
    /// Empty where nobody named the county. Such a township is never taken for one of the same name in a county.
    package let county: String
    package let township: String

    package init(county: String, township: String) {
        self.county = county
        self.township = township
    }

    package var description: String { county.isEmpty ? township : "\(county)/\(township)" }

    /// Whether it is a township, and neither the county itself nor one of its departments, whose reports are kept
    /// beside those of townships: no sum, place or reminder counts them.
    package var isTownship: Bool {
        TownshipKind(of: township) != nil || !isCounty && !OtherBody.isDepartment(township)
    }

    /// Whether reports of this place are the county's own: it stands among the townships under the county's name, or
    /// is called the level itself (青禾县本级), whether or not its county was told.
    package var isCounty: Bool {
        if !county.isEmpty, township.hasPrefix(county),
            OtherBody.governments.contains(String(township.dropFirst(county.count)))
        {
            return true
        }
        guard let name = OtherBody.county(of: township) else { return false }
        return township.hasSuffix(OtherBody.level) || county.isEmpty && !name.hasSuffix("区")
    }
}

/// A township and a year, of which the archive has one current report at most.
package struct PlaceYear: Sendable, Hashable {
    package let place: Place
    package let year: Int

    package init(place: Place, year: Int) {
        self.place = place
        self.year = year
    }
}
