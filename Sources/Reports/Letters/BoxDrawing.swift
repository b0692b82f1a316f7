/// Tables that are drawn with characters: `│` parts cells as a pipe does, and a line of `├──┼──┤` is no text.
enum BoxDrawing {
    /// A text with pipes for the upright lines and blanks for the level ones, byte for byte at the same positions; nil
    /// where no table is drawn.
    static func replaced(in text: [UInt8]) -> [UInt8]? {
        let isDrawn = text.withUnsafeBufferPointer { bytes in
            ByteSearch.contains("├", in: bytes, 0..<bytes.count) || ByteSearch.contains("┣", in: bytes, 0..<bytes.count)
        }
        guard isDrawn else { return nil }
        var copy = text
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            redraw(start..<end, in: &copy)
            start = end + 1
        }
        return copy
    }

    private static func redraw(_ line: Range<Int>, in text: inout [UInt8]) {
        let drawn = stride(from: line.lowerBound, to: line.upperBound, by: 1).filter { isDrawn($0, line, text) }
        let isRule = line.count { text[$0] > 0x20 } == drawn.count * 3
        for place in drawn where isRule || isUpright(text[place + 1], text[place + 2]) {
            text[place] = isRule ? 0x20 : UInt8(ascii: "|")
            (text[place + 1], text[place + 2]) = (0x20, 0x20)
        }
    }

    /// Whether a character of the block Box Drawing (U+2500 to U+257F) begins here.
    private static func isDrawn(_ place: Int, _ line: Range<Int>, _ text: [UInt8]) -> Bool {
        place + 2 < line.upperBound && text[place] == 0xE2 && (text[place + 1] == 0x94 || text[place + 1] == 0x95)
    }

    /// │, ┃, ║
    private static func isUpright(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x94 && (third == 0x82 || third == 0x83) || second == 0x95 && third == 0x91
    }
}
