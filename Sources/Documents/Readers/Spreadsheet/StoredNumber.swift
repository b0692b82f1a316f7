/// A number as a workbook stores it, exactly: ±digits × 10^exponent.
///
/// Spreadsheets keep binary fractions and vouch for 15 significant digits: 139.59999999999999 is 139.6.
struct StoredNumber: Equatable {
    private(set) var isNegative: Bool
    /// From 0 to 9, none of zero; neither the first nor the last is 0.
    private(set) var digits: [UInt8]
    /// The place of the last digit.
    private(set) var exponent: Int

    var isZero: Bool { digits.isEmpty }

    private static let significantDigits = 15
    /// Beyond what any figure needs.
    private static let largestExponent = 60

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        self.isNegative = isNegative
        self.digits = digits
        self.exponent = exponent
        normalize()
    }

    /// Reads `-1.25E-3` and the like; nil for anything else.
    init?(_ text: some Collection<UInt8>) {
        var rest = text[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        var digits: [UInt8] = []
        var exponent = 0
        var isFraction = false
        while let byte = rest.first, byte != UInt8(ascii: "E"), byte != UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else if byte >= 0x30, byte <= 0x39 {
                digits.append(byte - 0x30)
                if isFraction { exponent -= 1 }
            } else {
                return nil
            }
        }
        guard !digits.isEmpty else { return nil }
        if !rest.isEmpty {
            let power = String(decoding: rest.dropFirst(), as: UTF8.self)
            guard let power = Int(power), abs(power) < 400 else { return nil }
            exponent += power
        }
        self.init(isNegative: isNegative, digits: digits, exponent: exponent)
        if self.digits.count > Self.significantDigits {
            self = rounded(toPlace: self.exponent + self.digits.count - Self.significantDigits)
        }
        guard abs(self.exponent) <= Self.largestExponent else { return nil }
    }

    private mutating func normalize() {
        digits = Array(digits.drop { $0 == 0 })
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    var magnitude: StoredNumber { StoredNumber(isNegative: false, digits: digits, exponent: exponent) }

    func shifted(by places: Int) -> StoredNumber {
        StoredNumber(isNegative: isNegative, digits: digits, exponent: exponent + places)
    }

    /// Rounded half away from zero to so many decimals, as spreadsheets show numbers.
    func rounded(decimals: Int) -> StoredNumber { rounded(toPlace: -decimals) }

    private func rounded(toPlace place: Int) -> StoredNumber {
        let dropped = place - exponent
        guard dropped > 0 else { return self }
        guard dropped <= digits.count else { return StoredNumber(isNegative: false, digits: [], exponent: 0) }
        var kept = Array(digits.dropLast(dropped))
        if digits[digits.count - dropped] >= 5 {
            var index = kept.count - 1
            while index >= 0, kept[index] == 9 {
                kept[index] = 0
                index -= 1
            }
            if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
        }
        return StoredNumber(isNegative: isNegative, digits: kept, exponent: place)
    }

    /// The digits before the point, none of a number below 1.
    var integerDigits: [UInt8] {
        exponent >= 0
            ? digits + [UInt8](repeating: 0, count: digits.isEmpty ? 0 : exponent)
            : Array(digits.dropLast(min(-exponent, digits.count)))
    }

    /// The digits behind the point, without zeros at the end.
    var fractionDigits: [UInt8] {
        guard exponent < 0 else { return [] }
        let zeros = max(0, -exponent - digits.count)
        return [UInt8](repeating: 0, count: zeros) + digits.suffix(-exponent)
    }

    /// The whole part, where it is small enough to count with.
    var wholePart: Int? {
        let digits = integerDigits
        guard digits.count <= 15 else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1) }
        return isNegative ? -value : value
    }

    /// Plain decimal: `-0.00125`.
    var text: String {
        let whole = integerDigits
        let fraction = fractionDigits
        return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : Self.string(whole))
            + (fraction.isEmpty ? "" : "." + Self.string(fraction))
    }

    static func string(_ digits: [UInt8]) -> String { String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) }
}
