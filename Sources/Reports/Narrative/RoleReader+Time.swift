import Catalogue

/// What a text says of time and level, and how far it holds.
extension RoleReader {
    mutating func take(_ date: FoundDate) {
        let position = date.range.lowerBound
        item.unexplained = 0
        // 2021年988条和2022年912条: the first is of the year before it; so is that of 拨款417万元 2022年特困人员38人.
        if case .year = date.kind, item.link.contains(.joiner) || isSpaced(before: position) { describe() }
        switch date.kind {
        case .year(let named)
        where named != year && (isInTitle(date.range) || isOfDocument(date.range) || isOfYearly(date.range)):
            break
        case .year(let named):
            list(year: named, at: date.range.lowerBound)
            take(year: named, date.range)
        case .month where scope.setClause == clause && scope.time.isOfYears: break
        // 自3月起接入，截至12月底共接单206件: all that there were this year.
        case .yearEnd:
            if isHead { scope.isUntil = false }
            if isHead { scope.until = nil }
            if scope.endsWithSentence, scope.time == .partOfYear { set(.thisYear) }
        case .month:
            let next = text.letters[date.range.upperBound]
            let isStrong = text.letters[date.range.upperBound - 1] != Letter.month
            let isDated = position > 0 && [Letter.at, Letter.within].contains(text.letters[position - 1])
            // Within a clause a month only dates what was done once in the year: 于6月举办培训1次.
            if isHead && !isDated || Letter.endsClause(next) {
                let isLater = told.hasThisYear
                set(.partOfYear)
                scope.isDecember = isDecember(date)
                scope.endsWithStop = isLater
                scope.endsWithSentence = stands(Lexicon.since, before: position)
            } else if isStrong {
                scope.clauseTime = .partOfYear
            }
        case .until, .untilDay:
            scope.isUntil = isHead
            scope.isUntilDay = isHead && date.kind == .untilDay
            scope.untilClause = Letter.endsClause(text.letters[date.range.upperBound]) ? clause : -1
        case .untilLate: scope.until = isHead ? date.range : nil
        case .before: take(deadline: date)
        case .years(let isOpened): set(isOpened ? .severalYears : .spanOfYears)
        case .span: take(span: date.range)
        }
    }

    /// 9月底前完成整改，全年公开235条: of its clause alone, but 9月底前，公开235条
    private mutating func take(deadline date: FoundDate) {
        guard !isTwelve(date.range) else { return }
        guard isHead, Letter.endsClause(text.letters[date.range.upperBound]) else {
            return scope.clauseTime = .partOfYear
        }
        set(.partOfYear)
        scope.endsWithSentence = true
    }

    private func isDecember(_ date: FoundDate) -> Bool {
        let start = date.range.lowerBound
        return date.range.count == 3 && isTwelve(date.range) && start > 0 && text.letters[start - 1] == Letter.year
    }

    private func isTwelve(_ range: Range<Int>) -> Bool { text.letters[range].starts(with: [0x31, 0x32]) }

    private mutating func take(year named: Int, _ range: Range<Int>) {
        if named == year {
            guard !endsSpan(range) else { return addUpYears() }
            told.otherYearSentence = -1
            setThisYear()
            // 截至2012年12月31日
            scope.isUpToNow = stands(Lexicon.upTo, before: range.lowerBound)
            return
        }
        lasting.yearEnd = range.upperBound
        // 成立于2011年，现辖14个社区
        let start = range.lowerBound
        if start > 0, text.letters[start - 1] == Letter.at, stands(Lexicon.opened, before: start - 1) {
            return scope.clauseTime = .otherYear
        }
        if stands(Lexicon.comparison, before: range.lowerBound) { return addStanding(.change, range) }
        let isSince = stands(Lexicon.since, before: range.lowerBound)
        let since = isSince ? nil : sinceBehind(range)
        guard isSince || since != nil else {
            if named < year { noteEarlierYear(at: start) }
            return put(named > year ? .nextYear : .otherYear, opens: isBehindHeading(range))
        }
        // 2021年运行以来，截至目前受理…件; but 对2015年以来的文件进行审核，制定…件
        let endsClause = since.map { $0 < text.letters.count && Letter.endsClause(text.letters[$0]) } ?? true
        guard isHead, endsClause else {
            // 2020年开始实行听证，在当年的专项治理中清退36户
            let isBegun = since.map { text.letters[$0 - 1] == Letter.begun } ?? false
            if named < year, isBegun, !endsClause { told.otherYearSentence = sentence }
            return scope.clauseTime = .severalYears
        }
        set(.severalYears)
        scope.endsWithSentence = true
    }

    /// Where a word such as 以来 ends that stands close behind a year.
    private func sinceBehind(_ range: Range<Int>) -> Int? {
        for place in range.upperBound...range.upperBound + 6 {
            guard place < text.letters.count, !Letter.endsClause(text.letters[place]) else { return nil }
            if let length = hits.length(of: Lexicon.since, at: place, in: lexicon.index) { return place + length }
        }
        return nil
    }

    /// Another year holds for the sentence where it opens it, and for its clause where this year's numbers stand before
    /// it.
    private mutating func put(_ time: NarrativeTime, opens: Bool = false) {
        if isHead || opens, !told.hasThisYear { set(time) } else { scope.clauseTime = time }
    }

    mutating func set(_ time: NarrativeTime) {
        if scope.setClause != clause { scope.timeBefore = scope.time }
        scope.setClause = clause
        scope.time = time
        scope.isOfYear = false
        scope.endsWithStop = false
        scope.clauseTime = nil
        scope.isCarried = false
        scope.isDecember = false
        scope.isUpToNow = false
        guard time == .partOfYear else { return }
        told.periods += 1
        lasting.periods += 1
    }

    private mutating func setThisYear() {
        // 换届以来办理112件，其中2024年29件: of the year it is the whole.
        if scope.time.isOfYears { scope.isPart = false }
        set(.thisYear)
        scope.isOfYear = true
        scope.isRunning = false
        scope.isUntil = false
        scope.until = nil
        if isHead, tellings.count > scope.partStart {
            if scope.isPart { scope.partsEnd = clause }
            scope.isPart = false
        }
        // 力争应公开尽公开，全年公开信息512条
        if isHead, scope.planned != clause, last?.clause ?? -1 < scope.planned { scope.isPlan = false }
    }

    /// What a word says of time and level.
    mutating func place(_ hit: WordHits.Hit, _ sense: WordSense, _ classes: UInt64) {
        let start = Int(hit.start)
        let end = Int(hit.start + hit.length)
        // 9个镇 are counted, and speak for nobody.
        if let last = group.last, quantities[last].whole.upperBound == start, sense.levels != 0 { return }
        // 958945元 第一季度到第四季度3795435元: a space parts what is of another time.
        if !group.isEmpty, sense.times != 0, [.space, .gap].contains(text.omitted(before: start)) { describe() }
        placeInTime(sense, start..<end, isNow: classes & 1 << UInt64(Lexicon.untilNow) != 0)
        if sense.has(NarrativeLevel.own) { setOwnLevel(start..<end) }
        // 比全县平均高0.9个百分点
        let isCompared =
            stands(Lexicon.comparison, before: start)
            // 对照全县政务公开要点的要求
            || start > 0 && Letter.accordingTo.contains(text.letters[start - 1])
        if sense.has(NarrativeLevel.above), !isRanking(start, end), !isCompared { setLevel(.above, at: start) }
        if sense.has(NarrativeLevel.below), isHead { scope.level = .below }
        let isObject =
            start > 0
            && [Letter.towards, Letter.against, Letter.within, Letter.at, Letter.enumerationComma].contains(
                text.letters[start - 1])
        // 省级19篇，市级63篇; but 市12345热线共受理群众来电9414件
        let isTier = sense.acts == 0 && end < text.letters.count && Letter.isDigit(text.letters[end])
        if classes & 1 << UInt64(Lexicon.otherBody) != 0, isHead, !isObject, !isTier,
            hits.length(of: Lexicon.notSubject, at: end, in: lexicon.index) == nil, !isGuide(start..<end)
        {
            setLevel(.above, at: start)
        }
    }

    /// 围绕县委县政府中心工作，公开信息42条, but 根据县政府办通报，公开信息4200条
    private func isGuide(_ body: Range<Int>) -> Bool {
        let begin = clauseStart(before: body.lowerBound)
        return body.lowerBound - begin <= Self.longestGuidance
            && [Lexicon.guidance, Lexicon.ground].contains {
                hits.length(of: $0, at: begin, in: lexicon.index) != nil
            }
            && !names(Lexicon.reported, in: body.upperBound..<clauseEnd(from: body.upperBound))
    }

    /// 贯彻落实县委县政府
    private static let longestGuidance = 8

    /// What a word says of time.
    private mutating func placeInTime(_ sense: WordSense, _ place: Range<Int>, isNow: Bool) {
        let (start, end) = (place.lowerBound, place.upperBound)
        // 从2003年设立到目前; 2021年运行以来，截至目前共受理
        // 2021年未转结申请到本年: from that year.
        let isGoal = start > 0 && Letter.into.contains(text.letters[start - 1])
        func isCarried() -> Bool {
            item.mentions.suffix(40).contains { $0.clause == clause && isCarry(lexicon.senses[Int($0.word)].acts) }
        }
        if isGoal, sense.has(NarrativeTime.thisYear), isCarried() { return scope.clauseTime = .otherYear }
        let isSince = scope.time.isOfYears && (scope.setClause == clause || scope.endsWithSentence && isNow)
        if isNow, isHead, lasting.sinceSentence == sentence - 1 {
            // 自2021年开通以来，…。截至目前，办结率98%
            set(.severalYears)
        } else if told.otherYearSentence == sentence, Letter.sameYear.contains(Array(text.letters[place])) {
            // 荣获2021年度先进，当年受理256件
            put(.otherYear)
        } else if isOfNamedYear(place) {
            scope.isCarried = true
        } else if sense.has(NarrativeTime.thisYear), !isSince, isNow || start != lasting.yearEnd {
            setThisYear()
            scope.isUpToNow = isNow
        }
        if sense.has(NarrativeTime.otherYear) { placeInOtherYear(start, end) }
        if sense.has(NarrativeTime.nextYear) { put(.nextYear) }
        if sense.has(NarrativeTime.partOfYear) {
            // 全年受理731件，其中三季度最多，达246件；办结729件
            let isLater = told.hasThisYear
            set(.partOfYear)
            // 今年上半年工作有特点，我镇上半年有低保户84户: no two parts of the year.
            if told.period.elementsEqual(text.letters[place]) { told.periods -= 1 }
            told.period = Array(text.letters[place])
            scope.endsWithStop = isLater
            scope.endsWithSentence = stands(Lexicon.since, before: start)
        }
        if sense.has(NarrativeTime.festival) { if isHead { set(.festival) } else { scope.clauseTime = .festival } }
        if sense.has(NarrativeTime.severalYears) {
            if isHead { set(.severalYears) } else { scope.clauseTime = .severalYears }
        }
        if sense.has(NarrativeTime.spanOfYears) {
            if isHead { set(.spanOfYears) } else { scope.clauseTime = .spanOfYears }
        }
    }

    private mutating func placeInOtherYear(_ start: Int, _ end: Int) {
        if stands(Lexicon.comparison, before: start) {
            addStanding(.change, start..<end)
        } else if text.letters[end - 1] == Letter.existing {
            // 原有128个，现有136个
            scope.clauseTime = .otherYear
        } else if text.letters[end - 1] == Letter.beginning {
            // 年初176人，年末171人; but 年初举办培训
            if isStock(at: end) { scope.clauseTime = .otherYear }
            if Letter.endsClause(text.letters[end]) { scope.yearStart = clause + 1 }
        } else {
            put(.otherYear)
        }
    }

    /// Whether what follows tells how many there were: 176人, 在册176人, 有176人.
    private func isStock(at place: Int) -> Bool {
        let next = text.letters[place]
        return Letter.isDigit(next) || next == Letter.existing
            || hits.length(of: Lexicon.present, at: place, in: lexicon.index) != nil
    }

    /// 青溪县组织宣传, 东苑社区现有低保户152户: a place of its own name at the head of a clause.
    mutating func placeName(_ hit: WordHits.Hit, _ classes: UInt64) {
        let end = Int(hit.start + hit.length)
        let isListed = !item.link.isDisjoint(with: .enumeration)
        let begin = Int(hit.start) - item.unexplained
        guard (1...4).contains(item.unexplained), end < text.letters.count, isListed ? item.villages == clause : isHead,
            !isInAccountName(begin..<end)
        else { return }
        let isAbove = classes & 1 << UInt64(Lexicon.placeAbove) != 0
        // 青山村、红旗村公示, but 在青山村、红旗村公示
        if !isAbove, text.letters[end] == Letter.enumerationComma,
            begin == 0 || text.letters[begin - 1] != Letter.within
        {
            item.villages = clause
        }
        // 柳东村12345热线受理56件
        let isOfSource = words(at: end).contains { $0.source != 0 && Letter.isDigit(text.letters[end]) }
        let isActing = hits.places(at: end).contains { lexicon.senses[Int(hits.all[$0].word)].acts != 0 } || isOfSource
        if isAbove, isActing && text.letters[end - 1] == Letter.county || speaks(hit) {
            setLevel(.above, at: Int(hit.start))
        } else if !isAbove, isActing || !parts(text.letters[end]) || isYear(at: end) {
            scope.level = .below
        }
    }

    /// “富美唐村”公众号, 公众号“富美唐村”, “唐村微讯”公众号, but “青山村”公开栏
    private func isInAccountName(_ name: Range<Int>) -> Bool {
        func isAccount(_ senses: [WordSense]) -> Bool {
            senses.contains { $0.carriers & lexicon.named.accounts != 0 }
        }
        let close = (name.upperBound..<min(text.letters.count, name.upperBound + Self.longestAccount)).first {
            text.omitted(before: $0).isQuote
        }
        guard let close, close == name.upperBound || text.omitted(before: name.lowerBound).isQuote else { return false }
        let last = item.mentions.last.flatMap { Int($0.end) == name.lowerBound ? [lexicon.senses[Int($0.word)]] : nil }
        return isAccount(words(at: close)) || isAccount(last ?? [])
    }

    private static let longestAccount = 6

    /// 邻镇公开386条, but 借鉴邻镇经验: another place that its clause is about.
    ///
    /// - Parameter isOfClause: whether it speaks for its own clause alone: 镇派出所开展宣传12次，公开信息512条.
    mutating func placeNeighbour(_ hit: WordHits.Hit, isOfClause: Bool = false) {
        let (start, end) = (Int(hit.start), Int(hit.start + hit.length))
        guard start == 0 || Letter.endsClause(text.letters[start - 1]), end < text.letters.count else { return }
        let isActing = hits.places(at: end).contains { number in
            let sense = lexicon.senses[Int(hits.all[number].word)]
            return sense.acts != 0 || sense.times != 0 || sense.has(NarrativeStanding.total)
        }
        guard isActing || Letter.isDigit(text.letters[end]) else { return }
        if text.letters[start] == Letter.this, isHead { return scope.level = .below }
        scope.clauseLevel = .above
        if isHead, !isOfClause { scope.neighbourSentence = sentence }
    }

    /// 临江市全年受理385件: whether a place that opens its clause is what the clause is about.
    private func speaks(_ place: WordHits.Hit) -> Bool {
        let (begin, end) = (Int(place.start) - item.unexplained, Int(place.start + place.length))
        guard begin == 0 || Letter.endsClause(text.letters[begin - 1]) else { return false }
        // 老城区, 园区, 夜市 are no places of their own.
        let isNamed = item.unexplained > 1 && !stands(Lexicon.commonArea, before: end)
        guard isNamed || text.letters[end - 1] == Letter.county else { return false }
        return isYear(at: end)
            || hits.places(at: end).contains { number in
                let sense = lexicon.senses[Int(hits.all[number].word)]
                return sense.times != 0 || sense.has(NarrativeStanding.total)
                    || lexicon.objects[Int(sense.object)].isAllowance
            }
    }

    private func isYear(at start: Int) -> Bool {
        start + 4 < text.letters.count && text.letters[start + 4] == Letter.year
            && text.letters[start..<start + 4].allSatisfy(Letter.isDigit)
    }

    private func parts(_ letter: UInt16) -> Bool { Letter.endsItem(letter) || Letter.isDigit(letter) }

    /// 全县受理9件，其中我镇受理2件: a part of what others have is the whole of what the township has.
    private mutating func setOwnLevel(_ word: Range<Int>) {
        let named = township(endingWith: word)
        let name = named?.isOwn == true ? (named?.name.lowerBound ?? 0)..<word.upperBound : word
        let position = name.lowerBound
        // 城东街道 is another one's name.
        // 全市公开22318条。石梁镇公开402条: the sentence before spoke of all, this one of the township.
        let isNamed = isHead && scope.level == .above && scope.isCarried && !scope.isPart
        let isOpening = isHead && item.isAfterStop && !scope.isPart || isNamed
        let isOurs = [Letter.mine, Letter.own].contains(text.letters[position]) || named?.isOwn == true
        if let named, isHead, passTownship(named.name, isOwn: named.isOwn) { return }
        if isOurs { lasting.ownNameSentence = sentence }
        if isOurs, isHead { told.oursClause = clause }
        let isPlain = isOurs || [Letter.whole, Letter.this].contains(text.letters[position])
        guard item.unexplained == 0 || scope.level == .own || isOpening || isPlain else { return }
        if isPlain, isGiven(to: name) { scope.given = clause }
        if !isPlain, isOfOurs(name, isPlain) { return scope.clauseLevel = .below }
        if scope.level == .above || isPlain && isOursOfAll() || isOfOurs(name, isPlain) { scope.isPart = false }
        if isPlain, isHead { scope.ours = clause }
        if isHead { scope.group = nil }
        lasting.ownSentence = sentence
        scope.neighbourSentence = -1
        scope.level = .own
        scope.clauseLevel = .own
        scope.isCarried = false
    }

    /// 提案108件，其中我镇承办4件: of what others were given, ours is the whole.
    private mutating func isOursOfAll() -> Bool {
        guard scope.isPart, tellings.count == scope.partStart, let last,
            last.roles.varieties & lexicon.proposers != 0
        else { return false }
        for index in tellings.indices.reversed().prefix(Self.mostGiven)
        where tellings[index].paragraph == paragraph && tellings[index].roles.object == last.roles.object {
            tellings[index].roles.level = .above
        }
        return true
    }

    static let mostGiven = 6

    /// 位列全区第三, 占全县的2%: it tells how the township stands among others.
    private func isRanking(_ start: Int, _ end: Int) -> Bool {
        start > 0 && Letter.rankings.contains(text.letters[start - 1])
            || end < text.letters.count && Letter.ranks.contains(text.letters[end])
    }

    mutating func setLevel(_ level: NarrativeLevel, at position: Int) {
        if isHead, scope.clauseLevel != .own {
            scope.level = level
            scope.levelClause = clause
            scope.isCarried = false
        } else if scope.clauseLevel == nil {
            scope.clauseLevel = level
        }
    }

    mutating func addStanding(_ standing: NarrativeStanding, _ range: Range<Int>) {
        item.unexplained = 0
        item.standing = (standing, clause, item.mentions.count)
    }

    /// Whether a word of a role ends just before a letter.
    func stands(_ role: Int, before end: Int) -> Bool {
        hasWord(endingAt: end, within: Self.longestBefore) { lexicon.index.isMember($0, of: role) }
    }

    private static let longestBefore = 3
}
