/// Some words that are looked for in a whole text together, in one pass: most characters are passed over by one look,
/// since none of the words begins with them.
struct TextWords: Sendable {
    private let words: [[UInt8]]
    /// For each mark of a character the words that begin with one of that mark, as bits.
    private let beginnings: [UInt32]

    init(_ words: [StaticString]) { self.init(words.map { word in word.withUTF8Buffer { [UInt8]($0) } }) }

    init(_ words: [String]) { self.init(words.map { [UInt8]($0.utf8) }) }

    /// - Parameter words: 32 at the most.
    private init(_ words: [[UInt8]]) {
        self.words = Array(words.prefix(32))
        var beginnings = [UInt32](repeating: 0, count: Self.marks)
        for (number, word) in self.words.enumerated() {
            let mark = word.withUnsafeBufferPointer { $0.isEmpty ? 0 : Self.mark(at: 0, in: $0).mark }
            beginnings[mark] |= 1 << UInt32(number)
        }
        self.beginnings = beginnings
    }

    /// How many bytes each word has.
    var lengths: [Int] { words.map(\.count) }

    /// Of each word its places in a text, `limit` at the most.
    func places(in text: UnsafeBufferPointer<UInt8>, limit: Int) -> [[Int]] {
        var places = words.map { _ in [Int]() }
        beginnings.withUnsafeBufferPointer { beginnings in
            var position = 0
            while position < text.count {
                let (mark, length) = Self.mark(at: position, in: text)
                var candidates = beginnings[mark]
                while candidates != 0 {
                    let number = candidates.trailingZeroBitCount
                    candidates &= candidates - 1
                    if stands(words[number], at: position, in: text), places[number].count < limit {
                        places[number].append(position)
                    }
                }
                position += length
            }
        }
        return places
    }

    private func stands(_ word: [UInt8], at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        word.withUnsafeBufferPointer { word in
            guard position + word.count <= text.count else { return false }
            // That words begin alike is known.
            for offset in word.indices.reversed() where text[position + offset] != word[offset] { return false }
            return true
        }
    }

    private static let marks = 0x80 + 0x1000

    /// A number for the character at a position, which a few others have as well, and its length.
    @inline(__always)
    private static func mark(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (mark: Int, length: Int) {
        let first = text[position]
        if first < 0x80 { return (Int(first), 1) }
        guard first >= 0xE0, position + 2 < text.count else { return (0, first < 0xE0 ? 2 : 4) }
        let rest = Int(text[position + 1] & 0x3F) << 6 | Int(text[position + 2] & 0x3F)
        return (0x80 + rest, first < 0xF0 ? 3 : 4)
    }
}
