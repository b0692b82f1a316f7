import Catalogue
import Checks
import Output
import Storage
import Values

/// What a check finds, and how often each rule was tried, as sheets, however many reports are checked.
package struct FindingSheets {
    private let rulebook: Rulebook
    private let indicators: IndicatorList
    private let language: Language
    /// Hands over the results of the check, report by report.
    private let check: ((CheckResult) throws -> Void) throws -> Void

    package init(
        rulebook: Rulebook, indicators: IndicatorList, language: Language,
        check: @escaping ((CheckResult) throws -> Void) throws -> Void
    ) {
        self.rulebook = rulebook
        self.indicators = indicators
        self.language = language
        self.check = check
    }

    private static let programColumns = [
        rule, severity, Columns.county, Columns.township, Columns.year,
        Column("indicators", Phrase(zh: "指标代码", en: "indicators")),
        Column("expected", Phrase(zh: "应为", en: "expected")), Column("actual", Phrase(zh: "实为", en: "actual")),
        message, Column("waived", Phrase(zh: "已豁免", en: "waived")),
    ]

    private static let peoplesColumns = [severity, Columns.county, Columns.township, Columns.year, rule, message]

    /// The gravest first. For programs a finding a row, as JSON with the fields that users' scripts rely upon; for
    /// people below how many there are.
    package func writeFindings(to writer: SheetWriter, isForPeople: Bool) throws {
        let queue = FindingQueue()
        var tallies: [Tally] = []
        var copied: [Finding] = []
        try check { result in
            tallies = result.added(to: tallies)
            for finding in result.findings {
                if case .sameFigures = finding.statement, copied.count <= Self.mostCopied { copied.append(finding) }
                try queue.add(finding, isForPeople ? peoplesRow(finding) : programRow(finding))
            }
        }
        var sheet = Sheet(columns: isForPeople ? Self.peoplesColumns : Self.programColumns)
        sheet.name = Phrase(zh: "核对结果", en: "findings")
        try writer.write(sheet) { add in
            try queue.visit { try add($0, $1) }
        } footnotes: {
            let isEmpty = tallies.allSatisfy { $0.tried == 0 }
            guard !isEmpty else { return [Phrase(zh: "没有符合条件的年报", en: "no report matches")] }
            return (copied.isEmpty ? [] : [textHint(copied)]) + [summary(queue, tallies)]
        }
    }

    /// So many reports with the figures of others are named.
    private static let mostCopied = 3

    /// How to see whether reports have the text of others too, whose figures they have.
    private func textHint(_ copied: [Finding]) -> Phrase {
        var commands: [String] = []
        for finding in copied {
            let command = "nianbao similar \(finding.township) --years \(finding.year) --passages"
            if !commands.contains(command) { commands.append(command) }
        }
        let list = commands.prefix(Self.mostCopied)
        let isCut = list.count < commands.count
        return Phrase(
            zh: "数字与别的报告相同的，文字是否也相同：\(list.joined(separator: "；"))\(isCut ? "；…" : "")",
            en: "whether those with another's figures have its text too: \(list.joined(separator: "; "))"
                + (isCut ? "; …" : ""))
    }

    private func programRow(_ finding: Finding) -> [Entry] {
        [
            .text(finding.rule), .severity(finding.severity), .text(finding.county),
            .text(finding.township), .year(finding.year),
            .list(finding.indicators.map(\.code)), entry(finding.statement.expected),
            entry(finding.statement.actual), .text(finding.sentence[language]), .flag(finding.isWaived),
        ]
    }

    private func peoplesRow(_ finding: Finding) -> [Entry] {
        [
            .text(word(finding)), .text(finding.county), .text(finding.township), .year(finding.year),
            .text(finding.rule), .text(finding.sentence[language]),
        ]
    }

    private func summary(_ queue: FindingQueue, _ tallies: [Tally]) -> Phrase {
        let (errors, warnings) = (queue.count(of: .error), queue.count(of: .warning))
        let notes = queue.count(of: .note)
        let waived = queue.waivedCount
        let undecided = tallies.reduce(0) { $0 + $1.undecided }
        let tried = tallies.reduce(0) { $0 + $1.tried }
        let isClean = errors + warnings + notes + waived == 0
        return Phrase(
            zh: (isClean ? "没有发现问题。" : "")
                + """
                错误 \(errors)，存疑 \(warnings)，提示 \(notes)，已豁免 \(waived)；共核对 \(tried) 次，其中 \
                \(undecided) 次因缺数无法判断（--undecided 逐条列出，--counts 按规则统计）
                """,
            en: (isClean ? "nothing was found; " : "")
                + """
                \(Self.counted(errors, "error")), \(Self.counted(warnings, "warning")), \
                \(Self.counted(notes, "note")), \(waived) waived; \
                \(tried) trials, \(undecided) of them undecided for want of a figure (--undecided lists them, --counts \
                counts by rule)
                """
        )
    }

    private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

    /// Every rule that was tried, also one that found nothing.
    package func writeCounts(to writer: SheetWriter) throws {
        var tallies: [Tally] = []
        try check { tallies = $0.added(to: tallies) }
        var sheet = Sheet(
            title: Phrase(zh: "规则统计", en: "Rules"),
            columns: [
                Self.rule, Self.severity, Column("tried", Phrase(zh: "核对", en: "tried"), .number),
                Column("held", Phrase(zh: "相符", en: "held"), .number),
                Column("failed", Phrase(zh: "不符", en: "failed"), .number),
                Column("undecided", Phrase(zh: "无法判断", en: "undecided"), .number),
            ])
        if tallies.isEmpty { tallies = Array(repeating: Tally(), count: rulebook.rules.count) }
        sheet.rows = zip(rulebook.rules, tallies).map { rule, tally in
            [
                .text(rule.name), .severity(rule.severity), .count(tally.tried), .count(tally.held),
                .count(tally.failed), .count(tally.undecided),
            ]
        }
        try writer.write(sheet)
    }

    /// What could not be decided, and the operand that is missing.
    package func writeUndecided(to writer: SheetWriter, isForPeople: Bool) throws {
        let sheet = Sheet(
            title: Phrase(zh: "无法判断", en: "Undecided"),
            columns: [
                Self.rule, Columns.county, Columns.township, Columns.year, Columns.indicator,
                Column("indicator_year", Phrase(zh: "缺数年度", en: "indicator year"), .number),
                Column("reason", Phrase(zh: "原因", en: "reason")),
            ])
        try writer.write(sheet) { add in
            try check { result in
                for undecided in result.undecided {
                    try add([
                        .text(undecided.rule), .text(undecided.county), .text(undecided.township),
                        .year(undecided.year), name(undecided.indicator, isForPeople: isForPeople),
                        .year(undecided.operandYear), .text(undecided.reason[language]),
                    ])
                }
            }
        }
    }

    /// What must carry on from year to year.
    package func writeChains(to writer: SheetWriter, isForPeople: Bool) throws {
        let chains = ChainSheet(
            name: { name($0, isForPeople: isForPeople) }, word: { $0[language] })
        try check { try chains.add($0.links) }
        try chains.write(to: writer)
    }

    /// What people call an indicator; programs get its code.
    private func name(_ indicator: Indicator.ID, isForPeople: Bool) -> Entry {
        .text(isForPeople ? indicators[indicator].label[language] : indicators[indicator].code)
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

extension Entry {
    static func severity(_ severity: Severity) -> Entry { .word(severity.rawValue, severity.phrase) }
}

extension Severity {
    var emphasis: Emphasis {
        switch self {
        case .error: .grave
        case .warning: .doubtful
        case .note: .slight
        }
    }

    package var phrase: Phrase {
        switch self {
        case .error: Phrase(zh: "错误", en: "error")
        case .warning: Phrase(zh: "存疑", en: "warning")
        case .note: Phrase(zh: "提示", en: "note")
        }
    }
}
