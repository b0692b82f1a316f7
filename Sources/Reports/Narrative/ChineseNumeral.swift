/// The letters of Chinese numerals, and the number that a run of them writes.
enum ChineseNumeral {
    static func digit(_ letter: UInt16) -> Int64? {
        switch letter {
        case 0x96F6, 0x3007, 0x25CB: 0
        case 0x4E00, 0x58F9: 1
        case 0x4E8C, 0x4E24, 0x8D30, 0x8CB3: 2
        case 0x4E09, 0x53C1: 3
        case 0x56DB, 0x8086: 4
        case 0x4E94, 0x4F0D: 5
        case 0x516D, 0x9646: 6
        case 0x4E03, 0x67D2: 7
        case 0x516B, 0x634C: 8
        case 0x4E5D, 0x7396: 9
        default: nil
        }
    }

    /// 十, 百, 千, 万 and 亿 as powers of ten.
    static func power(_ letter: UInt16) -> Int? {
        switch letter {
        case 0x5341, 0x62FE: 1
        case 0x767E, 0x4F70: 2
        case 0x5343, 0x4EDF: 3
        case 0x4E07: 4
        case 0x4EBF: 8
        default: nil
        }
    }

    static func isDigit(_ letter: UInt16) -> Bool { digit(letter) != nil }

    static func isNumeral(_ letter: UInt16) -> Bool { power(letter) != nil || isDigit(letter) || tens(letter) != nil }

    /// 廿 is 二十, 卅 is 三十.
    private static func tens(_ letter: UInt16) -> Int64? {
        switch letter {
        case 0x5EFF: 2
        case 0x5345: 3
        default: nil
        }
    }

    /// Before a numeral these make it vague: 几十, 数百.
    static func isVague(_ letter: UInt16) -> Bool { isSome(letter) || letter == 0x6570 }

    /// 几
    static func isSome(_ letter: UInt16) -> Bool { letter == 0x51E0 }

    /// Where the numeral ends that begins at a letter; the same letter where none does: of the numerals of cheques,
    /// 伍 in 队伍 and 拾 in 收拾 are words.
    static func end(in letters: [UInt16], from start: Int) -> Int {
        var end = start
        guard isOfCheques(letters[start]) else {
            while end < letters.count, isNumeral(letters[end]), !isOfCheques(letters[end]) { end += 1 }
            return end
        }
        while end < letters.count, isOfCheques(letters[end]) || isZero(letters[end]) || isLarge(letters[end]) {
            end += 1
        }
        let run = letters[start..<end]
        let isWord = run.count == 1 && [0x4F0D, 0x9646].contains(letters[start])
        return run.contains(where: isDigit) && !isWord ? end : start
    }

    /// 壹 to 玖, 拾, 佰 and 仟
    private static func isOfCheques(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x58F9, 0x8D30, 0x8CB3, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396, 0x62FE, 0x4F70, 0x4EDF:
            true
        default: false
        }
    }

    private static func isZero(_ letter: UInt16) -> Bool { digit(letter) == 0 }

    /// 万 and 亿
    private static func isLarge(_ letter: UInt16) -> Bool { (power(letter) ?? 0) >= 4 }

    /// The number of a run such as 一千二百 or 十五; nil where the run is not formed as numbers are: 三四,
    /// 一百二, 三万五.
    static func number(_ run: ArraySlice<UInt16>) -> ExactNumber? {
        guard run.count <= 16, let last = run.last else { return nil }
        var sum = Accumulator()
        for letter in run {
            let fits =
                if let tens = tens(letter) { sum.digit(tens) && sum.small(1) } else if let power = power(letter) {
                    power < 4 ? sum.small(power) : sum.large(power)
                } else {
                    sum.digit(ChineseNumeral.digit(letter) ?? 0)
                }
            guard fits else { return nil }
        }
        guard let total = sum.total() else { return nil }
        guard let power = power(last), power >= 4 else { return ExactNumber(digits: total, exponent: 0) }
        return ExactNumber(digits: power == 4 ? total / 10_000 : total / 100_000_000, exponent: power)
    }

    /// A year written digit by digit: 二〇二〇.
    static func year(_ run: ArraySlice<UInt16>) -> Int? {
        guard run.count == 4 else { return nil }
        var year = 0
        for letter in run {
            guard let digit = digit(letter) else { return nil }
            year = year * 10 + Int(digit)
        }
        return (1900..<2100).contains(year) ? year : nil
    }

    /// Adds up a numeral letter by letter; every step says whether the letter may stand there.
    private struct Accumulator {
        private var sum: Int64 = 0
        private var section: Int64 = 0
        private var pending: Int64?
        private var zero = false
        private var lowest = 4
        /// The last power that was named.
        private var last = 0

        mutating func digit(_ value: Int64) -> Bool {
            guard pending == nil else { return false }
            if value == 0 { zero = true } else { pending = value }
            return true
        }

        mutating func small(_ power: Int) -> Bool {
            guard power < lowest, pending != nil || section == 0 && sum == 0 else { return false }
            section += (pending ?? 1) * [1, 10, 100, 1000][power]
            lowest = power
            last = power
            pending = nil
            zero = false
            return true
        }

        mutating func large(_ power: Int) -> Bool {
            let counted = section + (pending ?? 0)
            guard counted > 0 else { return false }
            sum = power == 4 ? sum + counted * 10_000 : (sum + counted) * 100_000_000
            section = 0
            pending = nil
            zero = false
            lowest = 4
            last = power
            return sum < 1_000_000_000_000_000
        }

        func total() -> Int64? {
            if pending != nil, last > 1, !zero { return nil }
            return sum + section + (pending ?? 0)
        }
    }
}
