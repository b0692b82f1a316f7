import Catalogue

/// Numbers that came in the place of others: 由去年的3人增加到4人.
extension RoleReader {
    /// 由720元调整为760元: so little is what one of them is given.
    private func isGivenEach(_ telling: Telling) -> Bool {
        telling.roles.unit == .money && [.whole, .total].contains(telling.roles.standing)
            && telling.amount.value < Self.largestStandard
            && lexicon.objects[Int(telling.roles.object)].isAllowance
    }

    /// Whether the sentence has told what each is given on the average: 由人均323元提高到342元，城市由486元提高到512元.
    private var isBesideAverage: Bool {
        tellings[sentenceStart...].suffix(Self.mostGiven).contains { $0.roles.standing == .average }
    }

    /// 由去年的3人增加到4人: only the latter is told.
    mutating func changeTo() {
        describe()
        var standing: NarrativeStanding?
        // 去年的3人增加到4人, but 去年，由3人增加到4人
        var isDated = false
        for index in tellings.indices.reversed().prefix(4) where tellings[index].sentence == sentence {
            let start = tellings[index].place.lowerBound
            let isFrom = start > 0 && [Letter.from, Letter.out].contains(text.letters[start - 1])
            guard tellings[index].clause == clause || tellings[index].clause == clause - 1 && isFrom else { continue }
            // 集中供养提高到915元、分散供养提高到793元: each of a list rose by itself.
            if !isFrom, item.mentions.contains(where: { $0.link.contains(.enumeration) }) { continue }
            // 标准由480元升至560元: what it rose to is a standard too; 月人均补差由96元提高到118元 an average.
            let before = tellings[index].roles.standing
            if before == .standard || before == .average { standing = before }
            if isGivenEach(tellings[index]) { standing = isBesideAverage ? .average : .standard }
            tellings[index].roles.standing = .change
            isDated = isDated || start > 0 && Letter.timeEnds.contains(text.letters[start - 1])
            // 响应率100%、解决率由91%升至95%: the first is no comparison.
            if isFrom { break }
        }
        // 分别由92%、95%升到97%、98%: each has a number again.
        if turn?.clause == clause, turn?.isTold == true {
            turn?.next = 0
            turn?.first = nil
        }
        item.standing = standing.map { ($0, clause, item.mentions.count) }
        item.standingFloor = item.mentions.count
        scope.clauseTime = nil
        if scope.time == .otherYear, isDated { scope.time = .thisYear }
    }

    /// 2022年比2021年（132件）多43件: what brackets behind another year hold, and by how much more it was.
    func standingOfCompared(_ start: Int) -> NarrativeStanding? {
        guard start > 1 else { return nil }
        if isBehindOtherYear(start) { return .share }
        guard Letter.moreOrFewer.contains(text.letters[start - 1]) else { return nil }
        // 今年多43件
        return text.letters[start - 2] == Letter.year || isCompared(before: start - 1) ? .change : nil
    }

    /// 2021年（132件）, 上年度（132件）, 去年同期（132件）
    private func isBehindOtherYear(_ start: Int) -> Bool {
        guard text.letters[start - 1] == Letter.openBracket else { return false }
        let before = text.letters[..<(start - 1)].suffix(Self.longestYear)
        guard let year = before.lastIndex(of: Letter.year),
            Letter.afterYear.contains(where: before[(year + 1)...].elementsEqual)
        else { return false }
        let named = before[..<year].suffix(4)
        if named.count == 4, named.allSatisfy(Letter.isDigit) {
            return !named.elementsEqual(Array(String(self.year).utf16))
        }
        return year > 0 && words(at: year - 1).contains { $0.times != 0 && !$0.has(NarrativeTime.thisYear) }
    }

    private static let longestYear = 8

    /// Whether a clause compares before a letter: 比上年多43件, but not 较多43件.
    private func isCompared(before end: Int) -> Bool {
        (clauseStart(before: end)..<end).contains {
            Letter.than.contains(text.letters[$0]) && $0 + 1 < end
                && hits.length(of: Lexicon.comparison, at: $0, in: lexicon.index) != nil
        }
    }
}
