/// What one pass over bytes finds out about them as UTF-8 text.
///
/// The pass is the hottest loop of an import, so it does everything that needs every byte at once.
struct UTF8Survey {
    /// The first byte that is no UTF-8; the pass stops there.
    private(set) var firstInvalid: Int?
    private(set) var firstNUL: Int?
    private(set) var firstControl: Int?
    /// Control characters other than NUL and those that move the pen (tab, line feed, vertical tab, form feed, carriage
    /// return).
    private(set) var controls = 0
    private(set) var hasCarriageReturn = false
    /// Whether lines end in a way of Unicode's own: U+0085, U+2028, U+2029.
    private(set) var hasUnicodeLineEnd = false
    private(set) var lineEnds = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                if byte < 0x20 { note(control: byte, at: position) }
                position += 1
                continue
            }
            // As nearly all of a Chinese text is written.
            if byte >= 0xE4, byte <= 0xE9, position + 3 <= bytes.count, Self.isTrail(bytes[position + 1]),
                Self.isTrail(bytes[position + 2])
            {
                position += 3
                continue
            }
            let length = Self.sequenceLength(at: position, in: bytes)
            guard length > 0 else {
                firstInvalid = position
                return
            }
            if byte == 0xE2 || byte == 0xC2, PlainText.lineEnd(at: position, in: bytes) > 0 {
                hasUnicodeLineEnd = true
                lineEnds += 1
            }
            position += length
        }
    }

    private mutating func note(control byte: UInt8, at position: Int) {
        switch byte {
        case 0x0A: lineEnds += 1
        case 0x0D:
            hasCarriageReturn = true
            lineEnds += 1
        case 0x09, 0x0B, 0x0C: break
        case 0x00: if firstNUL == nil { firstNUL = position }
        default:
            controls += 1
            if firstControl == nil { firstControl = position }
        }
    }

    /// The length of the well-formed sequence of two to four bytes at `position`, or 0 (Unicode Standard, table 3-7).
    @inline(__always)
    static func sequenceLength(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let rest = bytes.count - position
        let lead = bytes[position]
        guard rest >= 2 else { return 0 }
        let second = bytes[position + 1]
        switch lead {
        case 0xE1...0xEC, 0xEE, 0xEF:
            return rest >= 3 && isTrail(second) && isTrail(bytes[position + 2]) ? 3 : 0
        case 0xC2...0xDF:
            return isTrail(second) ? 2 : 0
        case 0xE0:
            return rest >= 3 && second >= 0xA0 && second <= 0xBF && isTrail(bytes[position + 2]) ? 3 : 0
        case 0xED:
            return rest >= 3 && second >= 0x80 && second <= 0x9F && isTrail(bytes[position + 2]) ? 3 : 0
        case 0xF0...0xF4:
            let fits = lead == 0xF0 ? second >= 0x90 : lead == 0xF4 ? second < 0x90 : true
            return rest >= 4 && fits && isTrail(second) && isTrail(bytes[position + 2]) && isTrail(bytes[position + 3])
                ? 4 : 0
        default:
            return 0
        }
    }

    @inline(__always)
    private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// Whether bytes that are not UTF-8 throughout are nevertheless nothing else: at least twenty well-formed sequences
    /// for each byte out of place. Text in GB18030 hits upon such sequences by chance only.
    static func isDamagedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var sequences = 0
        var strays = 0
        var position = 0
        while position < bytes.count {
            if bytes[position] < 0x80 {
                position += 1
                continue
            }
            let length = sequenceLength(at: position, in: bytes)
            sequences += length > 0 ? 1 : 0
            strays += length > 0 ? 0 : 1
            position += max(length, 1)
        }
        return sequences >= 20 * strays
    }
}
