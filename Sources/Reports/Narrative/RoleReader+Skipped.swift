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

    /// 一项重要工作, 七项工作制度, 一条新途径: what a small numeral in words counts is told by the noun behind it, which is none of
    /// the catalogue's; “三单发布”, “一本通” are names.
    func countsAnother(_ found: FoundQuantity) -> Bool {
        let (start, end) = (found.number.lowerBound, found.whole.upperBound)
        guard found.unit != nil, ChineseNumeral.isNumeral(text.letters[start]), end < text.letters.count,
            Letter.unitsOfMatters.contains(text.letters[end - 1]), found.amount.value < Self.fewestCounted
        else { return false }
        if isInName(start..<end) { return true }
        // 一件一档
        if ChineseNumeral.isNumeral(text.letters[end]) { return true }
        guard Letter.isIdeograph(text.letters[end]), !Letter.goesOnBehindCount.contains(text.letters[end]) else {
            return false
        }
        // 十件各类12345工单
        let near = text.letters[end...].prefix(Self.longestAttribute).prefix(while: Letter.isWordPart)
        return !near.indices.contains { place in
            hits.places(at: place).contains { hit in
                let sense = lexicon.senses[Int(hits.all[hit].word)]
                return place == end ? sense.isMention : sense.source != 0 || sense.object == lexicon.named.request
            }
        }
    }

    /// “三单发布”, “魅力三单”, but not “市长信箱”五件 or 五件“两会”建议.
    private func isInName(_ count: Range<Int>) -> Bool {
        let letters = text.letters
        if text.omitted(before: count.lowerBound).isQuote {
            let rest = letters[count.upperBound...].prefix(Self.longestName).prefix(while: Letter.isWordPart)
            return (rest.startIndex...rest.endIndex).contains { text.omitted(before: $0).isQuote }
        }
        guard text.omitted(before: count.upperBound).isQuote else { return false }
        let head = letters[..<count.lowerBound].suffix(Self.longestName)
        let begin = head.lastIndex { !Letter.isWordPart($0) }.map { $0 + 1 } ?? head.startIndex
        return (begin..<count.lowerBound).contains { text.omitted(before: $0).isQuote }
    }

    private static let fewestCounted = 20
    private static let longestAttribute = 5
    private static let longestName = 8
}
