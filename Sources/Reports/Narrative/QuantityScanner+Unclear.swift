/// What looks like a number and cannot be said to be which. `pass…` notes such a one, goes behind it, and tells whether
/// there was one.
extension QuantityScanner {
    /// -175, 1.75e2, 3分之1, l75 and 3OO are no counts; what follows digits of theirs is left out with them.
    mutating func passUnclear(_ run: Range<Int>) -> Bool {
        let before = run.lowerBound > 0 ? text.letters[run.lowerBound - 1] : Letter.lineBreak
        let isClose = text.omitted(before: run.lowerBound) == .nothing
        if isClose, let end = endOfAddress(around: run) {
            position = end
            return true
        }
        let isSigned = [Letter.hyphen, Letter.minus, Letter.negative].contains(before) && !isEndOfPeriod(run)
        let isMisread = isClose && (isLetter(before) || before == Letter.turned)
        let isBracketed = isInBrackets(run)
        var end = run.upperBound
        func isDigit(_ place: Int) -> Bool { place < text.letters.count && Letter.isDigit(text.letters[place]) }
        if isPercentSign(end), isDigit(end + 2) {
            end += 2
        } else if end < text.letters.count, text.letters[end] == Letter.exponent, isDigit(end + 1) {
            end += 1
        } else if let mixed = endOfMixed(end) {
            end = mixed
        } else if !isSigned, !isMisread, !isBracketed {
            return false
        }
        while isDigit(end) { end += 1 }
        position = end
        unclear.append(max(0, run.lowerBound - (isSigned || isMisread ? 1 : 0))..<end)
        return true
    }

    private func isLetter(_ letter: UInt16) -> Bool { 0x61...0x7A ~= letter }

    /// 1月1日-2022年12月31日: a dash between two days.
    private func isEndOfPeriod(_ run: Range<Int>) -> Bool {
        run.lowerBound > 1 && run.upperBound < text.letters.count && text.letters[run.upperBound] == Letter.year
            && [Letter.day, Letter.month, Letter.year].contains(text.letters[run.lowerBound - 2]) && isYear(run)
    }

    /// Where a mail or web address ends that a number stands in, or the name of a road: liuxi09@163.com,
    /// /col/col1228/index.html, G206. Nothing is counted by it.
    private func endOfAddress(around run: Range<Int>) -> Int? {
        var (start, end) = (run.lowerBound, run.upperBound)
        while start > 0, run.lowerBound - start < Self.longestAddress, isOfAddress(start - 1),
            text.omitted(before: start) == .nothing
        {
            start -= 1
        }
        while end < text.letters.count, end - run.upperBound < Self.longestAddress, isOfAddress(end),
            text.omitted(before: end) == .nothing
        {
            end += 1
        }
        let address = text.letters[start..<end]
        guard address.contains(where: isLetter), !isCounted(at: end) else { return nil }
        let isRoad =
            start == run.lowerBound - 1 && end == run.upperBound && run.count > 2
            && Letter.roads.contains(text.letters[start])
        return isRoad || address.contains(where: Letter.ofAddresses.contains) ? end : nil
    }

    private func isOfAddress(_ place: Int) -> Bool {
        let letter = text.letters[place]
        return isLetter(letter) || Letter.isDigit(letter) || Letter.ofAddresses.contains(letter)
            || Letter.inAddresses.contains(letter)
    }

    private static let longestAddress = 80

    /// 3OO条, 2S6件, 1,2O0条: where digits end that letters stand among, if something is counted by them.
    private func endOfMixed(_ start: Int) -> Int? {
        let limit = min(text.letters.count, start + Self.longestMixed)
        var end = start
        // 1,2O0: three of them behind the comma.
        let isThousands = end + 4 <= limit && text.letters[end] == Letter.asciiComma
        if isThousands { end += 1 }
        var hasLetter = false
        while end < limit, end == start || text.omitted(before: end) == .nothing,
            isLetter(text.letters[end]) || Letter.isDigit(text.letters[end])
        {
            hasLetter = hasLetter || isLetter(text.letters[end])
            end += 1
        }
        guard hasLetter, !isThousands || end - start == 4, isCounted(at: end) else { return nil }
        return end
    }

    private static let longestMixed = 12

    /// （175）件, 【175】件: a blank that was filled in, or a number of another thing.
    func isInBrackets(_ run: Range<Int>) -> Bool {
        guard run.lowerBound > 1, run.upperBound + 1 < text.letters.count else { return false }
        // （1）人员保障 begins a line, （八）项 is one of the law.
        let before = text.letters[run.lowerBound - 2]
        guard Letter.isIdeograph(before), before != Letter.ordinal else { return false }
        return Letter.isPair(text.letters[run.lowerBound - 1], text.letters[run.upperBound])
            && isCounted(at: run.upperBound + 1)
    }

    /// 175（180）件: two numbers of one thing.
    mutating func passTwice(from start: Int) -> Bool {
        let first = position + 1
        guard first < text.letters.count, text.letters[position] == Letter.openBracket,
            Letter.isDigit(text.letters[first])
        else { return false }
        let end = DigitRun(text, at: first).end
        guard end < text.letters.count, text.letters[end] == Letter.closeBracket, isCounted(at: end + 1) else {
            return false
        }
        position = end + 1
        unclear.append(start..<position)
        return true
    }

    /// 12345,678件: the hotline and a count, or one number.
    func isNameInNumber(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        guard end + 3 < text.letters.count, text.letters[end] == Letter.asciiComma,
            text.omitted(before: end) == .nothing, text.omitted(before: end + 1) == .nothing
        else { return false }
        return DigitRun.endOfDigits(text, end + 1) == end + 4 && isCounted(at: end + 4)
    }

    /// 三、四件, 三、四百件: one of two numbers.
    mutating func passEitherOr(_ run: Range<Int>) -> Bool {
        guard run.count == 1, run.upperBound + 1 < text.letters.count,
            text.letters[run.upperBound] == Letter.enumerationComma,
            let first = ChineseNumeral.digit(text.letters[run.lowerBound]),
            let second = ChineseNumeral.digit(text.letters[run.upperBound + 1]), second == first + 1
        else { return false }
        var end = run.upperBound + 2
        while end < text.letters.count, ChineseNumeral.power(text.letters[end]) != nil { end += 1 }
        guard hits.length(of: Lexicon.unit, at: end, in: lexicon.index) != nil else { return false }
        position = end
        unclear.append(run.lowerBound..<position)
        return true
    }

    /// 负一百件, but 肩负一项任务
    mutating func passNegative(from start: Int) -> Bool {
        guard start > 0, text.letters[start - 1] == Letter.negative,
            start == 1 || !Letter.isBurden(text.letters[start - 2])
        else { return false }
        unclear.append(start - 1..<position)
        return true
    }

    /// 147-150件, 三四百件, 1½件: notes what was read if something is counted by it.
    ///
    /// - Parameter isLong: only if it is more than one letter, since 百户 and 千件 are names.
    mutating func noteIfCounted(_ range: Range<Int>, isLong: Bool = false) {
        if isCounted(at: position), !isLong || range.count > 1 { unclear.append(range) }
    }

    /// Whether a unit that counts stands at a letter, or behind 万 and 余.
    private func isCounted(at position: Int) -> Bool {
        var place = position
        while place < text.letters.count, ChineseNumeral.power(text.letters[place]) != nil { place += 1 }
        place += suffix(at: place)?.length ?? 0
        guard case .unit(let word, _)? = follower(at: place) else { return false }
        return lexicon.groups[word] != .other
    }

    /// Digits that other digits are stuck to, so that they may be one number or several: 14 7件, 146+1件, 12,34件, 147²件,
    /// 147一件, .5万件.
    mutating func passSeveral(_ run: DigitRun) -> Bool {
        let hotline = length(of: Lexicon.shortHotline, at: run.start)
        guard hotline != run.end - run.start || !run.isPlain || isStuck(run) else { return false }
        var end = run.end
        while end - run.end < Self.longestStuck, let next = endOfStuck(at: end, since: run) { end = next }
        let isHeadless =
            run.start > 0 && text.letters[run.start - 1] == Letter.dot && text.omitted(before: run.start) == .nothing
            && end < text.letters.count && (ChineseNumeral.power(text.letters[end]) ?? 0) >= 4
        // 热线710 147件
        let isName = hotline != nil && text.letters[run.start..<run.end].allSatisfy(Letter.isDigit)
        guard end > run.end || isHeadless || isName, isCounted(at: end) else { return false }
        position = end
        unclear.append(run.start - (isHeadless ? 1 : 0)..<end)
        return true
    }

    /// Whether nothing but a space parts digits from others: 710 147件.
    func isStuck(_ run: DigitRun) -> Bool {
        run.end < text.letters.count && Letter.isDigit(text.letters[run.end])
            && text.omitted(before: run.end) == .space
    }

    /// No number is longer; so far, and not to the end of the text, each of many looks.
    private static let longestStuck = 40

    /// The end of digits that are stuck to digits before.
    private func endOfStuck(at end: Int, since run: DigitRun) -> Int? {
        guard end < text.letters.count else { return nil }
        let letter = text.letters[end]
        let isClose = text.omitted(before: end) == .nothing
        if Letter.isDigit(letter) {
            return text.omitted(before: end) == .quote ? nil : DigitRun.endOfDigits(text, end)
        }
        if isClose, Letter.isOddDigit(letter) { return end + 1 }
        if isClose, ChineseNumeral.isDigit(letter), hits.roles(at: end) & 1 << UInt64(Lexicon.idiom) == 0 {
            return end + 1
        }
        guard end + 1 < text.letters.count, Letter.isDigit(text.letters[end + 1]), joins(letter, at: end, since: run)
        else { return nil }
        return DigitRun.endOfDigits(text, end + 1)
    }

    private func joins(_ letter: UInt16, at end: Int, since run: DigitRun) -> Bool {
        let isClose = text.omitted(before: end) == .nothing && text.omitted(before: end + 1) == .nothing
        switch letter {
        case Letter.lineBreak, Letter.plus: return true
        // 185·07万元
        case _ where Letter.isStray(letter): return isClose
        case Letter.asciiComma: return isClose && !isInTurn(run)
        // 1、234件, but 1、受理; 分别为1、234件; 12、15件 are two.
        case Letter.enumerationComma:
            let second = DigitRun.endOfDigits(text, end + 1) - end - 1
            let isThousands = second == 3 && run.end - run.start <= 3
            return isClose && run.end == end && isThousands && !isItem(run) && !isInTurn(run)
        default: return false
        }
    }

    /// Whether the digits number what follows: they open a sentence.
    private func isItem(_ run: DigitRun) -> Bool {
        run.start == 0 || Letter.endsItem(text.letters[run.start - 1])
    }

    /// 分别为12,34件
    private func isInTurn(_ run: DigitRun) -> Bool {
        let role: UInt64 = 1 << UInt64(Lexicon.inTurn)
        return (max(0, run.start - Self.longestTurn)..<run.start).contains { hits.roles(at: $0) & role != 0 }
    }

    /// 分别收到政府信息公开申请300、385件
    private static let longestTurn = 20

    /// 日均6.4件, 每月2.5篇
    func isAverage(before start: Int) -> Bool {
        text.letters[max(0, start - 6)..<start].contains { Letter.isAverage($0) }
    }

    /// ①件, but ①个人所得税
    mutating func readOddDigits() {
        let start = position
        while position < text.letters.count, Letter.isOddDigit(text.letters[position]) { position += 1 }
        guard start > 0, Letter.isIdeograph(text.letters[start - 1]),
            case .unit(_, let length)? = follower(at: position), position + length < text.letters.count,
            Letter.endsItem(text.letters[position + length])
        else { return }
        noteIfCounted(start..<position)
    }

    /// 三分之一件; 三分之一 alone is a share, and counts nothing.
    mutating func passFraction(from start: Int) -> Bool {
        guard isPercentSign(position) else { return false }
        var end = position + 2
        while end < text.letters.count, ChineseNumeral.isNumeral(text.letters[end]) || Letter.isDigit(text.letters[end])
        {
            end += 1
        }
        guard end > position + 2 else { return false }
        position = end
        noteIfCounted(start..<end)
        return true
    }

    /// 三万5千件, 3万五千件
    mutating func passRunOn(from start: Int) -> Bool {
        guard position < text.letters.count, text.omitted(before: position) == .nothing,
            ChineseNumeral.power(text.letters[position - 1]) != nil,
            hits.roles(at: position) & 1 << UInt64(Lexicon.idiom) == 0
        else { return false }
        let farthest = min(text.letters.count, position + Self.longestStuck)
        var end = position
        while end < farthest, Letter.isDigit(text.letters[end]) || ChineseNumeral.isNumeral(text.letters[end]) {
            end += 1
        }
        guard end > position, isCounted(at: end) else { return false }
        position = end
        unclear.append(start..<end)
        return true
    }

    /// 一百几十件, 十来件
    mutating func passVague(from start: Int) -> Bool {
        guard position + 1 < text.letters.count, ChineseNumeral.power(text.letters[position - 1]) != nil else {
            return false
        }
        let isSome = ChineseNumeral.isSome(text.letters[position])
        let isTens = isSome && ChineseNumeral.power(text.letters[position + 1]) != nil
        guard isTens || text.letters[position] == Letter.come, isCounted(at: position + 1) else { return false }
        position += isTens ? 2 : 1
        unclear.append(start..<position)
        return true
    }

    /// 十几件: more than ten.
    mutating func takeSome() -> Bool {
        guard position < text.letters.count, ChineseNumeral.isSome(text.letters[position]),
            ChineseNumeral.power(text.letters[position - 1]) != nil, isCounted(at: position + 1)
        else { return false }
        position += 1
        return true
    }
}
