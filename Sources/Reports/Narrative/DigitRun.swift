/// Digits as they stand in a text, with thousands separators and a decimal point: `1,234`, `109.883`.
///
/// What only looks like a number, such as `0971-2292072`, `2020-12-28` or `3.2.1`, is read to its end and has no value.
struct DigitRun {
    private(set) var start: Int
    private(set) var end: Int
    /// Nil for chains of numbers, and where it cannot be said which number is meant.
    private(set) var number: ExactNumber?
    /// Whether it is digits only.
    private(set) var isPlain = true
    /// Whether it is no number unless a unit follows.
    private(set) var needsUnit = false
    /// Whether several numbers are joined into a date, a telephone number or a range.
    private(set) var isChain = false

    init(_ text: FoldedText, at position: Int) {
        start = position
        end = Self.endOfDigits(text, position)
        var digits = Digits(text, start..<end)
        while let length = Self.groupLength(text, at: end, after: start, isFirst: isPlain) {
            // A full-width comma parts thousands only if the number turns out to have a unit.
            if text.letters[end] == Letter.comma { needsUnit = true }
            digits.take(text, (end + length - 3)..<(end + length))
            end += length
            isPlain = false
        }
        let isGrouped = !isPlain
        let whole = digits.count
        if Self.isDigit(text, end + 1), text.letters[end] == Letter.dot {
            let fraction = end + 1
            end = Self.endOfDigits(text, fraction)
            if Self.isYear(text, fraction..<end) {
                start = fraction
                number = Digits(text, fraction..<end).number(fraction: 0)
                return
            }
            digits.take(text, fraction..<end)
            isPlain = false
        }
        var component = start
        while let next = Self.joined(text, at: end, start: component) {
            component = next
            // 1,000~5,000元, but 12-28,123件
            let mayBeGrouped = isGrouped || text.letters[end] == Letter.tilde
            isChain = true
            isPlain = false
            end = Self.endOfDigits(text, next)
            while mayBeGrouped, let length = Self.groupLength(text, at: end, after: next, isFirst: true) {
                end += length
            }
        }
        if !isChain { number = digits.number(fraction: digits.count - whole) }
    }

    /// Digits taken one after the other; more than fit are counted only.
    private struct Digits {
        private(set) var count = 0
        private var value: Int64 = 0

        private static let longest = 18

        init(_ text: FoldedText, _ range: Range<Int>) { take(text, range) }

        mutating func take(_ text: FoldedText, _ range: Range<Int>) {
            for position in range {
                count += 1
                if count <= Self.longest { value = value * 10 + Int64(text.letters[position] - 0x30) }
            }
        }

        func number(fraction: Int) -> ExactNumber? {
            count <= Self.longest ? ExactNumber(digits: value, exponent: -fraction) : nil
        }
    }

    private static func isDigit(_ text: FoldedText, _ position: Int) -> Bool {
        position < text.letters.count && Letter.isDigit(text.letters[position])
    }

    static func endOfDigits(_ text: FoldedText, _ start: Int) -> Int {
        var end = start
        while isDigit(text, end), end == start || text.omitted(before: end) == .nothing { end += 1 }
        return end
    }

    /// The length of a separator and three digits.
    private static func groupLength(_ text: FoldedText, at end: Int, after start: Int, isFirst: Bool) -> Int? {
        guard !isFirst || end - start <= 3, end < text.letters.count else { return nil }
        let letter = text.letters[end]
        let separator = letter == Letter.asciiComma || letter == Letter.comma ? 1 : 0
        let omission = text.omitted(before: end)
        // 1 200 is one number; 300 385 may be two.
        let isSpaced = omission == .space && (!isFirst || end - start < 3)
        let isParted = isSpaced || omission == .apostrophe && !text.omitted(before: start).isQuote
        guard separator == 1 || isParted else { return nil }
        let first = end + separator
        guard isDigit(text, first), endOfDigits(text, first) == first + 3 else { return nil }
        return separator + 3
    }

    /// Whether a fraction is the year that follows an item number: `3.2020年`.
    private static func isYear(_ text: FoldedText, _ range: Range<Int>) -> Bool {
        guard range.count == 4, range.upperBound < text.letters.count, text.letters[range.upperBound] == Letter.year
        else { return false }
        return Letter.isCentury(text.letters[range.lowerBound], text.letters[range.lowerBound + 1])
    }

    /// Where the next number of a chain begins.
    private static func joined(_ text: FoldedText, at end: Int, start: Int) -> Int? {
        guard end + 1 < text.letters.count else { return nil }
        switch text.letters[end] {
        case Letter.hyphen, Letter.tilde, Letter.slash, Letter.dash, Letter.shortDash:
            let next = text.letters[end + 1] == text.letters[end] ? end + 2 : end + 1
            return isDigit(text, next) ? next : nil
        case Letter.dot, Letter.upTo, Letter.until:
            return isDigit(text, end + 1) ? end + 1 : nil
        case Letter.colon:
            let isTime = end - start <= 2 && endOfDigits(text, end + 1) == end + 3
            return isTime ? end + 1 : nil
        default:
            return nil
        }
    }
}
