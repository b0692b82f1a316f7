import Catalogue
import Output
import Reports
import Storage
import Values

/// The figures of some indicators laid out by township and year, with what was reported at all.
struct ComparisonGrid {
    let indicators: [Indicator]
    let years: [Int]
    let townships: [Place]
    /// For each township and year, the report, if there is one.
    private let reports: [[Int64?]]
    private let unread: UnreadIndicators
    /// By code.
    private let placeOf: [String: Int]
    /// For each township, whether it is one, and not the county's own report, which no sum over townships may hold.
    let isTownship: [Bool]
    private var columns: [String: [[StatedFigure?]]] = [:]

    /// - Parameter filter: its townships are shown for all of its years, even where they reported nothing.
    init(_ archive: Archive, codes: Set<String>, filter: Filter) throws {
        indicators = archive.indicators
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

        let places = archive.indicators.indices.filter { codes.contains(archive.indicators[$0].code) }
        placeOf = Dictionary(places.map { (archive.indicators[$0].code, $0) }) { first, _ in first }
        let empty = coverage.places.map { _ in [StatedFigure?](repeating: nil, count: years.count) }
        for place in places { columns[indicators[place].code] = empty }
        // The figures come in the order of the townships, indicator by indicator.
        for figures in try archive.comparison(indicators: places, filter).chunked(by: \.indicator) {
            guard let indicator = figures.first?.indicator else { continue }
            var cells = empty
            var row = 0
            for figure in figures {
                while row < townships.count, townships[row] != figure.place { row += 1 }
                guard row < townships.count, let year = column[figure.year] else { continue }
                cells[row][year] = figure
            }
            columns[indicators[indicator].code] = cells
        }
    }

    /// By township and year; nil for an indicator that was not asked for.
    func column(_ code: String) -> [[StatedFigure?]]? { columns[code] }

    func figure(_ code: String, _ row: Int, _ year: Int) -> StatedFigure? { columns[code]?[row][year] }

    func isReported(_ row: Int, _ year: Int) -> Bool { reports[row][year] != nil }

    /// Why there is no figure of an indicator.
    func gap(_ code: String, _ row: Int, _ year: Int) -> Gap {
        guard let report = reports[row][year] else { return .noReport }
        return placeOf[code].map { unread.contains($0, report: report) } == true ? .notRead : .absent
    }

    /// How many townships have figures of any of the codes, year by year.
    func counts(of codes: [String]) -> [Int] {
        years.indices.map { year in
            townships.indices.count { row in codes.contains { figure($0, row, year) != nil } }
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
