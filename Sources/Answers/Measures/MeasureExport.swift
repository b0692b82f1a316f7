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
    ]

    init(_ archive: Archive, _ measures: [Measure], filter: Filter) throws {
        self.measures = measures
        walk = MeasureWalk(archive, measures, filter: filter)
        editions = try archive.editions(filter)
    }

    /// A row for each measure of each report that tells figures for it: the eleven columns of the contract, as many
    /// empty ones as stand between, and those of measures. The source is the formula.
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
            row += Array(repeating: .empty, count: blanks)
            if let codes { row += codes.entries(item.place) }
            try add(row + [number(cell.range?.lower), number(cell.range?.upper), .flag(cell.isOverFew)])
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
    private var current: (block: Int, entries: [Int64: [Entry]])?

    init(_ walk: MeasureWalk, _ measures: [Measure]) throws {
        self.walk = walk
        self.measures = measures
        places = Dictionary(uniqueKeysWithValues: zip(measures.map(\.code), measures.indices))
        whole = try walk.operands()
        let all = whole.grid.townships
        townships = Dictionary(zip(all, all.indices), uniquingKeysWith: { first, _ in first })
    }

    /// In the order of the measures.
    mutating func entries(ofReport report: Int64, _ place: Place) throws -> [Entry] {
        let none = [Entry](repeating: .gap(.absent), count: measures.count)
        guard let row = townships[place] else { return none }
        let block = row / Self.block
        if current?.block != block { current = (block, try entries(ofBlock: block, none)) }
        return current?.entries[report] ?? none
    }

    private func entries(ofBlock block: Int, _ none: [Entry]) throws -> [Int64: [Entry]] {
        let rows = block * Self.block..<min((block + 1) * Self.block, whole.grid.townships.count)
        var result: [Int64: [Entry]] = [:]
        try walk.items(of: MeasureOperands(whole, townships: rows)) { item in
            guard let place = places[item.measure.code] else { return }
            let entry = item.cell.entry(item.measure.unit.scale, isForPeople: false)
            result[item.report, default: none][place] = entry
        }
        return result
    }
}
