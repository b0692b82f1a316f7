import Values

/// A number as it is written: `digits` times ten to the power of `exponent`, so that 216.31万 is 21631 and 2.
///
/// The exponent also tells how exact the writer was.
struct ExactNumber: Equatable {
    var digits: Int64
    var exponent: Int

    /// The number in units of a hundredth or of one; nil where that is not whole or does not fit.
    func amount(scale: Int64, qualifier: Qualifier?) -> Amount? {
        let power = exponent + (scale == 100 ? 2 : 0)
        guard let step = Self.powerOfTen(abs(power)) else { return nil }
        if power < 0 {
            let (whole, rest) = digits.quotientAndRemainder(dividingBy: step)
            return rest == 0 ? Amount(value: whole, qualifier: qualifier) : nil
        }
        let (value, overflow) = digits.multipliedReportingOverflow(by: step)
        return overflow ? nil : Amount(value: value, qualifier: qualifier, precision: step)
    }

    /// `1万` and `2千` are one number, 1万2千, if the second is smaller than what the first one counts in.
    func adding(_ smaller: ExactNumber) -> ExactNumber? {
        guard exponent > smaller.exponent, let ratio = Self.powerOfTen(exponent - smaller.exponent),
            smaller.digits < ratio
        else { return nil }
        let (scaled, overflow) = digits.multipliedReportingOverflow(by: ratio)
        let (sum, second) = scaled.addingReportingOverflow(smaller.digits)
        return overflow || second ? nil : ExactNumber(digits: sum, exponent: smaller.exponent)
    }

    private static func powerOfTen(_ power: Int) -> Int64? {
        guard power <= 18 else { return nil }
        return (0..<power).reduce(1) { result, _ in result * 10 }
    }
}
