import Catalogue

extension Finding {
    // MARK: What is not said before the number

    /// Looks behind the number, then at the number before it, for what is missing.
    mutating func settle(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        if !hasObjectHere || strangers > 1 || isPaidBehind(reader) || isPlaceBehind(reader) {
            takeObjectBehind(reader)
        }
        if !hasActHere || isOfPlace(lexicon) { takeActBehind(reader) }
        if takeDone(reader) { return }
        handOn(reader)
        takeMeans(reader)
        // 每人每月1010元的标准
        let isStandard = reader.behind.contains { lexicon.senses[Int($0.word)].has(NarrativeStanding.standard) }
        if mark == .average, !isYearly, isStandard { mark = .standard }
        takeTurnoverBehind(reader)
        dropStrangers(reader)
        // 2件均系企业申请；已答复1件: one way to apply is named only beside its own number.
        if !hasObjectHere, let heir = reader.heir(of: object) { object = heir }
        takeHeading(reader)
        takeRateOfSome(reader)
        if takeRival(reader) { return finish(reader, reader.last, lexicon) }
        // 收到申请6件，征求意见2次，予以公开4件
        let isOutcome = lexicon.stages(acts, .outcome) && reader.last?.roles.unit == .times
        let isClosing =
            object == 0 && !hasSourceHere && hasActHere
            && (Self.isClosing(acts, lexicon) || isOutcome || isHandedOn(reader))
        let isTurnover = object == 0 && (mark == .intake || mark == .exit)
        if isTurnover { takeSubject(reader) }
        guard let last = isClosing ? reader.lastCase(for: unit) : isTurnover ? reader.lastNamed : lastOne(reader) else {
            return finish(reader, nil, lexicon)
        }
        if isClosing, reader.isDenied(last), !isNothing(reader) { return finish(reader, nil, lexicon) }
        // 按类别分：咨询61件、其他40件；按办理情况分：已办结291件: of all that the source sent, not of the last kind.
        let isOfKind = last.roles.standing == .part && lexicon.objects[Int(last.roles.object)].family == .kinds
        if isClosing, isOfKind || last.roles.object == Roles.unknown, reader.source > Roles.manySources,
            reader.item.isAfterStop
        {
            return finish(reader, nil, lexicon)
        }
        inherit(from: last, reader)
        finish(reader, last, lexicon)
    }

    /// The number before, or the one that what is told here is of beside others.
    private func lastOne(_ reader: RoleReader) -> Telling? {
        guard object == 0 else { return reader.last(for: unit) }
        if !hasSourceHere, unit == .percent, measure != 0 { return reader.lastRated(measure) }
        if hasActHere, reader.lexicon.stages(acts, .documents) { return reader.lastDocument }
        if unit == .money, hasActHere, mark == nil, reader.lexicon.stages(acts, .pays), let paid = reader.lastUnpaid {
            return paid
        }
        let isSum = isTotal && unit == .money && reader.lexicon.stages(acts, .pays)
        return isSum || reader.isBehindParts(self) ? reader.lastWhole(for: self) : reader.last(for: unit)
    }

    /// 受理12345工单2041件，交办2041件: what came in is handed on.
    private mutating func handOn(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        guard hasActHere, acts & lexicon.named.assigning != 0, !hasSourceHere, reader.scope.given != reader.clause,
            let last = reader.last,
            last.sentence == reader.sentence, last.roles.source != 0, lexicon.stages(last.roles.acts, .opens),
            last.roles.acts & lexicon.named.assigning == 0, !hasObjectHere
        else { return }
        acts = lexicon.named.delegating
    }

    /// 对低保户核查397户，清退23户，新纳入18户: of the allowance that the sentence began with.
    private mutating func takeSubject(_ reader: RoleReader) {
        guard !hasSourceHere, let subject = reader.told.allowance, reader.lexicon.counts(unit, subject),
            let last = reader.lastNamed, last.sentence == reader.sentence, last.roles.object <= Roles.several
        else { return }
        // 新增低保、特困23户，退出35户: of both.
        if last.roles.object == Roles.several, reader.hasTurnoverOfSeveral { return }
        object = subject
        objects = 1 << UInt128(subject)
    }

    /// 两项补贴368人，其中生活补贴157人、护理补贴211人，发放32万元: paid to all of them.
    func isOfAll(_ reader: RoleReader) -> Bool {
        unit == .money && hasActHere && reader.lexicon.stages(acts, .pays) && reader.told.isUnpaid(object)
            && reader.turn?.clause != reader.clause
    }

    /// Whether cases are moved on by what was done.
    private static func isClosing(_ acts: UInt64, _ lexicon: Lexicon) -> Bool {
        [ActStage.closes, .open, .carries, .carriedOut].contains { lexicon.stages(acts, $0) }
    }

    /// Whether the sentence has a heading that the number may be of, and nothing else is named.
    func isHeaded(_ reader: RoleReader) -> Bool {
        let heading = reader.told.heading
        guard reader.lexicon.objects[Int(heading)].isAllowance, object == 0 || object == heading,
            reader.lexicon.counts(unit, heading)
        else { return false }
        guard let last = reader.lastTelling, last >= reader.told.headingStart else { return true }
        let roles = reader.tellings[last].roles
        return roles.object == heading || roles.unit == .bare && roles.object <= Roles.unknown
    }

    /// 高龄津贴：80—89岁512人；百岁老人2人
    private mutating func takeHeading(_ reader: RoleReader) {
        takeKindOfHeading(reader)
        guard object == 0, !hasSourceHere, isHeaded(reader) else { return }
        object = reader.told.heading
        objects = 1 << UInt128(object)
    }

    /// 其他信息：本年度新增信息3条: information behind a kind and a colon is of the kind, up to a sum of all.
    private mutating func takeKindOfHeading(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        let (heading, start) = (reader.told.heading, reader.told.headingStart)
        let family = lexicon.objects[Int(heading)].family
        let isFirst = reader.tellings.count == start
        let isSeveral = heading == Roles.several
        guard isSeveral || family == .kinds || family == .explained, start >= reader.told.partStart,
            isFirst || !isTotal, lexicon.objects[Int(object)].family == .information,
            isSeveral || lexicon.counts(unit, heading)
        else { return }
        object = heading
        objects = 1 << UInt128(heading)
        isOfHeading = true
    }

    /// 给因大病致困的46户发放临时救助金: what is paid goes before what the households suffer from.
    private func isPaidBehind(_ reader: RoleReader) -> Bool {
        guard unit == .persons || unit == .households, let first = reader.behind.first else { return false }
        let lexicon = reader.lexicon
        // 为低保户238户发放低保金及取暖补贴: both to them.
        let isTheirs = hasObjectHere && strangers < 2 && reader.behind.prefix(3).contains { $0.object == object }
        return !isTheirs && lexicon.stages(lexicon.senses[Int(first.word)].acts, .pays) && !lexicon.stages(acts, .pays)
            && reader.behind.prefix(3).contains { lexicon.objects[Int($0.object)].isAllowance }
    }

    /// 将63户121人新纳入低保: who came or went, told behind them.
    private mutating func takeTurnoverBehind(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        guard mark == nil, unit == .persons || unit == .households, let first = reader.behind.first,
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }), Int(first.start) == end,
            reader.behind.prefix(3).contains(where: { lexicon.objects[Int($0.object)].isAllowance })
        else { return }
        let sense = lexicon.senses[Int(first.word)]
        if sense.has(NarrativeStanding.intake) { mark = .intake }
        if sense.has(NarrativeStanding.exit) { mark = .exit }
    }

    private mutating func takeObjectBehind(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        guard unit != .percent, let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }),
            unit != .cases || reader.text.letters[end] != Letter.because || isCause(of: reader), !isTable(reader)
        else { return }
        var chosen: Int?
        var own: UInt128 = 0
        var pays = reader.behind.first.map { lexicon.senses[Int($0.word)].has(NarrativeStanding.part) } ?? false
        for (index, mention) in reader.behind.prefix(8).enumerated() {
            let sense = lexicon.senses[Int(mention.word)]
            if lexicon.stages(sense.acts, .pays) { pays = true }
            // 120条防汛信息: the noun at the end says of what kind it is.
            if index + 1 < reader.behind.count, reader.behind[index + 1].start == mention.end,
                lexicon.objects[Int(reader.behind[index + 1].object)].family == .kinds
            {
                continue
            }
            // 312名困难残疾人、416名重度残疾人
            if index == 0, sense.object == 0, Int(mention.start) == end { own |= sense.varieties & lexicon.sorts }
            guard let object = seen(mention, lexicon) else { continue }
            // 3名低保对象发放医疗救助: what is paid goes before who gets it.
            let isBetter = chosen.map { index in
                let before = lexicon.objects[Int(reader.behind[index].object)]
                let family = lexicon.objects[Int(object)].family
                return (family == .allowance || family == .cover || before.family == .information)
                    && lexicon.beats(object, reader.behind[index].object)
            }
            if pays || isBetter ?? true { chosen = index }
            own |= sense.varieties
        }
        if unit == .cases, reader.text.letters[end] == Letter.because { chosen = min(reader.behind.count, 8) - 1 }
        // 代表建议、委员提案办理，办结3件人大代表建议: its own noun says whose.
        if own != 0 { varieties = varieties & ~lexicon.axis(own) | own }
        if chosen == nil, takeBenefit(reader) { return }
        guard let chosen, !isAmid(from: end, to: Int(reader.behind[chosen].start), reader) else { return }
        if chosen == 0, !pays, isForOthers(reader) { return disown() }
        choose(chosen, pays: pays, reader)
    }

    /// 8115户人家中有低保235户: the first number is of all of them.
    private func isAmid(from end: Int, to start: Int, _ reader: RoleReader) -> Bool {
        (unit == .households || unit == .persons) && start - end <= Self.farthestAmid
            && reader.text.letters[end..<start].contains(Letter.amid)
    }

    private static let farthestAmid = 5

    /// Takes the object of a word behind.
    private mutating func choose(_ chosen: Int, pays: Bool, _ reader: RoleReader) {
        let lexicon = reader.lexicon
        object = seen(reader.behind[chosen], lexicon) ?? Roles.none
        // 76户五保户、低保户和残疾困难户: nobody's alone.
        let isListed = reader.behind.prefix(8).dropFirst(chosen + 1).contains { mention in
            guard mention.link.joins, let other = seen(mention, lexicon) else { return false }
            return other != object && lexicon.objects[Int(other)].isAllowance
        }
        if isListed, !pays, lexicon.objects[Int(object)].isAllowance { object = Roles.several }
        objects = 1 << UInt128(object)
        varieties |= reader.behind.prefix(chosen).reduce(0) { $0 | lexicon.senses[Int($1.word)].varieties }
        usesBehind = true
        hasObjectHere = true
        isBesideStranger = false
        usesFirstBehind = chosen == 0 && unit != .persons && unit != .households && unit != .money
    }

    /// 为2名低保户免除费用, 为12名低保、特困人员代缴: who they are, not what they are given.
    private func isForOthers(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard unit == .persons || unit == .households, let first = reader.behind.first,
            lexicon.objects[Int(first.object)].isAllowance,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }), start > 0,
            [Letter.forWhom, Letter.against, Letter.towards].contains(reader.text.letters[start - 1])
        else { return false }
        let rest = reader.behind.dropFirst()
        let letters = reader.text.letters
        let isListed =
            reader.position + 1 < letters.count && letters[reader.position] == Letter.enumerationComma
            && !Letter.isDigit(letters[reader.position + 1])
        let isGiven = rest.contains {
            $0.object == first.object || lexicon.stages(lexicon.senses[Int($0.word)].acts, .pays)
        }
        let isElse = !rest.isEmpty || reader.item.unexplained > 1 || reader.item.isOtherName
        return !isGiven && (isListed && !paysAhead(reader) || isElse)
    }

    /// 为11名孤儿、困境儿童发放: whether the clause goes on to what they are paid.
    private func paysAhead(_ reader: RoleReader) -> Bool {
        for place in reader.position..<min(reader.position + Self.longestList, reader.text.letters.count) {
            if Letter.endsClause(reader.text.letters[place]) { return false }
            let pays = reader.hits.places(at: place).contains {
                reader.lexicon.stages(reader.lexicon.senses[Int(reader.hits.all[$0].word)].acts, .pays)
            }
            if pays { return true }
        }
        return false
    }

    private static let longestList = 40

    /// Of what the number is told, nobody knows.
    mutating func forget() {
        object = Roles.unknown
        objects = 0
        measure = Roles.none
        measures = 0
    }

    private mutating func disown() {
        object = Roles.unknown
        objects = 0
        usesBehind = true
        hasObjectHere = true
    }

    /// Whether only the place is named that people are of, or a visit to them: 全镇1648户2588人享受低保.
    func isOfPlace(_ lexicon: Lexicon) -> Bool {
        let seats = lexicon.stageBits[ActStage.seats.rawValue] | lexicon.named.visiting
        return (unit == .persons || unit == .households) && acts != 0 && acts & ~seats == 0
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
        let isDone = lexicon.stages(found, .serves) || lexicon.stages(found, .pays)
        guard found != 0, !hasActHere || isDone else { return }
        // 13件均已办结: as many came in, and all of them are closed; but 其余11件均已答复 tells of these only.
        if lexicon.stages(found, .closes), reader.item.allOf == reader.clause,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }),
            start == 0 || reader.text.letters[start - 1] != Letter.rest
        {
            isAllClosed = true
            return
        }
        acts = lexicon.strongest(found)
        hasActHere = true
        hasActBehind = true
    }

    /// A source named before holds for cases, and for numbers that do not say of what they are.
    private mutating func finish(_ reader: RoleReader, _ last: Telling?, _ lexicon: Lexicon) {
        if reader.item.link.contains(.etcetera), unit == .money, objects.nonzeroBitCount == 1,
            lexicon.objects[Int(object)].isAllowance
        {
            object = Roles.several
        }
        spread(reader, last)
        if carriers == 0, unit == .cases, hasActHere, reader.item.unknownWay == reader.clause {
            carriers = lexicon.named.otherPlatform
        }
        takeOnlyAllowance(reader)
        nameCatalogue(reader)
        nameKind(reader)
        takeTogether(reader)
        if isDisclosed(reader) { object = Roles.none }
        if areSameDocuments(as: last, reader) { object = Roles.unknown }
        if isOfOtherCause(reader) { object = lexicon.named.disputeThing }
        if isForeign(reader) || isVariedElse(lexicon) || isUncounted(reader) || isOfAnotherSubject(reader) {
            object = Roles.unknown
        }
        // 葡萄户、低保户共90户; 低保、葡萄对象90户
        if isListedWithStranger(reader), hasObjectHere, lexicon.objects[Int(object)].isAllowance {
            object = Roles.several
        }
        finishSource(reader, lexicon)
    }

    private mutating func finishSource(_ reader: RoleReader, _ lexicon: Lexicon) {
        let bond = lexicon.objects[Int(object)].bond
        let isStated = source != 0
        if !isStated { source = closesSeveral(reader) ? Roles.manySources : reader.source }
        // 热线受理30件。公众号推送72期
        if !isStated, carriers != 0, hasCarrierHere || acts & lexicon.named.disclosing != 0 { source = Roles.none }
        // 网民留言28条，其中有效留言21条
        let isOfWhole =
            reader.scope.isPart && bond == .stated && object == reader.scope.partOf && !reader.item.isAfterStop
        if isOfWhole, hasObjectHere, !isStated, reader.scope.partSource > Roles.manySources {
            return source = reader.scope.partSource
        }
        guard source != 0 else { return }
        // 12345热线满意率98%。发放各类补贴37项
        if !isStated, isPaid(reader) { return source = Roles.none }
        // （三）“12345”市民热线: 全年受理群众投诉26件
        let isHeaded = object == lexicon.named.complaint && reader.lasting.sourceSentence == reader.sentence - 1
        let isOpen =
            object == 0 || bond == .carried || isHeaded || isStated && (bond == .stated || unit == .persons)
        if !isOpen || !isStated && isOfOthers(reader) { source = Roles.none }
        isSourceCarried = source != Roles.none && !isStated
    }

    /// 清退7户: what no hotline sends; nor do its cases go on in a paragraph of allowances behind its own.
    private func isOfOthers(_ reader: RoleReader) -> Bool {
        let isOfPeople = unit == .households || unit == .money
        let named = reader.lasting.sources[source]?.2
        return isOfPeople || reader.lasting.allowances.bits != 0 && named.map { $0 < reader.paragraph } ?? false
    }

    /// Whether cases of several sources are closed.
    private func closesSeveral(_ reader: RoleReader) -> Bool {
        unit == .cases && hasActHere && Self.isClosing(acts, reader.lexicon) && reader.wholeOfSources != nil
    }

    /// 80—89岁612人: of no kind yet, but of an age.
    static func isAgeGroup(_ telling: Telling, _ lexicon: Lexicon) -> Bool {
        telling.roles.object == Roles.unknown && telling.roles.varieties & lexicon.ages != 0
    }

    private mutating func takeOnlyAllowance(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        guard object == Roles.none, [.persons, .households, .personTimes, .money].contains(unit), hasActHere,
            lexicon.stages(acts, .pays) || lexicon.stages(acts, .serves), !hasSourceHere, mark == nil,
            lexicon.counts(unit, reader.onlyAllowance), reader.onlyAllowance != Roles.none,
            reader.item.people != reader.clause,
            // 重残无业人员186人，支出297万元: of others.
            reader.tellings[reader.sentenceStart...].allSatisfy({
                $0.roles.object == reader.onlyAllowance || Self.isAgeGroup($0, lexicon)
            })
        else { return }
        object = reader.onlyAllowance
        objects = 1 << UInt128(object)
        // 城市低保32户41人。发放18.4万元；农村低保210户: to those of the city.
        if let last = reader.last, last.sentence == reader.sentence - 1, last.paragraph == reader.paragraph,
            last.roles.object == object, unit == .money, varieties == 0, !isTotal
        {
            varieties = last.roles.varieties
        }
    }

    /// Whether the number is 0.
    func isNothing(_ reader: RoleReader) -> Bool {
        reader.group.first.map { reader.quantities[$0].amount.value == 0 } ?? false
    }
}
