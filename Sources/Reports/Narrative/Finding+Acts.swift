extension Finding {
    /// Takes one of the acts of a clause, those behind it taken already.
    mutating func add(
        acts new: UInt64, isHere: Bool, isNext: Bool, _ doing: inout Chain, _ lexicon: Lexicon
    ) {
        if acts == 0 {
            acts = new
            hasActHere = isHere
            doing.isOpen = true
        } else if doing.isOpen, !doing.isBroken, isHere == hasActHere, !doing.link.contains(.comma), isNext {
            let isBeside = doing.link.contains(.joiner)
            let isListed = doing.link.joins
            doing.link = []
            doing.isBroken = true
            if isListed, let opening = lexicon.opening(of: new, besideCarriedIn: acts) {
                isWithCarriedIn = true
                acts = opening
                return
            }
            // 梳理并公开12条: what was done last counts.
            if !isBeside || !lexicon.isStageless(new) || !lexicon.outdoes(new, acts) { acts |= new }
        }
    }

    /// 转发权威媒体报道310篇: what the press has published is passed on, and is nothing about the township; but 信息转发至媒体发布12篇 and
    /// 转发、媒体报道共12篇.
    func isReposted(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        let isOfPress = carriers & lexicon.named.press != 0
        guard isOfPress, hasActHere, acts & lexicon.named.disclosing != 0 else { return false }
        let here = reader.item.mentions.suffix(Self.mostReposted).filter { $0.clause == reader.clause }
        guard
            let press = here.lastIndex(where: {
                lexicon.senses[Int($0.word)].carriers & lexicon.named.press != 0 && $0.link.isEmpty
            }),
            let verb = here[..<press].last(where: { lexicon.senses[Int($0.word)].acts != 0 })
        else { return false }
        return lexicon.senses[Int(verb.word)].acts & lexicon.named.reposting != 0
            && !Letter.handsOn.contains(reader.text.letters[Int(verb.end)])
    }

    /// 因属行政执法案卷不予公开2件: why it was refused, and not what it is.
    func isReason(_ mention: RoleReader.Mention, _ new: UInt8, _ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard hasActHere, lexicon.stages(acts, .outcome), mention.clause == reader.clause,
            [.kinds, .information].contains(lexicon.objects[Int(new)].family) || lexicon.isDone(new)
        else { return false }
        let start = Int(mention.start)
        let before = reader.text.letters[reader.clauseStart(before: start)..<start]
        return before.contains(Letter.because) && before.contains(Letter.belongs)
    }

    private static let mostReposted = 12

    /// What is paid to those of several allowances is none's alone.
    mutating func spread(_ reader: RoleReader, _ last: Telling?) {
        // 高龄津贴164人、累计发放资金16.4万元: in one breath, of one thing.
        let isOneBreath =
            last?.clause == reader.clause && last?.roles.unit != .money || isOnlyPaid(last, reader)
        let isOfSeveral =
            reader.hasSeveralAllowances && !isOneBreath || unit == .money && reader.hasSeveralUnpaid
        // 低保512人、特困75人，发放资金266.9万元
        let isOfSeveralUnpaid =
            unit == .money && reader.hasSeveralUnpaid && mark == nil
            && last.map { $0.clause == reader.clause || !$0.hasOwnAct } ?? true
        let isSum = (isTotal && isOfSeveral || isOfSeveralUnpaid) && !hasObjectHere
        let isOfNoneAlone = isSum || isPaidToBoth(last, reader) || isServedByBoth(last, reader)
        if reader.lexicon.objects[Int(object)].isAllowance, isOfNoneAlone {
            object = Roles.several
        }
    }

    /// Takes 累计.
    mutating func accrue(_ word: ArraySlice<UInt16>, _ mention: RoleReader.Mention, _ reader: RoleReader) {
        isCumulative = isCumulative || word.starts(with: Letter.accrued)
        isAccrued = isAccrued || word.elementsEqual(Letter.accrued) && isOfAllYears(mention, reader)
    }

    /// 2022年公开89条，累计412条: 累计 that opens a clause; but not 更新累计412条, and not 2022年各村公开89条，累计412条.
    private func isOfAllYears(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        mention.start > 0 && Letter.endsClause(reader.text.letters[Int(mention.start) - 1])
            && reader.item.each.clause < reader.sentenceClause
    }
}
