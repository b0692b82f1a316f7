import Catalogue
import Values

/// What a measure comes to where all of its operands are known: exact whole numbers of its smallest step.
package enum Measurement: Sendable, Equatable {
    case exact(Int64)
    /// Of numbers that were written rounded, such as 139.6万元: what they come to as written, and between what the truth
    /// lies.
    case rounded(Int64, Range)
    /// Of numbers that are said to be approximate: only between what the truth lies.
    case between(Range)
    /// A division by 0.
    case undefined

    /// A nil end is open.
    package struct Range: Sendable, Equatable {
        package var lower: Int64?
        package var upper: Int64?

        package init(lower: Int64?, upper: Int64?) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// The one number that it is, if it is one.
    package var value: Int64? {
        switch self {
        case .exact(let value), .rounded(let value, _): value
        case .between, .undefined: nil
        }
    }

    package var range: Range? {
        switch self {
        case .exact(let value): Range(lower: value, upper: value)
        case .rounded(_, let range), .between(let range): range
        case .undefined: nil
        }
    }
}

/// The two sums of a ratio, or the one of a sum, with the figures of one report or of several in place.
package struct MeasuredSides: Sendable, Equatable {
    /// In the smallest units of their indicators.
    package private(set) var above: Side
    package private(set) var below: Side?

    package struct Side: Sendable, Equatable {
        /// As the figures are written; nil beyond what can be counted.
        package var written: Int64?
        /// Between what it truly is.
        package var truth: Interval
        /// Whether a figure in it is said to be approximate.
        package var isApproximate = false
    }

    /// Nil where a figure is not known.
    package init?(_ formula: Measure.Formula, _ amount: (Term) -> Amount?) {
        guard let above = Self.side(formula.sum, amount) else { return nil }
        self.above = above
        guard let over = formula.over else { return }
        guard let below = Self.side(over, amount) else { return nil }
        self.below = below
    }

    private static func side(_ sum: Sum, _ amount: (Term) -> Amount?) -> Side? {
        var side = Side(written: sum.constant, truth: Interval(sum.constant))
        for term in sum.terms {
            guard let amount = amount(term) else { return nil }
            side.add(Interval(amount), written: amount.value, times: term.coefficient)
            if amount.qualifier != nil { side.isApproximate = true }
        }
        return side
    }

    /// Those of another report beside these, for what all of them come to together.
    package mutating func add(_ other: MeasuredSides) {
        above.add(other.above)
        if let below = other.below { self.below?.add(below) }
    }
}

extension MeasuredSides.Side {
    fileprivate mutating func add(_ interval: Interval, written value: Int64?, times factor: Int64) {
        truth.add(interval, times: factor)
        guard let start = written, let value else {
            written = nil
            return
        }
        written = start.adding(value, times: factor)
    }

    fileprivate mutating func add(_ other: Self) {
        add(other.truth, written: other.written, times: 1)
        isApproximate = isApproximate || other.isApproximate
    }
}

extension Measure {
    /// Over fewer cases than these a rate says little.
    package static let fewCases: Int64 = 10

    /// What it comes to, in the smallest step of its unit's scale.
    ///
    /// A ratio is rounded half away from zero, its bounds outwards. A denominator that may be 0 leaves it unbounded.
    package func measurement(_ sides: MeasuredSides) -> Measurement {
        guard let below = sides.below else { return sum(sides.above) }
        if below.truth.isExact, below.truth.lower == 0 { return .undefined }
        let times = multiplier
        let range = Self.range(sides.above.truth, over: below.truth, times: times)
        guard !sides.above.isApproximate, !below.isApproximate, let above = sides.above.written,
            let divisor = below.written, let value = ExactQuotient.rounded(above, times: times, over: divisor)
        else { return .between(range) }
        return sides.above.truth.isExact && below.truth.isExact ? .exact(value) : .rounded(value, range)
    }

    /// What is divided to make hundredths of its unit, before that is rounded; nil of a sum, and over 0.
    package func quotient(_ sides: MeasuredSides) -> Quotient? {
        guard let above = sides.above.written, let below = sides.below?.written else { return nil }
        return Quotient(above, times: multiplier, over: below)
    }

    private func sum(_ side: MeasuredSides.Side) -> Measurement {
        let range = Measurement.Range(lower: side.truth.lower, upper: side.truth.upper)
        guard !side.isApproximate, let value = side.written else { return .between(range) }
        return side.truth.isExact ? .exact(value) : .rounded(value, range)
    }

    /// What makes hundredths of the measure's unit of a quotient of stored numbers.
    private var multiplier: Int64 {
        let factor = unit.factor * 100
        return switch (unit.isPart ? 1 : aboveScale, unit.isPart ? 1 : belowScale) {
        case (1, let below): factor * below
        case (let above, let below): factor / above * below
        }
    }

    /// Whether a ratio is over so few cases that it says little; money is no case.
    package func isOverFew(_ sides: MeasuredSides) -> Bool {
        guard let below = sides.below, !isOverMoney else { return false }
        return (below.truth.lower ?? 0) < Self.fewCases
    }

    /// The bounds of a quotient, rounded outwards; open where the divisor may be 0 or below.
    private static func range(_ above: Interval, over below: Interval, times: Int64) -> Measurement.Range {
        guard let least = below.lower, least >= 0, let low = above.lower else {
            return Measurement.Range(lower: nil, upper: nil)
        }
        var range = Measurement.Range(lower: nil, upper: nil)
        if low >= 0 {
            range.lower = below.upper.map { ExactQuotient.floor(low, times: times, over: $0) } ?? 0
        } else if least > 0 {
            range.lower = ExactQuotient.floor(low, times: times, over: least)
        }
        if let high = above.upper {
            if high < 0 {
                range.upper = below.upper.map { ExactQuotient.ceiling(high, times: times, over: $0) } ?? 0
            } else if least > 0 {
                range.upper = ExactQuotient.ceiling(high, times: times, over: least)
            }
        }
        return range
    }
}
