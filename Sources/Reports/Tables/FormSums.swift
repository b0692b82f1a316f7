import Catalogue
import Values

/// The sums that the form itself demands within one year: rows, columns, balances.
struct FormSums {
    /// One of them, with what its sides add up.
    struct Equation: Sendable {
        fileprivate let sides: [Sum]
        /// The editions that it is about; none where it is about all that have its cells.
        fileprivate let editions: [String]
        /// Each figure of it, with how often it counts on the left side, or less than nothing on the right.
        let terms: [(indicator: Indicator.ID, coefficient: Int64)]
    }

    /// Made when they are first asked for: most reports need no proof, and the rules take long to parse.
    private let equations: Once<[Equation]>
    private let indicators: IndicatorList

    init(_ codebook: Codebook) {
        indicators = codebook.indicators
        equations = Once { Self.equations(codebook) }
    }

    private static func equations(_ codebook: Codebook) -> [Equation] {
        let rules = (try? Rulebook(codebook).rules) ?? []
        return rules.filter { $0.severity == .error }.flatMap { rule -> [Equation] in
            guard case .relations(let relations) = rule.test else { return [] }
            let sums = relations.filter { equation in
                equation.relation == .equal && equation.terms.allSatisfy { $0.yearOffset == 0 }
            }
            return sums.map { sum in
                let terms = zip([sum.left, sum.right], [Int64(1), -1]).flatMap { side, sign in
                    side.terms.compactMap { term in
                        codebook.indicators.id(of: term.code).map { ($0, sign * term.coefficient) }
                    }
                }
                return Equation(sides: [sum.left, sum.right], editions: rule.editions, terms: terms)
            }
        }
    }

    /// A sum of which all figures are known, and what they say.
    struct Decided {
        var left: Int64
        var right: Int64
        /// As those of its equation.
        var terms: [(indicator: Indicator.ID, coefficient: Int64)]

        var holds: Bool { left == right }
    }

    /// What figures say by their indicators. For the proof alone, a blank is nothing.
    static func amounts(of figures: [Figure]) -> [Indicator.ID: Int64] {
        var amounts: [Indicator.ID: Int64] = [:]
        for figure in figures {
            switch figure.reading {
            case .reported(let amount): amounts[figure.indicator] = amount.value
            case .blank, .notApplicable: amounts[figure.indicator] = 0
            case .unreadable: break
            }
        }
        return amounts
    }

    /// The sums that an edition of the form demands.
    func equations(of edition: String) -> [Equation] {
        equations.value.filter { $0.editions.isEmpty || $0.editions.contains(edition) }
    }

    /// The sums of an edition of the form that the figures decide.
    func decided(by figures: [Figure], of edition: String) -> [Decided] {
        let amounts = Self.amounts(of: figures)
        return equations(of: edition).compactMap { decided($0, by: amounts) }
    }

    /// What both sides of a sum say; nil where a figure is missing.
    func decided(_ equation: Equation, by amounts: [Indicator.ID: Int64]) -> Decided? {
        guard let left = value(equation.sides[0], amounts), let right = value(equation.sides[1], amounts) else {
            return nil
        }
        return Decided(left: left, right: right, terms: equation.terms)
    }

    private func value(_ sum: Sum, _ amounts: [Indicator.ID: Int64]) -> Int64? {
        var total = sum.constant
        for term in sum.terms {
            guard let id = indicators.id(of: term.code), let amount = amounts[id] else { return nil }
            guard let next = total.adding(amount, times: term.coefficient) else { return nil }
            total = next
        }
        return total
    }
}
