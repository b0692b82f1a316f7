import Catalogue
import Checks
import Output
import Reports
import Storage
import Values

/// One thing that is compared, an indicator, the ratio of two, or a measure: its figures by township and year, and
/// their totals.
struct ComparedLine {
    /// Nil of a ratio and of a measure.
    var indicator: Indicator.ID?
    var measure: Measure?
    var code: String
    var label: Phrase
    var unit: String
    var scale: Scale
    /// The change of percentages is told in points.
    var isRate: Bool { measure?.isRate ?? (unit == Unit.percent.rawValue) }
    var isBetterLow: Bool { measure?.better == .lower }
    /// What the change of a rate is counted in: a point is a hundredth of the whole, or a thousandth.
    var points: (name: Phrase, short: Phrase) {
        unit == "‰"
            ? (Phrase(zh: "千分点", en: "per-mille points"), Phrase(zh: "千分点", en: "points of ‰"))
            : (Phrase(zh: "百分点", en: "percentage points"), Phrase(zh: "百分点", en: "points"))
    }
    /// Percentages of different wholes have no sum, unless the parts and the wholes are known.
    var hasTotals: Bool { !isRate || measure?.formulas.first?.over != nil }
    /// Whether no report says anything of it, not even that a cell is blank.
    var isUntold: Bool {
        cells.joined().allSatisfy { cell in
            switch cell.content {
            case .gap(.absent), .gap(.noReport), .gap(.noTownship): true
            default: false
            }
        }
    }
    /// By township and year, as in the grid.
    var cells: [[ComparedCell]]
    /// By year.
    var totals: [ComparedTotal]

    /// An indicator's own figures, and in reports of another form those that take its place there.
    init(_ id: Indicator.ID, in grid: ComparisonGrid, _ breaks: EditionBreaks) {
        let indicator = breaks.indicators[id]
        self.indicator = id
        code = indicator.code
        label = indicator.label
        unit = indicator.unit.rawValue
        scale = indicator.unit.displayScale
        cells = grid.townships.indices.map { row in
            grid.years.indices.map { year in
                if let figure = grid.figure(id, row, year) { return ComparedCell(figure) }
                if let cell = breaks.substitute(for: id, row, year, in: grid) { return cell }
                return ComparedCell(.gap(grid.gap(id, row, year)))
            }
        }
        totals = []
        guard !isRate else {
            totals = grid.years.map { _ in ComparedTotal() }
            return
        }
        totals = grid.years.indices.map { year in
            let column = cells.map { $0[year] }
            return ComparedTotal(summing: column, where: grid.isTownship).bounded(column, where: grid.isTownship)
        }
    }

    /// One line divided by another, township by township; the total is the quotient of their totals over the townships
    /// that have both.
    init(_ numerator: ComparedLine, per denominator: ComparedLine) {
        code = "\(numerator.code)/\(denominator.code)"
        label = Phrase(
            zh: "\(numerator.label.zh)÷\(denominator.label.zh)", en: "\(numerator.label.en) / \(denominator.label.en)")
        unit = "\(numerator.unit)/\(denominator.unit)"
        scale = .hundredths
        let isScaled = (numerator.scale, denominator.scale)
        cells = zip(numerator.cells, denominator.cells).map { above, below in
            zip(above, below).map { ComparedCell($0, dividedBy: $1, scales: isScaled) }
        }
        totals = numerator.totals.indices.map { year in
            let above = numerator.cells.map { $0[year] }
            let below = denominator.cells.map { $0[year] }
            let included = numerator.totals[year].includes
            let both = included.indices.map { included[$0] && below[$0].amount != nil }
            let total = ComparedTotal(summing: above, where: both)
            let divisor = ComparedTotal(summing: below, where: both)
            return ComparedTotal(
                cell: ComparedCell(total.cell, dividedBy: divisor.cell, scales: isScaled), includes: both)
        }
    }
}

extension ComparedLine {
    /// The number that decides a township's place among others: an interval has none, what is told as approximate
    /// neither, nor the county.
    func ranked(_ row: Int, _ column: Int, in grid: ComparisonGrid) -> ExactNumber? {
        grid.isTownship[row] && cells[row][column].isCertain ? cells[row][column].exact : nil
    }

    /// What it is about, where a sentence says itself that it tells a total: 本年度办理结果 of 本年度办理结果·总计·总计.
    var subject: Phrase {
        func stripped(_ label: String, _ endings: [String]) -> String {
            guard let ending = endings.first(where: label.hasSuffix) else { return label }
            return stripped(String(label.dropLast(ending.count)), endings)
        }
        return Phrase(zh: stripped(label.zh, ["·总计"]), en: stripped(label.en, [": total", ", total"]))
    }
}

/// The sum of a column, and whose figures are in it.
struct ComparedTotal {
    var cell = ComparedCell(.none)
    /// By township.
    var includes: [Bool] = []
    /// What it says of the true sum where it lacks what a report would tell; nil of a whole one, and of a ratio.
    private(set) var bound: Number.Bound?

    var count: Int { includes.count { $0 } }

    init() {}

    init(cell: ComparedCell, includes: [Bool]) {
        self.cell = cell
        self.includes = includes
    }

    init(summing cells: [ComparedCell], where admits: [Bool]? = nil) {
        includes = cells.indices.map { cells[$0].amount != nil && admits?[$0] != false }
        let chosen = zip(cells, includes).filter(\.1).map(\.0)
        let isCorrected = chosen.contains { if case .known(_, true) = $0.content { true } else { false } }
        guard !chosen.isEmpty, let sum = Amount.sum(of: chosen.compactMap(\.amount)) else { return }
        cell = ComparedCell(.known(sum, isCorrected: isCorrected))
        // One figure of another form makes the sum one of several forms.
        cell.succession = chosen.compactMap(\.succession).first
        cell.isUnprovedRecognition = chosen.contains(where: \.isUnprovedRecognition)
    }
}

extension ComparedTotal {
    /// A sum of what is known, with what it says of the true one: townships without a report, with a blank, with what
    /// was not read or not mentioned may have more.
    ///
    /// - Parameter canShrink: whether what is missing may be less than 0, besides what the numbers show.
    func bounded(_ cells: [ComparedCell], where isTownship: [Bool], canShrink: Bool = false) -> ComparedTotal {
        let isLacking = zip(cells, isTownship).contains { cell, isTownship in
            guard isTownship, case .gap(let gap) = cell.content else { return false }
            return switch gap {
            case .noReport, .blank, .unreadable, .notRead, .uncertain, .absent: true
            case .notApplicable, .undefined, .noTownship: false
            }
        }
        guard isLacking else { return self }
        let canShrink =
            canShrink
            || zip(cells, includes).contains { cell, isIncluded in
                guard isIncluded, let amount = cell.amount else { return false }
                let isLoose = cell.sides == nil && (amount.qualifier == .about || amount.qualifier == .lessThan)
                return amount.value < 0 || isLoose
            }
        var total = self
        switch cell.content {
        case .known: total.bound = canShrink ? .open : .atLeast
        case .range(let range):
            total.cell.content = .range(Measurement.Range(lower: canShrink ? nil : range.lower, upper: nil))
        case .gap, .none: break
        }
        return total
    }

    /// The same for programs, which see no qualifier: a sum of what is approximate is no more certain.
    var told: Number.Bound? {
        if let bound { return bound }
        guard cell.sides == nil, let qualifier = cell.amount?.qualifier else { return nil }
        return qualifier == .moreThan ? .atLeast : .open
    }

    /// As people see it.
    func entry(_ scale: Scale, explained: [Int] = []) -> Entry {
        let entry = cell.entry(scale, explained: explained, isForPeople: true)
        guard case .number(var number) = entry else { return entry }
        number.bound = bound
        return .number(number)
    }
}

extension ComparedCell {
    /// The quotient in hundredths, rounded half away from zero; where one side is no number, what it is instead.
    fileprivate init(
        _ numerator: ComparedCell, dividedBy denominator: ComparedCell, scales: (Scale, Scale)
    ) {
        let succession = numerator.succession ?? denominator.succession
        guard case .known(let above, let isCorrected) = numerator.content else {
            self.init(numerator.content, succession: succession)
            return
        }
        guard case .known(let below, let isAlsoCorrected) = denominator.content else {
            self.init(denominator.content, succession: succession)
            return
        }
        let scaled: Int64 =
            switch scales {
            case (.whole, .hundredths): 10_000
            case (.hundredths, .whole): 1
            default: 100
            }
        guard let value = ExactQuotient.rounded(above.value, times: scaled, over: below.value) else {
            self.init(.none, succession: succession)
            return
        }
        let isApproximate = above.qualifier != nil || below.qualifier != nil
        self.init(
            .known(
                Amount(value: value, qualifier: isApproximate ? .about : nil),
                isCorrected: isCorrected || isAlsoCorrected),
            succession: succession)
        measured = Measured(quotient: Quotient(above.value, times: scaled, over: below.value))
        isUnprovedRecognition = numerator.isUnprovedRecognition || denominator.isUnprovedRecognition
    }
}
