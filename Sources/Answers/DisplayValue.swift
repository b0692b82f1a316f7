import Catalogue

/// A number as a person types it in an indicator's unit, read exactly.
package enum DisplayValue {
    /// `12`, `-3`, `216.31`: the stored integer; nil for anything else, and for more decimals than the unit has.
    package static func parse(_ text: String, unit: Unit) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        let decimals = unit.scale == 1 ? 0 : 2
        guard parts.count == 1 || !fraction.isEmpty, fraction.count <= decimals else { return nil }
        let digits = whole + fraction + String(repeating: "0", count: decimals - fraction.count)
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let value = Int64(digits)
        else { return nil }
        return isNegative ? -value : value
    }
}
