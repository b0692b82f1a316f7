import Catalogue
import Reports
import Values

/// Something in one report that does not hold: what, where, and what to do next.
///
/// A value without prose: `FindingWording` puts it into words, the same for every table, page, letter and program.
package struct Finding: Sendable, Equatable {
    package var rule: String
    package var severity: Severity
    package var county: String
    package var township: String
    package var year: Int
    package var statement: Statement
    /// What it is about, figures in the order of the rule.
    package var locations: [Location]
    /// What else is to be said of it, such as where the wrong cell is.
    package var notes: [Note] = []
    /// What to do next.
    package var remedy: Phrase
    /// Whether staff have accepted it.
    package var isWaived = false

    /// A figure that a finding is about, or words of the report.
    package struct Location: Sendable, Equatable {
        /// Nil where it is no figure.
        package var indicator: Indicator?
        package var year: Int
        /// Where it stands in its own year's transcript, if it does.
        package var range: Range<Int>?
        /// The line of this year's transcript; told by whoever has the transcript.
        package var line: Int?
        /// What stands there, of amounts of money, whose units are told in several ways.
        package var written: String?
    }

    /// Something said of a finding that has places of its own.
    package struct Note: Sendable, Equatable {
        package var statement: Statement
        package var locations: [Location]

        var lines: [Int] { Finding.lines(of: locations) }
    }

    init(_ rule: Rule, _ report: Report, _ statement: Statement, at locations: [Location]) {
        self.init(
            rule: rule.name, severity: rule.severity, remedy: rule.advice, report, statement, at: locations)
    }

    init(
        rule: String, severity: Severity, remedy: Phrase, _ report: Report, _ statement: Statement,
        at locations: [Location]
    ) {
        self.rule = rule
        self.severity = severity
        self.remedy = remedy
        self.statement = statement
        self.locations = locations
        (county, township, year) = (report.county, report.township, report.year)
    }

    /// The lines of the transcript that it is about, ascending.
    package var lines: [Int] { Self.lines(of: locations) }

    private static func lines(of locations: [Location]) -> [Int] { Set(locations.compactMap(\.line)).sorted() }

    /// The figures that it is about, each once.
    package var indicators: [Indicator] {
        locations.reduce(into: []) { list, location in
            if let indicator = location.indicator, !list.contains(indicator) { list.append(indicator) }
        }
    }

    /// What tells it from another of its rule: what it is about, and with which numbers; in no language, on one line.
    package var identity: String {
        func text(_ value: Statement.Value?) -> String {
            switch value {
            case .number(let number, let unit): "\(number)\(unit.rawValue)"
            case .text(let text): text
            case nil: ""
            }
        }
        let codes = indicators.map(\.code).joined(separator: ",")
        let numbers = statement.distinction ?? "\(text(statement.actual)) / \(text(statement.expected))"
        return String("\(rule) \(codes): \(numbers)".map { $0.isNewline ? " " : $0 })
    }

    /// Whether two findings are of the same thing, though its numbers may differ.
    package func isSame(as other: Finding) -> Bool {
        rule == other.rule && county == other.county && township == other.township && year == other.year
            && locations.map(\.indicator) == other.locations.map(\.indicator)
    }

    /// The order of lists: by gravity, what staff have accepted after what they have not.
    package static func isGraver(_ one: Finding, than other: Finding) -> Bool {
        if one.isWaived != other.isWaived { return !one.isWaived }
        if one.severity != other.severity { return one.severity > other.severity }
        return (one.county, one.township, one.year) < (other.county, other.township, other.year)
    }

    /// Gives the amounts of its own year what the report has.
    mutating func setWritten(_ text: (Range<Int>) -> String) {
        for place in locations.indices where locations[place].year == year {
            guard let range = locations[place].range, locations[place].indicator?.unit == .yuan else { continue }
            locations[place].written = text(range)
        }
    }

    /// Gives its own year's places their lines.
    mutating func setLines(_ line: (Range<Int>) -> Int) {
        for place in locations.indices where locations[place].year == year {
            locations[place].line = locations[place].range.map(line)
        }
        for number in notes.indices {
            for place in notes[number].locations.indices where notes[number].locations[place].year == year {
                notes[number].locations[place].line = notes[number].locations[place].range.map(line)
            }
        }
    }
}
