import Values

/// One thing that must hold of a report, as a data file gives it: what is tried, how grave a failure is, and who says
/// so.
package struct Rule: Sendable, Equatable {
    /// A stable word with hyphens; users' scripts and waivers name rules by it.
    package var name: String
    /// What holds where the rule is kept.
    package var title: Phrase
    /// What to do about a failure.
    package var advice: Phrase
    package var severity: Severity
    /// The notice that the rule comes from.
    package var source: String
    /// The editions of the form that it is for; empty where its cells tell.
    package var editions: [String]
    package var test: Test
    /// Whether a failure is one of reading the report, which its author can do nothing about, rather than one of the
    /// report.
    package var isAboutReading: Bool
    /// Where it is written.
    package var file: String
    package var line: Int

    package enum Test: Sendable, Equatable {
        /// Undecided where an operand is unknown.
        case relations([Equation])
        /// Of one figure each, and nothing to say where there is none.
        case bounds([Equation])
        case jumps([Jump])
        /// Something besides figures that the program knows how to check.
        case fact
    }
}

/// How grave a finding is.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Cannot be true.
    case error
    /// Suspect.
    case warning
    case note

    /// The graver is the greater.
    package static func < (one: Severity, other: Severity) -> Bool { one.gravity < other.gravity }

    private var gravity: Int {
        switch self {
        case .error: 2
        case .warning: 1
        case .note: 0
        }
    }
}

/// A linear relation between figures: what a report states stands left, what that must be stands right.
package struct Equation: Sendable, Equatable {
    package enum Relation: String, Sendable, CaseIterable {
        case equal = "="
        case atMost = "<="
        case atLeast = ">="
    }

    package var left: Sum
    package var relation: Relation
    package var right: Sum

    package var terms: [Term] { left.terms + right.terms }

    /// One figure that an equation is about: an indicator in a year.
    struct Operand: Hashable {
        let code: String
        let yearOffset: Int
    }

    /// Each figure's coefficient when everything is brought to the left side; figures that cancel out are left out.
    var netCoefficients: [Operand: Int64] {
        var result: [Operand: Int64] = [:]
        for (sum, sign) in [(left, Int64(1)), (right, -1)] {
            for term in sum.terms {
                result[Operand(code: term.code, yearOffset: term.yearOffset), default: 0] += sign * term.coefficient
            }
        }
        return result.filter { $0.value != 0 }
    }
}

/// Figures added up, some of them perhaps multiplied or taken away.
package struct Sum: Sendable, Equatable {
    package var terms: [Term] = []
    /// In the smallest unit of the terms' indicators.
    package var constant: Int64 = 0
}

package struct Term: Sendable, Equatable {
    package var coefficient: Int64
    package var code: String
    /// 0 for the report's own year, -1 for the year before.
    package var yearOffset: Int
}

/// A figure that is so many times last year's, or that part of it, is suspect where the larger is large enough to tell.
package struct Jump: Sendable, Equatable {
    package var code: String
    package var times: Int64
    /// In the indicator's smallest unit.
    package var smallest: Int64
}

/// A chapter that a report must have, by the words of its heading.
package struct Chapter: Sendable, Equatable {
    package var title: Phrase
    package var words: [String]
    /// Whether the chapter may stand without a heading.
    package var hasOptionalHeading: Bool
}

/// Below what something about a report is not worth a word.
package struct FactLimits: Sendable, Equatable {
    /// Blank cells of the form.
    package var blankCells = 0
    /// Different numbers above 0 that two reports share, all others being nothing.
    package var sameValues = 0
    /// The first form whose reports have the chapters.
    package var chaptersSince = 0
    /// Of reports that tell so many figures above 0, how many percent of them two must share.
    package var mostlySame = Share()

    package struct Share: Sendable, Equatable {
        package var figures = Int.max
        package var percent = 100
    }
}

/// Words that tell that a sentence means to speak of the year before its report's own.
package struct EarlierYearWords: Sendable, Equatable {
    /// Just before the year: 自2021年7月.
    package var before: [String] = []
    /// Soon after it: 2021年修订.
    package var after: [String] = []
    /// Anywhere in its sentence: 较2021年增加.
    package var anywhere: [String] = []
}
