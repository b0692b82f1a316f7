import Catalogue
import Values

/// What checking one report, or many, brought out.
package struct CheckResult: Sendable {
    package internal(set) var findings: [Finding] = []
    /// What could not be decided, where it was asked for.
    package internal(set) var undecided: [Undecided] = []
    /// The relations between years, each with what became of it.
    package internal(set) var links: [Link] = []
    /// By the rule's place in the rulebook.
    package internal(set) var tallies: [Tally]

    init(ruleCount: Int) { tallies = Array(repeating: Tally(), count: ruleCount) }

    /// The gravest findings first.
    package mutating func sortFindings() {
        // The sort is not stable: equals keep the order that they were found in.
        findings = findings.enumerated().sorted { one, other in
            if Finding.isGraver(one.element, than: other.element) { return true }
            return !Finding.isGraver(other.element, than: one.element) && one.offset < other.offset
        }.map(\.element)
    }

    /// Gives every finding the lines of the transcript that it is about.
    package mutating func setLines(_ line: (Range<Int>) -> Int) {
        for place in findings.indices { findings[place].setLines(line) }
    }

    /// Gives every finding about money what the report has.
    package mutating func setWritten(_ text: (Range<Int>) -> String) {
        for place in findings.indices { findings[place].setWritten(text) }
    }

    /// Takes back of waived findings that they are.
    package mutating func reopen(where isOpen: (Finding) -> Bool) {
        for place in findings.indices where findings[place].isWaived && isOpen(findings[place]) {
            findings[place].isWaived = false
        }
    }

    package mutating func append(_ other: CheckResult) {
        findings += other.findings
        undecided += other.undecided
        links += other.links
        tallies = other.added(to: tallies)
    }

    /// The tallies of others with its own; none stand for those of no report.
    package func added(to others: [Tally]) -> [Tally] {
        guard !others.isEmpty else { return tallies }
        return zip(others, tallies).map { one, other in
            var sum = one
            sum.add(other)
            return sum
        }
    }
}

/// How often a rule was tried, and how that ended.
package struct Tally: Sendable, Equatable {
    package init(held: Int = 0, failed: Int = 0, undecided: Int = 0) {
        (self.held, self.failed, self.undecided) = (held, failed, undecided)
    }

    package internal(set) var held = 0
    package internal(set) var failed = 0
    package internal(set) var undecided = 0

    package var tried: Int { held + failed + undecided }

    mutating func add(_ other: Tally) {
        held += other.held
        failed += other.failed
        undecided += other.undecided
    }
}

/// A relation that could not be decided, and the operand that was missing.
package struct Undecided: Sendable, Equatable {
    package let rule: String
    package let county: String
    package let township: String
    package let year: Int
    /// The operand, and its year.
    package let indicator: Indicator.ID
    package let operandYear: Int
    package let reason: Phrase
}

/// One year's link of a chain over years: `carried_in` of this year and `carried_out` of the last.
package struct Link: Sendable, Equatable {
    package enum State: String, Sendable {
        case held, broken, undecided
    }

    package let rule: String
    package let county: String
    package let township: String
    /// The operand that stands for the chain: the first on the left side.
    package let indicator: Indicator.ID
    package let year: Int
    package let state: State
}
