import Catalogue
import Output
import Reports
import Storage

/// A reading in words, for a line of prose rather than a table.
package enum ReadingWords {
    /// `“12345”热线收到件数 (hotline_12345.received): 147件 → 148件`.
    package static func of(_ change: Change, in indicators: [Indicator], _ language: Language) -> String {
        let indicator = indicators[change.indicator]
        let (old, new) = (of(change.old, indicator.unit, language), of(change.new, indicator.unit, language))
        return "\(indicator.label[language]) (\(indicator.code)): \(old) → \(new)"
    }

    /// `600余`, `216.31`, `空白`; of a figure that a document does not have, `未提及`.
    package static func of(_ reading: Reading?, _ unit: Unit, _ language: Language) -> String {
        switch reading {
        case nil: return Phrase(zh: "未提及", en: "not mentioned")[language]
        case .blank: return Phrase(zh: "空白", en: "blank")[language]
        case .notApplicable: return Phrase(zh: "不适用", en: "not applicable")[language]
        case .unreadable: return Phrase(zh: "无法识别", en: "unreadable")[language]
        case .reported(let amount):
            let digits = Number(amount.value, of: unit).digits + unit.rawValue
            switch amount.qualifier {
            case nil: return digits
            case .about: return Phrase(zh: "约\(digits)", en: "about \(digits)")[language]
            case .moreThan: return Phrase(zh: "\(digits)余", en: "more than \(digits)")[language]
            case .lessThan: return Phrase(zh: "近\(digits)", en: "less than \(digits)")[language]
            }
        }
    }
}
