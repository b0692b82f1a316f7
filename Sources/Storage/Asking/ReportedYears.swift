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
    /// Which entries they are in ascending order of their reports.
    package let order: [Int]

    fileprivate init(_ selection: Selection) {
        places = selection.places
        entries = selection.entries.map { ReportedYear(place: $0.place, year: $0.year, report: $0.report) }
        order = selection.order
    }

    package init() { (places, entries, order) = ([], [], []) }
}

extension Archive {
    /// Those of the reports that the filter admits.
    package func reportedYears(_ filter: Filter = Filter()) throws -> ReportedYears {
        try reading { db in ReportedYears(try Selection(filter, db)) }
    }

    /// By report, the edition of the form that it is in.
    package func editions(_ filter: Filter = Filter()) throws -> [Int64: String] {
        try reading { db in
            let reports = try HotStatement(
                db, "SELECT id, edition FROM report WHERE \(Condition(filter, db).sql)")
            var editions: [Int64: String] = [:]
            while try reports.step() { editions[reports.integer(0)] = reports.string(1) }
            return editions
        }
    }
}
