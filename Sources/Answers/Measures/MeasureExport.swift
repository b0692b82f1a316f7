import Catalogue
import Checks
import Output
import Storage
import Values

/// Measures as rows of an export, behind its figures.
struct MeasureExport {
    let measures: [Measure]
    private let walk: MeasureWalk
    /// By report.
    private let editions: [Int64: String]

    /// What measures say besides the columns that figures have.
    static let columns = [
        Column("lower", Phrase(zh: "不小于", en: "lower"), .number),
        Column("upper", Phrase(zh: "不大于", en: "upper"), .number),
        Column("few", Phrase(zh: "分母不足10", en: "few")),
        Column("of_corrected", Phrase(zh: "由更正过的数算得", en: "of corrected figures")),
    ]

    init(_ archive: Archive, _ measures: [Measure], filter: Filter) throws {
        self.measures = measures
        walk = MeasureWalk(archive, measures, filter: filter)
        editions = try archive.editions(filter)
    }

    /// A row for each measure of each report that tells figures for it: the eleven columns of the contract, as many
    /// as stand between, and those of measures. The source is the formula. Of those between, the first says once more
    /// what the measure comes to where a corrected figure is in it.
    func writeRows(_ language: Language, blanks: Int, codes: DivisionCodes?, _ add: ([Entry]) throws -> Void) throws {
        try walk.items { item in
            let (measure, cell) = (item.measure, item.cell)
            let variant = walk.breaks.number(cell.succession, of: measure)
            func number(_ value: Int64?) -> Entry {
                value.map { .number(Number($0, measure.unit.scale)) } ?? .empty
            }
            var row: [Entry] = [
                .text(item.place.county), .text(item.place.township), .year(item.year), .text(measure.code),
                .text(measure.label[language]), number(cell.amount?.value), .text(measure.unit.name),
                .word(item.state.rawValue, item.state.words), .qualifier(cell.amount?.qualifier),
                .edition(editions[item.report] ?? ""), .text(MeasureWording.codes(measure.formulas[variant])),
            ]
            row += [cell.isCorrected ? number(cell.amount?.value) : .empty]
            row += Array(repeating: .empty, count: blanks - 1)
            if let codes { row += codes.entries(item.place) }
            try add(
                row + [
                    number(cell.range?.lower), number(cell.range?.upper), .flag(cell.isOverFew),
                    .flag(cell.isCorrected),
                ])
        }
    }

    /// What each measure comes to, report by report.
    func wide() throws -> WideMeasures { try WideMeasures(walk, measures) }
}

/// What each measure comes to in one report after the other, worked out for some hundred townships at a time.
struct WideMeasures {
    private static let block = 500

    private let walk: MeasureWalk
    private let measures: [Measure]
    private let places: [String: Int]
    private let whole: MeasureOperands
    private let townships: [Place: Int]
    /// Which townships are at hand, and by report their entries.
    private var current: (block: Int, entries: [Int64: Row])?

    /// Of one report.
    struct Row {
        /// In the order of the measures.
        var entries: [Entry]
        /// The codes of those that corrected figures are in.
        var corrected: [String] = []
    }

    init(_ walk: MeasureWalk, _ measures: [Measure]) throws {
        self.walk = walk
        self.measures = measures
        places = Dictionary(uniqueKeysWithValues: zip(measures.map(\.code), measures.indices))
        whole = try walk.operands()
        let all = whole.grid.townships
        townships = Dictionary(zip(all, all.indices), uniquingKeysWith: { first, _ in first })
    }

    mutating func row(ofReport report: Int64, _ place: Place) throws -> Row {
        let none = Row(entries: Array(repeating: .gap(.absent), count: measures.count))
        guard let row = townships[place] else { return none }
        let block = row / Self.block
        if current?.block != block { current = (block, try entries(ofBlock: block, none)) }
        return current?.entries[report] ?? none
    }

    private func entries(ofBlock block: Int, _ none: Row) throws -> [Int64: Row] {
        let rows = block * Self.block..<min((block + 1) * Self.block, whole.grid.townships.count)
        var result: [Int64: Row] = [:]
        try walk.items(of: MeasureOperands(whole, townships: rows)) { item in
            guard let place = places[item.measure.code] else { return }
            let entry = item.cell.entry(item.measure.unit.scale, isForPeople: false)
            result[item.report, default: none].entries[place] = entry
            if item.cell.isCorrected { result[item.report, default: none].corrected.append(item.measure.code) }
        }
        return result
    }
}
