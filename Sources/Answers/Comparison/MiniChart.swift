import Values

/// A chart of one line of text, for a terminal: heights over years, or a bar for one year.
enum MiniChart {
    private static let heights = Array("▁▂▃▄▅▆▇█")
    private static let longestBar = 20

    /// One sign a year, from the smallest to the largest value of the line; a dot where there is none.
    static func spark(_ values: [Int64?]) -> String {
        let known = values.compactMap { $0 }
        guard let low = known.min(), let high = known.max() else { return "" }
        return String(
            values.map { value in
                guard let value else { return "·" }
                return heights[step(value, from: low, to: high, steps: heights.count - 1)]
            })
    }

    /// A bar as long as its value's share of the largest one.
    static func bar(_ value: Int64?, of largest: Int64) -> String {
        guard let value, value > 0, largest > 0 else { return "" }
        return String(repeating: "█", count: max(1, step(value, from: 0, to: largest, steps: longestBar)))
    }

    private static func step(_ value: Int64, from low: Int64, to high: Int64, steps: Int) -> Int {
        let (span, overflow) = high.subtractingReportingOverflow(low)
        guard span > 0, !overflow, let step = ExactQuotient.rounded(value - low, times: Int64(steps), over: span) else {
            return 0
        }
        return Int(step)
    }
}
