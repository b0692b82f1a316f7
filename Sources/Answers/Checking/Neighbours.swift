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

    private let checker: Checker
    private let isWaived: (Finding, ReportSummary) -> Bool
    private var waiting: [Checked] = []

    /// - Parameter isWaived: whether a finding of a waived rule is what the waiver was made of.
    init(_ checker: Checker, isWaived: @escaping (Finding, ReportSummary) -> Bool) {
        self.checker = checker
        self.isWaived = isWaived
    }

    mutating func add(
        _ summary: ReportSummary, _ report: Report, _ told: ToldFigures?, _ result: CheckResult?, waived: Set<String>
    ) {
        var report = report
        (report.figures, report.doubts, report.sections) = ([], [], [])
        waiting.append(Checked(summary: summary, report: report, told: told, result: result, waived: waived))
    }

    /// Hands over what was asked for, in its order, and begins with the next county.
    mutating func release(_ body: (ReportSummary, CheckResult) throws -> Void) throws {
        // By year, which of those that wait tell enough, and where a report stands among them.
        let years = Dictionary(grouping: waiting.indices.filter { waiting[$0].told != nil }) {
            waiting[$0].report.year
        }
        let alike = years.mapValues { LikeFigures($0.compactMap { waiting[$0].told }) }
        var places: [Int: Int] = [:]
        for year in years.values { for (place, number) in year.enumerated() { places[number] = place } }
        for (number, checked) in waiting.enumerated() {
            guard var result = checked.result else { continue }
            let year = checked.report.year
            if let told = checked.told, let place = places[number], let among = years[year],
                let other = alike[year]?.likest(
                    to: place, where: { waiting[among[$0]].report.township != checked.report.township }),
                let others = waiting[among[other.number]].told
            {
                checker.note(
                    told, like: others, shared: other.shared,
                    of: (waiting[among[other.number]].report.township, year), in: checked.report,
                    waived: checked.waived, &result)
            }
            result.reopen { !isWaived($0, checked.summary) }
            try body(checked.summary, result)
        }
        waiting.removeAll(keepingCapacity: true)
    }
}

/// What the townships of counties tell in a year, each county and year asked for once: where many revisions are looked
/// at, most are of a few.
struct ToldByTownships {
    private struct CountyYear: Hashable {
        let county: String
        let year: Int
    }

    private var told: [CountyYear: [(township: String, figures: ToldFigures)]] = [:]

    /// The township of the county whose figures of the year are the likest.
    mutating func neighbour(
        of report: ReportSummary, with figures: ToldFigures, _ archive: Archive, _ checker: Checker
    ) throws -> (township: String, figures: ToldFigures, shared: Int)? {
        let key = CountyYear(county: report.place.county, year: report.year)
        guard !key.county.isEmpty else { return nil }
        if told[key] == nil {
            var found: [(township: String, figures: ToldFigures)] = []
            try archive.storedReports(Filter(counties: [key.county], years: [key.year])) { other in
                guard let figures = checker.told(other.report) else { return }
                found.append((other.summary.place.township, figures))
            }
            told[key] = found
        }
        let others = (told[key] ?? []).filter { $0.township != report.place.township }
        return figures.likest(among: others.lazy.map(\.figures)).map {
            (others[$0.place].township, others[$0.place].figures, $0.shared)
        }
    }
}
