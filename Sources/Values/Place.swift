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
    package func isTownship(by names: CountyNames) -> Bool {
        TownshipKind(of: township) != nil || !isCounty(by: names) && !OtherBody.isDepartment(township)
    }

    /// Whether reports of this place are the county's own: it stands among the townships under a name that the county
    /// bears or bore, or is called the level itself (青禾县本级), whether or not its county was told.
    package func isCounty(by names: CountyNames) -> Bool {
        if names.of(county).contains(where: isNamed) { return true }
        guard let name = OtherBody.county(of: township) else { return false }
        return township.hasSuffix(OtherBody.level) || county.isEmpty && !name.hasSuffix("区")
    }

    /// Whether it is called as a county is, or as its government.
    private func isNamed(after county: String) -> Bool {
        !county.isEmpty && township.hasPrefix(county)
            && OtherBody.governments.contains(String(township.dropFirst(county.count)))
    }
}

/// What counties are called besides the names that they bear: whoever renames a county or merges two renames no report
/// of the county's own, which goes on standing under the name of then.
package struct CountyNames: Sendable, Equatable {
    private let others: [String: [String]]

    /// - Parameter others: by the name that a county bears now.
    package init(others: [String: [String]] = [:]) { self.others = others }

    func of(_ county: String) -> [String] { [county] + (others[county] ?? []) }
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
