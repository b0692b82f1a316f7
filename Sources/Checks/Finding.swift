import Catalogue
import Values

/// Something in one report that does not hold, with the figures it is about and what to do next.
package struct Finding: Sendable, Equatable {
    package var rule: String
    package var severity: Severity
    package var county: String
    package var township: String
    package var year: Int
    /// The figures it is about, in the order of the rule.
    package var cells: [Cell]
    package var expected: Value?
    package var actual: Value?
    package var message: Phrase
    /// What to do next.
    package var advice: Phrase
    /// The place in the transcript of something that is no figure.
    package var range: Range<Int>?
    /// The lines of the transcript that it is about, ascending; told by whoever has the transcript.
    package var lines: [Int] = []
    /// Whether staff have accepted it.
    package var isWaived = false

    /// One figure that a finding is about.
    package struct Cell: Sendable, Equatable {
        /// A place in the list of indicators.
        package var indicator: Int
        package var year: Int
        /// Where it stands in its own year's transcript.
        package var range: Range<Int>?
    }

    package enum Value: Sendable, Equatable {
        /// In the unit's smallest step.
        case number(Int64, Unit)
        case text(String)
    }

    /// Whether two findings are of the same thing, though its numbers may differ.
    package func isSame(as other: Finding) -> Bool {
        rule == other.rule && county == other.county && township == other.township && year == other.year
            && cells.map(\.indicator) == other.cells.map(\.indicator)
    }

    /// The order of lists: by gravity, what staff have accepted after what they have not.
    package static func isGraver(_ one: Finding, than other: Finding) -> Bool {
        if one.isWaived != other.isWaived { return !one.isWaived }
        if one.severity != other.severity { return one.severity > other.severity }
        return (one.county, one.township, one.year) < (other.county, other.township, other.year)
    }
}
