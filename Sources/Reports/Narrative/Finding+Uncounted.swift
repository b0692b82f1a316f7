import Catalogue

/// What a number is not of after all, whatever is named near it.
extension Finding {
    /// What is not counted after all, and what was denied before.
    mutating func dropStrangers(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        // 转办各村、站所1314件: whoever it was handed to is not what is counted.
        let isDelegated = acts & lexicon.named.delegating != 0 || isHandedOnToo(reader)
        if isDoneBelow(reader) { acts = lexicon.named.direct }
        if isDelegated, !usesBehind, lexicon.objects[Int(object)].bond == nil {
            object = Roles.none
            objects = 0
            hasObjectHere = false
        }
        // 发放低保金5万元、葡萄补贴386万元
        let isOther = reader.item.isOtherName && !hasObjectHere && unit != .percent
        if strangers > 1 || isOther, !usesBehind, !isDelegated {
            object = isHeaded(reader) && unit != .money ? reader.told.heading : Roles.unknown
            objects = 0
        }
        // 没有收到申请，办结0件，上年结转0件, but not 未收到申请，信访36件，办结35件 or 收到申请6件，无行政复议，答复6件
        let mayBeClosed =
            lexicon.stages(acts, .closes)
            && (isNothing(reader) || reader.told.isCarryDenied || reader.hasCarriedIn)
        // 2021年未收到申请，2022年收到6件
        let isYears = hasActHere && lexicon.stages(acts, .opens) && reader.isDeniedElsewhen
        if object == 0, !hasSourceHere, reader.isAboutDenied, mayBeClosed || isYears || reader.isCarry(acts) {
            object = reader.told.denied
            objects = 1 << UInt128(object)
        }
    }

    /// 下派各社区487件、职能站所105件: to whom besides.
    private func isHandedOnToo(_ reader: RoleReader) -> Bool {
        guard acts == 0, let last = reader.last, last.clause == reader.clause, last.quantity != nil else {
            return false
        }
        return isOfBelow(behind: last, Letter.enumerationComma, reader)
    }

    /// 分派村（社区）301件，站所办理217件: what offices do of it, not all that was done.
    private func isDoneBelow(_ reader: RoleReader) -> Bool {
        guard reader.lexicon.stages(acts, .closes), let last = reader.last else { return false }
        if isDoneByBelow(reader) { return true }
        guard last.clause == reader.clause - 1 else { return false }
        return isOfBelow(behind: last, Letter.comma, reader)
    }

    /// 热线受理312件，网格员办理86件，站所办理226件: what some of them do, where it is not nearly all, as 责任部门办结309件 is.
    private func isDoneByBelow(_ reader: RoleReader) -> Bool {
        guard hasActHere, let here = reader.group.first, let main = reader.mainCase, main.roles.source != 0,
            main.amount.value / 10 * 9 > reader.quantities[here].amount.value
        else { return false }
        let start = reader.clauseStart(before: reader.quantities[here].whole.lowerBound)
        return reader.hits.length(of: Lexicon.lowerBody, at: start, in: reader.lexicon.index) != nil
    }

    /// Whether an item begins with those below behind a number that was handed on.
    private func isOfBelow(behind last: Telling, _ parting: UInt16, _ reader: RoleReader) -> Bool {
        guard last.roles.acts & reader.lexicon.named.delegating != 0,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound })
        else { return false }
        let mark = reader.text.letters[..<start].lastIndex(of: parting) ?? start
        return reader.hits.length(of: Lexicon.lowerBody, at: mark + 1, in: reader.lexicon.index) != nil
    }

    /// 12345热线受理投诉、咨询395件: all that the hotline took. 信息100条，其中综治信访22条: a kind of information. 宣传、解读共348条:
    /// of several things.
    mutating func takeTogether(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        let isList = objects.nonzeroBitCount > 1 || unit == .percent && isObjectListed
        if isList, hasSourceHere, isSourceFirst {
            let all = lexicon.objects.indices.filter { objects & 1 << UInt128($0) != 0 }
            // 12345热线收到投诉举报、意见建议等312件
            let areExamples = unit == .cases && source > Roles.manySources && reader.item.linkBefore.contains(.etcetera)
            if all.allSatisfy({ lexicon.objects[$0].bond != nil || areExamples && lexicon.objects[$0].family == nil }) {
                object = Roles.none
                objects = 0
            }
        }
        if isOfSeveralPayments(reader) {
            object = Roles.several
            objects = 0
        }
        guard reader.scope.isPart || isTotal && isObjectListed else { return }
        // 收到申请15件，其中予以公开4件、其他2件: no information.
        let isOfCases = reader.scope.partOf > Roles.several && lexicon.objects[Int(reader.scope.partOf)].family == nil
        if reader.scope.isPart, isOfCases, !hasActHere, acts & lexicon.named.disclosing == 0,
            lexicon.objects[Int(object)].family == .kinds
        {
            object = Roles.unknown
        }
        let traits = lexicon.objects[Int(object)]
        let whole = lexicon.objects[Int(reader.scope.partOf)].family
        if reader.scope.isPart, whole == .information, traits.bond == .stated, !hasActHere, !hasSourceHere,
            acts & lexicon.named.disclosing != 0
        {
            object = Roles.unknown
        }
        if isTotal, isObjectListed, unit == .cases, objects.nonzeroBitCount == 1,
            traits.family == .explained || traits.family == .kinds && names == 1
        {
            object = Roles.several
            objects = 0
        }
    }

    /// 葡萄户、低保户, but not 经乡镇审核、低保户: whether only a mark or a word parts it from a name that is counted too.
    func isListedWithCounted(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        let start = Int(mention.start)
        return start > 1 && Letter.joiners.contains(reader.text.letters[start - 1])
            && Letter.endsCounted.contains(reader.text.letters[start - 2])
    }

    /// 发放低保金等三项资金共120万元: the one that is named is an example.
    private func isOfSeveralPayments(_ reader: RoleReader) -> Bool {
        let family = reader.lexicon.objects[Int(object)].family
        guard unit == .money, isTotal, hasObjectHere, family == .allowance || family == .cover else { return false }
        return reader.item.linkBefore.contains(.etcetera)
            || reader.item.mentions.suffix(Self.mostOfPayments).contains {
                $0.clause == reader.clause && $0.object == 0 && $0.link.contains(.etcetera)
            }
    }

    static let mostOfPayments = 3

    /// 公开行政许可5条, 网站公开行政许可5件, but not 公开行政许可5件
    mutating func nameKind(_ reader: RoleReader) {
        // 公众号公开动态156条、行政许可8件
        let isListed =
            !hasActHere
            && reader.last.map {
                $0.clause == reader.clause && $0.roles.carriers != 0
                    && reader.lexicon.objects[Int($0.roles.object)].family == .kinds
            } ?? false
        // 主动公开规范性文件6件: what is disclosed unasked, not what was issued; but 制定并主动公开规范性文件6件.
        let isUnasked =
            object == reader.lexicon.named.normativeDocument && acts & reader.lexicon.named.proactive != 0
            && !reader.lexicon.stages(acts, .documents)
        if isUnasked, hasActHere, let kind = reader.lexicon.objects[Int(object)].named {
            // 主动公开规范性文件数共0条 tells of none that were issued, nor of a kind.
            if isNothing(reader) { return mark = .share }
            object = kind
            objects = 1 << UInt128(kind)
        }
        guard isListed || hasActHere && acts & reader.lexicon.named.disclosing != 0, reader.lexicon.isDone(object),
            !isTotal,
            !reader.item.linkBefore.contains(.etcetera),
            let kind = reader.lexicon.objects[Int(object)].named,
            hasCarrierHere || isListed
                || reader.group.allSatisfy({
                    reader.text.letters[reader.quantities[$0].number.upperBound - 1] == Letter.item
                })
        else { return }
        object = kind
        objects = 1 << UInt128(kind)
    }

    /// 建议18件，其中环境方面的4件: of what proposals are, not of what kind information is.
    private func isAmongProposals(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        let areItems = reader.group.allSatisfy {
            reader.text.letters[reader.quantities[$0].whole.upperBound - 1] == Letter.piece
        }
        let ofProposals = lexicon.named.proposals
        let areTold = reader.tellings.suffix(Self.nearestProposals).contains {
            $0.sentence >= reader.sentence - 1 && ofProposals & 1 << UInt128($0.roles.object) != 0
        }
        guard unit == .cases, source == Roles.none, areItems, areTold,
            let end = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }),
            reader.sentenceBegin < end,
            (reader.sentenceBegin..<end).contains(where: { place in
                reader.words(at: place).contains { ofProposals & 1 << UInt128($0.object) != 0 }
            })
        else { return false }
        // 其中机构职能4件、人大建议18件、财政信息3件
        return !reader.tellings[reader.sentenceStart...].contains {
            lexicon.objects[Int($0.roles.object)].family == .kinds
        }
    }

    private static let nearestProposals = 3

    /// 对全镇1163名残疾人: not all that the place has; and 从诉求类型看，其他213件 is no information.
    func isUncounted(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        if lexicon.objects[Int(object)].family == .kinds,
            reader.told.isOfCases || isPaid(reader) || isBehindCases(reader) || isBesideAllowance(reader)
                || isAmongProposals(reader)
        {
            return acts & lexicon.named.disclosing == 0
        }
        let isOfStaff = object != Roles.none && !hasObjectHere && lexicon.objects[Int(object)].family == nil
        let isOfPeople = unit == .persons || unit == .households
        if isOfPeople, isOfStaff || object == Roles.none, isOfDescribed(reader) { return true }
        guard object == Roles.none, isOfPeople, lexicon.stages(acts, .seats) else {
            return false
        }
        if isOfNoPlace(reader) { return true }
        // 全镇80岁以上老人1126人; 全镇现有干部86人
        if varieties & lexicon.ages != 0 || isOfKnownPeople(reader) { return true }
        guard let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound })
        else { return false }
        // 146名网格员走访2.9万户次; 葡萄对象共364人
        let isOfSome = reader.group.contains {
            Letter.countersOfSome.contains(reader.text.letters[reader.quantities[$0].number.upperBound - 1])
        }
        if isOfSome || reader.item.isStrangeBefore { return true }
        let next = reader.text.letters[end]
        let isAlone = reader.behind.first.map { Int($0.start) > end } ?? true
        if Letter.isIdeograph(next), next != Letter.mouth, isAlone, !isHomes(at: end, reader) { return true }
        // 全镇80岁以上老人2811人
        let start = reader.group.first.map { reader.quantities[$0].whole.lowerBound } ?? 0
        let word = reader.item.mentions.last.map { Int($0.end) } ?? start
        return start - word > 2 && !Letter.endsPeople(reader.text.letters[start - 1])
    }

    /// 无新增特困，现有75人, 人员由2人增加到3人; but 现有8115户 where the township was named before.
    private func isOfNoPlace(_ reader: RoleReader) -> Bool {
        guard let seats = reader.item.mentions.last(where: { isSeat($0, reader) }) else { return false }
        let word = reader.text.letters[Int(seats.start)..<Int(seats.end)]
        return !word.contains(where: Letter.seats.contains) && reader.lasting.ownSentence < reader.sentence - 1
            && reader.tellings[min(reader.sentenceStart, reader.tellings.count)...].allSatisfy {
                reader.lexicon.objects[Int($0.roles.object)].family != .place
            }
    }

    private func isSeat(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        reader.lexicon.stages(reader.lexicon.senses[Int(mention.word)].acts, .seats)
    }

    private func isOfKnownPeople(_ reader: RoleReader) -> Bool {
        guard reader.item.people == reader.clause,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound })
        else { return false }
        return (0...1).contains(start - reader.item.peoplePlace.upperBound)
    }

    /// 全镇有8115户人家, but not 1648户人家享受补偿
    private func isHomes(at end: Int, _ reader: RoleReader) -> Bool {
        let letters = reader.text.letters
        return end + 2 < letters.count && letters[end..<end + 2].elementsEqual(Letter.homes)
            && Letter.endsItem(letters[end + 2])
    }

    /// 发放各类惠农补贴37项: no information.
    func isPaid(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        return reader.item.mentions.suffix(4).contains {
            $0.clause == reader.clause && lexicon.stages(lexicon.senses[Int($0.word)].acts, .pays)
        }
    }

    /// 纳入补偿范围的共有318户826人: those whom the words before describe, not all who live there.
    private func isOfDescribed(_ reader: RoleReader) -> Bool {
        let seats = reader.item.mentions.last { mention in
            reader.lexicon.stages(reader.lexicon.senses[Int(mention.word)].acts, .seats)
        }
        guard let seats, seats.clause == reader.clause, seats.start > 0 else { return false }
        return reader.text.letters[Int(seats.start) - 1] == Letter.attributive
    }

    /// 葡萄户、低保户90户: whether something that nobody knows is counted with its object.
    func isListedWithStranger(_ reader: RoleReader) -> Bool {
        if isBesideStranger { return true }
        guard reader.item.linkBefore == .enumeration, reader.item.isStrangeBefore, !usesBehind else { return false }
        let start = reader.group.first.map { reader.quantities[$0].whole.lowerBound } ?? 0
        let end = reader.item.mentions.last.map { Int($0.end) == start ? Int($0.start) : start } ?? start
        return end > 0 && Letter.endsCounted.contains(reader.text.letters[end - 1])
    }

    /// 12345热线、网格案件共932件, 12345热线和信访件: whether cases that are no source's own are named beside a source; but
    /// 12345热线及时办理, 12345热线、各类诉求.
    func isListedWithOthers(_ index: Int, _ reader: RoleReader) -> Bool {
        let mention = reader.item.mentions[index]
        // 县长信箱及论坛留言: letters are the mailbox's own.
        let isOfLetters = reader.lexicon.senses[Int(mention.word)].source == reader.lexicon.named.mailbox
        guard mention.clause >= reader.sentenceClause else { return false }
        if isFirstOfExamples(index, reader) { return true }
        if isListedWithVenue(index, reader) { return true }
        guard Letter.joiners.contains(reader.text.letters[Int(mention.end)]) else { return false }
        return reader.item.mentions[(index + 1)...].prefix(2).contains { other in
            Int(other.start) - Int(mention.end) <= Self.longestOther
                && reader.lexicon.objects[Int(other.object)].bond == .stated
                && !(isOfLetters && other.object == reader.lexicon.named.letter)
        }
    }

    private static let longestOther = 6

    /// 按类别：城乡建设201件、其他462件: kinds of the cases that the sentence before was about.
    private func isBehindCases(_ reader: RoleReader) -> Bool {
        let isOfPieces = reader.group.allSatisfy {
            reader.text.letters[reader.quantities[$0].number.upperBound - 1] == Letter.piece
        }
        return carriers == 0 && unit == .cases && isOfPieces
            && reader.lasting.casesSentence == reader.sentence - 1
            && reader.lexicon.objects[Int(reader.told.subject)].family == .kinds
    }

    /// 低保163万元；残疾人补贴惠及389人，共计50万元: nothing else has been paid since the `；`.
    func isOnlyPaid(_ last: Telling?, _ reader: RoleReader) -> Bool {
        guard let last, last.roles.object == object, let place = reader.lastTelling else { return false }
        return !reader.told.isPaidSinceStop && reader.told.partStart > reader.sentenceStart
            && place >= reader.told.partStart
    }
}
