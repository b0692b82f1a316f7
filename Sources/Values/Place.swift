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

    /// Whether reports of this place are the county's own: it stands among the townships under the county's name.
    package var isCounty: Bool {
        guard !county.isEmpty, township.hasPrefix(county) else { return false }
        return ["", "人民政府", "政府", "本级", "人民政府办公室", "政府办公室"].contains(township.dropFirst(county.count))
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
