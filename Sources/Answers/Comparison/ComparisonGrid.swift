import Catalogue
import Output
import Reports
import Storage
import Values

/// The figures of some indicators laid out by township and year, with what was reported at all.
///
/// Only those at hand are in memory, however many are asked for one after the other.
struct ComparisonGrid {
    let years: [Int]
    let townships: [Place]
    /// For each township, whether it is one, and not the county itself or a department of it, whose reports no sum over
    /// townships may hold.
    let isTownship: [Bool]
    let countyNames: CountyNames
    /// Whether they are those that somebody named, and not all of their counties.
    let isOfNamed: Bool
    /// The years of those that were not there in all of them.
    let terms: TownshipTerms
    private let isOfOneCounty: Bool
    private let archive: Archive
    private let moment: Moment?
    /// For each cell, township by township, the report, if there is one.
    private let reports: [Int64?]
    /// The same reports by their ids, with their cells.
    private let walk: (reports: [Int64], cells: [Int])
    private let unread: UnreadIndicators
    private var columns: [Indicator.ID: [ToldFigure?]] = [:]

    /// - Parameters:
    ///   - filter: its townships are shown for all of its years, even where they reported nothing.
    ///   - chosen: those that are shown; where nobody says which, all that were there in any of the years, and those
    ///     that the filter names.
    init(
        _ archive: Archive, _ indicators: Set<Indicator.ID> = [], filter: Filter, of chosen: [Place]? = nil
    ) throws {
        self.archive = archive
        moment = filter.asOf
        var everyYear = filter
        everyYear.years = []
        let coverage = try archive.reportedYears(everyYear)
        terms = try archive.townshipTerms(asOf: filter.asOf)
        isOfNamed = !filter.townships.isEmpty
        let years = (filter.years.isEmpty ? Set(coverage.entries.map(\.year)) : filter.years).sorted()
        self.years = years
        let column = Dictionary(uniqueKeysWithValues: zip(years, years.indices))
        let entries = coverage.order.map { coverage.entries[$0] }.filter { column[$0.year] != nil }
        let roster = try Self.roster(archive, everyYear, coverage.places)
        if let chosen {
            townships = chosen
        } else if terms.isEmpty || isOfNamed {
            townships = roster
        } else {
            let (terms, reporting) = (terms, Set(entries.map(\.place)).map { coverage.places[$0] })
            townships = Self.shown(roster, terms, Set(reporting), years)
        }
        let countyNames = try archive.countyNames()
        self.countyNames = countyNames
        isTownship = townships.map { $0.isTownship(by: countyNames) }
        isOfOneCounty = zip(townships, townships.dropFirst()).allSatisfy { $0.county == $1.county }
        let numbers = Dictionary(zip(townships, townships.indices), uniquingKeysWith: { first, _ in first })
        let rows = coverage.places.map { numbers[$0] }
        var reports = [Int64?](repeating: nil, count: townships.count * years.count)
        var walk: (reports: [Int64], cells: [Int]) = ([], [])
        for entry in entries {
            guard let year = column[entry.year], let row = rows[entry.place] else { continue }
            let cell = row * years.count + year
            reports[cell] = entry.report
            walk.reports.append(entry.report)
            walk.cells.append(cell)
        }
        self.reports = reports
        self.walk = walk
        unread = try archive.unreadIndicators(filter)
        try keep(indicators)
    }

    /// Those that reported, with the others of their counties that the archive knows, whose reports are missing.
    private static func roster(_ archive: Archive, _ filter: Filter, _ reported: [Place]) throws -> [Place] {
        let counties = Set(reported.map(\.county))
        let known = try archive.places(filter).filter { counties.contains($0.county) }
        // As of an earlier day there may be reports of places that are gone.
        return Set(known).isSuperset(of: reported) ? known : reported
    }

    /// Those that were there in any of the years, or reported of one.
    private static func shown(
        _ roster: [Place], _ terms: TownshipTerms, _ reporting: Set<Place>, _ years: [Int]
    ) -> [Place] {
        roster.filter { place in
            reporting.contains(place) || years.isEmpty || years.contains { terms.contain(place, in: $0) }
        }
    }

    /// Some of its townships, and no figures.
    init(_ grid: ComparisonGrid, townships rows: Range<Int>) {
        (archive, moment, years, unread, terms) = (grid.archive, grid.moment, grid.years, grid.unread, grid.terms)
        townships = Array(grid.townships[rows])
        isTownship = Array(grid.isTownship[rows])
        countyNames = grid.countyNames
        (isOfNamed, isOfOneCounty) = (grid.isOfNamed, grid.isOfOneCounty)
        let cells = rows.lowerBound * years.count..<rows.upperBound * years.count
        reports = Array(grid.reports[cells])
        let own = grid.walk.cells.indices.filter { cells.contains(grid.walk.cells[$0]) }
        walk = (own.map { grid.walk.reports[$0] }, own.map { grid.walk.cells[$0] - cells.lowerBound })
    }

    /// Reads the figures of some indicators, if they are not there, and lets go of all others.
    mutating func keep(_ indicators: Set<Indicator.ID>) throws {
        columns = columns.filter { indicators.contains($0.key) }
        let missing = indicators.filter { columns[$0] == nil }.sorted()
        for indicator in missing { columns[indicator] = Array(repeating: nil, count: reports.count) }
        for indicator in missing {
            var column = columns.removeValue(forKey: indicator) ?? []
            try archive.figures([indicator], ofReports: walk.reports, asOf: moment) { _, index, figure in
                column[walk.cells[index]] = figure
            }
            columns[indicator] = column
        }
    }

    /// A reading of the grid with the figures of these indicators in it.
    func keeping(_ indicators: Set<Indicator.ID>) throws -> ComparisonGrid {
        var grid = self
        try grid.keep(indicators)
        return grid
    }

    private func cell(_ row: Int, _ year: Int) -> Int { row * years.count + year }

    /// Nil also for an indicator that was not asked for.
    func figure(_ indicator: Indicator.ID, _ row: Int, _ year: Int) -> ToldFigure? {
        columns[indicator]?[cell(row, year)]
    }

    func isReported(_ row: Int, _ year: Int) -> Bool { reports[cell(row, year)] != nil }

    func report(_ row: Int, _ year: Int) -> Int64? { reports[cell(row, year)] }

    /// The first and the last of the years that there are reports of, where these are two.
    var ends: (first: Int, last: Int)? {
        let reported = years.indices.filter { year in townships.indices.contains { isReported($0, year) } }
        guard let first = reported.first, let last = reported.last, first < last else { return nil }
        return (first, last)
    }

    /// The last of the years that there are reports of.
    var lastReported: Int? {
        years.indices.last { year in townships.indices.contains { isReported($0, year) } }.map { years[$0] }
    }

    /// What a township is called in a note: by its county as well, where there are several.
    func name(_ place: Place) -> String { isOfOneCounty ? place.township : place.description }

    /// What all of its townships are together, on a page of one county.
    var whole: Phrase { isOfNamed ? Phrase(zh: "所选乡镇", en: "chosen townships") : Phrase(zh: "全县", en: "county") }

    /// Why there is no figure of an indicator.
    func gap(_ indicator: Indicator.ID, _ row: Int, _ year: Int) -> Gap {
        guard let report = report(row, year) else { return lack(row, year) }
        return unread.contains(indicator, report: report) ? .notRead : .absent
    }

    /// How many townships have figures of any of the indicators, year by year.
    func counts(of indicators: [Indicator.ID]) -> [Int] {
        years.indices.map { year in
            townships.indices.count { row in indicators.contains { figure($0, row, year) != nil } }
        }
    }

    /// Townships and years without a report that there should be.
    var missing: [(place: Place, year: Int)] {
        townships.indices.flatMap { row in
            years.indices.filter { isInRoster(row, $0) && !isReported(row, $0) }.map { (townships[row], years[$0]) }
        }
    }
}

/// Who was there when.
extension ComparisonGrid {
    /// Whether a township has to report of a year, or did.
    func isInRoster(_ row: Int, _ year: Int) -> Bool {
        isTownship[row] && (isReported(row, year) || terms.contain(townships[row], in: years[year]))
    }

    /// How many townships there were in a year.
    func rosterCount(_ year: Int) -> Int { townships.indices.count { isInRoster($0, year) } }

    /// How many townships there were in any of the years.
    var rosterCount: Int { isTownship.count { $0 } }

    /// Why there is no report.
    func lack(_ row: Int, _ year: Int) -> Gap {
        terms.contain(townships[row], in: years[year]) ? .noReport : .noTownship
    }

    /// What is said of those that were not there in all of the years.
    var noteOnTerms: [Phrase] {
        terms.isEmpty ? [] : terms.notes(townships.filter { $0.isTownship(by: countyNames) }, years)
    }

    /// Those whose figures of two years, summed, can be set against each other: who has one in both, and who went in
    /// between into one that does. Of those that became one all must have figures, or the sums would be of different
    /// ground.
    func comparable(
        from early: Int, to late: Int, where has: (_ row: Int, _ year: Int) -> Bool
    ) -> (early: [Bool], late: [Bool]) {
        let both = townships.indices.map { isTownship[$0] && has($0, early) && has($0, late) }
        guard !terms.isEmpty else { return (both, both) }
        let rows = Dictionary(zip(townships, townships.indices), uniquingKeysWith: { first, _ in first })
        var members: [Int: [Int]] = [:]
        for row in townships.indices where isInRoster(row, early) {
            if let heir = terms.heir(of: townships[row], in: years[late]).flatMap({ rows[$0] }) {
                members[heir, default: []].append(row)
            }
        }
        var result = (early: both.map { _ in false }, late: both.map { _ in false })
        for (heir, members) in members {
            guard isTownship[heir], has(heir, late), members.allSatisfy({ has($0, early) }) else { continue }
            result.late[heir] = true
            for row in members { result.early[row] = true }
        }
        return result
    }

    /// Whether sums of two years are over the same townships, where one that was abolished goes on in its successor.
    func isSameGround(_ first: [Bool], _ early: Int, _ last: [Bool], _ late: Int) -> Bool {
        if first == last { return true }
        guard !terms.isEmpty, first.count == townships.count, last.count == townships.count else { return false }
        return comparable(from: early, to: late) { row, year in year == early ? first[row] : last[row] }
            == (first, last)
    }
}
