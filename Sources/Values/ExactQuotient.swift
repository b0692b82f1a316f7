/// Division by integer arithmetic.
package enum ExactQuotient {
    /// `value × factor ÷ divisor`, rounded half away from zero; nil where the divisor is 0 or the result too large.
    package static func rounded(_ value: Int64, times factor: Int64, over divisor: Int64) -> Int64? {
        guard let (magnitude, remainder, isNegative) = parts(value, factor, divisor) else { return nil }
        // Written so that nothing can overflow: the remainder is at least half of the divisor.
        let isRoundedUp = remainder >= divisor.magnitude - remainder
        let rounded = magnitude + (isRoundedUp ? 1 : 0)
        return isNegative ? -rounded : rounded
    }

    /// The same, down to the next whole number.
    package static func floor(_ value: Int64, times factor: Int64, over divisor: Int64) -> Int64? {
        guard let (magnitude, remainder, isNegative) = parts(value, factor, divisor) else { return nil }
        return isNegative ? -magnitude - (remainder == 0 ? 0 : 1) : magnitude
    }

    /// The same, up to the next whole number.
    package static func ceiling(_ value: Int64, times factor: Int64, over divisor: Int64) -> Int64? {
        guard let (magnitude, remainder, isNegative) = parts(value, factor, divisor) else { return nil }
        return isNegative ? -magnitude : magnitude + (remainder == 0 ? 0 : 1)
    }

    /// The quotient's size below `Int64.max`, what is left, and its sign.
    private static func parts(
        _ value: Int64, _ factor: Int64, _ divisor: Int64
    ) -> (magnitude: Int64, remainder: UInt64, isNegative: Bool)? {
        guard divisor != 0 else { return nil }
        let product = value.magnitude.multipliedFullWidth(by: factor.magnitude)
        guard product.high < divisor.magnitude else { return nil }
        let (quotient, remainder) = divisor.magnitude.dividingFullWidth(product)
        guard let magnitude = Int64(exactly: quotient), magnitude < .max else { return nil }
        return (magnitude, remainder, ((value < 0) != (divisor < 0)) != (factor < 0))
    }
}
