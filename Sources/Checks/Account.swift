import Reports

/// One report as the rules see it: its figures by indicator, corrections in place of what they correct.
package struct Account: Sendable {
    package let report: Report
    /// The figures' places in `report.figures` by indicator, -1 where the report has none.
    private let slots: [Int32]
    /// By indicator.
    private let corrections: [Int: Int64]

    /// - Parameters:
    ///   - corrections: what staff put in place of figures, by indicator.
    ///   - indicatorCount: of the list that indicators are places in.
    package init(_ report: Report, corrections: [Int: Int64] = [:], indicatorCount: Int) {
        self.report = report
        self.corrections = corrections
        var slots = [Int32](repeating: -1, count: indicatorCount)
        for (number, figure) in report.figures.enumerated() where slots.indices.contains(figure.indicator) {
            slots[figure.indicator] = Int32(number)
        }
        self.slots = slots
    }

    package var year: Int { report.year }

    func figure(_ indicator: Int) -> Figure? {
        let slot = slots[indicator]
        return slot < 0 ? nil : report.figures[Int(slot)]
    }

    /// The number that counts: the correction if there is one, else what is reported.
    func amount(_ indicator: Int) -> Amount? {
        let slot = slots[indicator]
        guard slot >= 0 else { return nil }
        if !corrections.isEmpty, let corrected = corrections[indicator] { return Amount(value: corrected) }
        return report.figures[Int(slot)].reading.amount
    }

    func isCorrected(_ indicator: Int) -> Bool { corrections[indicator] != nil }
}
