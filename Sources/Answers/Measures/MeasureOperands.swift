import Catalogue
import Checks
import Output
import Storage
import Values

/// The figures that measures are worked out of, by township and year, those of earlier years among them.
struct MeasureOperands {
    /// The townships and years that are shown.
    let grid: ComparisonGrid
    /// The same townships over all years that are looked at.
    private var figures: ComparisonGrid
    /// By year, where it stands in `figures`.
    private let columns: [Int: Int]
    private let indicators: IndicatorList

    /// - Parameter grid: what is shown; measures look at the same townships.
    init(_ archive: Archive, _ measures: [Measure], grid: ComparisonGrid, filter: Filter) throws {
        try self.init(archive, over: measures, grid: grid, filter: filter)
        try keep(measures)
    }

    /// As far back as some measures look, and none of their figures yet.
    init(_ archive: Archive, over measures: [Measure], grid: ComparisonGrid, filter: Filter) throws {
        self.grid = grid
        indicators = archive.indicators
        let reach = measures.reduce(0) { max($0, $1.reach) }
        var wide = filter
        // Without years the filter admits all.
        wide.years = Set(filter.years.flatMap { year in (0...reach).map { year - $0 } })
        figures = try wide.years == filter.years ? grid : ComparisonGrid(archive, filter: wide, of: grid.townships)
        columns = Dictionary(uniqueKeysWithValues: zip(figures.years, figures.years.indices))
    }

    /// The same of some of the townships, and no figures.
    init(_ operands: MeasureOperands, townships rows: Range<Int>) {
        grid = ComparisonGrid(operands.grid, townships: rows)
        figures = ComparisonGrid(operands.figures, townships: rows)
        (columns, indicators) = (operands.columns, operands.indicators)
    }

    /// Reads what these measures are worked out of, and lets go of all else.
    mutating func keep(_ measures: [Measure]) throws {
        let codes = Set(measures.flatMap(\.formulas).flatMap(\.terms).map(\.code))
        try figures.keep(Set(codes.compactMap(indicators.id(of:))))
    }

    /// What a measure comes to for a township in one of the years shown.
    func cell(_ measure: Measure, _ row: Int, _ year: Int, _ breaks: EditionBreaks) -> ComparedCell {
        guard grid.isReported(row, year) else { return ComparedCell(.gap(grid.lack(row, year))) }
        let year = grid.years[year]
        let chosen = measure.formulas.firstIndex { formula in
            formula.terms.allSatisfy { figure($0, row, year) != nil }
        }
        guard let chosen else { return ComparedCell(.gap(absence(measure, row, year))) }
        let formula = measure.formulas[chosen]
        let succession = breaks.variant(chosen, of: measure)
        let operands = formula.terms.compactMap { figure($0, row, year).map(ComparedCell.init) }
        // What does not apply adds nothing to a sum of what does, as in the sums of indicators, on either side.
        let hollow = [formula.sum, formula.over].compactMap { $0?.terms }.filter { terms in
            !terms.contains { known($0, row, year) != nil }
        }
        let sides = MeasuredSides(formula) { term in
            let isNone = figure(term, row, year).map(ComparedCell.init)?.isNotApplicable == true
            return isNone && !hollow.contains { $0.contains(term) } ? Amount(value: 0) : known(term, row, year)
        }
        guard let sides else {
            return ComparedCell(.gap(Self.gravest(operands)), succession: succession)
        }
        var cell = ComparedCell(measure, sides, isCorrected: operands.contains(where: \.isCorrected))
        cell.succession = succession
        return cell
    }

    private func figure(_ term: Term, _ row: Int, _ year: Int) -> ToldFigure? {
        guard let id = indicators.id(of: term.code), let column = columns[year + term.yearOffset] else { return nil }
        return figures.figure(id, row, column)
    }

    /// The number that counts; nil where there is none, and where it was recognised and nothing proves it.
    private func known(_ term: Term, _ row: Int, _ year: Int) -> Amount? {
        guard let figure = figure(term, row, year) else { return nil }
        let cell = ComparedCell(figure)
        return cell.isUnprovedRecognition ? nil : cell.amount
    }

    /// Why nothing can be worked out though every operand is told.
    private static func gravest(_ operands: [ComparedCell]) -> Gap {
        let gaps = operands.compactMap { if case .gap(let gap) = $0.content { gap } else { nil } }
        return [.unreadable, .blank, .notApplicable].first(where: gaps.contains) ?? .uncertain
    }

    /// Whether a report was not read for an operand, or does not mention one.
    private func absence(_ measure: Measure, _ row: Int, _ year: Int) -> Gap {
        let isUnread = measure.formulas.first?.terms.contains { term in
            guard figure(term, row, year) == nil, let column = columns[year + term.yearOffset] else { return false }
            return indicators.id(of: term.code).map { figures.gap($0, row, column) == .notRead } ?? true
        }
        return isUnread == true ? .notRead : .absent
    }
}

extension ComparedCell {
    /// A measure with the figures in place.
    init(_ measure: Measure, _ sides: MeasuredSides, isCorrected: Bool) {
        let measurement = measure.measurement(sides)
        switch measurement {
        case .undefined: self.init(.gap(.undefined))
        case .exact(let value): self.init(.known(Amount(value: value), isCorrected: isCorrected))
        case .rounded(let value, _):
            self.init(.known(Amount(value: value, qualifier: .about), isCorrected: isCorrected))
        case .between(let range):
            self.init(range.lower == nil && range.upper == nil ? .gap(.uncertain) : .range(range))
        }
        measured = Measured(
            sides: sides, range: measurement.range, quotient: measure.quotient(sides),
            isCorrected: isCorrected)
        isOverFew = measure.isOverFew(sides)
    }
}

extension ComparedLine {
    /// A measure; its totals are those of its two sides over the townships that it is known of.
    init(_ measure: Measure, of operands: MeasureOperands, _ breaks: EditionBreaks) {
        let grid = operands.grid
        self.measure = measure
        code = measure.code
        label = measure.label
        unit = measure.unit.name
        scale = measure.unit.scale
        let cells = grid.townships.indices.map { row in
            grid.years.indices.map { operands.cell(measure, row, $0, breaks) }
        }
        self.cells = cells
        let isSum = measure.formulas.allSatisfy { $0.over == nil }
        let canShrink = measure.formulas.contains { $0.sum.terms.contains { $0.coefficient < 0 } }
        totals = grid.years.indices.map { year in
            let column = cells.map { $0[year] }
            let total = ComparedTotal(measuring: measure, column, where: grid.isTownship)
            return isSum ? total.bounded(column, where: grid.isTownship, canShrink: canShrink) : total
        }
    }
}

extension ComparedTotal {
    /// What a measure comes to over all townships that it is known of.
    init(measuring measure: Measure, _ cells: [ComparedCell], where admits: [Bool]) {
        self.init()
        includes = cells.indices.map { cells[$0].sides != nil && admits[$0] }
        let chosen = zip(cells, includes).filter(\.1).map(\.0)
        guard var sides = chosen.first?.sides else { return }
        for cell in chosen.dropFirst() { if let other = cell.sides { sides.add(other) } }
        cell = ComparedCell(measure, sides, isCorrected: chosen.contains(where: \.isCorrected))
        cell.succession = chosen.compactMap(\.succession).first
    }
}
