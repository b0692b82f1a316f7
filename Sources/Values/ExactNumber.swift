/// A number before anything of it is rounded: a count, a rate as the quotient that it is, a quartile between two of
/// them. Places, medians and changes are told by these, and rounded where they are shown.
package struct ExactNumber: Sendable, Hashable {
    private let numerator: Int128
    /// Above 0, and without a divisor in common with the numerator.
    private let denominator: Int128

    package init(_ value: Int64) {
        (numerator, denominator) = (Int128(value), 1)
    }

    /// - Parameter denominator: above 0.
    fileprivate init(_ numerator: Int128, above0 denominator: Int128) {
        let common = denominator == 1 ? 1 : Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        (self.numerator, self.denominator) = (numerator / common, denominator / common)
    }

    private static func commonDivisor(_ one: UInt128, _ other: UInt128) -> Int128 {
        var (large, small) = (one, other)
        while small > 0 {
            // Most are small, and dividing these takes a tenth of the time.
            if let narrow = UInt64(exactly: small), let wide = UInt64(exactly: large) {
                var (large, small) = (wide, narrow)
                while small > 0 { (large, small) = (small, large % small) }
                return Int128(large)
            }
            (large, small) = (small, large % small)
        }
        return Int128(large)
    }

    /// Nil beyond what can be counted, as with the rest of these.
    package func subtracting(_ other: ExactNumber) -> ExactNumber? {
        if denominator == other.denominator {
            let (difference, overflow) = numerator.subtractingReportingOverflow(other.numerator)
            return overflow ? nil : ExactNumber(difference, above0: denominator)
        }
        let (one, isOneTooLarge) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (two, isTwoTooLarge) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (divisor, isTooFine) = denominator.multipliedReportingOverflow(by: other.denominator)
        let (difference, overflow) = one.subtractingReportingOverflow(two)
        return isOneTooLarge || isTwoTooLarge || isTooFine || overflow ? nil : ExactNumber(difference, above0: divisor)
    }

    package func adding(_ other: ExactNumber) -> ExactNumber? {
        guard other.numerator != .min else { return nil }
        return subtracting(ExactNumber(negated: other))
    }

    private init(negated other: ExactNumber) {
        (numerator, denominator) = (-other.numerator, other.denominator)
    }

    /// `number × factor ÷ divisor`, the divisor above 0.
    package func times(_ factor: Int64, over divisor: Int64) -> ExactNumber? {
        let (product, isTooLarge) = numerator.multipliedReportingOverflow(by: Int128(factor))
        let (below, isTooFine) = denominator.multipliedReportingOverflow(by: Int128(divisor))
        return isTooLarge || isTooFine ? nil : ExactNumber(product, above0: below)
    }

    /// Nil also over 0.
    package func divided(by other: ExactNumber) -> ExactNumber? {
        guard other.numerator != 0, other.numerator != .min else { return nil }
        let (above, isTooLarge) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (below, isTooFine) = denominator.multipliedReportingOverflow(by: other.numerator)
        guard !isTooLarge, !isTooFine, above != .min, below != .min else { return nil }
        return below < 0 ? ExactNumber(-above, above0: -below) : ExactNumber(above, above0: below)
    }

    /// So many times the number, rounded half away from zero.
    package func rounded(times factor: Int64 = 1) -> Int64? {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: Int128(factor))
        guard !overflow else { return nil }
        let (quotient, rest) = product.quotientAndRemainder(dividingBy: denominator)
        let isRoundedUp = rest.magnitude >= denominator.magnitude - rest.magnitude
        return Int64(exactly: isRoundedUp ? quotient + product.signum() : quotient)
    }
}

/// A division that nobody has done yet: `value × factor ÷ divisor`, in a quarter of the room of its result.
package struct Quotient: Sendable, Hashable {
    private let value: Int64
    private let factor: Int64
    private let divisor: Int64

    /// Nil over 0.
    package init?(_ value: Int64, times factor: Int64, over divisor: Int64) {
        guard divisor != 0 else { return nil }
        (self.value, self.factor, self.divisor) = (value, factor, divisor)
    }

    package var exact: ExactNumber {
        let product = Int128(value) * Int128(factor)
        return ExactNumber(divisor < 0 ? -product : product, above0: Int128(divisor.magnitude))
    }
}

extension ExactNumber: Comparable {
    package static func < (one: ExactNumber, other: ExactNumber) -> Bool {
        if one.denominator == other.denominator { return one.numerator < other.numerator }
        let (left, right) = (
            one.numerator.multipliedFullWidth(by: other.denominator),
            other.numerator.multipliedFullWidth(by: one.denominator)
        )
        return (left.high, left.low) < (right.high, right.low)
    }
}

extension ExactNumber: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self.init(value) }
}
