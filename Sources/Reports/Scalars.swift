/// A cursor over the characters of a UTF-8 transcript; the hot paths read text through it instead of `String`.
struct Scalars {
    let text: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    let end: Int

    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.text = text
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next scalar value, or nil at the end. The transcript is valid UTF-8, so a sequence is as long as its first
    /// byte says; one that a range cuts short ends the reading.
    @inline(__always) mutating func next() -> UInt32? {
        guard position < end else { return nil }
        let first = text[position]
        if first < 0x80 {
            position += 1
            return UInt32(first)
        }
        if first & 0xF0 == 0xE0, position + 3 <= end {
            // As nearly all of a Chinese text is written.
            let (second, third) = (UInt32(text[position + 1] & 0x3F), UInt32(text[position + 2] & 0x3F))
            position += 3
            return UInt32(first & 0x0F) << 12 | second << 6 | third
        }
        return nextOfOtherLength(first)
    }

    @inline(never) private mutating func nextOfOtherLength(_ first: UInt8) -> UInt32? {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard position + length <= end else {
            position = end
            return nil
        }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3F) }
        position += length
        return scalar
    }

    /// Past ideographs (U+4000 to U+9FFF, by the first of their three bytes).
    mutating func passIdeographs() {
        while position + 3 <= end, text[position] >= 0xE4, text[position] <= 0xE9 { position += 3 }
    }

    /// The next scalar behind ideographs, or nil at the end.
    mutating func nextButIdeographs() -> UInt32? {
        passIdeographs()
        return next()
    }

    /// The first byte of the next scalar, or nil at the end.
    var peekByte: UInt8? { position < end ? text[position] : nil }

    func peek() -> UInt32? {
        var copy = self
        return copy.next()
    }

    /// Passes over the rest of what is a note and no text of its own, if `scalar`, just read, begins one: what stands
    /// between raised parentheses, or a character that is struck out.
    mutating func takeNote(begunBy scalar: UInt32) -> Bool {
        if scalar == ScalarClass.raisedParenthesis {
            while let next = next(), next != ScalarClass.raisedParenthesis + 1 {}
            return true
        }
        guard peek() == ScalarClass.stroke else { return false }
        _ = next()
        return true
    }
}

/// What a scalar is to the readers of labels and cells.
enum ScalarClass {
    /// Full-width ASCII folded to ASCII, what stands in for an ideograph to it, traditional characters to simplified
    /// ones, everything else as it is.
    static func folded(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x2E80 { return scalar }
        if scalar < 0x4E00 { return scalar < 0x2FE0 ? Traditional.simplified(StandIns.ideograph(scalar)) : scalar }
        if scalar <= 0x9FFF { return Traditional.simplified(scalar) }
        if (0xFF01...0xFF5E).contains(scalar) { return scalar - 0xFEE0 }
        return scalar < 0xFB00 && scalar >= 0xF900 ? Traditional.simplified(StandIns.ideograph(scalar)) : scalar
    }

    /// ⁽, after which ⁾ is the next character of Unicode.
    static let raisedParenthesis: UInt32 = 0x207D
    /// U+0336, which strikes out the character before it.
    static let stroke: UInt32 = 0x336

    /// Spaces of every width, line ends, and marks without width, but for the one that turns digits round (U+202E).
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202D, 0x202F, 0x205F...0x2064, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }

    static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    /// 一 to 十, 〇, 零, 百: what enumerators are made of.
    static func isChineseNumeral(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x3007, 0x96F6, 0x767E:
            true
        default: false
        }
    }

    /// A character of which a text alone does not tell what it means: of a font's private use, or lost in a conversion.
    static func isUnmapped(_ scalar: UInt32) -> Bool {
        (0xE000...0xF8FF).contains(scalar) || scalar == 0xFFFD || scalar >= 0xF0000
    }

    /// A letter, a digit or a Chinese character, after folding: what is left of a label when punctuation is taken away.
    static func isWordPart(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        case 0xC0...0x24F: true
        default: false
        }
    }
}
