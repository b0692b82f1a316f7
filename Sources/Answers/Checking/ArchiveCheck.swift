import Checks
import Documents
import Reports
import Storage
import Values

/// All rules tried on the reports of an archive, each with the earlier years of its township at hand.
package struct ArchiveCheck {
    private let archive: Archive
    private let checker: Checker
    private let today: String
    private let countsCorrections: Bool

    /// - Parameters:
    ///   - today: the day on which waivers must be good and years over: `2021-02-04`.
    ///   - countsCorrections: whether what staff put in place of figures counts, or the reports as they came.
    package init(_ archive: Archive, checker: Checker, today: String, countsCorrections: Bool = true) throws {
        self.countsCorrections = countsCorrections
        self.archive = archive
        self.checker = checker
        self.today = today
    }

    /// What is found in the reports that the filter admits, the gravest first; for a county or so, since all of it is
    /// in memory.
    package func run(_ filter: Filter) throws -> CheckResult {
        var result = checker.nothing
        try visit(filter) { result.append($1) }
        result.sortFindings()
        return result
    }

    /// Checks the reports that the filter admits, by county, township and year, and hands over what each brings out.
    package func visit(_ filter: Filter, _ body: (ReportSummary, CheckResult) throws -> Void) throws {
        var earlier: [CheckedReport] = []
        var place: Place?
        var last: (summary: ReportSummary, told: ToldFigures?)?
        let noted = try Noted(archive, asOf: filter.asOf, today: today)
        let asked = filter.townships.isEmpty ? nil : Set(try archive.townships(filter).map(\.place))
        var neighbours = Neighbours(checker) { noted.isWaived($0, of: $1) }
        try archive.storedReports(widened(filter, asked)) { stored in
            var stored = stored
            let summary = stored.summary
            stored.report.doubts += noted.doubts(of: summary)
            if summary.place != place {
                if summary.place.county != place?.county { try neighbours.release(body) }
                place = summary.place
                earlier = []
                last = nil
            }
            var checked = checked(stored)
            let told = checker.told(stored.report)
            if filter.years.isEmpty || filter.years.contains(summary.year) {
                let waived = noted.waivedRules(of: summary)
                var result: CheckResult?
                if asked?.contains(summary.place) != false {
                    checked.staleYears = try staleYears(summary, last?.summary)
                    var examined = try examine(stored, checked, earlier, waived)
                    if let told, let last, let before = last.told {
                        holdAgainst(last.summary, before, told, stored.report, waived: waived, &examined)
                    }
                    result = examined
                }
                neighbours.add(summary, stored.report, told, result, waived: waived)
                // Whose county is not known has no neighbours.
                if summary.place.county.isEmpty { try neighbours.release(body) }
            }
            earlier.append(checked)
            last = (summary, told)
            if earlier.count > checker.reach { earlier.removeFirst() }
        }
        try neighbours.release(body)
    }

    private func checked(_ stored: StoredReport) -> CheckedReport {
        var report = stored.report
        // One that was given its county since.
        if !report.county.isEmpty { report.doubts.removeAll { $0.kind == .countyUnknown } }
        return CheckedReport(
            report, corrections: countsCorrections ? stored.corrections : [:], indicators: archive.indicators)
    }

    /// What is found in one revision of a report, current or not, beside the current reports of the years before and
    /// of its neighbours.
    ///
    /// - Parameter known: what its neighbours tell, as far as it was asked for before.
    func findings(of stored: StoredReport, _ known: inout ToldByTownships) throws -> [Finding] {
        let place = stored.summary.place
        let years = Set((1...checker.reach).map { stored.summary.year - $0 })
        var earlier: [CheckedReport] = []
        var last: StoredReport?
        try archive.storedReports(Filter(counties: [place.county], townships: [place.township], years: years)) {
            earlier.append(checked($0))
            last = $0
        }
        var own = checked(stored)
        own.staleYears = try staleYears(stored.summary, last?.summary)
        var result = checker.examine(own, earlier: earlier)
        guard let told = checker.told(stored.report) else { return result.findings }
        if let last, let before = checker.told(last.report) {
            holdAgainst(last.summary, before, told, stored.report, waived: [], &result)
        }
        if let (neighbour, others, shared) = try known.neighbour(of: stored.summary, with: told, archive, checker) {
            checker.note(
                told, like: others, shared: shared, of: (neighbour, stored.summary.year), in: stored.report, &result)
        }
        return result.findings
    }

    /// - Parameter last: the report before it, which is last year's or an older one.
    private func staleYears(_ report: ReportSummary, _ last: ReportSummary?) throws -> [StaleYear] {
        guard let last, last.year == report.year - 1 else { return [] }
        return try checker.staleYears.find(
            in: try archive.transcript(of: report), year: report.year, place: report.place
        ) { try archive.transcript(of: last) }
    }

    private func examine(
        _ stored: StoredReport, _ checked: CheckedReport, _ earlier: [CheckedReport], _ waived: Set<String>
    ) throws -> CheckResult {
        var checkResult = checker.examine(checked, earlier: earlier, waived: waived)
        guard !checkResult.findings.isEmpty else { return checkResult }
        let transcript = try archive.transcript(of: stored)
        let lines = LineNumbers(transcript)
        checkResult.setLines { lines.line(at: $0.lowerBound) }
        checkResult.setWritten { Passage.oneLine(String(decoding: transcript[$0], as: UTF8.self)) }
        return checkResult
    }

    /// Takes note of the report before if it is last year's and its figures are those of this one.
    private func holdAgainst(
        _ last: ReportSummary, _ before: ToldFigures, _ told: ToldFigures, _ report: Report, waived: Set<String>,
        _ result: inout CheckResult
    ) {
        guard last.year == report.year - 1, let shared = told.shared(with: before) else { return }
        checker.note(
            told, like: before, shared: shared, of: (last.place.township, last.year), in: report, waived: waived,
            &result)
    }

    /// The years asked for and those before, which the rules look back at; with the townships asked for, their
    /// neighbours, whose figures may be theirs.
    private func widened(_ filter: Filter, _ asked: Set<Place>?) -> Filter {
        var filter = filter
        if let asked, !asked.isEmpty, asked.allSatisfy({ !$0.county.isEmpty }) {
            filter.counties = Set(asked.map(\.county)).sorted()
            filter.townships = []
        }
        filter.years = Set(filter.years.flatMap { year in (0...checker.reach).map { year - $0 } })
        return filter
    }
}

/// What was said of reports besides what they say themselves: which findings staff accept, which files are in question,
/// in which years townships were there.
private struct Noted {
    private let waivers: [Int64: [Waiver]]
    private let contests: [Int64: [OpenContest]]
    private let terms: TownshipTerms
    private let today: String

    /// - Parameter today: the day on which waivers must be good and years over; of an answer as of an earlier day, that
    ///   one, so that it stays what it was.
    init(_ archive: Archive, asOf moment: Moment?, today: String) throws {
        waivers = try archive.waivers(asOf: moment).mapValues { $0.filter { $0.isGood(on: today) } }
        contests = Dictionary(grouping: try archive.openContests(asOf: moment), by: \.report)
        terms = try archive.townshipTerms(asOf: moment)
        self.today = today
    }

    func doubts(of report: ReportSummary) -> [Doubt] {
        contests[report.id, default: []].map { Doubt(.contestedFile, found: $0.path) }
            + [terms.doubt(of: report.place, report.year), Doubt.ofYearNotOver(report.year, today: today)]
            .compactMap { $0 }
    }

    func waivedRules(of report: ReportSummary) -> Set<String> {
        let good = waivers[report.id] ?? []
        var rules = Set(good.map(\.rule))
        if contests[report.id, default: []].contains(where: { !$0.isAccepted(by: good) }) {
            rules.remove(Doubt.Kind.contestedFile.rawValue)
        }
        return rules
    }

    func isWaived(_ finding: Finding, of report: ReportSummary) -> Bool {
        waivers[report.id, default: []].contains { $0.covers(finding) }
    }
}

extension Waiver {
    /// Whether it was made of what is found.
    func covers(_ finding: Finding) -> Bool {
        rule == finding.rule && covered?.contains(finding.identity) != false
    }
}
