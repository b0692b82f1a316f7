import Values

/// The text of one cell of a table, understood: a number as written, one of the ways of writing nothing, a sign that
/// stands for what cannot be known, or other text.
enum CellText: Equatable {
    case blank
    case notApplicable
    case number(WrittenNumber)
    /// Signs without a word, alone or at a number: `√`, `⑫`, `½`, `1372²`, a picture. There is a value, and it cannot
    /// be read.
    case unclear
    case other
}

/// A number as it stands in a source, before it is known what it counts: ±digits × 10^−decimals × multiplier.
struct WrittenNumber: Equatable {
    var digits: Int64
    var decimals: Int
    var multiplier: Int64 = 1
    var unit: Unit = .none
    var qualifier: Qualifier?
    /// Whether 增 or 减 says that it is how many more or fewer there are, not how many.
    var isChange = false

    init(digits: Int64, decimals: Int) {
        self.digits = digits
        self.decimals = decimals
    }

    enum Unit: Equatable {
        case none, money, percent, count
    }

    /// Digits and nothing else, as most cells are.
    init?(plain text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty, range.count <= 18 else { return nil }
        var digits: Int64 = 0
        for place in range {
            guard text[place] >= 0x30, text[place] <= 0x39 else { return nil }
            digits = digits * 10 + Int64(text[place] - 0x30)
        }
        self.init(digits: digits, decimals: 0)
    }

    /// The amount in an indicator's smallest unit; nil where it cannot be exact there (half a request), or does not fit
    /// the kind of figure.
    /// `columnMultiplier` is what the form counts in where the cell itself names no unit.
    func amount(for unit: Values.Unit, columnMultiplier: Int64 = 1) -> Amount? {
        switch (unit, self.unit) {
        case (.yuan, .percent), (.yuan, .count), (.percent, .money), (.percent, .count): return nil
        case (.yuan, _), (.percent, _): break
        default: guard self.unit == .none || self.unit == .count else { return nil }
        }
        // A unit that no form has (0) leaves nothing certain but zero.
        if columnMultiplier == 0, self.unit == .none, multiplier == 1 {
            return digits == 0 ? Amount(value: 0, qualifier: qualifier) : nil
        }
        let inColumnUnit = self.unit == .none && multiplier == 1 ? columnMultiplier : multiplier
        let (scale, scaleOverflow) = inColumnUnit.multipliedReportingOverflow(by: unit.scale)
        let (scaled, overflow) = digits.multipliedReportingOverflow(by: scale)
        guard !scaleOverflow, !overflow, decimals <= 9 else { return nil }
        // Division is slow, and most numbers are whole.
        if decimals == 0 { return Amount(value: scaled, qualifier: qualifier, precision: max(1, scale)) }
        var divisor: Int64 = 1
        for _ in 0..<decimals { divisor *= 10 }
        guard scaled % divisor == 0 else { return nil }
        return Amount(value: scaled / divisor, qualifier: qualifier, precision: max(1, scale / divisor))
    }
}

extension CellText {
    var isUnderstood: Bool {
        switch self {
        case .number, .notApplicable: true
        case .blank, .unclear, .other: false
        }
    }

    /// Whether the number is an amount only with the unit of its column.
    var needsUnit: Bool {
        guard case .number(let number) = self else { return false }
        return number.unit == .none && number.multiplier == 1 && number.digits != 0
    }

    /// Whether a number is less than a township's purchases of a year come to in 元, and 万元 may be meant: 477, 1028.6.
    var isLittleMoney: Bool {
        guard case .number(let number) = self else { return false }
        let whole = (0..<number.decimals).reduce(number.digits) { digits, _ in digits / 10 }
        return whole < (number.decimals > 0 ? 10_000 : 1_000)
    }

    /// Understands the bytes of a cell. Whatever is not certainly a number, a blank or a mark for "not applicable" is
    /// `other`.
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if let number = WrittenNumber(plain: text, range) {
            self = .number(number)
            return
        }
        if Self.beginsWithWord(Scalars(text, range)) {
            self = .other
            return
        }
        var parser = CellParser(Scalars(text, range))
        self = parser.parse()
        if self == .other, Self.isUnclear(Scalars(text, range)) { self = .unclear }
    }

    /// Whether an ideograph comes first that neither begins a number nor is struck out: most texts are labels.
    private static func beginsWithWord(_ text: Scalars) -> Bool {
        var scalars = text
        guard let first = scalars.next(), first >= 0x4E00, first <= 0x9FFF else { return false }
        return !CellParser.canBegin(Traditional.simplified(first)) && scalars.peekByte != 0xCC
    }

    /// Whether a text is in one piece and has signs that are neither letters, nor digits, nor the marks that numbers
    /// are written with.
    private static func isUnclear(_ text: Scalars) -> Bool {
        var scalars = text
        var hasBegun = false
        var hasGap = false
        var isUnclear = false
        while let raw = scalars.next() {
            if ScalarClass.isSpace(raw) {
                hasGap = hasBegun
                continue
            }
            if hasGap { return false }
            hasBegun = true
            let scalar = ScalarClass.folded(raw)
            if scalars.takeNote(begunBy: raw) {
                isUnclear = true
            } else if ScalarClass.isWordPart(scalar) {
                guard ScalarClass.isDigit(scalar) else { return false }
            } else if !isPartOfNumbers(scalar) {
                isUnclear = true
            }
        }
        return isUnclear
    }

    /// The marks that numbers, their lists and their enumerators are written with.
    private static func isPartOfNumbers(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x25, 0x27...0x29, 0x2B...0x2F, 0x3A, 0x3B, 0x5C, 0x7C, 0xB7, 0x2010...0x2019, 0x201C, 0x201D,
            0x2212, 0x2500,
            0x3001...0x3003, 0x3008...0x300F, 0xFE58, 0xFE63:
            true
        default: false
        }
    }

    init(_ string: String) {
        let bytes = Array(string.utf8)
        self = bytes.withUnsafeBufferPointer { CellText($0, 0..<$0.count) }
    }
}

/// Reads `1,234`, `+19`, `减3`, `152790元`, `47.7万元`, `600余`, full-width digits and spaces around and within.
private struct CellParser {
    private var scalars: Scalars

    init(_ scalars: Scalars) { self.scalars = scalars }

    mutating func parse() -> CellText {
        guard let first = peek() else { return .blank }
        var number = WrittenNumber(digits: 0, decimals: 0)
        var isNegative = false
        // Most cells are digits alone, and most texts are labels.
        if !ScalarClass.isDigit(first) {
            guard Self.canBegin(first) else { return .other }
            if let mark = notApplicable() { return mark }
            number.qualifier = leadingQualifier(first)
            isNegative = sign(of: &number)
        }
        guard readDigits(into: &number) else { return .other }
        if let qualifier = trailingQualifier() {
            guard number.qualifier == nil || number.qualifier == qualifier else { return .other }
            number.qualifier = qualifier
        }
        guard readUnit(into: &number), peek() == nil else { return .other }
        if isNegative { number.digits = -number.digits }
        return .number(number)
    }

    /// Whether a cell that is no other text can begin with a scalar: marks, 无, 暂, 不, N, 约, 近, 超, signs, 减, 增, 新, 零.
    static func canBegin(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x65E0, 0x6682, 0x96F6, 0x4E0D, 0x4E, 0x6E, 0x7EA6, 0x8FD1, 0x8D85, 0x51CF, 0x589E, 0x65B0: true
        default: scalar < 0x4E00 || scalar > 0x9FFF
        }
    }

    /// The next scalar that is no space, folded, without taking it.
    private mutating func peek() -> UInt32? {
        while let raw = scalars.peek() {
            guard ScalarClass.isSpace(raw) else { return ScalarClass.folded(raw) }
            _ = scalars.next()
        }
        return nil
    }

    /// The next scalar, folded, if no space stands before it.
    private func peekAdjacent() -> UInt32? { scalars.peek().map(ScalarClass.folded) }

    private mutating func take() { _ = scalars.next() }

    private mutating func take(_ word: StaticString) -> Bool {
        var ahead = self
        let isTaken = word.withUTF8Buffer { bytes in
            var expected = Scalars(bytes, 0..<bytes.count)
            while let scalar = expected.next() {
                guard ahead.peek() == scalar else { return false }
                ahead.take()
            }
            return true
        }
        if isTaken { self = ahead }
        return isTaken
    }

    /// `/`, `-`, `--`, `—`, `无`, `暂无`, `不涉及`, `不适用`, `N/A`, and nothing else in the cell.
    private mutating func notApplicable() -> CellText? {
        var ahead = self
        for word in AbsenceWords.all where ahead.take(word) {
            return ahead.peek() == nil ? .notApplicable : nil
        }
        while let scalar = ahead.peek() {
            switch scalar {
            case 0x2F, 0x5C, 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63: ahead.take()
            default: return nil
            }
        }
        return .notApplicable
    }

    private mutating func leadingQualifier(_ first: UInt32) -> Qualifier? {
        switch first {
        case 0x7EA6: take(); return .about  // 约
        case 0x8FD1: take(); return .lessThan  // 近
        case 0x8D85: take(); return .moreThan  // 超
        default: return nil
        }
    }

    private mutating func trailingQualifier() -> Qualifier? {
        switch peek() {
        case 0x4F59, 0x591A: take(); return .moreThan  // 余、多
        default: return take("左右") ? .about : nil
        }
    }

    /// Whether the number is marked as negative: −11, 减3.
    private mutating func sign(of number: inout WrittenNumber) -> Bool {
        switch peek() {
        case 0x2D, 0x2212: take(); return true
        case 0x2B: take(); return false
        default: break
        }
        let isDecrease = take("减少") || take("减")
        number.isChange = isDecrease || take("增加") || take("增")
        if !isDecrease { _ = take("新增") }
        return isDecrease
    }

    /// Digits with an optional decimal point; a comma only where it separates thousands. A space ends the number: `1 0`
    /// are two.
    private mutating func readDigits(into number: inout WrittenNumber) -> Bool {
        var count = 0
        var groupLength: Int?
        var isFraction = false
        _ = peek()
        while let scalar = peekAdjacent() {
            if ScalarClass.isDigit(scalar) {
                let (tens, overflow) = number.digits.multipliedReportingOverflow(by: 10)
                let (sum, carry) = tens.addingReportingOverflow(Int64(scalar - 0x30))
                guard !overflow, !carry else { return false }
                number.digits = sum
                count += 1
                if isFraction { number.decimals += 1 } else { groupLength = groupLength.map { $0 + 1 } }
            } else if scalar == 0x2C, !isFraction, count > 0, groupLength == nil ? count <= 3 : groupLength == 3 {
                groupLength = 0
            } else if scalar == 0x2E, !isFraction, count > 0 {
                isFraction = true
            } else {
                break
            }
            take()
        }
        // Other numerals may be those of an enumeration.
        if count == 0 { return take("零") || take("〇") }
        let groupIsWhole = groupLength == nil || groupLength == 3
        return count > 0 && groupIsWhole && !(isFraction && number.decimals == 0)
    }

    /// What else stands in the cell, taken; of long texts only the beginning.
    private mutating func rest() -> String {
        var rest = String.UnicodeScalarView()
        while let scalar = peek().flatMap(Unicode.Scalar.init), rest.count < 4 {
            rest.append(scalar)
            take()
        }
        return String(rest)
    }

    private mutating func readUnit(into number: inout WrittenNumber) -> Bool {
        if take("亿") { number.multiplier = 100_000_000 } else if take("万") { number.multiplier = 10_000 }
        if take("元") {
            number.unit = .money
        } else if take("%") {
            number.unit = .percent
        } else if peek() != nil {
            guard UnitWord.isCounting(rest()) else { return false }
            number.unit = .count
        }
        return true
    }
}
