import Catalogue
import Documents
import Storage

/// Something about a report that a person should look at, ready to be shown on a page or handed over.
package struct ReportFinding: Sendable {
    package enum Severity: String, Sendable, CaseIterable {
        case error, warning, note
    }

    package var report: Int64
    package var place: Place
    package var year: Int
    package var rule: String
    package var severity: Severity
    /// The line of the transcript that it is about.
    package var line: Int?
    package var message: Phrase

    package init(
        report: Int64, place: Place, year: Int, rule: String, severity: Severity, line: Int? = nil, message: Phrase
    ) {
        self.report = report
        self.place = place
        self.year = year
        self.rule = rule
        self.severity = severity
        self.line = line
        self.message = message
    }

    var published: PublishedFinding {
        PublishedFinding(report: report, rule: rule, severity: severity.rawValue, line: line, message: message)
    }

    /// What was doubtful when the reports were read.
    package static func doubts(_ archive: Archive, _ filter: Filter) throws -> [ReportFinding] {
        try archive.doubts(filter).map { doubted in
            ReportFinding(
                report: doubted.report, place: doubted.place, year: doubted.year, rule: doubted.doubt.kind.rawValue,
                severity: .warning, line: doubted.line, message: doubted.doubt.explanation)
        }
    }
}
