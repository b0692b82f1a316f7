import Catalogue

/// Numbers that count nothing that anybody asks for.
extension RoleReader {
    /// 1、 and 2. before an item.
    func isItemNumber(_ found: FoundQuantity) -> Bool {
        let start = found.whole.lowerBound
        guard found.unit == nil, found.number.count <= 2, found.whole.upperBound < text.letters.count,
            [Letter.enumerationComma, Letter.dot, Letter.fullDot].contains(text.letters[found.whole.upperBound])
        else { return false }
        // 其中1.组织机构6
        let isBehindAmong = start > 1 && text.letters[start - 2..<start].elementsEqual(Letter.amongThem)
        return isBehindAmong || start == 0 || Letter.endsPart(text.letters[start - 1])
            || text.letters[start - 1] == Letter.colon
    }

    /// 4项合计249万元: how many were added up.
    func isNumberOfItems(_ found: FoundQuantity) -> Bool {
        let (start, end) = (found.whole.lowerBound, found.whole.upperBound)
        guard found.unit != nil, found.number.count <= 2, end < text.letters.count,
            start == 0 || Letter.endsItem(text.letters[start - 1])
        else { return false }
        return hits.places(at: end).contains { place in
            let hit = hits.all[place]
            return hit.length > 1 && lexicon.senses[Int(hit.word)].has(NarrativeStanding.total)
        }
    }

    /// 发放低保金五次，共236万元: how often it was paid.
    func isFrequency(_ found: FoundQuantity) -> Bool {
        // 发放低保金12批次, 分12批次发放
        let (start, end) = (found.whole.lowerBound, found.whole.upperBound)
        let isOfBatches = text.letters[max(0, end - 2)..<end].contains(Letter.group)
        if isOfBatches, start > 0, text.letters[start - 1] == Letter.parts { return true }
        guard unitGroup(found) == .times || isOfBatches, group.isEmpty, item.unexplained == 0,
            let last = item.mentions.last
        else {
            return false
        }
        return lexicon.objects[Int(last.object)].isAllowance && !lexicon.counts(.times, last.object)
    }

    /// 一项重要工作, 七项工作制度, 一条新途径: what a numeral in words counts is told by the noun behind it, which is none of
    /// the catalogue's. “三单发布”, “一本通” are names.
    func countsAnother(_ found: FoundQuantity) -> Bool {
        let (start, end) = (found.number.lowerBound, found.whole.upperBound)
        guard found.unit != nil, ChineseNumeral.isNumeral(text.letters[start]), end < text.letters.count,
            Letter.unitsOfMatters.contains(text.letters[end - 1])
        else { return false }
        if text.omitted(before: start).isQuote || text.omitted(before: end).isQuote { return true }
        // 一件一档
        if ChineseNumeral.isNumeral(text.letters[end]) { return true }
        guard Letter.isIdeograph(text.letters[end]) else { return false }
        if Letter.goesOnBehindCount.contains(text.letters[end]) { return false }
        return !hits.places(at: end).contains { lexicon.senses[Int(hits.all[$0].word)].isMention }
    }
}
