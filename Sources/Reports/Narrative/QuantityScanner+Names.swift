/// Numbers that are names, and those that are years.
extension QuantityScanner {
    /// Whether a number is a name whatever follows: a hotline, 第…, anything alone in quotation marks.
    func isName(_ range: Range<Int>) -> Bool {
        if length(of: Lexicon.hotline, at: range.lowerBound) == range.count { return true }
        if isInBrackets(range) { return false }
        if isCaption(range) { return true }
        let isQuoted =
            text.omitted(before: range.lowerBound).isQuote && range.upperBound < text.letters.count
            && text.omitted(before: range.upperBound).isQuote
        return isQuoted && !isQuotedCount(range) || isAfterName(range.lowerBound)
    }

    /// 表2 收到和处理情况, 见图2: the number of a table or a picture; but 申请表2份.
    func isCaption(_ range: Range<Int>) -> Bool {
        let (start, end, letters) = (range.lowerBound, range.upperBound, text.letters)
        guard range.count <= 2, start > 0, Letter.captions.contains(letters[start - 1]), end < letters.count else {
            return false
        }
        let opens =
            start == 1 || !Letter.isWordPart(letters[start - 2]) || Letter.beforeCaption.contains(letters[start - 2])
            || text.omitted(before: start - 1) != .nothing
        guard opens, case .unit? = follower(at: end) else { return opens }
        return text.omitted(before: end) != .nothing
    }

    /// 三元乡, 五百户镇, 三元区列西街道: what a place is called; but 三户村民, 五户镇区居民 and 八户乡镇企业 count households.
    func isOfPlace(_ digits: Range<Int>, unit: Int, end: Int) -> Bool {
        let letters = text.letters
        guard [.money, .households].contains(lexicon.groups[unit]), end + 1 < letters.count,
            ChineseNumeral.isNumeral(letters[digits.lowerBound])
        else { return false }
        if Letter.endsPlace.contains(letters[end]) {
            return lexicon.groups[unit] == .money || !Letter.behindPlace.contains(letters[end + 1])
        }
        // 三元彝族苗族白族乡
        let name = letters[end...].prefix(Self.longestNations).prefix(while: Letter.isIdeograph)
        return zip(name, name.dropFirst()).contains { $0 == Letter.nation && Letter.townships.contains($1) }
    }

    private static let longestNations = 10

    /// 3 收到政府信息公开申请16件: what numbers a paragraph, without a point.
    func isOfListItem(_ digits: Range<Int>) -> Bool {
        let isFirst = digits.lowerBound == 0 || text.letters[digits.lowerBound - 1] == Letter.lineBreak
        return isFirst && digits.count <= 2
    }

    /// “175”件, but “710”件
    private func isQuotedCount(_ range: Range<Int>) -> Bool {
        guard case .unit(let word, _)? = follower(at: range.upperBound),
            length(of: Lexicon.shortHotline, at: range.lowerBound) != range.count
        else { return false }
        return [.cases, .persons, .households, .money].contains(lexicon.groups[word])
    }

    /// 提高1、2、3个百分点: whether it stands in a list of numbers the last of which is a name.
    private func isListedName(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end < text.letters.count, end - range.upperBound < Self.longestList, isOfList(text.letters[end]) {
            end += 1
        }
        return end > range.upperBound && length(of: Lexicon.name, at: end) != nil
    }

    private func isOfList(_ letter: UInt16) -> Bool {
        Letter.isDigit(letter) || letter == Letter.enumerationComma || letter == Letter.dot
    }

    private static let longestList = 20

    private func isAfterName(_ start: Int) -> Bool {
        var end = start
        while end > max(0, start - 2), [Letter.colon, Letter.openBracket].contains(text.letters[end - 1]) { end -= 1 }
        if beginning(of: Lexicon.nameBefore, endingAt: end) != nil { return true }
        // 第1、2、3位
        var first = start
        while first > max(0, start - Self.longestList), isOfList(text.letters[first - 1]) { first -= 1 }
        return first > 0 && first < start && text.letters[start - 1] == Letter.enumerationComma
            && text.letters[first - 1] == Letter.ordinal
    }

    /// Whether digits without a unit are a telephone number, a year, an item number or a short hotline.
    func isBareName(_ range: Range<Int>) -> Bool {
        let first = text.letters[range.lowerBound]
        if isListedName(range) { return true }
        if range.count >= 7 || range.count > 1 && first == 0x30 || isYear(range) || isService(range) { return true }
        if length(of: Lexicon.shortHotline, at: range.lowerBound) == range.count { return true }
        guard text.letters[range.upperBound] == Letter.closeBracket else { return false }
        // （1）, and 1）at the beginning
        guard range.lowerBound > 0 else { return true }
        let before = text.letters[range.lowerBound - 1]
        return before == Letter.openBracket || before == Letter.lineBreak || before == Letter.fullStop
    }

    /// 96345热线, 拨打12366: five digits that services are called by, where the text says that it is one.
    private func isService(_ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        guard range.count == 5, Letter.isServiceCode(text.letters[start], text.letters[start + 1]) else { return false }
        if start > 0, Letter.dials.contains(text.letters[start - 1]) { return true }
        // 96345、95598等热线
        var place = end
        while place < text.letters.count,
            Letter.isDigit(text.letters[place]) || Letter.joiners.contains(text.letters[place])
        {
            place += 1
        }
        for next in place..<min(place + Self.longestService, text.letters.count) {
            guard Letter.isIdeograph(text.letters[next]) else { return false }
            if Letter.services.contains(text.letters[next]) { return true }
        }
        return false
    }

    private static let longestService = 8

    func isYear(_ range: Range<Int>) -> Bool {
        guard range.count == 4 else { return false }
        return Letter.isCentury(text.letters[range.lowerBound], text.letters[range.lowerBound + 1])
    }

    func isWholeYear(_ range: Range<Int>) -> Bool {
        let digits = text.letters[range].filter(Letter.isDigit)
        return digits == [0x31, 0x31, 0x32]
    }

    /// 办理12 and 345热线 on the next line: whether a number is what a broken line left of a hotline's name.
    func isRestOfHotline(_ run: DigitRun) -> Bool {
        guard run.start > 1, text.letters[run.start - 1] == Letter.lineBreak else { return false }
        let before = text.letters[..<(run.start - 1)].suffix(Self.longestHotline).reversed().prefix {
            Letter.isDigit($0)
        }
        return !before.isEmpty
            && Self.brokenNames.contains { $0.elementsEqual(before.reversed() + text.letters[run.start..<run.end]) }
    }

    private static let longestHotline = 5
    /// The hotline and the supervision system, whose figures reports tell.
    private static let brokenNames = ["12345", "710"].map { Array($0.utf16) }
}
