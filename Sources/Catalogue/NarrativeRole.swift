import Values

/// One of the things that are said of every number in a sentence. Raw values are the keys of the catalogue.
package enum NarrativeRole: String, Sendable, CaseIterable {
    /// What kind of thing the unit counts: cases, persons, money, …
    case unit
    /// What is counted: a request, an allowance, …
    case object
    /// What was done with it: received, replied, disclosed, … A number may have several: 受理并办结.
    case act
    /// Through which channel. A number may have several: 网站、公众号共发布.
    case carrier
    /// Where the cases come from: the 12345 hotline, a mailbox, …
    case source
    /// Of a percentage: of what it is the rate.
    case measure
    /// Which of the kinds that make up the whole: urban or rural, deputies' or members'.
    case variety
    /// Whole, part, share, increment, …
    case standing
    case time
    case level
    /// In figures, or in words: 未收到申请, 均已办结.
    case told
}

/// The standing of a number. Raw values are the names of the catalogue.
package enum NarrativeStanding: String, Sendable, CaseIterable {
    case whole
    /// Said to be a total: 共, 累计.
    case total
    case part
    case share
    case change
    case average
    case standard
    case running
    case plan
    case intake
    case exit
}

package enum NarrativeTime: String, Sendable, CaseIterable {
    case thisYear = "this_year"
    case otherYear = "other_year"
    case nextYear = "next_year"
    case partOfYear = "part_of_year"
    case severalYears = "several_years"
}

package enum NarrativeLevel: String, Sendable, CaseIterable {
    case own, above, below
}

package enum NarrativeTelling: String, Sendable, CaseIterable {
    case figures
    /// 未收到
    case zero
    /// 均已办结: as many as were received
    case equal
    /// Added up from the numbers before it
    case sum
}

/// How far a case has come by an act.
package enum ActStage: String, Sendable, CaseIterable {
    case opens, closes, carries, carriedIn = "carried_in", carriedOut = "carried_out", outcome, pays, funds, documents, seats, serves,
        open
}

/// Whether cases of an object belong to the source that was named before them.
package enum SourceBond: String, Sendable, CaseIterable {
    /// Even by a sentence before.
    case carried
    /// Only in the same breath.
    case stated
}

/// A value that a role can have, with the words that give it.
package struct RoleValue: Sendable, Hashable {
    /// The name that definitions use.
    package var name: String
    package var label: Phrase
    package var words: [String]
    /// Of an object: the groups of units that count it.
    package var units: [String]
    /// Values of the same role that give way to this one in one item: a request beats the information it is for.
    package var over: [String]
    /// Of an object or an axis of varieties: several of one family are still told as one list.
    package var family: String?
    package var stage: ActStage?
    package var bond: SourceBond?
    /// Of an object: what it is after a letter that no word explains, and what it is else. 党务信息 is a kind, 信息 is all of it.
    package var named: String?
    package var plain: String?
    /// Of an object: those whose number just before makes it theirs.
    package var follows: [String] = []
    /// Of an object that is a part of another: the one that later numbers take over from it.
    package var heir: String?
}
