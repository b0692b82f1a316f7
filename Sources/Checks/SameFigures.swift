import Catalogue
import Reports
import Values

/// Another report all of whose figures are this one's: last year's of the same township, or a neighbour's.
package struct SameFigures: Sendable, Equatable {
    package let township: String
    package let year: Int
    /// The figures that are not 0.
    package let count: Int
    let isLastYears: Bool

    package var rule: String { isLastYears ? "figures-of-last-year" : "figures-of-neighbour" }

    var words: Phrase {
        isLastYears
            ? Phrase(
                zh: "表格和正文中不为 0 的 \(count) 个数字与\(year)年的报告全部相同",
                en: "all \(count) figures above 0, of tables and text, are those of the report for \(year)")
            : Phrase(
                zh: "表格和正文中不为 0 的 \(count) 个数字与\(township)\(year)年的报告全部相同",
                en: "all \(count) figures above 0, of tables and text, are those of \(township) for \(year)")
    }
}

/// The figures of a report that are not 0, by which two reports are held against each other.
package struct ToldFigures: Sendable, Hashable {
    private struct Told: Sendable, Hashable {
        var indicator: Indicator.ID
        var value: Int64
    }

    private let told: [Told]

    /// Nil where so few different numbers are told that another report may well have the same.
    init?(_ report: Report, atLeast values: Int) {
        var told: [Told] = []
        var different: [Int64] = []
        for figure in report.figures {
            guard let value = figure.reading.amount?.value, value != 0 else { continue }
            told.append(Told(indicator: figure.indicator, value: value))
            if different.count < values, !different.contains(value) { different.append(value) }
        }
        guard !told.isEmpty, different.count >= values else { return nil }
        self.told = told
    }

    var count: Int { told.count }
}
