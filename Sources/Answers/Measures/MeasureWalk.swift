import Catalogue
import Checks
import Output
import Storage
import Values

/// Measures over the reports that a filter admits, one measure after the other, so that one is in memory at a time.
struct MeasureWalk {
    private let archive: Archive
    private let measures: [Measure]
    private let filter: Filter
    let breaks: EditionBreaks

    init(_ archive: Archive, _ measures: [Measure], filter: Filter) {
        self.archive = archive
        self.measures = measures
        self.filter = filter
        breaks = EditionBreaks([], indicators: archive.indicators, acrossEditions: false, measures: measures)
    }

    /// One measure of one report.
    struct Item {
        let measure: Measure
        let place: Place
        let year: Int
        let report: Int64
        let cell: ComparedCell
        let state: MeasureState
    }

    /// Townships whose figures are in memory at a time.
    private static let block = 5000

    /// Hands over a measure's lines over some thousand townships after the other, with these.
    ///
    /// - Parameter whole: see `operands`.
    func lines(
        of measure: Measure, over whole: MeasureOperands, _ body: (ComparedLine, ComparisonGrid) throws -> Void
    ) throws {
        let count = whole.grid.townships.count
        for start in stride(from: 0, to: count, by: Self.block) {
            var operands = MeasureOperands(whole, townships: start..<min(start + Self.block, count))
            try operands.keep([measure])
            try body(ComparedLine(measure, of: operands, breaks), operands.grid)
        }
    }

    /// Hands over each measure of each report that tells figures for it, one measure after the other.
    func items(_ body: (Item) throws -> Void) throws {
        let whole = try operands()
        for measure in measures {
            try lines(of: measure, over: whole) { try Self.items(measure, $0, $1, body) }
        }
    }

    /// The figures of none of the measures yet, over all townships.
    func operands() throws -> MeasureOperands {
        try MeasureOperands(archive, over: measures, grid: ComparisonGrid(archive, filter: filter), filter: filter)
    }

    /// Hands over the same of some townships.
    func items(of townships: MeasureOperands, _ body: (Item) throws -> Void) throws {
        var operands = townships
        for measure in measures {
            try operands.keep([measure])
            try Self.items(measure, ComparedLine(measure, of: operands, breaks), operands.grid, body)
        }
    }

    private static func items(
        _ measure: Measure, _ line: ComparedLine, _ grid: ComparisonGrid, _ body: (Item) throws -> Void
    ) throws {
        for (row, cells) in line.cells.enumerated() {
            for (year, cell) in cells.enumerated() {
                guard let report = grid.report(row, year), let state = MeasureState(cell) else { continue }
                try body(
                    Item(
                        measure: measure, place: grid.townships[row], year: grid.years[year], report: report,
                        cell: cell, state: state))
            }
        }
    }
}

/// What a measure of a report is. Raw values are the words of CSV and SQL.
enum MeasureState: String {
    case exact
    case rounded
    case interval
    case undefined
    case uncertain
    case blank
    case notApplicable = "not_applicable"
    case unreadable

    /// Nil where the report tells nothing that it could be worked out of.
    init?(_ cell: ComparedCell) {
        switch cell.content {
        case .known(let amount, _): self = amount.qualifier == nil ? .exact : .rounded
        case .range: self = .interval
        case .gap(.undefined): self = .undefined
        case .gap(.uncertain): self = .uncertain
        case .gap(.blank): self = .blank
        case .gap(.notApplicable): self = .notApplicable
        case .gap(.unreadable): self = .unreadable
        case .gap, .none: return nil
        }
    }

    var words: Phrase {
        switch self {
        case .exact: Phrase(zh: "准确", en: "exact")
        case .rounded: Phrase(zh: "按约写的金额算", en: "of rounded money")
        case .interval: Phrase(zh: "区间", en: "interval")
        case .undefined: Phrase(zh: "分母为0", en: "over 0")
        case .uncertain: Phrase(zh: "不定", en: "uncertain")
        case .blank: Phrase(zh: "空白", en: "blank")
        case .notApplicable: Phrase(zh: "不适用", en: "not applicable")
        case .unreadable: Phrase(zh: "无法识别", en: "unreadable")
        }
    }
}
