/// The time that a report's figures cover, as it says itself; the beginning is not told by `截至2020年12月31日`.
struct Period: Equatable {
    var start: Day?
    var end: Day

    var year: Int? { start?.year ?? end.year }

    var isWholeYear: Bool {
        (start.map { $0.month == 1 && $0.day == 1 } ?? true) && end.month == 12 && end.day == 31
    }

    /// What stands where a text tells the period.
    enum Statement: Equatable {
        case period(Period)
        /// Something that was a period before characters got lost: `自20251月1日起`.
        case damaged(String)
    }

    /// Reads the period out of a sentence that says it tells one (`统计期限自…`); nil if it does not.
    static func statement(in text: Wording, _ words: Periods) -> Statement? {
        for word in words.subjects {
            var from = text.scalars.startIndex
            while let subject = text.range(of: word, from: from) {
                from = subject.upperBound
                guard let start = beginning(in: text, after: subject.upperBound) else { continue }
                if let period = between(text, at: start) ?? months(text, at: start) ?? until(text, at: start, words) {
                    return .period(period)
                }
                if let stretch = damaged(text, from: start) { return .damaged(stretch) }
            }
        }
        return nil
    }

    /// Two days with only joining words between them that begin a year, wherever they stand: `2020年1月1日至2020年12月28日`.
    init?(anywhereIn text: Wording) {
        for position in text.scalars.indices {
            let isNumberStart =
                position == text.scalars.startIndex || !ScalarClass.isDigit(text.scalars[position - 1])
            guard isNumberStart, let period = Self.between(text, at: position), period.start?.month == 1,
                period.start?.day == 1
            else { continue }
            self = period
            return
        }
        return nil
    }

    private init(start: Day?, end: Day) {
        self.start = start
        self.end = end
    }

    /// The first digit of what follows a subject, at most a few words on.
    private static func beginning(in text: Wording, after start: Int) -> Int? {
        text.scalars[start...].prefix(12).indices.first { position in
            ScalarClass.isDigit(text.scalars[position]) || Day.yearNumber(text, at: position) != nil
        }
    }

    /// `自2020年1月1日起至2020年12月28日止` and its variants.
    private static func between(_ text: Wording, at start: Int) -> Period? {
        guard let (first, afterFirst) = Day.read(text, at: start), first.year != nil,
            let next = afterJoint(text, from: afterFirst), let (last, _) = Day.read(text, at: next)
        else { return nil }
        return Period(start: first, end: last)
    }

    /// `2021年1-12月`, `2021年1月至12月`.
    private static func months(_ text: Wording, at start: Int) -> Period? {
        guard let (year, afterYear) = Day.yearNumber(text, at: start), afterYear < text.scalars.endIndex,
            text.scalars[afterYear] == yearWord, let (first, afterFirst) = Day.number(text, at: afterYear + 1),
            let next = afterJoint(text, from: pastMonthWord(text, afterFirst)),
            let (last, end) = Day.number(text, at: next),
            end < text.scalars.endIndex, text.scalars[end] == monthWord, (1...12).contains(first),
            (1...12).contains(last)
        else { return nil }
        let isDay = text.scalars[(end + 1)...].first.map(ScalarClass.isDigit) == true
        guard !isDay else { return nil }
        return Period(
            start: Day(year: year, month: first, day: 1),
            end: Day(year: year, month: last, day: Day.last(of: last, year)))
    }

    private static func pastMonthWord(_ text: Wording, _ position: Int) -> Int {
        position < text.scalars.endIndex && text.scalars[position] == monthWord ? position + 1 : position
    }

    /// `截至2020年12月31日`, with nothing about the beginning.
    private static func until(_ text: Wording, at start: Int, _ words: Periods) -> Period? {
        let before = text[max(text.scalars.startIndex, start - 3)..<start]
        guard words.until.isIn(before), let (day, _) = Day.read(text, at: start) else { return nil }
        return Period(start: nil, end: day)
    }

    /// The stretch that days are made of, if there is enough of it to have been a period.
    private static func damaged(_ text: Wording, from start: Int) -> String? {
        var end = start
        while end < text.scalars.endIndex, end - start < 40, isPartOfPeriod(text.scalars[end]) { end += 1 }
        let stretch = text[start..<end]
        let digits = stretch.scalars.count(where: ScalarClass.isDigit)
        return digits >= 5 && stretch.scalars.contains { $0 == monthWord || joints.contains($0) } ? stretch.string : nil
    }

    private static func isPartOfPeriod(_ scalar: UInt32) -> Bool {
        ScalarClass.isDigit(scalar) || joints.contains(scalar) || dayWords.contains(scalar)
    }

    /// Past 起、至、到、—, a comma and the like; nil where something else stands there, or nothing.
    private static func afterJoint(_ text: Wording, from start: Int) -> Int? {
        var position = start
        while position < text.scalars.endIndex, joints.contains(text.scalars[position]) { position += 1 }
        return position > start && position < text.scalars.endIndex && position - start <= 6 ? position : nil
    }

    private static let joints = Set("起开始至到止—-－–~～―─,、".unicodeScalars.map(\.value))
    private static let dayWords = Set("年月日号自从.".unicodeScalars.map(\.value))
    private static let yearWord: UInt32 = 0x5E74
    private static let monthWord: UInt32 = 0x6708
}
