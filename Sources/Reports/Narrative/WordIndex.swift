/// All words of the catalogue, looked up together in one pass over a text.
///
/// Most letters are passed over because no word begins with them and the next letter; a word of digits must not be part of a
/// longer number.
struct WordIndex: Sendable {
    private(set) var words: [[UInt16]] = []
    /// The classes of each word, as rows of a bit matrix.
    private var membership: [UInt64] = []
    private var rowLength = 1
    /// Words sorted by their first letter, then the longest first.
    private var entries: [Entry] = []
    private var letters: [UInt16] = []
    /// For each letter, the first entry of the words that begin with it, and for the letter after it, where they end.
    private var firstEntry: [Int32] = []
    /// Letters that are words by themselves, and pairs that words begin with; a pair not in it begins none.
    private var beginnings = Array(repeating: UInt64(0), count: 2048)

    private struct Entry: Sendable {
        var word: Int32
        var offset: Int32
        var length: Int32
    }

    /// - Parameter classes: the words of each class; a word may be in several.
    init(classes: [[String]]) {
        rowLength = max(1, (classes.count + 63) / 64)
        var numbers: [[UInt16]: Int] = [:]
        for (index, list) in classes.enumerated() {
            for word in list {
                let letters = FoldedText.letters(of: word)
                guard !letters.isEmpty else { continue }
                let number = numbers[letters] ?? words.count
                if number == words.count {
                    numbers[letters] = number
                    words.append(letters)
                    membership.append(contentsOf: repeatElement(0, count: rowLength))
                }
                membership[number * rowLength + index / 64] |= 1 << UInt64(index % 64)
            }
        }
        fillEntries()
    }

    func isMember(_ word: Int, of class: Int) -> Bool {
        membership[word * rowLength + `class` / 64] & (1 << UInt64(`class` % 64)) != 0
    }

    /// The first classes of a word, as bits.
    func firstClasses(_ word: Int) -> UInt64 { membership[word * rowLength] }

    /// The classes that any of the words found is in.
    func classes(of hits: ArraySlice<WordHits.Hit>) -> ClassSet {
        var rows = Array(repeating: UInt64(0), count: rowLength)
        for hit in hits {
            let start = Int(hit.word) * rowLength
            for column in rows.indices { rows[column] |= membership[start + column] }
        }
        return ClassSet(rows: rows)
    }

    /// Some classes.
    struct ClassSet {
        fileprivate let rows: [UInt64]

        func contains(_ class: Int) -> Bool { rows[`class` / 64] & (1 << UInt64(`class` % 64)) != 0 }
    }

    /// Every word that stands in the text, in the order of its beginning.
    func hits(in text: FoldedText) -> WordHits {
        let count = text.letters.count
        var hits = WordHits(count: count)
        text.letters.withUnsafeBufferPointer { letters in
            for position in 0..<count {
                hits.begin(position)
                let letter = letters[position]
                let isBeginning =
                    mayBegin(letter, nil) || position + 1 < count && mayBegin(letter, letters[position + 1])
                guard isBeginning else { continue }
                for index in Int(firstEntry[Int(letter)])..<Int(firstEntry[Int(letter) + 1])
                where matches(entries[index], letters, position, text) {
                    hits.append(entries[index].word, at: position, length: entries[index].length)
                }
            }
        }
        hits.begin(count)
        return hits
    }

    private static func bit(_ first: UInt16, _ second: UInt16?) -> Int {
        guard let second else { return 0x10000 + Int(first) }
        return Int(first &* 31 &+ second)
    }

    private func mayBegin(_ first: UInt16, _ second: UInt16?) -> Bool {
        let bit = Self.bit(first, second)
        return beginnings[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    private func matches(
        _ entry: Entry, _ text: UnsafeBufferPointer<UInt16>, _ position: Int, _ folded: FoldedText
    ) -> Bool {
        let end = position + Int(entry.length)
        guard end <= text.count else { return false }
        for offset in 1..<max(1, Int(entry.length))
        where text[position + offset] != letters[Int(entry.offset) + offset] {
            return false
        }
        if Letter.isDigit(text[position]), position > 0, folded.omitted[position] == .nothing,
            Letter.isDigit(text[position - 1]) || text[position - 1] == Letter.dot
        {
            return false
        }
        let runsOn = end < text.count && Letter.isDigit(text[end]) && folded.omitted[end] == .nothing
        return !(runsOn && Letter.isDigit(text[end - 1]))
    }

    private mutating func fillEntries() {
        let order = words.indices.sorted {
            (words[$0][0], -words[$0].count, $0) < (words[$1][0], -words[$1].count, $1)
        }
        firstEntry = Array(repeating: 0, count: 0x10001)
        for number in order {
            let word = words[number]
            entries.append(
                Entry(
                    word: Int32(truncatingIfNeeded: number), offset: Int32(truncatingIfNeeded: letters.count),
                    length: Int32(truncatingIfNeeded: word.count)))
            letters += word
            firstEntry[Int(word[0]) + 1] += 1
            let bit = Self.bit(word[0], word.count > 1 ? word[1] : nil)
            beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        for letter in 1..<firstEntry.count { firstEntry[letter] += firstEntry[letter - 1] }
    }
}
