import GRDB

/// Who reported when, and nothing more: what a comparison of many reports needs to tell a missing report from a missing
/// figure.
package struct Coverage: Sendable {
    package struct Entry: Sendable {
        /// A place in `places`.
        package let place: Int
        package let year: Int
    }

    /// By county and township.
    package let places: [Place]
    /// By place and year.
    package let entries: [Entry]
}

extension Archive {
    /// Its indicators play no part.
    package func coverage(_ filter: Filter = Filter()) throws -> Coverage {
        try reading { db in
            let selection = try Selection(filter, db)
            return Coverage(
                places: selection.places,
                entries: selection.entries.map { Coverage.Entry(place: $0.place, year: $0.year) })
        }
    }
}
