import Catalogue
import Values

/// Numbers that stand only beside the one that counts: what was aimed at, another year's, another place's.
extension RoleReader {
    // MARK: Targets

    /// 满意率目标95%, 未达到95%的要求, 参保任务9200人，完成9016人: whether a number tells what there should have been.
    func isTarget(_ found: FoundQuantity) -> Bool {
        let (start, end) = (found.whole.lowerBound, found.whole.upperBound)
        return hits.length(of: Lexicon.targetBehind, at: end, in: lexicon.index) != nil && !isReached(before: start)
            || (max(0, start - Self.longestTarget)..<start).contains { place in
                hits.places(at: place).contains {
                    let hit = hits.all[$0]
                    return place + Int(hit.length) == start && !isTaskAlone(hit)
                        && lexicon.index.isMember(Int(hit.word), of: Lexicon.target)
                }
            } || endsTask(before: start) && isTask(endingAt: start) || isToldAgain(found)
    }

    /// 不足95%（91.3%）: what the exact rate in brackets behind it falls short of.
    private func isToldAgain(_ found: FoundQuantity) -> Bool {
        let end = found.whole.upperBound
        let next = firstQuantity(from: end)
        guard found.amount.qualifier == .lessThan, unitGroup(found) == .percent,
            text.letters[end] == Letter.openBracket, quantities.indices.contains(next)
        else { return false }
        return quantities[next].unit == found.unit && quantities[next].whole.lowerBound == end + 1
            && text.letters[quantities[next].whole.upperBound] == Letter.closeBracket
    }

    /// 任务, 任务数: of cases they are what was handed on.
    private func isTaskAlone(_ hit: WordHits.Hit) -> Bool {
        hit.length <= Self.longestTask && text.letters[Int(hit.start)...].starts(with: Letter.task)
    }

    private static let longestTask = 3
    private static let longestTarget = 8

    /// 圆满完成年度目标任务, 按照县里的目标任务: what there was to do, and was done.
    func isMet(_ word: Range<Int>) -> Bool {
        let start = clauseStart(before: word.lowerBound)
        // 按年度计划开展培训
        if text.letters[word].elementsEqual(Letter.planned) {
            let before = text.letters[max(start, word.lowerBound - Self.longestTail)..<word.lowerBound]
            // 制定年度培训计划，开展培训3次
            let isMade =
                text.letters[start...].starts(with: Letter.drawsUp)
                && Letter.endsClause(text.letters[word.upperBound])
            return before.contains(Letter.per) || isMade
        }
        // 完成目标任务数29100人的98.4%
        let isDone =
            word.lowerBound > start + 1
            && text.letters[word.lowerBound - 2..<word.lowerBound].elementsEqual(Letter.accomplished[0])
        if isDone, says(Letter.task, from: word.lowerBound, to: word.upperBound) { return true }
        return says(Letter.task, from: word.lowerBound, to: word.upperBound)
            && Letter.endsClause(text.letters[word.upperBound])
            && Letter.meets.contains { says($0, from: start, to: word.upperBound) }
    }

    /// 实现了办结率100%、满意率98%的目标
    private func isReached(before end: Int) -> Bool {
        let start = clauseStart(before: end)
        return Letter.reached.contains { says($0, from: start, to: end) }
    }

    /// 办结率100%、满意率98%的目标: what the list before it tells is aimed at as well.
    mutating func aimList(behind found: FoundQuantity) {
        let isAimedAt = hits.length(of: Lexicon.targetBehind, at: found.whole.upperBound, in: lexicon.index) != nil
        guard isAimedAt, !isReached(before: found.whole.lowerBound) else { return }
        for index in tellings.indices.suffix(Self.longestList)
        where tellings[index].clause == clause && tellings[index].roles.unit == unitGroup(found) {
            tellings[index].roles.standing = .plan
        }
    }

    private func endsTask(before end: Int) -> Bool {
        end > 1 && text.letters[end - 2..<end].elementsEqual(Letter.task)
    }

    /// 推送信息任务240条，完成286条: a noun before 任务, and what was done behind its number; but 接收任务33项、办结33项, and what a
    /// source gave to do.
    func isTask(endingAt end: Int) -> Bool {
        let index = firstQuantity(from: end)
        guard let noun = item.mentions.last, item.unexplained == 0, noun.clause == clause,
            (0...Self.longestTail).contains(end - 2 - Int(noun.end)),
            quantities.indices.contains(index + 1), quantities[index].whole.lowerBound == end
        else { return false }
        let (aim, done) = (quantities[index], quantities[index + 1])
        let between = text.letters[aim.whole.upperBound..<done.whole.lowerBound]
        guard aim.unit == done.unit, between.first.map(Letter.endsClause) ?? false, between.count <= Self.longestTarget,
            zip(between, between.dropFirst()).contains(where: { Letter.accomplished.contains([$0, $1]) })
        else { return false }
        let isOfSource = item.mentions.contains { lexicon.senses[Int($0.word)].source != 0 }
        if done.amount.value > aim.amount.value || unitGroup(aim) == .percent { return true }
        // 发布任务, 支出任务, but not 接收任务
        let sense = lexicon.senses[Int(noun.word)]
        let isAimedAt = sense.acts & lexicon.named.disclosing != 0 || lexicon.stages(sense.acts, .pays)
        return !isOfSource && (noun.object != 0 || isAimedAt)
    }

    /// 参保, as in 养老保险参保任务
    private static let longestTail = 4

    /// Whether a word is 任务 behind what there is to do: no cases.
    func isTaskWord(_ hit: WordHits.Hit) -> Bool {
        let end = Int(hit.start + hit.length)
        return hit.length == 2 && group.isEmpty && endsTask(before: end) && isTask(endingAt: end)
    }

    /// 710督办系统下达任务36项: what a source sends, and no plan.
    func isGivenTask(at start: Int) -> Bool {
        text.letters[start...].starts(with: Letter.hands)
            && item.mentions.contains { $0.clause == clause && lexicon.senses[Int($0.word)].source > Roles.manySources }
    }

    /// 力争应保尽保，低保286户; but 力争2022年底前，参保率达到98%: whether what ought to be is said, and of nothing that is counted.
    func isOught(upTo end: Int) -> Bool {
        guard scope.isPlan, scope.planned == clause, scope.plannedStart + Self.longestTail + 1 < end,
            Letter.oughts.contains(text.letters[scope.plannedStart])
        else { return false }
        let said = text.letters[scope.plannedStart..<end]
        let isDeadline = said.last.map { $0 == Letter.before || Letter.monthEnds.contains($0) } ?? false
        return !said.contains(where: Letter.isDigit) && !isDeadline
    }

    // MARK: Twins

    /// 满意率目标95%，实际98.1%: behind a number that does not count, the next that names nothing is of the same thing.
    mutating func takeTwin(_ finding: inout Finding) {
        contrastPlace(finding)
        guard let last, last.isContrasted, last.sentence == sentence, last.roles.unit == finding.unit,
            !finding.hasObjectHere, !finding.hasSourceHere, !finding.hasCarrierHere, finding.strangers < 2,
            finding.measures == 0 || last.roles.measure == finding.measure, last.roles.object != Roles.unknown,
            finding.mark == nil || finding.mark == last.roles.standing, turn?.clause != clause,
            // 脱贫人口参保率100%，全镇98%, but not 供水类满意率100%，公路类98%
            last.roles.standing != .share || scope.ours == clause
        else { return }
        let isOfAct = finding.hasActHere && !isAccomplished && !lexicon.isStageless(finding.acts)
        finding.take(last.roles, withActs: !isOfAct)
        // 计划210万元，完成198.5万元
        if last.clause < clause, scope.planned != clause { scope.isPlan = false }
    }

    /// 完成, 实现: says no more than that it was done.
    private var isAccomplished: Bool {
        item.mentions.last.map {
            Letter.accomplished.contains(Array(text.letters[max(0, Int($0.end) - 2)..<Int($0.end)]))
        } ?? true
    }

    // MARK: Brackets

    /// 95%（2021年）、98.1%（2022年）: of the year in brackets are the numbers right before them.
    mutating func dateNumbers(before opening: Int, in inner: Scope, at clause: Int) {
        let named = inner.clauseTime ?? (inner.setClause == clause ? inner.time : nil)
        guard let time = named, [.otherYear, .nextYear, .thisYear].contains(time) else { return }
        var end = opening
        for index in tellings.indices.suffix(Self.longestList).reversed()
        where tellings[index].quantity.map({ quantities[$0].whole.upperBound == end }) ?? false {
            tellings[index].roles.time = time
            tellings[index].isContrasted = time != .thisYear
            if let quantity = tellings[index].quantity { end = quantities[quantity].whole.lowerBound }
        }
    }

    // MARK: Other townships

    /// A township that a sentence names: from which telling on, and in which clause.
    struct NamedPlace {
        var first: Int
        var clause: Int
        var name: Range<Int>
    }

    /// 古渡镇, at the head of a clause that tells something of it: whether it is the report's own, and nil where what
    /// stands there is no such name.
    func township(endingWith word: Range<Int>) -> (name: Range<Int>, isOwn: Bool?)? {
        let letters = text.letters
        guard !Letter.plainOwn.contains(letters[word.lowerBound]), word.count <= 2 else { return nil }
        var begin = word.lowerBound
        while begin > 0, word.lowerBound - begin <= Self.longestPlace, Letter.isIdeograph(letters[begin - 1]) {
            begin -= 1
        }
        if letters[begin..<word.lowerBound].starts(with: Letter.amongThem) { begin += 2 }
        // 青杨乡乡村两级
        guard begin < word.lowerBound, !Letter.endsTownship.contains(letters[word.lowerBound - 1]) else { return nil }
        let name = begin..<word.lowerBound
        if knowsOwn, letters[..<word.lowerBound].suffix(own.count).elementsEqual(own) {
            return (word.lowerBound - own.count..<word.lowerBound, true)
        }
        // “柳溪镇”公众号 is an account's name.
        guard !text.omitted(before: begin).isQuote, (2...Self.longestPlace).contains(name.count),
            tells(behind: word.upperBound),
            begin == 0 || Letter.endsClause(letters[begin - 1]) || letters[begin - 1] == Letter.amid
        else { return nil }
        return (name, knowsOwn ? false : nil)
    }

    private static let longestPlace = 4

    /// Whether a text names a township: 柳溪镇, 柳溪街道.
    static func names(_ own: [UInt16], in text: FoldedText) -> Bool {
        guard let first = own.first else { return false }
        return text.letters.indices.dropLast(own.count).contains { place in
            text.letters[place] == first && text.letters[place..<place + own.count].elementsEqual(own)
                && Letter.endsTownship.contains(text.letters[place + own.count]) && !isTitle(text, from: place)
        }
    }

    /// 柳溪镇2022年政府信息公开工作年度报告
    private static func isTitle(_ text: FoldedText, from place: Int) -> Bool {
        let rest = text.letters[place...].prefix(Self.longestReport).prefix { !Letter.endsClause($0) }
        return zip(rest, rest.dropFirst()).contains { [$0, $1] == Letter.report }
    }

    private static let longestReport = 40

    /// Whether a word that tells something, or a number, stands at a letter.
    private func tells(behind end: Int) -> Bool {
        guard end < text.letters.count else { return false }
        return Letter.isDigit(text.letters[end])
            || words(at: end).contains { $0.isMention || $0.times != 0 }
    }

    /// 柳溪镇312件；古渡镇452件: another township's behind the report's own, or behind a first one of which nobody knows
    /// whether it is. Gives whether the clause is another's.
    mutating func passTownship(_ name: Range<Int>, isOwn: Bool?) -> Bool {
        guard isOwn != true else { return false }
        let hasOwnBefore = isOwn == false
        let isSecond = told.place.map { !text.letters[$0.name].elementsEqual(text.letters[name]) } ?? false
        guard hasOwnBefore || isSecond, tellings.count > sentenceStart || !group.isEmpty else {
            if told.place == nil { told.place = NamedPlace(first: tellings.count, clause: clause, name: name) }
            return false
        }
        if !hasOwnBefore, let first = told.place { giveAway(from: first) }
        scope.clauseLevel = .above
        scope.neighbourSentence = sentence
        return true
    }

    /// 古渡镇满意率95%，我镇98.1%: the same of another township before ours.
    private mutating func contrastPlace(_ finding: Finding) {
        guard told.oursClause == clause, let place = told.place, place.clause < clause, let last,
            last.sentence == sentence, last.roles.unit == finding.unit, place.first < tellings.count,
            !finding.hasObjectHere || finding.object == last.roles.object,
            finding.measures == 0 || finding.measure == last.roles.measure
        else { return }
        giveAway(from: place)
        told.place = nil
    }

    private mutating func giveAway(from place: NamedPlace) {
        for index in tellings.indices.suffix(Self.longestList) where index >= place.first {
            tellings[index].roles.level = .above
            tellings[index].isContrasted = true
        }
    }

    // MARK: Disputes over information

    /// 行政应诉案件3件，无政府信息公开类行政诉讼: those told before were over something else.
    mutating func denyKind(_ object: UInt8, at place: Range<Int>) {
        guard lexicon.named.disputes & 1 << UInt128(object) != 0,
            says(Letter.information, from: place.lowerBound, to: place.upperBound)
        else { return }
        for index in tellings.indices.suffix(Self.longestList)
        where tellings[index].sentence == sentence && tellings[index].roles.object == object
            && tellings[index].quantity != nil && tellings[index].amount.value > 0
        {
            let end = tellings[index].place.lowerBound
            if !says(Letter.information, from: clauseStart(before: end), to: end) {
                tellings[index].roles.standing = .share
            }
        }
    }

    // MARK: From one to the other

    /// 从256件到312件: what stood before 到 is no more.
    func isFromTo(_ hit: WordHits.Hit) -> Bool {
        let (start, end) = (Int(hit.start), Int(hit.start + hit.length))
        guard hit.length == 1, [Letter.until, Letter.upTo].contains(text.letters[start]), let first = group.first,
            group.last.map({ quantities[$0].whole.upperBound == start }) ?? false, behind.isEmpty
        else { return false }
        let begin = quantities[first].whole.lowerBound
        let next = firstQuantity(from: end)
        guard quantities.indices.contains(next), isDated(from: end, to: quantities[next].whole.lowerBound),
            let from = text.letters[max(0, begin - Self.longestDate)..<begin].lastIndex(where: {
                $0 == Letter.from || $0 == Letter.out
            }), isDated(from: from + 1, to: begin)
        else { return false }
        return quantities[next].unit == quantities[first].unit
            && text.letters[quantities[next].whole.upperBound] != Letter.not
    }

    /// 从2021年的256件到2022年的312件: whether nothing but a time stands between.
    private func isDated(from start: Int, to end: Int) -> Bool {
        let between = text.letters[start..<end]
        return between.isEmpty
            || between.count < Self.longestDate && between.last == Letter.attributive
                && !between.contains(where: Letter.endsItem)
    }

    private static let longestDate = 9
}

extension Finding {
    /// Takes all that is said of another number.
    fileprivate mutating func take(_ roles: Roles, withActs: Bool) {
        object = roles.object
        objects = 1 << UInt128(object)
        measure = roles.measure
        measures = measure == 0 ? 0 : 1 << UInt64(measure)
        (source, isSourceCarried) = (roles.source, false)
        (carriers, varieties) = (roles.carriers, roles.varieties)
        if withActs { acts = roles.acts }
        mark = nil
    }
}
