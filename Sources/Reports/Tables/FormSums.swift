import Catalogue
import Values

/// The sums that the form itself demands within one year: rows, columns, balances.
struct FormSums {
    /// The sides of each, and the editions that it is about; none for those that are about all that have its cells.
    private let equations: [(sides: [Sum], editions: [String])]
    private let indicators: IndicatorList

    init(_ codebook: Codebook) {
        let rules = (try? Rulebook(codebook).rules) ?? []
        var equations: [(sides: [Sum], editions: [String])] = []
        for rule in rules where rule.severity == .error {
            guard case .relations(let relations) = rule.test else { continue }
            let sums = relations.filter { equation in
                equation.relation == .equal && equation.terms.allSatisfy { $0.yearOffset == 0 }
            }
            equations += sums.map { ([$0.left, $0.right], rule.editions) }
        }
        self.equations = equations
        indicators = codebook.indicators
    }

    /// A sum of which all figures are known, and what they say.
    struct Decided {
        var left: Int64
        var right: Int64
        /// Each figure of it, with how often it counts on the left side, or less than nothing on the right.
        var terms: [(indicator: Indicator.ID, coefficient: Int64)]

        var holds: Bool { left == right }
    }

    /// The sums of an edition of the form that the figures decide. For the proof alone, a blank adds nothing.
    func decided(by figures: [Figure], of edition: String) -> [Decided] {
        var amounts: [Indicator.ID: Int64] = [:]
        for figure in figures {
            switch figure.reading {
            case .reported(let amount): amounts[figure.indicator] = amount.value
            case .blank, .notApplicable: amounts[figure.indicator] = 0
            case .unreadable: break
            }
        }
        return equations.compactMap { sides, editions in
            guard editions.isEmpty || editions.contains(edition), let left = value(sides[0], amounts),
                let right = value(sides[1], amounts)
            else { return nil }
            let terms = zip(sides, [Int64(1), -1]).flatMap { side, sign in
                side.terms.compactMap { term in
                    indicators.id(of: term.code).map { ($0, sign * term.coefficient) }
                }
            }
            return Decided(left: left, right: right, terms: terms)
        }
    }

    private func value(_ sum: Sum, _ amounts: [Indicator.ID: Int64]) -> Int64? {
        var total = sum.constant
        for term in sum.terms {
            guard let id = indicators.id(of: term.code), let amount = amounts[id] else { return nil }
            let (product, overflow) = amount.multipliedReportingOverflow(by: term.coefficient)
            let (next, carry) = total.addingReportingOverflow(product)
            guard !overflow, !carry else { return nil }
            total = next
        }
        return total
    }
}
