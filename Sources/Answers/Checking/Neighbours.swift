import Checks
import Reports
import Storage

/// The reports of one county, held until all of them have been checked: only then is it known whose figures are
/// another's of the same year.
struct Neighbours {
    private struct Checked {
        let summary: ReportSummary
        /// Without its figures.
        let report: Report
        let told: ToldFigures?
        /// Nil of a report that was not asked for.
        var result: CheckResult?
        let waived: Set<String>
    }

    private struct Key: Hashable {
        let year: Int
        let told: ToldFigures
    }

    private let checker: Checker
    private var waiting: [Checked] = []

    init(_ checker: Checker) { self.checker = checker }

    mutating func add(
        _ summary: ReportSummary, _ report: Report, _ told: ToldFigures?, _ result: CheckResult?, waived: Set<String>
    ) {
        var report = report
        (report.figures, report.doubts, report.sections) = ([], [], [])
        waiting.append(Checked(summary: summary, report: report, told: told, result: result, waived: waived))
    }

    /// Hands over what was asked for, in its order, and begins with the next county.
    mutating func release(_ body: (ReportSummary, CheckResult) throws -> Void) throws {
        var townships: [Key: [String]] = [:]
        for checked in waiting {
            guard let key = Self.key(checked) else { continue }
            townships[key, default: []].append(checked.report.township)
        }
        for checked in waiting {
            guard var result = checked.result else { continue }
            if let key = Self.key(checked),
                let other = townships[key]?.first(where: { $0 != checked.report.township })
            {
                checker.note(key.told, of: (other, key.year), in: checked.report, waived: checked.waived, &result)
            }
            try body(checked.summary, result)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private static func key(_ checked: Checked) -> Key? {
        checked.told.map { Key(year: checked.report.year, told: $0) }
    }
}

/// What the townships of counties tell in a year, each county and year asked for once: where many revisions are looked
/// at, most are of a few.
struct ToldByTownships {
    private struct CountyYear: Hashable {
        let county: String
        let year: Int
    }

    private var told: [CountyYear: [ToldFigures: [String]]] = [:]

    /// Another township of the county whose figures of the year are all the same.
    mutating func neighbour(
        of report: ReportSummary, with figures: ToldFigures, _ archive: Archive, _ checker: Checker
    ) throws -> String? {
        let key = CountyYear(county: report.place.county, year: report.year)
        guard !key.county.isEmpty else { return nil }
        var townships = told[key]
        if townships == nil {
            var found: [ToldFigures: [String]] = [:]
            try archive.storedReports(Filter(counties: [key.county], years: [key.year])) { other in
                guard let figures = checker.told(other.report) else { return }
                found[figures, default: []].append(other.summary.place.township)
            }
            told[key] = found
            townships = found
        }
        return townships?[figures]?.first { $0 != report.place.township }
    }
}
