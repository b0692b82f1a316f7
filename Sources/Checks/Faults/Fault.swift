import Catalogue

/// Where the wrong cells are, as far as the sums of one report can tell.
package struct Fault: Sendable, Equatable {
    /// The name of the rule that findings about faults have.
    static let rule = "wrong-cell"

    package struct Change: Sendable, Equatable {
        package let indicator: Indicator
        package let stated: Int64
        /// The value with which everything adds up.
        package let wanted: Int64
        /// Where the cell stands in the transcript, unless staff put the value there.
        let range: Range<Int>?

        func number(_ value: Int64) -> Statement.Value { .number(value, indicator.unit) }
    }

    /// Smallest sets of cells whose change satisfies every relation they are in; several where the sums cannot tell
    /// them apart, none where no set of up to three cells does it.
    package let solutions: [[Change]]
    /// The failing relations that this is about, by their places among the compiled rules.
    let explains: Set<Int>
    /// Whether only relations to other years fail, so that the fault may be in another report.
    let isBetweenYears: Bool
    /// Whether there are more such sets than were listed.
    let isCutShort: Bool

    /// The one cell that is wrong, where the sums leave no other.
    var onlyChange: Change? { solutions.count == 1 && solutions[0].count == 1 ? solutions[0][0] : nil }

    /// The sets, with what stands in their cells and what should: `a 5→6, b 2→1; c 4→3`.
    var distinction: String {
        solutions.map { set in
            set.map { "\($0.indicator.code) \($0.stated)→\($0.wanted)" }.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    /// The cells that may be wrong, each once.
    func locations(in year: Int) -> [Finding.Location] {
        solutions.joined().reduce(into: []) { list, change in
            guard !list.contains(where: { $0.indicator == change.indicator }) else { return }
            list.append(Finding.Location(indicator: change.indicator, year: year, range: change.range))
        }
    }
}
