/// The townships of one compared line in the order that a reader wants, with the rank of each.
struct ComparedOrder {
    /// Rows of the line, in order, cut to the first ones if so asked.
    let rows: [Int]
    /// By row of the line, from 1; equal numbers share a rank, and what is no number has none.
    let ranks: [Int?]

    init(_ line: ComparedLine, years: [Int], options: ComparisonOptions, changes: [ComparedChange]) {
        let last = line.cells.map { $0.last?.amount?.value }
        let keys: [Int64?] =
            switch options.order {
            case .name: last
            case .value(let year):
                years.firstIndex { $0 == year }.map { year in line.cells.map { $0[year].amount?.value } } ?? last
            case .change: changes.map(\.change)
            case .percent: changes.map(\.percent)
            }
        let sorted = keys.indices.sorted { first, second in
            switch (keys[first], keys[second]) {
            case (let first?, let second?) where first != second: first > second
            case (nil, _?): false
            case (_?, nil): true
            default: first < second
            }
        }
        var ranks = [Int?](repeating: nil, count: keys.count)
        for (position, row) in sorted.enumerated() where keys[row] != nil {
            let above = position > 0 ? sorted[position - 1] : row
            ranks[row] = position > 0 && keys[above] == keys[row] ? ranks[above] : position + 1
        }
        self.ranks = ranks
        // The first ones by name would be no answer: who asks for the top wants the largest.
        let isByName = options.order == .name && options.top == nil
        rows = Array((isByName ? Array(keys.indices) : sorted).prefix(options.top ?? keys.count))
    }
}

/// The change from a line's first year to its last; nil where there is none to tell.
struct ComparedChange {
    var change: Int64?
    var percent: Int64?
    var isApproximate = false

    init() {}

    init(from first: ComparedCell?, to last: ComparedCell?, _ breaks: EditionBreaks) {
        guard let first, let last, breaks.areComparable(first, last), let start = first.amount, let end = last.amount
        else { return }
        let (change, overflow) = end.value.subtractingReportingOverflow(start.value)
        guard !overflow else { return }
        self.change = change
        percent = Percentage.hundredths(of: change, over: start.value)
        isApproximate = start.qualifier != nil || end.qualifier != nil
    }
}
