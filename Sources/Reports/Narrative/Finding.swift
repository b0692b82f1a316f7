import Catalogue

/// What the words around a number say of it.
struct Finding {
    let unit: UnitGroup
    let strangers: Int
    var object: UInt8 = Roles.none
    /// The objects that a list before the number names.
    var objects: UInt128 = 0
    var measure: UInt8 = Roles.none
    var measures: UInt64 = 0
    var acts: UInt64 = 0
    var carriers: UInt64 = 0
    var source: UInt8 = Roles.none
    var varieties: UInt128 = 0
    var isTotal = false
    /// Whether only 累计 says so.
    var isAccrued = false
    var isCumulative = false
    var mark: NarrativeStanding?
    /// Whether no verb stands between that word and the number.
    var isMarkNear = false
    var isYearly = false
    var usesBehind = false
    var usesFirstBehind = false

    var hasObjectHere = false
    var hasActHere = false
    var hasCarrierHere = false
    var hasSourceHere = false
    var hasActBehind = false
    /// Whether a sentence before named the one channel that it went out through.
    var isThroughMeans = false
    /// Whether the number before told in how many issues they went out.
    var isOfIssues = false
    /// How many words of a list name the object: 指南、目录、年报各1条.
    var names = 1
    /// Whether `、` stands just before the word of its object.
    var isObjectListed = false
    /// Whether its object was named in a sentence before.
    var isObjectBefore = false
    /// Whether something that nobody knows is listed just before its object: 葡萄户、低保户共90户.
    var isBesideStranger = false
    /// Whether cases of last year are counted with those that came: 新收及上年结转27件.
    var isWithCarriedIn = false
    /// Whether its source is named before all its objects, and a verb between.
    var isSourceFirst = false
    /// Whether words behind it say that all of it is closed.
    var isAllClosed = false
    /// Whether its source was named in a sentence before.
    var isSourceCarried = false
    /// Whether it may be of those who came, as the number before, or of all: 新增农村低保17户，城市低保22户.
    var mayHaveCome = false
    /// Whether a heading names the kind of information that it is of.
    var isOfHeading = false
    /// Whether it was due, 应公开400条, or is the villages' own, 各村公开栏.
    var isDue = false, isOfVillages = false
    /// Whether it is a rate of some, and says so.
    var isOfSome = false
    /// Whether it is what was done of what was to be done: 任务240条，完成286条.
    var isDone = false
    /// Whether it is all that was disclosed of what was made.
    var isAllMade = false
    /// Whether its channel is an example of those that are no sites or accounts: 公告栏等线下渠道.
    var isOffline = false

    init(unit: UnitGroup, strangers: Int) {
        self.unit = unit
        self.strangers = strangers
    }

    /// Goes back over the words since the last number. An initialiser would be given a copy of the reader.
    mutating func goBack(_ reader: RoleReader) {
        let mentions = reader.item.mentions
        var chains = Chains()
        for index in mentions.indices.reversed().prefix(Self.farthest) {
            take(index, reader, &chains)
            chains.pass(mentions[index].link)
        }
        close(reader)
    }

    /// Takes one word, those behind it taken already.
    private mutating func take(_ index: Int, _ reader: RoleReader, _ chains: inout Chains) {
        let (lexicon, mention) = (reader.lexicon, reader.item.mentions[index])
        let sense = lexicon.senses[Int(mention.word)]
        let isHere = mention.clause == reader.clause
        if sense.standings != 0, isHere, !isOccupying(mention, reader) {
            let word = reader.text.letters[Int(mention.start)..<Int(mention.end)]
            accrue(word, mention, reader)
            stand(
                sense, isOver: index < reader.item.standingFloor,
                isOfYear: sense.has(NarrativeStanding.average) && word.contains(Letter.year))
        }
        takeObject(of: mention, sense, isHere: isHere, reader, &chains)
        if sense.measure != 0, unit == .percent, isHere || isOfClauseBefore(mention, reader) {
            add(measure: sense.measure, &chains.rates)
        }
        if sense.carriers != 0, isHere { isOfVillages = isOfVillages(mention, reader) }
        if sense.carriers != 0 { isOffline = isOffline || isOffline(mention, sense, reader) }
        if sense.carriers != 0 { add(carriers: sense.carriers, isHere: isHere, &chains.ways, lexicon) }
        // 公开动态45条、公示15条: in a list it is a kind of what was disclosed.
        let isKind = mention.link == .enumeration && lexicon.objects[Int(mention.object)].family == .kinds
        let acts = sense.acts == 0 || isKind || describes(index, reader) ? 0 : seats(sense.acts, lexicon)
        if acts != 0 {
            isDue = isHere && isDue(mention, reader)
            let isNext =
                index == chains.lastAct - 1 && isOfClause(of: chains.lastAct, mention, reader)
                || isReceivedAssigned(acts, index, chains.lastAct, reader)
            add(acts: acts, isHere: isHere, isNext: isNext, &chains.doing, lexicon)
            chains.lastAct = index
            // 新制作规范性文件和发布政策解读0条: nothing of either.
            let goesOn = isNothing(reader) && mention.link == .joiner && isHere
            chains.list.isBroken = chains.list.isBroken || chains.list.isOpen && !goesOn
            chains.ways.isBroken = chains.ways.isBroken || chains.ways.isOpen
        }
        if sense.source != 0 {
            isSourceFirst = source == 0 && (self.acts != 0 || isOfExamples(reader) || isBeforeKinds(index, reader))
            let isListed = source == 0 && unit == .cases && isListedWithOthers(index, reader)
            add(source: isListed ? Roles.manySources : sense.source, isHere: isHere, &chains.origins)
        }
        if sense.varieties != 0, isHere || varieties == 0 && !hasObjectHere {
            add(varieties: sense.varieties, &chains.kinds, lexicon)
        }
    }

    /// 收到“12345”热线派单263件: both verbs are of the cases, and only where they come from stands between.
    private func isReceivedAssigned(_ acts: UInt64, _ index: Int, _ lastAct: Int, _ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard lexicon.stages(acts, .opens), lexicon.stages(self.acts, .opens), index < lastAct else { return false }
        return reader.item.mentions[(index + 1)..<lastAct].allSatisfy { mention in
            let sense = lexicon.senses[Int(mention.word)]
            return sense.source != 0 && sense.acts == 0
        }
    }

    /// 满意率较低，只有86.3%: whether the clause of a rate says nothing of what it is of.
    private func isOfClauseBefore(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        guard mention.clause == reader.clause - 1, reader.item.mentions.last?.clause == mention.clause,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound })
        else { return false }
        // 满意率：97.2%
        if start > 0, reader.text.letters[start - 1] == Letter.colon { return true }
        return reader.text.letters[..<start].suffix(Self.shortest).contains(where: Letter.endsClause)
    }

    private static let shortest = 3

    private mutating func takeObject(
        of mention: RoleReader.Mention, _ sense: WordSense, isHere: Bool, _ reader: RoleReader,
        _ chains: inout Chains
    ) {
        // 视频号发布43个: what an account does is not the account.
        let isDoer = sense.carriers != 0 && acts & reader.lexicon.named.disclosing != 0
        guard let new = seen(mention, reader.lexicon),
            !isDoer || reader.lexicon.objects[Int(new)].family != .aside
        else { return }
        isSourceFirst = false
        if isListedBeforeSource(mention, new, reader) {
            (object, objects, source, hasObjectHere) = (Roles.several, 0, Roles.manySources, isHere)
            return
        }
        if isReason(mention, new, reader) { return }
        guard !isMeans(mention, new, reader), !takeMixed(mention, new, reader) else { return }
        let before = object
        // 镇、村两级公开平台6个: the means are counted, not the villages.
        // 行政复议应诉案件3件: of both, as in a list.
        if object > Roles.several, isSide(mention, new, reader) { chains.list.link.insert(.joiner) }
        let isMeans =
            hasCarrierHere && unit == .things && acts == 0 && reader.lexicon.objects[Int(new)].family == .place
        add(object: isMeans ? reader.lexicon.named.account : new, isHere: isHere, &chains.list, reader.lexicon)
        if object != before {
            isObjectBefore = mention.clause < reader.sentenceClause
            isBesideStranger =
                isListedWithCounted(mention, reader)
                && (mention.link.contains(.stranger) || isBesideOthers(mention, reader))
            let link = reader.text.letters[max(0, Int(mention.start) - 1)]
            let isOfKind = reader.lexicon.objects[Int(new)].family == .kinds
            isObjectListed = link == Letter.enumerationComma || isOfKind && Letter.joiners.contains(link)
        }
    }

    /// What holds of the words all together.
    private mutating func close(_ reader: RoleReader) {
        acts = withoutSeats(reader.lexicon.strongest(acts), reader.lexicon)
        if isOfSeveralDeeds(reader) { object = Roles.unknown }
        if isOfFewExamples(reader) { object = reader.lexicon.named.anyKind }
        if isAboutWhatIsSaidFirst(reader) { object = Roles.unknown }
        if isReposted(reader) { (acts, carriers) = (reader.lexicon.named.reposting, 0) }
        // 为困难群众缴费，医保参保21560人: what was done in another clause.
        if acts == reader.lexicon.named.sponsoring, !hasActHere, hasObjectHere { acts = 0 }
        // 回应关切方面，办理12345热线3件: a source begins a new subject.
        if hasSourceHere, !hasObjectHere {
            object = Roles.none
            objects = 0
        }
        // 比去年净减132人: less than there were, not who left.
        let isPlain = mark == nil || mark == .intake || mark == .exit
        if let dated = reader.item.standing, dated.1 == reader.clause, isPlain, !hasActAfter(dated.2, reader) {
            mark = dated.0
        }
    }

    /// 办理县政府督查室交办的督查件, 办理热线派单: what is done now is named before.
    private func describes(_ index: Int, _ reader: RoleReader) -> Bool {
        let (lexicon, mention) = (reader.lexicon, reader.item.mentions[index])
        let sense = lexicon.senses[Int(mention.word)]
        guard mention.clause == reader.clause else { return false }
        func isBehind(_ fits: (WordSense) -> Bool) -> Bool {
            reader.item.mentions[..<index].suffix(Self.nearest).contains {
                $0.clause == reader.clause && fits(lexicon.senses[Int($0.word)])
            }
        }
        let isNoun = sense.object != 0 && lexicon.objects[Int(sense.object)].bond == .carried
        if lexicon.stages(sense.acts, .closes) {
            // 收到热线办件3126件: a noun behind a verb. 转交村（社区）办理565件: what those do whom it was handed to.
            return isBehind { isNoun ? lexicon.stages($0.acts, .opens) : $0.acts & lexicon.named.delegating != 0 }
        }
        // 废止2018年制定的规范性文件1件
        if lexicon.stages(sense.acts, .documents), reader.text.letters[Int(mention.end)] == Letter.attributive {
            return isBehind { lexicon.stages($0.acts, .documents) }
        }
        guard lexicon.stages(sense.acts, .opens) else { return false }
        guard isNoun || reader.text.letters[Int(mention.end)] == Letter.attributive else { return false }
        return isBehind { lexicon.stages($0.acts, .closes) }
    }

    private static let nearest = 8
    private static let farthest = 40

    /// What stands between the words of a list.
    struct Chain {
        var isOpen = false
        var isBroken = false
        /// Whether examples of the last are told: 头条、日报等媒体.
        var isOfExamples = false
        var link: RoleReader.Link = []

        mutating func pass(_ next: RoleReader.Link) { if isOpen { link.formUnion(next) } }
    }

    /// The chains of all roles.
    struct Chains {
        var list = Chain()
        var ways = Chain()
        var rates = Chain()
        var doing = Chain()
        var origins = Chain()
        var kinds = Chain()
        var lastAct = -1

        mutating func pass(_ link: RoleReader.Link) {
            list.pass(link)
            ways.pass(link)
            rates.pass(link)
            doing.pass(link)
            origins.pass(link)
            kinds.pass(link)
        }
    }

    /// 全镇13个村: that a place has villages says nothing of other numbers.
    func seats(_ acts: UInt64, _ lexicon: Lexicon) -> UInt64 {
        switch unit {
        case .things, .bare: acts
        case .cases, .times, .percent: acts & ~lexicon.ofPeople
        case .persons, .households: acts
        default: lexicon.stages(acts, .seats) ? 0 : acts
        }
    }

    /// 全镇共救助417户: what is done to people does not count those of the place.
    private func withoutSeats(_ acts: UInt64, _ lexicon: Lexicon) -> UInt64 {
        guard unit == .persons || unit == .households else { return acts }
        let others = acts & ~lexicon.stageBits[ActStage.seats.rawValue]
        return others == 0 ? acts : others
    }

    /// - Parameter isOver: whether what it compares has been told: 由3人增加到4人.
    private mutating func stand(_ sense: WordSense, isOver: Bool, isOfYear: Bool) {
        if sense.has(.total) { isTotal = true }
        // 标准每人每月800元 is a standard, 标准每年9600元 none per month.
        if sense.has(.standard), mark == .average, !isYearly { mark = .standard }
        guard mark == nil else { return }
        isMarkNear = acts == 0
        isYearly = sense.has(.average) && isOfYear
        // An act between lifts what only compares: 同比增长5%，受理3件.
        if !isOver, acts == 0 || !hasActHere {
            if sense.has(.change) { mark = .change }
            if sense.has(.share) { mark = .share }
        }
        // 全年平均满意率95.6% is the year's.
        if sense.has(.average), unit != .percent { mark = .average }
        // 供养标准共计16.4万元 is no standard.
        if sense.has(.standard), !isTotal { mark = .standard }
        if sense.has(.intake) { mark = .intake }
        if sense.has(.exit) { mark = .exit }
        if sense.has(.running) { mark = .running }
    }

    private mutating func add(object new: UInt8, isHere: Bool, _ list: inout Chain, _ lexicon: Lexicon) {
        guard object != 0 else {
            object = new
            objects = 1 << UInt128(new)
            hasObjectHere = isHere
            list.isOpen = true
            return
        }
        guard new != object else {
            if list.isOpen, !list.isBroken, list.link == .enumeration || list.link == .joiner, isHere == hasObjectHere {
                names += 1
                list.link = []
            }
            return
        }
        if list.isOpen, !list.isBroken, list.link.joins, list.link.isDisjoint(with: [.comma, .etcetera]),
            isHere == hasObjectHere
        {
            list.link = []
            objects |= 1 << UInt128(new)
        } else if !list.link.contains(.etcetera), lexicon.beats(new, object),
            isHere == hasObjectHere || lexicon.objects[Int(new)].family == .other
        {
            object = new
            objects = 1 << UInt128(new)
            // 行政复议、行政诉讼案件: the noun at the end is that of the whole list.
            list.isBroken = !list.link.isEmpty
        } else {
            list.isBroken = true
        }
    }

    /// Of one axis the nearest, or all of a list: 城乡低保城镇6137户 is urban, 城市、农村低保 is both.
    private mutating func add(varieties new: UInt128, _ kinds: inout Chain, _ lexicon: Lexicon) {
        if varieties == 0 || kinds.link.joins || lexicon.axis(new) != lexicon.axis(varieties) {
            varieties |= new
            kinds.isOpen = true
            kinds.link = []
        }
    }

    private mutating func add(source new: UInt8, isHere: Bool, _ origins: inout Chain) {
        if source == 0 {
            source = new
            hasSourceHere = isHere
            origins.isOpen = true
        } else if new != source, origins.link.joins, isHere == hasSourceHere {
            source = Roles.manySources
        }
    }

    private mutating func add(measure new: UInt8, _ rates: inout Chain) {
        if measures == 0 {
            measure = new
            measures = 1 << UInt64(new)
            rates.isOpen = true
        } else if rates.link.joins {
            measures |= 1 << UInt64(new)
            rates.link = []
        }
    }

    private mutating func add(carriers new: UInt64, isHere: Bool, _ ways: inout Chain, _ lexicon: Lexicon) {
        if carriers == 0 {
            carriers = new
            hasCarrierHere = isHere
            ways.isOpen = true
            return
        }
        guard !ways.isBroken else { return }
        let isVarious = carriers & 1 << UInt64(Roles.several) != 0
        if ways.link.contains(.etcetera), !isVarious {
            // 公开栏和报刊、电视等媒体: the examples are of the holder's kind; other channels may stand before them.
            ways.isBroken = carriers & new == 0
            // 公众号等媒体: no press.
            if carriers == lexicon.named.press, new & lexicon.named.accounts & ~lexicon.named.otherPlatform != 0 {
                carriers |= new
            }
            ways.isOfExamples = carriers == new
            ways.link = []
        } else if ways.isOfExamples, new == lexicon.named.otherPlatform, ways.link == .enumeration {
            // 今日头条、日报等媒体: a medium among others.
            ways.link = []
        } else if new == carriers, ways.link == .enumeration, acts & lexicon.named.proactive != 0 {
            // 通过政府网站、政府信息公开平台主动公开266条: more than one of a kind is all.
            isTotal = true
            ways.link = []
        } else if isVarious || ways.link.joins || ways.link.contains(.comma) && isHere == hasCarrierHere {
            carriers |= new
            ways.link = []
        }
    }
}
