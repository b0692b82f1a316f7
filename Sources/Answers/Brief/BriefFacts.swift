import Catalogue
import Checks
import Reports
import Storage
import Values

/// All that a brief of a county's year says, before it is put into words.
struct BriefFacts {
    let county: String
    let year: Int
    let language: Language
    let template: BriefTemplate
    let grid: ComparisonGrid
    let sources: BriefSources
    /// Those that were set up or abolished between the year and the one before.
    let changedTownships: [(place: Place, term: TownshipTerm)]
    /// The townships that the archive knows, without the county itself.
    let townships: [Place]
    let reported: Set<Place>
    let reportedBefore: Set<Place>
    let totals: [ComparedLine]
    let rankings: [ComparedLine]
    /// The farthest of them.
    let unusual: [Unusual]
    /// How many there are.
    let unusualCount: Int
    /// Those of the reports that staff have not accepted.
    let findings: [Finding]
    /// How many are about the reading of the files instead.
    let readingFindings: Int
    /// How many staff have accepted.
    let waivedFindings: Int
    /// The most copied first.
    let copied: [CopiedReport]
    let comparedTexts: Int
    /// The years of the grid by their places.
    let before = 0
    let now = 1

    /// A figure that is far from last year's.
    struct Unusual {
        let line: ComparedLine
        let place: Place
        let before: Int64
        let now: Int64
        let cellBefore: ComparedCell
        let cellNow: ComparedCell
    }

    init(
        _ archive: Archive, county: String, year: Int, asOf moment: Moment?, codebook: Codebook,
        template: BriefTemplate, findings: [Finding], language: Language
    ) throws {
        let county = try archive.currentName(ofCounty: county)
        (self.county, self.year, self.language, self.template) = (county, year, language, template)
        let filter = Filter(counties: [county], years: [year - 1, year], asOf: moment)
        let names = try archive.countyNames()
        let summaries = try archive.reports(filter).filter { $0.place.isTownship(by: names) }
        guard summaries.contains(where: { $0.year == year }) else {
            let others = try archive.reportedYears(Filter(counties: [county], asOf: moment)).entries.map(\.year)
            throw LookupError.noCountyReports(county, year: year, years: Set(others).sorted())
        }
        reported = Set(summaries.filter { $0.year == year }.map(\.place))
        reportedBefore = Set(summaries.filter { $0.year == year - 1 }.map(\.place))
        (townships, changedTownships) = try Self.roster(archive, names, county, year, reported, asOf: moment)
        let indicators = archive.indicators
        let measures = try archive.measures()
        let ranked = template.rankings.compactMap(measures.measure)
        let breaks = EditionBreaks(
            codebook.successions, indicators: indicators, acrossEditions: false, measures: ranked)
        let all = indicators.indices.filter { indicators[$0].unit != .percent }
        let grid = try ComparisonGrid(archive, breaks.indicators(for: Array(indicators.indices)), filter: filter)
        self.grid = grid
        sources = try BriefSources(archive, summaries, asOf: moment, language: language)
        func lines(_ codes: [String]) -> [ComparedLine] {
            codes.compactMap(indicators.id(of:)).map { ComparedLine($0, in: grid, breaks) }
        }
        totals = lines(template.totals)
        let operands = try MeasureOperands(archive, ranked, grid: grid, filter: filter)
        rankings = template.rankings.compactMap { code in
            measures.measure(code).map { ComparedLine($0, of: operands, breaks) } ?? lines([code]).first
        }
        (unusual, unusualCount) = Self.unusual(all.map { ComparedLine($0, in: grid, breaks) }, grid, template)
        (self.findings, readingFindings, waivedFindings) = try Self.ofTownships(findings, names, codebook)
        let survey = try CopySurvey(
            archive, filters: [Filter(counties: [county], years: [year], asOf: moment)], forms: codebook.forms)
        var texts: [CopiedReport] = []
        try survey.run(withPassages: false) { if $0.place.isTownship(by: names) { texts.append($0) } }
        comparedTexts = texts.count
        let least = Int64(template.copiedPercent) * 100
        copied = texts.filter { $0.largestShare >= least }.sorted {
            ($1.largestShare, $0.place.township) < ($0.largestShare, $1.place.township)
        }
    }

    /// The county's townships of a year, and those that were set up or abolished between it and the one before.
    private static func roster(
        _ archive: Archive, _ names: CountyNames, _ county: String, _ year: Int, _ reported: Set<Place>,
        asOf moment: Moment?
    ) throws -> (townships: [Place], changed: [(place: Place, term: TownshipTerm)]) {
        let terms = try archive.townshipTerms(asOf: moment)
        let places = try archive.places(Filter(counties: [county], asOf: moment))
            .filter { $0.isTownship(by: names) }
        let changed = places.compactMap { place -> (place: Place, term: TownshipTerm)? in
            guard let term = terms[place], term.contains(year) != term.contains(year - 1) else { return nil }
            return (place, term)
        }
        return (places.filter { reported.contains($0) || terms.contain($0, in: year) }, changed)
    }

    /// Those of townships that nobody waived, how many more are about the reading of the files, and how many errors and
    /// warnings staff have accepted.
    private static func ofTownships(
        _ findings: [Finding], _ names: CountyNames, _ codebook: Codebook
    ) throws -> ([Finding], aboutReading: Int, waived: Int) {
        let findings = findings.filter { Place(county: $0.county, township: $0.township).isTownship(by: names) }
        let aboutReading = Set(try Rulebook(codebook).rules.filter(\.isAboutReading).map(\.name))
        let live = findings.filter { !$0.isWaived }
        let own = live.filter { !aboutReading.contains($0.rule) }
        return (own, live.count - own.count, findings.count { $0.isWaived && $0.severity > .note })
    }

    /// Whether any of the numbers is one that staff put in place of a report's.
    var isCorrected: Bool {
        (totals + rankings + unusual.map(\.line)).contains { $0.cells.joined().contains(where: \.isCorrected) }
    }

    var listedFindings: ArraySlice<Finding> { findings.prefix(template.mostFindings) }

    /// How many of the townships a total is of, and who is not in it.
    func basis(_ line: ComparedLine) -> String {
        let included = Set(
            grid.townships.indices.filter { line.totals[now].includes[$0] }.map { grid.townships[$0] })
        let without = townships.filter { !included.contains($0) }
        let names = without.prefix(6).map { place in
            reported.contains(place)
                ? place.township : Phrase(zh: "\(place.township)（缺报）", en: "\(place.township) (no report)")[language]
        }
        let more = without.count > names.count ? Phrase(zh: "等 \(without.count) 个", en: " and others")[language] : ""
        guard !without.isEmpty else {
            return Phrase(zh: "\(included.count) 个乡镇都有数", en: "all \(included.count) townships have figures")[language]
        }
        return Phrase(
            zh: "\(included.count) 个乡镇有数，不含\(names.joined(separator: "、"))\(more)",
            en: "\(included.count) townships have figures, without \(names.joined(separator: ", "))\(more)")[language]
    }

    struct Change {
        let townships: Int
        let cellBefore: ComparedCell
        let cellNow: ComparedCell
        let before: Amount
        let now: Amount
        let noteBefore: String
        let noteNow: String
    }

    /// The sums over the townships that have a comparable figure in both years, with those that went into one of them;
    /// nil where there are none.
    func change(_ line: ComparedLine) -> Change? {
        let both = grid.comparable(from: before, to: now) { row, column in
            let cells = line.cells[row]
            return cells[column].amount != nil
                && (cells[before].succession == cells[now].succession || !grid.isInRoster(row, now))
        }
        func total(_ column: Int, _ rows: [Bool]) -> ComparedTotal {
            ComparedTotal(summing: line.cells.map { $0[column] }, where: rows)
        }
        let (first, last) = (total(before, both.early), total(now, both.late))
        guard !line.isRate, let old = first.cell.amount, let new = last.cell.amount else { return nil }
        var restricted = line
        restricted.totals = [first, last]
        return Change(
            townships: last.count, cellBefore: first.cell, cellNow: last.cell, before: old, now: new,
            noteBefore: sources.note(sumOf: restricted, column: before, in: grid),
            noteNow: sources.note(sumOf: restricted, column: now, in: grid))
    }

    struct Ranked {
        let place: Place
        let number: ExactNumber
        let amount: Amount
        let cell: ComparedCell
    }

    /// The townships that a comparison gives places to, the largest first; nil where there are fewer than three.
    func ranking(_ line: ComparedLine) -> [Ranked]? {
        let ranked = grid.townships.indices.compactMap { row -> Ranked? in
            let cell = line.cells[row][now]
            guard let number = line.ranked(row, now, in: grid), let amount = cell.amount else { return nil }
            return Ranked(place: grid.townships[row], number: number, amount: amount, cell: cell)
        }.sorted { ($1.number, $0.place.township) < ($0.number, $1.place.township) }
        return ranked.count < 3 ? nil : ranked
    }

    /// Those that it gives none, since their reports tell no exact number.
    func unranked(_ line: ComparedLine) -> [(place: Place, cell: ComparedCell)] {
        grid.townships.indices.compactMap { row in
            let cell = line.cells[row][now]
            guard grid.isTownship[row], line.ranked(row, now, in: grid) == nil else { return nil }
            if case .range = cell.content { return (grid.townships[row], cell) }
            return cell.amount == nil ? nil : (grid.townships[row], cell)
        }
    }

    /// Figures far from last year's, the farthest first by how many times, and how many there are. What rose from 0 or
    /// fell to it did so more often than can be told, and is put in order by the distance.
    private static func unusual(
        _ lines: [ComparedLine], _ grid: ComparisonGrid, _ template: BriefTemplate
    ) -> (listed: [Unusual], count: Int) {
        let (times, apart, most) = template.unusual
        var found: [(isOver0: Bool, size: ExactNumber, change: Unusual)] = []
        for line in lines {
            for row in grid.townships.indices where grid.isTownship[row] {
                let (old, new) = (line.cells[row][0], line.cells[row][1])
                guard let before = old.amount?.value, let now = new.amount?.value, before >= 0, now >= 0,
                    old.succession == nil, new.succession == nil
                else { continue }
                let (small, large) = (min(before, now), max(before, now))
                let distance = (large - small) / line.scale.divisor
                guard large / times >= small, large > small, distance >= apart else { continue }
                let size = Quotient(large, times: 1, over: small)?.exact ?? ExactNumber(distance)
                found.append(
                    (
                        small == 0, size,
                        Unusual(
                            line: line, place: grid.townships[row], before: before, now: now, cellBefore: old,
                            cellNow: new)
                    ))
            }
        }
        let order = found.indices.sorted { one, other in
            if found[one].isOver0 != found[other].isOver0 { return found[one].isOver0 }
            return (found[other].size, one) < (found[one].size, other)
        }
        return (order.prefix(most).map { found[$0].change }, found.count)
    }
}
