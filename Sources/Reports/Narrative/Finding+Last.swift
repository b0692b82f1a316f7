import Catalogue

/// What a number takes over from the number before it.
extension Finding {
    mutating func inherit(from last: Telling, _ reader: RoleReader) {
        let isSameParagraph = last.paragraph == reader.paragraph
        let isSameSentence = last.sentence == reader.sentence || reader.isPartOf(last) && isSameParagraph
        let hasOwnObject = object != 0
        inheritObject(from: last, isSameSentence: isSameSentence, isSameParagraph: isSameParagraph, reader)
        // 以上共计376条: of what the sentence before told.
        if isTotal, acts == 0, object == 0, carriers == 0, !hasSourceHere, isSameParagraph, !isSameSentence,
            unit == .cases
        {
            object = last.roles.object
            objects = 1 << UInt128(object)
            acts = last.roles.acts
        }
        guard isSameSentence else { return }
        takeInsured(reader)
        // 月标准由340元升到395元，农村由230元升到290元
        let isOfYear = isTotal || reader.scope.setClause == reader.clause
        if mark == nil, unit == .money, acts == 0, last.roles.standing == .standard, !isOfYear { mark = .standard }
        if let standing = standingOfRise(from: last, reader) { mark = standing }
        takeTurnover(from: last, reader)
        if acts == 0, passesActs(last, hasOwnObject: hasOwnObject, reader) { acts = last.roles.acts }
        // 收到3件，上年结转1件，共计4件: what was carried in is in the sum, and not the sum.
        if isTotal, !hasActHere, !hasOwnObject, reader.lexicon.stages(last.roles.acts, .carriedIn) {
            object = Roles.several
        }
        inheritMeans(from: last, reader)
    }

    /// 公众号286条, but not 其中12345热线1973件、媒体曝光3件: whether a channel is named, and no way that cases came.
    private func isOfChannel(_ reader: RoleReader) -> Bool {
        hasCarrierHere && !reader.scope.isPart && reader.outer.isEmpty
    }

    /// 养老保险参保15230人，代缴126人，参保率97.6%: of those who are insured.
    private mutating func takeInsured(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        guard unit == .percent, object == lexicon.named.sponsored, !hasObjectHere,
            let insured = reader.tellings[reader.sentenceStart...].last(where: {
                $0.roles.object != object && lexicon.objects[Int($0.roles.object)].family == .cover
            })
        else { return }
        object = insured.roles.object
        objects = 1 << UInt128(object)
    }

    /// 新增低保32户、特困7人: who came goes on along a list.
    private mutating func takeTurnover(from last: Telling, _ reader: RoleReader) {
        let start = reader.group.first.map { reader.quantities[$0].whole.lowerBound } ?? 0
        let link = reader.item.mentions.first?.link ?? reader.item.linkBefore
        // 新审批低保27户（43人）
        let isInBracket = start > 0 && reader.text.letters[start - 1] == Letter.openBracket
        let isAlong = isAlongAreas(last, reader)
        let isListed = link == .enumeration && last.clause == reader.clause
        // 城市低保2户2人: whoever they are that the number just before is of.
        let isBeside = last.quantity.map { reader.group.contains($0) } ?? false
        // 审批纳入低保17户，纳入特困供养6人
        let isTakenIn = isTakenIn(reader) && last.clause == reader.clause - 1
        guard mark == nil, unit == .persons || unit == .households,
            isInBracket || isListed || isAlong || isBeside || isTakenIn,
            [.intake, .exit].contains(last.roles.standing), !hasActHere,
            reader.lexicon.objects[Int(object)].isAllowance
        else { return }
        mark = last.roles.standing
        // 审批纳入农村低保17户，城市低保2户: a verb goes for both.
        func isApproved() -> Bool {
            reader.text.letters[reader.sentenceBegin..<last.place.lowerBound].contains(where: Letter.approves.contains)
        }
        mayHaveCome = last.mayHaveCome || isAlong && !isApproved()
    }

    private func isTakenIn(_ reader: RoleReader) -> Bool {
        guard let named = reader.item.mentions.last(where: { $0.object == object }), named.start > 1 else {
            return false
        }
        let start = Int(named.start)
        return reader.text.letters[start - 2..<start].elementsEqual(Letter.takeIn)
    }

    /// 审批纳入农村低保17户31人，城市低保2户2人: those who came of another area as well, where the sentence has told only
    /// of those who came and nothing stands beside the name; but 农村低保302户，新增17户，城市低保12户.
    private func isAlongAreas(_ last: Telling, _ reader: RoleReader) -> Bool {
        guard last.sentence == reader.sentence, last.clause == reader.clause - 1, object == last.roles.object,
            last.roles.standing == .intake, hasObjectHere, !isTotal, !reader.item.isAfterStop,
            reader.lexicon.differ(varieties, last.roles.varieties),
            let numbers = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }),
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }),
            reader.item.mentions.last.map({ Int($0.end) == numbers }) ?? false,
            Letter.endsItem(reader.text.letters[end])
        else { return false }
        return reader.tellings[reader.sentenceStart...].allSatisfy {
            $0.roles.object != object || $0.roles.unit == .money
                || $0.roles.standing == .intake && $0.hasOwnAct == last.hasOwnAct
        }
    }

    private mutating func inheritObject(
        from last: Telling, isSameSentence: Bool, isSameParagraph: Bool, _ reader: RoleReader
    ) {
        let lexicon = reader.lexicon
        let isMoving = [ActStage.closes, .carriedOut, .carriedIn, .carries, .outcome].contains {
            lexicon.stages(acts, $0)
        }
        // 现有低保286户。全年新增31户，清退45户
        let isTurnover = mark == .intake || mark == .exit
        // 当前保障265户416人
        let isStock = reader.scope.present == reader.clause && lexicon.stages(acts, .serves)
        let isNext = isSameParagraph && (isMoving || isTurnover || isStock) && !reader.item.isStrangeBefore
        // 1.收到申请6件。 2.答复6件: what was replied to in the next item of a list.
        let isReplied =
            acts & lexicon.named.replying != 0 && last.roles.object == lexicon.named.request && unit == .cases
            && reader.source == Roles.none && last.paragraph >= reader.paragraph - 2 && !reader.item.isStrangeBefore
        guard object == 0, !hasSourceHere, !lexicon.stages(acts, .funds), isSameSentence || isNext || isReplied
        else {
            if isSameSentence, object == last.roles.object, varieties == 0, !isOfAll(reader),
                !isTotal || reader.told.goesOn(object, unit, last.roles.varieties)
            {
                varieties = last.roles.varieties
            }
            return
        }
        takeHeir(of: last, isTurnover: isTurnover, reader)
        inheritVarieties(from: last, isSameSentence: isSameSentence, isMoving: isMoving, reader)
    }

    /// 低保12户；停保3户: whether what was told is over; but 截至2021年底低保298户；截至2022年底286户.
    private func isSpent(_ heir: UInt8, _ last: Telling, isTurnover: Bool, _ reader: RoleReader) -> Bool {
        let isNextYear =
            last.roles.time == .otherYear && reader.scope.setClause == reader.clause && reader.scope.time == .thisYear
        return reader.item.isAfterStop && !isTotal && !isTurnover && !isNextYear
            && reader.lexicon.objects[Int(heir)].isAllowance
            && !(varieties != 0 && reader.told.hasVaried(heir, unit, on: reader.lexicon.axis(varieties)))
    }

    private mutating func takeHeir(of last: Telling, isTurnover: Bool, _ reader: RoleReader) {
        let lexicon = reader.lexicon
        // 备用金由3万元增到5万元: of what it was before.
        let isChanged = last.roles.standing == .change && last.roles.unit == unit && last.clause == reader.clause
        // 热线工单中，恶意投诉4件，实际受理419件: of all of them.
        let before = reader.scope.wholeAgain == reader.clause ? reader.scope.partOf : last.roles.object
        let heir = isChanged ? last.roles.object : reader.heir(of: before) ?? before
        let isSpent = isSpent(heir, last, isTurnover: isTurnover, reader)
        let isElsewhere = isElsewhere(than: last, heir, reader)
        let isOfOthers = isOfOthers(behind: last, heir, reader)
        // 向28个村转派1126件: no villages are handed on.
        let isHandedOn =
            acts & lexicon.named.delegating != 0 && lexicon.objects[Int(heir)].bond == nil && heir > Roles.several
        let fits = !isHandedOn && (unit == .percent || lexicon.counts(unit, heir) || heir <= Roles.several)
        // 重复来电86件，去重后312件; 突出问题26个，全年受理312件: of all, not of those.
        let isOfThings =
            heir == lexicon.named.caseThing && unit == .cases
            && (isTotal || lexicon.stages(acts, .opens) && hasActHere || reader.scope.setClause == reader.clause)
        if fits, !isOfThings, !isSpent, !isOfOthers, !Self.isAgeGroup(last, lexicon), !isElsewhere {
            object = heir
            objects = 1 << UInt128(object)
        }
        // 收到申请9件，解决群众困难86个: no requests.
        if unit == .things, last.roles.unit == .cases, object == lexicon.named.request, lexicon.stages(acts, .closes) {
            object = Roles.unknown
        }
        // 其中咨询类310件，满意率为94.3%: of all, not of the last kind; nor of 不满意工单5件.
        let traits = lexicon.objects[Int(object)]
        let isBesideCases = [.kinds, .aside].contains(traits.family) || traits.over & lexicon.named.places != 0
        // 热线办理。全年受理警情186件，办结率100%: of what nobody knows, where the sentence names no source.
        let isOfOther = object == Roles.unknown && last.quantity != nil && isOfOtherCases(last, reader)
        // 投诉类满意率88%，综合满意率96%
        let isBesideSome = last.roles.standing == .share && last.isContrasted && traits.family != .cover
        if unit == .percent, object == Roles.unknown && !isOfOther || isBesideCases || isBesideSome {
            object = Roles.none
        }
    }

    /// Whether it is of other people than those whom an allowance before went to.
    private func isOfOthers(behind last: Telling, _ heir: UInt8, _ reader: RoleReader) -> Bool {
        guard last.clause < reader.clause, reader.lexicon.objects[Int(heir)].isAllowance else { return false }
        // 低保35人，为困难党员发放生活补助3万元
        if unit == .money { return reader.item.people == reader.clause }
        // 临时救助35人，为因火灾受损的2户申请1.5万元
        return (unit == .persons || unit == .households) && !hasActHere && mark == nil && isDescribed(reader)
            && reader.item.isStrangeBefore
    }

    /// Whether the sentence has told of cases that nobody knows alone.
    private func isOfOtherCases(_ last: Telling, _ reader: RoleReader) -> Bool {
        [.cases, .personTimes].contains(last.roles.unit) && last.roles.standing != .part
            && last.sentence == reader.sentence
            && (reader.lexicon.stages(last.roles.acts, .opens) || reader.lexicon.stages(last.roles.acts, .closes)
                || last.roles.acts == 0 && reader.isOfBody(last))
            && reader.tellings[reader.sentenceStart...].allSatisfy { $0.roles.source == 0 }
    }

    /// 因火灾受损的2户
    private func isDescribed(_ reader: RoleReader) -> Bool {
        let start = reader.group.first.map { reader.quantities[$0].whole.lowerBound } ?? 0
        return start > 0 && reader.text.letters[start - 1] == Letter.attributive
    }

    private mutating func inheritVarieties(
        from last: Telling, isSameSentence: Bool, isMoving: Bool, _ reader: RoleReader
    ) {
        let lexicon = reader.lexicon
        // 市级媒体9篇、县级媒体31篇，合计40篇: of both.
        let isTold = [.allowance, .cover].contains(lexicon.objects[Int(object)].family)
        // 县人大代表建议主办6件，协办3件
        let isHosted = varieties != 0 && varieties & ~lexicon.hosting == 0
        if isHosted, isSameSentence, !isTotal {
            varieties |= last.roles.varieties & ~lexicon.axis(varieties)
        }
        if varieties == 0, isSameSentence || isMoving,
            !isTotal || last.roles.unit != unit || isTold && reader.told.goesOn(object, unit, last.roles.varieties)
        {
            varieties = last.roles.varieties
        }
    }

    /// Whether a number went out through another channel than the one before, or sums up several kinds.
    private func isElsewhere(than last: Telling, _ heir: UInt8, _ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        // 网站发布203条，其中解读12条、访谈1期，公众号发布75条
        let family = lexicon.objects[Int(heir)].family
        return hasCarrierHere && carriers != last.roles.carriers && acts & lexicon.named.disclosing != 0
            && (hasActHere && (family == .explained || family == nil && heir > Roles.several))
            || hasCarrierHere && carriers != last.roles.carriers && family == .kinds
            // 新增118条，公文34条、其他84条；历年累计497条: of all of them.
            || mark == .running && family == .kinds
            // 动态203条、公告16条，共计227条: of none of them.
            || isTotal && family == .kinds && reader.told.kinds.nonzeroBitCount > 1
    }

    /// Whether what was done with the number before was done with this one too.
    private func passesActs(_ last: Telling, hasOwnObject: Bool, _ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        // 收缴医保费1120万元，参保28640人: nobody is collected.
        if last.roles.unit == .money, unit != .money, last.roles.acts & lexicon.named.charging != 0 { return false }
        // 县长信箱办结18件，公众号286条
        if isOfChannel(reader), last.roles.source != 0, last.roles.carriers == 0 { return false }
        // 网站公开362条，接受咨询126人次
        if hasObjectHere, unit != .cases, lexicon.objects[Int(object)].bond == .stated, object != last.roles.object,
            last.roles.acts & lexicon.named.disclosing != 0, last.clause < reader.clause
        {
            return false
        }
        // 参保15230人，代缴126人，参保率97.6%
        if unit == .percent, last.roles.acts & lexicon.named.sponsoring != 0 { return false }
        let isLoose = lexicon.stages(last.roles.acts, .closes) && hasOwnObject && object != last.roles.object
        let isApart = reader.item.isAfterStop && (hasObjectHere || hasSourceHere)
        let isOfObject = [ActStage.carries, .carriedIn, .carriedOut, .outcome].contains {
            lexicon.stages(last.roles.acts, $0)
        }
        let isForeign = isOfObject && hasOwnObject && object != last.roles.object
        // 上年无结转，2件均已答复
        let isDenied = last.quantity == nil && reader.isCarry(last.roles.acts)
        // 办结35147件，其中12345工单1406件全部办结
        let isOpened = isAllClosed && lexicon.stages(last.roles.acts, .closes) && hasSourceHere
        // 网格员上报18304件、12345工单2963件
        let isOtherWay =
            hasSourceHere && source != last.roles.source && lexicon.isStageless(last.roles.acts)
            && last.roles.acts & lexicon.named.disclosing == 0
            // 热线受理312件，办结309件，710督办36项
            || hasSourceHere && source != last.roles.source && lexicon.stages(last.roles.acts, .closes)
                && last.clause < reader.clause && reader.hasOpened
        // 追回资金0.8万元，清退低保30户; but 追回低保金0.8万元，高龄津贴0.3万元
        let isAlone =
            last.roles.acts & (lexicon.named.recovering | lexicon.named.applying) != 0
            && last.clause < reader.clause
            && (unit != last.roles.unit || !lexicon.objects[Int(last.roles.object)].isAllowance)
        return !(isLoose && reader.hasOpened) && !isAlone && !isOpened && !isOtherWay && !isApart && !isForeign
            && !isDenied
    }

    /// 通过网站发布财政、民生等信息。全年共发布187条
    mutating func takeMeans(_ reader: RoleReader) {
        let means = reader.lasting.means
        let isOfPosts = reader.lexicon.objects[Int(object)].family == .posts
        guard carriers == 0, object == 0 || isOfPosts, unit == .cases, !hasSourceHere, hasActHere,
            acts & reader.lexicon.named.disclosing != 0, means.sentence == reader.sentence - 1,
            reader.tellings.count == reader.sentenceStart
        else { return }
        // “柳溪发布”抖音号由专人负责发布。全年发布视频96条
        if isOfPosts { carriers = means.carriers } else { isThroughMeans = true }
    }

    /// 低保户387户、低收入户41户、特困户73户: whether an allowance stands before the other aid in the same list, so that all
    /// are told side by side.
    private func isBesideAllowance(of last: Telling, _ reader: RoleReader) -> Bool {
        reader.lexicon.stages(last.roles.acts, .seats)
            && reader.tellings[reader.sentenceStart...].contains {
                $0.clause == last.clause && $0.roles.object != last.roles.object && $0.roles.acts == last.roles.acts
                    && reader.lexicon.objects[Int($0.roles.object)].isAllowance
            }
    }

    private mutating func inheritMeans(from last: Telling, _ reader: RoleReader) {
        let lexicon = reader.lexicon
        // 公开政府信息41条、规范性文件1条: in a list of what was published it is a kind of that.
        let whole = lexicon.objects[Int(reader.scope.isPart ? reader.scope.partOf : last.roles.object)].family
        let isDone = lexicon.isDone(object)
        let isBesideKind = isDone && lexicon.objects[Int(last.roles.object)].family == .kinds
        if !hasActHere, acts & lexicon.named.disclosing != 0,
            [.information, .kinds, .explained].contains(whole) || isBesideKind,
            let kind = lexicon.objects[Int(object)].named, !isDone || isCountedAs(last, reader)
        {
            object = kind
            objects = 1 << UInt128(object)
        }
        takeKind(besides: last, reader)
        // 看望低保户130户、特困户41户: what was done goes for the list.
        let isAllowance = lexicon.objects[Int(object)].isAllowance
        let link = reader.item.mentions.first?.link ?? reader.item.linkBefore
        if !hasActHere, isAllowance, unit != .money, link == .enumeration, lexicon.beats(last.roles.object, object),
            [lexicon.named.oneOff, lexicon.named.otherAid].contains(last.roles.object)
                || lexicon.objects[Int(last.roles.object)].family == .kinds,
            !isBesideAllowance(of: last, reader)
        {
            object = last.roles.object
            objects = 1 << UInt128(object)
        }
        inheritCarriers(from: last, reader)
        // 12345热线办结309件，公众号推送286篇: no source but a mailbox sends what a channel does.
        let isSentOut =
            isOfChannel(reader) && (acts == 0 || acts & lexicon.named.disclosing != 0)
            && last.roles.source != lexicon.named.mailbox
        if source == 0, !isSentOut, object == 0 || lexicon.objects[Int(object)].bond == .carried || !hasObjectHere {
            // 热线385件、信箱15件，合计400件: of all of them.
            source = isTotal && reader.hasSeveralSources ? Roles.manySources : last.roles.source
        }
        // 全县满意率86%，我镇为97%
        let isBeside = last.roles.unit == .percent && last.roles.level != .own
        // 办结率2021年仅为91%，2022年提升至98.5%
        let isOfLastYear = last.roles.unit == .percent && last.roles.time != .thisYear && reader.scope.isOfYear
        if unit == .percent, measure == 0, last.roles.standing == .change || isBeside || isOfLastYear {
            measure = last.roles.measure
        }
    }

    /// 公开信息84条，行政许可3条, but not 行政许可3件: whether it is counted in the pieces of the number before.
    private func isCountedAs(_ last: Telling, _ reader: RoleReader) -> Bool {
        guard let here = reader.group.first, let before = last.quantity else { return false }
        return reader.quantities[here].unit == reader.quantities[before].unit
    }

    /// 网站公开目录信息64条，工作动态等信息33条: in a list of kinds it is of a kind too, and not all that the channel had.
    private mutating func takeKind(besides last: Telling, _ reader: RoleReader) {
        let lexicon = reader.lexicon
        guard object == lexicon.named.someInformation, !hasActHere, !hasCarrierHere, !isTotal,
            last.roles.carriers.nonzeroBitCount == 1, lexicon.objects[Int(last.roles.object)].family == .kinds
        else { return }
        let here = reader.item.mentions.suffix(Self.mostOfKinds).filter { $0.clause == reader.clause }
        guard here.last?.link.contains(.etcetera) ?? false else { return }
        let kinds = Set(here.map(\.object).filter { lexicon.objects[Int($0)].family == .kinds })
        // 教育、医疗、就业等信息215条: of more than the one that has a name.
        let start = reader.group.first.map { reader.quantities[$0].whole.lowerBound } ?? reader.position
        let isOfMore = reader.text.letters[reader.clauseStart(before: start)..<start].contains(Letter.enumerationComma)
        object = (kinds.count == 1 && !isOfMore ? kinds.first : nil) ?? lexicon.named.anyKind
        objects = 1 << UInt128(object)
    }

    private static let mostOfKinds = 12

    private mutating func inheritCarriers(from last: Telling, _ reader: RoleReader) {
        let lexicon = reader.lexicon
        // 网站公开动态23条、补贴发放公示14条: the noun of one of a list.
        let isNamedSo =
            isObjectListed && acts & lexicon.named.disclosing != 0 && lexicon.objects[Int(object)].family == .kinds
        let isFresh =
            (hasActHere && hasObjectHere && !isNamedSo && lexicon.objects[Int(object)].family != .posts
                || hasSourceHere) && !reader.isWaiting(last)
        // 编发公众号200期，发布信息640条; 公开栏更新26次，公开信息126条
        let isInTimes = last.roles.unit == .times && acts & lexicon.named.proactive == 0 && last.hasOwnAct
        if carriers == 0, last.clause == reader.clause - 1, last.roles.carriers.nonzeroBitCount == 1, unit == .cases,
            last.roles.unit == .cases || isInTimes && object == lexicon.named.someInformation,
            acts & lexicon.named.disclosing != 0,
            last.roles.acts & lexicon.named.disclosing != 0,
            last.place.upperBound > 0, isInTimes || reader.text.letters[last.place.upperBound - 1] == Letter.issue,
            lexicon.objects[Int(object)].family == .information || object == Roles.none
        {
            carriers = last.roles.carriers
            isOfIssues = true
        }
        // 网站103条，公众号223条，合计326条: of all channels, not of the last.
        let isOfAll = isTotal && reader.told.ways.nonzeroBitCount > 1
        // 公众号粉丝9860人；主动公开政府信息512条
        let isOfOthers =
            reader.item.isAfterStop && hasActHere && hasObjectHere && object != lexicon.named.someInformation
            && lexicon.objects[Int(object)].family == .information
        if carriers == 0, !isFresh, !isOfAll, !isOfOthers, reader.scope.wholeAgain != reader.clause,
            !reader.isNamedForWay(last), !reader.item.isAfterStop || reader.isWaiting(last)
        {
            let isCounted = lexicon.objects[Int(object)].family == .aside
            let start = reader.group.first.map { reader.quantities[$0].whole.lowerBound } ?? 0
            carriers = isCounted ? last.roles.carriers : reader.ways(beside: last, before: start)
        }
    }
}
