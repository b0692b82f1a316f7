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

    /// Nil beyond what can be counted. The sum of approximate numbers is approximate, in their way where all are alike,
    /// and as exact as the least exact of them.
    package static func sum(of amounts: [Amount]) -> Amount? {
        var total = Amount(value: 0)
        for amount in amounts {
            guard let sum = total.adding(amount) else { return nil }
            total = sum
        }
        return total
    }

    /// The sum of the two in the same way.
    package func adding(_ other: Amount) -> Amount? {
        let (sum, overflow) = value.addingReportingOverflow(other.value)
        guard !overflow else { return nil }
        let shared = qualifier == other.qualifier || other.qualifier == nil ? qualifier : other.qualifier
        return Amount(
            value: sum, qualifier: qualifier != nil && shared != qualifier ? .about : shared,
            precision: max(precision, other.precision))
    }
}
