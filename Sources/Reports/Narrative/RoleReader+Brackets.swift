import Catalogue

/// What stands in brackets, and what of it says something of the numbers behind them.
extension RoleReader {
    /// 工作动态（24条）、农村低保（235户412人）: brackets round nothing but the numbers of what stands before them.
    mutating func isCount(_ start: Int, _ end: Int) -> Bool {
        guard group.isEmpty, Letter.isDigit(text.letters[start + 1]), let word = item.mentions.last,
            Int(word.end) == start
        else { return false }
        var place = start + 1
        for quantity in quantities[firstQuantity(from: place)...].prefix(Self.mostInBrackets) {
            guard quantity.whole.lowerBound == place, quantity.unit != nil, unitGroup(quantity) != .things else {
                break
            }
            place = quantity.whole.upperBound
            if text.letters[place] == Letter.enumerationComma { place += 1 }
        }
        guard place == end - 1, text.letters[place - 1] != Letter.enumerationComma else { return false }
        lasting.countEnd = place
        return true
    }

    private static let mostInBrackets = 3

    /// The first number that begins at a letter or behind it.
    func firstQuantity(from start: Int) -> Int {
        var (low, high) = (0, quantities.count)
        while low < high {
            let middle = (low + high) / 2
            if quantities[middle].whole.lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func openBracket(at position: Int) {
        // Words behind a number belong to it only up to a bracket.
        let isAfterNumber = !group.isEmpty || item.hasNumber
        describe()
        outer.append((item, scope, denial, lastTelling, source, clause, isAfterNumber ? position : nil))
        denial = nil
        item = Item()
        let meant = waiting
        if isAfterNumber { beginPart() }
        waiting = meant
        clause += 1
    }

    /// 政务新媒体（“柳溪发布”微信公众号）: the one account that brackets behind new media name, and say no more of than
    /// its name; but not （微信公众号为主） or （除微信公众号外）.
    private func account(in inside: [Mention], before end: Int) -> [Mention] {
        guard let named = item.mentions.last, lexicon.senses[Int(named.word)].carriers == lexicon.named.newMedia,
            inside.count == 1, lexicon.senses[Int(inside[0].word)].carriers & lexicon.named.accounts != 0
        else { return [] }
        let (start, over) = (Int(inside[0].start), Int(inside[0].end))
        func isBracket(before place: Int) -> Bool { text.letters[place - 1] == Letter.openBracket }
        let begin = (max(1, start - Self.longestAccount)...start).last(where: isBracket)
        guard let begin else { return [] }
        let isOpening = begin == start || text.omitted(before: begin).isQuote && text.omitted(before: start).isQuote
        let isClosing = over == end || text.omitted(before: over).isQuote && text.omitted(before: end).isQuote
        return isOpening && isClosing ? inside : []
    }

    private static let longestAccount = 20

    mutating func closeBracket(at position: Int) {
        describe()
        endDenial(at: position)
        guard let before = outer.popLast() else { return }
        let inside = item.mentions
        let dated = !item.hasNumber && inside.isEmpty && item.unexplained == 0 ? scope : nil
        let innerClause = clause
        // 综合服务平台（12345）: where the cases come from, but for （含12315）.
        let sources =
            inside.contains { lexicon.senses[Int($0.word)].has(NarrativeStanding.part) }
            ? [] : inside.filter { lexicon.senses[Int($0.word)].source != 0 }
        item = before.item
        scope = before.scope
        denial = before.denial
        lastTelling = before.last
        if let dated, let opening = before.opening { dateNumbers(before: opening, in: dated, at: innerClause) }
        // （含“12315”转来37件）: what stands in brackets says nothing of the numbers behind them.
        if before.item.hasNumber { source = before.source }
        // （“12345”热线）: a name in brackets still says where the cases come from.
        if !item.hasNumber {
            item.mentions += item.mentions.isEmpty ? inside : sources + account(in: inside, before: position)
        }
        // 为216名老人（其中百岁老人2名）发放: the clause goes on.
        for index in waiting where tellings[index].clause == before.clause { tellings[index].clause = clause }
        if item.means.clause == before.clause { item.means.clause = clause }
        for index in item.mentions.indices where item.mentions[index].clause >= before.clause {
            item.mentions[index].clause = clause
        }
    }
}
