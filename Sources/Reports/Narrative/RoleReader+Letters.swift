import Catalogue

/// Letters that no mailbox was sent, sources that headings name, and ways that nobody knows.
extension RoleReader {
    /// 信访件27件、来信3件、来访14批: letters among petitions are such, and no messages; but 回复来信3件 and 留言3件.
    mutating func dropPetitionLetters() {
        let here = min(sentenceStart, tellings.count)..<tellings.count
        guard here.contains(where: { tellings[$0].roles.object == lexicon.named.petition }),
            !Letter.messages.contains(where: { says($0, from: sentenceBegin, to: min(position, text.letters.count)) })
        else { return }
        for index in here where tellings[index].roles.object == lexicon.named.letter {
            let roles = tellings[index].roles
            let isReplied = roles.acts & lexicon.named.replying != 0 && tellings[index].hasOwnAct
            if roles.source == Roles.none, !isReplied { tellings[index].roles.object = Roles.unknown }
        }
    }

    /// （三）“12345”市民热线及舆情应对: notes a heading that names the source of the complaints told below it, and no other; but
    /// 12345热线、信访及其他平台.
    mutating func noteSource(before end: Int) {
        guard source > Roles.manySources, tellings.count == sentenceStart, sentenceBegin == paragraphBegin,
            end - sentenceBegin <= Self.longestOfSource, end < text.letters.count,
            text.letters[end] == Letter.lineBreak, isListed(at: paragraphBegin)
        else { return }
        let isOfSeveral =
            item.mentions.contains { lexicon.objects[Int($0.object)].bond == .stated }
            || (Letter.otherCauses + Letter.besides).contains { says($0, from: sentenceBegin, to: end) }
        let named = item.mentions.filter { lexicon.senses[Int($0.word)].source != 0 }
        if named.count == 1, !isOfSeveral { lasting.sourceSentence = sentence }
    }

    private static let longestOfSource = 24

    /// 在镇工作专栏公布信息118条, 在新闻中心栏目中，发布信息29条: through a column of which nobody knows where it is; but 在网站专栏发布.
    func isInColumn(_ hit: WordHits.Hit, _ sense: WordSense) -> Bool {
        guard sense.acts == lexicon.named.disclosing, let column = item.mentions.last,
            column.object == lexicon.named.account, group.isEmpty,
            lexicon.senses[Int(column.word)].carriers == 0
        else { return false }
        let start = Int(hit.start)
        let isBefore = column.clause == clause - 1 && clauseStart(before: start) == start && hit.start - column.end <= 2
        guard isBefore || column.clause == clause && column.end == hit.start else { return false }
        let here = item.mentions.suffix(Self.mostInColumn).filter { $0.clause == column.clause }
        // 在各村设立专栏，公开信息320条
        let begin = clauseStart(before: Int(column.start))
        if isBefore, text.letters[begin] != Letter.within || here.contains(where: { isDeed($0) }) { return false }
        return text.letters[begin..<Int(column.start)].contains(Letter.within)
            && !here.contains { lexicon.senses[Int($0.word)].carriers != 0 }
    }

    private func isDeed(_ mention: Mention) -> Bool { lexicon.senses[Int(mention.word)].acts != 0 }

    /// 通过中国青禾网发布信息37条
    func isThroughStranger(_ sense: WordSense) -> Bool {
        sense.acts == lexicon.named.disclosing && item.isStrange && item.means.clause == clause
            && (sense.object == 0 || sense.object == lexicon.named.someInformation)
            && !item.mentions[min(item.means.count, item.mentions.count)...].contains(where: isWay)
    }

    private static let mostInColumn = 12
}
