import Catalogue

/// Which of the words at a letter is read.
extension RoleReader {
    /// The longest word that tells something and does not run into a number. Static, since it is asked for at every
    /// letter: the whole reader would be copied for it.
    static func word(
        at position: Int, before limit: Int, _ text: FoldedText, _ hits: WordHits, _ lexicon: Lexicon
    ) -> WordHits.Hit? {
        // 1—12月低保金: no 月低保金.
        if text.letters[position] == Letter.month, position > 0, Letter.isDigit(text.letters[position - 1]) {
            return nil
        }
        for place in hits.places(at: position) {
            let hit = hits.all[place]
            let end = position + Int(hit.length)
            // 目标95%, but not 目标信息2条
            let telling = end == limit ? Lexicon.telling | Lexicon.aiming : Lexicon.telling
            if end <= limit, lexicon.index.firstClasses(Int(hit.word)) & telling != 0,
                !isMeeting(hit, text, hits, lexicon), !isManner(hit, text, lexicon)
            {
                return hit
            }
        }
        return nil
    }

    /// 发布会议信息: what was disclosed are meetings, no 发布会.
    private static func isMeeting(
        _ hit: WordHits.Hit, _ text: FoldedText, _ hits: WordHits, _ lexicon: Lexicon
    ) -> Bool {
        let end = Int(hit.start + hit.length)
        return end < text.letters.count && text.letters[end] == Letter.discuss
            && text.letters[end - 1] == Letter.meeting
            && hits.places(at: Int(hit.start)).contains {
                let shorter = hits.all[$0]
                return shorter.length == hit.length - 1
                    && lexicon.senses[Int(shorter.word)].acts & lexicon.named.disclosing != 0
            }
    }

    /// 高龄津贴申请126件: what is applied for right before an application.
    func applied(for object: UInt8) -> UInt8? {
        guard let noun = (group.isEmpty ? item.mentions : behind).last, Int(noun.end) == position,
            lexicon.objects[Int(object)].plain == lexicon.named.request, lexicon.follows(object, noun.object)
        else { return nil }
        return noun.object
    }

    /// 按季度要求公开财政信息: 要求公开 that says how it was done is no request.
    private static func isManner(_ hit: WordHits.Hit, _ text: FoldedText, _ lexicon: Lexicon) -> Bool {
        let start = Int(hit.start)
        guard text.letters[start] == Letter.demand, lexicon.senses[Int(hit.word)].object == lexicon.named.request else {
            return false
        }
        let before = text.letters[..<start].suffix(longestManner).reversed().prefix { !Letter.endsClause($0) }
        return before.contains(where: Letter.accordingTo.contains)
    }

    private static let longestManner = 8
}
