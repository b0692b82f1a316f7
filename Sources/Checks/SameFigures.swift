import Catalogue
import Reports
import Values

/// Another report whose figures are this one's, all or nearly all: last year's of the same township, or a neighbour's.
package struct SameFigures: Sendable, Equatable {
    package let township: String
    package let year: Int
    /// The figures that are not 0, of this report or the other, whichever has more.
    package let count: Int
    /// How many of them both have.
    package let shared: Int
    let isLastYears: Bool

    package var rule: String { isLastYears ? Self.ofLastYear : Self.ofNeighbour }

    package static let ofLastYear = "figures-of-last-year"
    package static let ofNeighbour = "figures-of-neighbour"

    /// Whose figures they are, and how many; last year's are the township's own, whatever it was called.
    var distinction: String { "\(isLastYears ? "" : "\(township) ")\(year) \(shared)/\(count)" }

    var words: Phrase {
        let other =
            isLastYears
            ? Phrase(zh: "\(year)年的报告", en: "those of the report for \(year)")
            : Phrase(zh: "\(township)\(year)年的报告", en: "those of \(township) for \(year)")
        return shared == count
            ? Phrase(
                zh: "表格和正文中不为 0 的 \(count) 个数字与\(other.zh)全部相同",
                en: "all \(count) figures above 0, of tables and text, are \(other.en)")
            : Phrase(
                zh: "表格和正文中不为 0 的 \(count) 个数字，有 \(shared) 个与\(other.zh)相同",
                en: "\(shared) of \(count) figures above 0, of tables and text, are \(other.en)")
    }
}

/// The figures of a report that are not 0, by which two reports are held against each other.
package struct ToldFigures: Sendable {
    struct Told: Sendable, Hashable, Comparable {
        var indicator: Indicator.ID
        var value: Int64

        static func < (one: Told, other: Told) -> Bool {
            (one.indicator, one.value) < (other.indicator, other.value)
        }
    }

    /// In order.
    let told: [Told]
    private let limits: FactLimits

    /// Nil where so few different numbers are told that another report may well have the same.
    init?(_ report: Report, _ limits: FactLimits) {
        var told: [Told] = []
        var different: [Int64] = []
        for figure in report.figures {
            guard let value = figure.reading.amount?.value, value != 0 else { continue }
            told.append(Told(indicator: figure.indicator, value: value))
            if different.count < limits.sameValues, !different.contains(value) { different.append(value) }
        }
        guard !told.isEmpty, different.count >= limits.sameValues else { return nil }
        self.told = told.sorted()
        self.limits = limits
    }

    var count: Int { told.count }

    /// How many figures of another report must be these at least for the two to be alike.
    var leastShared: Int {
        count < limits.mostlySame.figures ? count : (count * limits.mostlySame.percent + 99) / 100
    }

    /// How many figures both have, where these are all or, of reports that tell many, nearly all of either; else nil.
    package func shared(with other: ToldFigures) -> Int? {
        guard min(count, other.count) >= max(leastShared, other.leastShared) else { return nil }
        var (place, shared) = (0, 0)
        for figure in told {
            while place < other.told.count, other.told[place] < figure { place += 1 }
            guard place < other.told.count else { break }
            if other.told[place] == figure { shared += 1 }
        }
        return shared >= max(leastShared, other.leastShared) ? shared : nil
    }

    /// Of others that are like it the likest, the first of equals, and how many figures both have.
    package func likest(among others: some Sequence<ToldFigures>) -> (place: Int, shared: Int)? {
        var likest: (place: Int, shared: Int)?
        for (place, other) in others.enumerated() {
            guard let shared = shared(with: other), shared > likest?.shared ?? 0 else { continue }
            likest = (place, shared)
        }
        return likest
    }
}

/// Among many reports, those that are alike, without holding each against all: two that share so many figures have one
/// in common even of those few, the rarest ones of each, that could be missing from what they share.
package struct LikeFigures {
    private let reports: [ToldFigures]
    private var rarest: [[ToldFigures.Told]] = []
    private var having: [ToldFigures.Told: [Int]] = [:]

    package init(_ reports: [ToldFigures]) {
        self.reports = reports
        var counts: [ToldFigures.Told: Int] = [:]
        for figure in reports.lazy.flatMap(\.told) { counts[figure, default: 0] += 1 }
        for (number, report) in reports.enumerated() {
            let order = report.told.map { (counts[$0] ?? 0, $0) }.sorted { $0 < $1 }
            rarest.append(order.prefix(report.count - report.leastShared + 1).map(\.1))
            for figure in rarest[number] { having[figure, default: []].append(number) }
        }
    }

    /// The likest of those that are like one of them.
    package func likest(to number: Int, where admits: (Int) -> Bool) -> (number: Int, shared: Int)? {
        let sharing = Set(rarest[number].flatMap { having[$0] ?? [] })
        let candidates = sharing.filter { $0 != number && admits($0) }.sorted()
        return reports[number].likest(among: candidates.lazy.map { reports[$0] }).map {
            (candidates[$0.place], $0.shared)
        }
    }
}
