import Catalogue
import Values

/// What a comparison shows besides the figures, and in which order.
package struct ComparisonOptions: Sendable {
    package enum Order: Equatable, Sendable {
        /// By county and township.
        case name
        /// By the figure of a year, or of the last one; the largest first, and those without a figure last.
        case value(year: Int?)
        case change
        case percent
    }

    package var order: Order
    /// Whether places go by the figures themselves, and not by their changes.
    var ranksFigures: Bool { order != .change && order != .percent }
    /// Whether each township is told its place among all.
    package var isRanked: Bool
    package var hasTotal: Bool
    /// How many townships are shown, from the first in order.
    package var top: Int?
    /// What every figure is divided by.
    package var divisor: Indicator.ID?
    /// Whether figures on both sides of a change of the form that cannot be compared may stand in one table.
    package var acrossEditions: Bool
    /// Whether people see a small chart in each row.
    package var hasCharts: Bool
    /// Whom townships are measured against; nil where they are not.
    package var benchmark: BenchmarkGroup?

    package init(
        order: Order = .name, isRanked: Bool = false, hasTotal: Bool = false, top: Int? = nil,
        divisor: Indicator.ID? = nil, acrossEditions: Bool = false, hasCharts: Bool = false
    ) {
        self.order = order
        self.isRanked = isRanked
        self.hasTotal = hasTotal
        self.top = top
        self.divisor = divisor
        self.acrossEditions = acrossEditions
        self.hasCharts = hasCharts
    }
}

/// An order by a year that is none of those that are compared.
package struct NoYearToSortBy: ExplainedError {
    let year: Int
    let years: [Int]

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        let years = years.map(String.init)
        return Phrase(
            zh: "不能按 \(year) 年排序，比较的是 \(years.joined(separator: "、")) 年",
            en: "there is no \(year) to sort by; compared are \(years.joined(separator: ", "))")
    }
}
