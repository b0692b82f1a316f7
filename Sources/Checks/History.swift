import Reports
import Values

/// A report and those of earlier years, by their distance.
struct History {
    let account: Account
    /// At place n the account of n years before, if there is one; at 0 the report itself.
    private let accounts: [Account?]
    /// The accounts' amounts: they are asked for hundreds of times a report, and copying whole accounts would take
    /// longer than adding up.
    private let amounts: [[Amount?]?]

    init(_ account: Account, earlier: [Account], reach: Int) {
        self.account = account
        accounts =
            [account] + (1...reach).map { distance in earlier.last { $0.year == account.year - distance } }
        amounts = accounts.map { $0?.amounts }
    }

    func account(_ offset: Int) -> Account? { accounts[-offset] }

    /// The number that counts, of an indicator so many years off; nil where there is none.
    func amount(_ indicator: Int, _ offset: Int) -> Amount? { amounts[-offset]?[indicator] }

    /// The left side without the right; nil where an operand is unknown.
    func difference(_ relation: Program.Relation) -> Interval? {
        var sum = Interval(relation.constant)
        for term in relation.terms {
            guard let amount = amount(term.indicator, term.yearOffset) else { return nil }
            sum.add(Interval(amount), times: term.coefficient)
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
        case .reported: return Reading.State.unreadable.words
        case let reading?: return reading.state.words
        }
    }
}
