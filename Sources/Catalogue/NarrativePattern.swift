/// One way in which sentences tell figures: the word that makes it worth looking, the shapes around the numbers, and
/// what rules them out.
package struct NarrativePattern: Sendable, Hashable {
    /// Unique over the catalogue; `trace` shows it.
    package var name: String
    /// The pattern is tried only where one of these stands.
    package var trigger: [WordReference]
    package var scope: Scope
    /// Where one of these follows the trigger, the text from there on is about something else.
    package var until: [WordReference]
    /// A match is dropped where one of these stands in its clause, up to the item after the last number.
    package var unless: [WordReference]
    /// Settings of a number that do not keep it from being claimed here.
    package var allow: Set<NarrativeSetting>
    /// Settings that a number must have to be claimed here.
    package var needs: Set<NarrativeSetting>
    /// The units that its counts may have; empty for those that are alike to the indicator's own.
    package var units: [String]
    package var combine: Combination
    /// Whether its numbers are nobody's: what it matches, no other pattern can claim.
    package var blocks: Bool
    /// The words that tell the parts of a sum from each other.
    package var parts: [WordReference]
    package var shapes: [NarrativeShape]

    /// A word, or a list of words by its name.
    package enum WordReference: Sendable, Hashable {
        case word(String)
        case list(String)
    }

    /// How far from its trigger a pattern looks.
    package enum Scope: String, Sendable, CaseIterable {
        /// The clause that the trigger stands in: up to `，` or `；`.
        case clause
        /// From the beginning of the trigger's clause to the end of the sentence; a trigger in brackets speaks for what
        /// is before them too.
        case sentence
        /// From the beginning of the sentence to its end, whatever stands before the trigger.
        case wholeSentence = "whole_sentence"
        /// As `sentence`, and the sentences after it in the same paragraph.
        case paragraph
    }

    /// What several numbers for one indicator come to.
    package enum Combination: String, Sendable, CaseIterable {
        /// The first one stands; a different one later is a doubt.
        case first
        /// Parts of one paragraph, such as urban and rural, are added up, if a different word of `parts` stands before
        /// each.
        case sum
        /// A number that is said to be this year's goes before one that is not.
        case thisYear = "this_year"
    }

    /// The codes that its shapes can claim.
    package var codes: Set<String> {
        Set(
            shapes.flatMap(\.slots).flatMap { slot -> [String] in
                switch slot {
                case .number(let codes): codes
                case .anyNumber: []
                case .zero(let code), .equal(let code, _): [code]
                }
            })
    }
}

/// What the words around a number make of it, other than the figure of this township and this year.
package enum NarrativeSetting: String, Sendable, CaseIterable {
    /// 其中
    case part
    /// 去年, or a year that is not the report's
    case otherYear = "other_year"
    /// A year named by its number that comes after the report's
    case nextYear = "next_year"
    /// 本月
    case month
    /// 全区, as against 我镇
    case otherLevel = "other_level"
    /// 同比增长
    case increment
    /// 占
    case share
    /// 历年累计
    case runningTotal = "running_total"
    /// 力争
    case plan
    /// 本年, or the report's own year: never an obstacle, and `combine: this_year` looks for it
    case thisYear = "this_year"
}

/// A sentence that shows what the patterns make of it; the catalogue's examples are its tests.
package struct NarrativeExample: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var text: String
    package var year: Int
    /// Every figure the sentence tells: code to value in display units, with `>`, `~` or `<` in front where it is
    /// approximate.
    package var figures: [String: String]
    /// Codes that the sentence only seems to tell a figure of.
    package var never: [String]
}
