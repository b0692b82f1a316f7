import Values

/// The townships of one compared line in the order that a reader wants, with the rank of each.
struct ComparedOrder {
    /// Rows of the line, in order, cut to the first ones if so asked.
    let rows: [Int]
    /// By row of the line, from 1; equal numbers share a rank. What is no certain number has none, nor has the county's
    /// own report, which stands behind the townships.
    let ranks: [Int?]
    /// Townships whose number is approximate, so that they have no rank.
    let unranked: [Int]

    /// - Parameter changes: of each row.
    init(_ line: ComparedLine, grid: ComparisonGrid, options: ComparisonOptions, changes: [ComparedChange]) {
        let keys = Self.keys(line, grid, options, changes)
        let isTownship = grid.isTownship
        let sorted = keys.indices.sorted { first, second in
            if isTownship[first] != isTownship[second] { return isTownship[first] }
            return switch (keys[first].number, keys[second].number) {
            case (let first?, let second?) where first != second: first > second
            case (nil, _?): false
            case (_?, nil): true
            default: first < second
            }
        }
        let certain = sorted.filter { isTownship[$0] && keys[$0].number != nil && keys[$0].isCertain }
        // As among those that it is measured against: of what is better low, the lowest is first.
        let ranked = line.isBetterLow && options.ranksFigures ? certain.reversed() : certain
        var ranks = [Int?](repeating: nil, count: keys.count)
        for (position, row) in ranked.enumerated() {
            let above = position > 0 ? ranked[position - 1] : row
            ranks[row] = position > 0 && keys[above].number == keys[row].number ? ranks[above] : position + 1
        }
        self.ranks = ranks
        unranked = keys.indices.filter { isTownship[$0] && keys[$0].number != nil && !keys[$0].isCertain }
        // The first ones by name would be no answer: who asks for the top wants the largest, of the townships.
        guard let top = options.top else {
            rows = options.order == .name ? Array(keys.indices) : sorted
            return
        }
        rows = Array(sorted.filter { isTownship[$0] }.prefix(top))
    }

    /// What rows are put in order by.
    private typealias Key = (number: ExactNumber?, isCertain: Bool)

    private static func keys(
        _ line: ComparedLine, _ grid: ComparisonGrid, _ options: ComparisonOptions, _ changes: [ComparedChange]
    ) -> [Key] {
        func numbers(_ year: Int?) -> [Key] {
            guard let year = year ?? grid.years.indices.last else { return line.cells.map { _ in (nil, false) } }
            return line.cells.map { ($0[year].exact, $0[year].isCertain) }
        }
        return switch options.order {
        case .name: numbers(nil)
        case .value(let year): numbers(grid.years.firstIndex { $0 == year })
        case .change: changes.map { ($0.exact, $0.isCertain) }
        case .percent: changes.map { ($0.part, $0.isCertain) }
        }
    }
}

/// The change from a line's first year to its last; nil where there is none to tell.
struct ComparedChange {
    /// Before it is rounded.
    private(set) var exact: ExactNumber?
    private var start: ExactNumber?
    private(set) var isApproximate = false
    /// Whether both ends have a place among others.
    private(set) var isCertain = false

    /// In the line's smallest unit.
    var change: Int64? { exact?.rounded() }
    /// In hundredths of a percent of what it was, to one tenth of a percent.
    var percent: Int64? {
        guard let tenths = part?.rounded(times: 1_000) else { return nil }
        let (hundredths, overflow) = tenths.multipliedReportingOverflow(by: 10)
        return overflow ? nil : hundredths
    }
    /// The change by what it was.
    var part: ExactNumber? { start.flatMap { exact?.divided(by: $0) } }

    init() {}

    init(from first: ComparedCell?, to last: ComparedCell?, _ breaks: EditionBreaks) {
        guard let first, let last, breaks.areComparable(first, last), let start = first.exact,
            let change = last.exact?.subtracting(start), change.rounded() != nil
        else { return }
        (exact, self.start) = (change, start)
        isApproximate = first.amount?.qualifier != nil || last.amount?.qualifier != nil
        isCertain = first.isCertain && last.isCertain
    }
}
