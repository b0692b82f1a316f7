import Catalogue
import Reports
import Values

/// What a finding says, as values. A new kind of finding is a case here and its words in `FindingWording`.
package enum Statement: Sendable, Equatable {
    /// The two sides of a relation that does not hold.
    case sides(ComparedSides)
    /// A figure so far from last year's that one of them is suspect.
    case jump(Indicator, before: Int64, now: Int64, year: Int, times: Int64, inTenThousands: Bool)
    /// What the sums of the report tell of the cells that are wrong.
    case wrongCells(Fault)
    /// What a reader of the report was in doubt of.
    case doubt(Doubt)
    case publishedEarly(on: String, periodEnd: String)
    /// The form is not the one that was due, which its notice brought.
    case outdatedForm(year: Int, edition: String, due: String, notice: String)
    /// A year that was left in text of last year's report.
    case staleYear(StaleYear)
    /// So many cells of the form are blank.
    case blankCells(Int)
    /// All figures of the report that are not 0, or nearly all, are those of another.
    case sameFigures(as: SameFigures)
    case missingChapter(numeral: String, title: Phrase)
    case misnumberedChapter(heading: String, numeral: String, title: Phrase)

    package enum Value: Sendable, Equatable {
        /// In the unit's smallest step.
        case number(Int64, Unit)
        case text(String)
    }

    /// What should stand there, and what does; nil where there is no one value to name.
    private var values: (expected: Value?, actual: Value?) {
        switch self {
        case .sides(let sides): (.number(sides.right.total, sides.unit), .number(sides.left.total, sides.unit))
        case .jump(let indicator, let before, let now, _, _, _):
            (.number(before, indicator.unit), .number(now, indicator.unit))
        case .wrongCells(let fault):
            fault.onlyChange.map { ($0.number($0.wanted), $0.number($0.stated)) } ?? (nil, nil)
        case .doubt(let doubt): (Self.text(doubt.expected), Self.text(doubt.found))
        case .publishedEarly(let day, let end): (.text(end), .text(day))
        case .outdatedForm(_, let edition, let due, _): (.text(due), .text(edition))
        case .staleYear(let stale): (.text("\(stale.due)年"), .text("\(stale.year)年"))
        case .blankCells, .sameFigures: (nil, nil)
        case .missingChapter(let numeral, let title): (.text("\(numeral)、\(title.zh)"), nil)
        case .misnumberedChapter(let heading, let numeral, let title):
            (.text("\(numeral)、\(title.zh)"), .text(heading))
        }
    }

    /// What tells it from another of its kind, where that is no two values.
    var distinction: String? {
        switch self {
        case .blankCells(let count): "\(count)"
        case .sameFigures(let same): same.distinction
        case .wrongCells(let fault) where fault.onlyChange == nil: fault.distinction
        default: nil
        }
    }

    package var expected: Value? { values.expected }
    package var actual: Value? { values.actual }

    private static func text(_ text: String) -> Value? { text.isEmpty ? nil : .text(text) }
}

/// A relation between figures with the numbers in place: what the report states stands left, what that must be right.
package struct ComparedSides: Sendable, Equatable {
    let relation: Equation.Relation
    let left: Side
    let right: Side
    let unit: Unit
    /// Whether the form has what it is about in 万元.
    let inTenThousands: Bool

    struct Side: Sendable, Equatable {
        var parts: [Part] = []
        /// In the unit's smallest step, as are all numbers here.
        var constant: Int64
        /// Of the parts and the constant.
        var total: Int64
    }

    struct Part: Sendable, Equatable {
        let indicator: Indicator
        /// Nil where the relation is within one year, which goes without saying.
        let year: Int?
        let factor: Int64
        let amount: Amount
        /// Whether staff put the amount in place of the report's.
        let isCorrected: Bool
    }

    init(
        _ relation: CompiledRules.Relation, _ history: History, _ indicators: IndicatorList, inTenThousands: Bool
    ) {
        self.relation = relation.equation.relation
        self.inTenThousands = inTenThousands
        unit = relation.unit
        func side(_ terms: ArraySlice<CompiledRules.Term>, sign: Int64, constant: Int64) -> Side {
            var side = Side(constant: constant, total: constant)
            for term in terms {
                guard let amount = history.amount(term.indicator, term.yearOffset) else { continue }
                let factor = sign &* term.coefficient
                side.total &+= amount.value &* factor
                side.parts.append(
                    Part(
                        indicator: indicators[term.indicator],
                        year: relation.reachesBack ? history.checked.year + term.yearOffset : nil,
                        factor: factor, amount: amount,
                        isCorrected: history.checked(term.yearOffset)?.isCorrected(term.indicator) == true))
            }
            return side
        }
        left = side(relation.terms[..<relation.leftCount], sign: 1, constant: relation.equation.left.constant)
        right = side(relation.terms[relation.leftCount...], sign: -1, constant: relation.equation.right.constant)
    }
}
