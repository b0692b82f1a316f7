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
    /// Whether they are those that somebody named, and not all of their counties.
    let isOfNamed: Bool
    private let archive: Archive
    private let moment: Moment?
    /// For each cell, township by township, the report, if there is one.
    private let reports: [Int64?]
    /// The same reports by their ids, with their cells.
    private let walk: (reports: [Int64], cells: [Int])
    private let unread: UnreadIndicators
    private var columns: [Indicator.ID: [ToldFigure?]] = [:]

    /// - Parameter filter: its townships are shown for all of its years, even where they reported nothing.
    init(_ archive: Archive, _ indicators: Set<Indicator.ID> = [], filter: Filter) throws {
        self.archive = archive
        moment = filter.asOf
        var everyYear = filter
        everyYear.years = []
        let coverage = try archive.reportedYears(everyYear)
        let (townships, rows) = try Self.roster(archive, everyYear, coverage.places)
        self.townships = townships
        isTownship = townships.map(\.isTownship)
        isOfNamed = !filter.townships.isEmpty
        let years = (filter.years.isEmpty ? Set(coverage.entries.map(\.year)) : filter.years).sorted()
        self.years = years
        let column = Dictionary(uniqueKeysWithValues: zip(years, years.indices))
        var reports = [Int64?](repeating: nil, count: townships.count * years.count)
        var walk: (reports: [Int64], cells: [Int]) = ([], [])
        for entry in coverage.order.map({ coverage.entries[$0] }) {
            guard let year = column[entry.year] else { continue }
            let cell = rows[entry.place] * years.count + year
            reports[cell] = entry.report
            walk.reports.append(entry.report)
            walk.cells.append(cell)
        }
        self.reports = reports
        self.walk = walk
        unread = try archive.unreadIndicators(filter)
        try keep(indicators)
    }

    /// Those that reported, with the others of their counties that the archive knows, whose reports are missing; and
    /// the rows of those that reported.
    private static func roster(
        _ archive: Archive, _ filter: Filter, _ reported: [Place]
    ) throws -> (places: [Place], rows: [Int]) {
        let counties = Set(reported.map(\.county))
        let known = try archive.places(filter).filter { counties.contains($0.county) }
        let rows = Dictionary(zip(known, known.indices), uniquingKeysWith: { first, _ in first })
        let places = reported.compactMap { rows[$0] }
        // As of an earlier day there may be reports of places that are gone.
        return places.count == reported.count ? (known, places) : (reported, Array(reported.indices))
    }

    /// Some of its townships, and no figures.
    init(_ grid: ComparisonGrid, townships rows: Range<Int>) {
        (archive, moment, years, unread) = (grid.archive, grid.moment, grid.years, grid.unread)
        townships = Array(grid.townships[rows])
        isTownship = Array(grid.isTownship[rows])
        isOfNamed = grid.isOfNamed
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

    /// What all of its townships are together, on a page of one county.
    var whole: Phrase { isOfNamed ? Phrase(zh: "所选乡镇", en: "chosen townships") : Phrase(zh: "全县", en: "county") }

    /// Why there is no figure of an indicator.
    func gap(_ indicator: Indicator.ID, _ row: Int, _ year: Int) -> Gap {
        guard let report = report(row, year) else { return .noReport }
        return unread.contains(indicator, report: report) ? .notRead : .absent
    }

    /// How many townships have figures of any of the indicators, year by year.
    func counts(of indicators: [Indicator.ID]) -> [Int] {
        years.indices.map { year in
            townships.indices.count { row in indicators.contains { figure($0, row, year) != nil } }
        }
    }

    /// Townships and years without a report.
    var missing: [(place: Place, year: Int)] {
        townships.indices.filter { isTownship[$0] }.flatMap { row in
            years.indices.filter { !isReported(row, $0) }.map { (townships[row], years[$0]) }
        }
    }
}
