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
        /// Whether they are what is aimed at: 目标分别为100%、95%.
        var isAim = false
        var isTold: Bool { next == holders.count }
    }

    mutating func beginTurn() {
        describe()
        var holders = listedHolders()
        if holders.count < 2 { holders = yearHolders() ?? periodHolders() ?? tierHolders() ?? areaHolders() ?? holders }
        if holders.count < 2 {
            // 热线88件、信箱5件，满意率分别为97.7%、100%
            let measure = holders.first?.measure ?? 0
            holders = turn?.holders ?? toldHolders()
            if measure != 0 { for index in holders.indices { holders[index].measure = measure } }
        }
        let hasSource = holders.contains { $0.source != 0 }
        let isAim = stands(Lexicon.target, before: position)
        turn = holders.count < 2 ? nil : Turn(holders: holders, clause: clause, hasSource: hasSource, isAim: isAim)
        item.loose = holders.count < 2 ? (clause, item.mentions.count) : (-1, 0)
    }

    /// 集中在道路、供水两类，分别为73件、64件: whether a number is told in turn of what nobody knows.
    mutating func isLoose() -> Bool {
        guard item.loose.0 == clause, let first = group.first else { return false }
        let said = item.mentions.dropFirst(item.loose.1)
        // 低保户数、人数分别为286户、512人: all of one thing; 由党政办、城建办分别办理126件、99件: what each of them did.
        guard group.count == 1 || !said.isEmpty, said.isEmpty || listLength(from: first) > 1 && said.allSatisfy(isDeed)
        else { return false }
        item.loose.1 = said.isEmpty ? 0 : item.mentions.count
        return true
    }

    /// Whether a word says what was done, and of nothing.
    private func isDeed(_ mention: Mention) -> Bool {
        let sense = lexicon.senses[Int(mention.word)]
        return sense.acts != 0 && mention.object == 0 && sense.source == 0 && sense.carriers == 0
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
        // 农村低保286户512人、城市低保35户52人，分别发放: side by side, of the same.
        var wholes: [Telling] = []
        for telling in told where !(wholes.last.map { isBeside(telling, $0) } ?? false) { wholes.append(telling) }
        return wholes.map { Holder(object: $0.roles.object, source: $0.roles.source, varieties: $0.roles.varieties) }
    }

    private func isBeside(_ telling: Telling, _ before: Telling) -> Bool {
        before.roles.unit == .households && telling.roles.unit == .persons
            && telling.roles.object == before.roles.object && telling.roles.varieties == before.roles.varieties
            && telling.place.lowerBound - before.place.upperBound <= 2
    }

    static let longestList = 12

    /// 2022年、2023年分别收到300件、385件
    private func yearHolders() -> [Holder]? {
        guard told.years.count > 1, told.yearSentence == sentence, turn == nil else { return nil }
        return told.years.map { Holder(time: $0 == year ? .thisYear : $0 < year ? .otherYear : .nextYear) }
    }

    /// 去年和今年分别受理256件、312件; 一至四季度分别受理86件、76件、72件、78件
    private func periodHolders() -> [Holder]? {
        let start = clauseStart(before: position)
        var years: [NarrativeTime] = []
        var end = start
        for place in start..<position where place >= end {
            let hit = hits.places(at: place).map { hits.all[$0] }.first { hit in
                let sense = lexicon.senses[Int(hit.word)]
                return (sense.has(.otherYear) || sense.has(.thisYear)) && sense.acts == 0
            }
            guard let hit else { continue }
            let isNext = !years.isEmpty && place == end + 1 && Letter.joiners.contains(text.letters[end])
            if !isNext { years = [] }
            years.append(lexicon.senses[Int(hit.word)].has(NarrativeTime.otherYear) ? .otherYear : .thisYear)
            end = place + Int(hit.length)
        }
        if Set(years).count > 1 { return years.map { Holder(time: $0) } }
        if let years = yearsBefore() { return years }
        let first = firstQuantity(from: position)
        guard position > 1, quantities.indices.contains(first),
            text.letters[position - 1] == Letter.month
                || text.letters[position - 2..<position].elementsEqual(Letter.quarters)
        else { return nil }
        let count = listLength(from: first)
        return count > 1 ? Array(repeating: Holder(time: .partOfYear), count: count) : nil
    }

    /// 近三年办结率分别为95%、97%、99%: as many as years, of which the last is this one.
    private func yearsBefore() -> [Holder]? {
        let said = text.letters[clauseStart(before: position)..<position]
        let first = firstQuantity(from: position)
        guard let place = said.lastIndex(of: Letter.year), place > said.startIndex + 1,
            Letter.beforeYears.contains(text.letters[place - 2]), quantities.indices.contains(first)
        else { return nil }
        let digit = ChineseNumeral.digit(text.letters[place - 1]).map { Int($0) }
        let count = listLength(from: first)
        guard count > 1, digit ?? Int(text.letters[place - 1]) - 0x30 == count else { return nil }
        return (1...count).map { Holder(time: $0 == count ? .thisYear : .otherYear) }
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

    /// 城乡低保标准分别为760元、545元: of the city and of the country.
    private func areaHolders() -> [Holder]? {
        guard let named = item.mentions.last(where: { $0.clause == clause && isOfBothAreas($0) }) else { return nil }
        let object = item.mentions.last { $0.object != 0 && $0.clause == clause }?.object ?? named.object
        return Roles.places(lexicon.areas).map { Holder(object: object, varieties: 1 << UInt128($0)) }
    }

    private func isOfBothAreas(_ mention: Mention) -> Bool {
        (lexicon.senses[Int(mention.word)].varieties & lexicon.areas).nonzeroBitCount == 2
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

    /// 响应率100%、满意率95%的目标，实际达到100%、98%: as many rates as were aimed at, one each.
    mutating func beginAims(_ quantity: Int) {
        let count = listLength(from: quantity)
        let isNamed = item.mentions.suffix(Self.longestList).contains {
            $0.clause == clause && lexicon.senses[Int($0.word)].measure != 0
        }
        guard count > 1, !isNamed else { return }
        let aims = tellings[min(sentenceStart, tellings.count)...].suffix(count)
        guard aims.count == count, Set(aims.map(\.roles.measure)).count == count,
            aims.allSatisfy({ $0.roles.standing == .plan && $0.roles.unit == .percent && $0.clause == clause - 1 })
        else { return }
        let holders = aims.map { Holder(object: $0.roles.object, measure: $0.roles.measure, source: $0.roles.source) }
        turn = Turn(holders: holders, clause: clause, hasSource: holders.contains { $0.source != 0 })
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
