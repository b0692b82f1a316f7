/// A transcript as a search sees it: without spaces, line breaks and the difference between full and half width or
/// upper and lower case, so that a word is found however its document breaks and spaces it.
struct FoldedTranscript {
    private(set) var scalars: [UInt32] = []

    init(_ transcript: UnsafeRawBufferPointer) {
        scalars.reserveCapacity(transcript.count / 3)
        var position = 0
        while position < transcript.count {
            let (scalar, length) = Self.scalar(transcript, at: position)
            if let scalar { scalars.append(scalar) }
            position += length
        }
    }

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { FoldedTranscript(UnsafeRawBufferPointer($0)) }
    }

    /// The scalar that begins at a position of a text, folded, and its bytes; nil for what does not count, and for a
    /// byte that begins none.
    static func scalar(_ text: UnsafeRawBufferPointer, at position: Int) -> (folded: UInt32?, length: Int) {
        let first = text[position]
        if first < 0x80 { return (fold(UInt32(first)), 1) }
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        guard length > 1, position + length <= text.count else { return (nil, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in position + 1..<position + length {
            guard text[next] & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(text[next] & 0x3F)
        }
        return (fold(value), length)
    }

    private static func fold(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x41...0x5A: value + 0x20
        case 0x21...0x7E, 0x4E00...0x9FFF: value
        case 0xFF21...0xFF3A: value - 0xFEE0 + 0x20
        case 0xFF01...0xFF5E: value - 0xFEE0
        case 0...0x20, 0x7F...0xA0, 0x200B...0x200F, 0xFEFF: nil
        default: Unicode.Scalar(value).flatMap { $0.properties.isWhitespace ? nil : value }
        }
    }
}
