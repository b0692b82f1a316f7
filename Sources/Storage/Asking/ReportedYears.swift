import GRDB
import Values

/// Who reported when, and nothing more: what a comparison of many reports needs to tell a missing report from a missing
/// figure.
package struct ReportedYears: Sendable {
    package struct ReportedYear: Sendable {
        /// A place in `places`.
        package let place: Int
        package let year: Int
        package let report: Int64
    }

    /// By county and township.
    package let places: [Place]
    /// By place and year.
    package let entries: [ReportedYear]

    package init(places: [Place], entries: [ReportedYear]) {
        self.places = places
        self.entries = entries
    }
}

extension Archive {
    /// Its indicators play no part.
    package func reportedYears(_ filter: Filter = Filter()) throws -> ReportedYears {
        try reading { db in
            let selection = try Selection(filter, db)
            return ReportedYears(
                places: selection.places,
                entries: selection.entries.map {
                    ReportedYears.ReportedYear(place: $0.place, year: $0.year, report: $0.report)
                })
        }
    }
}
