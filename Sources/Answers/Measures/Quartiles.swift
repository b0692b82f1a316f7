import Output
import Values

/// The quartiles of some values, as R's type 7 and Excel's QUARTILE.INC have them: the value at the place
/// (n − 1) × k ÷ 4 of the sorted ones, in proportion between its neighbours; nothing of them is rounded.
package struct Quartiles: Sendable, Equatable {
    package let first: ExactNumber
    package let median: ExactNumber
    package let third: ExactNumber

    /// Nil of no values, and of such as lie farther apart than can be counted.
    package init?(_ values: [ExactNumber]) {
        let sorted = values.sorted()
        let quartiles = (1...3).compactMap { Self.quartile($0, of: sorted) }
        guard quartiles.count == 3 else { return nil }
        (first, median, third) = (quartiles[0], quartiles[1], quartiles[2])
    }

    package init?(_ values: [Int64]) { self.init(values.map { ExactNumber($0) }) }

    private static func quartile(_ number: Int, of sorted: [ExactNumber]) -> ExactNumber? {
        guard let last = sorted.last else { return nil }
        let (place, quarters) = ((sorted.count - 1) * number).quotientAndRemainder(dividingBy: 4)
        let low = sorted[place]
        let high = place + 1 < sorted.count ? sorted[place + 1] : last
        return high.subtracting(low)?.times(Int64(quarters), over: 4).flatMap(low.adding)
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

    package func quarter(of value: ExactNumber) -> Quarter {
        if value == median { return .median }
        if value < median { return value <= first ? .lowest : .below }
        return value >= third ? .highest : .above
    }
}

extension Number {
    /// What lies between figures, in display units: of counts as exact as quarters are, otherwise rounded to two
    /// decimals. Nil beyond what can be counted.
    package init?(_ exact: ExactNumber, _ scale: Scale) {
        guard let units = exact.rounded(times: scale == .whole ? 100 : 1) else { return nil }
        self.init(units, scale == .whole ? .hundredths : scale)
    }
}
