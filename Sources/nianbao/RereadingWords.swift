import Answers
import Importing
import Values

extension RereadingDifference: Explained {
    package var explanation: Phrase {
        let source = "\(report.name) (\(report.path))"
        switch kind {
        case .refused(let reason):
            return Phrase(
                zh: "\(source)：重新读取时被拒绝：\(reason.zh)", en: "\(source): refused when read again: \(reason.en)")
        case .transcript:
            return Phrase(
                zh: "\(source)：重新读出的文本与档案不同", en: "\(source): the text read again is not the one in the archive")
        case .figure(let indicator, let stored, let found) where stored == found:
            return Phrase(
                zh: "\(source)：\(indicator.label.zh) (\(indicator.code))：重新读出的数相同，位置不同",
                en: "\(source): \(indicator.label.en) (\(indicator.code)): read again it is the same, but elsewhere")
        case .figure(let indicator, let stored, let found):
            func values(_ language: Language) -> (String, String) {
                (
                    ReadingWords.of(stored, indicator.unit, language),
                    ReadingWords.of(found, indicator.unit, language)
                )
            }
            let (zh, en) = (values(.chinese), values(.english))
            return Phrase(
                zh: "\(source)：\(indicator.label.zh) (\(indicator.code))：档案中为 \(zh.0)，重新读出为 \(zh.1)",
                en:
                    """
                    \(source): \(indicator.label.en) (\(indicator.code)): archived as \(en.0), read again it is \(en.1)
                    """
            )
        }
    }
}
