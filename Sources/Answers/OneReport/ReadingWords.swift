import Catalogue
import Output
import Reports
import Storage
import Values

/// A reading in words, for a line of prose rather than a table.
package enum ReadingWords {
    /// `“12345”热线收到件数 (hotline_12345.received)：147件 → 148件`.
    package static func of(_ change: Change, in indicators: IndicatorList, _ language: Language) -> String {
        let indicator = indicators[change.indicator]
        let old = of(change.old, indicator.unit, isUnread: change.isOldUnread, language)
        let new = of(change.new, indicator.unit, isUnread: change.isNewUnread, language)
        let colon = Phrase(zh: "：", en: ": ")[language]
        return "\(indicator.label[language]) (\(indicator.code))\(colon)\(old) → \(new)"
    }

    /// `600余件`, `216.31元`, `空白`; of a figure that a document does not have, `未提及`.
    ///
    /// - Parameter isUnread: whether nobody looked for it when the document was read.
    package static func of(
        _ reading: Reading?, _ unit: Unit, isUnread: Bool = false, _ language: Language
    ) -> String {
        let missing =
            isUnread
            ? Phrase(zh: "未按此指标读过", en: "not read for this indicator") : Phrase(zh: "未提及", en: "not mentioned")
        return (reading?.told(in: unit) ?? missing)[language]
    }
}
