/// What stands in a link of a page and may name a report or a body, while a line is put together: between U+FDD0 and
/// U+FDD1, which are no characters of any text. The transcript leaves them out, and keeps where they stood.
enum LinkMark {
    static let start: [UInt8] = [0xEF, 0xB7, 0x90]
    static let end: [UInt8] = [0xEF, 0xB7, 0x91]

    /// Whether the text of a link may be the title of a report or the name of a body.
    static func mayName(_ text: [UInt8]) -> Bool {
        text.count <= longest && words.contains { text.offset(of: $0) != nil }
    }

    /// Takes the marks out of a text from a position on.
    ///
    /// - Returns: what stood between them; what two links without a gap hold is one.
    static func take(from text: inout [UInt8], after position: Int) -> [Range<Int>] {
        guard text[position...].contains(start[0]), text.offset(of: start, in: position..<text.count) != nil else {
            return []
        }
        let marked = Array(text[position...])
        text.removeSubrange(position...)
        var found: [Range<Int>] = []
        var opened: Int?
        var next = 0
        while next < marked.count {
            if marked[next...].starts(with: start) {
                opened = opened ?? text.count
                next += start.count
            } else if marked[next...].starts(with: end) {
                add(opened, text.count, to: &found)
                opened = nil
                next += end.count
            } else {
                text.append(marked[next])
                next += 1
            }
        }
        add(opened, text.count, to: &found)
        return found
    }

    private static func add(_ start: Int?, _ end: Int, to found: inout [Range<Int>]) {
        guard let start, start < end else { return }
        if let last = found.last, last.upperBound == start {
            found[found.count - 1] = last.lowerBound..<end
        } else {
            found.append(start..<end)
        }
    }

    /// Some 200 ideographs; titles have 60.
    private static let longest = 600
    private static let words = ["公开", "公開", "政府", "办事处", "辦事處", "党政", "黨政"].map { Array($0.utf8) }
}
