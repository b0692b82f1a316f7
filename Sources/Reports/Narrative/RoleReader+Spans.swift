import Catalogue

/// Several years that are told of together.
extension RoleReader {
    /// 2020—2022年累计公开: some years. A noun behind them is of them alone: 按照2021—2025年规划公开 says nothing of time.
    mutating func take(span range: Range<Int>) {
        guard isTold(behind: range.upperBound) else {
            if isHead, words(at: range.upperBound).contains(where: { $0.object != 0 }) {
                scope.clauseTime = .spanOfYears
            }
            return
        }
        guard isHead else { return scope.clauseTime = .spanOfYears }
        addUpYears()
    }

    mutating func addUpYears() {
        set(.spanOfYears)
        scope.endsWithSentence = true
    }

    /// Whether something is told of the years that end at a letter.
    private func isTold(behind end: Int) -> Bool {
        // 2021—2025年度规划 names a plan, 2020—2022年期间 only the years.
        var end = end
        while [Letter.quarter, Letter.issue, Letter.between].contains(text.letters[end]) { end += 1 }
        return Letter.endsClause(text.letters[end])
            || words(at: end).contains {
                $0.acts != 0 && $0.object == 0 || $0.times != 0 || $0.levels != 0 || $0.has(NarrativeStanding.total)
            }
    }

    func words(at place: Int) -> [WordSense] {
        hits.places(at: place).map { lexicon.senses[Int(hits.all[$0].word)] }
    }

    /// Whether a word that something holds of ends just before a letter, and begins no farther from it than told.
    func hasWord(endingAt end: Int, within length: Int, where holds: (_ word: Int) -> Bool) -> Bool {
        (max(0, end - length)..<end).contains { start in
            hits.places(at: start).contains {
                let hit = hits.all[$0]
                return start + Int(hit.length) == end && holds(Int(hit.word))
            }
        }
    }

    /// 2020年至2022年, 2020年、2021年和2022年累计: whether the report's year is the last of several that are added up.
    func endsSpan(_ range: Range<Int>) -> Bool {
        let (before, end) = (lasting.yearEnd, range.upperBound)
        guard before > 0, range.lowerBound - before <= Self.longestLink else { return false }
        let isSum = words(at: end).contains { $0.has(NarrativeStanding.total) }
        if told.yearSentence == sentence, told.years.count > 1, isSum { return true }
        let link = text.letters[before..<range.lowerBound]
        guard stands(Lexicon.upTo, before: range.lowerBound) || link.last == Letter.tilde else { return false }
        // 2021年1月至2022年12月, but 2021年12月26日至2022年12月25日 is a year.
        if link.contains(where: Letter.isDigit) {
            return link.starts(with: Letter.january) && (isTold(behind: end) || Letter.isDigit(text.letters[end]))
        }
        // 2020年至2022年对城乡特困群众实施救助
        let isDirected = link.count == 1 && [Letter.against, Letter.towards].contains(text.letters[end])
        return isTold(behind: end) || Letter.isDigit(text.letters[end]) || isDirected
    }

    private static let longestLink = 8

    /// 2021年、2022年和2023年
    mutating func list(year named: Int, at start: Int) {
        // 2020年至2022年分别
        let isSpan = lasting.yearEnd > 0 && text.letters[lasting.yearEnd] == Letter.upTo && lasting.yearEnd + 1 == start
        if isSpan, told.yearSentence == sentence, let first = told.years.last, (2...9).contains(named - first) {
            told.years += Array(first + 1..<named)
        } else if !item.link.joins || told.yearSentence != sentence {
            told.years = []
        }
        told.years.append(named)
        told.yearSentence = sentence
        // What follows is no part of their list.
        if told.years.count > 1 { item.link.subtract([.enumeration, .joiner]) }
    }

    /// Whether a space alone parts a date from the number before it.
    func isSpaced(before position: Int) -> Bool {
        group.last.map { quantities[$0].whole.upperBound == position } ?? false
            && [.space, .gap].contains(text.omitted(before: position))
    }

    /// (二)依申请公开情况 2021年，收到申请7件: whether a space alone parts a year from the heading that opens its paragraph.
    func isBehindHeading(_ range: Range<Int>) -> Bool {
        sentenceBegin == paragraphBegin && tellings.count == sentenceStart && group.isEmpty
            && sentenceBegin < range.lowerBound && clauseStart(before: range.lowerBound) <= sentenceBegin
            && [.space, .gap].contains(text.omitted(before: range.lowerBound))
            && text.letters[range.upperBound...].first.map(Letter.endsClause) ?? false
    }

    /// 公开《2022年部门决算》等2条: whether a year stands in a title that is counted.
    func isInTitle(_ range: Range<Int>) -> Bool {
        let end = min(range.upperBound + Self.longestTitle, text.letters.count)
        guard let close = text.letters[range.upperBound..<end].firstIndex(of: Letter.closeTitle),
            close + 1 < text.letters.count,
            !text.letters[range.upperBound..<close].contains(where: Letter.endsClause)
        else { return false }
        let next = text.letters[close + 1]
        let start = max(0, range.lowerBound - Self.longestTitle)
        let open = text.letters[start..<range.lowerBound].lastIndex { Letter.isTitleMark($0) }
        return open.map { text.letters[$0] } == Letter.openTitle
            && (Letter.isDigit(next) || Letter.behindTitles.contains(next))
    }

    private static let longestTitle = 40

    /// 废止2018年制定的规范性文件1件: when it was issued says nothing of when it was repealed.
    func isOfDocument(_ range: Range<Int>) -> Bool {
        func isOfDocuments(_ word: Int32) -> Bool { lexicon.stages(lexicon.senses[Int(word)].acts, .documents) }
        return item.mentions.contains { $0.clause == clause && isOfDocuments($0.word) }
            && hits.places(at: range.upperBound).contains { place in
                let hit = hits.all[place]
                let end = Int(hit.start + hit.length)
                return isOfDocuments(hit.word) && end < text.letters.count && text.letters[end] == Letter.attributive
            }
    }

    /// 公开2021年度信息公开年报1条: of what year a document is says nothing of when it was published.
    func isOfYearly(_ range: Range<Int>) -> Bool {
        let isDisclosed = item.mentions.contains {
            lexicon.senses[Int($0.word)].acts & (lexicon.named.disclosing | lexicon.named.proactive) != 0
        }
        return (isDisclosed || scope.isPart)
            && hits.length(of: Lexicon.yearly, at: range.upperBound, in: lexicon.index) != nil
    }
}
