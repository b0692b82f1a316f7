import Catalogue

/// What words beside a number say that it counts: the name of an item in a list, a noun behind the number, what those
/// do who are counted.
extension RoleReader {
    /// 机构职能4条、招聘计划5条、拟征地公告3条: a word of a plan that is a part of the name of an item, in a list of kinds of
    /// information. 拟公开5条, 全年计划50条 are plans.
    func isPlanOfItem(_ hit: WordHits.Hit, _ sense: WordSense) -> Bool {
        guard sense.has(NarrativeStanding.plan), sense.object == 0, group.isEmpty else { return false }
        let word = Int(hit.start)..<Int(hit.start + hit.length)
        let index = firstQuantity(from: word.upperBound)
        guard quantities.indices.contains(index), quantities[index].unit != nil,
            unitGroup(quantities[index]) == .cases
        else { return false }
        let found = quantities[index]
        let start = itemStart(before: word.lowerBound)
        let name = start..<found.whole.lowerBound
        guard name.count <= Self.longestItemName, text.letters[name].allSatisfy(Letter.isIdeograph),
            isBehindKind(start), !doesAnything(in: name, besides: word)
        else { return false }
        let isListed =
            text.letters[start - 1] == Letter.enumerationComma
            || text.letters[found.whole.upperBound...].first == Letter.enumerationComma
        if name.lowerBound == word.lowerBound { return isListed && isNoun(name, beginningWith: word) }
        // 规范计划5条，其他文件4条
        let isNamed = word.lowerBound - name.lowerBound > 1
        return isListed || endsInKind(name) || isNamed && (item.unexplained > 1 || isBeforeKind(index))
    }

    /// 拟征地公告3条, 下一步工作打算5条, 计划5条; but 拟公告5条, 力争动态信息50条 are plans.
    private func isNoun(_ name: Range<Int>, beginningWith word: Range<Int>) -> Bool {
        let isIntended = word.count == 1 && name.count >= Self.shortestIntended && endsInKind(name)
        return endsInOutlook(name) || isIntended && !Letter.drafts.contains(text.letters[word.upperBound])
    }

    /// Whether the next item is of a kind of information as well.
    private func isBeforeKind(_ index: Int) -> Bool {
        guard quantities.indices.contains(index + 1), unitGroup(quantities[index + 1]) == .cases else { return false }
        let start = quantities[index].whole.upperBound + 1
        let name = start..<max(start, quantities[index + 1].whole.lowerBound)
        return (1...Self.longestItemName).contains(name.count) && endsInKind(name)
            && text.letters[name].allSatisfy(Letter.isIdeograph)
    }

    /// Whether an item goes on right behind the number of a kind of information.
    private func isBehindKind(_ start: Int) -> Bool {
        guard let last, last.sentence == sentence, last.roles.unit == .cases, start > sentenceBegin,
            last.place.upperBound < start, start - last.place.upperBound <= Self.longestGap
        else { return false }
        return lexicon.objects[Int(last.roles.object)].family == .kinds
    }

    /// Whether a name says when, for whom or what was done: 下一年计划5条, 拟新增公告5条.
    private func doesAnything(in name: Range<Int>, besides word: Range<Int>) -> Bool {
        name.contains { place in
            !word.contains(place)
                && words(at: place).contains { sense in
                    sense.times != 0 || sense.levels != 0 || sense.source != 0 || sense.carriers != 0
                        || sense.has(NarrativeStanding.intake) || sense.has(NarrativeStanding.exit)
                        || sense.acts != 0 && lexicon.objects[Int(sense.object)].family != .kinds
                }
        }
    }

    private func endsInKind(_ name: Range<Int>) -> Bool {
        text.letters[name.upperBound - 1] == Letter.kind
            || hasWord(endingAt: name.upperBound, within: min(Self.longestKind, name.count)) {
                lexicon.objects[Int(lexicon.senses[$0].object)].family == .kinds
            }
    }

    /// 按照年度计划公开信息41条: a kind of information that says by what something was done.
    func isGround(_ hit: WordHits.Hit, _ sense: WordSense) -> Bool {
        let (start, end) = (Int(hit.start), Int(hit.start + hit.length))
        guard lexicon.objects[Int(sense.object)].family == .kinds, sense.acts == 0, end < text.letters.count,
            (1...Self.longestGround).contains(where: { length in
                start >= length && hits.length(of: Lexicon.ground, at: start - length, in: lexicon.index) == length
            })
        else { return false }
        return Letter.endsClause(text.letters[end]) || text.letters[end] == Letter.demand
            || words(at: end).contains { $0.acts & lexicon.named.disclosing != 0 }
    }

    /// 考核反馈的5条问题, 12项子栏目, 新增栏目3条: no information that was published.
    func countsMatters(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        let family = lexicon.objects[Int(finding.object)].family
        guard finding.unit == .cases, found.unit != nil, finding.source == 0,
            finding.object == Roles.none || [.information, .posts].contains(family)
                || family == .explained && text.letters[found.whole.upperBound - 1] == Letter.entry
        else { return false }
        if hits.length(of: Lexicon.matters, at: found.whole.upperBound, in: lexicon.index) != nil { return true }
        let end = found.whole.lowerBound
        return (max(sentenceBegin, end - Self.longestKind)..<end).contains { start in
            hits.length(of: Lexicon.matters, at: start, in: lexicon.index) == end - start && isSetUp(before: start)
        }
    }

    private func isSetUp(before end: Int) -> Bool {
        hasWord(endingAt: end, within: Self.longestVerb) {
            lexicon.senses[$0].has(NarrativeStanding.intake) || lexicon.index.isMember($0, of: Lexicon.opened)
        }
    }

    /// 组织工作人员30人参加培训; 对工作人员进行业务指导，涉及30人: who were taught are not those who work for the office, as
    /// 工作人员3人负责指导 are.
    func areTaught(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        guard finding.unit == .persons, lexicon.named.staffs & 1 << UInt128(finding.object) != 0,
            !lexicon.stages(finding.acts, .seats)
        else { return false }
        let (first, end) = (found.whole.lowerBound, found.whole.upperBound)
        let rest = clauseEnd(from: end)
        if names(Lexicon.reaches, in: end..<min(end + 1, rest)) { return names(Lexicon.teaching, in: end..<rest) }
        // 进行业务指导，涉及人员30人
        let start = clauseStart(before: first)
        return start > sentenceBegin && names(Lexicon.reaches, in: start..<start + 1)
            && names(Lexicon.teaching, in: clauseStart(before: start - 1)..<start - 1)
    }

    /// 低保312户，残疾人420人: people who are named alone in a clause are not those of the allowance before, unless it is for
    /// them.
    func areOtherPeople(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        let start = found.whole.lowerBound
        guard finding.unit == .persons, !finding.hasObjectHere, !finding.hasActHere, !scope.isPart,
            lexicon.objects[Int(finding.object)].isAllowance, item.people == clause,
            item.peoplePlace == clauseStart(before: start)..<start
        else { return false }
        return !lexicon.named.isFor(finding.object, text.letters[item.peoplePlace])
    }

    /// 享受40%救济人员13人: people right behind a share are none of the whole place.
    func areOfShare(_ finding: Finding) -> Bool {
        finding.unit == .persons && finding.object == Roles.none && last?.clause == clause
            && last?.roles.unit == .percent
    }

    /// 我镇有23个行政村和2个社区: what the township has; but of 我镇有5个村、2个社区建成便民服务站 only some are told.
    func isOwnPlace(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        let start = found.whole.lowerBound
        guard finding.unit == .things, finding.acts == 0, lexicon.named.places & 1 << UInt128(finding.object) != 0,
            let have = text.letters[sentenceBegin..<start].lastIndex(of: Letter.existing),
            start - have < Self.longestPlaces
        else { return false }
        let isOwn = hasWord(endingAt: have, within: Self.longestOwn) { lexicon.senses[$0].has(NarrativeLevel.own) }
        return isOwn && placesEndClause(from: have + 1)
    }

    /// Whether nothing but numbers of places stands before the clause ends: 23个行政村、2个社区（居委会），
    private func placesEndClause(from start: Int) -> Bool {
        var place = start
        for index in firstQuantity(from: start)..<quantities.count {
            guard quantities[index].whole.lowerBound == place,
                let noun = hits.places(at: quantities[index].whole.upperBound).map({ hits.all[$0] }).first(where: {
                    lexicon.named.places & 1 << UInt128(lexicon.senses[Int($0.word)].object) != 0
                }), case let end = Int(noun.start + noun.length), end < text.letters.count
            else { return false }
            if Letter.endsClause(text.letters[end]) || text.letters[end] == Letter.openBracket { return true }
            let joiner =
                text.letters[end] == Letter.enumerationComma
                ? 1 : hits.length(of: Lexicon.joiner, at: end, in: lexicon.index)
            guard let joiner else { return false }
            place = end + joiner
        }
        return false
    }

    /// 714个城乡低保对象, 12个低保户: what is counted in pieces are people, or households, that an allowance is for; but
    /// 8个村低保户 and 5个低保入户核查小组.
    func whoIsCounted(behind end: Int) -> UnitGroup? {
        for hit in hits.places(at: end).map({ hits.all[$0] })
        where lexicon.objects[Int(lexicon.senses[Int(hit.word)].object)].isAllowance {
            let nameEnd = end + Int(hit.length)
            for (noun, unit) in Self.recipients {
                let isInName = text.letters[..<nameEnd].suffix(noun.count).elementsEqual(noun)
                let nounEnd = isInName ? nameEnd : nameEnd + noun.count
                guard isInName || text.letters[nameEnd...].starts(with: noun), nounEnd < text.letters.count
                else { continue }
                // 5个低保户座谈会
                let isPaid = words(at: nounEnd).contains { $0.acts != 0 }
                if Letter.endsItem(text.letters[nounEnd]) || isPaid { return unit }
            }
        }
        return nil
    }

    private static let recipients: [([UInt16], UnitGroup)] = [
        ([Letter.household], .households), (Letter.recipient, .persons),
    ]

    func names(_ role: Int, in range: Range<Int>) -> Bool {
        range.contains { hits.length(of: role, at: $0, in: lexicon.index) != nil }
    }

    private static let longestItemName = 16
    private static let longestGap = 4
    private static let longestKind = 4
    private static let longestGround = 2
    private static let longestOwn = 4
    private static let longestPlaces = 24
    private static let shortestIntended = 5
    private static let longestVerb = 3
}
