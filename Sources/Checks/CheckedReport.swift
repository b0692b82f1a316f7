import Catalogue
import Reports
import Values

/// One report as the rules see it: its figures by indicator, corrections in place of what they correct.
package struct CheckedReport: Sendable {
    package let report: Report
    /// What counts, by indicator: the correction if there is one, else what is reported; nil where there is no number.
    let amounts: PerIndicator<Amount?>
    /// Years of last year's report that its text still has; looked for by whoever has both transcripts.
    package var staleYears: [StaleYear] = []
    /// By indicator.
    private let corrections: [Indicator.ID: Int64]

    /// - Parameters:
    ///   - corrections: what staff put in place of figures, by indicator.
    ///   - indicators: the list that the report's figures are of.
    package init(_ report: Report, corrections: [Indicator.ID: Int64] = [:], indicators: IndicatorList) {
        self.report = report
        self.corrections = corrections
        var amounts = PerIndicator<Amount?>(indicators) { _ in nil }
        for figure in report.figures where indicators.has(figure.indicator) {
            amounts[figure.indicator] = figure.reading.amount
        }
        for (indicator, value) in corrections where indicators.has(indicator) {
            amounts[indicator] = Amount(value: value)
        }
        self.amounts = amounts
    }

    package var year: Int { report.year }

    func figure(_ indicator: Indicator.ID) -> Figure? { report.figure(indicator) }

    func isCorrected(_ indicator: Indicator.ID) -> Bool { corrections[indicator] != nil }
}
