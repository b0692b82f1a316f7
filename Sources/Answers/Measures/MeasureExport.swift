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
        editions = Dictionary(
            try archive.reports(filter).map { ($0.id, $0.edition) }, uniquingKeysWith: { first, _ in first })
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

    /// By report, what each measure comes to, in their order.
    func wide() throws -> [Int64: [Entry]] {
        var result: [Int64: [Entry]] = [:]
        let places = Dictionary(uniqueKeysWithValues: zip(measures.map(\.code), measures.indices))
        try walk.items { item in
            guard let place = places[item.measure.code] else { return }
            let scale = item.measure.unit.scale
            let entry: Entry =
                switch item.cell.content {
                case .known(let amount, let isCorrected): .number(Number(amount, scale, isCorrected: isCorrected))
                case .range(let range): RangeText.entry(range, scale, isForPeople: false)
                case .gap(let gap): .gap(gap)
                case .none: .empty
                }
            result[item.report, default: Array(repeating: .gap(.absent), count: measures.count)][place] = entry
        }
        return result
    }
}
