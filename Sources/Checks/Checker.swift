import Catalogue

/// Tries all rules on reports. Built once; pure: the same accounts always give the same findings.
package struct Checker: Sendable {
    package struct Options: Sendable {
        /// Whether what could not be decided is listed, not only counted.
        package var listsUndecided = false
        package var listsLinks = false

        package init() {}
    }

    package let rulebook: Rulebook
    let program: Program
    let forms: [Form]
    let indicators: [Indicator]
    private let options: Options
    private let wording: FindingWording

    /// - Parameter indicators: the list that the accounts' figures refer to.
    package init(_ rulebook: Rulebook, forms: [Form], indicators: [Indicator], options: Options = Options()) {
        self.rulebook = rulebook
        self.forms = forms
        self.indicators = indicators
        self.options = options
        program = Program(rulebook, forms: forms, indicators: indicators)
        wording = FindingWording(indicators: indicators)
    }

    /// How many years before a report's own the rules look at.
    package var reach: Int { program.reach }

    /// What checking no report at all brings out.
    package var nothing: Examination { Examination(ruleCount: rulebook.rules.count) }

    /// Checks one report.
    ///
    /// - Parameter earlier: the accounts of the same township's earlier years, as many as there are.
    /// - Parameter waived: the rules that staff have accepted failures of in this report.
    package func examine(_ account: Account, earlier: [Account] = [], waived: Set<String> = []) -> Examination {
        let history = History(account, earlier: earlier, reach: program.reach)
        var result = Examination(ruleCount: rulebook.rules.count)
        var trial = FaultSearch.Trial()
        var failed: [(relation: Int, finding: Int)] = []
        for number in program.relations(of: account.report.edition) {
            let relation = program.relations[number]
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
                result.findings.append(wording.finding(relation, rulebook.rules[relation.rule], history))
            }
        }
        if trial.hasFailure { locate(trial, failed, history, &result) }
        examineFigures(history, &result)
        examineFacts(account, &result)
        if !waived.isEmpty {
            for place in result.findings.indices where waived.contains(result.findings[place].rule) {
                result.findings[place].isWaived = true
            }
        }
        return result
    }

    private func note(
        _ state: Link.State, _ relation: Program.Relation, _ history: History, _ result: inout Examination
    ) {
        guard options.listsLinks, relation.reachesBack, relation.equation.relation == .equal else { return }
        let report = history.account.report
        result.links.append(
            Link(
                rule: rulebook.rules[relation.rule].name, county: report.county, township: report.township,
                indicator: relation.terms[0].indicator, year: report.year, state: state))
    }

    private func undecided(_ relation: Program.Relation, _ history: History) -> Undecided {
        let report = history.account.report
        let missing = relation.terms.first { history.amount($0) == nil } ?? relation.terms[0]
        return Undecided(
            rule: rulebook.rules[relation.rule].name, county: report.county, township: report.township,
            year: report.year, indicator: missing.indicator, operandYear: report.year + missing.yearOffset,
            reason: history.reason(missing))
    }

    /// Says where the wrong cells are, beside each finding that they explain and as a finding of its own.
    private func locate(
        _ trial: FaultSearch.Trial, _ failed: [(relation: Int, finding: Int)], _ history: History,
        _ result: inout Examination
    ) {
        let faults = FaultSearch.faults(trial, program: program, account: history.account, indicators: indicators)
        for fault in faults {
            let place = wording.place(fault)
            for (relation, finding) in failed where fault.explains.contains(relation) {
                result.findings[finding].message.zh += place.zh
                result.findings[finding].message.en += place.en
            }
        }
        guard let number = rulebook.rules.firstIndex(where: { $0.name == Fault.rule }) else { return }
        for fault in faults where !fault.solutions.isEmpty {
            result.tallies[number].failed += 1
            result.findings.append(wording.finding(fault, rulebook.rules[number], history.account))
        }
    }

    /// Bounds of single figures, and figures beside last year's: only of what is reported.
    private func examineFigures(_ history: History, _ result: inout Examination) {
        for figure in history.account.report.figures {
            for relation in program.bounds[figure.indicator] {
                guard let difference = history.difference(relation) else { continue }
                if relation.holds(difference) {
                    result.tallies[relation.rule].held += 1
                } else {
                    result.tallies[relation.rule].failed += 1
                    result.findings.append(wording.finding(relation, rulebook.rules[relation.rule], history))
                }
            }
            for bound in program.jumps[figure.indicator] {
                guard let now = history.account.amount(figure.indicator)?.value,
                    let before = history.account(-1)?.amount(figure.indicator)?.value
                else { continue }
                if Self.isJump(now, before, bound.jump) {
                    result.tallies[bound.rule].failed += 1
                    result.findings.append(
                        wording.finding(figure.indicator, now, before, rulebook.rules[bound.rule], history))
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

/// A report and those of earlier years, by their distance.
struct History {
    let account: Account
    /// At place n the account of n + 1 years before, if there is one.
    private let earlier: [Account?]

    init(_ account: Account, earlier: [Account], reach: Int) {
        self.account = account
        self.earlier = (1...reach).map { distance in earlier.last { $0.year == account.year - distance } }
    }

    func account(_ offset: Int) -> Account? { offset == 0 ? account : earlier[-offset - 1] }

    func amount(_ term: Program.Term) -> Interval? {
        account(term.yearOffset)?.amount(term.indicator).map { Interval($0) }
    }

    /// The left side without the right; nil where an operand is unknown.
    func difference(_ relation: Program.Relation) -> Interval? {
        var sum = Interval(relation.constant)
        for term in relation.terms {
            guard let amount = amount(term) else { return nil }
            sum.add(amount, times: term.coefficient)
        }
        return sum
    }

    /// Why an operand is unknown.
    func reason(_ term: Program.Term) -> Phrase {
        guard let account = account(term.yearOffset) else {
            return Phrase(zh: "没有这一年的报告", en: "there is no report of that year")
        }
        switch account.figure(term.indicator)?.reading {
        case nil: return Phrase(zh: "报告中没有", en: "the report has none")
        case .blank: return Phrase(zh: "空白", en: "blank")
        case .notApplicable: return Phrase(zh: "不适用", en: "not applicable")
        case .unreadable: return Phrase(zh: "无法识别", en: "unreadable")
        case .reported: return Phrase(zh: "数字过大", en: "the number is too large")
        }
    }
}
