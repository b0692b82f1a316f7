import Catalogue

/// Values of the catalogue that single rules are about.
struct NamedRoles: Sendable {
    /// The acts of asking for money, of taking it back, of applying for somebody, and of disclosing unasked.
    let (seeking, recovering, applying, proactive): (UInt64, UInt64, UInt64, UInt64)
    /// Of collecting money, and of having joined something.
    let (charging, attending): (UInt64, UInt64)
    /// Work that is given to those who find none.
    let welfarePost: UInt8
    /// A rate of something else than cases, and of those who proposed and are content.
    let (rateOfOthers, contentment): (UInt8, UInt8)
    /// The rate of those who are insured.
    let insured: UInt8
    /// Chat groups.
    let groups: UInt64
    /// What calls are about, which may be told of them by kinds, as bits: 咨询, 投诉.
    let ofCalls: UInt128
    /// What is counted beside cases, 重复工单, and what offices above see to.
    let (caseThing, supervision): (UInt8, UInt8)
    /// Reconsiderations and litigations, as bits, and what else is told of them.
    let disputes: UInt128
    let disputeThing: UInt8
    /// What a dispute over information is about, as bits.
    let ofInformation: UInt128
    /// Allowances that some are given for years, as bits.
    let lasting: UInt128
    /// For some allowances, letters of the people that they are for.
    private let letters: [UInt8: [UInt16]]

    init(_ vocabulary: RoleVocabulary) {
        func place(_ name: String, _ role: NarrativeRole) -> Int { vocabulary.place(of: name, in: role) ?? 0 }
        func act(_ name: String) -> UInt64 {
            vocabulary.place(of: name, in: .act).map { 1 << UInt64($0) } ?? 0
        }
        func object(_ name: String) -> UInt8 { UInt8(truncatingIfNeeded: place(name, .object)) }
        func objects(_ names: [String]) -> UInt128 { names.reduce(0) { $0 | 1 << UInt128(place($1, .object)) } }
        (seeking, recovering, applying, proactive) = (act("seek"), act("recover"), act("apply"), act("proactive"))
        (charging, attending) = (act("charge"), act("attend"))
        welfarePost = object("welfare_post")
        (caseThing, supervision) = (object("case_thing"), object("supervision_item"))
        func measure(_ name: String) -> UInt8 { UInt8(truncatingIfNeeded: place(name, .measure)) }
        insured = measure("insured")
        (rateOfOthers, contentment) = (measure("rate_of_others"), measure("proposer_satisfaction"))
        groups = vocabulary.place(of: "group", in: .carrier).map { 1 << UInt64($0) } ?? 0
        ofCalls = objects(["complaint", "consultation"])
        disputes = objects(["reconsideration", "litigation"])
        disputeThing = object("litigation_thing")
        ofInformation = objects(["information", "some_information", "request", "request_thing"])
        lasting = objects(["subsistence", "hardship"])
        letters = [
            object("disability"): [Letter.disabled], object("elderly"): [Letter.old],
            object("orphan"): Letter.childrens, object("veterans"): Letter.soldiers,
        ]
    }

    /// Whether people are those whom an allowance is for: 残疾人512人，其中享受两项补贴286人.
    func isFor(_ object: UInt8, _ people: some Sequence<UInt16>) -> Bool {
        guard let own = letters[object] else { return false }
        return people.contains(where: own.contains)
    }
}

extension Lexicon {
    static var budget: Int { Class.budget.rawValue }
    static var venue: Int { Class.venue.rawValue }
    static var slogan: Int { Class.slogan.rawValue }
    static var partly: Int { Class.partly.rawValue }
    static var honour: Int { Class.honour.rawValue }

    /// The class of words that tell something right before a number alone.
    static let aiming: UInt64 = 1 << UInt64(target)

    /// The classes of words that tell something, as bits of `WordIndex.firstClasses`.
    static let telling: UInt64 = {
        let roles = [
            otherBody, negation, unrelated, placeAbove, placeBelow, zero, result, halfDenial, everything, joiner,
            inTurn, each, etcetera, wholeAgain, limit, means, people, head, glue, changedTo, present, neighbour,
            budget, honour,
        ]
        return roles.reduce(0) { $0 | 1 << UInt64($1) } | ~((1 << UInt64(unit + 1)) - 1)
    }()
}
