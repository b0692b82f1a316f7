import Catalogue
import Output
import Values

/// The measures as a list: what each is, how it is worked out, and who says so.
package enum MeasureSheets {
    /// - Parameter isForPeople: whether formulas are told by the names of indicators alone.
    package static func list(
        _ measures: [Measure], _ indicators: IndicatorList, isForPeople: Bool, language: Language
    ) -> Sheet {
        let code = Column("code", Phrase(zh: "代码", en: "code"))
        let better = Column("better", Phrase(zh: "方向", en: "better"))
        let definition = Column("definition", Phrase(zh: "计算方法", en: "definition"))
        let source = Column("source", Phrase(zh: "依据", en: "source"))
        let names = Column("synonyms", Phrase(zh: "别名", en: "synonyms"))
        guard !isForPeople else {
            var sheet = Sheet(columns: [Columns.label, Columns.unit, definition, better, source, names, code])
            sheet.rows = measures.map { measure in
                [
                    .text(measure.label[language]), .text(measure.unit.name),
                    .text(MeasureWording(measure, indicators).formula[language]),
                    .text(measure.better.words[language]), .text(measure.source), .list(measure.synonyms),
                    .text(measure.code),
                ]
            }
            return sheet
        }
        var sheet = Sheet(columns: [
            code, Columns.label, Columns.unit, Column("formula", Phrase(zh: "公式", en: "formula")), definition, better,
            source, names, Column("told", Phrase(zh: "原文所述", en: "told by")),
            Column("other_forms", Phrase(zh: "其他表样", en: "other forms")),
        ])
        sheet.rows = measures.map { measure in
            [
                .text(measure.code), .text(measure.label[language]), .text(measure.unit.name),
                .text(measure.formulas.first.map(MeasureWording.codes) ?? ""),
                .text(MeasureWording(measure, indicators).formula[language]),
                .word(measure.better.rawValue, measure.better.words), .text(measure.source), .list(measure.synonyms),
                .text(measure.told ?? ""), .list(measure.formulas.dropFirst().map(MeasureWording.codes)),
            ]
        }
        return sheet
    }
}
