import Catalogue

/// Headings below which nothing is a figure of the township's year: what is planned for the time to come, what was done
/// the year before, what the county did.
extension RoleReader {
    /// Such a heading, and how far its list has come.
    struct AsideHeading {
        /// What stands below it.
        enum Kind {
            /// 三、2024年工作打算
            case plan
            /// （一）2021年工作回顾, 去年：
            case otherYear
            /// （一）全县政务公开情况
            case above
        }

        let kind: Kind
        /// Its own line, in letters; the list begins behind it.
        let line: Range<Int>
        /// How the heading is numbered.
        let own: Line?
        /// The last line of the list itself; lines below its own are of a finer kind.
        var item: Line?
        /// Lines without a number that have been taken.
        private var plain = 0

        init(_ kind: Kind, line: Range<Int>, own: Line?) {
            (self.kind, self.line, self.own) = (kind, line, own)
        }

        /// Takes the next line, which has no number. Returns whether it is still of what the heading is over: a heading
        /// that has no number itself may be over one line.
        mutating func holdsPlain() -> Bool {
            plain += 1
            return own != nil ? plain <= Self.mostPlain : kind != .plan && plain == 1
        }

        private static let mostPlain = 12

        /// Takes the next line. Returns whether it is still of the list.
        mutating func holds(_ line: Line) -> Bool {
            if let own, line.style <= own.style { return false }
            if kind != .plan { return true }
            guard let last = item else {
                item = line
                return line.ordinal == 1
            }
            if line.style > last.style { return true }
            item = line
            // Two items may stand in one line.
            return line.style == last.style && (1...3).contains(line.ordinal - last.ordinal)
        }
    }

    /// What stands below such a heading, in letters.
    struct Aside {
        let heading: AsideHeading
        let range: Range<Int>
        var hasNumbers = false
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

    /// Notes a line that is such a heading.
    mutating func noteAsideHeading(at end: Int) {
        guard asideHeading == nil, sentenceBegin == paragraphBegin, end - sentenceBegin <= Self.longestAsideHeading,
            tellings.count == sentenceStart, group.isEmpty, isLineEnd(end), let kind = asideKind(headingUpTo: end)
        else { return }
        asideHeading = AsideHeading(kind, line: sentenceBegin..<end, own: numbering(at: sentenceBegin))
    }

    private func asideKind(headingUpTo end: Int) -> AsideHeading.Kind? {
        if isOutlook(upTo: end) { return .plan }
        let start = numbering(at: sentenceBegin)?.end ?? sentenceBegin
        guard start < end else { return nil }
        let name = text.letters[start..<end].prefix { $0 != Letter.colon }
        guard !name.contains(where: Letter.endsClause), !name.contains(where: Letter.beyondOneYear.contains) else {
            return nil
        }
        if isOfOtherYear(name) { return .otherYear }
        let isOfCounty = words(at: start).contains { $0.has(NarrativeLevel.above) }
        return isOfCounty && text.letters[start] == Letter.whole ? .above : nil
    }

    /// 2021年工作回顾, 去年工作
    private func isOfOtherYear(_ name: ArraySlice<UInt16>) -> Bool {
        let digits = name.prefix { Letter.isDigit($0) }
        let own = Array(String(year).utf16)
        guard !says(own, from: name.startIndex, to: name.endIndex) else { return false }
        // 2023年1月15日 is the day of a signature.
        if digits.count == 4 {
            let rest = name.dropFirst(4)
            return rest.first == Letter.year && !rest.dropFirst().prefix(1).contains(where: Letter.isDigit)
        }
        // 去年, 上一年, but not 年初
        return digits.isEmpty && name.first != Letter.year && name.prefix(3).contains(Letter.year)
            && words(at: name.startIndex).contains { $0.has(NarrativeTime.otherYear) }
    }

    private func isLineEnd(_ end: Int) -> Bool {
        let next = text.letters[end...].dropFirst().first
        return end < text.letters.count && (text.letters[end] == Letter.lineBreak || next == Letter.lineBreak)
    }

    /// 2024年工作打算, 下一步重点工作, but not 存在问题及下一步打算 or 谋划下一步工作
    private func isOutlook(upTo end: Int) -> Bool {
        let start = numbering(at: sentenceBegin)?.end ?? sentenceBegin
        guard start < end, endsInOutlook(sentenceBegin..<end) else { return false }
        let words = hits.places(at: start).map { lexicon.senses[Int(hits.all[$0].word)] }
        let isNamed = scope.setClause >= sentenceClause && scope.time == .nextYear || scope.clauseTime == .nextYear
        let isOfYear = Letter.isDigit(text.letters[start]) || words.contains { $0.has(NarrativeTime.nextYear) }
        let isPlanned =
            Letter.ahead.contains(text.letters[start]) && words.contains { $0.has(NarrativeStanding.plan) }
        return (isNamed && isOfYear || isPlanned)
            && !text.letters[start..<end].contains(where: Letter.endsClause)
            && !Letter.looksBack.contains { says($0, from: start, to: end) }
    }

    /// Whether the last word of a stretch is what plans are called: 2024年工作打算.
    func endsInOutlook(_ name: Range<Int>) -> Bool {
        hasWord(endingAt: name.upperBound, within: min(Self.longestWord, name.count)) {
            lexicon.index.isMember($0, of: Lexicon.outlook)
        }
    }

    /// Ends what such a heading is over where a line begins that is not of its list.
    mutating func passAsideHeading(before next: Int) {
        guard var heading = asideHeading else { return }
        let isOfList = numbering(at: next).map { heading.holds($0) } ?? heading.holdsPlain()
        let goesOn = isOfList && !namesYear(from: next) && !text.openings.contains(next)
        asideHeading = goesOn ? heading : nil
        if !goesOn { setAside(heading, upTo: next) }
    }

    private mutating func setAside(_ heading: AsideHeading, upTo end: Int) {
        guard heading.line.upperBound < end else { return }
        aside.append(Aside(heading: heading, range: heading.line.upperBound..<end))
    }

    /// Headings of another year below which numbers stand: whoever copied last year's report may have left its year.
    func doubtsOfOtherYears(in bytes: [UInt8]) -> [Doubt] {
        aside.filter(\.hasNumbers).map {
            let range = text.bytes($0.heading.line)
            let found = String(decoding: bytes[range], as: UTF8.self)
            return Doubt(.otherTime, at: range, found: found, expected: "\(year)")
        }
    }

    /// Whether a line says of what year it is, the report's own.
    private func namesYear(from start: Int) -> Bool {
        let line = text.letters[start...].prefix(Self.longestLine).prefix { $0 != Letter.lineBreak }
        return says(Array(String(year).utf16) + [Letter.year], from: start, to: line.endIndex)
    }

    func numbering(at position: Int) -> Line? {
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
        // （二）, 2）
        if letters[mark] == Letter.closeBracket {
            return Line(style: isOfDigits ? .part : .section, ordinal: ordinal, end: mark + 1)
        }
        guard first == position else { return nil }
        // 12.5万元
        let isFraction = isOfDigits && Letter.isDigit(letters[mark + 1])
        guard [Letter.enumerationComma, Letter.dot, Letter.fullDot].contains(letters[mark]), !isFraction else {
            return nil
        }
        return Line(style: isOfDigits ? .item : .chapter, ordinal: ordinal, end: mark + 1)
    }

    /// 四、因政府信息公开申请行政复议、提起行政诉讼的情况, with a line below it that says no more than 无 or 2022年未发生.
    func isAnsweredHeading(endingAt end: Int) -> Bool {
        guard end < text.letters.count, text.letters[end] == Letter.lineBreak, sentenceBegin == paragraphBegin,
            let start = numbering(at: sentenceBegin)?.end, start < end,
            hits.length(of: Lexicon.answered, at: start, in: lexicon.index) == end - start
        else { return false }
        let line = text.letters[(end + 1)...].prefix(Self.longestAnswer + 1).prefix { $0 != Letter.lineBreak }
        let answer = line.drop { Letter.isDigit($0) || Letter.ofYear.contains($0) }
        return line.count <= Self.longestAnswer
            && hits.length(of: Lexicon.negation, at: answer.startIndex, in: lexicon.index) != nil
    }

    /// Sets aside all that was told below such headings. Both stand in the order of the text.
    mutating func setAsideBelowHeadings() {
        if let asideHeading { setAside(asideHeading, upTo: text.letters.count) }
        var next = 0
        for index in tellings.indices {
            let place = tellings[index].place.lowerBound
            while next < aside.count, aside[next].range.upperBound <= place { next += 1 }
            guard next < aside.count else { return }
            guard aside[next].range.contains(place) else { continue }
            switch aside[next].heading.kind {
            case .plan: tellings[index].roles.standing = .plan
            case .otherYear:
                tellings[index].roles.time = .otherYear
                aside[next].hasNumbers = true
            case .above: tellings[index].roles.level = .above
            }
        }
    }

    private static let longestAsideHeading = 24
    private static let longestAnswer = 10
    private static let longestWord = 4
    private static let longestLine = 200
}
