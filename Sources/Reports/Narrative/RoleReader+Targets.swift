import Catalogue
import Values

/// Numbers of what was to be done, was applied for or taken back, and not done.
extension RoleReader {
    /// 目标300条, 任务240条, 预算安排低保金210万元; but 督办任务36项 are what was handed on.
    func isOfTask(_ finding: Finding, _ found: FoundQuantity) -> Bool {
        let isOfPeople = [.money, .persons, .households].contains(finding.unit)
        let isDisclosed =
            finding.unit == .cases && (finding.carriers != 0 || finding.acts & lexicon.named.disclosing != 0)
        guard isOfPeople || isDisclosed, finding.source == Roles.none else { return false }
        if finding.unit == .money, scope.budgeted == clause, !lexicon.stages(finding.acts, .pays) { return true }
        let start = group.first.map { quantities[$0].whole.lowerBound } ?? found.whole.lowerBound
        return stands(Lexicon.target, before: start)
    }

    /// 单次最高1万元, 最高临时救助1万元: what one may be given; but 最高检
    func isOfMost(before end: Int) -> Bool {
        let first = max(sentenceBegin, end - Self.longestBound)
        for place in (first..<end).reversed() {
            let letter = text.letters[place]
            if Letter.endsItem(letter) || Letter.isDigit(letter) { return false }
            // 最低生活保障金 is no bound.
            guard letter == Letter.most, let word = hits.places(at: place).first.map({ Int(hits.all[$0].word) }) else {
                continue
            }
            return lexicon.index.isMember(word, of: Lexicon.limit)
        }
        return false
    }

    private static let longestBound = 12

    /// 2000元以下的, 2000元以上的: not what was paid, but of what size.
    func isSize(endingAt end: Int) -> Bool {
        let letters = text.letters
        let isUpTo = end + 2 < letters.count && Letter.upToSize.contains(Array(letters[end..<end + 2]))
        let isFrom =
            end > 1 && letters[end - 2..<end].elementsEqual(Letter.fromSize) && letters[end] == Letter.attributive
        return isUpTo || isFrom
    }

    /// 发放800元至3500元不等的津贴, 500元、800元不等: between what bounds each is given.
    func isOfRange(_ found: FoundQuantity) -> Bool {
        guard let here = group.first(where: { quantities[$0].whole == found.whole }) else { return false }
        let letters = text.letters
        var end = found.whole.upperBound
        for next in quantities[(here + 1)...].prefix(Self.longestList)
        where next.whole.lowerBound == end + 1 && unitGroup(next) == .money {
            guard Letter.joiners.contains(letters[end]) || Letter.spans.contains(letters[end]) else { break }
            end = next.whole.upperBound
        }
        return letters[end...].starts(with: Letter.various)
    }

    /// 2000元以下的38户4.6万元: some of those who were paid.
    func isOfSize() -> Bool {
        tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostOfSize).contains {
            $0.clause == clause && $0.roles.unit == .money && $0.roles.standing == .plan
                && (isSize(endingAt: $0.place.upperBound) || isSize(endingAt: $0.place.upperBound + 2))
        }
    }

    private static let mostOfSize = 3

    /// 追回低保金0.8万元, 尚欠发低保金0.8万元; 申报临时救助60户, 公示临时救助对象60户: what an allowance was not paid to.
    func standingOfUnpaid(_ finding: Finding) -> NarrativeStanding? {
        guard !lexicon.stages(finding.acts, .pays) else { return nil }
        if finding.acts & (lexicon.named.recovering | lexicon.named.owing) != 0 { return .share }
        guard finding.unit != .cases, finding.hasActHere, finding.acts & lexicon.named.applying != 0 else { return nil }
        return .plan
    }

    /// 制作信息600条，其中主动公开512条: of what was made, the part that was disclosed is all that was.
    mutating func discloseMade(_ finding: inout Finding) {
        guard scope.isPart, finding.unit == .cases, finding.hasActHere, finding.acts & lexicon.named.disclosing != 0,
            finding.carriers == 0, !finding.usesBehind, scope.partStart == tellings.count, let index = lastTelling,
            tellings[index].sentence == sentence, tellings[index].roles.unit == .cases,
            tellings[index].roles.carriers == 0, tellings[index].roles.source == 0
        else { return }
        let end = tellings[index].place.lowerBound
        let made = text.letters[clauseStart(before: end)..<end]
        guard zip(made, made.dropFirst()).contains(where: { Letter.makes.contains([$0, $1]) }) else { return }
        tellings[index].roles.standing = .share
        finding.isAllMade = true
    }

    /// A plan said behind rates is of them too: 以“办结率100%”为标尺.
    /// - Parameter closes: whether the word closes its clause: 以办结率100%；满意率98%为目标
    mutating func beginPlan(closes: Bool, isAhead: Bool) {
        scope.isPlan = true
        scope.planned = clause
        guard !isAhead else { return }
        // 以办结率100%为目标，全年受理312件: what is aimed at stands before it.
        if closes { describe() }
        if closes, tellings.last?.clause == clause, tellings.last?.roles.unit == .percent { scope.isPlan = false }
        for index in tellings.indices.reversed().prefix(4)
        where tellings[index].sentence == sentence && tellings[index].roles.unit == .percent
            // 参保率98.6%；养老保险参保11852人，完成任务的103%
            && (closes || index >= told.partStart)
        {
            tellings[index].roles.standing = .plan
        }
    }
}
