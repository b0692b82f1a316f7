/// A number as a source wrote it: exact, in the indicator's smallest unit.
package struct Amount: Sendable, Hashable {
    /// Counts as they are, money in 分, percentages in hundredths of a percent.
    package var value: Int64
    package var qualifier: Qualifier?
    /// The step of the last written digit, in the same unit: 216.31万元 is written to 100 元, so 10000 (分).
    package var precision: Int64

    package init(value: Int64, qualifier: Qualifier? = nil, precision: Int64 = 1) {
        self.value = value
        self.qualifier = qualifier
        self.precision = precision
    }

    /// Nil beyond what can be counted. The sum of approximate numbers is approximate, in their way where all are alike.
    package static func sum(of amounts: [Amount]) -> Amount? {
        var total = Amount(value: 0)
        var qualifiers = Set<Qualifier>()
        for amount in amounts {
            let (value, overflow) = total.value.addingReportingOverflow(amount.value)
            guard !overflow else { return nil }
            total.value = value
            total.precision = max(total.precision, amount.precision)
            if let qualifier = amount.qualifier { qualifiers.insert(qualifier) }
        }
        total.qualifier = qualifiers.count > 1 ? .about : qualifiers.first
        return total
    }
}
