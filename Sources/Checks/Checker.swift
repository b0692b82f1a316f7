import Catalogue
import Reports
import Values

/// Tries all rules on reports. Built once; pure: the same reports always give the same findings.
package struct Checker: Sendable {
    package struct Options: Sendable {
        /// Whether what could not be decided is listed, not only counted.
        package var listsUndecided = false
        package var listsLinks = false

        package init() {}
    }

    package let rulebook: Rulebook
    let compiled: CompiledRules
    let forms: [Form]
    let indicators: IndicatorList
    private let options: Options
    let chapters: [ChapterHeading]
    /// Looks for what belongs into a checked report's `staleYears`.
    package let staleYears: StaleYearSearch

    /// - Parameter indicators: the list that the reports' figures refer to.
    package init(_ rulebook: Rulebook, forms: [Form], indicators: IndicatorList, options: Options = Options()) {
        self.rulebook = rulebook
        self.forms = forms
        self.indicators = indicators
        self.options = options
        compiled = CompiledRules(rulebook, forms: forms, indicators: indicators)
        chapters = ChapterHeading.all(rulebook.chapters)
        staleYears = StaleYearSearch(rulebook.earlierYears, forms: forms)
    }

    /// How many years before a report's own the rules look at.
    package var reach: Int { compiled.reach }

    /// What checking no report at all brings out.
    package var nothing: CheckResult { CheckResult(ruleCount: rulebook.rules.count) }

    /// What does not add up in sums over the reports of a place and year, as they stand in the cells of a form.
    package func sums(
        of subject: (place: String, year: Int), edition: String, _ sums: [(indicator: Indicator.ID, reading: Reading)]
    ) -> [Finding] {
        let figures = sums.map { Figure(indicator: $0.indicator, reading: $0.reading, range: 0..<0) }
        let report = Report(
            township: subject.place, county: "", year: subject.year, edition: edition, title: "", figures: figures)
        let found = examine(CheckedReport(report, indicators: indicators)).findings
        return found.filter { finding in
            if case .sides = finding.statement { finding.severity == .error } else { false }
        }
    }

    /// Checks one report.
    ///
    /// - Parameter earlier: the reports of the same township's earlier years, as many as there are.
    /// - Parameter waived: the rules that staff have accepted failures of in this report.
    package func examine(
        _ checked: CheckedReport, earlier: [CheckedReport] = [], waived: Set<String> = []
    ) -> CheckResult {
        let history = History(checked, earlier: earlier, reach: compiled.reach)
        var result = CheckResult(ruleCount: rulebook.rules.count)
        var trial = FaultSearch.Trial()
        var failed: [(relation: Int, finding: Int)] = []
        for number in compiled.relations(of: checked.report.edition) {
            let relation = compiled.relations[number]
            guard let difference = history.difference(relation) else {
                result.tallies[relation.rule].undecided += 1
                note(.undecided, relation, history, &result)
                if options.listsUndecided { result.undecided.append(undecided(relation, history)) }
                continue
            }
            let holds = relation.holds(difference)
            note(holds ? .held : .broken, relation, history, &result)
            let isWaived = !waived.isEmpty && waived.contains(rulebook.rules[relation.rule].name)
            if let exact = difference.lower, difference.isExact, relation.equation.relation == .equal, !isWaived {
                trial.append(number, residual: exact)
            }
            if holds {
                result.tallies[relation.rule].held += 1
            } else {
                result.tallies[relation.rule].failed += 1
                failed.append((number, result.findings.count))
                result.findings.append(finding(relation, history))
            }
        }
        if trial.hasFailure { locate(trial, failed, history, &result) }
        examineFigures(history, &result)
        examineFacts(checked, &result)
        if !waived.isEmpty {
            for place in result.findings.indices where waived.contains(result.findings[place].rule) {
                result.findings[place].isWaived = true
            }
        }
        return result
    }

    /// The figures by which a report is held against others; nil of one that tells too few.
    package func told(_ report: Report) -> ToldFigures? {
        ToldFigures(report, rulebook.limits)
    }

    /// Takes note of another report whose figures are those of this one.
    ///
    /// - Parameter shared: how many of them are.
    package func note(
        _ told: ToldFigures, like other: ToldFigures, shared: Int, of place: (township: String, year: Int),
        in report: Report, waived: Set<String> = [], _ result: inout CheckResult
    ) {
        let same = SameFigures(
            township: place.township, year: place.year, count: max(told.count, other.count), shared: shared,
            isLastYears: place.year < report.year)
        guard let number = rulebook.rules.firstIndex(where: { $0.name == same.rule }) else { return }
        result.tallies[number].held = 0
        result.tallies[number].failed += 1
        var finding = Finding(
            rulebook.rules[number], report, .sameFigures(as: same),
            at: [Finding.Location(year: report.year)])
        finding.isWaived = waived.contains(same.rule)
        result.findings.append(finding)
    }

    private func note(
        _ state: Link.State, _ relation: CompiledRules.Relation, _ history: History, _ result: inout CheckResult
    ) {
        guard options.listsLinks, relation.reachesBack, relation.equation.relation == .equal else { return }
        let report = history.checked.report
        result.links.append(
            Link(
                rule: rulebook.rules[relation.rule].name, county: report.county, township: report.township,
                indicator: relation.terms[0].indicator, year: report.year, state: state))
    }

    private func undecided(_ relation: CompiledRules.Relation, _ history: History) -> Undecided {
        let report = history.checked.report
        let missing = relation.terms.first { history.amount($0.indicator, $0.yearOffset) == nil } ?? relation.terms[0]
        return Undecided(
            rule: rulebook.rules[relation.rule].name, county: report.county, township: report.township,
            year: report.year, indicator: missing.indicator, operandYear: report.year + missing.yearOffset,
            reason: history.reason(missing))
    }

    /// Says where the wrong cells are, beside each finding that they explain and as a finding of its own.
    private func locate(
        _ trial: FaultSearch.Trial, _ failed: [(relation: Int, finding: Int)], _ history: History,
        _ result: inout CheckResult
    ) {
        let faults = FaultSearch.faults(trial, compiled: compiled, checked: history.checked, indicators: indicators)
        let report = history.checked.report
        for fault in faults {
            let note = Finding.Note(statement: .wrongCells(fault), locations: fault.locations(in: report.year))
            for (relation, finding) in failed where fault.explains.contains(relation) {
                result.findings[finding].notes.append(note)
            }
        }
        guard let number = rulebook.rules.firstIndex(where: { $0.name == Fault.rule }) else { return }
        for fault in faults where !fault.solutions.isEmpty {
            result.tallies[number].failed += 1
            result.findings.append(
                Finding(rulebook.rules[number], report, .wrongCells(fault), at: fault.locations(in: report.year)))
        }
    }

    private func finding(_ relation: CompiledRules.Relation, _ history: History) -> Finding {
        Finding(
            rulebook.rules[relation.rule], history.checked.report,
            .sides(
                ComparedSides(
                    relation, history, indicators,
                    inTenThousands: relation.terms.contains { compiled.inTenThousands.contains($0.indicator) })),
            at: relation.terms.map { location($0.indicator, $0.yearOffset, history) })
    }

    private func location(_ indicator: Indicator.ID, _ offset: Int, _ history: History) -> Finding.Location {
        Finding.Location(
            indicator: indicators[indicator], year: history.checked.year + offset,
            range: history.checked(offset)?.figure(indicator)?.range)
    }

    /// Bounds of single figures, and figures beside last year's: only of what is reported.
    private func examineFigures(_ history: History, _ result: inout CheckResult) {
        for figure in history.checked.report.figures where indicators.has(figure.indicator) {
            for relation in compiled.bounds[figure.indicator] {
                guard let difference = history.difference(relation) else { continue }
                if relation.holds(difference) {
                    result.tallies[relation.rule].held += 1
                } else {
                    result.tallies[relation.rule].failed += 1
                    result.findings.append(finding(relation, history))
                }
            }
            for bound in compiled.jumps[figure.indicator] {
                guard let now = history.amount(figure.indicator, 0)?.value,
                    let before = history.amount(figure.indicator, -1)?.value
                else { continue }
                if Self.isJump(now, before, bound.jump) {
                    result.tallies[bound.rule].failed += 1
                    let year = history.checked.year
                    result.findings.append(
                        Finding(
                            rulebook.rules[bound.rule], history.checked.report,
                            .jump(
                                indicators[figure.indicator], before: before, now: now, year: year,
                                times: bound.jump.times,
                                inTenThousands: compiled.inTenThousands.contains(figure.indicator)),
                            at: [0, -1].map { location(figure.indicator, $0, history) }))
                } else {
                    result.tallies[bound.rule].held += 1
                }
            }
        }
    }

    private static func isJump(_ now: Int64, _ before: Int64, _ jump: Jump) -> Bool {
        let (small, large) = (min(now, before), max(now, before))
        return small > 0 && large >= jump.smallest && large / jump.times >= small
    }
}
