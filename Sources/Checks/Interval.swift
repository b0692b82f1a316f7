import Reports
import Values

/// The values that a stated number may truly have: one where it is exact, a range where it was rounded or is
/// approximate.
///
/// A nil end is open. Sums that leave 64 bits become open too, so that no finding rests on them.
package struct Interval: Sendable, Equatable {
    package var lower: Int64?
    package var upper: Int64?

    package init(lower: Int64?, upper: Int64?) {
        self.lower = lower
        self.upper = upper
    }

    package init(_ value: Int64) {
        lower = value
        upper = value
    }

    package init(_ amount: Amount) {
        guard amount.qualifier != nil || amount.precision > 1 else {
            self.init(amount.value)
            return
        }
        let value = amount.value
        // Rounded or cut off: less than one step of the last digit to either side.
        let step = max(amount.precision - 1, 0)
        let (below, isTooLow) = value.subtractingReportingOverflow(step)
        let (above, isTooHigh) = value.addingReportingOverflow(step)
        switch amount.qualifier {
        case nil: self.init(lower: isTooLow ? nil : below, upper: isTooHigh ? nil : above)
        case .moreThan: self.init(lower: value, upper: nil)
        case .lessThan: self.init(lower: min(0, value), upper: value)
        case .about:
            // 约、左右 are said of numbers that are right to a tenth.
            let slack = max(step, Int64(clamping: value.magnitude / 10))
            let (low, lowOverflow) = value.subtractingReportingOverflow(slack)
            let (high, highOverflow) = value.addingReportingOverflow(slack)
            self.init(lower: lowOverflow ? nil : low, upper: highOverflow ? nil : high)
        }
    }

    package var isExact: Bool { lower != nil && lower == upper }
    var contains0: Bool { (lower ?? 0) <= 0 && (upper ?? 0) >= 0 }

    package mutating func add(_ other: Interval, times factor: Int64) {
        let (low, high) = factor < 0 ? (other.upper, other.lower) : (other.lower, other.upper)
        lower = Self.sum(lower, low, factor)
        upper = Self.sum(upper, high, factor)
    }

    private static func sum(_ start: Int64?, _ value: Int64?, _ factor: Int64) -> Int64? {
        guard let start, let value else { return nil }
        return start.adding(value, times: factor)
    }
}
