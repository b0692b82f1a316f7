import Reports
import Values

/// What is checked of a report besides its figures: what its reading left in doubt, its days, its form and its
/// chapters.
extension Checker {
    func examineFacts(_ checked: CheckedReport, _ result: inout CheckResult) {
        var found = Set<String>()
        for fact in doubts(checked.report) + staleYears(checked) + computed(checked.report) + blanks(checked) {
            // A doubt of a kind that no rule speaks of is still told.
            let number = rulebook.rules.firstIndex { $0.name == fact.rule }
            let rule = number.map { rulebook.rules[$0] }
            found.insert(fact.rule)
            if let number { result.tallies[number].failed += 1 }
            let places = fact.others.isEmpty ? [fact.range] : [fact.range] + fact.others
            result.findings.append(
                Finding(
                    rule: fact.rule, severity: rule?.severity ?? .warning,
                    remedy: rule?.advice ?? Phrase(zh: "核对原文", en: "check the source"), checked.report,
                    fact.statement, at: places.map { Finding.Location(year: checked.year, range: $0) }))
        }
        for (number, rule) in rulebook.rules.enumerated()
        where rule.test == .fact && rule.name != Fault.rule && !found.contains(rule.name) {
            result.tallies[number].held += 1
        }
    }

    private struct Fact {
        var rule: String
        var statement: Statement
        var range: Range<Int>?
        /// Where else the same is to be said.
        var others: [Range<Int>] = []
    }

    /// What the reading left in doubt; rows that could not be read for the same reason are told of once.
    private func doubts(_ report: Report) -> [Fact] {
        Doubt.grouped(report.doubts) { $0 }.compactMap { doubts in
            guard let first = doubts.first else { return nil }
            return Fact(
                rule: first.kind.rawValue, statement: .doubt(first), range: first.range,
                others: doubts.dropFirst().compactMap(\.range))
        }
    }

    /// The blank cells of the form that nobody has filled in since, if there are many.
    private func blanks(_ checked: CheckedReport) -> [Fact] {
        let blanks = checked.report.figures.filter {
            $0.reading == .blank && indicators.has($0.indicator) && checked.amounts[$0.indicator] == nil
        }
        guard let first = blanks.first, blanks.count >= rulebook.limits.blankCells else { return [] }
        let last = blanks.max { $0.range.lowerBound < $1.range.lowerBound } ?? first
        let start = blanks.min { $0.range.lowerBound < $1.range.lowerBound } ?? first
        return [
            Fact(
                rule: "blank-cells", statement: .blankCells(blanks.count), range: start.range, others: [last.range])
        ]
    }

    private func staleYears(_ checked: CheckedReport) -> [Fact] {
        checked.staleYears.map { Fact(rule: "stale-year", statement: .staleYear($0), range: $0.range) }
    }

    private func computed(_ report: Report) -> [Fact] {
        var facts: [Fact] = []
        let end = report.periodEnd ?? "\(report.year)-12-31"
        // Days are written year first, so that their order is that of their texts.
        if let day = report.publishedOn, day < end {
            facts.append(Fact(rule: "published-early", statement: .publishedEarly(on: day, periodEnd: end)))
        }
        guard report.edition != "narrative", let own = Int(report.edition) else { return facts }
        if let due = forms.last(where: { Int($0.edition) ?? .max <= report.year }), Int(due.edition) ?? 0 > own {
            facts.append(
                Fact(
                    rule: "edition-outdated",
                    statement: .outdatedForm(
                        year: report.year, edition: report.edition, due: due.edition, notice: due.source)))
        }
        // The six chapters came with the forms of 2019.
        return own < 2019 || report.sections.isEmpty ? facts : facts + chapters(report)
    }

    private func chapters(_ report: Report) -> [Fact] {
        let headings = report.sections.map { Array($0.heading.utf8) }
        return chapters.compactMap { chapter in
            let matching = headings.indices.filter { chapter.isNamed(in: headings[$0]) }
            guard let first = matching.first else {
                if chapter.isOptional { return nil }
                return Fact(
                    rule: "section-missing",
                    statement: .missingChapter(numeral: chapter.numeral, title: chapter.title))
            }
            if matching.contains(where: { chapter.isNumbered(headings[$0]) }) { return nil }
            let section = report.sections[first]
            return Fact(
                rule: "section-misnumbered",
                statement: .misnumberedChapter(
                    heading: section.heading, numeral: chapter.numeral, title: chapter.title),
                range: section.range)
        }
    }
}
