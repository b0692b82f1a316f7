/// A short stretch of text as its characters: full-width letters and digits folded, spaces left out.
///
/// Titles, signatures and periods are looked at in this form, in which `２０２０ 年` and `2020年` are the same.
struct Wording: Hashable {
    private(set) var scalars: ArraySlice<UInt32>

    /// `keepingSpaces` leaves one space of each run, where a time of day would else run into the day before it, and
    /// tabs, which tell cells of a row apart.
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, keepingSpaces: Bool = false) {
        var cursor = Scalars(text, range)
        var scalars: [UInt32] = []
        scalars.reserveCapacity((range.count + 32) / 3)
        var last: UInt32 = 0
        let simplified = Traditional.table
        while let scalar = cursor.next() {
            if scalar >= 0x4E00, scalar <= 0x9FFF {
                last = Traditional.simplified(scalar, by: simplified)
            } else if !ScalarClass.isSpace(scalar) {
                last = ScalarClass.folded(scalar)
            } else if keepingSpaces, scalar == 0x09 || last != 0x20 {
                last = scalar == 0x09 ? scalar : 0x20
            } else {
                continue
            }
            scalars.append(last)
        }
        self.scalars = scalars[...]
    }

    init(_ string: String) {
        var string = string
        self = string.withUTF8 { Wording($0, 0..<$0.count) }
    }

    init(_ scalars: ArraySlice<UInt32>) { self.scalars = scalars }

    var count: Int { scalars.count }
    var isEmpty: Bool { scalars.isEmpty }

    /// Written by hand, since what the library makes of UTF-32 takes ten times as long.
    var string: String {
        String(unsafeUninitializedCapacity: 4 * scalars.count) { bytes in
            var count = 0
            func add(_ byte: UInt32) {
                bytes[count] = UInt8(truncatingIfNeeded: byte)
                count += 1
            }
            for scalar in scalars {
                if scalar < 0x80 {
                    add(scalar)
                    continue
                }
                // After UTF-8's first byte, which tells how many come, six bits each.
                if scalar >= 0x10000 { add(0xF0 | scalar >> 18) }
                if scalar >= 0x800 { add(scalar >= 0x10000 ? 0x80 | scalar >> 12 & 0x3F : 0xE0 | scalar >> 12) }
                add(scalar >= 0x800 ? 0x80 | scalar >> 6 & 0x3F : 0xC0 | scalar >> 6)
                add(0x80 | scalar & 0x3F)
            }
            return count
        }
    }

    func hasSuffix(_ word: Wording) -> Bool { has(word, at: scalars.endIndex - word.count) }
    func hasPrefix(_ word: Wording) -> Bool { has(word, at: scalars.startIndex) }

    /// Whether a word stands at a position, which may lie outside.
    func has(_ word: Wording, at position: Int) -> Bool {
        guard position >= scalars.startIndex, position + word.count <= scalars.endIndex else { return false }
        for (offset, scalar) in word.scalars.enumerated() where scalars[position + offset] != scalar { return false }
        return true
    }

    /// Where a word first stands, from a position on.
    func range(of word: Wording, from start: Int? = nil) -> Range<Int>? {
        guard let first = word.scalars.first else { return nil }
        var position = start ?? scalars.startIndex
        while position <= scalars.endIndex - word.count {
            if scalars[position] == first, has(word, at: position) { return position..<position + word.count }
            position += 1
        }
        return nil
    }

    func contains(_ word: Wording) -> Bool { range(of: word) != nil }

    func containsAny(_ words: [Wording]) -> Bool { words.contains(where: contains) }

    subscript(range: Range<Int>) -> Wording { Wording(scalars[range]) }
    func dropLast(_ count: Int) -> Wording { Wording(scalars.dropLast(count)) }
    func dropFirst(_ count: Int) -> Wording { Wording(scalars.dropFirst(count)) }
}
