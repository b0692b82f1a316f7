import Catalogue
import Reports
import Values

/// A report and those of earlier years, by their distance.
struct History {
    let checked: CheckedReport
    /// At place n the report of n years before, if there is one; at 0 the report itself.
    private let reports: [CheckedReport?]
    /// Their amounts, which are asked for hundreds of times a report: copying whole reports would take
    /// longer than adding up.
    private let amounts: [PerIndicator<Amount?>?]

    init(_ checked: CheckedReport, earlier: [CheckedReport], reach: Int) {
        self.checked = checked
        reports =
            [checked] + (1...reach).map { distance in earlier.last { $0.year == checked.year - distance } }
        amounts = reports.map { $0?.amounts }
    }

    func checked(_ offset: Int) -> CheckedReport? { reports[-offset] }

    /// The number that counts, of an indicator so many years off; nil where there is none.
    func amount(_ indicator: Indicator.ID, _ offset: Int) -> Amount? { amounts[-offset]?[indicator] }

    /// The left side without the right; nil where an operand is unknown.
    func difference(_ relation: CompiledRules.Relation) -> Interval? {
        var sum = Interval(relation.constant)
        for term in relation.terms {
            guard let amount = amount(term.indicator, term.yearOffset) else { return nil }
            sum.add(Interval(amount), times: term.coefficient)
        }
        return sum
    }

    /// Why an operand is unknown.
    func reason(_ term: CompiledRules.Term) -> Phrase {
        guard let checked = checked(term.yearOffset) else {
            return Phrase(zh: "没有这一年的报告", en: "there is no report of that year")
        }
        switch checked.figure(term.indicator)?.reading {
        case nil: return Phrase(zh: "报告中没有", en: "the report has none")
        case .reported: return Reading.State.unreadable.words
        case let reading?: return reading.state.words
        }
    }
}
