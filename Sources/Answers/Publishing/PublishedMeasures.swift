import Catalogue
import Checks
import Output
import Storage
import Values

/// What measures come to in every report of an archive, and their quartiles, as rows of a publication.
struct PublishedMeasures {
    private let archive: Archive
    private let measures: MeasureList
    private let indicators: IndicatorList
    /// By name.
    private let counties: [String: Int64]

    init(_ archive: Archive, _ measures: MeasureList, counties: [String: Int64]) {
        self.archive = archive
        self.measures = measures
        self.counties = counties
        indicators = archive.indicators
    }

    /// One measure after the other, and some thousand townships, so that these alone are in memory.
    func write(_ add: (PublishedTable, [SQLValue]) throws -> Void) throws {
        let walk = MeasureWalk(archive, Array(measures), filter: Filter())
        let whole = try walk.operands()
        var (id, benchmarks): (Int64, Int64) = (0, 0)
        for measure in measures {
            id += 1
            try add(.measure, row(id, measure))
            var numbers: [[ExactNumber?]] = []
            try walk.lines(of: measure, over: whole) { line, grid in
                for (row, cells) in line.cells.enumerated() {
                    for (year, cell) in cells.enumerated() {
                        guard let report = grid.report(row, year), let state = MeasureState(cell) else { continue }
                        let variant = walk.breaks.number(cell.succession, of: measure)
                        try add(.measureValue, values(id, report, cell, state: state, variant, line.scale))
                    }
                }
                numbers += line.cells.map { $0.map { $0.isCertain ? $0.exact : nil } }
            }
            for row in quartiles(numbers, whole.grid) {
                benchmarks += 1
                try add(.benchmark, [.integer(benchmarks), .integer(id)] + row)
            }
        }
    }

    private func row(_ id: Int64, _ measure: Measure) -> [SQLValue] {
        let definition = MeasureWording(measure, indicators).definition
        return [
            .integer(id), .text(measure.code), .text(measure.label.zh), .text(measure.label.en),
            .text(measure.unit.name), .integer(measure.unit.scale.divisor), .text(measure.better.rawValue),
            .text(measure.formulas.first.map(MeasureWording.codes) ?? ""), .text(definition.zh), .text(definition.en),
            .text(measure.source), measure.told.map(SQLValue.text) ?? .null,
        ]
    }

    private func values(
        _ id: Int64, _ report: Int64, _ cell: ComparedCell, state: MeasureState, _ variant: Int, _ scale: Scale
    ) -> [SQLValue] {
        func integer(_ value: Int64?) -> SQLValue { value.map(SQLValue.integer) ?? .null }
        let value = cell.amount?.value
        let range = cell.range
        return [
            .integer(id), .integer(report), .text(state.rawValue), integer(value), integer(range?.lower),
            integer(range?.upper),
            .integer(cell.isOverFew ? 1 : 0), .integer(Int64(variant)),
            value.map { .text(scale.digits($0)) } ?? .null, .integer(cell.isCorrected ? 1 : 0),
        ]
    }

    /// Of each year those of the whole archive and of each county: year, county, reports, those left out, quartiles.
    ///
    /// - Parameter numbers: what a measure comes to by township and year, where it is one number.
    private func quartiles(_ numbers: [[ExactNumber?]], _ grid: ComparisonGrid) -> [[SQLValue]] {
        let rows = grid.townships.indices.filter { grid.isTownship[$0] }
        let groups: [(county: SQLValue, rows: [Int])] =
            [(.null, rows)]
            + Dictionary(grouping: rows) { grid.townships[$0].county }.sorted { $0.key < $1.key }.compactMap { group in
                counties[group.key].map { (.integer($0), group.value) }
            }
        return grid.years.indices.flatMap { year in
            groups.compactMap { county, rows in
                let reports = rows.count { grid.isReported($0, year) }
                let values = rows.compactMap { numbers[$0][year] }
                guard let quartiles = Quartiles(values) else { return nil }
                let told = [quartiles.first, quartiles.median, quartiles.third].compactMap { $0.rounded(times: 100) }
                guard told.count == 3 else { return nil }
                return [
                    .integer(Int64(grid.years[year])), county, .integer(Int64(values.count)),
                    .integer(Int64(reports - values.count)),
                ] + told.map { .text(Scale.hundredths.digits($0)) }
            }
        }
    }
}
