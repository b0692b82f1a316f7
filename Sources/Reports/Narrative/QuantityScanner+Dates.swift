/// Years, months and periods, so that they are no counts and numbers know their time.
extension QuantityScanner {
    mutating func noteDate(_ digits: Range<Int>, length: Int) {
        let range = digits.lowerBound..<(position + length)
        let number = text.letters[digits].reduce(0) { ($0 * 10 + Int($1) - 0x30) % 10_000 }
        switch text.letters[position] {
        case Letter.year where isYear(digits): dates.append(FoundDate(range: range, kind: .year(number)))
        case Letter.year: noteYears(number, range)
        case Letter.month: noteMonth(number, range)
        default: break
        }
    }

    /// A date in Chinese numerals: 二〇二〇年, 九月, 两年来.
    mutating func noteDate(_ run: ArraySlice<UInt16>, from start: Int, length: Int) {
        let range = start..<(position + length)
        let number = (ChineseNumeral.number(run)?.digits).map { Int($0) } ?? 0
        switch text.letters[position] {
        case Letter.year:
            if let year = ChineseNumeral.year(run) {
                dates.append(FoundDate(range: range, kind: .year(year)))
            } else {
                noteYears(number, range)
            }
        case Letter.month: noteMonth(number, range)
        default: break
        }
    }

    /// 6年来 and 开通6年 tell of several years, 一年来 of this one; 3年度 and 5年期 of neither.
    private mutating func noteYears(_ number: Int, _ range: Range<Int>) {
        guard position + 1 < text.letters.count else { return }
        let isSpan = [Letter.come, Letter.between, Letter.span].contains(text.letters[position + 1])
        // 开通两年
        let isOpened = beginning(of: Lexicon.opened, endingAt: range.lowerBound) != nil
        if number > 1, isSpan || isOpened {
            dates.append(FoundDate(range: range, kind: .years(isOpened: isOpened)))
        }
    }

    /// 2020 and 2021 in 2020、2021、2022年: notes the year, and tells whether it is one.
    mutating func passListedYear(_ digits: Range<Int>) -> Bool {
        guard isYear(digits) else { return false }
        var place = digits.upperBound
        for _ in 0..<Self.mostYears {
            guard place + 5 < text.letters.count, Letter.joiners.contains(text.letters[place]),
                isYear(place + 1..<place + 5), text.letters[place + 1..<place + 5].allSatisfy(Letter.isDigit)
            else { return false }
            place += 5
            guard text.letters[place] == Letter.year else { continue }
            let number = text.letters[digits].reduce(0) { $0 * 10 + Int($1) - 0x30 }
            dates.append(FoundDate(range: digits, kind: .year(number)))
            return true
        }
        return false
    }

    private static let mostYears = 6

    /// 2020—2022年: where two years end that a dash joins.
    func endOfSpan(_ run: DigitRun) -> Int? {
        let (start, end) = (run.start, run.end)
        guard end - start >= 9, isYear(start..<start + 4), isYear(end - 4..<end), end < text.letters.count,
            text.letters[end] == Letter.year, !text.letters[start + 4..<end - 4].contains(where: Letter.isDigit),
            text.letters[start..<start + 4].lexicographicallyPrecedes(text.letters[end - 4..<end])
        else { return nil }
        return end + 1
    }

    private mutating func noteMonth(_ number: Int, _ range: Range<Int>) {
        guard (1...12).contains(number) else { return }
        let isEnd = beginning(of: Lexicon.upTo, endingAt: startOfDate(range)) != nil
        if isEnd, let first = lastMonth, range.lowerBound - first.end < 8 {
            if first.number != 1 || number != 12 { dates.append(FoundDate(range: range, kind: .month)) }
        } else if isEnd, number == 12, dates.last?.kind == .month || dates.suffix(4).contains(where: \.kind.isUntil) {
            dates.append(FoundDate(range: range, kind: .yearEnd))
        } else if number < 10, isEnd, !isDay(at: range.upperBound) {
            dates.append(FoundDate(range: range, kind: .until))
        } else if number < 10, isEnd, isCutOff(startOfDate(range)) {
            dates.append(FoundDate(range: range.lowerBound..<endOfDay(range.upperBound), kind: .untilDay))
        } else if number < 12, number > 9, isEnd, !endsYear(startOfDate(range)) {
            dates.append(FoundDate(range: range.lowerBound..<endOfDay(range.upperBound), kind: .untilLate))
        } else if let end = endOfBefore(range.upperBound) {
            dates.append(FoundDate(range: range.lowerBound..<end, kind: .before))
        } else if isMonth(range) || isBeginning(number, range) || isSpan(number, range) {
            dates.append(FoundDate(range: range, kind: .month))
        }
        lastMonth = (number, range.upperBound)
    }

    /// 截至9月30日, but not 有效期至6月30日 or 到9月1日上线
    private func isCutOff(_ start: Int) -> Bool {
        guard let link = beginning(of: Lexicon.upTo, endingAt: start) else { return false }
        return text.letters[max(0, link - 2)..<start].contains(Letter.cutsOff)
    }

    /// 2021年12月1日至2022年11月30日: a year of its own.
    private func endsYear(_ start: Int) -> Bool {
        guard let link = beginning(of: Lexicon.upTo, endingAt: start), link > 0 else { return false }
        return [Letter.day, Letter.month].contains(text.letters[link - 1])
    }

    /// Where 11月30日 or 11月底 ends.
    private func endOfDay(_ end: Int) -> Int {
        guard end < text.letters.count, !Letter.monthEnds.contains(text.letters[end]) else { return end + 1 }
        let day = DigitRun.endOfDigits(text, end)
        return day > end && day < text.letters.count && text.letters[day] == Letter.day ? day + 1 : end
    }

    /// Where 9月底前 or 9月前 ends.
    private func endOfBefore(_ end: Int) -> Int? {
        let place = end < text.letters.count && Letter.monthEnds.contains(text.letters[end]) ? end + 1 : end
        return place < text.letters.count && text.letters[place] == Letter.before ? place + 1 : nil
    }

    /// 前5个月, 近三个月: notes a part of the year, and tells whether there was one.
    mutating func passFirstMonths(_ digits: Range<Int>) -> Bool {
        let start = digits.lowerBound - 1
        guard start >= 0, Letter.beforeMonths.contains(text.letters[start]),
            // 提前2个月
            start == 0 || !Letter.otherBefore.contains(text.letters[start - 1]),
            let length = length(of: Lexicon.time, at: position), length > 1,
            [Letter.month, Letter.quarter].contains(text.letters[position + length - 1])
        else { return false }
        position += length
        dates.append(FoundDate(range: start..<position, kind: .month))
        return true
    }

    /// 一至六月份, 12月1日至31日
    private func isSpan(_ number: Int, _ range: Range<Int>) -> Bool {
        if let link = beginning(of: Lexicon.upTo, endingAt: range.lowerBound), link > 0,
            Letter.isDigit(text.letters[link - 1]) || ChineseNumeral.isDigit(text.letters[link - 1])
        {
            return number != 12
        }
        return isSpanOfDays(at: range.upperBound)
    }

    private func isSpanOfDays(at start: Int) -> Bool {
        var place = start
        for part in 0..<2 {
            let first = place
            while place < text.letters.count, Letter.isDigit(text.letters[place]) { place += 1 }
            guard place > first, place < text.letters.count, text.letters[place] == Letter.day else { return false }
            place += 1
            guard part == 0 else { return true }
            guard let link = length(of: Lexicon.upTo, at: place) else { return false }
            place += link
        }
        return false
    }

    /// 自7月12日以来 begins within the year; 自1月份以来 is all of it.
    private func isBeginning(_ number: Int, _ range: Range<Int>) -> Bool {
        number != 1 && beginning(of: Lexicon.since, endingAt: startOfDate(range)) != nil
    }

    /// Where a month begins, the year before it included: 2022年6月, 今年6月.
    private func startOfDate(_ range: Range<Int>) -> Int {
        let start = range.lowerBound
        if start > 1, text.letters[start - 1] == Letter.year, Letter.ofThisYear.contains(text.letters[start - 2]) {
            return start - 2
        }
        guard let year = dates.last, case .year = year.kind, year.range.upperBound == range.lowerBound else {
            return range.lowerBound
        }
        return year.range.lowerBound
    }

    /// Whether a month stands for itself, not for a day in it or the end of a period.
    private func isMonth(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        if text.letters[end - 1] == Letter.month,
            isDay(at: end) || length(of: Lexicon.afterMonth, at: end) != nil
        {
            return false
        }
        let start = startOfDate(range)
        return beginning(of: Lexicon.upTo, endingAt: start) == nil
            && beginning(of: Lexicon.since, endingAt: start) == nil
    }

    /// 4月12日, but not 4月“12345”热线.
    private func isDay(at position: Int) -> Bool {
        Letter.isDigit(text.letters[position]) && !text.omitted(before: position).isQuote
            && length(of: Lexicon.hotline, at: position) == nil
    }
}
