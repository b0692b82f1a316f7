import Values

/// One of the things that are said of every number in a sentence. Its name is its key in the catalogue.
package enum NarrativeRole: Int, KnownRoleValue {
    package static let names = [
        "unit", "object", "act", "carrier", "source", "measure", "variety", "standing", "time", "level", "told",
    ]

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

/// A role, or a value of one, that the program itself must know. Its raw value is its place in the catalogue, from 0.
package protocol KnownRoleValue: RawRepresentable<Int>, CaseIterable, Sendable {
    /// The names that the catalogue uses, in the order of the cases: `part_of_year` of `partOfYear`. They are written
    /// out, since to ask for a case's name at run time takes long.
    static var names: [String] { get }
}

extension KnownRoleValue {
    package var name: String { Self.names[rawValue] }

    package static func named(_ name: String) -> Self? { names.firstIndex(of: name).flatMap(Self.init) }
}

/// What kind of thing a written unit counts.
package enum UnitGroup: Int, KnownRoleValue {
    package static let names = [
        "cases", "times", "things", "persons", "person_times", "households", "money", "percent", "bare", "other",
    ]

    case cases, times, things, persons, personTimes, households, money, percent, bare, other
}

package enum NarrativeStanding: Int, KnownRoleValue {
    package static let names = [
        "whole", "total", "part", "share", "change", "average", "standard", "running", "plan", "intake", "exit",
    ]

    case whole
    /// Said to be a total: 共, 累计.
    case total
    case part, share, change, average, standard, running, plan, intake, exit
}

package enum NarrativeTime: Int, KnownRoleValue {
    package static let names = [
        "this_year", "other_year", "next_year", "part_of_year", "several_years", "festival", "span_of_years",
    ]

    case thisYear, otherYear, nextYear, partOfYear
    /// Since it began.
    case severalYears
    case festival
    /// 近三年, 2020—2022年: some years, and not all
    case spanOfYears

    package var isOfYears: Bool { self == .severalYears || self == .spanOfYears }
}

package enum NarrativeLevel: Int, KnownRoleValue {
    package static let names = ["own", "above", "below"]

    case own, above, below
}

package enum NarrativeTelling: Int, KnownRoleValue {
    package static let names = ["figures", "zero", "equal", "sum"]

    case figures
    /// 未收到
    case zero
    /// 均已办结: as many as were received
    case equal
    /// Added up from the numbers before it
    case sum
}

/// How far a case has come by an act, or what an act can be said of.
package enum ActStage: Int, KnownRoleValue {
    package static let names = [
        "opens", "closes", "carries", "carried_in", "carried_out", "outcome", "open", "pays", "funds", "documents",
        "seats", "serves",
    ]

    case opens, closes, carries, carriedIn, carriedOut, outcome, open
    /// Of money.
    case pays, funds
    /// Of rules and regulations.
    case documents
    /// Of places, and of people: of other numbers they say nothing.
    case seats, serves
}

/// Objects that are told in one breath, and what that means for the numbers around them.
package enum ObjectFamily: Int, KnownRoleValue {
    package static let names = [
        "allowance", "information", "kinds", "posts", "explained", "place", "cover", "aside", "other",
    ]

    case allowance, information, kinds, posts, explained, place, cover
    /// Readers, accounts: a channel still waits for its own number.
    case aside
    /// Other posts and courses: they rule out a staff that is named behind them, in whatever clause.
    case other
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
    /// Of an object: what it is after a letter that no word explains, and what it is else. 党务信息 is a kind, 信息 is all of
    /// it.
    package var named: String?
    package var plain: String?
    /// Of an object: those whose number just before makes it theirs.
    package var follows: [String] = []
    /// Of an object that is a part of another: the one that later numbers take over from it.
    package var heir: String?
    /// Of an object with an heir: those whose mention before makes it the heir itself. 费用 is the fee for requests
    /// once they were spoken of.
    package var once: [String] = []
}
