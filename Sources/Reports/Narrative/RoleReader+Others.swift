import Catalogue

/// Numbers that are not the township's, or not of what the verb before them says.
extension RoleReader {
    /// 县12345平台受理2560件，转办我镇256件: what came in before was the county's; but not 转办我镇各站所.
    func isGiven(to name: Range<Int>) -> Bool {
        let position = name.lowerBound
        let isHandedOn = position > 0 && Letter.handsOn.contains(text.letters[position - 1])
        let end = isHandedOn ? position - 1 : position
        guard end > 0, isCounted(behind: name.upperBound), isCountys else { return false }
        if let verb = item.mentions.last, Int(verb.end) == end,
            lexicon.senses[Int(verb.word)].acts & lexicon.named.assigning != 0
        {
            return opensClause(Int(verb.start))
        }
        return Letter.gives.contains(text.letters[end - 1]) && opensClause(end - 1)
    }

    /// “12345”工作法, “12345联动”工作法: five digits that name a way to work, and no hotline.
    func isWayToWork(hotline hit: WordHits.Hit) -> Bool {
        let (start, end) = (Int(hit.start), Int(hit.start + hit.length))
        guard hit.length == Self.digitsOfHotline, Letter.isDigit(text.letters[start]) else { return false }
        for place in end..<min(end + Self.longestSlogan, text.letters.count) {
            if Letter.endsItem(text.letters[place]) { return false }
            if hits.length(of: Lexicon.slogan, at: place, in: lexicon.index) != nil { return true }
        }
        return false
    }

    /// 新增低保、特困23户: whether the sentence has told of those who came or went, of several allowances together.
    var hasTurnoverOfSeveral: Bool {
        tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostGiven).contains {
            $0.roles.object == Roles.several && [.intake, .exit].contains($0.roles.standing)
        }
    }

    private static let digitsOfHotline = 5
    private static let longestSlogan = 4

    /// Whether nothing but 其中 stands in its clause before a letter: 其中转办我镇, but not 市长热线转办我镇.
    private func opensClause(_ place: Int) -> Bool {
        let before = text.letters[clauseStart(before: place)..<place]
        return before.isEmpty || before.elementsEqual(Letter.amongThem)
    }

    /// Whether two letters stand side by side between two places.
    func says(_ word: [UInt16], from start: Int, to end: Int) -> Bool {
        let letters = text.letters[start..<end]
        return letters.indices.contains { letters[$0...].starts(with: word) }
    }

    /// Where the clause goes on to, behind a place in it.
    func clauseEnd(from place: Int) -> Int {
        text.letters[place...].prefix(Self.longestClause).prefix { !Letter.endsClause($0) }.endIndex
    }

    /// Where the clause begins that a place is in.
    func clauseStart(before place: Int) -> Int {
        let first = max(0, place - Self.longestClause)
        return text.letters[first..<place].lastIndex(where: Letter.endsClause).map { $0 + 1 } ?? first
    }

    /// 我镇256件, 我镇工单256件, but not 我镇派出所20件
    private func isCounted(behind end: Int) -> Bool {
        Letter.isDigit(text.letters[end])
            || words(at: end).contains { $0.source != 0 || lexicon.objects[Int($0.object)].bond != nil }
    }

    /// Whether the last number is that of a county's platform, and nothing of the township's stands before it.
    private var isCountys: Bool {
        guard lasting.ownSentence != sentence,
            let first = tellings.suffix(Self.mostGiven).last(where: { $0.roles.unit != .percent }),
            first.sentence == sentence, first.clause < clause
        else { return false }
        let end = first.place.lowerBound
        return (clauseStart(before: end)..<end).contains { place in
            Letter.counties.contains(text.letters[place]) && words(at: place + 1).contains { $0.source != 0 }
        }
    }

    /// 县政府网站公开1200条，其中我镇200条: of what the county's website has, ours is the whole; but whose 其中河西镇200条 is
    /// nobody says.
    mutating func isOfOurs(_ name: Range<Int>, _ isPlain: Bool) -> Bool {
        guard scope.isPart, tellings.count == scope.partStart, let last, let index = lastTelling,
            last.sentence == sentence, isPlain ? text.letters[name.lowerBound] != Letter.whole : item.unexplained > 1,
            isAll(behind: name.upperBound), last.roles.carriers & lexicon.named.official != 0,
            isSiteOfCounty(before: last.place.lowerBound), !isThroughSite(before: last.place.lowerBound)
        else { return false }
        let start = name.lowerBound - (isPlain ? 0 : item.unexplained)
        guard start > 1, text.letters[start - 2..<start].elementsEqual(Letter.amongThem) else { return false }
        tellings[index].roles.level = .above
        return true
    }

    /// 通过县政府网站, 在县政府网站, 我镇…: whether what the county's website has is the township's.
    private func isThroughSite(before end: Int) -> Bool {
        let start = text.letters[..<end].lastIndex(where: Letter.endsSentence).map { $0 + 1 } ?? 0
        return lasting.ownSentence == sentence || text.letters[start..<end].contains(where: Letter.uses.contains)
    }

    /// 我镇200条, 我镇公开200条, but not 我镇动态200条 or 我镇公开200条，转载120条
    private func isAll(behind end: Int) -> Bool {
        var place = end
        let verb = hits.places(at: end).map { hits.all[$0] }.first {
            lexicon.senses[Int($0.word)].acts & lexicon.named.disclosing != 0
                && lexicon.senses[Int($0.word)].object == 0
        }
        if let verb { place += Int(verb.length) }
        let rest = text.letters[place...].prefix { !Letter.endsSentence($0) }
        return Letter.isDigit(text.letters[place]) && !rest.contains(Letter.turn)
    }

    /// 未收到书面申请, 没有收到公民提出的申请, but not 未收到公民、法人和其他组织的申请: of one way or kind.
    func isOfOneWay(_ denied: Range<Int>) -> Bool {
        let letters = text.letters[denied]
        return letters.contains(where: Letter.ways.contains) && !letters.contains(where: Letter.joiners.contains)
    }

    /// 到位临时救助资金50万元, 资金到位50万元: what there is to pay; but 足额到位低保金 and what reached somebody are paid.
    func hasArrived(_ found: FoundQuantity) -> Bool {
        let (start, end) = (found.whole.lowerBound, found.whole.upperBound)
        let clause = clauseStart(before: start)
        guard
            let place = (clause..<start).last(where: {
                text.letters[$0...].prefix(2).elementsEqual(Letter.arrived) && $0 + 2 <= start
            }),
            start == place + 2 || item.mentions.last.map({ $0.start == place + 2 }) ?? false
        else { return false }
        let isPaid = place > 0 && Letter.fully.contains(text.letters[place - 1])
        let rest = text.letters[end...].prefix { !Letter.endsSentence($0) }
        guard !isPaid, !rest.contains(where: Letter.benefits.contains) else { return false }
        return text.letters[clause..<start].contains(where: Letter.funds.contains)
    }

    /// 除3件正在办理外, but not 排除5件
    func isException(_ found: FoundQuantity) -> Bool {
        var end = found.whole.lowerBound
        if end > 0, Letter.afterExcept.contains(text.letters[end - 1]) { end -= 1 }
        guard end > 0, text.letters[end - 1] == Letter.except else { return false }
        return end == 1 || !Letter.isIdeograph(text.letters[end - 2])
            || quantities.contains { $0.whole.upperBound == end - 1 }
    }

    /// 未受理256件: a number behind the very verb that is denied; 未受理申请 tells of none.
    func isDenied(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        guard let denial, finding.hasActHere, let verb = item.mentions.last else { return false }
        let acts = lexicon.senses[Int(verb.word)].acts
        // 未补正1件 is an outcome.
        let isDoing =
            lexicon.stages(acts, .opens) || lexicon.stages(acts, .pays) || acts & lexicon.named.disclosing != 0
        return Int(verb.end) == found.whole.lowerBound && isDoing && (1...2).contains(Int(verb.start) - denial.start)
    }

    /// 未及时公开信息12条, 其中3件未按期答复: of those that were not, or too late.
    func isHalfDenied(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        let isBefore = scope.halfDenied.start < found.whole.lowerBound
        return scope.halfDenied.clause == clause && (isBefore || finding.hasActBehind)
    }

    /// 未收到不予公开的申请, 未收到收费的申请: whether a word that is denied says which of them.
    func isOfSome(_ mention: Mention, _ sense: WordSense) -> Bool {
        let isNarrow = lexicon.stages(sense.acts, .outcome) || lexicon.objects[Int(sense.object)].once != 0
        return isNarrow && text.letters[Int(mention.end)] == Letter.attributive
    }

    /// 群众缴纳医保费, but 为低保户缴纳水费: what nobody else pays.
    static func isOwnPayment(_ start: Int, _ text: FoldedText) -> Bool {
        guard text.letters[start] == Letter.payIn else { return false }
        for place in (max(0, start - farthestPayer)..<start).reversed() {
            if Letter.endsClause(text.letters[place]) { return true }
            if Letter.payers.contains(text.letters[place]) { return false }
        }
        return true
    }

    private static let farthestPayer = 40

    /// 其他均已办结, 其余已答复
    func isRest(before start: Int) -> Bool {
        guard start > 1 else { return false }
        let (first, second) = (text.letters[start - 2], text.letters[start - 1])
        return first == Letter.among && (second == Letter.rest || Letter.others.contains(second))
    }
}
