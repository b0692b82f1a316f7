import Values

/// The words that decide what a number in a sentence is, before any pattern looks at it: units, qualifiers, and settings such as 其中 and 去年.
package struct NarrativeLexicon: Sendable, Hashable {
    package var words: [Role: [String]]
    /// For a unit of the catalogue, the units that sentences use in its stead: 件 may be 起, 宗, 条.
    package var alike: [String: [String]]
    /// Letters that are read as others, in pairs: 條条務务.
    package var letters: String

    /// What a word does to a number. Raw values are the keys of the catalogue.
    package enum Role: String, Sendable, CaseIterable {
        /// After a number: makes it a quantity.
        case unit
        /// After a number: makes it a date, a duration or a limit.
        case time
        /// After a number: makes it the name of something, such as a house or a document.
        case name
        /// Before a number: makes it the name of something, such as 第 or 电话.
        case nameBefore = "name_before"
        /// Numbers that are names whatever follows, such as 12345.
        case hotline
        /// Numbers that are names unless a unit follows, such as 110.
        case shortHotline = "short_hotline"
        /// Phrases in which a numeral counts nothing, such as 统一.
        case idiom
        case moreThanBefore = "more_than_before"
        case aboutBefore = "about_before"
        case lessThanBefore = "less_than_before"
        case moreThanAfter = "more_than_after"
        case aboutAfter = "about_after"

        case part
        /// Ends a part: what follows is the whole again.
        case whole
        /// Opens a clause after several parts: what follows is the whole again.
        case wholeAgain = "whole_again"
        case thisYear = "this_year"
        case otherYear = "other_year"
        /// Before a year: it is what this year is measured against.
        case comparison
        /// Before or after a year: counting began then.
        case since
        /// Before a month: the month ends a period.
        case upTo = "up_to"
        /// After a month: it is a day, or the end of a period.
        case afterMonth = "after_month"
        case month
        /// 日均, 每人: for this clause as a month is.
        case average
        /// Before a list of numbers, each of which is another thing's.
        case inTurn = "in_turn"
        case ownLevel = "own_level"
        case otherLevel = "other_level"
        /// A body of the county that is the subject of what follows where it opens a clause.
        case otherBody = "other_body"
        /// After such a body: it is not the subject.
        case notSubject = "not_subject"
        case increment
        /// Between the amount of old and the present one: 由去年的3人增加到4人.
        case changedTo = "changed_to"
        case share
        case runningTotal = "running_total"
        case plan
        /// Phrases that contain such a word and mean nothing by it: 上年结转.
        case neutral
    }
}

extension NarrativeLexicon {
    init(context: YAMLValue, alike: YAMLValue, letters: String) throws(CatalogueError) {
        self.letters = letters
        let entries = try context.mapping(allowing: Role.allCases.map(\.rawValue))
        words = [:]
        for role in Role.allCases {
            words[role] = try entries.required(role.rawValue, in: context).strings()
        }
        let units = try alike.mapping(allowing: Unit.allCases.map(\.rawValue))
        self.alike = [:]
        for unit in Unit.allCases {
            let value = try units.required(unit.rawValue, in: alike)
            let names = try value.strings()
            let written = words[.unit] ?? []
            if let unknown = names.first(where: { !$0.isEmpty && !written.contains($0) }) {
                throw .unknownValue(
                    file: value.file, line: value.line, key: unit.rawValue, value: unknown, allowed: written)
            }
            self.alike[unit.rawValue] = names
        }
    }
}
