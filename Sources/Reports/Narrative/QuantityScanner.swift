import Values

/// A number with what belongs to it, as letters of the folded text.
struct FoundQuantity {
    /// From the qualifier in front, or the number, to the qualifier behind, or the unit.
    var whole: Range<Int>
    /// From the number's first digit to the end of its unit.
    var number: Range<Int>
    var amount: Amount
    /// The unit's word in the index; nil where none is written.
    var unit: Int?
}

/// A time that the text names.
struct FoundDate {
    enum Kind: Equatable {
        case year(Int)
        /// A month, or a period that is not the whole year.
        case month
        /// The month that a part of the year ends with: 截止6月.
        case until
        /// A day in it: 截至9月30日.
        case untilDay
        /// One so late that the part may stand for the year: 截至11月底.
        case untilLate
        /// What is to be done before it: 9月底前完成.
        case before
        /// 12月, behind the month that a part of the year begins with: 自3月起…，截至12月底
        case yearEnd
        /// 两年来, 开通两年
        case years(isOpened: Bool)
        /// 2020—2022年
        case span

        var isUntil: Bool { self == .until || self == .untilDay || self == .untilLate }
    }

    var range: Range<Int>
    var kind: Kind
}

/// Finds every number that counts something, and leaves out those that are names, dates and limits.
///
/// One pass over a text: every step moves on, and none looks back further than a word.
struct QuantityScanner {
    let lexicon: Lexicon
    let text: FoldedText
    let hits: WordHits
    private(set) var quantities: [FoundQuantity] = []
    var dates: [FoundDate] = []
    /// What looks like a number and cannot be said to be which.
    var unclear: [Range<Int>] = []
    /// Whether there are more than any report has, so that the rest was not looked at.
    var isCut: Bool { quantities.count + dates.count + unclear.count > Self.most }
    var position = 0
    /// The end of the last idiom: its letters are no qualifiers.
    private var idiomEnd = 0
    /// The last month that was named, whatever followed it, and where it ended.
    var lastMonth: (number: Int, end: Int)?

    /// A report has some 150.
    static let most = 5_000

    init(lexicon: Lexicon, text: FoldedText, hits: WordHits) {
        self.lexicon = lexicon
        self.text = text
        self.hits = hits
        let idiom: UInt64 = 1 << UInt64(Lexicon.idiom)
        while position < text.letters.count, !isCut {
            let letter = text.letters[position]
            if hits.roles(at: position) & idiom != 0, let length = length(of: Lexicon.idiom, at: position),
                !isNumeral(idiomEndingAt: position + length), !isCount(idiom: length)
            {
                position += length
                idiomEnd = position
            } else if Letter.isDigit(letter) {
                readDigits()
            } else if ChineseNumeral.isNumeral(letter) {
                readNumeral()
            } else if Letter.isOddDigit(letter) {
                readOddDigits()
            } else {
                position += 1
            }
        }
    }

    /// Whether what looks like an idiom ends in a numeral that goes on: 接单一千件 is no 单一.
    private func isNumeral(idiomEndingAt end: Int) -> Bool {
        guard end < text.letters.count, ChineseNumeral.power(text.letters[end]) != nil else { return false }
        return ChineseNumeral.isDigit(text.letters[end - 1])
    }

    /// Whether what looks like an idiom counts one at the end of its clause: 行政诉讼一起, but 一起参加.
    private func isCount(idiom length: Int) -> Bool {
        let end = position + length
        guard length == 2, end < text.letters.count, Letter.endsItem(text.letters[end]) else { return false }
        return ChineseNumeral.isNumeral(text.letters[position])
            && hits.length(of: Lexicon.unit, at: position + 1, in: lexicon.index) == 1
    }

    private mutating func readDigits() {
        let run = DigitRun(text, at: position)
        position = run.end
        if run.isPlain, length(of: Lexicon.hotline, at: run.start) == run.end - run.start,
            isNameInNumber(run.start..<run.end)
        {
            position += 4
            return unclear.append(run.start..<position)
        }
        if run.isChain {
            let isMonths = position < text.letters.count && text.letters[position] == Letter.month
            if isMonths, !isWholeYear(run.start..<run.end) {
                dates.append(FoundDate(range: run.start..<run.end, kind: .month))
            }
            if let end = endOfSpan(run) { dates.append(FoundDate(range: run.start..<end, kind: .span)) }
            if let length = length(of: Lexicon.time, at: position) {
                position += length
            } else if !isName(run.start..<run.end) {
                noteIfCounted(run.start..<run.end)
            }
            return
        }
        guard !passFirstMonths(run.start..<run.end), !passListedYear(run.start..<run.end) else { return }
        guard isStuck(run) && !isCaption(run.start..<run.end) || !isName(run.start..<run.end),
            !passUnclear(run.start..<run.end), !passSeveral(run), !isRestOfHotline(run)
        else {
            return
        }
        guard let number = run.number else { return noteIfCounted(run.start..<run.end) }
        finish(number, from: run.start, isPlain: run.isPlain, needsUnit: run.needsUnit)
    }

    private mutating func readNumeral() {
        let start = position
        let end = ChineseNumeral.end(in: text.letters, from: start)
        guard end > start else { return position += 1 }
        position = end
        let run = text.letters[start..<position]
        if start > 0, ChineseNumeral.isVague(text.letters[start - 1]), ChineseNumeral.power(text.letters[start]) != nil
        {
            return noteIfCounted(start - 1..<position)
        }
        if passEitherOr(start..<position) || passNegative(from: start) || passFirstMonths(start..<position) { return }
        if run.count == 1, run.first == Letter.hundred, isPercentSign(position) { return readPercent(from: start) }
        if passFraction(from: start) || passVague(from: start) { return }
        if let number = amountWithFraction(run) {
            return finish(number, from: start, isPlain: false, needsUnit: true)
        }
        if let length = length(of: Lexicon.time, at: position) {
            noteDate(run, from: start, length: length)
            position += length
            return
        }
        guard !isName(start..<position) else { return }
        if let power = ChineseNumeral.power(text.letters[start]), power > 1 { return readBarePower(power, from: start) }
        guard let number = ChineseNumeral.number(run) else { return noteIfCounted(start..<position) }
        finish(number, from: start, isPlain: false, needsUnit: true, isOver: takeSome())
    }

    /// 十二点三 in 十二点三万元; 十二点三十分 is a time of day.
    private mutating func amountWithFraction(_ run: ArraySlice<UInt16>) -> ExactNumber? {
        guard text.letters[position] == Letter.point else { return nil }
        let point = position
        guard let number = withFraction(ChineseNumeral.number(run)), position > point,
            let power = ChineseNumeral.power(text.letters[position]), power >= 4
        else {
            position = point
            return nil
        }
        return number
    }

    /// 百, 千 and 万 alone are numerals only with a qualifier: 百余条, 近千次, 上万人, but not 千方百计.
    private mutating func readBarePower(_ power: Int, from start: Int) {
        let isOver = start > idiomEnd && text.letters[start - 1] == Letter.above
        guard position == start + 1, isOver || suffix(at: position) != nil || prefix(endingAt: start) != nil else {
            return noteIfCounted(start..<position, isLong: true)
        }
        finish(ExactNumber(digits: 1, exponent: power), from: start, isPlain: false, needsUnit: true, isOver: isOver)
    }

    /// 百分之九十八, 百分之98.5
    private mutating func readPercent(from start: Int) {
        position += 2
        let first = position
        guard first < text.letters.count else { return }
        let number: ExactNumber?
        if Letter.isDigit(text.letters[first]) {
            let run = DigitRun(text, at: first)
            position = run.end
            number = run.number
        } else {
            while position < text.letters.count, ChineseNumeral.isNumeral(text.letters[position]) { position += 1 }
            let run = text.letters[first..<position]
            let whole =
                run.elementsEqual([Letter.hundred]) ? ExactNumber(digits: 100, exponent: 0) : ChineseNumeral.number(run)
            number = withFraction(whole)
        }
        guard position > first, let number else { return }
        keep(number, start..<position, unit: lexicon.percent, prefix: prefix(endingAt: start), suffix: nil)
    }

    /// Reads the digits of 九十八点五 that follow the point.
    private mutating func withFraction(_ whole: ExactNumber?) -> ExactNumber? {
        guard var number = whole, number.exponent == 0, text.letters[position] == Letter.point else { return whole }
        var end = position + 1
        while end < text.letters.count, let digit = ChineseNumeral.digit(text.letters[end]) {
            guard number.digits < 1_000_000 else { return nil }
            number = ExactNumber(digits: number.digits * 10 + digit, exponent: number.exponent - 1)
            end += 1
        }
        guard end > position + 1 else { return whole }
        position = end
        return number
    }

    func isPercentSign(_ position: Int) -> Bool {
        position + 1 < text.letters.count && text.letters[position] == Letter.parts
            && text.letters[position + 1] == Letter.of
    }

    // MARK: What belongs to a number

    /// Reads multiplier, qualifiers and unit after a number, and keeps what it finds if that counts something.
    private mutating func finish(
        _ first: ExactNumber, from start: Int, isPlain: Bool, needsUnit: Bool, isOver: Bool = false
    ) {
        var number = first
        let digits = start..<position
        var after = takeSuffix() ?? (isOver ? .moreThan : nil)
        guard takeMultipliers(&number, from: start), !passRunOn(from: start), !passTwice(from: start) else { return }
        after = takeSuffix() ?? after
        switch follower(at: position) {
        case .name?: return
        case .time(let length)?:
            if isPlain { noteDate(digits, length: length) }
            position += length
            return
        case .unit where isPlain && text.letters[position] == Letter.edition && isYear(digits): return
        case .unit(let word, let length)? where isOfPlace(digits, unit: word, end: position + length):
            position += length
        case .unit(let word, let length)?:
            position += length
            takeSmallMoney(&number, unit: word)
            let end = position
            if let late = suffix(at: end), late.length > 1 {
                after = late.qualifier
                position += late.length
            }
            keep(number, start..<end, unit: word, prefix: prefix(endingAt: start), suffix: after)
        case nil where isPlain && isOfListItem(digits): return
        case nil:
            if let unit = unitInBrackets(for: start) {
                number.exponent += unit.power
                position = max(position, unit.end)
                return keep(
                    number, start..<position, unit: unit.word, prefix: prefix(endingAt: start), suffix: after)
            }
            let isMoney = number.exponent >= 0 && isMoney(digits)
            guard !needsUnit || isMoney, !isPlain || position > digits.upperBound || !isBareName(digits) else { return }
            keep(
                number, start..<position, unit: isMoney ? lexicon.yuan : nil, prefix: prefix(endingAt: start),
                suffix: after)
        }
    }

    private mutating func keep(
        _ number: ExactNumber, _ range: Range<Int>, unit: Int?,
        prefix: (qualifier: Qualifier, start: Int)?, suffix: Qualifier?
    ) {
        let qualifier = prefix.map { $0.qualifier.merged(with: suffix) } ?? suffix
        let scale = unit.map { lexicon.scale[$0] } ?? 1
        guard let amount = number.amount(scale: scale, qualifier: qualifier) else {
            // 147.5件, but 日均6.4件
            if let unit, lexicon.groups[unit] != .other, !isAverage(before: range.lowerBound) {
                unclear.append(range)
            }
            return
        }
        quantities.append(
            FoundQuantity(
                whole: (prefix?.start ?? range.lowerBound)..<position, number: range, amount: amount, unit: unit))
    }

    /// Reads 万, 亿, 千万 and so on, and smaller numbers behind: 12万3千4百.
    private mutating func takeMultipliers(_ number: inout ExactNumber, from start: Int) -> Bool {
        var before = position
        takePowers(&number)
        while position > before, position < text.letters.count, Letter.isDigit(text.letters[position]),
            text.omitted(before: position) == .nothing
        {
            let run = DigitRun(text, at: position)
            before = run.end
            position = run.end
            guard var rest = run.number else { return false }
            takePowers(&rest)
            // 3万5 is 35000 to one and 30005 to another.
            guard rest.exponent > 0 || run.end - run.start >= number.exponent, let sum = number.adding(rest) else {
                unclear.append(start..<position)
                return false
            }
            number = sum
        }
        return true
    }

    private mutating func takePowers(_ number: inout ExactNumber) {
        while position < text.letters.count, let power = ChineseNumeral.power(text.letters[position]) {
            number.exponent += power
            position += 1
        }
    }

    enum Follower {
        case unit(word: Int, length: Int)
        case time(length: Int)
        case name
    }

    /// The longest word after a number that says what it is.
    func follower(at position: Int) -> Follower? {
        guard position < text.letters.count else { return nil }
        for place in hits.places(at: position) {
            let hit = hits.all[place]
            let word = Int(hit.word)
            if lexicon.index.isMember(word, of: Lexicon.time) { return .time(length: Int(hit.length)) }
            if lexicon.index.isMember(word, of: Lexicon.name) { return .name }
            if lexicon.index.isMember(word, of: Lexicon.unit) { return .unit(word: word, length: Int(hit.length)) }
        }
        return nil
    }

    private mutating func takeSuffix() -> Qualifier? {
        guard let suffix = suffix(at: position) else { return nil }
        position += suffix.length
        return suffix.qualifier
    }

    func suffix(at position: Int) -> (qualifier: Qualifier, length: Int)? {
        if let length = length(of: Lexicon.moreThanAfter, at: position) { return (.moreThan, length) }
        return length(of: Lexicon.aboutAfter, at: position).map { (.about, $0) }
    }

    private func prefix(endingAt end: Int) -> (qualifier: Qualifier, start: Int)? {
        guard stands(Lexicon.anyQualifierBefore, before: end) else { return nil }
        for (role, qualifier) in Lexicon.qualifiersBefore {
            if let start = beginning(of: role, endingAt: end), start >= idiomEnd { return (qualifier, start) }
        }
        return nil
    }

    // MARK: Words

    func length(of role: Int, at position: Int) -> Int? {
        hits.length(of: role, at: position, in: lexicon.index)
    }

    /// Where a word of a role begins that ends at a letter.
    func beginning(of role: Int, endingAt end: Int) -> Int? {
        let bit: UInt64 = 1 << UInt64(role)
        for start in stride(from: end - 1, through: max(0, end - Self.longestBefore), by: -1)
        where hits.roles(at: start) & bit != 0 {
            for place in hits.places(at: start) {
                let hit = hits.all[place]
                if start + Int(hit.length) == end, lexicon.index.firstClasses(Int(hit.word)) & bit != 0 { return start }
            }
        }
        return nil
    }

    /// Whether a word of one of some roles begins shortly before a letter.
    private func stands(_ roles: UInt64, before end: Int) -> Bool {
        (max(0, end - Self.longestBefore)..<end).contains { hits.roles(at: $0) & roles != 0 }
    }

    private static let longestBefore = 6
}

extension Qualifier {
    /// Two qualifiers at one number: 近300余 is neither more nor less.
    fileprivate func merged(with other: Qualifier?) -> Qualifier {
        other == nil || other == self ? self : .about
    }
}
