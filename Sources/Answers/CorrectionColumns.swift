import Catalogue
import Output
import Storage
import Values

/// How answers tell that staff put a value in place of a report's: beside it, never instead of it.
package enum CorrectionColumns {
    static let corrected = Column("corrected", Phrase(zh: "更正为", en: "corrected"), .number)
    static let reason = Column("correction_reason", Phrase(zh: "更正理由", en: "reason"))
    static let author = Column("correction_author", Phrase(zh: "经办人", en: "author"))
    static let time = Column("corrected_at", Phrase(zh: "更正时间", en: "corrected at"))

    /// Of a row of many indicators, the codes of those that were corrected.
    static let codes = Column("corrected", Phrase(zh: "已更正", en: "corrected"))
    /// Of a row of many years, those in which it was corrected.
    static let years = Column("corrected", Phrase(zh: "已更正年度", en: "corrected"))

    static let all = [corrected, reason, author, time]

    /// The entries of `all`; empty ones of a figure that stands as the report has it.
    static func entries(_ correction: Correction?, _ unit: Unit, isForPeople: Bool = false) -> [Entry] {
        guard let correction else { return [.empty, .empty, .empty, .empty] }
        return [
            .number(Number(correction.value, of: unit, isCorrected: true)), .text(correction.reason),
            .text(correction.author), .text(LocalTime.words(correction.madeAt, isForPeople: isForPeople)),
        ]
    }

    /// The corrections of one report beside what it says itself; nil where there are none.
    package static func sheet(
        _ report: StoredReport, _ corrections: [Indicator.ID: Correction], indicators: IndicatorList, language: Language
    ) -> Sheet? {
        guard !corrections.isEmpty else { return nil }
        var sheet = Sheet(
            title: Phrase(zh: "更正", en: "Corrections"),
            columns: [
                Columns.label, Columns.indicator, Column("reported", Phrase(zh: "原文", en: "reported"), .number),
            ] + all)
        for (id, correction) in corrections.sorted(by: { $0.key < $1.key }) {
            let indicator = indicators[id]
            let figure = report.report.figure(id)
            sheet.rows.append(
                [
                    .text(indicator.label[language]), .text(indicator.code),
                    figure.map { Entry($0.reading, indicator.unit) } ?? .gap(.absent),
                ] + entries(correction, indicator.unit, isForPeople: true))
        }
        return sheet
    }
}
