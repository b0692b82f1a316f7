/// Tables that are drawn with characters: `│` parts cells as a pipe does, and a line of `├──┼──┤` is no text.
enum BoxDrawing {
    /// A text with pipes for the upright lines and blanks for the level ones, byte for byte at the same positions; nil
    /// where no table is drawn.
    static func replaced(in text: [UInt8]) -> [UInt8]? {
        guard text.withUnsafeBufferPointer(isDrawn) else { return nil }
        var copy = text
        var start = 0
        var row: Range<Int>?
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            let line = start..<end
            if !redraw(line, in: &copy) {
                row = nil
            } else if let first = row, isRestOfRow(line, in: copy) {
                leaveOpen(first, in: &copy)
                row = start..<start
            } else {
                row = line
            }
            start = end + 1
        }
        return copy
    }

    private static func isDrawn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // Most texts have no lines at all, which many bytes at a time can tell.
        var marks: UInt8 = 0
        for position in 0..<max(0, text.count - 1) {
            marks |= (text[position] == 0xE2 ? 1 : 0) & (text[position + 1] == 0x94 ? 1 : 0)
        }
        let all = 0..<text.count
        return marks != 0 && (ByteSearch.contains("├", in: text, all) || ByteSearch.contains("┣", in: text, all))
    }

    private static let upright = UInt8(ascii: "|")

    /// Whether a line between two level ones has nothing but numbers, and none in its first cell: the rest of the
    /// numbers above it, or numbers of their own.
    private static func isRestOfRow(_ line: Range<Int>, in text: [UInt8]) -> Bool {
        let written = text[line].drop { $0 <= 0x20 }
        let inner = written.first == upright ? written.dropFirst() : written
        let cells = inner.split(separator: upright, omittingEmptySubsequences: false).map { cell in
            cell.withUnsafeBufferPointer { CellText($0, 0..<$0.count) }
        }
        guard cells.first == .blank else { return false }
        let figures = cells.filter { $0 != .blank }
        return !figures.isEmpty && figures.allSatisfy { $0 != .other && $0 != .notApplicable }
    }

    /// Makes one cell that is no number of all that stands behind the label of a row: its numbers go on below.
    private static func leaveOpen(_ row: Range<Int>, in text: inout [UInt8]) {
        let uprights = row.filter { text[$0] == upright }
        let begins = text[row].first { $0 > 0x20 } == upright
        for place in uprights.dropFirst(begins ? 2 : 1)
        where place + 2 < row.upperBound && text[place + 1] == 0x20 && text[place + 2] == 0x20 {
            // …
            (text[place], text[place + 1], text[place + 2]) = (0xE2, 0x80, 0xA6)
        }
    }

    /// Whether the line parts cells.
    private static func redraw(_ line: Range<Int>, in text: inout [UInt8]) -> Bool {
        let drawn = stride(from: line.lowerBound, to: line.upperBound, by: 1).filter { isDrawn($0, line, text) }
        let isRule = line.count { text[$0] > 0x20 } == drawn.count * 3
        var isRow = false
        for place in drawn where isRule || isUpright(text[place + 1], text[place + 2]) {
            isRow = !isRule
            text[place] = isRule ? 0x20 : upright
            (text[place + 1], text[place + 2]) = (0x20, 0x20)
        }
        return isRow
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
