/// The unit that an indicator is shown in. It decides the scale of the stored integer.
package enum Unit: String, Sendable, CaseIterable {
    case items = "件"
    case matters = "项"
    case pieces = "条"
    case articles = "篇"
    case times = "次"
    case things = "个"
    case persons = "人"
    case personTimes = "人次"
    case households = "户"
    case yuan = "元"
    case percent = "%"

    /// Money is stored in 分, a percentage in hundredths of a percent.
    package var displayScale: Scale {
        switch self {
        case .yuan, .percent: .hundredths
        default: .whole
        }
    }

    /// How numbers are stored that a sentence tells in a unit, which need be none of ours.
    package static func displayScale(written unit: String) -> Scale { Unit(rawValue: unit)?.displayScale ?? .whole }

    /// How many stored units make one display unit.
    package var scale: Int64 { displayScale.divisor }
}

// MARK: Display

extension Unit {
    /// A stored value in this unit: `216.31`, `98.5`, `12`.
    package func display(_ value: Int64) -> String { displayScale.digits(value) }

    /// A stored value of a figure as prose about it tells it: of counts the digits; of money with its unit, in 万元 where
    /// it is large, or where the form asks for that, so that the report has the very digits.
    package func told(_ value: Int64, inTenThousands: Bool = false) -> String {
        guard self == .yuan else { return display(value) }
        let isLarge = inTenThousands || value.magnitude >= Scale.millionths.divisor.magnitude
        return isLarge ? Scale.millionths.digits(value) + "万元" : display(value) + rawValue
    }

    /// An amount as prose tells it, without the unit: `约600`, `more than 600`.
    package func display(_ amount: Amount) -> Phrase {
        let digits = display(amount.value)
        return amount.qualifier?.told(digits) ?? Phrase(zh: digits, en: digits)
    }

    /// What a person types in this unit, read exactly: `12`, `-3`, `216.31`. The stored integer; nil for anything else,
    /// and for more decimals than the unit has.
    package func parse(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        let decimals = displayScale == .whole ? 0 : 2
        guard parts.count == 1 || !fraction.isEmpty, fraction.count <= decimals else { return nil }
        let digits = whole + fraction + String(repeating: "0", count: decimals - fraction.count)
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let value = Int64(digits)
        else { return nil }
        return isNegative ? -value : value
    }
}
