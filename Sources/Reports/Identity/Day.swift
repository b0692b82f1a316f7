import Values

/// Days as documents write them: `2020年12月28日`, `2021-1-1`, `2021.2.4`.
struct Day: Equatable {
    /// Nil where only month and day are told (`至12月31日止`).
    var year: Int?
    var month: Int
    var day: Int

    /// `2020-12-28`; `year` stands in where the day itself names none.
    func isoString(year fallback: Int?) -> String? {
        guard let year = year ?? fallback else { return nil }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// Reads a day that begins at a position, and tells where it ends.
    static func read(_ text: Wording, at start: Int) -> (day: Day, end: Int)? {
        guard let (first, afterFirst) = number(text, at: start), afterFirst < text.scalars.endIndex else { return nil }
        if text.scalars[afterFirst] == year {
            guard ReportYears.possible.contains(first) else { return nil }
            return monthAndDay(text, at: afterFirst + 1, year: first)
        }
        if text.scalars[afterFirst] == month { return monthAndDay(text, at: start, year: nil) }
        return separated(text, year: first, at: afterFirst)
    }

    static func last(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// A year that begins at a position: four digits from 1990 to 2100 that stand alone, or `二〇二〇`, which only 年 makes
    /// a year.
    static func yearNumber(_ text: Wording, at start: Int) -> (year: Int, end: Int)? {
        let isInNumber = start > text.scalars.startIndex && ScalarClass.isDigit(text.scalars[start - 1])
        guard !isInNumber, let (value, end) = number(text, at: start), ReportYears.possible.contains(value) else {
            return nil
        }
        guard ScalarClass.isDigit(text.scalars[start]) else {
            return end < text.scalars.endIndex && text.scalars[end] == year ? (value, end) : nil
        }
        return end - start == 4 ? (value, end) : nil
    }

    private static let year: UInt32 = 0x5E74
    private static let month: UInt32 = 0x6708
    private static let dayMark: UInt32 = 0x65E5

    private static func monthAndDay(_ text: Wording, at start: Int, year: Int?) -> (Day, Int)? {
        guard let (monthNumber, afterMonth) = number(text, at: start), (1...12).contains(monthNumber),
            afterMonth < text.scalars.endIndex, text.scalars[afterMonth] == month,
            let (dayNumber, afterDay) = number(text, at: afterMonth + 1), (1...31).contains(dayNumber),
            afterDay < text.scalars.endIndex, text.scalars[afterDay] == dayMark
        else { return nil }
        return (Day(year: year, month: monthNumber, day: dayNumber), afterDay + 1)
    }

    /// `2021-1-1`, `2021.1.1`, `2021/1/1`.
    private static func separated(_ text: Wording, year: Int, at start: Int) -> (Day, Int)? {
        let mark = text.scalars[start]
        guard ReportYears.possible.contains(year), [0x2D, 0x2E, 0x2F].contains(mark),
            let (monthNumber, afterMonth) = number(text, at: start + 1), (1...12).contains(monthNumber),
            afterMonth < text.scalars.endIndex, text.scalars[afterMonth] == mark,
            let (dayNumber, afterDay) = number(text, at: afterMonth + 1), (1...31).contains(dayNumber)
        else { return nil }
        return (Day(year: year, month: monthNumber, day: dayNumber), afterDay)
    }

    /// Up to four digits, or a Chinese year (二〇二一) or small number (十二).
    static func number(_ text: Wording, at start: Int) -> (Int, Int)? {
        var position = start
        var value = 0
        while position < text.scalars.endIndex, ScalarClass.isDigit(text.scalars[position]), position - start < 5 {
            value = value * 10 + Int(text.scalars[position] - 0x30)
            position += 1
        }
        if position > start { return position - start <= 4 ? (value, position) : nil }
        return chineseNumber(text, at: start)
    }

    private static func chineseNumber(_ text: Wording, at start: Int) -> (Int, Int)? {
        // The digits read so far that no ten has taken, as one number.
        var (value, count) = (0, 0)
        var tens: Int?
        var position = start
        while position < text.scalars.endIndex, position - start < 4 {
            let scalar = text.scalars[position]
            if scalar == 0x5341 {
                guard tens == nil else { return nil }
                tens = count > 0 ? value % 10 : 1
                (value, count) = (value / 10, max(0, count - 1))
            } else if let digit = chineseDigit(scalar) {
                (value, count) = (value * 10 + digit, count + 1)
            } else {
                break
            }
            position += 1
        }
        guard position > start else { return nil }
        if let tens { return count <= 1 ? (tens * 10 + value, position) : nil }
        return (value, position)
    }

    /// 〇 and 零, the circles and letters that are written for them, 一 to 九.
    private static func chineseDigit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x3007, 0x96F6, 0x25CB, 0x25EF, 0x4F, 0x6F: 0
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }
}
