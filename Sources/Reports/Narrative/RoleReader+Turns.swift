import Catalogue

/// Numbers told in turn of what was listed before: 分别.
extension RoleReader {
    /// Holders that 分别 gives a number each.
    struct Turn {
        var holders: [Holder]
        var next = 0
        var clause: Int
        /// Whether they are told apart by where they come from.
        var hasSource: Bool
        /// What the first number was of, which the others share where nothing tells them apart in it.
        var first: Roles?
        /// Whether a mark parts what one holder has from what the next has: 286户512人、73户75人.
        var isByMark = false
        var isTold: Bool { next == holders.count }
    }

    mutating func beginTurn() {
        describe()
        var holders = listedHolders()
        if holders.count < 2 { holders = yearHolders() ?? tierHolders() ?? holders }
        if holders.count < 2 {
            // 热线88件、信箱5件，满意率分别为97.7%、100%
            let measure = holders.first?.measure ?? 0
            holders = turn?.holders ?? toldHolders()
            if measure != 0 { for index in holders.indices { holders[index].measure = measure } }
        }
        let hasSource = holders.contains { $0.source != 0 }
        turn = holders.count < 2 ? nil : Turn(holders: holders, clause: clause, hasSource: hasSource)
        item.loose = holders.count < 2 ? (clause, item.mentions.count) : (-1, 0)
    }

    /// 集中在道路、供水两类，分别为73件、64件: whether a number is told in turn of what nobody knows.
    mutating func isLoose() -> Bool {
        guard item.loose.0 == clause, item.mentions.count <= item.loose.1 else { return false }
        item.loose.1 = 0
        return true
    }

    /// The things that a list just before 分别 names.
    func listedHolders() -> [Holder] {
        var holders: [Holder] = []
        var holder = Holder()
        for mention in item.mentions.reversed() {
            let sense = lexicon.senses[Int(mention.word)]
            if holder.object == 0, sense.carriers == 0 { holder.object = mention.object }
            if holder.measure == 0 { holder.measure = sense.measure }
            if holder.source == 0 { holder.source = sense.source }
            if holder.carriers == 0 { holder.carriers = sense.carriers }
            if holder.varieties == 0 { holder.varieties = sense.varieties }
            if holder.acts == 0 { holder.acts = sense.acts }
            if holder.mark == nil { holder.mark = sense.has(.intake) ? .intake : sense.has(.exit) ? .exit : nil }
            let isBeside =
                holder.carriers != 0 && holders.count + 1 < Self.longestList
                && item.mentions.contains { $0.end == mention.start && lexicon.senses[Int($0.word)].carriers != 0 }
            if mention.link.joins || isBeside && sense.carriers != 0 {
                holders.append(holder)
                holder = Holder()
            } else if mention.link.contains(.comma) {
                break
            }
        }
        if holder != Holder() { holders.append(holder) }
        return toldApart(holders.reversed())
    }

    /// 收到热线工单62件、督办任务5项，分别办结: what the sentence has told of so far.
    private func toldHolders() -> [Holder] {
        // 供养98人，其中分散71人，集中27人，分别发放: to the parts.
        let start = scope.isPart ? max(sentenceStart, scope.partStart) : sentenceStart
        let told = tellings[min(start, tellings.count)...].suffix(Self.longestList).filter {
            // 来访118批317人次: the groups are the same visitors.
            $0.quantity != nil && ![.share, .change].contains($0.roles.standing) && $0.roles.object != Roles.unknown
                && $0.roles.unit != .other
        }
        // 公众号1个、微博1个，分别发布: each account has its own.
        let accounts = told.filter { isAside($0) && $0.roles.carriers.nonzeroBitCount == 1 }
        guard accounts.count < 2 else {
            return accounts.map { Holder(carriers: $0.roles.carriers, varieties: $0.roles.varieties) }
        }
        return told.map { Holder(object: $0.roles.object, source: $0.roles.source, varieties: $0.roles.varieties) }
    }

    static let longestList = 12

    /// 2022年、2023年分别收到300件、385件
    private func yearHolders() -> [Holder]? {
        guard told.years.count > 1, told.yearSentence == sentence, turn == nil else { return nil }
        return told.years.map { Holder(time: $0 == year ? .thisYear : $0 < year ? .otherYear : .nextYear) }
    }

    /// 省、市、县三级人大代表建议分别为1件、2件、9件: one thing of several tiers.
    private func tierHolders() -> [Holder]? {
        let tiers = lexicon.tiers
        func names(_ mention: Mention) -> Bool {
            mention.clause == clause && ofTiers(mention, tiers).nonzeroBitCount > 1
        }
        guard let named = item.mentions.last(where: names),
            let object = item.mentions.last(where: { $0.object != 0 })
        else { return nil }
        let other = lexicon.senses[Int(object.word)].varieties & ~tiers
        return Roles.places(ofTiers(named, tiers)).map {
            Holder(object: object.object, varieties: other | 1 << UInt128($0))
        }
    }

    private func ofTiers(_ mention: Mention, _ tiers: UInt128) -> UInt128 {
        lexicon.senses[Int(mention.word)].varieties & tiers
    }

    /// 热线、信箱分别受理385件、35件，办结380件、35件: as many numbers again, with nothing named.
    mutating func turnAgain(_ quantity: Int, _ finding: Finding) {
        if turn == nil { return beginRates(quantity, finding) }
        guard let current = turn, current.isTold, current.clause < clause, !finding.hasObjectHere,
            !finding.hasSourceHere, !finding.hasCarrierHere,
            listLength(from: quantity) == current.holders.count
        else { return }
        turn?.next = 0
        turn?.clause = clause
        turn?.first = nil
    }

    /// 热线1249件、“随手拍”562件，办结率99.8%、99%: as many rates as sources, one each.
    private mutating func beginRates(_ quantity: Int, _ finding: Finding) {
        guard finding.unit == .percent, finding.measure != 0, !finding.hasObjectHere, !finding.hasSourceHere,
            finding.measures.nonzeroBitCount == 1
        else { return }
        let count = listLength(from: quantity)
        guard count > 1 else { return }
        let told = tellings[min(sentenceStart, tellings.count)...].suffix(Self.longestList).filter {
            $0.roles.unit == .cases && $0.roles.standing != .part && $0.roles.standing != .change
        }
        // Of several other lines each has its own.
        let sources = told.map(\.roles.source).filter { $0 != lexicon.named.otherLineSource }
        guard told.count == count, !sources.isEmpty, !sources.contains(Roles.none), Set(sources).count == sources.count
        else { return }
        let holders = told.map {
            Holder(object: $0.roles.object, measure: finding.measure, source: $0.roles.source)
        }
        turn = Turn(holders: holders, clause: clause, hasSource: true)
    }

    /// 预算安排低保金210万元、临时救助金12万元，实际支出198.5万元、9.6万元: as many as were planned, one each.
    mutating func beginDone(_ quantity: Int) {
        let count = listLength(from: quantity)
        guard turn == nil, count > 1 else { return }
        let planned = tellings[min(sentenceStart, tellings.count)...].suffix(count)
        guard planned.count == count, Set(planned.map(\.clause)).count == 1,
            planned.allSatisfy({ $0.roles.standing == .plan && $0.quantity != nil })
        else { return }
        let holders = planned.map {
            Holder(
                object: $0.roles.object, source: $0.roles.source, carriers: $0.roles.carriers,
                varieties: $0.roles.varieties)
        }
        turn = Turn(holders: holders, clause: clause, hasSource: holders.contains { $0.source != 0 })
    }

    /// How many numbers of one unit a list has.
    func listLength(from first: Int) -> Int {
        var last = first
        while last + 1 < quantities.count, last - first < Self.longestList,
            quantities[last + 1].unit == quantities[first].unit,
            quantities[last].whole.upperBound + 1 == quantities[last + 1].whole.lowerBound,
            Letter.joiners.contains(text.letters[quantities[last].whole.upperBound])
        {
            last += 1
        }
        return last - first + 1
    }
}
