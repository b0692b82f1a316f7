import Catalogue

/// The settings of a place in a text, as a set.
struct Settings: OptionSet, Hashable {
    var rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ setting: NarrativeSetting) {
        rawValue = 1 << UInt16(NarrativeSetting.allCases.firstIndex(of: setting) ?? 0)
    }

    init(_ settings: Set<NarrativeSetting>) {
        self = settings.reduce(into: []) { $0.insert(Settings($1)) }
    }

    static let part = Settings(.part)
    static let otherYear = Settings(.otherYear)
    static let nextYear = Settings(.nextYear)
    static let month = Settings(.month)
    static let otherLevel = Settings(.otherLevel)
    static let increment = Settings(.increment)
    static let share = Settings(.share)
    static let runningTotal = Settings(.runningTotal)
    static let plan = Settings(.plan)
    static let thisYear = Settings(.thisYear)
}

/// For every letter of a text, what the words before it make of a number there.
///
/// A setting lasts to the end of its clause; one that opens a clause lasts to the end of the part of the sentence (`；`, `。`),
/// and one in brackets not beyond them.
struct SettingMap {
    /// What the words before a letter make of a number there, and where the last 其中 before it stands.
    struct Place {
        var settings: Settings
        var partStart: Int32
    }

    private(set) var places: [Place] = []

    private var state = State()
    private var outer: [State] = []
    private let lexicon: Lexicon
    private let year: Int

    private struct State {
        var clause: Settings = []
        var sentence: Settings = []
        /// What begins before this opens the clause.
        var opening = 1
        var partStart = 0
        /// How many parts have been told one after another since 其中.
        var parts = 0
        /// Whether a total of all years has been told of, so that its parts are of all years too.
        var isRunning = false

        /// Whether the clause after 其中 is over, so that a word may speak of the whole again.
        func isPastPart(at position: Int) -> Bool { position <= opening && opening > partStart + 6 }
    }

    init(_ text: FoldedText, hits: WordHits, dates: [FoundDate], lexicon: Lexicon, year: Int) {
        self.lexicon = lexicon
        self.year = year
        let settingRoles = Lexicon.settingRoles
        var next = 0
        var covered = 0
        places = Array(unsafeUninitializedCapacity: text.letters.count) { places, size in
            for position in text.letters.indices {
                // No ideograph parts anything.
                if !Letter.isIdeograph(text.letters[position]) { punctuate(text, at: position) }
                if next < dates.count, dates[next].range.lowerBound == position {
                    apply(dates[next], text, hits: hits)
                    covered = dates[next].range.upperBound
                    next += 1
                    if position <= state.opening { state.opening = covered + 1 }
                }
                if position >= covered, hits.roles(at: position) & settingRoles != 0 {
                    covered = applyWord(hits, at: position) ?? covered
                }
                places[position] = Place(
                    settings: state.clause.union(state.sentence),
                    partStart: Int32(truncatingIfNeeded: state.partStart))
            }
            size = text.letters.count
        }
    }

    private mutating func punctuate(_ text: FoldedText, at position: Int) {
        let letter = text.letters[position]
        switch letter {
        case Letter.openBracket where text.afterBracket(position) != nil:
            outer.append(state)
            state.opening = position + 2
        case Letter.closeBracket:
            if let before = outer.popLast() { state = before }
        case Letter.enumerationComma:
            state.clause.subtract([.increment, .share])
            state.parts += 1
        case _ where Letter.endsSentence(letter):
            outer.removeAll()
            state = State(opening: position + 2)
        case Letter.semicolon:
            state = State(opening: position + 2)
        case _ where Letter.endsClause(letter):
            state.clause = []
            state.opening = position + 2
        default: break
        }
    }

    /// Applies the longest word here that sets anything, and gives its end.
    private mutating func applyWord(_ hits: WordHits, at position: Int) -> Int? {
        for place in hits.places(at: position) {
            let hit = hits.all[place]
            let roles = lexicon.index.firstClasses(Int(hit.word)) & Lexicon.settingRoles
            guard roles != 0 else { continue }
            let isYear = roles & (1 << UInt64(Lexicon.otherYear)) != 0
            if isYear, stands(Lexicon.comparison, before: position, hits) {
                state.clause.insert(.increment)
            } else {
                apply(roles, at: position)
                if isSubject(hit, roles, hits) { insert(.otherLevel, at: position) }
            }
            return position + Int(hit.length)
        }
        return nil
    }

    private mutating func apply(_ roles: UInt64, at position: Int) {
        func has(_ role: Int) -> Bool { roles & (1 << UInt64(role)) != 0 }
        if has(Lexicon.part) {
            state.sentence.insert(.part)
            state.partStart = position
            state.parts = 0
            if state.isRunning { state.sentence.insert(.runningTotal) }
        }
        if has(Lexicon.whole) || has(Lexicon.wholeAgain) && state.isPastPart(at: position) && state.parts > 0 {
            state.sentence.remove(.part)
        }
        if has(Lexicon.thisYear) { setThisYear(at: position) }
        if has(Lexicon.ownLevel) { setOwnLevel() }
        if has(Lexicon.otherYear) { insert(.otherYear, at: position) }
        if has(Lexicon.otherLevel) { insert(.otherLevel, at: position) }
        if has(Lexicon.month) { insert(.month, at: position) }
        if has(Lexicon.average) { state.clause.insert(.month) }
        if has(Lexicon.runningTotal) {
            state.clause.insert(.runningTotal)
            state.isRunning = true
        }
        if has(Lexicon.changedTo) { state.clause.subtract([.increment, .otherYear]) }
        if has(Lexicon.increment) { state.clause.insert(.increment) }
        if has(Lexicon.share) { state.clause.insert(.share) }
        if has(Lexicon.plan) { state.sentence.insert(.plan) }
    }

    /// Whether a body of the county is what the clause speaks of: 县政府制发, but not 县政府网站.
    private func isSubject(_ hit: WordHits.Hit, _ roles: UInt64, _ hits: WordHits) -> Bool {
        roles & (1 << UInt64(Lexicon.otherBody)) != 0 && Int(hit.start) <= state.opening
            && hits.length(of: Lexicon.notSubject, at: Int(hit.start + hit.length), in: lexicon.index) == nil
    }

    private mutating func apply(_ date: FoundDate, _ text: FoldedText, hits: WordHits) {
        guard let named = date.year else {
            // Within a clause a month only dates what was done once in the year: 于6月举办培训1次.
            let next = text.letters[date.range.upperBound]
            let stands = date.range.lowerBound <= state.opening || Letter.endsClause(next)
            if stands || text.letters[date.range.upperBound - 1] != Letter.month {
                insert(.month, at: date.range.lowerBound)
            }
            return
        }
        if named == year { return setThisYear(at: date.range.lowerBound) }
        if stands(Lexicon.comparison, before: date.range.lowerBound, hits) {
            state.clause.insert(.increment)
        } else if hits.length(of: Lexicon.neutral, at: date.range.upperBound, in: lexicon.index) != nil {
            // 对2015年以来的文件进行审核: the year describes a thing, and the sentence goes on to tell of this year.
            state.clause.insert(.runningTotal)
        } else if stands(Lexicon.since, before: date.range.lowerBound, hits)
            || hits.length(of: Lexicon.since, at: date.range.upperBound, in: lexicon.index) != nil
        {
            state.sentence.insert(.runningTotal)
        } else {
            insert(.otherYear, at: date.range.lowerBound)
            if named > year { state.clause.insert(.nextYear) }
        }
    }

    private mutating func setThisYear(at position: Int) {
        remove([.otherYear, .runningTotal, .month])
        state.isRunning = false
        if state.isPastPart(at: position) { remove(.part) }
        state.sentence.insert(.thisYear)
    }

    /// 全县受理9件，其中我镇受理2件: a part of what others have is the whole of what the township has.
    private mutating func setOwnLevel() {
        if state.clause.union(state.sentence).contains(.otherLevel) { remove(.part) }
        remove(.otherLevel)
    }

    private mutating func remove(_ settings: Settings) {
        state.clause.subtract(settings)
        state.sentence.subtract(settings)
    }

    /// For the clause, or for all that follows in the sentence if it opens the clause.
    private mutating func insert(_ setting: Settings, at position: Int) {
        if setting == .otherYear { remove(.thisYear) }
        state.clause.insert(setting)
        let isOpening = position <= state.opening + (setting == .otherLevel ? Self.longestName : 0)
        if isOpening { state.sentence.insert(setting) }
    }

    /// Letters of a county's name before what it is: 青禾 in 青禾县政府系统.
    private static let longestName = 3

    private func stands(_ role: Int, before end: Int, _ hits: WordHits) -> Bool {
        for start in max(0, end - 3)..<end {
            for place in hits.places(at: start) {
                let hit = hits.all[place]
                guard start + Int(hit.length) == end else { continue }
                if lexicon.index.isMember(Int(hit.word), of: Lexicon.neutral) { return false }
                if lexicon.index.isMember(Int(hit.word), of: role) { return true }
            }
        }
        return false
    }
}

extension Lexicon {
    static let part = number(.part)
    static let whole = number(.whole)
    static let thisYear = number(.thisYear)
    static let otherYear = number(.otherYear)
    static let comparison = number(.comparison)
    static let since = number(.since)
    static let month = number(.month)
    static let average = number(.average)
    static let ownLevel = number(.ownLevel)
    static let otherLevel = number(.otherLevel)
    static let otherBody = number(.otherBody)
    static let notSubject = number(.notSubject)
    static let wholeAgain = number(.wholeAgain)
    static let inTurn = number(.inTurn)
    static let increment = number(.increment)
    static let changedTo = number(.changedTo)
    static let share = number(.share)
    static let runningTotal = number(.runningTotal)
    static let plan = number(.plan)
    static let neutral = number(.neutral)

    /// The roles that set anything, as bits of `WordIndex.firstClasses`.
    static let settingRoles: UInt64 = [
        part, whole, wholeAgain, thisYear, otherYear, month, average, ownLevel, otherLevel, otherBody, increment,
        changedTo, share, runningTotal, plan, neutral,
    ].reduce(0) { $0 | 1 << UInt64($1) }
}
