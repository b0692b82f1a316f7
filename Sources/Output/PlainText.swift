/// Text as most cells hold it: letters, digits and marks of ASCII, Chinese characters and full-width signs. None of
/// them joins another to one character, and none has to be made visible.
enum PlainText {
    /// How many columns of a terminal a text takes; nil where not all of it is plain.
    @inline(__always)
    static func width(of text: UnsafeBufferPointer<UInt8>, escapes: Escapes = .none) -> Int? {
        var width = 0
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte < 0x80 {
                guard byte >= 0x20, byte != 0x7F, !escapes.has(byte) || escapes.leaves(text, place) else { return nil }
                width += 1
                place += 1
            } else {
                guard place + 2 < text.count, isWide(byte, text[place + 1], text[place + 2]) else { return nil }
                width += 2
                place += 3
            }
        }
        return width
    }

    /// Whether three bytes of UTF-8 are one of U+4E00…U+9FFF or U+FF01…U+FF5E.
    @inline(__always)
    private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        case 0xE4: second >= 0xB8
        case 0xE5...0xE9: true
        case 0xEF: second == 0xBC && third >= 0x81 || second == 0xBD && third <= 0x9E
        default: false
        }
    }
}

/// The characters of ASCII that a format does not show as they stand.
struct Escapes {
    /// As bits.
    private let characters: UInt128
    /// Whether an underscore stays between letters or digits of ASCII.
    private let leavesInnerUnderscores: Bool

    static var none: Escapes { Escapes("") }

    init(_ characters: String, leavesInnerUnderscores: Bool = false) {
        self.characters = characters.utf8.reduce(0) { $0 | 1 << UInt128($1 & 0x7F) }
        self.leavesInnerUnderscores = leavesInnerUnderscores
    }

    @inline(__always) func has(_ byte: UInt8) -> Bool { characters & 1 << UInt128(byte & 0x7F) != 0 }

    /// Whether a character that it has stays where it stands.
    func leaves(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        leavesInnerUnderscores && text[place] == UInt8(ascii: "_") && place > 0 && place + 1 < text.count
            && Self.isWord(text[place - 1]) && Self.isWord(text[place + 1])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}

extension [UInt8] {
    private static let spaces = [UInt8](repeating: 0x20, count: 256)

    mutating func append(spaces count: Int) {
        var rest = count
        while rest > 0 {
            append(contentsOf: Self.spaces[..<Swift.min(rest, Self.spaces.count)])
            rest -= Self.spaces.count
        }
    }
}
