/// All equations of a rulebook as one system, to see whether a report could keep them all.
///
/// Equalities are brought into echelon form by whole-number elimination; a row that comes down to 0 = c is a
/// contradiction. Of inequalities, those over a single figure are compared with each other and with what the equalities
/// leave of it. Numbers that grow too large are let pass: a rule is refused only where it is certainly wrong.
struct RuleSystem {
    private typealias Key = Equation.Operand

    /// Σ coefficient × figure + constant, which is to be 0, or at most, or at least.
    private struct Row {
        var coefficients: [Key: Int64]
        var constant: Int64
        let relation: Equation.Relation
        /// The rule's place in `rules`.
        let rule: Int
    }

    /// What is told must not hang on the order of a dictionary.
    private static func precedes(_ one: Key, _ other: Key) -> Bool {
        (one.code, one.yearOffset) < (other.code, other.yearOffset)
    }

    private let rules: [Rule]
    private var rows: [Row] = []

    init(_ rules: [Rule]) {
        self.rules = rules
        for (place, rule) in rules.enumerated() {
            for equation in rule.equations {
                rows.append(
                    Row(
                        coefficients: equation.netCoefficients,
                        constant: equation.left.constant - equation.right.constant, relation: equation.relation,
                        rule: place))
            }
        }
    }

    func requireConsistent() throws(RuleError) {
        var pivots: [Key: Row] = [:]
        for equality in rows where equality.relation == .equal {
            guard let (row, others) = Self.reduced(equality, by: pivots) else { continue }
            if let pivot = row.coefficients.keys.min(by: Self.precedes) {
                pivots[pivot] = row
            } else if row.constant != 0 {
                throw contradiction(equality.rule, opposite(of: equality).map { [$0] } ?? Array(others))
            }
        }
        try requireRoom(rows.filter { $0.relation != .equal } + pivots.values)
    }

    /// The rule of one equality that leaves 0 = c together with this one.
    private func opposite(of row: Row) -> Int? {
        guard let key = row.coefficients.keys.min(by: Self.precedes), let mine = row.coefficients[key] else {
            return nil
        }
        return rows.first { other in
            guard other.relation == .equal, other.rule != row.rule, let its = other.coefficients[key],
                let sum = Self.combined(row, times: its, other, times: -mine)
            else { return false }
            return sum.coefficients.isEmpty && sum.constant != 0
        }?.rule
    }

    /// What is left of a row when the pivots' figures are put in, and the rules that did so; nil when numbers overflow.
    private static func reduced(_ row: Row, by pivots: [Key: Row]) -> (row: Row, others: Set<Int>)? {
        var row = row
        var others = Set<Int>()
        while let key = row.coefficients.keys.first(where: { pivots[$0] != nil }), let pivot = pivots[key],
            let mine = row.coefficients[key], let its = pivot.coefficients[key]
        {
            guard let next = combined(row, times: its, pivot, times: -mine) else { return nil }
            row = next
            others.insert(pivot.rule)
        }
        return (row, others)
    }

    private static func combined(_ one: Row, times factor: Int64, _ two: Row, times otherFactor: Int64) -> Row? {
        var result = Row(coefficients: [:], constant: 0, relation: .equal, rule: one.rule)
        for (row, factor) in [(one, factor), (two, otherFactor)] {
            for (key, value) in row.coefficients {
                guard let sum = sum(result.coefficients[key, default: 0], value, factor) else { return nil }
                result.coefficients[key] = sum
            }
            guard let constant = sum(result.constant, row.constant, factor) else { return nil }
            result.constant = constant
        }
        result.coefficients = result.coefficients.filter { $0.value != 0 }
        return result
    }

    private static func sum(_ start: Int64, _ value: Int64, _ factor: Int64) -> Int64? {
        start.adding(value, times: factor).flatMap { $0 == .min ? nil : $0 }
    }

    /// Whether every figure that is bounded on its own has a value left.
    private func requireRoom(_ rows: [Row]) throws(RuleError) {
        var lowest: [Key: (value: Int64, rule: Int)] = [:]
        var highest: [Key: (value: Int64, rule: Int)] = [:]
        for row in rows {
            guard row.coefficients.count == 1, let (key, coefficient) = row.coefficients.first else { continue }
            // coefficient × figure ≤ or ≥ -constant
            let isFlipped = coefficient < 0
            let limit = isFlipped ? row.constant : -row.constant
            let (quotient, remainder) = limit.quotientAndRemainder(dividingBy: abs(coefficient))
            let (down, up) = (remainder < 0 ? quotient - 1 : quotient, remainder > 0 ? quotient + 1 : quotient)
            if row.relation != (isFlipped ? .atMost : .atLeast), down < highest[key]?.value ?? .max {
                highest[key] = (down, row.rule)
            }
            if row.relation != (isFlipped ? .atLeast : .atMost), up > lowest[key]?.value ?? .min {
                lowest[key] = (up, row.rule)
            }
        }
        for key in lowest.keys.sorted(by: Self.precedes) {
            guard let low = lowest[key], let high = highest[key], low.value > high.value else { continue }
            throw contradiction(low.rule, [high.rule])
        }
    }

    /// Told of the rule that was added last, which is the user's.
    private func contradiction(_ one: Int, _ others: [Int]) -> RuleError {
        let involved = Set(others + [one]).sorted()
        let last = rules[involved.last ?? one]
        let earlier = involved.dropLast().map { rules[$0].name }
        return .contradiction(
            file: last.file, line: last.line, rule: last.name, others: earlier.isEmpty ? [last.name] : earlier)
    }
}

extension Rule {
    /// The linear relations of the rule, whichever kind of test it is.
    package var equations: [Equation] {
        switch test {
        case .relations(let equations), .bounds(let equations): equations
        case .jumps, .fact: []
        }
    }
}
