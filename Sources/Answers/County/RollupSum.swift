import Catalogue
import Output
import Reports
import Storage
import Values

/// One indicator summed over a county's townships, with what the sum lacks.
struct RollupSum {
    let indicator: Indicator
    /// The sum of what was reported; nil where nothing was.
    let known: Amount?
    /// How many townships gave a number.
    let reporting: Int
    /// The townships that gave none.
    let missing: [Place]
    /// Those of them that said that it does not apply to them, so that the sum lacks nothing of theirs.
    let notApplicable: [Place]
    /// The townships whose number staff put in place of a report's.
    let corrected: [Place]
    /// Whether a township's report tells it itself, rather than in rows of another form.
    let isTold: Bool
    /// What the county's own report says.
    let countyOwn: Amount?
    /// Whether it lacks nothing.
    let isComplete: Bool
    /// Whether its numbers are changes, which may be below 0.
    private let isSigned: Bool
    private let isCorrected: Bool
    private let isUnproved: Bool

    init(_ indicator: Indicator, isSigned: Bool, _ line: ComparedLine, grid: ComparisonGrid) {
        self.indicator = indicator
        self.isSigned = isSigned
        let cells = line.cells.map { $0.first ?? ComparedCell(.none) }
        let total = line.totals.first ?? ComparedTotal()
        known = total.cell.amount
        reporting = total.count
        let townships = cells.indices.filter { grid.isInRoster($0, 0) }
        missing = townships.filter { cells[$0].amount == nil }.map { grid.townships[$0] }
        notApplicable = townships.filter { cells[$0].isNotApplicable }.map { grid.townships[$0] }
        corrected = townships.filter { cells[$0].isCorrected }.map { grid.townships[$0] }
        isTold = townships.contains { cells[$0].amount != nil && cells[$0].succession == nil }
        isComplete = townships.allSatisfy { row in
            if case .known = cells[row].content { true } else { cells[row].isNotApplicable }
        }
        isCorrected = if case .known(_, true) = total.cell.content { true } else { false }
        isUnproved = total.cell.isUnprovedRecognition
        countyOwn = Self.countyOwn(cells, grid)
    }

    /// Of several, as after a merge of counties, that of the name which the county bears now.
    private static func countyOwn(_ cells: [ComparedCell], _ grid: ComparisonGrid) -> Amount? {
        let own = cells.indices.filter { cells[$0].amount != nil && grid.townships[$0].isCounty(by: grid.countyNames) }
        let named = own.first { grid.townships[$0].isCounty(by: CountyNames()) }
        return (named ?? own.first).flatMap { cells[$0].amount }
    }

    /// The sum, marked where it is not the whole; nothing but a gap where no township gave a number.
    var entry: Entry {
        guard let known else { return .gap(.absent) }
        var number = Number(known, indicator.unit.displayScale, isCorrected: isCorrected)
        number.isUnproved = isUnproved
        if !isComplete { number.bound = canShrink ? .open : .atLeast }
        return .number(number)
    }

    /// What programs are told of the bound: nothing where the sum is the whole, and exact.
    var boundWord: Entry {
        guard let known, !isComplete || known.qualifier != nil else { return .empty }
        let bound: Number.Bound = canShrink ? .open : .atLeast
        return .word(bound.code, bound.words)
    }

    /// Whether what is missing could make the total smaller: a change may be negative, and about is not at least.
    private var canShrink: Bool {
        isSigned || known?.qualifier == .about || known?.qualifier == .lessThan
    }
}
