/// How many columns of a terminal a text takes.
package enum DisplayWidth {
    /// The width of text without control characters: see `VisibleText`.
    package static func of(_ text: String) -> Int {
        plainWidth(of: text) ?? text.reduce(0) { $0 + width(of: $1) }
    }

    /// The width of what most cells hold, letters, digits, Chinese characters and punctuation, which never join to one
    /// character.
    private static func plainWidth(of text: String) -> Int? {
        var width = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E, 0x2010...0x2027: width += 1
            case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF5E: width += 2
            default: return nil
            }
        }
        return width
    }

    /// What is shown as one character takes the width of its widest part; a variation selector 16 asks for an emoji.
    private static func width(of character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
        var width = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F { return 2 }
            width = max(width, self.width(of: scalar))
        }
        return width
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control: return 0
        case .format: return scalar.value == 0xAD ? 1 : 0
        default: break
        }
        // Vowels and finals of Hangul stand inside the block of the consonant before them.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    /// Wide and Fullwidth of UAX #11. The wide emoji are those that are shown as emoji by default. Ambiguous characters
    /// (—, “”, ①) are narrow, as today's terminals draw them.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x1100 { return false }
        return wide.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation
    }

    /// `EastAsianWidth.txt` without the emoji, joined over code points that are unassigned or combining.
    private static let wide: [ClosedRange<UInt32>] = [
        0x4E00...0xA4C6, 0x2E80...0x303E, 0xFF01...0xFF60, 0x3041...0x3247, 0x3250...0x4DBF, 0xF900...0xFAFF,
        0x1100...0x115F, 0x2329...0x232A, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xFE10...0xFE6B, 0xFFE0...0xFFE6,
        0x16FE0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
