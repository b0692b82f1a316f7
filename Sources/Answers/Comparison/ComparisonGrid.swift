import Catalogue
import Output
import Reports
import Storage
import Values

/// The figures of some indicators laid out by township and year, with what was reported at all.
struct ComparisonGrid {
    let years: [Int]
    let townships: [Place]
    /// For each township and year, the report, if there is one.
    private let reports: [[Int64?]]
    private let unread: UnreadIndicators
    /// For each township, whether it is one, and not the county's own report, which no sum over townships may hold.
    let isTownship: [Bool]
    private var columns: [Indicator.ID: [[StatedFigure?]]] = [:]

    /// - Parameter filter: its townships are shown for all of its years, even where they reported nothing.
    init(_ archive: Archive, _ indicators: Set<Indicator.ID>, filter: Filter) throws {
        var everyYear = filter
        everyYear.years = []
        let coverage = try archive.reportedYears(everyYear)
        townships = coverage.places
        isTownship = coverage.places.map { !$0.isCounty }
        let years = (filter.years.isEmpty ? Set(coverage.entries.map(\.year)) : filter.years).sorted()
        self.years = years
        let column = Dictionary(uniqueKeysWithValues: zip(years, years.indices))
        var reports = coverage.places.map { _ in [Int64?](repeating: nil, count: years.count) }
        for entry in coverage.entries {
            if let year = column[entry.year] { reports[entry.place][year] = entry.report }
        }
        self.reports = reports
        unread = try archive.unreadIndicators()

        let empty = coverage.places.map { _ in [StatedFigure?](repeating: nil, count: years.count) }
        for indicator in indicators { columns[indicator] = empty }
        // The figures come in the order of the townships, indicator by indicator.
        for figures in try archive.comparison(indicators.sorted(), filter).chunked(by: \.indicator) {
            guard let indicator = figures.first?.indicator else { continue }
            var cells = empty
            var row = 0
            for figure in figures {
                while row < townships.count, townships[row] != figure.place { row += 1 }
                guard row < townships.count, let year = column[figure.year] else { continue }
                cells[row][year] = figure
            }
            columns[indicator] = cells
        }
    }

    /// By township and year; nil for an indicator that was not asked for.
    func column(_ indicator: Indicator.ID) -> [[StatedFigure?]]? { columns[indicator] }

    func figure(_ indicator: Indicator.ID, _ row: Int, _ year: Int) -> StatedFigure? { columns[indicator]?[row][year] }

    func isReported(_ row: Int, _ year: Int) -> Bool { reports[row][year] != nil }

    func report(_ row: Int, _ year: Int) -> Int64? { reports[row][year] }

    /// The first and the last of the years that there are reports of, where these are two.
    var ends: (first: Int, last: Int)? {
        let reported = years.indices.filter { year in reports.contains { $0[year] != nil } }
        guard let first = reported.first, let last = reported.last, first < last else { return nil }
        return (first, last)
    }

    /// The last of the years that there are reports of.
    var lastReported: Int? {
        years.indices.last { year in reports.contains { $0[year] != nil } }.map { years[$0] }
    }

    /// Why there is no figure of an indicator.
    func gap(_ indicator: Indicator.ID, _ row: Int, _ year: Int) -> Gap {
        guard let report = reports[row][year] else { return .noReport }
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
        townships.indices.flatMap { row in
            years.indices.filter { reports[row][$0] == nil }.map { (townships[row], years[$0]) }
        }
    }
}

extension Array {
    /// Its stretches of neighbours that are alike in something.
    fileprivate func chunked<Value: Equatable>(by value: (Element) -> Value) -> [ArraySlice<Element>] {
        var result: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices.dropFirst() where value(self[index]) != value(self[index - 1]) {
            result.append(self[start..<index])
            start = index
        }
        return isEmpty ? [] : result + [self[start...]]
    }
}
