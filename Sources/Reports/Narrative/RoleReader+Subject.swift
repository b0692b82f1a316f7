import Catalogue
import Values

/// What of a paragraph about a source, or about requests, is of something else.
extension RoleReader {
    /// 综治中心受理126件, 巡察反馈问题28项: notes who does it, and that nobody knows of what kind the cases are.
    mutating func noteSubject(_ hit: WordHits.Hit, _ sense: WordSense) {
        let start = Int(hit.start)
        let isStrange = item.unexplained > 1
        // 环保督察反馈
        let noun = item.mentions.last.flatMap { Int($0.end) == start ? lexicon.objects[Int($0.object)] : nil }
        let isDoer = noun.map { $0.family == .kinds && $0.bond == nil } ?? false
        if sense.acts != 0, isStrange || isDoer || endsBody(at: start) { item.actor = clause }
        // 巡察反馈问题
        let isOfActor = item.actor == clause && item.mentions.last.map { Int($0.end) == start } ?? false
        if isStrange || isOfActor, lexicon.objects[Int(sense.object)].bond == .carried,
            Letter.endsAnyCase.contains(text.letters[start + Int(hit.length) - 1])
        {
            item.strayCase = clause
        }
    }

    /// 便民服务中心受理, but not 转办办结
    private func endsBody(at place: Int) -> Bool {
        let start = withoutTime(place)
        return start > 0 && Letter.endsBody.contains(text.letters[start - 1])
            && item.mentions.last.map { Int($0.end) < start || Int($0.start) >= start } ?? true
    }

    /// 中心全年共受理: where 全年, 2022年, 共 and 累计 begin that stand before a verb.
    private func withoutTime(_ place: Int) -> Int {
        var start = place
        while start > 2 {
            let words = [start - 2, start - 1].filter { first in
                hits.places(at: first).contains {
                    let (hit, sense) = (hits.all[$0], lexicon.senses[Int(hits.all[$0].word)])
                    return first + Int(hit.length) == start && (sense.times != 0 || sense.has(.total))
                        && sense.acts == 0
                }
            }
            if let first = words.first {
                start = first
            } else if let date = dates.last(where: { $0.range.upperBound == start }) {
                start = date.range.lowerBound
            } else {
                break
            }
        }
        return start
    }

    /// 综治中心调解126件: whether a body opens the clause of a number.
    func isOfBody(_ telling: Telling) -> Bool {
        let end = telling.place.lowerBound
        let said = text.letters[clauseStart(before: end)..<end]
        // 12345热线办公室回访300件
        guard !said.indices.contains(where: { words(at: $0).contains { $0.source != 0 } }) else { return false }
        return said.count > 3 && said.dropLast().contains { Letter.endsBody.contains($0) && $0 != Letter.office }
    }

    /// Whether a number tells of all of the year's cases that came in.
    func isOpening(_ roles: Roles) -> Bool {
        roles.unit == .cases && isAll(roles) && (roles.acts == 0 || lexicon.stages(roles.acts, .opens))
    }

    private func isAll(_ roles: Roles) -> Bool {
        (roles.standing == .whole || roles.standing == .total) && roles.time == .thisYear && roles.level == .own
    }

    /// （二）矛盾调解: an item's heading that names something else ends what the source before has sent.
    mutating func dropSource(before position: Int) {
        guard source != Roles.none, position - paragraphBegin <= Self.longestItem,
            tellings.last.map({ $0.paragraph < paragraph }) ?? true, isListed(at: paragraphBegin),
            !item.mentions.contains(where: { lexicon.senses[Int($0.word)].source != 0 })
        else { return }
        let isOther = item.mentions.contains { mention in
            mention.object != 0 && lexicon.objects[Int(mention.object)].bond != .carried
                && mention.object != lexicon.named.supervision
        }
        // （三）满意情况, （二）群众评价, （二）加强督查督办: of the same cases.
        let isOfThem = Letter.aspects.contains { says($0, from: paragraphBegin, to: position) }
        if item.isStrange && !isOfThem || isOther { source = Roles.none }
    }

    private static let longestItem = 20

    /// What was told of since the source or the requests, and is none of theirs.
    struct Rivals {
        var nearest: Telling
        /// The nearest that is of a known thing, or was taken in.
        var known: Telling?
        var sum: Int64
        var count = 1
        /// The number of the source, or of requests.
        var main: Telling?
    }

    /// 12345热线受理312件，代表建议26件，办结24件: what came in behind the number of the source, and is of something else.
    func rivals() -> Rivals? {
        var rivals: Rivals?
        for telling in tellings.reversed().prefix(Self.mostRivals) {
            guard telling.paragraph == paragraph else { break }
            // 代表建议26件，同比增长12.3%，办结24件; 解决困难86个, 落实专人2名: none of what came in.
            if isMain(telling), isDeed(telling) { continue }
            // 法律援助受理12件，同比增长12%，办结12件
            if [.change, .share].contains(telling.roles.standing), rivals == nil { continue }
            if isMain(telling) {
                if rivals != nil, rivals?.main == nil { rivals?.main = telling }
                if rivals == nil || telling.roles.unit == .cases { break }
            } else if isRival(telling), rivals?.main == nil {
                let before = rivals ?? Rivals(nearest: telling, sum: 0, count: 0)
                rivals = Rivals(
                    nearest: before.nearest, known: before.known ?? (isKnown(telling) ? telling : nil),
                    sum: before.sum &+ telling.amount.value, count: before.count + 1)
            }
        }
        return rivals
    }

    private static let mostRivals = 12

    private func isDeed(_ telling: Telling) -> Bool {
        switch telling.roles.unit {
        case .cases: false
        case .percent: telling.roles.measure == 0
        default: !(telling.hasOwnAct && lexicon.stages(telling.roles.acts, .opens))
        }
    }

    /// The last number of the paragraph that a source has sent, or of requests.
    var mainCase: Telling? {
        tellings.suffix(Self.mostRivals).last { $0.paragraph == paragraph && isMain($0) && isOpening($0.roles) }
    }

    /// The greatest of them.
    var mostCases: Telling? {
        tellings.suffix(Self.mostRivals).filter { $0.paragraph == paragraph && isMain($0) && isOpening($0.roles) }
            .max { $0.amount.value < $1.amount.value }
    }

    /// 参保28640人，其中脱贫人口1268人，参保率98.4%; 受理312件，咨询126件，办结率99%: what a rate is of, which others beside it are
    /// not.
    func lastRated(_ measure: UInt8) -> Telling? {
        let near = tellings[min(told.partStart, tellings.count)...].suffix(Self.mostRivals)
        if measure == lexicon.named.insured {
            let covers = near.filter {
                lexicon.objects[Int($0.roles.object)].family == .cover && $0.roles.object != lexicon.named.sponsored
            }
            guard var cover = covers.last else { return last(for: .percent) }
            // 医保参保28640人、养老保险参保15230人，参保率98.4%: of both.
            let isOfBoth = covers.contains { $0.clause == cover.clause && $0.roles.object != cover.roles.object }
            if isOfBoth, cover.clause < clause { cover.roles.object = Roles.several }
            return cover
        }
        guard let last, last.roles.unit != .percent, last.sentence == sentence, last.roles.source == 0,
            lexicon.objects[Int(last.roles.object)].family != .cover, !isKnown(last),
            let main = near.last(where: { isMain($0) || isProposed($0) })
        else { return last(for: .percent) }
        return main
    }

    /// 无行政复议: nothing of it is closed.
    func isDenied(_ telling: Telling) -> Bool { telling.roles.told == .zero && !isCarry(telling.roles.acts) }

    /// Whether the sentence has told of requests of last year.
    var hasCarriedIn: Bool {
        tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostRivals).contains {
            lexicon.stages($0.roles.acts, .carriedIn) && $0.roles.told != .zero
        }
    }

    /// 受理438件。召开会议6次，办结436件: what came in of which more is closed than the last number, of another thing, has.
    var mainBefore: Telling? {
        guard let last, last.roles.source == 0 || isDenied(last), let here = group.first, let main = mainCase else {
            return nil
        }
        let isOfCalls = lexicon.named.ofCalls & 1 << UInt128(last.roles.object) != 0
        let closed = quantities[here].amount.value
        let isLess = last.roles.unit != .cases && last.roles.unit != .things || last.amount.value < closed
        // 710督办36项，落实责任人36名，办结35项
        let isElse = last.roles.object == Roles.unknown || [.times, .persons, .personTimes].contains(last.roles.unit)
        // 收到15件，上年结转2件，召开会议6次，答复16件
        let carried = tellings.suffix(Self.mostRivals).filter {
            $0.paragraph == paragraph && lexicon.stages($0.roles.acts, .carriedIn) && $0.quantity != nil
        }
        let all = carried.reduce(main.amount.value) { $0 &+ $1.amount.value }
        return (isElse || isOfCalls || isDenied(last)) && isLess && closed <= all ? main : nil
    }

    /// 人大代表建议12件，召开面商会6次，办结12件
    var proposedBefore: Telling? {
        guard let last, last.sentence == sentence, last.roles.source == 0, last.roles.unit == .times,
            let here = group.first
        else { return nil }
        let near = tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostRivals)
        return near.last { isProposed($0) && $0.amount.value >= quantities[here].amount.value }
    }

    /// 回访1948件，满意率98%: what nobody knows may be what was done with the cases.
    private func isKnown(_ telling: Telling) -> Bool {
        let roles = telling.roles
        if telling.hasOwnAct, lexicon.stages(roles.acts, .opens) { return true }
        // 受理312件，涉及教育86件，咨询126件，化解纠纷36件，办结率99%: kinds of them, and what was done beside.
        let traits = lexicon.objects[Int(roles.object)]
        let isOfThem = lexicon.named.ofCalls & 1 << UInt128(roles.object) != 0 || traits.family == .kinds
        let isDone = lexicon.stages(roles.acts, .closes) && roles.varieties & lexicon.proposers == 0
        return roles.object > Roles.several && !isOfThem && !isDone
    }

    /// 人大代表建议12件
    func isProposed(_ telling: Telling) -> Bool {
        telling.roles.unit == .cases && telling.roles.varieties & lexicon.proposers != 0 && telling.quantity != nil
            && lexicon.objects[Int(telling.roles.object)].family == nil && telling.roles.standing != .part
    }

    private func isMain(_ telling: Telling) -> Bool {
        let object = lexicon.objects[Int(telling.roles.object)].heir ?? telling.roles.object
        return telling.roles.source > Roles.manySources || object == lexicon.named.request
    }

    private func isRival(_ telling: Telling) -> Bool {
        var roles = telling.roles
        let traits = lexicon.objects[Int(roles.object)]
        // 其中投诉99件，代表建议26件; 其中投诉99件；巡察反馈问题28个: no parts of the calls.
        let isThing =
            telling.hasOwnObject && !telling.opensPart && roles.object > Roles.several && traits.bond == nil
            && traits.family == nil
        let isApart = isThing || !telling.isAmongParts
        if isApart, roles.standing == .part { roles.standing = .whole }
        // 办理代表建议26件
        let isHandled =
            roles.acts & lexicon.named.handling != 0 && telling.hasOwnObject && roles.object > Roles.several
            && roles.standing == .whole
        guard roles.source == 0, isApart, let quantity = telling.quantity, !isOfKind(quantity) else {
            return false
        }
        // 公开承诺26件, 巡察反馈问题28项
        if roles.object == Roles.unknown, isAll(roles), roles.unit == .cases { return true }
        // 咨询126件，出动人员126人次; 整改问题12个
        let isClosed = telling.hasOwnAct && lexicon.stages(roles.acts, .closes)
        let isOther = roles.unit != .cases && telling.hasOwnObject && !isClosed && isCame(roles)
        guard isOpening(roles) || isHandled || isOther else { return false }
        if roles.object <= Roles.unknown { return roles.unit == .cases || roles.unit == .things }
        guard roles.acts & lexicon.named.disclosing == 0 else { return false }
        let isOfSome = traits.family == nil || traits.family == .kinds || roles.object == lexicon.named.concern
        return traits.bond != nil || isOfSome && roles.unit == .cases
    }

    /// 咨询类213件: of one kind of the cases.
    private func isOfKind(_ quantity: Int) -> Bool {
        let start = quantities[quantity].whole.lowerBound
        return start > 0 && text.letters[start - 1] == Letter.kind
    }

    /// 接待来访126人次, 反馈问题28个
    private func isCame(_ roles: Roles) -> Bool {
        [.personTimes, .things, .times].contains(roles.unit) && roles.standing != .part && roles.time == .thisYear
            && lexicon.objects[Int(roles.object)].bond != nil
    }
}

extension Finding {
    /// 12345热线受理312件，代表建议26件，办结24件: what is closed, or the rate of it, is of what was told of last; nobody's
    /// where it may be of both.
    mutating func takeRival(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        let isRate = unit == .percent && measure != 0 && !hasObjectHere
        let isOpen = object == Roles.none || lexicon.objects[Int(object)].bond == .carried && isAnyCase(reader)
        // 网民留言28条，解决困难86个
        if unit == .things, !hasSourceHere, isClosingCases(lexicon), reader.mainCase?.roles.unit == .cases,
            reader.mainCase?.roles.source == lexicon.named.mailbox
        {
            forget()
            return true
        }
        let isOfCases = object == Roles.none || lexicon.objects[Int(object)].bond == .carried
        if !hasSourceHere, isOfCases, isClosingCases(lexicon), isOfMore(reader) {
            forget()
            return true
        }
        guard !hasSourceHere, isOpen, isRate || isClosingCases(lexicon), !isTotal || isRate else { return false }
        guard let rivals = reader.rivals() else { return false }
        guard isRate ? isRateOf(rivals, reader) : isClosed(rivals, reader) else { return false }
        // How many of them are closed is no other number of them.
        object = isRate ? max(rivals.known?.roles.object ?? Roles.unknown, Roles.unknown) : Roles.unknown
        objects = 1 << UInt128(object)
        return true
    }

    /// 热线受理438件。便民服务中心全年办理8600件: more than came in, closed by somebody who is named.
    private func isOfMore(_ reader: RoleReader) -> Bool {
        guard let here = reader.group.first, let main = reader.mostCases, main.sentence < reader.sentence else {
            return false
        }
        let closed = reader.quantities[here].amount.value
        // 综治中心受理126件，办结工单122件
        let isOfLast =
            reader.last.map {
                $0.sentence == reader.sentence && $0.roles.object == Roles.unknown && $0.hasOwnAct
                    && reader.lexicon.stages($0.roles.acts, .opens) && $0.amount.value >= closed
            } ?? false
        let isOfOther = reader.item.actor == reader.clause || reader.item.isStrangeHereBefore
        return isOfLast
            || (isOfOther || closed / 3 > main.amount.value) && closed > main.amount.value && !reader.hasCarriedIn
    }

    private func isClosingCases(_ lexicon: Lexicon) -> Bool {
        (unit == .cases || unit == .things) && hasActHere && lexicon.stages(acts, .closes)
    }

    /// 解决问题98件, but not 办结工单98件
    private func isAnyCase(_ reader: RoleReader) -> Bool {
        reader.item.mentions.last { $0.object == object }.map {
            Letter.endsAnyCase.contains(reader.text.letters[Int($0.end) - 1])
        } ?? !hasObjectHere
    }

    /// 热线312件、信访36件，办结率100%: of both, where all of both are closed.
    private func isRateOf(_ rivals: RoleReader.Rivals, _ reader: RoleReader) -> Bool {
        guard let known = rivals.known else { return false }
        return rivals.main.map { $0.clause < known.clause } ?? (reader.source > Roles.manySources)
    }

    private func isClosed(_ rivals: RoleReader.Rivals, _ reader: RoleReader) -> Bool {
        guard let here = reader.group.first, let before = rivals.nearest.quantity,
            rivals.main != nil || reader.source > Roles.manySources
        else { return false }
        let closed = reader.quantities[here].amount.value
        let isSameUnit = reader.quantities[here].unit == reader.quantities[before].unit
        // 接待来访126人次，解决问题98件
        let isOfBond = reader.lexicon.objects[Int(rivals.nearest.roles.object)].bond != nil
        // 行政处罚6件，整改问题12个: of neither.
        if !isSameUnit, !isOfBond, hasObjectHere, unit == .things { return rivals.main?.roles.unit == .cases }
        guard isSameUnit || isOfBond && hasObjectHere else { return false }
        // 受理312件，咨询213件、投诉99件，办结309件: what adds up to all of them are parts.
        if let main = rivals.main {
            let areParts = rivals.count > 1 && main.amount.value == rivals.sum
            if areParts || main.amount.value == closed && rivals.nearest.amount.value != closed { return false }
        }
        return closed <= rivals.sum
    }

    /// 热线受理438件。综治中心受理126件: what another body took in, or what nobody knows, behind all that the source has sent.
    func isOfAnotherSubject(_ reader: RoleReader) -> Bool {
        let (lexicon, item) = (reader.lexicon, reader.item)
        if isRateOfOthers(reader) { return true }
        // 转办312件。镇便民服务中心受理312件: the same cases.
        if let amount = reader.group.first.map({ reader.quantities[$0].amount }), reader.mainCase?.amount == amount {
            return false
        }
        guard !hasSourceHere, unit == .cases || unit == .things, reader.source > Roles.manySources,
            reader.lasting.opened & 1 << UInt64(reader.source) != 0, !reader.isAmongParts,
            object == Roles.none || lexicon.objects[Int(object)].bond == .carried, acts & lexicon.named.delegating == 0
        else { return false }
        // 法律援助受理12件: of what no cases are counted of.
        let isOfOther = item.mentions.suffix(Self.mostNear).contains {
            $0.clause == reader.clause && $0.object > Roles.several && seen($0, lexicon) == nil
                && lexicon.objects[Int($0.object)].isAllowance
        }
        let isTakenIn = hasActHere && lexicon.stages(acts, .opens) && (item.actor == reader.clause || isOfOther)
        // “吹哨报到”36件
        let isNamedStrange =
            !hasActHere && !hasObjectHere && mark == nil && !isTotal && item.isStrangeHereBefore
            && reader.scope.clauseLevel == nil
        return isTakenIn || isNamedStrange || item.strayCase == reader.clause
    }

    private static let mostNear = 6

    /// 政务服务网办率98%，群众满意率99%: of what the rate before it is of.
    private func isRateOfOthers(_ reader: RoleReader) -> Bool {
        guard unit == .percent, measure != 0, !hasSourceHere, !hasObjectHere, !reader.item.isAfterStop,
            let last = reader.last
        else { return false }
        return last.roles.measure == reader.lexicon.named.rateOfOthers && last.sentence == reader.sentence
    }
}
