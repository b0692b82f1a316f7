import Catalogue

/// Values of the catalogue that single rules are about.
struct NamedRoles: Sendable {
    /// The kind of information that is none in particular, information that nothing more is said of, and staff of whom
    /// nothing says what they are for.
    let (anyKind, otherKind): (UInt8, UInt8)
    let (someInformation, staff): (UInt8, UInt8)
    /// Requests for information, and who applied or how, which other things have too: 企业, 网络.
    let (request, bareWay): (UInt8, UInt8)
    /// An account or another means, where it is counted itself.
    let account: UInt8
    /// Those who work for an office, as bits.
    let staffs: UInt128
    /// Proposals, and suggestions without a name, as bits.
    let proposals: UInt128
    /// What a place has: 下辖23个村; what the one does who asked: 撤回申请; what was not paid: 尚欠发低保金.
    let (comprising, withdrawing, owing): (UInt64, UInt64, UInt64)
    let (otherAid, letter, normativeDocument): (UInt8, UInt8, UInt8)
    let (petition, complaint): (UInt8, UInt8)
    /// What the act of paying for somebody makes of those whom it is done to.
    let sponsored: UInt8
    /// Objects that are places, as bits.
    let places: UInt128
    /// The 12345 hotline, other lines, and a mailbox.
    let (hotline, otherLineSource, mailbox): (UInt8, UInt8, UInt8)
    /// Carriers that are the government's own, so that with others they may be all, and accounts, which together are
    /// not all that was disclosed.
    let (official, accounts): (UInt64, UInt64)
    /// One of none of these, and a platform that nobody knows.
    let (otherWay, otherPlatform): (UInt64, UInt64)
    let (press, newMedia, groups): (UInt64, UInt64, UInt64)
    /// The acts of disclosing, of bringing a case to its end, of dealing with it, and of that without handing it on.
    let (disclosing, closing, handling, direct): (UInt64, UInt64, UInt64, UInt64)
    /// The acts of handing on to those below, of being given, of going to see people, and of paying for them.
    let (delegating, assigning, visiting, sponsoring): (UInt64, UInt64, UInt64, UInt64)
    /// The varieties of those aged 80 and over, whatever their age, and of those who are younger.
    let (all80, under80): (UInt128, UInt128)
    /// The acts of asking for money, of taking it back, of applying for somebody, and of disclosing unasked.
    let (seeking, recovering, applying, proactive): (UInt64, UInt64, UInt64, UInt64)
    /// Of collecting money, and of having joined something.
    let (charging, attending): (UInt64, UInt64)
    /// Of replying, of taking in, of passing on what others have published, and of not disclosing.
    let (replying, receiving, reposting, withholding): (UInt64, UInt64, UInt64, UInt64)
    /// Work that is given to those who find none.
    let welfarePost: UInt8
    /// A rate of something else than cases, and of those who proposed and are content.
    let (rateOfOthers, contentment): (UInt8, UInt8)
    /// The rate of those who are insured.
    let insured: UInt8
    /// What calls are about, which may be told of them by kinds, as bits: 咨询, 投诉.
    let ofCalls: UInt128
    /// What is counted beside cases, 重复工单, and what offices above see to.
    let (caseThing, supervision): (UInt8, UInt8)
    /// Guides and catalogues of what there is.
    let guides: UInt8
    /// What the public speaks of, what is given once, and what the disabled are paid.
    let (concern, oneOff, disability): (UInt8, UInt8, UInt8)
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
        let at = Places(vocabulary: vocabulary)
        (anyKind, otherKind) = (at.object("information_kind"), at.object("kind_other"))
        someInformation = at.object("some_information")
        (request, bareWay, account) = (at.object("request"), at.object("bare_way"), at.object("account"))
        (otherAid, letter, staff) = (at.object("other_aid"), at.object("letter"), at.object("staff"))
        (petition, complaint, guides) = (at.object("petition"), at.object("complaint"), at.object("kind_guides"))
        (normativeDocument, sponsored) = (at.object("normative_document"), at.object("insurance_thing"))
        (welfarePost, disputeThing) = (at.object("welfare_post"), at.object("litigation_thing"))
        (caseThing, supervision) = (at.object("case_thing"), at.object("supervision_item"))
        (concern, oneOff, disability) = (at.object("concern"), at.object("one_off"), at.object("disability"))
        (replying, receiving) = (at.act("reply"), at.act("receive"))
        (reposting, withholding) = (at.act("repost"), at.act("withhold"))
        places = Places.bits(vocabulary.of(.object)) { $0.family == "place" }
        ofCalls = at.objects(["complaint", "consultation"])
        staffs = at.objects(["staff", "disclosure_staff"])
        proposals = at.objects(["proposal", "some_suggestion"])
        (comprising, withdrawing, owing) = (at.act("comprise"), at.act("withdraw"), at.act("owe"))
        disputes = at.objects(["reconsideration", "litigation"])
        ofInformation = at.objects(["information", "some_information", "request", "request_thing"])
        lasting = at.objects(["subsistence", "hardship"])
        (hotline, otherLineSource) = (at.value("hotline", .source), at.value("other_line", .source))
        mailbox = at.value("mailbox", .source)
        official = Places.bits(vocabulary.of(.carrier)) { $0.family == "official" }
        accounts = Places.bits(vocabulary.of(.carrier)) { $0.family == "account" }
        (otherWay, otherPlatform) = (at.carrier("other_way"), at.carrier("platform"))
        (press, newMedia, groups) = (at.carrier("press"), at.carrier("new_media"), at.carrier("group"))
        (disclosing, proactive) = (at.act("disclose"), at.act("proactive"))
        (closing, handling, direct) = (at.act("close"), at.act("handle"), at.act("direct"))
        (delegating, assigning) = (at.act("delegate"), at.act("assign"))
        (visiting, sponsoring) = (at.act("visit"), at.act("sponsor"))
        (seeking, recovering, applying) = (at.act("seek"), at.act("recover"), at.act("apply"))
        (charging, attending) = (at.act("charge"), at.act("attend"))
        (insured, rateOfOthers) = (at.value("insured", .measure), at.value("rate_of_others", .measure))
        contentment = at.value("proposer_satisfaction", .measure)
        all80 = Places.bits(vocabulary.of(.variety)) { $0.name == "age_80_up" }
        under80 = Places.bits(vocabulary.of(.variety)) { $0.name == "age_60" }
        letters = [
            at.object("disability"): [Letter.disabled], at.object("elderly"): [Letter.old],
            at.object("orphan"): Letter.childrens, at.object("veterans"): Letter.soldiers,
        ]
    }

    /// Whether people are those whom an allowance is for: 残疾人512人，其中享受两项补贴286人.
    func isFor(_ object: UInt8, _ people: some Sequence<UInt16>) -> Bool {
        guard let own = letters[object] else { return false }
        return people.contains(where: own.contains)
    }
}

extension NamedRoles {
    /// The places of values by their names, as numbers and as bits; 0 for what the catalogue does not have.
    private struct Places {
        let vocabulary: RoleVocabulary

        func value(_ name: String, _ role: NarrativeRole) -> UInt8 {
            UInt8(truncatingIfNeeded: vocabulary.place(of: name, in: role) ?? 0)
        }

        func object(_ name: String) -> UInt8 { value(name, .object) }
        func objects(_ names: [String]) -> UInt128 { names.reduce(0) { $0 | 1 << UInt128(object($1)) } }
        func act(_ name: String) -> UInt64 { Self.bits(vocabulary.of(.act)) { $0.name == name } }
        func carrier(_ name: String) -> UInt64 { Self.bits(vocabulary.of(.carrier)) { $0.name == name } }

        /// The values that something holds of, as bits at their places.
        static func bits<Bits: FixedWidthInteger>(_ values: [RoleValue], where holds: (RoleValue) -> Bool) -> Bits {
            values.enumerated().reduce(0) { holds($1.element) ? $0 | 1 << Bits($1.offset) : $0 }
        }
    }
}
