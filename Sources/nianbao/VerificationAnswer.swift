import Answers
import Importing
import Output
import Storage
import Values

/// What a verification tells its user: what was gone through, and all that was found.
struct VerificationAnswer {
    let verification: Verification
    var rereading: (reports: Int, differences: [RereadingDifference])?

    init(_ verification: Verification) { self.verification = verification }

    var sheets: [Sheet] {
        let findings = findings
        return findings.rows.isEmpty ? [counts] : [counts, findings]
    }

    private var counts: Sheet {
        var sheet = Sheet(columns: [
            Column("checked", Phrase(zh: "检查项", en: "checked")),
            Column("count", Phrase(zh: "数量", en: "count"), .number),
        ])
        func add(_ zh: String, _ en: String, _ count: Int) {
            sheet.rows.append([.text(words(zh, en)), .count(count)])
        }
        add("原件", "originals", verification.documents)
        add("年报（含旧版）", "reports (with earlier revisions)", verification.reports)
        add("数字", "figures", verification.figures)
        add("损坏", "flaws", verification.flaws.count)
        if let rereading {
            add("重新读取的年报", "reports read again", rereading.reports)
            add("与档案不同", "differences", rereading.differences.count)
        }
        if let since = verification.linksSince {
            add("校验码以后的记录", "entries since the digest", since)
        }
        if !verification.digest.isEmpty {
            sheet.footnotes = [Phrase(zh: "校验码：\(verification.digest)", en: "digest: \(verification.digest)")]
        }
        return sheet
    }

    private var findings: Sheet {
        var sheet = Sheet(columns: [
            Column("kind", Phrase(zh: "类别", en: "kind")), Column("finding", Phrase(zh: "问题", en: "finding")),
        ])
        sheet.rows = verification.flaws.map { [.text($0.kind), .text($0.explanation[.current])] }
        sheet.rows += (rereading?.differences ?? []).map { [.text("rereading"), .text($0.explanation[.current])] }
        return sheet
    }
}

extension RereadingDifference: Explained {
    package var explanation: Phrase {
        let source = "\(report.place) \(report.year) (\(report.path))"
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
