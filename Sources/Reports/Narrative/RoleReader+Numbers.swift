import Catalogue

extension RoleReader {
    func unitGroup(_ quantity: FoundQuantity) -> UnitGroup { quantity.unit.map { lexicon.groups[$0] } ?? .bare }

    /// A number joins the group before it if nothing stands between, or only `、` before another unit.
    mutating func take(_ quantity: Int) {
        let start = quantities[quantity].whole.lowerBound
        guard !isItemNumber(quantities[quantity]) else { return }
        if let last = group.last, behind.isEmpty, item.unexplained == 0,
            start - quantities[last].whole.upperBound <= 1
        {
            group.append(quantity)
            return
        }
        describe()
        group.append(quantity)
        item.unexplainedBefore = item.unexplained
        item.linkBefore = item.link
        item.unexplained = 0
    }

    /// 1、 and 2. before an item.
    private func isItemNumber(_ found: FoundQuantity) -> Bool {
        let start = found.whole.lowerBound
        guard found.unit == nil, found.number.count <= 2, found.whole.upperBound < text.letters.count,
            [Letter.enumerationComma, Letter.dot, Letter.fullDot].contains(text.letters[found.whole.upperBound])
        else { return false }
        return start == 0 || Letter.endsPart(text.letters[start - 1]) || text.letters[start - 1] == Letter.colon
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
        group.removeAll(keepingCapacity: true)
        // A noun right behind its number is done with, and so is one that 和 parts from the next; other words may speak of that.
        let isJoined = item.link.contains(.joiner)
        item.clear()
        item.isBehindNoun = isUsed && behind.count == 1
        if !isJoined {
            let isDone = isUsed && lexicon.senses[Int(behind[0].word)].carriers == 0
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
        let isMoney = isUnwrittenMoney(found)
        let unit = isMoney ? .money : unitGroup(found)
        var finding = Finding(self, unit: unit, strangers: strangers)
        finding.settle(self)
        isUsed = isUsed || finding.usesFirstBehind
        var roles = Roles(unit: unit)
        roles.time = scope.clauseTime ?? scope.time
        roles.level = scope.clauseLevel ?? scope.level
        roles.acts = carried(finding.acts, &roles)
        roles.carriers = ways(finding.carriers, isHere: finding.hasCarrierHere)
        roles.source = finding.source
        roles.varieties = finding.varieties
        roles.standing = standing(finding, found)
        forEachHolder(of: finding, quantity) { reader, holder in
            var own = roles
            own.object = holder.object
            own.measure = holder.measure
            let isTurn = reader.turn?.clause == reader.clause && reader.turn?.hasSource == true
            if holder.source != 0 || isTurn { own.source = holder.source }
            if holder.carriers != 0 { own.carriers = holder.carriers }
            if holder.varieties != 0 { own.varieties = holder.varieties }
            reader.keep(
                Telling(
                    quantity: quantity, amount: isMoney ? found.amount.inCents : found.amount, place: found.number,
                    roles: own, sentence: reader.sentence, paragraph: reader.paragraph, clause: reader.clause,
                    isScopeCarried: reader.scope.isCarried && (own.time != .thisYear || own.level != .own),
                    isSaidThisYear: reader.scope.setClause == reader.clause && own.time == .thisYear,
                    hasOwnAct: finding.hasActHere, hasActBehind: finding.hasActBehind,
                    hasOwnObject: finding.hasObjectHere))
        }
        givePurpose(roles, finding)
    }

    /// 低保金234万: the unit goes without saying.
    private func isUnwrittenMoney(_ found: FoundQuantity) -> Bool {
        guard found.unit == nil, found.amount.precision >= 100 else { return false }
        return item.mentions.reversed().prefix(4).contains {
            lexicon.objects[Int($0.object)].isAllowance && $0.clause == clause
        }
    }

    /// 微信公众号、抖音等平台: all accounts, so that the number is not the total.
    private func ways(_ carriers: UInt64, isHere: Bool) -> UInt64 {
        if !isHere, carriers.nonzeroBitCount > 1 { return carriers | 1 << UInt64(Roles.several) }
        let several = UInt64(1) << UInt64(Roles.several)
        let named = carriers & ~several
        if named.nonzeroBitCount > 1, named & lexicon.official != 0 { return carriers | several }
        let isAccounts = named != 0 && named & ~lexicon.accounts == 0
        let isMany = carriers & several != 0 || named.nonzeroBitCount > 1
        return isAccounts && isMany ? named | 1 << UInt64(Roles.together) : carriers
    }

    private mutating func givePurpose(_ roles: Roles, _ finding: Finding) {
        let isFund = roles.unit == .money && (lexicon.stages(roles.acts, .funds) || lexicon.stages(roles.acts, .pays))
        let isServed = [.persons, .households, .personTimes].contains(roles.unit) && lexicon.stages(roles.acts, .serves)
        if finding.object == Roles.none, isFund || isServed {
            waiting.append(tellings.count - 1)
        } else if !waiting.isEmpty, lexicon.objects[Int(finding.object)].isAllowance {
            for index in waiting {
                tellings[index].roles.object = finding.object
                tellings[index].roles.varieties = roles.varieties
            }
            waiting = []
        }
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
        tellings.append(telling)
    }

    private func standing(_ finding: Finding, _ found: FoundQuantity) -> NarrativeStanding {
        if scope.isPlan { return .plan }
        let end = found.whole.upperBound
        // 70元/月/人, 6600元/年
        if text.letters[end] == Letter.slash, finding.unit == .money {
            return text.letters[end + 1] == Letter.year ? .average : .standard
        }
        let traits = lexicon.objects[Int(finding.object)]
        // 在3个村试点
        let start = found.whole.lowerBound
        if traits.family == .place, start > 0, text.letters[start - 1] == Letter.within { return .part }
        if let mark = finding.mark, traits.isAllowance || ![.intake, .exit].contains(mark) { return mark }
        if scope.isRunning { return .running }
        if scope.isPart, !isOwnWhole(finding, traits) { return .part }
        return finding.isTotal ? .total : .whole
    }

    /// Of a sum over several things, what is told of one of them is its whole: 其中低保5万元.
    private func isOwnWhole(_ finding: Finding, _ traits: Lexicon.ObjectTraits) -> Bool {
        if item.isAfterStop, finding.hasObjectHere || finding.hasSourceHere, finding.isTotal || finding.hasActHere {
            return true
        }
        if scope.partOf == Roles.none, !traits.isAllowance { return false }
        let isFunded = finding.isTotal && lexicon.stages(finding.acts, .pays)
        if isFunded, finding.object == scope.partOf { return true }
        let whole = lexicon.objects[Int(scope.partOf)].family
        if whole == .information || whole == .kinds, !finding.hasActHere, !item.isAfterStop { return false }
        let isOwn = finding.hasObjectHere || last?.roles.object == finding.object && last?.roles.standing == .whole
        return finding.object != scope.partOf && finding.object > Roles.several && isOwn
            && traits.bond == nil && (traits.family == nil || traits.isAllowance)
    }

    /// What one number of a list is of.
    struct Holder: Equatable {
        var object: UInt8 = Roles.none
        var measure: UInt8 = Roles.none
        var source: UInt8 = Roles.none
        var carriers: UInt64 = 0
        var varieties: UInt64 = 0
    }

    /// Whose the number is: of one thing as a rule, of each where 各, 均 or a zero says so, of its own in a list told in turn.
    private mutating func forEachHolder(
        of finding: Finding, _ quantity: Int, _ body: (inout RoleReader, Holder) -> Void
    ) {
        if var own = nextInTurn(quantity) {
            if own.object == 0 { own.object = finding.object }
            return body(&self, own)
        }
        var holder = Holder(object: finding.object, measure: finding.measure)
        let isEach = item.each == clause
        let several = UInt64(1) << UInt64(Roles.several)
        if isEach || quantities[quantity].amount.value == 0, finding.measures.nonzeroBitCount > 1 {
            for place in Roles.places(finding.measures) {
                body(&self, Holder(object: holder.object, measure: UInt8(place)))
            }
        } else if isEach || quantities[quantity].amount.value == 0, finding.objects.nonzeroBitCount > 1 {
            for object in 0..<UInt8(lexicon.objects.count) where finding.objects & 1 << UInt128(object) != 0 {
                body(&self, Holder(object: object))
            }
        } else if isEach, finding.carriers.nonzeroBitCount > 1, finding.carriers & several == 0 {
            for place in Roles.places(finding.carriers) {
                body(&self, Holder(object: holder.object, carriers: 1 << UInt64(place)))
            }
        } else {
            if finding.objects.nonzeroBitCount > 1 { holder.object = Roles.several }
            if finding.measures.nonzeroBitCount > 1 { holder.measure = Roles.none }
            body(&self, holder)
        }
    }
}

/// What the words around a number say of it.
struct Finding {
    let unit: UnitGroup
    private let strangers: Int
    private(set) var object: UInt8 = Roles.none
    /// The objects that a list before the number names.
    private(set) var objects: UInt128 = 0
    private(set) var measure: UInt8 = Roles.none
    private(set) var measures: UInt64 = 0
    private(set) var acts: UInt64 = 0
    private(set) var carriers: UInt64 = 0
    private(set) var source: UInt8 = Roles.none
    private(set) var varieties: UInt64 = 0
    private(set) var isTotal = false
    private(set) var mark: NarrativeStanding?
    private var isYearly = false
    private(set) var usesFirstBehind = false

    private(set) var hasObjectHere = false
    private(set) var hasActHere = false
    private(set) var hasCarrierHere = false
    private(set) var hasSourceHere = false
    private(set) var hasActBehind = false

    /// Goes back over the words since the last number.
    init(_ reader: RoleReader, unit: UnitGroup, strangers: Int) {
        self.unit = unit
        self.strangers = strangers
        let lexicon = reader.lexicon
        let mentions = reader.item.mentions
        var list = Chain()
        var ways = Chain()
        var rates = Chain()
        var doing = Chain()
        var lastAct = -1
        var origins = Chain()
        var kinds = Chain()
        for index in mentions.indices.reversed().prefix(Self.farthest) {
            let mention = mentions[index]
            let sense = lexicon.senses[Int(mention.word)]
            let isHere = mention.clause == reader.clause
            if sense.standings != 0, isHere {
                let word = reader.text.letters[Int(mention.start)..<Int(mention.end)]
                stand(
                    sense, isOver: index < reader.item.standingFloor,
                    isOfYear: sense.has(NarrativeStanding.average) && word.contains(Letter.year))
            }
            if let object = seen(mention, lexicon) {
                add(object: object, isHere: isHere, &list, lexicon)
            }
            if sense.measure != 0, isHere, unit == .percent { add(measure: sense.measure, &rates) }
            if sense.carriers != 0 { add(carriers: sense.carriers, isHere: isHere, &ways) }
            let acts = seats(sense.acts, lexicon)
            if acts != 0 {
                add(acts: acts, isHere: isHere, isNext: index == lastAct - 1, &doing)
                lastAct = index
                list.isBroken = list.isBroken || list.isOpen
                ways.isBroken = ways.isBroken || ways.isOpen
            }
            if sense.source != 0 { add(source: sense.source, isHere: isHere, &origins) }
            if sense.varieties != 0, isHere || varieties == 0 { add(varieties: sense.varieties, &kinds, lexicon) }
            list.pass(mention.link)
            ways.pass(mention.link)
            rates.pass(mention.link)
            doing.pass(mention.link)
            origins.pass(mention.link)
            kinds.pass(mention.link)
        }
        acts = lexicon.strongest(acts)
        // 回应关切方面，办理12345热线3件: a source begins a new subject.
        if hasSourceHere, !hasObjectHere {
            object = Roles.none
            objects = 0
        }
        if let dated = reader.item.standing, dated.1 == reader.clause, mark == nil, !hasActAfter(dated.2, reader) {
            mark = dated.0
        }
    }

    private static let farthest = 40

    /// What stands between the words of a list.
    private struct Chain {
        var isOpen = false
        var isBroken = false
        var link: RoleReader.Link = []

        mutating func pass(_ next: RoleReader.Link) { if isOpen { link.formUnion(next) } }
    }

    /// 全镇13个村: that a place has villages says nothing of other numbers.
    private func seats(_ acts: UInt64, _ lexicon: Lexicon) -> UInt64 {
        switch unit {
        case .things, .bare: acts
        case .cases, .times, .percent: acts & ~lexicon.ofPeople
        case .persons, .households: acts
        default: lexicon.stages(acts, .seats) ? 0 : acts
        }
    }

    private func hasActAfter(_ index: Int, _ reader: RoleReader) -> Bool {
        reader.item.mentions.dropFirst(index).contains { reader.lexicon.senses[Int($0.word)].acts != 0 }
    }

    private func sees(_ object: UInt8, _ lexicon: Lexicon) -> Bool {
        unit == .percent ? lexicon.objects[Int(object)].family != .aside : lexicon.counts(unit, object)
    }

    /// What a word is to a number of this unit.
    private func seen(_ mention: RoleReader.Mention, _ lexicon: Lexicon) -> UInt8? {
        if mention.object != 0, sees(mention.object, lexicon) { return mention.object }
        return mention.other != 0 && sees(mention.other, lexicon) ? mention.other : nil
    }

    /// - Parameter isOver: whether what it compares has been told: 由3人增加到4人.
    private mutating func stand(_ sense: WordSense, isOver: Bool, isOfYear: Bool) {
        if sense.has(.total) { isTotal = true }
        // 标准每人每月800元 is a standard, 标准每年9600元 none per month.
        if sense.has(.standard), mark == .average, !isYearly { mark = .standard }
        guard mark == nil else { return }
        isYearly = sense.has(.average) && isOfYear
        // An act between lifts what only compares: 同比增长5%，受理3件.
        if !isOver, acts == 0 || !hasActHere {
            if sense.has(.change) { mark = .change }
            if sense.has(.share) { mark = .share }
        }
        if sense.has(.average) { mark = .average }
        if sense.has(.standard) { mark = .standard }
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
        guard new != object else { return }
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
            list.isBroken = true
        } else {
            list.isBroken = true
        }
    }

    /// Of one axis the nearest, or all of a list: 城乡低保城镇6137户 is urban, 城市、农村低保 is both.
    private mutating func add(varieties new: UInt64, _ kinds: inout Chain, _ lexicon: Lexicon) {
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

    private mutating func add(carriers new: UInt64, isHere: Bool, _ ways: inout Chain) {
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
            ways.link = []
        } else if isVarious || ways.link.joins || ways.link.contains(.comma) {
            carriers |= new
            ways.link = []
        }
    }

    private mutating func add(acts new: UInt64, isHere: Bool, isNext: Bool, _ doing: inout Chain) {
        if acts == 0 {
            acts = new
            hasActHere = isHere
            doing.isOpen = true
        } else if doing.isOpen, !doing.isBroken, isHere == hasActHere, !doing.link.contains(.comma), isNext {
            acts |= new
            doing.link = []
            doing.isBroken = true
        }
    }

    // MARK: What is not said before the number

    /// Looks behind the number, then at the number before it, for what is missing.
    mutating func settle(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        if !hasObjectHere || strangers > 1 { takeObjectBehind(reader) }
        if !hasActHere { takeActBehind(reader) }
        // 每人每月1010元的标准
        let isStandard = reader.behind.contains { lexicon.senses[Int($0.word)].has(NarrativeStanding.standard) }
        if mark == .average, !isYearly, isStandard { mark = .standard }
        if strangers > 1, !usesBehind {
            object = Roles.unknown
            objects = 0
        }
        // 没有收到申请，办结0件
        if object == 0, !hasSourceHere, lexicon.stages(acts, .closes), reader.told.denied != 0 {
            object = reader.told.denied
            objects = 1 << UInt128(object)
        }
        guard let last = reader.last else { return finish(reader, nil, lexicon) }
        inherit(from: last, reader)
        finish(reader, last, lexicon)
    }

    private var usesBehind = false

    private mutating func takeObjectBehind(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        guard unit != .percent, let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }),
            unit != .cases || reader.text.letters[end] != Letter.because
        else { return }
        var chosen: Int?
        var pays = reader.behind.first.map { lexicon.senses[Int($0.word)].has(NarrativeStanding.part) } ?? false
        for (index, mention) in reader.behind.prefix(8).enumerated() {
            let sense = lexicon.senses[Int(mention.word)]
            if lexicon.stages(sense.acts, .pays) { pays = true }
            guard let object = seen(mention, lexicon) else { continue }
            // 3名低保对象发放医疗救助: what is paid goes before who gets it.
            let isBetter = chosen.map { index in
                lexicon.objects[Int(object)].isAllowance && lexicon.beats(object, reader.behind[index].object)
            }
            if pays || isBetter ?? true { chosen = index }
            varieties |= sense.varieties
        }
        guard let chosen else { return }
        object = seen(reader.behind[chosen], lexicon) ?? Roles.none
        objects = 1 << UInt128(object)
        varieties |= reader.behind.prefix(chosen).reduce(0) { $0 | lexicon.senses[Int($1.word)].varieties }
        usesBehind = true
        hasObjectHere = true
        usesFirstBehind = chosen == 0 && unit != .persons && unit != .households && unit != .money
    }

    private mutating func takeActBehind(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        var found: UInt64 = 0
        // 14个村、3个社区的公开栏更新: in a list the verb before goes on.
        let isList = reader.item.linkBefore == .enumeration || reader.item.isBehindNoun
        if isList, reader.item.mentions.isEmpty, let last = reader.last, last.roles.acts != 0 { return }
        for mention in reader.behind.prefix(6) {
            found |= seats(lexicon.senses[Int(mention.word)].acts, lexicon)
        }
        guard found != 0 else { return }
        // 13件均已办结: as many came in, and all of them are closed; but 其余11件均已答复 tells of these only.
        if lexicon.stages(found, .closes), reader.item.allOf == reader.clause,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }),
            start == 0 || reader.text.letters[start - 1] != Letter.rest
        {
            return
        }
        acts = lexicon.strongest(found)
        hasActHere = true
        hasActBehind = true
    }

    private mutating func inherit(from last: Telling, _ reader: RoleReader) {
        let lexicon = reader.lexicon
        let isSameSentence = last.sentence == reader.sentence
        let isSameParagraph = last.paragraph == reader.paragraph
        let hasOwnObject = object != 0
        let isMoving =
            lexicon.stages(acts, .closes) || lexicon.stages(acts, .carriedOut) || lexicon.stages(acts, .carriedIn)
            || lexicon.stages(acts, .carries) || lexicon.stages(acts, .outcome)
        if object == 0, !hasSourceHere, !lexicon.stages(acts, .funds), isSameSentence || isSameParagraph && isMoving {
            let heir = lexicon.objects[Int(last.roles.object)].heir ?? last.roles.object
            let isSpent = reader.item.isAfterStop && !isTotal && lexicon.objects[Int(heir)].isAllowance
            if !isSpent, unit == .percent || lexicon.counts(unit, heir) || heir <= Roles.several {
                object = heir
                objects = 1 << UInt128(object)
            }
            if unit == .percent, object == Roles.unknown { object = Roles.none }
            if varieties == 0, isSameSentence { varieties = last.roles.varieties }
        } else if isSameSentence, object == last.roles.object, varieties == 0,
            !isTotal || reader.told.goesOn(object, unit, last.roles.varieties)
        {
            varieties = last.roles.varieties
        }
        guard isSameSentence else { return }
        // 月标准由340元升到395元，农村由230元升到290元
        if mark == nil, unit == .money, acts == 0, last.roles.standing == .standard { mark = .standard }
        if acts == 0 {
            let isLoose = lexicon.stages(last.roles.acts, .closes) && hasOwnObject && object != last.roles.object
            let isApart = reader.item.isAfterStop && (hasObjectHere || hasSourceHere)
            let isOfObject = [ActStage.carries, .carriedIn, .carriedOut, .outcome].contains {
                lexicon.stages(last.roles.acts, $0)
            }
            let isForeign = isOfObject && hasOwnObject && object != last.roles.object
            if !(isLoose && reader.hasOpened), !isApart, !isForeign { acts = last.roles.acts }
        }
        // 看望低保户130户、特困户41户: what was done goes for the list.
        let isAllowance = lexicon.objects[Int(object)].isAllowance
        let link = reader.item.mentions.first?.link ?? reader.item.linkBefore
        if !hasActHere, isAllowance, unit != .money, link == .enumeration, lexicon.beats(last.roles.object, object) {
            object = last.roles.object
            objects = 1 << UInt128(object)
        }
        let isFresh = (hasActHere && hasObjectHere && lexicon.objects[Int(object)].family != .posts || hasSourceHere) && !reader.isAside(last)
        if carriers == 0, !isFresh, !reader.item.isAfterStop { carriers = last.roles.carriers }
        if source == 0, object == 0 || lexicon.objects[Int(object)].bond == .carried || !hasObjectHere {
            source = last.roles.source
        }
        if unit == .percent, measure == 0, last.roles.standing == .change { measure = last.roles.measure }
    }

    /// A source named before holds for cases, and for numbers that do not say of what they are.
    private mutating func finish(_ reader: RoleReader, _ last: Telling?, _ lexicon: Lexicon) {
        let bond = lexicon.objects[Int(object)].bond
        if reader.item.link.contains(.etcetera), unit == .money, objects.nonzeroBitCount == 1,
            lexicon.objects[Int(object)].isAllowance
        {
            object = Roles.several
        }
        if isTotal, !hasObjectHere, lexicon.objects[Int(object)].isAllowance, reader.hasSeveralAllowances {
            object = Roles.several
        }
        let isStated = source != 0
        if !isStated { source = reader.source }
        guard source != 0 else { return }
        let isOpen = object == 0 || bond == .carried || bond == .stated && isStated
        if !isOpen { source = Roles.none }
    }
}
