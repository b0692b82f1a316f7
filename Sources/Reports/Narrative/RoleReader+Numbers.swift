import Catalogue
import Values

extension RoleReader {
    func unitGroup(_ quantity: FoundQuantity) -> UnitGroup {
        let written = quantity.unit.map { lexicon.groups[$0] } ?? .bare
        return written == .things ? whoIsCounted(behind: quantity.whole.upperBound) ?? written : written
    }

    /// A number joins the group before it if nothing stands between, or only `、` before another unit.
    mutating func take(_ quantity: Int) {
        let start = quantities[quantity].whole.lowerBound
        guard !isItemNumber(quantities[quantity]), !isNumberOfItems(quantities[quantity]),
            !isFrequency(quantities[quantity]), !countsAnother(quantities[quantity])
        else { return }
        if let last = group.last, behind.isEmpty, item.unexplained == 0,
            start - quantities[last].whole.upperBound <= 1
        {
            group.append(quantity)
            return
        }
        describe()
        group.append(quantity)
        item.unexplainedBefore = item.unexplained
        item.isStrangeBefore = item.isStrange
        item.isStrangeHereBefore = item.isStrangeHere
        item.linkBefore = item.link
        item.unexplained = 0
    }

    /// Gives the numbers that wait their roles, now that the words behind them are known.
    mutating func describe() {
        guard !group.isEmpty else { return }
        let strangers = item.unexplainedBefore
        var isUsed = false
        if isSlogan { group.removeFirst() }
        for quantity in group {
            tell(quantity, strangers: strangers, isUsed: &isUsed)
        }
        let ended = group.last.map { quantities[$0].whole.upperBound }
        group.removeAll(keepingCapacity: true)
        // A noun right behind its number is done with, and so is one that 和 parts from the next; other words may speak
        // of that.
        let isJoined = item.link.contains(.joiner)
        item.clear()
        item.isBehindNoun = isUsed && behind.count == 1
        if !isJoined {
            // 每人每月60元标准发放1098人: the standard is of its own number; 孤儿21人每人每月1100元 is of the next.
            let isStandard =
                behind.first.map {
                    let sense = lexicon.senses[Int($0.word)]
                    return sense.has(NarrativeStanding.standard) && sense.object == 0 && Int($0.start) == ended
                        && !Letter.isAverage(text.letters[Int($0.start)])
                } ?? false
            let isDone = isUsed && lexicon.senses[Int(behind[0].word)].carriers == 0 || isStandard
            item.mentions.append(contentsOf: isDone ? behind.dropFirst() : behind[...])
        }
        behind.removeAll(keepingCapacity: true)
        item.hasNumber = true
        item.isAfterStop = false
    }

    /// 三个100%: no number of things.
    private var isSlogan: Bool {
        group.count == 2 && unitGroup(quantities[group[1]]) == .percent && unitGroup(quantities[group[0]]) == .things
    }

    private mutating func tell(_ quantity: Int, strangers: Int, isUsed: inout Bool) {
        let found = quantities[quantity]
        guard !isIssues(quantity) else { return }
        let isMoney = isUnwrittenMoney(found)
        let unit = isMoney ? .money : isGroups(quantity) ? .other : unitGroup(found)
        var finding = Finding(unit: unit, strangers: strangers)
        finding.goBack(self)
        finding.settle(self)
        takeTwin(&finding)
        limit(&finding, found)
        liftPart(of: finding)
        if finding.isOfIssues, let index = lastTelling { tellings[index].roles.unit = .other }
        if scope.ours == clause || scope.given == clause { giveAway(finding, found.amount) }
        repeatLevel(of: found, unit)
        endParts(finding, found)
        isUsed = isUsed || finding.usesFirstBehind
        var roles = roles(finding, found)
        let isTarget = isTarget(found)
        if isTarget {
            roles.standing = .plan
            aimList(behind: found)
        }
        forEachHolder(of: finding, quantity) { [roles] reader, holder in
            var own = roles
            own.object = holder.object
            own.measure = holder.measure
            let isTurn = reader.turn?.clause == reader.clause && reader.turn?.hasSource == true
            if holder.source != 0 || isTurn { own.source = holder.source }
            if holder.carriers != 0 { own.carriers = holder.carriers }
            if holder.varieties != 0 { own.varieties = holder.varieties }
            if let time = holder.time { own.time = time }
            if reader.turn?.clause == reader.clause { reader.shareTurn(&own, holder, finding) }
            let amount = isMoney ? found.amount.inCents : found.amount
            var telling = reader.telling(of: finding, quantity, amount, own)
            if own.standing == .plan { telling.givesWay = true }
            if holder.acts != 0 { telling.hasCarriedIn = false }
            telling.isContrasted = own.standing == .plan || finding.isOfSome
            reader.keep(telling)
        }
        if finding.isThroughMeans { repeatThroughMeans() }
        givePurpose(roles, finding)
    }

    /// What its clause says against a number, or for it.
    private mutating func limit(_ finding: inout Finding, _ found: FoundQuantity) {
        sumUpCalls(&finding, found)
        if finding.isDone { scope.isPlan = false }
        discloseMade(&finding)
        if isOwnPlace(found, finding) { finding.acts = lexicon.named.comprising }
        if isLoose() { finding.forget() }
        if isException(found) {
            scope.except = clause
            finding.isAllClosed = false
        }
        let isOther =
            countsMatters(found, finding) || areTaught(found, finding) || areOtherPeople(found, finding)
            || areOfShare(finding) || isBehindOtherNoun(found, finding)
        if isDenied(found, finding) || isOther { finding.forget() }
        if isHalfDenied(found, finding) { finding.mark = .share }
    }

    /// A number with what is said of it and of the clause that it stands in.
    private func telling(of finding: Finding, _ quantity: Int, _ amount: Amount, _ roles: Roles) -> Telling {
        Telling(
            quantity: quantity, amount: amount, place: quantities[quantity].number, roles: roles, sentence: sentence,
            paragraph: paragraph, clause: clause,
            isScopeCarried: scope.isCarried && (roles.time != .thisYear || roles.level != .own),
            isSaidThisYear: scope.setClause == clause && roles.time == .thisYear,
            isOfYear: scope.isOfYear && roles.time == .thisYear, isSaidPresent: scope.present == clause,
            isUpToNow: scope.isUpToNow, isAccrued: finding.isAccrued,
            isCumulative: finding.isCumulative, isOfDecember: scope.isDecember, isSummedUp: finding.isTotal,
            isNew: finding.mark == .intake, hasOwnAct: finding.hasActHere, hasActBehind: finding.hasActBehind,
            hasOwnObject: finding.hasObjectHere, isOfSort: isOfSort(quantity),
            mayHaveCome: finding.mayHaveCome, isCountAlone: isCountAlone(finding), isOfHeading: finding.isOfHeading,
            isAmongParts: isAmongParts, isInBrackets: !outer.isEmpty,
            opensPart: item.opensPart, people: isBesidePeople ? item.peoplePlace : nil, partStart: told.partStart,
            hasCarriedIn: finding.isWithCarriedIn,
            period: lasting.periods,
            isBound: scope.limited == clause && !scope.isPlan,
            until: roles.time == .thisYear && scope.clauseTime == nil && flows(roles) ? scope.until : nil,
            givesWay: finding.isDue || finding.isOfVillages, isDue: finding.isDue)
    }

    /// 80—89岁老人512人, but not 80岁以上老人体检512人 or 80岁以上老人512人免费乘车
    private func isCountAlone(_ finding: Finding) -> Bool {
        guard let end = group.last.map({ quantities[$0].whole.upperBound }) else { return false }
        return finding.acts & ~lexicon.stageBits[ActStage.seats.rawValue] == 0 && finding.strangers == 0
            && !item.isStrangeHereBefore && Letter.endsItem(text.letters[end])
    }

    /// 通过网站发布财政、民生等信息。全年共发布187条: the total, and that of the channel as well.
    private mutating func repeatThroughMeans() {
        guard var again = last else { return }
        again.quantity = nil
        again.roles.carriers = lasting.means.carriers
        tellings.append(again)
    }

    /// What the number is, but for its object and measure.
    private mutating func roles(_ finding: Finding, _ found: FoundQuantity) -> Roles {
        var roles = Roles(unit: isListedKind(finding) ? .cases : finding.unit)
        roles.time = scope.clauseTime ?? scope.time
        roles.level = scope.clauseLevel ?? scope.level
        roles.acts = carried(finding.acts, &roles)
        roles.carriers = ways(finding, before: found.whole.lowerBound)
        roles.source = finding.source
        if finding.isSourceCarried { placeSource(&roles) }
        // 办理12345热线、网络舆情等各类诉求360件。办结率98.9%: of all of them.
        if finding.hasSourceHere, finding.source == Roles.manySources { source = Roles.manySources }
        if finding.isWithCarriedIn { roles.told = .sum }
        roles.varieties = finding.varieties
        roles.standing = standing(finding, found)
        if scope.isUntil, flows(roles), roles.unit != .percent || !scope.isUntilDay { roles.time = .partOfYear }
        roles.time = timeOfStock(roles, finding.object)
        return roles
    }

    /// 其中公告12条，工作动态33，其他8条: a kind's number among others that have a unit.
    private func isListedKind(_ finding: Finding) -> Bool {
        finding.unit == .bare && scope.isPart && lexicon.objects[Int(finding.object)].family == .kinds
            && finding.hasObjectHere && last?.sentence == sentence && last?.roles.unit == .cases
            && last?.roles.standing == .part
    }

    /// 热线办理318件，其中咨询162件；书记信箱2件、人大建议26件: another source ends the parts of the first.
    private mutating func endParts(_ finding: Finding, _ found: FoundQuantity) {
        openGroup(before: finding, found)
        // 面积94平方公里，其中耕地2.1万亩，辖23个村，总人口…
        let isPlace = lexicon.objects[Int(finding.object)].family == .place
        if isPlace, finding.hasActHere, let first = item.mentions.first(where: { $0.clause == clause }),
            lexicon.stages(lexicon.senses[Int(first.word)].acts, .seats)
        {
            scope.isPart = false
        }
        // 公开512条，其中网站362条；低保286户，特困73户
        let traits = lexicon.objects[Int(finding.object)]
        if item.isAfterStop, finding.hasObjectHere, traits.isAllowance || traits.family == .cover,
            finding.object != scope.partOf, !isOfGroup(finding, traits)
        {
            scope.isPart = false
        }
        // 五保47人，其中集中6人；累计发放低保金96.7万元，五保金21.5万元
        let isPaid = finding.unit == .money && finding.isTotal && finding.hasActHere && finding.hasObjectHere
        if isPaid, [.persons, .households].contains(scope.partUnit), traits.isAllowance,
            finding.object != scope.partOf
        {
            scope.isPart = false
        }
        // 低保512人，其中脱贫人口86人；12345热线受理312件
        guard finding.hasSourceHere, finding.source > Roles.manySources,
            scope.partSource > Roles.manySources || !isAmongParts, finding.source != scope.partSource
        else { return }
        scope.isPart = false
    }

    /// 推送149期、612条: in how many issues.
    private func isIssues(_ quantity: Int) -> Bool {
        let end = quantities[quantity].whole.upperBound
        guard text.letters[end - 1] == Letter.issue, quantities.indices.contains(quantity + 1) else { return false }
        let next = quantities[quantity + 1]
        let gap = next.whole.lowerBound - end
        return unitGroup(next) == .cases && (gap == 0 || gap == 1 && text.letters[end] == Letter.enumerationComma)
    }

    /// 来访36批112人次: in how many groups they came.
    private func isGroups(_ quantity: Int) -> Bool {
        let end = quantities[quantity].whole.upperBound
        let isOfGroups = text.letters[end - 1] == Letter.group || end > 1 && text.letters[end - 2] == Letter.group
        guard isOfGroups, quantities.indices.contains(quantity + 1) else { return false }
        let next = quantities[quantity + 1]
        return next.whole.lowerBound - end <= 1 && [.personTimes, .persons].contains(unitGroup(next))
    }

    /// 热线共受理2.1万件，我镇承办180件: what came in before ours was given to all.
    private mutating func giveAway(_ finding: Finding, _ amount: Amount) {
        giveAwayWebsite(finding, amount)
        // 我镇承办其中的180件: of what the sentence before told.
        let first = lasting.partSentence == sentence ? sentence - 1 : sentence
        let before = tellings.indices.suffix(Self.mostGiven).last { tellings[$0].roles.unit != .percent }
        let isGiven = scope.given == clause || lexicon.stages(finding.acts, .opens)
        guard finding.unit == .cases, isGiven, let before else { return }
        let given = tellings[before]
        guard given.sentence >= first, given.clause < clause, given.roles.unit == .cases,
            given.roles.object == finding.object || finding.object == Roles.none || first < sentence,
            // 收到申请8件，本机关受理6件: of what is ours alone.
            given.roles.source != 0 || given.roles.varieties != 0,
            scope.given != clause || [Roles.none, given.roles.source].contains(finding.source),
            given.roles.acts == 0 || lexicon.stages(given.roles.acts, .opens), given.amount.value > amount.value
        else { return }
        for index in before..<tellings.count where tellings[index].roles.source == given.roles.source {
            tellings[index].roles.level = .above
        }
        if first < sentence || scope.given == clause { scope.isPart = false }
    }

    /// 区政府网站公开1.6万条。我街道公开49条: what the website of all has before ours.
    private mutating func giveAwayWebsite(_ finding: Finding, _ amount: Amount) {
        // 区政府网站公开235条。我镇公开规范性文件2件: of another thing.
        let family = lexicon.objects[Int(finding.object)].family
        guard finding.object == Roles.none || family == .information || family == .kinds, finding.carriers == 0,
            finding.unit == .cases, finding.acts & lexicon.named.disclosing != 0,
            tellings.count == sentenceStart, let last, last.sentence == sentence - 1, last.clause == clause - 1,
            last.paragraph == paragraph, !hasOwnBefore,
            last.roles.carriers & lexicon.named.official != 0, last.roles.acts & lexicon.named.disclosing != 0,
            last.amount.value > amount.value, isSiteOfCounty(before: last.place.lowerBound)
        else { return }
        tellings[tellings.count - 1].roles.level = .above
    }

    /// 区政府网站, but not 镇政府网站 or 政府网站
    func isSiteOfCounty(before end: Int) -> Bool {
        for place in (max(0, end - Self.longestSite)..<end).reversed() {
            let letter = text.letters[place]
            guard !Letter.endsSentence(letter) else { return false }
            guard Letter.sites.contains(text.letters[place + 1]) else { continue }
            if Letter.townships.contains(letter) { return false }
            if Letter.counties.contains(letter) { return true }
        }
        return false
    }

    private static let longestSite = 40

    /// Whether the sentence before spoke of the township, or of what it does there.
    private var hasOwnBefore: Bool { lasting.ownSentence == sentence - 1 || lasting.meansSentence == sentence - 1 }

    /// Whether the number grows through the year: money and what is done, not how many there are.
    private func flows(_ roles: Roles) -> Bool {
        switch roles.unit {
        case .money, .times, .personTimes: true
        case .cases, .percent: !lexicon.stages(roles.acts, .documents) && roles.standing != .running
        case .persons, .households:
            [.intake, .exit].contains(roles.standing)
                || lexicon.objects[Int(roles.object)].isAllowance && lexicon.counts(.cases, roles.object)
        default: false
        }
    }

    /// 低保金234万: the unit goes without saying.
    private func isUnwrittenMoney(_ found: FoundQuantity) -> Bool {
        guard found.unit == nil, found.amount.precision >= 100 else { return false }
        // 低保312人、发放98万
        let isPaid = last.map { $0.sentence == sentence && lexicon.objects[Int($0.roles.object)].isAllowance } ?? false
        return item.mentions.reversed().prefix(4).contains {
            $0.clause == clause
                && (lexicon.objects[Int($0.object)].isAllowance
                    || isPaid && lexicon.stages(lexicon.senses[Int($0.word)].acts, .pays))
        }
    }

    /// 微信公众号、抖音等平台: all accounts, so that the number is not the total.
    private func ways(_ finding: Finding, before start: Int) -> UInt64 {
        let carriers = finding.carriers
        let several = UInt64(1) << UInt64(Roles.several)
        let named = carriers & ~several
        // 公告栏等线下渠道
        if finding.isOffline, named.nonzeroBitCount == 1, named & (lexicon.named.official | lexicon.named.accounts) == 0
        {
            return named
        }
        if !finding.hasCarrierHere, carriers.nonzeroBitCount > 1, !areAccounts(finding, before: start) {
            return carriers | several
        }
        if named.nonzeroBitCount > 1, named & lexicon.named.official != 0 { return carriers | several }
        // 公示栏和微信群: neither all channels nor accounts.
        if named.nonzeroBitCount > 1, carriers == named, named & ~lexicon.named.accounts != 0 {
            return lexicon.named.otherWay
        }
        let isAccounts = named != 0 && named & ~lexicon.named.accounts == 0
        let isMany = carriers & several != 0 || named.nonzeroBitCount > 1
        return isAccounts && isMany ? named | 1 << UInt64(Roles.together) : carriers
    }

    private mutating func givePurpose(_ roles: Roles, _ finding: Finding) {
        let isFund = roles.unit == .money && (lexicon.stages(roles.acts, .funds) || lexicon.stages(roles.acts, .pays))
        let isServed =
            [.persons, .households, .personTimes].contains(roles.unit) && lexicon.stages(roles.acts, .serves)
        let isServedLast = tellings.last.map { isMeant($0) } ?? false
        let isServedLater = finding.object == Roles.none && isServedLast
        // 为728名残疾人发放补贴67.2万元、为1098名老人发放高龄津贴: what the first were paid is not of the others' allowance.
        if isServedLast,
            waiting.contains(where: { tellings[$0].roles.unit == .money && tellings[$0].clause == clause })
        {
            waiting = []
        }
        giveAges(roles, finding)
        // A sum over several things is not that of the first of its parts.
        if finding.object == Roles.none, isFund && !finding.isTotal || isServed || isServedLater {
            waiting.append(tellings.count - 1)
        } else if !waiting.isEmpty, lexicon.objects[Int(finding.object)].isAllowance {
            for index in waiting
            where (tellings[index].roles.unit == .money) != (roles.unit == .money)
                && (tellings[index].clause == clause || !isMeant(tellings[index]))
            {
                tellings[index].roles.object = finding.object
                // 为892名80—89岁老人、206名90岁以上老人: of what age they are stays.
                let own = tellings[index].roles.varieties
                if !lexicon.differ(own, roles.varieties) { tellings[index].roles.varieties = roles.varieties }
            }
            if roles.unit == .money { giveAgesOfList(finding.object) }
            waiting = []
        }
    }

    /// 为23户因火灾、疾病致困家庭发放临时救助: the clause will tell what they are given.
    private func isMeant(_ telling: Telling) -> Bool {
        let start = telling.place.lowerBound
        return [.persons, .households].contains(telling.roles.unit) && start > 0
            && [Letter.forWhom, Letter.against, Letter.towards].contains(text.letters[start - 1])
    }

    /// What was carried over from another year belongs to this one, and the year named speaks of nothing else.
    mutating func carried(_ acts: UInt64, _ roles: inout Roles) -> UInt64 {
        guard isCarry(acts) else { return acts }
        let result = turned(acts, roles.time)
        if scope.setClause == clause, scope.time == .otherYear { scope.time = scope.timeBefore }
        return result
    }

    mutating func keep(_ telling: Telling) {
        if telling.quantity != nil { denial = nil }
        lastTelling = tellings.count
        told.take(telling.roles, lexicon)
        if !scope.isPart { told.countPeople(telling.roles, lexicon) }
        lasting.take(telling, isOpening: isOpening(telling.roles))
        tellings.append(telling)
    }
}
