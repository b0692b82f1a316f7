import Reports
import Values

/// The words of a transcript that a figure points to, held against the figure without reading the report again.
///
/// A single number in digits must be the figure's, up to the power of ten that the form counts in; a blank cell must
/// have no digits. Numbers in words, such as the nought of 未收到710督办件, and sums of several numbers are not judged here:
/// reading the original again does that.
struct Evidence {
    let text: String
    /// How many numbers stand there, and the first of them without its trailing zeros; nil where it does not fit.
    private var count = 0
    private var first: UInt64? = 0
    private var hasWords = false

    init(_ bytes: Slice<UnsafeRawBufferPointer>) {
        text = String(decoding: bytes.prefix(60), as: UTF8.self)
        var isInNumber = false
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let (part, length) = Self.part(bytes[position...])
            switch part {
            case .digit(let digit):
                if !isInNumber { count += 1 }
                isInNumber = true
                if count == 1 { append(digit) }
            case .separator: break
            case .other:
                isInNumber = false
                if bytes[position] >= 0x80 { hasWords = true }
            }
            position += length
        }
        first = first.map(Self.significant)
    }

    func contradicts(_ reading: Reading) -> Bool {
        switch reading {
        case .blank, .notApplicable: count > 0
        case .unreadable: false
        case .reported(let amount) where amount.value == 0 && hasWords: false
        case .reported(let amount):
            count == 1 && first.map { $0 != Self.significant(amount.value.magnitude) } ?? false
        }
    }

    private enum Part {
        case digit(UInt64)
        /// What may stand within a number.
        case separator
        case other
    }

    /// Full-width digits and signs are U+FF01 and on, `EF BC 81` in UTF-8.
    private static func part(_ bytes: Slice<UnsafeRawBufferPointer>) -> (Part, length: Int) {
        let isFullWidth = bytes.count >= 3 && bytes.starts(with: [0xEF, 0xBC])
        let byte = isFullWidth ? bytes[bytes.startIndex + 2] &- 0x60 : bytes[bytes.startIndex]
        let part: Part =
            switch byte {
            case 0x30...0x39: .digit(UInt64(byte - 0x30))
            case 0x20, 0x2C, 0x2E: .separator
            default: .other
            }
        return (part, isFullWidth ? 3 : 1)
    }

    private mutating func append(_ digit: UInt64) {
        guard let (shifted, overflow) = first?.multipliedReportingOverflow(by: 10) else { return }
        let (sum, second) = shifted.addingReportingOverflow(digit)
        first = overflow || second ? nil : sum
    }

    private static func significant(_ number: UInt64) -> UInt64 {
        var number = number
        while number != 0, number % 10 == 0 { number /= 10 }
        return number
    }
}
