import Values

/// Units that do not stand just behind their number.
extension QuantityScanner {
    /// 资金161.6万；: money by what stands before it, 元 left out.
    func isMoney(_ digits: Range<Int>) -> Bool {
        position > digits.upperBound
            && (position == text.letters.count || Letter.endsItem(text.letters[position]))
            && beginning(of: Lexicon.head, endingAt: digits.lowerBound) != nil
    }

    /// 185元5角, 12元3角5分; but 185元5分钟到账
    mutating func takeSmallMoney(_ number: inout ExactNumber, unit: Int) {
        guard lexicon.groups[unit] == .money, lexicon.scale[unit] == Self.centsInYuan, number.exponent == 0 else {
            return
        }
        for (sign, digits) in [(Letter.tenth, 1), (Letter.parts, 2)] {
            guard position + 1 < text.letters.count, Letter.isDigit(text.letters[position]),
                text.letters[position + 1] == sign, !isWithinWord(position + 1),
                let sum = number.adding(
                    ExactNumber(digits: Int64(text.letters[position] - 0x30), exponent: -digits))
            else { continue }
            number = sum
            position += 2
        }
    }

    private func isWithinWord(_ sign: Int) -> Bool {
        sign + 1 < text.letters.count && Letter.behindParts.contains(text.letters[sign + 1])
    }

    private static let centsInYuan: Int64 = 100

    /// 185.07（万元）, （万元）：185.07: the unit in brackets, its power of ten, and where the number ends with it.
    func unitInBrackets(for start: Int) -> (word: Int, power: Int, end: Int)? {
        if let behind = bracketedUnit(at: position) { return behind }
        var close = start - 1
        if close > 0, [Letter.colon, Letter.forWhom].contains(text.letters[close]) { close -= 1 }
        guard close > 1, text.letters[close] == Letter.closeBracket else { return nil }
        for open in max(0, close - Self.longestUnit)..<close {
            if let unit = bracketedUnit(at: open), unit.end == close + 1 { return (unit.word, unit.power, position) }
        }
        return nil
    }

    private static let longestUnit = 5

    private func bracketedUnit(at open: Int) -> (word: Int, power: Int, end: Int)? {
        guard open < text.letters.count, text.letters[open] == Letter.openBracket else { return nil }
        var (place, power) = (open + 1, 0)
        while place < text.letters.count, let more = ChineseNumeral.power(text.letters[place]), power < 8 {
            power += more
            place += 1
        }
        guard case .unit(let word, let length)? = follower(at: place), place + length < text.letters.count,
            text.letters[place + length] == Letter.closeBracket
        else { return nil }
        return (word, power, place + length + 1)
    }
}
