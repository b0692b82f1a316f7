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
            try body(checked.summary, result)
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
