import Catalogue

extension RoleReader {
    /// What holds for all numbers until it is lifted.
    struct Scope {
        var time = NarrativeTime.thisYear
        /// Whether 全年 or 今年 stood since the last `；`.
        var isOfYear = false
        /// The clause behind 年初，: how many there were then is not how many there are.
        var yearStart = -1
        /// The clause that 我镇 opens.
        var ours = -1
        /// The clause in which cases are handed to the township: 转办我镇256件.
        var given = -1
        /// The clause that tells of how many the next do not hold: 除3件正在办理外，全部办结.
        var except = -1
        /// The clause in which 现有, 年末 or 在册 stood last.
        var present = -1
        /// Whether the time ends at `；`: 低保912户，3-12月发放421万元；特困267人.
        var endsWithStop = false
        /// For this clause only.
        var clauseTime: NarrativeTime?
        var level = NarrativeLevel.own
        var clauseLevel: NarrativeLevel?
        var isPart = false
        var isPlan = false
        /// The clause without a number in which a county only does something for the township: 荣获全县先进.
        var honoured = -1
        /// The clause in which the level was set.
        var levelClause = -1
        /// The clause in which 计划 stood last.
        var planned = -1
        /// Where it did.
        var plannedStart = 0
        /// The clause in which 预算 stood last.
        var budgeted = -1
        /// The people that the numbers are told of.
        var group: Group?
        /// The clause in which 至少 stood last.
        var limited = -1
        /// The clause in which 未及时 stood last, and where.
        var halfDenied = (clause: -1, start: 0)
        /// The clause that 每月 opens: 每月为298户发放12万元.
        var averaged = -1
        /// A total of all years has been told of, so that its parts are of all years too.
        var isRunning = false
        /// Whether time or level stood in a clause before.
        var isCarried = false
        /// The time before this clause named another, in case it turns out to speak of what was carried over.
        var timeBefore = NarrativeTime.thisYear
        var setClause = -1
        /// Whether an earlier year opens the paragraph.
        var isOpenedByYear = false
        /// Whether the time ends with the sentence: 从6月份开始.
        var endsWithSentence = false
        /// Whether the part of the year is its last month.
        var isDecember = false
        /// Whether 截至目前 says up to when: of all years, where this year's stands behind.
        var isUpToNow = false
        /// What the whole is of, of which parts are told.
        var partOf = Roles.none
        var partSource = Roles.none
        var partVarieties: UInt128 = 0
        var partUnit = UnitGroup.bare
        /// Whether what flows is told up to a month: 截止6月，有低保户52户，发放9万元.
        var isUntil = false
        /// Whether up to a day: a rate that was reached by then stays so.
        var isUntilDay = false
        /// The clause that is nothing but such a day: 截至9月30日，
        var untilClause = -1
        /// The month that it is told up to, if that is near the year's end: 截至11月底.
        var until: Range<Int>?
        /// The clause in which 实际 ended parts: what it tells is of the whole.
        var wholeAgain = -1
        /// The clause in which 全年 ended parts.
        var partsEnd = -1
        /// How many numbers had been told when the parts began.
        var partStart = 0
        /// Whether the parts end with the clause: 低保对象中残疾人130人.
        var endsPartWithClause = false
        /// The sentence in which 其中 stands behind no number.
        var untoldSentence = -1
        /// The sentence in which such a clause stood last.
        var amidSentence = -1
        /// The sentence that a neighbour opens: 邻镇公开235条，公开财政信息12条.
        var neighbourSentence = -1
    }

    /// Whether the clause has not yet said of what it speaks: what stands here holds for what follows.
    var isHead: Bool { !item.hasContent && !item.hasNumber }

    // MARK: Punctuation

    /// Takes a letter that parts the text; gives whether it does.
    mutating func punctuate(at position: Int) -> Bool {
        let letter = text.letters[position]
        switch letter {
        case Letter.enumerationComma:
            guard !isBetweenCounts(position) else { return true }
            guard !isDescribed else { return true }
            let isStrange = item.unexplained > 1 && group.isEmpty
            endItem(at: position, keepsClause: true)
            item.link.formUnion(isStrange ? [.enumeration, .stranger] : .enumeration)
        case Letter.openBracket:
            guard let end = text.afterBracket(position), !isCount(position, end) else { return false }
            openBracket(at: position)
        case Letter.closeBracket:
            guard !outer.isEmpty, position != lasting.countEnd else { return false }
            closeBracket(at: position)
        case Letter.colon:
            let isAfterNumber = group.isEmpty ? item.hasNumber && item.mentions.isEmpty : !isBehindGap
            endItem(at: position, keepsClause: false)
            let counts = last.map { $0.roles.unit != .things && $0.sentence == sentence } ?? false
            if isAfterNumber, counts { beginPart() }
            item.hasContent = false
            item.hasNumber = false
            item.link.insert(.colon)
            if !isAfterNumber { openHeading() }
        case Letter.semicolon:
            endPart(at: position)
        case _ where Letter.endsSentence(letter):
            endSentence(at: position)
            if letter == Letter.lineBreak { endParagraph(at: position) }
        case _ where Letter.endsClause(letter):
            endClause(at: position)
            item.link.subtract([.enumeration, .joiner, .stranger])
            item.link.insert(.comma)
        case Letter.quote, Letter.space, Letter.dot: return true
        default: return false
        }
        return true
    }

    /// 1990人 拨款总额：94万元: whether a space parts the words behind the number from it.
    private var isBehindGap: Bool {
        behind.first.map { [.space, .gap].contains(text.omitted(before: Int($0.start))) } ?? false
    }

    private mutating func endPart(at position: Int) {
        endClause(at: position)
        item.clear()
        waiting = []
        scope.isPlan = false
        scope.group = nil
        if scope.endsWithStop { scope.time = .thisYear }
        scope.endsWithStop = false
        scope.isOfYear = false
        item.isAfterStop = true
        told.endPart(at: tellings.count)
    }

    /// 临时救济：对二河村等27户…: an allowance named before a colon is what the sentence is about.
    private mutating func openHeading() {
        openHeadingOfKinds()
        guard tellings.count == sentenceStart || item.isAfterStop, let named = item.mentions.last,
            item.mentions.suffix(2).dropLast().allSatisfy({ $0.clause < sentenceClause }),
            lexicon.objects[Int(named.object)].isAllowance
        else { return }
        told.heading = named.object
        told.headingStart = tellings.count
    }

    /// 71户、203人: one group of numbers.
    private func isBetweenCounts(_ position: Int) -> Bool {
        guard let last = group.last, quantities[last].whole.upperBound == position else { return false }
        return quantities.indices.contains(last + 1) && quantities[last + 1].whole.lowerBound == position + 1
            && (unitGroup(quantities[last + 1]) != unitGroup(quantities[last])
                || text.letters[position - 1] == Letter.issue)
    }

    /// 4次涵盖政策解读、新媒体运用的培训: what the number counts comes at the end.
    private var isDescribed: Bool {
        guard let last = group.last, let first = behind.first else { return false }
        return Int(first.start) == quantities[last].whole.upperBound
            && lexicon.senses[Int(first.word)].has(NarrativeStanding.part)
    }

    private mutating func endItem(at position: Int, keepsClause: Bool) {
        let hadNumber = !group.isEmpty
        describe()
        if hadNumber { item.clear() }
        item.unexplained = 0
        if !keepsClause { clause += 1 }
    }

    mutating func endClause(at position: Int) {
        describe()
        endDenial(at: position)
        tellEqual(at: position)
        // 截至8月20日已办结，: what follows is not told up to then.
        if scope.isUntil, scope.isUntilDay, !item.hasNumber, clause != scope.untilClause,
            tellings.count == sentenceStart
        {
            scope.isUntil = false
        }
        if item.hasNumber {
            keepMeans()
        } else {
            if isOught(upTo: position) { scope.isPlan = false }
            if scope.honoured == clause, scope.levelClause == clause { scope.level = .own }
            carryOver()
            nameBefore()
            if position + 1 >= text.letters.count || !Letter.isDigit(text.letters[position + 1]) { dropLists() }
            dropOutcomes()
        }
        item.unexplained = 0
        item.isStrangeHere = false
        item.hasContent = false
        item.hasNumber = false
        scope.clauseTime = nil
        scope.clauseLevel = scope.neighbourSentence == sentence ? .above : nil
        if scope.endsPartWithClause {
            scope.isPart = false
            scope.amidSentence = sentence
        }
        scope.endsPartWithClause = false
        clause += 1
    }

    /// 复议1件，结果维持；诉讼0件: what became of one number says nothing of the next.
    private mutating func dropOutcomes() {
        guard last?.sentence == sentence else { return }
        item.mentions.removeAll { lexicon.stages(lexicon.senses[Int($0.word)].acts, .outcome) }
    }

    /// 建立了微信群，推送信息30条: a channel behind a number still waits for its own.
    private mutating func keepMeans() {
        let rest = item.mentions
        item.clear()
        item.mentions = rest.filter { mention in
            lexicon.senses[Int(mention.word)].carriers != 0 || lexicon.objects[Int(mention.object)].family == .other
        }
    }

    /// 另有3件尚在法定期限内，结转下年度办理: the clause is about the number before it.
    private mutating func carryOver() {
        guard denial == nil, let index = lastTelling, tellings[index].sentence == sentence,
            tellings[index].clause == clause - 1, !tellings[index].hasOwnAct || isOpen(tellings[index]),
            let act = item.mentions.first(where: { mention in
                let acts = lexicon.senses[Int(mention.word)].acts
                return mention.clause == clause && (lexicon.stages(acts, .carriedOut) || lexicon.stages(acts, .carries))
            })
        else { return }
        tellings[index].roles.acts = turned(lexicon.senses[Int(act.word)].acts, scope.clauseTime ?? scope.time)
    }

    private func isOpen(_ telling: Telling) -> Bool { lexicon.stages(telling.roles.acts, .open) }

    /// 发布动态、政策解读等，: what was listed is not what a later clause counts.
    private mutating func dropLists() {
        // 涉及惠农补贴、道路破损等，
        let isExample = item.link.contains(.etcetera)
        guard item.mentions.count > 1 || isExample else { return }
        item.mentions.removeAll { mention in
            let sense = lexicon.senses[Int(mention.word)]
            guard mention.object != 0, sense.acts == 0, sense.carriers == 0, sense.source == 0 else { return false }
            let family = lexicon.objects[Int(mention.object)].family
            if isExample, family == .cover || family == .allowance { return true }
            // 针对扬尘、噪声等舆情，及时回应5次: what the list is of, and not in it.
            if family == .explained, mention.link.contains(.etcetera) { return false }
            return family == .kinds || family == .information || family == .explained
        }
    }

    private static let mostOfHeadings = 100

    mutating func endSentence(at position: Int) {
        noteAsideHeading(at: position)
        let hadNumber = tellings.count > sentenceStart || !group.isEmpty
        endClause(at: position)
        scope.clauseLevel = nil
        if !hadNumber, scope.endsWithSentence, scope.time == .severalYears { lasting.sinceSentence = sentence }
        scope.isPart = false
        scope.isPlan = false
        scope.group = nil
        scope.isRunning = false
        scope.until = nil
        if scope.isUntilDay { scope.isUntil = false }
        outer.removeAll(keepingCapacity: true)
        turn = nil
        waiting = []
        // A month or a county that no number was told of does not reach beyond its sentence; nor does one that is only
        // named beside the township's own numbers of the year: 我镇办结率98%，全县为95%。
        let isBeside = tellings[sentenceStart...].contains { $0.roles.time == .thisYear && $0.roles.level == .own }
        hasOwn = hasOwn || isBeside
        let isComparison = isBeside || hasOwn && scope.time != .partOfYear
        if !hadNumber || scope.endsWithSentence || isComparison { scope.time = .thisYear }
        if !hadNumber || scope.level == .below || hasOwn { scope.level = .own }
        scope.endsWithSentence = false
        if scope.endsWithStop || scope.time == .festival { scope.time = .thisYear }
        scope.endsWithStop = false
        scope.isOfYear = false
        scope.isCarried = true
        let isHeading = tellings.count == sentenceStart && isShortHeading(endingAt: position)
        if !hadNumber { lasting.remember(item.mentions, of: sentence, lexicon) }
        // What so many headings named is nothing that the next number is about.
        noteSource(before: position)
        if !isHeading || item.mentions.count > Self.mostOfHeadings { item.clear() }
        dropPetitionLetters()
        let isOfCases = told.isOfCases || tellings[sentenceStart...].contains { $0.roles.source != 0 }
        if isOfCases { lasting.casesSentence = sentence }
        told = SentenceTold()
        told.partStart = tellings.count
        sentence += 1
        sentenceStart = tellings.count
        sentenceClause = clause
        sentenceBegin = position + 1
    }

    private func isShortHeading(endingAt end: Int) -> Bool {
        end - sentenceBegin <= Self.longestHeading || isAnsweredHeading(endingAt: end)
    }

    private mutating func endParagraph(at position: Int) {
        let introduced = introducedTime(before: position)
        dropSource(before: position)
        scope = Scope()
        scope.time = introduced
        scope.isCarried = introduced != .thisYear
        hasOwn = false
        lasting.allowances = (0, -2)
        lasting.casesSentence = -2
        paragraph += 1
        paragraphBegin = position + 1
        passAsideHeading(before: paragraphBegin)
        if text.openings.contains(paragraphBegin) { forget() }
    }

    /// Behind a table or a chapter's heading nothing goes on of what was said before.
    private mutating func forget() {
        item.clear()
        source = Roles.none
        spoken = 0
        lastTelling = nil
        lasting = Lasting()
    }

    private static let longestHeading = 16

    /// What a word says of how the next numbers stand.
    mutating func stand(_ sense: WordSense, at start: Int, length: Int) {
        if sense.has(NarrativeStanding.part) {
            let isBehindNumber = group.last.map { quantities[$0].whole.upperBound == start } ?? false
            let isAfterNumber = tellings.count > sentenceStart || !group.isEmpty
            let isOpening = text.letters[start] == Letter.among && last?.sentence == sentence - 1
            let isAmid = text.letters[start] != Letter.among && text.letters[start + length - 1] == Letter.amid
            if isOpening { lasting.partSentence = sentence }
            // 收到12345热线诉求，其中投诉56件: of how many nobody says.
            let isOfSource = item.mentions.contains { lexicon.senses[Int($0.word)].source > Roles.manySources }
            if !isAfterNumber, !isOpening, isOfSource, text.letters[start] == Letter.among {
                scope.untoldSentence = sentence
            }
            let isOfWhole = isAfterNumber || isOpening || length > 3 || isAmid
            if isOfWhole, !isBehindNumber { beginPart() }
            if isAmid, sense.object != 0 {
                scope.partOf = sense.object
                scope.endsPartWithClause = true
            } else if isAmid, !isAfterNumber, !isOpening {
                // 公开信息320条。12345热线工单中，重复12件: of nothing that was told before.
                scope.partOf = Roles.none
            }
        }
        if sense.has(NarrativeStanding.running) { scope.isRunning = true }
        if sense.has(NarrativeStanding.average), isHead, group.isEmpty { scope.averaged = clause }
        // 办结率96.9%，力争达到100%: what opens a clause aims at what follows.
        let isAhead = start > 0 && Letter.endsClause(text.letters[start - 1])
        // 完成95%的目标任务: of that number alone.
        let isOfNumber =
            text.letters[max(0, start - 1)] == Letter.attributive
            && group.last.map { quantities[$0].whole.upperBound == start - 1 } ?? false
        if sense.has(NarrativeStanding.plan), !isOfNumber, !isGivenTask(at: start), !isMet(start..<start + length) {
            scope.plannedStart = start
            beginPlan(closes: Letter.endsClause(text.letters[start + length]), isAhead: isAhead)
        }
    }

    mutating func beginPart() {
        describe()
        item.opensPart = true
        guard !scope.isPart else { return }
        scope.isPart = true
        waiting = []
        scope.partOf = last?.roles.object ?? Roles.none
        scope.partSource = last?.roles.source ?? Roles.none
        scope.partVarieties = last?.roles.varieties ?? 0
        scope.partUnit = last?.roles.unit ?? .bare
        scope.partStart = tellings.count
        if let last { openGroup(of: last) }
    }

    /// The numbers of the sentence are about something else.
    mutating func disown() {
        describe()
        for index in tellings.indices.reversed().prefix(20) where tellings[index].sentence == sentence {
            tellings[index].roles.standing = .share
        }
    }
}
