import Catalogue
import Output
import Values

/// The indicators as a list: code, label, unit, and the editions of the form that have them.
package enum IndicatorSheets {
    package static func list(_ ids: [Indicator.ID], codebook: Codebook, language: Language) -> Sheet {
        var sheet = Sheet(columns: [
            Column("code", Phrase(zh: "代码", en: "code")), Columns.label, Columns.unit,
            Column("editions", Phrase(zh: "表样", en: "editions")),
        ])
        sheet.rows = ids.map { id in
            let indicator = codebook.indicators[id]
            let editions = codebook.editions(of: indicator.code)
            return [
                .text(indicator.code), .text(indicator.label[language]), .text(indicator.unit.rawValue),
                editions.isEmpty ? .edition(Edition.none) : .text(editions.joined(separator: ";")),
            ]
        }
        return sheet
    }
}
