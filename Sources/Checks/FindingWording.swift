import Catalogue
import Reports
import Values

/// The words of findings about figures, in both languages, and the findings themselves.
struct FindingWording: Sendable {
    let indicators: [Indicator]

    /// A relation that does not hold.
    func finding(_ relation: Program.Relation, _ rule: Rule, _ history: History) -> Finding {
        let left = side(
            relation.terms[..<relation.leftCount], sign: 1, relation.equation.left.constant, relation, history)
        let right = side(
            relation.terms[relation.leftCount...], sign: -1, relation.equation.right.constant, relation, history)
        let difference = relation.unit.display(magnitude(left.value, right.value))
        let ending: Phrase =
            switch relation.equation.relation {
            case .equal: Phrase(zh: "，相差 \(difference)", en: "; the difference is \(difference)")
            case .atMost: Phrase(zh: "，前者不应大于后者", en: "; the former must not be above the latter")
            case .atLeast: Phrase(zh: "，前者不应小于后者", en: "; the former must not be below the latter")
            }
        var finding = finding(rule, history.account)
        finding.cells = relation.terms.map { cell($0.indicator, $0.yearOffset, history) }
        finding.actual = .number(left.value, relation.unit)
        finding.expected = .number(right.value, relation.unit)
        finding.message = Phrase(
            zh: "\(left.words.zh)，\(right.words.zh)\(ending.zh)", en: "\(left.words.en), \(right.words.en)\(ending.en)")
        return finding
    }

    /// A figure that is ten times last year's, or a tenth.
    func finding(_ indicator: Int, _ now: Int64, _ before: Int64, _ rule: Rule, _ history: History) -> Finding {
        let unit = indicators[indicator].unit
        let year = history.account.year
        let label = quoted(indicator)
        let (current, last) = (unit.display(now), unit.display(before))
        var finding = finding(rule, history.account)
        finding.cells = [cell(indicator, 0, history), cell(indicator, -1, history)]
        finding.actual = .number(now, unit)
        finding.expected = .number(before, unit)
        finding.message = Phrase(
            zh: "\(label.zh)\(year - 1)年为 \(last)，\(year)年为 \(current)，相差十倍以上",
            en: "\(label.en) is \(last) in \(year - 1) and \(current) in \(year), ten times as much or a tenth")
        return finding
    }

    /// The cells that all sums point to.
    func finding(_ fault: Fault, _ rule: Rule, _ account: Account) -> Finding {
        var finding = finding(rule, account)
        let changes = fault.solutions.flatMap { $0 }
        var seen = Set<Int>()
        finding.cells = changes.map(\.indicator).filter { seen.insert($0).inserted }.map { indicator in
            Finding.Cell(indicator: indicator, year: account.year, range: account.figure(indicator)?.range)
        }
        if changes.count == 1, let change = changes.first {
            let unit = indicators[change.indicator].unit
            finding.actual = .number(change.stated, unit)
            finding.expected = .number(change.wanted, unit)
        }
        let place = place(fault)
        finding.message = Phrase(zh: String(place.zh.dropFirst()), en: String(place.en.dropFirst(2)))
        return finding
    }

    /// What is said of a fault behind the findings that it explains.
    func place(_ fault: Fault) -> Phrase {
        let lastYear =
            fault.isBetweenYears
            ? Phrase(zh: "，也可能是上一年的报告有误", en: ", or last year's report may be wrong") : Phrase(zh: "", en: "")
        guard let first = fault.solutions.first else {
            return fault.isBetweenYears
                ? Phrase(
                    zh: "；本年表内各项相符，两年的报告必有一份有误",
                    en: "; this year's report agrees with itself, so that one of the two reports is wrong")
                : Phrase(
                    zh: "；仅凭各项之间的关系无法判断错在哪一格", en: "; the sums of this report do not tell which cell is wrong")
        }
        if fault.solutions.count == 1, !fault.isCutShort {
            let change = changes(first)
            return Phrase(
                zh: "；把\(change.zh)，各项即相符\(lastYear.zh)", en: "; with \(change.en) everything adds up\(lastYear.en)")
        }
        let all = fault.solutions.map(changes)
        let more = fault.isCutShort ? Phrase(zh: "等", en: ", or others") : Phrase(zh: "", en: "")
        return Phrase(
            zh: "；错格不止一种可能：\(all.map(\.zh).joined(separator: "，或"))\(more.zh)\(lastYear.zh)",
            en: "; several cells may be wrong: \(all.map(\.en).joined(separator: ", or "))\(more.en)\(lastYear.en)")
    }

    private func changes(_ changes: [Fault.Change]) -> Phrase {
        let parts = changes.map { change in
            let (label, unit) = (quoted(change.indicator), indicators[change.indicator].unit)
            let (old, new) = (unit.display(change.stated), unit.display(change.wanted))
            return Phrase(zh: "\(label.zh)由 \(old) 改为 \(new)", en: "\(label.en) \(new) instead of \(old)")
        }
        return Phrase(
            zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: " and "))
    }

    /// A label in quotation marks; marks of its own, as in “12345”热线, become inner ones.
    private func quoted(_ indicator: Int) -> Phrase {
        let label = indicators[indicator].label
        let inner = String(label.zh.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 })
        return Phrase(zh: "“\(inner)”", en: "'\(label.en)'")
    }

    func finding(_ rule: Rule, _ account: Account) -> Finding {
        let report = account.report
        return Finding(
            rule: rule.name, severity: rule.severity, county: report.county, township: report.township,
            year: report.year, cells: [], message: rule.title, advice: rule.advice)
    }

    private func cell(_ indicator: Int, _ offset: Int, _ history: History) -> Finding.Cell {
        let account = history.account(offset)
        return Finding.Cell(
            indicator: indicator, year: history.account.year + offset, range: account?.figure(indicator)?.range)
    }

    // MARK: Sides of a relation

    private struct Side {
        var value: Int64
        var words: Phrase
    }

    private func side(
        _ terms: ArraySlice<Program.Term>, sign: Int64, _ constant: Int64, _ relation: Program.Relation,
        _ history: History
    ) -> Side {
        var total = constant
        let isSingle = terms.count + (constant == 0 ? 0 : 1) == 1
        var parts: [Phrase] = []
        for term in terms {
            guard let amount = history.amount(term.indicator, term.yearOffset) else { continue }
            let factor = sign &* term.coefficient
            total &+= amount.value &* factor
            if amount.value != 0 || terms.count < 4 {
                parts.append(part(term, factor, amount, isSingle: isSingle, relation, history))
            }
        }
        if constant != 0 || terms.isEmpty {
            let text = relation.unit.display(constant)
            parts.append(Phrase(zh: text, en: text))
        }
        let shown = relation.unit.display(total)
        if isSingle, let only = parts.first {
            return Side(value: total, words: only)
        }
        let most = parts.prefix(8)
        let more =
            parts.count > most.count ? Phrase(zh: "等 \(parts.count) 项", en: " and others") : Phrase(zh: "", en: "")
        let list = Phrase(
            zh: most.map(\.zh).joined(separator: "、") + more.zh, en: most.map(\.en).joined(separator: ", ") + more.en)
        let words =
            parts.isEmpty
            ? Phrase(zh: "各项均为 0", en: "all parts are 0")
            : Phrase(zh: "各项合计 \(shown)（\(list.zh)）", en: "the parts make \(shown) (\(list.en))")
        return Side(value: total, words: words)
    }

    private func part(
        _ term: Program.Term, _ factor: Int64, _ amount: Amount, isSingle: Bool, _ relation: Program.Relation,
        _ history: History
    ) -> Phrase {
        let label = quoted(term.indicator)
        let year = history.account.year + term.yearOffset
        let number = factor == 1 ? relation.unit.display(amount) : times(factor, relation.unit.display(amount))
        let isCorrected = history.account(term.yearOffset)?.isCorrected(term.indicator) == true
        let mark = isCorrected ? Phrase(zh: "（更正后）", en: " (corrected)") : Phrase(zh: "", en: "")
        let name =
            relation.reachesBack ? Phrase(zh: "\(year)年\(label.zh)", en: "\(label.en) of \(year)") : label
        let verb = isSingle ? Phrase(zh: "为 ", en: " is ") : Phrase(zh: " ", en: " ")
        return Phrase(
            zh: "\(name.zh)\(verb.zh)\(number.zh)\(mark.zh)", en: "\(name.en)\(verb.en)\(number.en)\(mark.en)")
    }

    private func times(_ factor: Int64, _ number: Phrase) -> Phrase {
        let sign = factor == -1 ? Phrase(zh: "减 ", en: "minus ") : Phrase(zh: "\(factor)×", en: "\(factor)×")
        return Phrase(zh: sign.zh + number.zh, en: sign.en + number.en)
    }

    private func magnitude(_ one: Int64, _ other: Int64) -> Int64 {
        Int64(clamping: (one &- other).magnitude)
    }
}
