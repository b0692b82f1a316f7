import Values

/// The quartiles of some values, as R's type 7 and Excel's QUARTILE.INC have them: the value at the place
/// (n − 1) × k ÷ 4 of the sorted ones, in proportion between its neighbours, rounded half away from zero.
package struct Quartiles: Sendable, Equatable {
    package let first: Int64
    package let median: Int64
    package let third: Int64

    /// Nil of no values, and of such as lie farther apart than can be counted.
    package init?(_ values: [Int64]) {
        let sorted = values.sorted()
        let quartiles = (1...3).compactMap { Self.quartile($0, of: sorted) }
        guard quartiles.count == 3 else { return nil }
        (first, median, third) = (quartiles[0], quartiles[1], quartiles[2])
    }

    private static func quartile(_ number: Int, of sorted: [Int64]) -> Int64? {
        guard let last = sorted.last else { return nil }
        let (place, quarters) = ((sorted.count - 1) * number).quotientAndRemainder(dividingBy: 4)
        let low = sorted[place]
        let high = place + 1 < sorted.count ? sorted[place + 1] : last
        let (distance, overflow) = high.subtractingReportingOverflow(low)
        guard !overflow, let part = ExactQuotient.rounded(distance, times: Int64(quarters), over: 4) else { return nil }
        return low + part
    }

    /// Where a value lies among them. Raw values are the words of CSV.
    package enum Quarter: String, Sendable {
        case lowest
        case below
        case median
        case above
        case highest

        package var words: Phrase {
            switch self {
            case .lowest: Phrase(zh: "最低四分之一", en: "lowest quarter")
            case .below: Phrase(zh: "中位数以下", en: "below the median")
            case .median: Phrase(zh: "中位数", en: "median")
            case .above: Phrase(zh: "中位数以上", en: "above the median")
            case .highest: Phrase(zh: "最高四分之一", en: "highest quarter")
            }
        }
    }

    package func quarter(of value: Int64) -> Quarter {
        if value == median { return .median }
        if value < median { return value <= first ? .lowest : .below }
        return value >= third ? .highest : .above
    }
}
