import Catalogue
import Output
import Storage
import Values

/// What each code of a publication means: for its table `codebook`, and as a text for people.
struct CodebookRows {
    /// One indicator or measure.
    struct Item {
        var code: String
        var kind: String
        var label: Phrase
        var unit: String
        var scale: Int64
        /// Editions of the form, or `Edition.none`.
        var editions: [String]
        var definition: Phrase
        var source: String?
        /// What changed over the editions.
        var breaks: Phrase?
    }

    let items: [Item]

    init(_ codebook: Codebook, indicators: IndicatorList, measures: MeasureList) {
        let places = codebook.forms.map { ($0, CellPlaces($0)) }
        let breaks = EditionBreaks(codebook.successions, indicators: indicators, acrossEditions: false)
        items =
            indicators.map { indicator in
                let found = places.compactMap { form, places in places.place(of: indicator.code).map { (form, $0) } }
                let definition =
                    found.isEmpty
                    ? Phrase(zh: "正文叙述的数字", en: "told in sentences")
                    : Phrase(
                        zh: found.map { "\($0.0.edition)年表样：\($0.1.zh)" }.joined(separator: "；"),
                        en: found.map { "form of \($0.0.edition): \($0.1.en)" }.joined(separator: "; "))
                let crossed = breaks.sides.indices.filter { place in
                    indicators.id(of: indicator.code).map(breaks.sides[place].concern) == true
                }.map(breaks.footnote)
                return Item(
                    code: indicator.code, kind: "indicator", label: indicator.label, unit: indicator.unit.rawValue,
                    scale: indicator.unit.scale,
                    editions: found.isEmpty ? [Edition.none] : found.map(\.0.edition), definition: definition,
                    source: found.isEmpty ? nil : found.map(\.0.source).joined(separator: "；"),
                    breaks: Self.joined(crossed))
            }
            + measures.map { measure in
                let formula = MeasureWording(measure, indicators).formula
                let (label, better) = (measure.label, measure.better.words)
                return Item(
                    code: measure.code, kind: "measure", label: label, unit: measure.unit.name,
                    scale: measure.unit.scale.divisor, editions: Self.editions(measure, codebook),
                    definition: Phrase(zh: "\(formula.zh)，\(better.zh)", en: "\(formula.en); \(better.en)"),
                    source: measure.source, breaks: Self.joined(measure.formulas.compactMap(\.note)))
            }
    }

    private static func joined(_ phrases: [Phrase]) -> Phrase? {
        guard !phrases.isEmpty else { return nil }
        return Phrase(
            zh: phrases.map(\.zh).joined(separator: "；"), en: phrases.map(\.en).joined(separator: "; "))
    }

    /// Those that have all cells of one of its formulas.
    private static func editions(_ measure: Measure, _ codebook: Codebook) -> [String] {
        let cells = codebook.forms.map { ($0.edition, Set($0.codes)) }
        let anywhere = cells.reduce(Set<String>()) { $0.union($1.1) }
        let found = cells.filter { _, own in
            measure.formulas.contains { formula in
                formula.terms.allSatisfy { own.contains($0.code) || !anywhere.contains($0.code) }
                    && formula.terms.contains { own.contains($0.code) }
            }
        }.map(\.0)
        return found.isEmpty ? [Edition.none] : found
    }

    var rows: [[SQLValue]] {
        items.map { item in
            [
                .text(item.code), .text(item.kind), .text(item.label.zh), .text(item.label.en), .text(item.unit),
                .integer(item.scale), .text(item.editions.joined(separator: ";")), .text(item.definition.zh),
                .text(item.definition.en), item.source.map(SQLValue.text) ?? .null,
                (item.breaks?.zh).map(SQLValue.text) ?? .null, (item.breaks?.en).map(SQLValue.text) ?? .null,
            ]
        }
    }
}

/// Where a form has its cells, in both languages: table, row and column.
private struct CellPlaces {
    private var places: [String: Phrase] = [:]

    init(_ form: Form) {
        for cell in form.cells {
            let header = (cell.column.above + [cell.column.header]).map(\.phrase)
            let parts = [[cell.table.phrase], cell.path.map(\.phrase), header].filter { !$0.isEmpty }
            places[cell.code] = Phrase(
                zh: parts.map { $0.map(\.zh).joined(separator: "·") }.joined(separator: "，"),
                en: parts.map { $0.map(\.en).joined(separator: " · ") }.joined(separator: ", "))
        }
    }

    func place(of code: String) -> Phrase? { places[code] }
}
