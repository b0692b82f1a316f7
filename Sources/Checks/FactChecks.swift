import Reports
import Values

/// What is checked of a report besides its figures: what its reading left in doubt, its days, its form and its chapters.
extension Checker {
    func examineFacts(_ account: Account, _ result: inout Examination) {
        var found = Set<String>()
        for fact in doubts(account.report) + computed(account.report) {
            // A doubt of a kind that no rule speaks of is still told.
            let number = rulebook.rules.firstIndex { $0.name == fact.rule }
            let rule = number.map { rulebook.rules[$0] }
            found.insert(fact.rule)
            if let number { result.tallies[number].failed += 1 }
            let report = account.report
            result.findings.append(
                Finding(
                    rule: fact.rule, severity: rule?.severity ?? .warning, county: report.county,
                    township: report.township, year: report.year, cells: [], expected: fact.expected.map { .text($0) },
                    actual: fact.actual.map { .text($0) }, message: fact.message,
                    advice: rule?.advice ?? Phrase(zh: "核对原文", en: "check the source"), range: fact.range))
        }
        for (number, rule) in rulebook.rules.enumerated()
        where rule.test == .fact && rule.name != Fault.rule && !found.contains(rule.name) {
            result.tallies[number].held += 1
        }
    }

    private struct Fact {
        var rule: String
        var expected: String?
        var actual: String?
        var message: Phrase
        var range: Range<Int>?
    }

    private func doubts(_ report: Report) -> [Fact] {
        report.doubts.map { doubt in
            Fact(
                rule: doubt.kind.rawValue, expected: doubt.expected.isEmpty ? nil : doubt.expected,
                actual: doubt.found.isEmpty ? nil : doubt.found, message: doubt.explanation, range: doubt.range)
        }
    }

    private func computed(_ report: Report) -> [Fact] {
        var facts: [Fact] = []
        let end = report.periodEnd ?? "\(report.year)-12-31"
        // Days are written year first, so that their order is that of their texts.
        if let day = report.publishedOn, day < end {
            facts.append(
                Fact(
                    rule: "published-early", expected: end, actual: day,
                    message: Phrase(
                        zh: "公布日期 \(day) 早于统计期限结束日 \(end)", en: "published on \(day), before the period ended on \(end)"
                    )))
        }
        guard report.edition != "narrative", let own = Int(report.edition) else { return facts }
        if let due = forms.last(where: { Int($0.edition) ?? .max <= report.year }), Int(due.edition) ?? 0 > own {
            facts.append(
                Fact(
                    rule: "edition-outdated", expected: due.edition, actual: report.edition,
                    message: Phrase(
                        zh: "\(report.year)年度报告仍用\(report.edition)年格式，应为\(due.edition)年格式（\(due.source)）",
                        en:
                            "the report for \(report.year) has the \(report.edition) form instead of that of \(due.edition) (\(due.source))"
                    )))
        }
        // The six chapters came with the forms of 2019.
        return own < 2019 || report.sections.isEmpty ? facts : facts + chapters(report)
    }

    private func chapters(_ report: Report) -> [Fact] {
        let headings = report.sections.map { Array($0.heading.utf8) }
        return chapters.compactMap { chapter in
            let matching = headings.indices.filter { chapter.isNamed(in: headings[$0]) }
            let wanted = "\(chapter.numeral)、\(chapter.title.zh)"
            guard let first = matching.first else {
                if chapter.isOptional { return nil }
                return Fact(
                    rule: "section-missing", expected: wanted,
                    message: Phrase(
                        zh: "没有找到“\(wanted)”部分",
                        en: "the chapter \(chapter.numeral) (\(chapter.title.en)) was not found"))
            }
            if matching.contains(where: { chapter.isNumbered(headings[$0]) }) { return nil }
            let section = report.sections[first]
            return Fact(
                rule: "section-misnumbered", expected: wanted, actual: section.heading,
                message: Phrase(
                    zh: "“\(section.heading)”的编号应为“\(chapter.numeral)”",
                    en: "the heading '\(section.heading)' should be numbered \(chapter.numeral)"),
                range: section.range)
        }
    }
}
