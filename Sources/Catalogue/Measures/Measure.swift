import Values

/// A number that is worked out from figures of a report, a sum of them or the ratio of two sums, as a data file gives
/// it: `公开率`, what was disclosed over what was concluded, in percent.
///
/// What it comes to is worked out by `Checks`, with the exact arithmetic of the rules.
package struct Measure: Sendable, Equatable {
    /// A stable word like an indicator's code, and never one: `rates.disclosure`.
    package var code: String
    package var label: Phrase
    /// What else it is called, in either language.
    package var synonyms: [String]
    /// The usual one first; then what stands for it in reports of another form.
    package var formulas: [Formula]
    package var unit: MeasureUnit
    package var better: Direction
    /// Who defines it so.
    package var source: String
    /// Whether what stands below is money, of which there are no cases to count.
    package var isOverMoney: Bool
    /// The indicator that reports tell the same by in their own words.
    package var told: String?
    package var examples: [Example]
    /// Where it is written.
    package var file: String
    package var line: Int

    package enum Direction: String, Sendable, CaseIterable {
        case higher
        case lower
        case neither

        package var words: Phrase {
            switch self {
            case .higher: Phrase(zh: "越高越好", en: "higher is better")
            case .lower: Phrase(zh: "越低越好", en: "lower is better")
            case .neither: Phrase(zh: "无好坏之分", en: "neither better nor worse")
            }
        }
    }

    /// One way to work it out, over indicators alone.
    package struct Formula: Sendable, Equatable {
        package var sum: Sum
        /// Nil of a sum.
        package var over: Sum?
        /// How it differs from the usual one; nil of that.
        package var note: Phrase?

        package var terms: [Term] { sum.terms + (over?.terms ?? []) }
    }

    /// A case that someone worked out by hand.
    package struct Example: Sendable, Equatable {
        /// By code, or `code@-1`: numbers as reports write them, `12`, `600余`; what is left out is not told.
        package var given: [String: String]
        /// `66.67`, `60..75` of an interval, `..75`, `60..`, `unknown`, or `undefined` over 0.
        package var gives: String
        package var line: Int
    }

    /// How many years before a report's own it looks at.
    package var reach: Int { formulas.flatMap(\.terms).reduce(0) { max($0, -$1.yearOffset) } }

    /// Whether its values are parts of wholes, whose changes are told in points.
    package var isRate: Bool { unit.isPart }
}

/// What a measure is counted in: a unit of figures, `%`, `‰`, or one unit by another (`元/户`, `件/千人`).
package struct MeasureUnit: Sendable, Equatable {
    package var name: String
    /// A ratio is multiplied by this.
    package let factor: Int64
    /// What is counted above and below; nil of sums, and of parts, which are of any one unit.
    let above: Unit?
    let below: Unit?

    /// Whether it is a part of a whole, of the same kind as that.
    package var isPart: Bool { name == "%" || name == "‰" }

    /// Nil of a name that is none.
    init?(_ name: String, isRatio: Bool) {
        self.name = name
        guard isRatio else {
            guard let unit = Unit(rawValue: name) else { return nil }
            (above, below, factor) = (unit, nil, 1)
            return
        }
        if let part = ["%": Int64(100), "‰": 1000][name] {
            (above, below, factor) = (nil, nil, part)
            return
        }
        let sides = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, let above = Unit(rawValue: sides[0]) else { return nil }
        let many = sides[1].first.flatMap { Self.numbers[$0] }
        guard let below = Unit(rawValue: many == nil ? sides[1] : String(sides[1].dropFirst())) else { return nil }
        (self.above, self.below, factor) = (above, below, many ?? 1)
    }

    private static let numbers: [Character: Int64] = ["百": 100, "千": 1000, "万": 10_000]

    /// What a file may write.
    static func allowed(isRatio: Bool) -> [String] {
        isRatio ? ["%", "‰", "元/户", "件/千人", "件/百件", "…"] : Unit.allCases.map(\.rawValue)
    }

    /// How many stored units make one of what is shown: a sum is in its unit's, a ratio in hundredths.
    package var scale: Scale { Unit(rawValue: name).map(\.displayScale) ?? .hundredths }
}

extension Measure {
    /// How many stored units of the operands above and below make one display unit: money is stored in 分.
    package var aboveScale: Int64 { unit.above?.scale ?? 1 }
    package var belowScale: Int64 { unit.below?.scale ?? 1 }
}
