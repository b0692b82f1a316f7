/// Division by integer arithmetic, rounded half away from zero.
enum ExactQuotient {
    /// `value × factor ÷ divisor`; nil where the divisor is 0 or the result too large.
    static func rounded(_ value: Int64, times factor: Int64, over divisor: Int64) -> Int64? {
        guard divisor != 0 else { return nil }
        let product = value.magnitude.multipliedFullWidth(by: factor.magnitude)
        guard product.high < divisor.magnitude else { return nil }
        let (quotient, remainder) = divisor.magnitude.dividingFullWidth(product)
        // Written so that nothing can overflow: the remainder is at least half of the divisor.
        let isRoundedUp = remainder >= divisor.magnitude - remainder
        guard let magnitude = Int64(exactly: quotient), magnitude < .max else { return nil }
        let rounded = magnitude + (isRoundedUp ? 1 : 0)
        return (value < 0) != (divisor < 0) ? -rounded : rounded
    }
}

/// Percentages by integer arithmetic.
enum Percentage {
    /// `part` in hundredths of a percent of `whole`, to one tenth of a percent; nil where the whole is 0.
    static func hundredths(of part: Int64, over whole: Int64) -> Int64? {
        guard let tenths = ExactQuotient.rounded(part, times: 1_000, over: whole) else { return nil }
        let (hundredths, overflow) = tenths.multipliedReportingOverflow(by: 10)
        return overflow ? nil : hundredths
    }
}
