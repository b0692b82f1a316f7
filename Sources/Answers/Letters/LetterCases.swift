import Catalogue
import Checks
import Storage
import Values

/// What letters are made of: for each township what its reports say wrongly, and what a corrected report has settled;
/// for the office alone what was not read, and what it corrected itself.
///
/// Reports are looked at as they came: a correction of the office's neither hides a fault of the report nor makes one.
package struct LetterCases {
    package struct Township {
        let place: Place
        var open: [Finding] = []
        var settled: [Finding] = []
    }

    package struct OwnCorrection {
        let report: ReportSummary
        let indicator: Indicator
        let correction: Correction
    }

    private(set) var townships: [Township] = []
    /// What is open in reports of counties and departments, to which no letter goes.
    private(set) var ofOthers: [Finding] = []
    /// Failures of reading, by their own lines of the transcript.
    private(set) var unread: [Finding] = []
    private(set) var corrections: [OwnCorrection] = []
    /// By place and year, the file that a report was read from, and the edition of its form; of every year, since a
    /// finding may point at last year's report.
    private(set) var reports: [Place: [Int: ReportSummary]] = [:]

    package init(_ archive: Archive, checker: Checker, filter: Filter, today: String) throws {
        let reading = Set(checker.rulebook.rules.filter(\.isAboutReading).map(\.name))
        let known = Set(checker.rulebook.rules.map(\.name))
        let check = try ArchiveCheck(archive, checker: checker, today: today, countsCorrections: false)
        let names = try archive.countyNames()
        var cases: [Place: Township] = [:]
        for finding in try check.run(filter).findings where finding.severity > .note && !finding.isWaived {
            if reading.contains(finding.rule) || !known.contains(finding.rule) {
                unread.append(finding)
                continue
            }
            let place = Place(county: finding.county, township: finding.township)
            if !place.isTownship(by: names) {
                ofOthers.append(finding)
            } else {
                cases[place, default: Township(place: place)].open.append(finding)
            }
        }
        let summaries = try archive.reports(filter)
        var everyYear = filter
        everyYear.years = []
        for summary in try archive.reports(everyYear) {
            reports[summary.place, default: [:]][summary.year] = summary
        }
        var told = ToldByTownships()
        for (current, previous) in try Self.revised(summaries, archive, filter) {
            let before = try check.findings(of: archive.report(previous), &told)
            let after = try check.findings(of: archive.report(current), &told)
            let settled = before.filter { old in
                old.severity > .note && !reading.contains(old.rule) && !after.contains { $0.isSame(as: old) }
            }
            if settled.isEmpty || !current.place.isTownship(by: names) { continue }
            cases[current.place, default: Township(place: current.place)].settled += settled
        }
        townships = try archive.townships(filter).compactMap { cases[$0.place] }
        let entries = try archive.corrections(asOf: filter.asOf)
        corrections = summaries.flatMap { summary in
            (entries[summary.id] ?? [:]).sorted { $0.key < $1.key }.map {
                OwnCorrection(report: summary, indicator: archive.indicators[$0.key], correction: $0.value)
            }
        }
    }

    /// Each report that took an earlier one's place, with that one.
    private static func revised(
        _ summaries: [ReportSummary], _ archive: Archive, _ filter: Filter
    ) throws -> [(ReportSummary, ReportSummary)] {
        guard summaries.contains(where: { $0.revision > 1 }) else { return [] }
        var everyRevision = filter
        everyRevision.includesEveryRevision = true
        let all = Dictionary(grouping: try archive.reports(everyRevision), by: \.place)
        return summaries.compactMap { current in
            let earlier = all[current.place]?.filter { $0.year == current.year && $0.revision < current.revision }
            return (earlier?.max { $0.revision < $1.revision }).map { (current, $0) }
        }
    }

    /// Whether a finding says that the form itself is violated, so that there is nothing to ask: sums within one
    /// report's tables that cannot be.
    func isViolation(_ finding: Finding, _ places: FormPlaces) -> Bool {
        finding.severity == .error && !finding.indicators.isEmpty
            && finding.locations.allSatisfy { $0.year == finding.year }
            && finding.indicators.allSatisfy { places.has($0.code) }
    }
}
