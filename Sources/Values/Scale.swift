/// How many stored integers make one of what is shown, and the digits that come of it.
package enum Scale: Sendable, Hashable {
    case whole
    /// Money in 分 and percentages in hundredths of a percent; zeros at the end are not shown (`98.5`).
    case hundredths
    /// Money in 分, shown in 万元 where a form asks for it.
    case millionths

    package var divisor: Int64 {
        switch self {
        case .whole: 1
        case .hundredths: 100
        case .millionths: 1_000_000
        }
    }

    /// The plain digits of a stored integer: `216.31`, `-3`.
    package func digits(_ value: Int64) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `digits`, by integer arithmetic alone, as is right for money.
    package func append(_ value: Int64, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let divisor = divisor.magnitude
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: divisor)
        Self.append(whole: whole, to: &bytes)
        guard fraction != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var (rest, step) = (fraction, divisor / 10)
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / step))
            (rest, step) = (rest % step, step / 10)
        }
    }

    private static func append(whole number: UInt64, to bytes: inout [UInt8]) {
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
