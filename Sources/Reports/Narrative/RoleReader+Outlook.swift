import Catalogue

/// What headings announce for the time to come: nothing below them is a figure of the year.
extension RoleReader {
    /// 三、2024年工作打算
    struct Outlook {
        /// Where what it heads begins, in letters.
        var begin: Int
        /// How the heading is numbered.
        var own: Line?
        /// The last line of the outermost list below it, where that is not told from the heading by its numbers.
        var item: Line?
        /// Whether no line has been seen below it.
        var isFresh = true
        /// Whether it heads nothing but the rest of its own paragraph.
        var isOfParagraph = false

        /// Takes a numbered line. Returns whether it is below the heading.
        mutating func heads(_ line: Line) -> Bool {
            guard let list = item ?? own else {
                item = line
                return line.style != .chapter || line.ordinal == 1
            }
            guard line.style == list.style else { return line.style > list.style }
            // Lists of chapters go on from one to the next; others may begin anew.
            let isNext = item.map { line.ordinal == $0.ordinal + 1 } ?? (isFresh && line.ordinal == 1)
            guard own == nil || line.ordinal != (own?.ordinal ?? 0) + 1 else { return false }
            item = line
            return isNext || own == nil && line.style != .chapter
        }
    }

    /// How a line is numbered: 三、 is the third chapter.
    struct Line {
        var style: Numbering
        var ordinal: Int64
        /// Where its words begin.
        var end: Int
    }

    /// How lines are numbered, the outermost first: 一、 （一） 1. （1）
    enum Numbering: Int, Comparable {
        case chapter, section, item, part

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Notes a heading of plans that ends at a mark. Another heading of the paragraph, 今年的不足：, ends what is planned.
    mutating func noteOutlook(at end: Int) {
        if let before = outlook, before.isOfParagraph, end < text.letters.count, text.letters[end] == Letter.colon,
            end - sentenceBegin <= Self.longestOutlook, says(any: Letter.looksBack, from: sentenceBegin, to: end)
        {
            planned.append(before.begin..<sentenceBegin)
            outlook = nil
        }
        guard outlook == nil, end < text.letters.count, end - sentenceBegin <= Self.longestOutlook,
            tellings.count == sentenceStart, group.isEmpty, isOutlook(upTo: end)
        else { return }
        let letters = text.letters
        let isLine =
            letters[end] == Letter.lineBreak || end + 1 < letters.count && letters[end + 1] == Letter.lineBreak
        let own = sentenceBegin == paragraphBegin ? numbering(at: sentenceBegin) : nil
        outlook = Outlook(begin: end + 1, own: own, isOfParagraph: !isLine && own == nil)
    }

    /// 2024年工作打算, 下一步重点工作, but not 存在问题及下一步打算 or 谋划下一步工作
    private func isOutlook(upTo end: Int) -> Bool {
        guard let word = (1...Self.longestWord).first(where: { endsOutlook(from: end - $0, to: end) }) else {
            return false
        }
        let (start, letters) = (headingStart, text.letters)
        guard start < end - word else { return false }
        let isNamed = scope.setClause >= sentenceClause && scope.time == .nextYear || scope.clauseTime == .nextYear
        let isOfYear = Letter.isDigit(letters[start]) || words(at: start).contains { $0.has(NarrativeTime.nextYear) }
        // 下一步重点工作, 今后工作思路, but not 目标任务 or 下达任务
        let isPlanned =
            Letter.ahead.contains(letters[start]) && words(at: start).contains { $0.has(NarrativeStanding.plan) }
            && !letters[start...].prefix(2).elementsEqual(Letter.hands)
        return (isNamed && isOfYear || isPlanned || letters[start..<end].elementsEqual(Letter.intentions))
            && !letters[start..<end].contains(where: Letter.endsClause)
            && !says(any: Letter.looksBack, from: start, to: end)
    }

    /// Where the words of the sentence begin, behind what numbers it: 三、 （三） 第三部分
    private var headingStart: Int {
        let letters = text.letters
        if let line = numbering(at: sentenceBegin) { return line.end }
        guard letters[sentenceBegin] == Letter.ordinal else { return sentenceBegin }
        let part = letters[sentenceBegin...].prefix(Self.longestPart).lastIndex(of: Letter.parts)
        return part.map { $0 + 1 } ?? sentenceBegin
    }

    private func says(any pairs: [[UInt16]], from start: Int, to end: Int) -> Bool {
        pairs.contains { says($0, from: start, to: end) }
    }

    private func endsOutlook(from start: Int, to end: Int) -> Bool {
        start >= sentenceBegin
            && hits.places(at: start).contains { place in
                let hit = hits.all[place]
                return start + Int(hit.length) == end
                    && lexicon.index.isMember(Int(hit.word), of: Lexicon.outlook)
            }
    }

    /// Ends what a heading of plans is over where a line begins that it does not head.
    mutating func passOutlook(before next: Int) {
        guard var outlook else { return }
        let isOver: Bool
        if outlook.isOfParagraph {
            isOver = true
        } else if let line = numbering(at: next) {
            isOver = !outlook.heads(line)
        } else {
            isOver = text.openings.contains(next) || outlook.own == nil && isBareHeading(at: next)
        }
        outlook.isFresh = false
        self.outlook = isOver ? nil : outlook
        if isOver { planned.append(outlook.begin..<max(next, outlook.begin)) }
    }

    private func numbering(at position: Int) -> Line? {
        let letters = text.letters
        guard position < letters.count else { return nil }
        let first = letters[position] == Letter.openBracket ? position + 1 : position
        let number = letters[first...].prefix(3).prefix { Letter.isDigit($0) || ChineseNumeral.isNumeral($0) }
        let mark = number.endIndex
        guard !number.isEmpty, mark + 1 < letters.count else { return nil }
        let isOfDigits = number.allSatisfy(Letter.isDigit)
        let ordinal =
            isOfDigits
            ? number.reduce(Int64(0)) { $0 * 10 + Int64($1) - 0x30 } : ChineseNumeral.number(number)?.digits ?? 0
        if first > position {
            guard letters[mark] == Letter.closeBracket else { return nil }
            return Line(style: isOfDigits ? .part : .section, ordinal: ordinal, end: mark + 1)
        }
        // 3.2024年工作打算, but not 12.5万元
        let isPoint =
            isOfDigits && Letter.isDigit(letters[mark + 1])
            && !letters[mark...].dropFirst(Self.longestPart).starts(with: [Letter.year])
        let isMark = [Letter.enumerationComma, Letter.dot, Letter.fullDot].contains(letters[mark])
        guard isMark, !isPoint else { return nil }
        return Line(style: isOfDigits ? .item : .chapter, ordinal: ordinal, end: mark + 1)
    }

    /// 其他需要报告的事项: whether a line is short and has no mark.
    private func isBareHeading(at position: Int) -> Bool {
        let line = text.letters[min(position, text.letters.count)...].prefix(Self.longestOutlook)
        guard let end = line.firstIndex(of: Letter.lineBreak), end > position else { return false }
        return !line[..<end].contains { Letter.endsItem($0) || Letter.isDigit($0) }
    }

    /// Makes plans of all that was told below their headings.
    mutating func planBelowHeadings() {
        if let outlook { planned.append(outlook.begin..<text.letters.count) }
        guard !planned.isEmpty else { return }
        for index in tellings.indices where planned.contains(where: { $0.contains(tellings[index].place.lowerBound) }) {
            tellings[index].roles.standing = .plan
            tellings[index].roles.time = .nextYear
        }
    }

    private static let longestOutlook = 24
    private static let longestWord = 4
    private static let longestPart = 5
}
