import Output
import Values

/// The axis of a chart: round numbers from 0, or below it, to the largest value or a little above.
struct ChartScale {
    let low: Int64
    let high: Int64
    let step: Int64

    /// - Parameter unit: how many stored units make one that is shown; ticks are whole ones where they can be.
    init(_ values: [Int64], unit: Int64) {
        let largest = max(values.max() ?? 0, 0)
        let smallest = min(values.min() ?? 0, 0)
        let (span, overflow) = largest.subtractingReportingOverflow(smallest)
        let step = overflow ? .max : Self.roundStep(atLeast: max(span / 4, 1), unit: unit)
        self.step = step
        high = Self.up(largest, step)
        low = -Self.up(smallest == .min ? .max : -smallest, step)
    }

    /// 1, 2 or 5 times a power of ten, of shown units.
    private static func roundStep(atLeast least: Int64, unit: Int64) -> Int64 {
        var power = unit
        while true {
            for factor: Int64 in [1, 2, 5] {
                let (step, overflow) = power.multipliedReportingOverflow(by: factor)
                if overflow { return .max }
                if step >= least { return step }
            }
            let (next, overflow) = power.multipliedReportingOverflow(by: 10)
            if overflow { return .max }
            power = next
        }
    }

    private static func up(_ value: Int64, _ step: Int64) -> Int64 {
        let rest = value % step
        guard rest > 0 else { return value }
        let (result, overflow) = value.addingReportingOverflow(step - rest)
        return overflow ? value : result
    }

    var ticks: [Int64] {
        var ticks: [Int64] = []
        var tick = low
        while tick <= high, ticks.count < 12 {
            ticks.append(tick)
            let (next, overflow) = tick.addingReportingOverflow(step)
            if overflow { break }
            tick = next
        }
        return ticks
    }

    /// Where a value stands on an axis of so many units of length, from its low end.
    func position(of value: Int64, along length: Int) -> Int {
        let (span, overflow) = high.subtractingReportingOverflow(low)
        let (offset, alsoOverflow) = value.subtractingReportingOverflow(low)
        guard span > 0, !overflow, !alsoOverflow else { return 0 }
        return Int(ExactQuotient.rounded(offset, times: Int64(length), over: span) ?? 0)
    }

    /// A tick in few characters: `20万`, `200k`.
    static func label(_ value: Int64, _ scale: Scale, _ language: Language) -> String {
        let unit: Int64 = scale == .whole ? 1 : 100
        let steps: [(Int64, Phrase)] = [
            (100_000_000, Phrase(zh: "亿", en: "")), (1_000_000, Phrase(zh: "", en: "M")),
            (10_000, Phrase(zh: "万", en: "")), (1_000, Phrase(zh: "", en: "k")),
        ]
        for (size, suffix) in steps where !suffix[language].isEmpty {
            let (divisor, overflow) = size.multipliedReportingOverflow(by: unit)
            if !overflow, value.magnitude >= divisor.magnitude,
                let hundredths = ExactQuotient.rounded(value, times: 100, over: divisor)
            {
                return Number(hundredths, .hundredths).digits + suffix[language]
            }
        }
        return Number(value, scale).digits
    }
}
