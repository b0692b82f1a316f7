import Catalogue
import Values

/// The rules made ready for one list of indicators: codes are places, and for each form the relations that it can have.
struct CompiledRules: Sendable {
    struct Term: Sendable {
        let indicator: Indicator.ID
        /// Negative on the right side.
        let coefficient: Int64
        let yearOffset: Int
    }

    /// A class, so that handing it over costs one reference and not one for each of its lists.
    final class Relation: Sendable {
        /// The rule's place in the rulebook.
        let rule: Int
        let equation: Equation
        /// Left side, then right side.
        let terms: [Term]
        /// Σ coefficient × figure + constant stands against 0.
        let constant: Int64
        let unit: Unit
        let reachesBack: Bool

        init(_ equation: Equation, terms: [Term], rule: Int, unit: Unit) {
            self.rule = rule
            self.equation = equation
            self.terms = terms
            self.unit = unit
            constant = equation.left.constant - equation.right.constant
            reachesBack = terms.contains { $0.yearOffset != 0 }
        }

        var leftCount: Int { equation.left.terms.count }

        func holds(_ difference: Interval) -> Bool {
            switch equation.relation {
            case .equal: difference.contains0
            case .atMost: (difference.lower ?? 0) <= 0
            case .atLeast: (difference.upper ?? 0) >= 0
            }
        }
    }

    struct BoundJump: Sendable {
        let rule: Int
        let jump: Jump
    }

    let relations: [Relation]
    /// The relations to try, by edition.
    private let applicable: [String: [Int]]
    let bounds: PerIndicator<[Relation]>
    let jumps: PerIndicator<[BoundJump]>
    /// What may be below 0: changes.
    let signed: Set<Indicator.ID>
    /// What forms have in 万元.
    let inTenThousands: Set<Indicator.ID>
    /// How many years before a report's own the rules look at.
    let reach: Int

    /// A code that the list of indicators lacks is nobody's figure: a relation with it is left out.
    init(_ rulebook: Rulebook, forms: [Form], indicators: IndicatorList) {
        var relations: [Relation] = []
        var bounds = PerIndicator<[Relation]>(indicators) { _ in [] }
        var jumps = PerIndicator<[BoundJump]>(indicators) { _ in [] }
        var bound: [Relation] = []
        for (number, rule) in rulebook.rules.enumerated() {
            let made = rule.equations.compactMap { Self.relation($0, rule: number, indicators) }
            if case .bounds = rule.test {
                for relation in made { bounds[relation.terms[0].indicator].append(relation) }
                bound += made
            } else {
                relations += made
            }
            guard case .jumps(let list) = rule.test else { continue }
            for jump in list {
                if let id = indicators.id(of: jump.code) { jumps[id].append(BoundJump(rule: number, jump: jump)) }
            }
        }
        self.relations = relations
        self.bounds = bounds
        self.jumps = jumps
        signed = Set(forms.flatMap(\.signedCodes).compactMap { indicators.id(of: $0) })
        inTenThousands = Set(forms.flatMap(\.codesInTenThousands).compactMap { indicators.id(of: $0) })
        applicable = Self.applicable(relations, rulebook, forms)
        reach = (relations + bound).flatMap(\.terms).reduce(1) { max($0, -$1.yearOffset) }
    }

    func relations(of edition: String) -> [Int] { applicable[edition] ?? applicable[""] ?? [] }

    private static func relation(
        _ equation: Equation, rule: Int, _ indicators: IndicatorList
    ) -> Relation? {
        var terms: [Term] = []
        for (sum, sign) in [(equation.left, Int64(1)), (equation.right, -1)] {
            for term in sum.terms {
                guard let id = indicators.id(of: term.code) else { return nil }
                terms.append(
                    Term(indicator: id, coefficient: sign * term.coefficient, yearOffset: term.yearOffset))
            }
        }
        guard let first = terms.first else { return nil }
        return Relation(equation, terms: terms, rule: rule, unit: indicators[first.indicator].unit)
    }

    /// A relation is one of a form's when the form has every cell of this year that any form has; what only sentences
    /// tell may stand beside any form. The edition of the empty name is that of reports without a known form.
    private static func applicable(
        _ relations: [Relation], _ rulebook: Rulebook, _ forms: [Form]
    ) -> [String: [Int]] {
        let cells = forms.map { Set($0.codes) }
        let anywhere = cells.reduce(Set<String>()) { $0.union($1) }
        var result: [String: [Int]] = [:]
        for (edition, own) in zip(forms.map(\.edition) + [""], cells + [[]]) {
            result[edition] = relations.indices.filter { number in
                let relation = relations[number]
                let editions = rulebook.rules[relation.rule].editions
                let wanted = relation.equation.terms.filter { $0.yearOffset == 0 }.map(\.code)
                return (editions.isEmpty || editions.contains(edition))
                    && wanted.allSatisfy { own.contains($0) || !anywhere.contains($0) }
            }
        }
        return result
    }
}
