import Values

/// An exact number in display units, kept as an integer of smallest units: 216.31 元 is 21631 hundredths.
package struct Number: Sendable, Hashable {
    package enum Bound: Sendable {
        /// The true number is this or more.
        case atLeast
        /// The true number may be more or less: what is missing can be negative.
        case open

        /// As programs know it.
        package var code: String { self == .atLeast ? "at_least" : "open" }

        package var words: Phrase {
            self == .atLeast ? Phrase(zh: "不小于", en: "at least") : Phrase(zh: "可大可小", en: "open")
        }
    }

    package var units: Int64
    package var scale: Scale
    package var qualifier: Qualifier?
    /// Someone replaced what the report says; people see a mark.
    package var isCorrected: Bool
    /// Whether it is a ratio over few cases; people see a mark.
    package var isOverFew = false
    /// Recognised from a picture, and nothing proves it; people see a mark.
    package var isUnproved = false
    /// What a sum that some figures are missing from says of the true one; people see a mark.
    package var bound: Bound?
    /// Whether people see its thousands set apart; years and codes are no quantities.
    package var isGrouped = true
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
    package init(_ units: Int64, of unit: Unit, isCorrected: Bool = false) {
        self.init(units, unit.displayScale, isCorrected: isCorrected)
    }

    /// What a source says.
    package init(_ amount: Amount, _ scale: Scale, isCorrected: Bool = false) {
        self.init(amount.value, scale, qualifier: amount.qualifier, isCorrected: isCorrected)
    }

    /// The plain digits of the machine formats, without qualifier and mark.
    package var digits: String { scale.digits(units) }

    /// The digits as people read them: `216,310,000.5`.
    package var groupedDigits: String {
        var bytes: [UInt8] = []
        appendGroupedDigits(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether people see nothing beside the digits.
    var isBare: Bool {
        qualifier == nil && !isCorrected && !isOverFew && !isUnproved && bound == nil && footnote == nil
    }

    func appendGroupedDigits(to bytes: inout [UInt8]) {
        let start = bytes.count + (units < 0 ? 1 : 0)
        appendDigits(to: &bytes)
        guard isGrouped else { return }
        var place = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
        while place - start > 3 {
            place -= 3
            bytes.insert(UInt8(ascii: ","), at: place)
        }
    }

    func appendDigits(to bytes: inout [UInt8]) { scale.append(units, to: &bytes) }
}
