import Reports
import Values

/// One report as the rules see it: its figures by indicator, corrections in place of what they correct.
package struct Account: Sendable {
    package let report: Report
    /// What counts, by indicator: the correction if there is one, else what is reported; nil where there is no number.
    let amounts: [Amount?]
    /// By indicator.
    private let corrections: [Int: Int64]

    /// - Parameters:
    ///   - corrections: what staff put in place of figures, by indicator.
    ///   - indicatorCount: of the list that indicators are places in.
    package init(_ report: Report, corrections: [Int: Int64] = [:], indicatorCount: Int) {
        self.report = report
        self.corrections = corrections
        var amounts = [Amount?](repeating: nil, count: indicatorCount)
        for figure in report.figures where amounts.indices.contains(figure.indicator) {
            amounts[figure.indicator] = figure.reading.amount
        }
        for (indicator, value) in corrections where amounts.indices.contains(indicator) {
            amounts[indicator] = Amount(value: value)
        }
        self.amounts = amounts
    }

    package var year: Int { report.year }

    func figure(_ indicator: Int) -> Figure? { report.figures.first { $0.indicator == indicator } }

    func isCorrected(_ indicator: Int) -> Bool { corrections[indicator] != nil }
}
