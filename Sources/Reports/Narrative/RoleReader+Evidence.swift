import Catalogue

/// What must stand beside words that can mean two things before a number is taken for the rarer one.
extension RoleReader {
    // MARK: What accounts sent out

    /// 现有公众号、抖音号，全年共发布618条, 利用公众号、微博，推送信息618条: what accounts that an earlier clause names sent
    /// out. Not 注销抖音号 or 做好公众号运维, which say something else of them, nor 公开政府信息618条, which is all.
    func areAccounts(_ finding: Finding, before end: Int) -> Bool {
        let named = finding.carriers & ~(1 << UInt64(Roles.several))
        guard named & ~lexicon.named.accounts == 0, finding.acts & lexicon.named.disclosing != 0,
            scope.clauseLevel != .own || scope.ours != clause
        else { return false }
        let words = text.letters[itemStart(before: end)..<end]
        guard !words.contains(where: Letter.saysAll.contains) else { return false }
        let places = item.mentions.indices.filter {
            item.mentions[$0].clause >= sentenceClause && lexicon.senses[Int(item.mentions[$0].word)].carriers != 0
        }
        guard let first = places.first else { return false }
        let opening = item.mentions[first]
        guard let closing = places.map({ item.mentions[$0] }).last(where: { $0.clause == opening.clause }) else {
            return false
        }
        let isThrough = item.means.clause == opening.clause && item.means.count == first
        return (isThrough || isHad(opening)) && isAll(closing)
    }

    /// 现有公众号, 我镇现有公众号, 现有账号2个，分别为公众号: whether a clause opens with what there is.
    private func isHad(_ mention: Mention) -> Bool {
        var start = itemStart(before: Int(mention.start))
        let isCounted = last.map { $0.sentence == sentence && $0.clause == mention.clause - 1 && isAside($0) } ?? false
        if isCounted, hits.length(of: Lexicon.inTurn, at: start, in: lexicon.index) != nil { return true }
        if Letter.plainOwn.contains(text.letters[start]) { start += Self.ownLength }
        return hits.length(of: Lexicon.present, at: start, in: lexicon.index) != nil
    }

    /// 公众号、微博，发布, 公众号等线上平台，发布, but not 公众号、微博建设: whether a clause says no more of accounts.
    private func isAll(_ mention: Mention) -> Bool {
        let rest = text.letters[Int(mention.end)...].prefix(Self.longestHolder + 1).prefix { !Letter.endsClause($0) }
        let isVarious = lexicon.senses[Int(mention.word)].carriers & 1 << UInt64(Roles.several) != 0
        return rest.isEmpty || rest.count <= Self.longestHolder && (isVarious || rest.first == Letter.andSoOn)
    }

    private static let ownLength = 2
    private static let longestHolder = 5

    func itemStart(before end: Int) -> Int {
        let first = max(sentenceBegin, end - Self.longestClause)
        return text.letters[first..<end].lastIndex(where: Letter.endsItem).map { $0 + 1 } ?? first
    }

    static let longestClause = 60

    /// 微信推送类350条、其他类200条: an item whose name is a channel's says nothing of the way that the next went.
    func isNamedForWay(_ telling: Telling) -> Bool {
        let end = telling.place.lowerBound
        guard telling.sentence == sentence, end > sentenceBegin else { return false }
        let start = itemStart(before: end)
        // 公众号推文类12条、视频类20条: of the account, all of them.
        guard start > sentenceBegin, text.letters[start - 1] == Letter.enumerationComma, start < end - 1,
            text.letters[end - 1] == Letter.kind
        else { return false }
        let ways = hits.places(at: start).map { hits.all[$0] }
            .filter { lexicon.senses[Int($0.word)].carriers != 0 }.map { Int($0.start + $0.length) }
        return ways.contains { way in
            let isSentOut = words(at: way).contains { $0.acts & lexicon.named.disclosing != 0 }
            return way == end - 1 || isSentOut && end - 1 - way <= Self.longestOfWay
        }
    }

    private static let longestOfWay = 2

    /// Whether a channel that accounts, readers or those in a group were counted of still waits for its own number:
    /// 建立微信群32个，覆盖群众8600人，推送信息1260条.
    func isWaiting(_ telling: Telling) -> Bool {
        // 开通门户网站1个、微博1个
        let isBeside =
            [.persons, .personTimes, .households].contains(telling.roles.unit)
            || telling.roles.unit == .things
                && !(telling.hasOwnAct && telling.roles.acts & lexicon.named.disclosing != 0)
        return isAside(telling) || isBeside && telling.roles.object <= Roles.unknown && telling.roles.carriers != 0
    }

    /// 公众号1个、微博1个，发布信息372条: what follows accounts and readers of several channels went out through none of
    /// them alone.
    /// 建立微信群32个，全年公开信息362条: what is disclosed beside them went out through all channels.
    func ways(beside last: Telling, before end: Int) -> UInt64 {
        guard isWaiting(last), last.sentence == sentence else { return last.roles.carriers }
        let isAll = text.letters[itemStart(before: end)..<end].contains(where: Letter.saysAll.contains)
        let ways = tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostSources).reversed()
            .prefix(while: isWaiting).reduce(UInt64(0)) { $0 | $1.roles.carriers }
        if isAll, item.isAfterStop || ways.nonzeroBitCount > 1 || ways & lexicon.named.groups != 0 { return 0 }
        guard ways.nonzeroBitCount > 1 else { return last.roles.carriers }
        let isOfAccounts = ways & ~lexicon.named.accounts == 0
        return ways | 1 << UInt64(isOfAccounts ? Roles.together : Roles.several)
    }

    // MARK: Headings

    /// 其他信息：新增信息3条, 机构职能、财政预决算：公开信息30条: kinds of information, and nothing but them, before a colon; but not
    /// 一是做好工作动态：….
    mutating func openHeadingOfKinds() {
        let isNext = told.heading != 0 && !lexicon.objects[Int(told.heading)].isAllowance
        let named = item.mentions.suffix(Self.mostInHeading).filter { $0.clause == clause - 1 }
        guard tellings.count == sentenceStart || item.isAfterStop || isNext, let first = named.first,
            let last = named.last, Int(last.end) == position, named.allSatisfy(isKind),
            named.dropFirst().allSatisfy({ $0.link == .enumeration }),
            Int(first.start) == sentenceBegin || !Letter.isWordPart(text.letters[Int(first.start) - 1])
        else { return }
        told.heading = named.count > 1 ? Roles.several : first.object
        told.headingStart = tellings.count
    }

    private func isKind(_ mention: Mention) -> Bool {
        let family = lexicon.objects[Int(mention.object)].family
        return family == .kinds || family == .explained
    }

    private static let mostInHeading = 8

    // MARK: Groups of villagers

    /// 辖8村1社区46个小组, 辖8个村，下设46个小组: what groups are right behind the villages that the township comprises. 小组
    /// behind anything else are of those who work there.
    func ofVillagers(_ object: UInt8) -> UInt8? {
        let traits = lexicon.objects[Int(object)]
        guard traits.follows != 0, let heir = traits.heir, let last, last.sentence == sentence,
            last.clause >= clause - 1, lexicon.follows(object, last.roles.object),
            lexicon.stages(last.roles.acts, .seats), behind.isEmpty,
            tellings[sentenceStart...].first(where: { $0.clause == last.clause })?.hasOwnAct ?? false
        else { return nil }
        let start = group.first.map { quantities[$0].whole.lowerBound } ?? position
        let isRightBehind =
            item.isBehindNoun && !text.letters[last.place.upperBound..<start].contains(where: Letter.endsItem)
        let isNext =
            !Letter.isWordPart(text.letters[start - 1]) || Letter.joiners.contains(text.letters[start - 1])
            || (item.mentions.last.map { Int($0.end) == start } ?? isRightBehind)
        let areSeats = item.mentions.allSatisfy { mention in
            let sense = lexicon.senses[Int(mention.word)]
            return sense.acts == 0
                ? lexicon.objects[Int(mention.object)].family == .place : lexicon.stages(sense.acts, .seats)
        }
        let strangers = group.isEmpty ? item.unexplained : item.unexplainedBefore
        return isNext && strangers == 0 && areSeats ? heir : nil
    }

    // MARK: No interpretations at all

    /// 未发布政策解读材料, but not 部分文件未发布政策解读, 未发布图文解读 or 存在未发布政策解读的情况: whether a clause denies all that
    /// there could be of what is explained, and says nothing else.
    func deniesAll(_ denial: Denial, at end: Int) -> Bool {
        var start = itemStart(before: denial.start)
        while start < denial.start {
            if let date = dates.first(where: { $0.range.lowerBound == start }) {
                start = date.range.upperBound
                continue
            }
            let length = hits.places(at: start).lazy.map { hits.all[$0] }.first { hit in
                let sense = lexicon.senses[Int(hit.word)]
                return sense.times != 0 || sense.has(NarrativeLevel.own)
            }?.length
            guard let length else { return false }
            start += Int(length)
        }
        var place = denial.start + 1
        for mention in item.mentions.dropFirst(denial.mentionsBefore) {
            guard Int(mention.start) <= place + 1 else { return false }
            place = Int(mention.end)
            if lexicon.objects[Int(mention.object)].family == .explained,
                !Letter.opensExplained.contains(text.letters[Int(mention.start)])
            {
                return false
            }
        }
        return place == end
    }
}
