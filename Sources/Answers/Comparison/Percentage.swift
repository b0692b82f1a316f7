import Values

/// Percentages by integer arithmetic.
enum Percentage {
    /// `part` in hundredths of a percent of `whole`, to one tenth of a percent; nil where the whole is 0.
    static func hundredths(of part: Int64, over whole: Int64) -> Int64? {
        guard let tenths = ExactQuotient.rounded(part, times: 1_000, over: whole) else { return nil }
        let (hundredths, overflow) = tenths.multipliedReportingOverflow(by: 10)
        return overflow ? nil : hundredths
    }
}
