import Catalogue

/// An exact number in display units, kept as an integer of smallest units: 216.31 元 is 21631 hundredths.
package struct Number: Sendable, Hashable {
    package enum Scale: Sendable {
        case whole
        /// Money in 分 and percentages in hundredths of a percent; zeros at the end are not shown (`98.5`).
        case hundredths
        /// Money in 分, shown in 万元 where a form asks for it.
        case millionths

        /// How many units make one of what is shown.
        var divisor: UInt64 {
            switch self {
            case .whole: 1
            case .hundredths: 100
            case .millionths: 1_000_000
            }
        }
    }

    /// A word that makes a number approximate. Raw values are those of the `qualifier` column.
    package enum Qualifier: String, Sendable, CaseIterable {
        case about
        case moreThan = "more_than"
        case lessThan = "less_than"
    }

    package enum Bound: Sendable {
        /// The true number is this or more.
        case atLeast
        /// The true number may be more or less: what is missing can be negative.
        case open
    }

    package var units: Int64
    package var scale: Scale
    package var qualifier: Qualifier?
    /// Someone replaced what the report says; people see a mark.
    package var isCorrected: Bool
    /// What a sum that some figures are missing from says of the true one; people see a mark.
    package var bound: Bound?
    /// The sheet's footnote that explains it, from 1; people see a small raised figure.
    package var footnote: Int?

    package init(_ units: Int64, _ scale: Scale = .whole, qualifier: Qualifier? = nil, isCorrected: Bool = false) {
        self.units = units
        self.scale = scale
        self.qualifier = qualifier
        self.isCorrected = isCorrected
    }

    /// A footnote's number as it stands beside a figure and before the note: `¹`.
    package static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String("\(number)".compactMap(\.wholeNumberValue).map { digits[$0] })
    }

    /// A stored value of an indicator with this unit.
    package init(_ units: Int64, of unit: Unit, qualifier: Qualifier? = nil, isCorrected: Bool = false) {
        self.init(units, unit.scale == 1 ? .whole : .hundredths, qualifier: qualifier, isCorrected: isCorrected)
    }

    /// The plain digits of the machine formats, without qualifier and mark.
    package var digits: String {
        var bytes: [UInt8] = []
        appendDigits(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `digits`, by integer arithmetic alone, as is right for money.
    func appendDigits(to bytes: inout [UInt8]) {
        let magnitude = units.magnitude
        if units < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: scale.divisor)
        Self.append(whole, to: &bytes)
        guard fraction != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var (rest, step) = (fraction, scale.divisor / 10)
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / step))
            (rest, step) = (rest % step, step / 10)
        }
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = number
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes.append(UInt8(ascii: "0") + UInt8(digit))
            rest = quotient
        } while rest > 0
        var low = start
        var high = bytes.count - 1
        while low < high {
            bytes.swapAt(low, high)
            low += 1
            high -= 1
        }
    }
}
