import GRDB
import Values

extension Archive {
    /// Those of some places, which the archive need not know, that a filter's counties and townships admit.
    package func admitted(_ places: [Place], by filter: Filter) throws -> [Place] {
        let counties = Set(try filter.counties.map { try currentName(ofCounty: $0) })
        let townships = try filter.townships.map { word -> Set<Place> in
            let known = (try? self.places(Filter(townships: [word]))) ?? []
            let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { return Set(known + places.filter { $0.township == word }) }
            return Set(known + [Place(county: try currentName(ofCounty: parts[0]), township: parts[1])])
        }
        return places.filter { place in
            (counties.isEmpty || counties.contains(place.county))
                && (townships.isEmpty || townships.contains { $0.contains(place) })
        }
    }

    /// A filter without the names that the archive does not know and some places have: those are no mistakes. Nil where
    /// nothing of the archive is left to ask about.
    package func knownPart(of filter: Filter, beside places: [Place]) throws -> Filter? {
        var known = filter
        known.counties = try filter.counties.filter { name in
            try hasCounty(named: name) || !places.contains { $0.county == name }
        }
        known.townships = try filter.townships.filter { word in
            let name = word.split(separator: "/").last.map(String.init) ?? word
            guard places.contains(where: { $0.township == name }) else { return true }
            do {
                _ = try self.places(Filter(counties: known.counties, townships: [word]))
                return true
            } catch is LookupError {
                return false
            }
        }
        let isGone =
            known.counties.isEmpty && !filter.counties.isEmpty || known.townships.isEmpty && !filter.townships.isEmpty
        return isGone ? nil : known
    }

    /// The name that a county bears, by whichever of its names; the word itself of one that the archive does not know.
    package func currentName(ofCounty word: String) throws -> String {
        try reading { db in
            let names = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM county WHERE name = ?1 UNION
                    SELECT county.name FROM county_alias JOIN county ON county.id = county_id
                        WHERE county_alias.name = ?1
                    """, arguments: [word])
            return names.count == 1 ? names[0] : word
        }
    }
}
