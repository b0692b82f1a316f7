import Catalogue
import Checks
import Output
import Storage
import Values

/// What a check found, and how often each rule was tried, as sheets.
package struct FindingSheets {
    private let checkResult: CheckResult
    private let rulebook: Rulebook
    private let indicators: IndicatorList
    private let language: Language

    package init(_ checkResult: CheckResult, rulebook: Rulebook, indicators: IndicatorList, language: Language) {
        self.checkResult = checkResult
        self.rulebook = rulebook
        self.indicators = indicators
        self.language = language
    }

    /// For programs: a finding a row; as JSON, the fields that users' scripts rely upon.
    package var rows: Sheet {
        var sheet = Sheet(columns: [
            Self.rule, Self.severity, Columns.county, Columns.township, Columns.year,
            Column("indicators", Phrase(zh: "指标代码", en: "indicators")),
            Column("expected", Phrase(zh: "应为", en: "expected")), Column("actual", Phrase(zh: "实为", en: "actual")),
            Self.message, Column("waived", Phrase(zh: "已豁免", en: "waived")),
        ])
        sheet.rows = checkResult.findings.map { finding in
            [
                .text(finding.rule), .text(finding.severity.rawValue), .text(finding.county),
                .text(finding.township), .year(finding.year),
                .list(finding.indicators.map(\.code)), entry(finding.statement.expected),
                entry(finding.statement.actual), .text(finding.sentence[language]), .flag(finding.isWaived),
            ]
        }
        return sheet
    }

    /// For people: the gravest first, and below how many there are.
    package var findings: Sheet {
        var sheet = Sheet(columns: [
            Self.severity, Columns.county, Columns.township, Columns.year, Self.rule, Self.message,
        ])
        sheet.rows = checkResult.findings.map { finding in
            [
                .text(word(finding)), .text(finding.county), .text(finding.township), .year(finding.year),
                .text(finding.rule), .text(finding.sentence[language]),
            ]
        }
        let isEmpty = checkResult.tallies.allSatisfy { $0.tried == 0 }
        sheet.footnotes = [isEmpty ? Phrase(zh: "没有符合条件的年报", en: "no report matches") : summary]
        return sheet
    }

    private var summary: Phrase {
        let live = checkResult.findings.filter { !$0.isWaived }
        func count(_ severity: Severity) -> Int { live.count { $0.severity == severity } }
        let waived = checkResult.findings.count - live.count
        let undecided = checkResult.tallies.reduce(0) { $0 + $1.undecided }
        let tried = checkResult.tallies.reduce(0) { $0 + $1.tried }
        return Phrase(
            zh:
                """
                错误 \(count(.error))，可疑 \(count(.warning))，提示 \(count(.note))，已豁免 \(waived)；共核对 \(tried) 次，其中 \
                \(undecided) 次因缺数无法判断（--undecided 逐条列出，--counts 按规则统计）
                """,
            en:
                """
                \(count(.error)) errors, \(count(.warning)) warnings, \(count(.note)) notes, \(waived) waived; \
                \(tried) trials, \(undecided) of them undecided for want of a figure (--undecided lists them, --counts \
                counts by rule)
                """
        )
    }

    /// Every rule that was tried, also one that found nothing.
    package var counts: Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "规则统计", en: "Rules"),
            columns: [
                Self.rule, Self.severity, Column("tried", Phrase(zh: "核对", en: "tried"), .number),
                Column("held", Phrase(zh: "相符", en: "held"), .number),
                Column("failed", Phrase(zh: "不符", en: "failed"), .number),
                Column("undecided", Phrase(zh: "无法判断", en: "undecided"), .number),
            ])
        sheet.rows = zip(rulebook.rules, checkResult.tallies).map { rule, tally in
            [
                .text(rule.name), .text(rule.severity.rawValue), .count(tally.tried), .count(tally.held),
                .count(tally.failed), .count(tally.undecided),
            ]
        }
        return sheet
    }

    /// What could not be decided, and the operand that is missing.
    package var undecided: Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "无法判断", en: "Undecided"),
            columns: [
                Self.rule, Columns.county, Columns.township, Columns.year, Columns.indicator,
                Column("indicator_year", Phrase(zh: "缺数年度", en: "indicator year"), .number),
                Column("reason", Phrase(zh: "原因", en: "reason")),
            ])
        sheet.rows = checkResult.undecided.map { undecided in
            [
                .text(undecided.rule), .text(undecided.county), .text(undecided.township), .year(undecided.year),
                .text(indicators[undecided.indicator].code), .year(undecided.operandYear),
                .text(undecided.reason[language]),
            ]
        }
        return sheet
    }

    private func entry(_ value: Statement.Value?) -> Entry {
        switch value {
        case nil: .empty
        case .text(let text): .text(text)
        case .number(let number, let unit): .number(Number(number, of: unit))
        }
    }

    private func word(_ finding: Finding) -> String {
        let word = finding.severity.phrase
        return finding.isWaived ? Phrase(zh: "\(word.zh)（已豁免）", en: "\(word.en) (waived)")[language] : word[language]
    }

    static let rule = Column("rule", Phrase(zh: "规则", en: "rule"))
    static let severity = Column("severity", Phrase(zh: "程度", en: "severity"))
    private static let message = Column("message", Phrase(zh: "问题", en: "message"))
}

extension Severity {
    package var phrase: Phrase {
        switch self {
        case .error: Phrase(zh: "错误", en: "error")
        case .warning: Phrase(zh: "可疑", en: "warning")
        case .note: Phrase(zh: "提示", en: "note")
        }
    }
}
