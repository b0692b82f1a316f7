import Catalogue

/// Numbers without a unit, as the cells of small tables have: only the noun before them says what they count.
extension RoleReader {
    /// 12345热线排名9, 12345热线联络员2, 主动公开信息错误数5: whether the noun right before such a number is of something that is
    /// not counted so, or that nobody knows.
    func isBehindOtherNoun(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        guard finding.unit == .bare, found.unit == nil else { return false }
        let start = clauseStart(before: found.whole.lowerBound)
        let name = text.letters[start..<found.whole.lowerBound]
        let end = (name.lastIndex { !Letter.countsNoun.contains($0) } ?? start - 1) + 1
        var isKnown = false
        let isOther = hasWord(endingAt: end, within: min(Self.longestNoun, end - start)) { word in
            isKnown = true
            return isOtherNoun(word, finding)
        }
        if isKnown { return isOther }
        return end - start > 1 && text.letters[end - 2..<end].allSatisfy(Letter.isWordPart)
            && !(max(start, end - Self.longestNoun)..<end).contains { place in
                hits.places(at: place).contains { place + Int(hits.all[$0].length) >= end - 1 }
            }
    }

    /// Whether a word is of something that numbers without a unit do not count, people, ranks or outcomes; 依申请公开信息目录数
    /// is of no requests.
    private func isOtherNoun(_ word: Int, _ finding: Finding) -> Bool {
        let sense = lexicon.senses[word]
        if sense.object != 0, sense.acts == 0, sense.source == 0 {
            let isKind = lexicon.objects[Int(sense.object)].family == .kinds
            if isKind, finding.object == lexicon.named.request { return true }
            return !lexicon.counts(.bare, sense.object) && !lexicon.counts(.bare, sense.other)
        }
        return lexicon.index.isMember(word, of: Lexicon.honour) || lexicon.index.isMember(word, of: Lexicon.result)
    }

    private static let longestNoun = 8
}
