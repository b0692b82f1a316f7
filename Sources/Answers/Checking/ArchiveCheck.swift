import Checks
import Documents
import Storage
import Values

/// All rules tried on the reports of an archive, each with the earlier years of its township at hand.
package struct ArchiveCheck {
    private let archive: Archive
    private let checker: Checker
    private let today: String

    /// - Parameter today: the day on which waivers must be good: `2021-02-04`.
    package init(_ archive: Archive, checker: Checker, today: String) throws {
        self.archive = archive
        self.checker = checker
        self.today = today
    }

    /// Checks the reports that the filter admits, by county, township and year.
    package func run(_ filter: Filter) throws -> CheckResult {
        var result = checker.nothing
        var earlier: [CheckedReport] = []
        var place: Place?
        let waivers = try archive.waivers(asOf: filter.asOf)
        try archive.storedReports(widened(filter)) { stored in
            if stored.summary.place != place {
                place = stored.summary.place
                earlier = []
            }
            let checked = CheckedReport(
                stored.report, corrections: stored.corrections, indicators: archive.indicators)
            if filter.years.isEmpty || filter.years.contains(stored.summary.year) {
                result.append(try examine(stored, checked, earlier, waivers[stored.summary.id] ?? []))
            }
            earlier.append(checked)
            if earlier.count > checker.reach { earlier.removeFirst() }
        }
        result.sortFindings()
        return result
    }

    private func examine(
        _ stored: StoredReport, _ checked: CheckedReport, _ earlier: [CheckedReport], _ waivers: [Waiver]
    ) throws -> CheckResult {
        let waived = waivers.filter { $0.isGood(on: today) }.map(\.rule)
        var checkResult = checker.examine(checked, earlier: earlier, waived: Set(waived))
        guard !checkResult.findings.isEmpty else { return checkResult }
        let lines = LineNumbers(try archive.transcript(of: stored.summary))
        checkResult.setLines { lines.line(at: $0.lowerBound) }
        return checkResult
    }

    /// The years asked for and those before, which the rules look back at.
    private func widened(_ filter: Filter) -> Filter {
        var filter = filter
        filter.years = Set(filter.years.flatMap { year in (0...checker.reach).map { year - $0 } })
        return filter
    }
}
