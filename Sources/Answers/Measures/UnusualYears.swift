import Values

/// The years in which a township's number is far from what it usually is.
///
/// By the modified z score of Iglewicz and Hoaglin (1993), which one wild year cannot hide from: a year is unusual
/// where 0.6745 × |number − median| ÷ MAD is above 3.5, MAD being the median of the distances from the median, and 1 at
/// the least; and where the distance is ten or more, and half of the median or more, so that small numbers go up and
/// down unmarked. Of fewer than five years nothing is said.
package enum UnusualYears {
    package static let fewest = 5
    /// In ten-thousandths: 0.6745 and 3.5.
    private static let consistency: Int64 = 6745
    private static let most: Int64 = 35_000
    private static let smallest: Int64 = 10

    /// The places of the unusual ones; nil where there are none.
    ///
    /// - Parameter unit: how many of the values make one that is shown.
    package static func find(_ values: [Int64?], unit: Int64) -> [Int]? {
        // Four times as much, so that the median of distances from a median is a whole number too.
        let scaled = values.map { value in value.flatMap { product($0, 4) } }
        let known = scaled.compactMap { $0 }
        guard known.count >= fewest, known.count == values.count(where: { $0 != nil }), let median = median(known)
        else {
            return nil
        }
        let distances = scaled.map { value in value.flatMap { distance($0, median) } }
        guard distances.compactMap({ $0 }).count == known.count, let spread = Self.median(distances.compactMap { $0 }),
            let least = product(unit, 4), let smallest = product(unit, 4 * smallest)
        else { return nil }
        let places = values.indices.filter { place in
            guard let distance = distances[place], distance >= smallest,
                distance.magnitude >= median.magnitude - median.magnitude / 2
            else { return false }
            return ExactQuotient.floor(distance, times: consistency, over: max(spread, least)).map { $0 > most } ?? true
        }
        return places.isEmpty ? nil : places
    }

    private static func median(_ values: [Int64]) -> Int64? {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return nil }
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        let (sum, overflow) = low.addingReportingOverflow(high)
        return overflow ? nil : sum / 2
    }

    private static func product(_ value: Int64, _ factor: Int64) -> Int64? {
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }

    private static func distance(_ one: Int64, _ other: Int64) -> Int64? {
        let (difference, overflow) = one.subtractingReportingOverflow(other)
        return overflow || difference == .min ? nil : abs(difference)
    }
}
