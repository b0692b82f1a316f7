import Output
import Values

/// The axis of a chart: round numbers from 0, or below it, to the largest value or a little above.
///
/// A few values that are far above all others would flatten these: then the axis breaks. Its lower three quarters go to
/// the largest of the others, and what is above has the rest.
struct ChartScale {
    let low: Int64
    /// The end of the axis, or where it breaks.
    let high: Int64
    let step: Int64
    /// The end of an axis that breaks: a round number, the largest value or a little above.
    let peak: Int64?

    /// - Parameters:
    ///   - unit: how many stored units make one that is shown; ticks are whole ones where they can be.
    ///   - breaks: whether the axis may break.
    ///   - fromZero: whether it must begin at 0: that of bars must; that of a line may begin below values that are all
    ///     far from it.
    init(_ values: [Int64], unit: Int64, breaks: Bool = false, fromZero: Bool = true) {
        if !fromZero, let smallest = values.min(), let largest = values.max(), smallest > 0,
            smallest / 2 > largest - smallest
        {
            let step = Self.roundStep(atLeast: max((largest - smallest) / 4, 1), unit: unit)
            self.step = step
            low = smallest - smallest % step
            let (next, overflow) = low.addingReportingOverflow(step)
            high = max(Self.up(largest, step), overflow ? low : next)
            peak = nil
            return
        }
        let usual = breaks ? Self.usualLargest(values) : nil
        let largest = max(usual ?? values.max() ?? 0, 0)
        let smallest = min(values.min() ?? 0, 0)
        let (span, overflow) = largest.subtractingReportingOverflow(smallest)
        let step = overflow ? .max : Self.roundStep(atLeast: max(span / 4, 1), unit: unit)
        self.step = step
        let high = Self.up(largest, step)
        self.high = high
        low = -Self.up(smallest == .min ? .max : -smallest, step)
        guard usual != nil, let farthest = values.max(), farthest > high else {
            peak = nil
            return
        }
        peak = Self.up(farthest, Self.roundStep(atLeast: max(farthest / 10, 1), unit: unit))
    }

    /// The largest value that is not far out, by Tukey's outer fence (three times the distance of the quartiles above
    /// the upper one); nil where nothing is as far as three times that.
    private static func usualLargest(_ values: [Int64]) -> Int64? {
        let sorted = values.sorted()
        guard sorted.count >= 8, let first = sorted.first, let last = sorted.last, first >= 0 else { return nil }
        let (lower, upper) = (sorted[sorted.count / 4], sorted[sorted.count * 3 / 4])
        let (distance, isTooFar) = (upper - lower).multipliedReportingOverflow(by: 3)
        let (fence, isBeyond) = upper.addingReportingOverflow(distance)
        guard !isTooFar, !isBeyond, let usual = sorted.last(where: { $0 <= fence }), usual > 0, last / 3 > usual
        else { return nil }
        return usual
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
        guard let peak else { return Self.share(of: value, from: low, to: high, along: length) }
        let lower = length * 3 / 4
        guard value > high else { return Self.share(of: value, from: low, to: high, along: lower) }
        let gap = Self.gap
        return lower + gap + Self.share(of: value, from: high, to: peak, along: length - lower - gap)
    }

    /// The part of the length that is left out where the axis breaks.
    private static let gap = 6

    private static func share(of value: Int64, from low: Int64, to high: Int64, along length: Int) -> Int {
        let (span, overflow) = high.subtractingReportingOverflow(low)
        let (offset, alsoOverflow) = value.subtractingReportingOverflow(low)
        guard span > 0, !overflow, !alsoOverflow else { return 0 }
        return Int(ExactQuotient.rounded(offset, times: Int64(length), over: span) ?? 0)
    }

    /// A tick in few characters: `20万`, `200k`.
    static func label(_ value: Int64, _ scale: Scale, _ language: Language) -> String {
        let steps: [(Int64, Phrase)] = [
            (100_000_000, Phrase(zh: "亿", en: "")), (1_000_000, Phrase(zh: "", en: "M")),
            (10_000, Phrase(zh: "万", en: "")), (1_000, Phrase(zh: "", en: "k")),
        ]
        for (size, suffix) in steps where !suffix[language].isEmpty {
            let (divisor, overflow) = size.multipliedReportingOverflow(by: scale.divisor)
            if !overflow, value.magnitude >= divisor.magnitude,
                let hundredths = ExactQuotient.rounded(value, times: 100, over: divisor)
            {
                return Number(hundredths, .hundredths).digits + suffix[language]
            }
        }
        return Number(value, scale).digits
    }
}
