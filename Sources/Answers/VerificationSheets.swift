import Output
import Storage
import Values

/// What a verification tells its user: what was gone through, and all that was found.
package struct VerificationSheets {
    private let verification: Verification
    private let rereading: (reports: Int, differences: [any Explained])?
    private let language: Language

    /// - Parameter rereading: how many reports were read again, and what came out otherwise; nil where none was.
    package init(
        _ verification: Verification, rereading: (reports: Int, differences: [any Explained])?, _ language: Language
    ) {
        self.verification = verification
        self.rereading = rereading
        self.language = language
    }

    package var sheets: [Sheet] {
        let findings = findings
        return findings.rows.isEmpty ? [counts] : [counts, findings]
    }

    private var counts: Sheet {
        var sheet = Sheet(columns: [
            Column("checked", Phrase(zh: "检查项", en: "checked")),
            Column("count", Phrase(zh: "数量", en: "count"), .number),
        ])
        func add(_ zh: String, _ en: String, _ count: Int) {
            sheet.rows.append([.text(Phrase(zh: zh, en: en)[language]), .count(count)])
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
        sheet.rows = verification.flaws.map { [.text($0.kind), .text($0.explanation[language])] }
        sheet.rows += (rereading?.differences ?? []).map { [.text("rereading"), .text($0.explanation[language])] }
        return sheet
    }
}
