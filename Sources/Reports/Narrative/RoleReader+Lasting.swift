import Catalogue
import Values

extension RoleReader {
    /// What a text has said that goes on behind the sentence or the paragraph.
    struct Lasting {
        /// The last sentence without a number that opened with 自…以来.
        var sinceSentence = -2
        /// The last sentence that opened with 其中.
        var partSentence = -1
        /// The last heading that named the one source of what is told below it.
        var sourceSentence = -2
        /// The last sentence that spoke of cases.
        var casesSentence = -2
        /// The last sentences that named the township, and a means: 通过县政府网站.
        var ownSentence = -2
        var meansSentence = -2
        /// The last sentence that named the township by its name or as ours.
        var ownNameSentence = -2
        /// How many parts of the year have been named.
        var periods = 0
        /// Where brackets end that hold nothing but a number.
        var countEnd = -1
        /// Where the last name of another year ended: 2022年全年.
        var yearEnd = -1
        /// The time before a list of paragraphs, which holds for its items.
        var introduced = NarrativeTime.thisYear
        /// Of the last number of each source: when, at which level, and its paragraph.
        var sources: [UInt8: (NarrativeTime, NarrativeLevel, Int)] = [:]

        /// The sources that the year's cases which came in were told of, as bits.
        var opened: UInt64 = 0

        /// The allowances that the paragraph has named, as bits, and the last sentence that did.
        var allowances: (bits: UInt128, sentence: Int) = (0, -2)
        /// The last sentence without a number that said through what was disclosed, and the one channel.
        var means: (sentence: Int, carriers: UInt64) = (-2, 0)

        mutating func remember(_ mentions: [Mention], of sentence: Int, _ lexicon: Lexicon) {
            var carriers: UInt64 = 0
            var acts: UInt64 = 0
            for mention in mentions.suffix(Self.mostWords) {
                carriers |= lexicon.senses[Int(mention.word)].carriers
                acts |= lexicon.senses[Int(mention.word)].acts
            }
            if carriers.nonzeroBitCount == 1, acts & lexicon.named.disclosing != 0 { means = (sentence, carriers) }
        }

        private static let mostWords = 20

        /// - Parameter isOpening: whether it tells of all cases that came in.
        mutating func take(_ telling: Telling, isOpening: Bool) {
            guard telling.roles.source != 0 else { return }
            if isOpening { opened |= 1 << UInt64(telling.roles.source) }
            sources[telling.roles.source] = (telling.roles.time, telling.roles.level, telling.paragraph)
        }
    }

    /// 实施临时救助…。今年共救助198户，发放26.43万元: the only allowance that the paragraph has named just before.
    var onlyAllowance: UInt8 {
        guard lasting.allowances.bits.nonzeroBitCount == 1, lasting.allowances.sentence >= sentence - 1 else {
            return Roles.none
        }
        return UInt8(lasting.allowances.bits.trailingZeroBitCount)
    }

    /// 2021年公开1500条。全年受理1100件: whether it is the whole of the year that opens the paragraph.
    func isOfNamedYear(_ place: Range<Int>) -> Bool {
        scope.isOpenedByYear && scope.time == .otherYear && scope.setClause < sentenceClause
            && text.letters[place].starts(with: Letter.wholeYear)
    }

    mutating func noteEarlierYear(at start: Int) {
        told.otherYearSentence = sentence
        scope.isOpenedByYear = start - paragraphBegin <= Self.longestNumeral
    }

    /// （一）, before a year that opens a paragraph.
    private static let longestNumeral = 4

    /// The number before, or the one that 其中 at the head of a sentence is of.
    func last(for unit: UnitGroup) -> Telling? {
        guard let last else { return nil }
        // 低保286户512人，占农业人口1.6%，发放198.5万元
        if unit != .percent, last.roles.unit == .percent, last.roles.standing == .share, last.sentence == sentence,
            !lexicon.counts(unit, last.roles.object)
        {
            return tellings[sentenceStart...].suffix(Self.farthest).last { $0.roles.unit != .percent } ?? last
        }
        // 见面率100%，满意率96%: a rate that no word explains says nothing of the next.
        if unit == .percent, last.roles.unit == .percent, last.roles.object == Roles.unknown {
            return tellings[sentenceStart...].suffix(Self.farthest).last { $0.roles.object != Roles.unknown } ?? last
        }
        if unit == .percent, let whole = wholeOfKinds(last) { return whole }
        guard isPartOf(last) else { return last }
        return tellings.suffix(Self.farthest).last { $0.sentence == last.sentence && $0.roles.unit == unit } ?? last
    }

    /// 热线受理742件，其中咨询类213件，办结率100%: of all, not of the last kind.
    private func wholeOfKinds(_ last: Telling) -> Telling? {
        guard scope.isPart, last.roles.source == 0, last.sentence == sentence, last.clause < clause,
            scope.partStart > sentenceStart, scope.partStart <= tellings.count
        else { return nil }
        let whole = tellings[scope.partStart - 1]
        return whole.roles.source > Roles.manySources ? whole : nil
    }

    /// 受理742件，其中咨询类213件、求助类401件，办结738件: what is closed is of all, not of the last kind.
    func lastCase(for unit: UnitGroup) -> Telling? {
        // 疑难工单12件已办结10件: of those right before it. Of 12批10户已办结 the first is of the same group, and behind
        // where that begins.
        if let last, last.clause == clause, last.quantity != nil, last.roles.source == 0, last.hasOwnObject,
            let here = group.first.map({ quantities[$0].whole.lowerBound }), last.place.upperBound <= here,
            !text.letters[last.place.upperBound..<here].contains(where: Letter.endsItem)
        {
            return last
        }
        if let whole = wholeOfSources ?? mainBefore ?? proposedBefore { return whole }
        guard let last = last(for: unit), last.sentence == sentence,
            last.roles.source == 0
        else { return last(for: unit) }
        let opened = tellings[min(told.partStart, tellings.count)...].suffix(Self.farthest).filter { telling in
            (lexicon.stages(telling.roles.acts, .opens) || telling.roles.acts == 0 && telling.roles.source != 0)
                && (telling.roles.unit == last.roles.unit || telling.roles.unit == unit)
                && telling.roles.standing != .part && telling.roles.told != .zero
                && telling.roles.object != Roles.unknown && lexicon.objects[Int(telling.roles.object)].family == nil
        }
        // 受理低保申请36件，收到政府信息公开申请6件，办结6件; 办结热线309件，收到申请6件，办结6件
        let isRequest =
            last.roles.object == lexicon.named.request && last.hasOwnObject && lexicon.stages(last.roles.acts, .opens)
        if isRequest { return last }
        return opened.last { $0.roles.source != 0 } ?? opened.first ?? last
    }

    /// 受理诉求1402件，其中12345热线1063件、网格298件，办结1396件: what cases of several sources are part of.
    var wholeOfSources: Telling? {
        guard scope.isPart, scope.partSource == Roles.none, scope.partStart > sentenceStart,
            scope.partStart < tellings.count, let last, last.clause < clause, last.quantity != nil,
            lexicon.stages(tellings[scope.partStart - 1].roles.acts, .opens),
            tellings[scope.partStart...].contains(where: { $0.roles.source > Roles.manySources })
        else { return nil }
        return tellings[scope.partStart - 1]
    }

    /// 低保362户，其中单人保86户；累计发放274万元: what was paid in all is of the whole, not of a part without a name.
    func lastWhole(for finding: Finding) -> Telling? {
        if isBehindParts(finding) { return tellings[scope.partStart - 1] }
        guard let last, last.sentence == sentence, last.roles.object == Roles.unknown, scope.isPart,
            scope.partStart > 0, scope.partStart <= tellings.count
        else { return last }
        return tellings[scope.partStart - 1]
    }

    /// 临时救助71户203人次，涉及13个村，发放资金35.6万元: those of the only allowance that the sentence has told of, where something
    /// else was counted since.
    var lastUnpaid: Telling? {
        guard let last, last.sentence == sentence, !scope.isPart, item.people != clause, last.quantity != nil,
            [.times, .things, .cases, .persons, .households, .other].contains(last.roles.unit),
            ![.allowance, .other].contains(lexicon.objects[Int(last.roles.object)].family), turn == nil
        else { return nil }
        let near = tellings[min(max(sentenceStart, told.partStart), tellings.count)...].suffix(Self.farthest)
        let given = near.filter { lexicon.objects[Int($0.roles.object)].isAllowance }
        guard let first = given.first, Set(given.map(\.roles.object)).count == 1,
            given.allSatisfy({
                [.persons, .households, .personTimes].contains($0.roles.unit) && $0.roles.standing == .whole
                    && $0.roles.time == first.roles.time && $0.roles.varieties == first.roles.varieties
            })
        else { return nil }
        return given.last
    }

    /// 制定规范性文件3件，报备3件，废止1件: the last number of documents in the sentence.
    var lastDocument: Telling? {
        tellings[min(sentenceStart, tellings.count)...].suffix(Self.farthest).last {
            $0.roles.object == lexicon.named.normativeDocument
        } ?? last
    }

    /// 退出低保214户，其中死亡57人、其他8人，新纳入69户: the last number of a known thing.
    var lastNamed: Telling? {
        tellings[min(sentenceStart, tellings.count)...].suffix(Self.farthest).last {
            let traits = lexicon.objects[Int($0.roles.object)]
            return traits.isAllowance || traits.heir.map { lexicon.objects[Int($0)].isAllowance } ?? false
        } ?? last
    }

    /// Whether the sentence opens with 其中, of what the one before told last.
    func isPartOf(_ last: Telling) -> Bool {
        lasting.partSentence == sentence && last.sentence == sentence - 1
    }

    /// A source that a paragraph before named keeps the time and the level of its numbers: 本周受理463件。…办结率100%.
    mutating func placeSource(_ roles: inout Roles) {
        guard let (time, level, named) = lasting.sources[roles.source], named < paragraph, scope.setClause < 0 else {
            return
        }
        if roles.time == .thisYear {
            roles.time = time
            scope.time = time
        }
        if roles.level == .own, scope.clauseLevel == nil {
            roles.level = level
            scope.level = level
        }
        scope.isCarried = true
    }

    /// 市政府收到建议117件。…117件建议办结: a number told again in the next paragraph is at the level that it was at.
    mutating func repeatLevel(of found: FoundQuantity, _ unit: UnitGroup) {
        guard unit == .cases, found.amount.value >= Self.smallestRepeated, scope.level == .own else { return }
        let isAgain = tellings.suffix(Self.farthest).contains {
            $0.paragraph == paragraph - 1 && $0.roles.level == .above && $0.roles.unit == unit
                && $0.amount == found.amount
        }
        if isAgain, scope.clauseLevel == nil { scope.level = .above }
    }

    private static let smallestRepeated = 20
    private static let farthest = 30

    /// The time that holds for a paragraph of a list: that of the paragraph before the list.
    mutating func introducedTime(before position: Int) -> NarrativeTime {
        if !isListed(at: paragraphBegin) {
            let last = tellings.last.flatMap { $0.paragraph == paragraph ? $0 : nil }
            lasting.introduced = last?.roles.time ?? .thisYear
        }
        return isListed(at: position + 1) ? lasting.introduced : .thisYear
    }

    /// （二）, 2. or 二、 before a paragraph.
    func isListed(at position: Int) -> Bool { numbering(at: position) != nil }

    /// 年初，有低保894户; 4月起清理，清理后有706户: how many there are is of the day, not of the months since.
    func timeOfStock(_ roles: Roles, _ object: UInt8) -> NarrativeTime {
        guard [.persons, .households].contains(roles.unit), lexicon.objects[Int(object)].isAllowance else {
            return roles.time
        }
        let isSince = roles.time == .partOfYear && scope.endsWithSentence
        // 4月起清理，清退336户: all who went this year.
        if isSince, [.intake, .exit].contains(roles.standing) { return .thisYear }
        guard roles.standing == .whole || roles.standing == .total, !lexicon.stages(roles.acts, .pays) else {
            return roles.time
        }
        if scope.yearStart == clause { return .otherYear }
        let isYearEnd =
            roles.time == .partOfYear && scope.isDecember
            && (scope.present == clause || !lexicon.counts(.cases, object) && !isTakenIn)
        return isSince || isYearEnd ? .thisYear : roles.time
    }

    /// 12月纳入低保3户: who came in that month.
    private var isTakenIn: Bool {
        let end = group.first.map { quantities[$0].whole.lowerBound } ?? position
        return says(Letter.takeIn, from: clauseStart(before: end), to: end)
    }

    /// 一季度132件，二季度167件，…，合计645件: of the year again. 12月更新71条。受理申请2件: a month told of beside the year
    /// says nothing of other things.
    mutating func liftPart(of finding: Finding) {
        guard scope.time == .partOfYear, scope.setClause != clause, scope.clauseTime == nil else { return }
        // 本月发放16.5万元，累计发放198.5万元
        let isOfMonths =
            finding.isAccrued && last?.clause == clause - 1 && last?.roles.time == .partOfYear
            && last?.roles.unit == finding.unit && scope.setClause == clause - 1 && sentenceStart < tellings.count
            && tellings[sentenceStart].roles.time == .thisYear
        let isSum = finding.isTotal && told.periods > 1 || isOfMonths
        guard isSum || isBesideMonth(finding) else { return }
        scope.time = .thisYear
    }

    private func isBesideMonth(_ finding: Finding) -> Bool {
        let isOfPeople = finding.unit == .persons && !lexicon.objects[Int(finding.object)].isAllowance
        guard scope.isCarried, hasOwn, finding.unit == .cases || isOfPeople, finding.hasObjectHere, finding.hasActHere,
            finding.source == Roles.none, tellings.count == sentenceStart
        else { return false }
        let before = tellings.suffix(Self.mostSources).filter { $0.sentence == sentence - 1 }
        return !before.isEmpty
            && before.allSatisfy {
                $0.roles.time == .partOfYear && $0.roles.object != finding.object && $0.roles.source == 0
            }
    }

    /// 80—89岁老人412人、百岁老人2人，均已纳入高龄津贴范围: what all of them get.
    mutating func nameBefore() {
        guard item.everything == clause, denial == nil, let last, last.sentence == sentence, last.clause == clause - 1,
            let named = item.mentions.last(where: { $0.clause == clause && $0.object != 0 }),
            lexicon.objects[Int(named.object)].isAllowance
        else { return }
        let places = tellings.indices.suffix(Self.mostNamed).filter {
            tellings[$0].clause == clause - 1 && [.persons, .households].contains(tellings[$0].roles.unit)
                && tellings[$0].roles.object <= Roles.several
        }
        let added = lexicon.added[Int(named.object)]
        // Several numbers that are not added up tell no whole: 80—89岁老人412人、百岁老人2人，均已纳入低保.
        let objects = places.map { place in
            let roles = tellings[place].roles
            let isToldOrAdded = places.allSatisfy {
                $0 == place || tellings[$0].roles.unit != roles.unit
                    || lexicon.differ(tellings[$0].roles.varieties & added, roles.varieties & added)
            }
            return isToldOrAdded ? named.object : Roles.unknown
        }
        for (place, object) in zip(places, objects) { tellings[place].roles.object = object }
    }

    private static let mostNamed = 6
}
