import Catalogue

/// How a number stands to what it is of: all of it, a part, a standard, a change.
extension RoleReader {
    func standing(_ finding: Finding, _ found: FoundQuantity) -> NarrativeStanding {
        if scope.except == clause, isException(found) { return .part }
        if scope.isPlan || scope.limited == clause || isBound(found, finding.unit) || isOfTask(finding, found) {
            return .plan
        }
        let end = found.whole.upperBound
        if finding.unit == .money, finding.mark != .standard, isOfRange(found) { return .plan }
        if finding.unit == .money, let standing = standingOfMoney(finding, found) { return standing }
        // 符合条件的7120人中参保6644人: of whom the next number is told.
        let isOfPeople = finding.unit == .persons || finding.unit == .households
        if isOfPeople, text.letters[end] == Letter.amid, !finding.hasObjectHere { return .share }
        let traits = lexicon.objects[Int(finding.object)]
        if traits.isAllowance, let standing = standingOfUnpaid(finding) { return standing }
        if isOfGroup(finding, traits) || isOfPeople && isInsuredSome(finding) { return .share }
        if isOfPeople || finding.unit == .money, traits.isAllowance, isOfSize() { return .part }
        let start = found.whole.lowerBound
        if let compared = standingOfCompared(start) { return compared }
        // 在3个村试点
        if traits.family == .place, start > 0, text.letters[start - 1] == Letter.within { return .part }
        // 选取3个村、1个社区作为试点
        if traits.family == .place, finding.strangers > 1, finding.acts == 0 { return .part }
        if traits.isAllowance, let mark = turnover(found, finding.unit) { return mark }
        // 全年累计5904户次: months that were paid, but for what is given once.
        if finding.unit == .households, found.unit == lexicon.householdTimes, traits.isAllowance,
            !lexicon.counts(.cases, finding.object)
        {
            return .running
        }
        // 新增粉丝586人
        let comesAndGoes =
            traits.isAllowance || traits.family == .cover || traits.family == .aside
            || finding.object == lexicon.named.welfarePost
        if let mark = finding.mark, comesAndGoes || ![.intake, .exit].contains(mark) { return mark }
        if scope.averaged == clause, finding.unit == .money { return .average }
        if let standing = standingOfListed(found, finding.unit) { return standing }
        if scope.isRunning { return .running }
        if scope.isPart, !finding.isAllMade, !isOwnWhole(finding, traits) { return .part }
        if scope.untoldSentence == sentence, traits.bond == .stated, !finding.hasSourceHere { return .part }
        // 低保对象中残疾126人，重病58人
        if scope.amidSentence == sentence, !finding.hasObjectHere, !finding.hasActHere { return .part }
        return finding.isTotal && !isOfOneKind(finding) ? .total : .whole
    }

    /// 组织低保对象参加医保210人: of those who are insured, some.
    private func isInsuredSome(_ finding: Finding) -> Bool {
        lexicon.objects[Int(finding.object)].family == .cover
            && item.mentions.suffix(Self.mostInsured).contains {
                $0.clause == clause && lexicon.objects[Int($0.object)].isAllowance
            }
    }

    private static let mostInsured = 6

    /// 最高6000元, 最高可达6000元, 不超过6000元; but 办结率最高达100%
    private func isBound(_ found: FoundQuantity, _ unit: UnitGroup) -> Bool {
        var end = found.whole.lowerBound
        if end > 0, end < found.number.lowerBound, text.letters[end - 1] == Letter.not { return true }
        if unit == .money, isOfMost(before: end) || isSize(endingAt: found.whole.upperBound) { return true }
        while unit == .money, end > 0, Letter.reaches.contains(text.letters[end - 1]) { end -= 1 }
        return stands(Lexicon.limit, before: end)
    }

    private func standingOfMoney(_ finding: Finding, _ found: FoundQuantity) -> NarrativeStanding? {
        let end = found.whole.upperBound
        // 70元/月/人, 6600元/年, 6300元/人/年
        if text.letters[end] == Letter.slash {
            let isYears = isPerYear(at: end)
            // 低保资金125.63万元/年: what all were paid in the year.
            let isSum = finding.mark == nil && found.amount.value >= Self.largestStandard * 10
            if text.letters[end + 1] == Letter.year, isSum { return .whole }
            let isOfAll =
                isYears || found.amount.value >= Self.largestStandard
                || finding.mark == .average
            return isOfAll ? .average : .standard
        }
        if !finding.hasActHere, hasArrived(found) { return .standard }
        if let standing = standingOfRise(to: found, finding) { return standing }
        // 市级下达临时救助资金20万元: what may be paid.
        if finding.acts & lexicon.named.assigning != 0, !lexicon.stages(finding.acts, .pays) {
            return .standard
        }
        let isAllowance = lexicon.objects[Int(finding.object)].isAllowance
        // 收到上级拨付低保金210万元, 争取低保资金198.5万元
        let isFunded = lexicon.stages(finding.acts, .opens) && finding.hasActHere
        if isAllowance, isFunded || finding.acts & lexicon.named.seeking != 0,
            !lexicon.stages(finding.acts, .pays) || isFunded
        {
            return .share
        }
        // 农村低保一类545元、二类386元: what each of a class is given.
        if isAllowance, finding.varieties & lexicon.classes != 0, finding.acts == 0,
            found.amount.value < Self.largestStandard
        {
            return .average
        }
        // 集中供养121人年2900元
        return isEachYear(found) ? .average : nil
    }

    /// 城市低保提高到760元: what each is given; but 支出由25万元提高到32万元
    private func standingOfRise(to found: FoundQuantity, _ finding: Finding) -> NarrativeStanding? {
        let start = found.whole.lowerBound
        guard found.amount.value < Self.largestStandard, lexicon.objects[Int(finding.object)].isAllowance,
            !finding.isTotal, finding.mark == nil || finding.mark == .change, stands(Lexicon.changedTo, before: start)
        else { return nil }
        return standingOfStandard(before: start)
    }

    /// What each is given, in a month unless the clause before the number says that it is of the year.
    func standingOfStandard(before start: Int) -> NarrativeStanding {
        text.letters[clauseStart(before: start)..<start].contains(Letter.year) ? .average : .standard
    }

    /// Whether 年 stands among what slashes part: 6300元/人/年.
    private func isPerYear(at slash: Int) -> Bool {
        var place = slash
        while place + 1 < text.letters.count,
            text.letters[place] == Letter.slash || Letter.isStray(text.letters[place])
        {
            if text.letters[place + 1] == Letter.year { return true }
            place += 2
        }
        return false
    }

    /// 低保进26户49人、出31户68人, 清理14户31人
    private func turnover(_ found: FoundQuantity, _ unit: UnitGroup) -> NarrativeStanding? {
        let place = (group.first.map { quantities[$0] } ?? found).whole.lowerBound - 1
        guard unit == .persons || unit == .households, place >= 0 else { return nil }
        if text.letters[...place].suffix(Letter.clears.count).elementsEqual(Letter.clears) { return .exit }
        // 取消48户83人，纳入29户46人
        if place > 0, text.letters[place - 1...place].elementsEqual(Letter.takeIn),
            [.exit, .intake].contains(last?.roles.standing)
        {
            return .intake
        }
        let isFirst = place == 0 || !Letter.isIdeograph(text.letters[place - 1])
        guard isFirst || item.mentions.last.map({ Int($0.end) == place }) ?? false else { return nil }
        return text.letters[place] == Letter.enter ? .intake : text.letters[place] == Letter.leave ? .exit : nil
    }

    /// 全年共发布会议信息12条: all that there was of one kind, and not all that was disclosed; but 动态、公告等共256条,
    /// 涉及救助等方面信息256条 and 公开政府信息共计11大类382条.
    private func isOfOneKind(_ finding: Finding) -> Bool {
        let traits = lexicon.objects[Int(finding.object)]
        let here = item.mentions.suffix(Self.mostWords).filter { $0.clause == clause }
        let isOfAll = here.contains { lexicon.objects[Int($0.object)].family == .information }
        let named = here.last { $0.object == finding.object }
        return finding.unit == .cases && finding.carriers == 0 && finding.hasObjectHere && !finding.usesBehind
            && finding.objects.nonzeroBitCount == 1 && traits.family == .kinds && traits.bond == nil
            && !item.linkBefore.contains(.etcetera) && !(named?.link.contains(.etcetera) ?? false)
            && (finding.object != lexicon.named.anyKind || !isOfAll)
    }

    private static let mostWords = 12

    /// 月人均补助达到223元和93元: what 和 or 、 alone parts from what each is given, or from how much more it was.
    private func standingOfListed(_ found: FoundQuantity, _ unit: UnitGroup) -> NarrativeStanding? {
        let start = found.whole.lowerBound
        guard unit == .money, let last, last.roles.unit == .money, let before = last.quantity, start > 0,
            quantities[before].whole.upperBound == start - 1, Letter.joiners.contains(text.letters[start - 1]),
            [.average, .standard, .change].contains(last.roles.standing)
        else { return nil }
        return last.roles.standing
    }

    /// In stored units: nobody is given 10,000 yuan a month.
    static let largestStandard: Int64 = 1_000_000

    /// Whether only 年 or 月 parts a number from the number before, or 按 stands before it.
    private func isEachYear(_ found: FoundQuantity) -> Bool {
        let start = found.whole.lowerBound
        guard start > 0, [Letter.year, Letter.month].contains(text.letters[start - 1]) else { return false }
        // 按月60元标准
        return last?.place.upperBound == start - 1 || start > 1 && text.letters[start - 2] == Letter.per
    }
}
