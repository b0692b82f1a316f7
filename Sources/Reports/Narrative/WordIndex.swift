/// All words of the catalogue, looked up together in one pass over a text.
///
/// Most letters are passed over because no word begins with them and the two that follow; a word of digits must not be
/// part of a longer number.
struct WordIndex: Sendable {
    private(set) var words: [[UInt16]] = []
    /// The places of words by their hashes, each in the first free slot from its own on; negative where a slot is free.
    private var slots: [Int32]
    /// The classes of each word, as rows of a bit matrix.
    private var membership: [UInt64] = []
    private var rowLength = 1
    /// Words sorted by what they begin with, then the longest first.
    private var entries: [Entry] = []
    private var letters: [UInt16] = []
    /// For each beginning that words have its first entry; the next one's first entry is where they end.
    private var firstEntry: [Int32] = []
    /// The beginnings of words, as bits, and how many there are before each row of them: a table with a place for every
    /// possible beginning would not stay near the processor.
    private var beginnings = Array(repeating: UInt64(0), count: 3 * 1024)
    private var countsBefore: [Int32] = []

    private struct Entry: Sendable {
        var word: Int32
        var offset: Int32
        var length: Int32
    }

    /// - Parameter classes: the words of each class, as letters; a word may be in several.
    init(classes: [[[UInt16]]]) {
        rowLength = max(1, (classes.count + 63) / 64)
        let most = classes.reduce(1) { $0 + $1.count }
        slots = Array(repeating: -1, count: 2 << (Int.bitWidth - most.leadingZeroBitCount))
        for (index, list) in classes.enumerated() {
            for letters in list where !letters.isEmpty {
                let slot = slot(of: letters)
                if slots[slot] < 0 {
                    slots[slot] = Int32(truncatingIfNeeded: words.count)
                    words.append(letters)
                    membership.append(contentsOf: repeatElement(0, count: rowLength))
                }
                membership[Int(slots[slot]) * rowLength + index / 64] |= 1 << UInt64(index % 64)
            }
        }
        fillEntries()
    }

    func isMember(_ word: Int, of class: Int) -> Bool {
        membership[word * rowLength + `class` / 64] & (1 << UInt64(`class` % 64)) != 0
    }

    /// The first classes of a word, as bits.
    func firstClasses(_ word: Int) -> UInt64 { membership[word * rowLength] }

    /// The place of a word in the index.
    func number(of letters: some Collection<UInt16>) -> Int? {
        let number = slots[slot(of: letters)]
        return number < 0 ? nil : Int(number)
    }

    /// Where a word stands or would stand.
    private func slot(of letters: some Collection<UInt16>) -> Int {
        let hash = letters.reduce(FNV.offset) { FNV.combined($0, UInt32($1)) }
        let last = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & last
        while slots[slot] >= 0, !words[Int(slots[slot])].elementsEqual(letters) { slot = (slot + 1) & last }
        return slot
    }

    func number(of word: String) -> Int? { number(of: FoldedText.letters(of: word)) }

    /// Every word that stands in the text, in the order of its beginning.
    func hits(in text: FoldedText) -> WordHits {
        let count = text.letters.count
        return text.letters.withUnsafeBufferPointer { letters in
            beginnings.withUnsafeBufferPointer { beginnings in
                entries.withUnsafeBufferPointer { entries in
                    self.letters.withUnsafeBufferPointer { own in
                        let search = Search(text: letters, folded: text, entries: entries, letters: own)
                        func begins(_ key: Int) -> Bool { beginnings[key >> 6] & (1 << UInt64(key & 63)) != 0 }
                        return WordHits(count: count) { position, hits in
                            let found = hits.count
                            let one = letters[position]
                            // Long words go before short ones.
                            if position + 1 < count {
                                let two = Self.next(letters[position + 1], behind: one)
                                if position + 2 < count {
                                    let key = Self.threeLetters + Int(Self.next(letters[position + 2], behind: two))
                                    if begins(key) { search.collect(self.entries(of: key), position, &hits) }
                                }
                                let key = Self.twoLetters + Int(two)
                                if begins(key) { search.collect(self.entries(of: key), position, &hits) }
                            }
                            if begins(Int(one)) { search.collect(self.entries(of: Int(one)), position, &hits) }
                            var roles: UInt64 = 0
                            for number in found..<hits.count { roles |= firstClasses(Int(hits[number].word)) }
                            return roles
                        }
                    }
                }
            }
        }
    }

    /// Where the beginnings lie of words of two letters, which share one with others that fall together, and of those
    /// of more, by their first three.
    private static var twoLetters: Int { 0x10000 }
    private static var threeLetters: Int { 0x20000 }

    @inline(__always) private static func next(_ letter: UInt16, behind beginning: UInt16) -> UInt16 {
        beginning &* 31 &+ letter
    }

    private static func beginning(of word: [UInt16]) -> Int {
        let key = Int(word.prefix(3).reduce(0) { next($1, behind: $0) })
        return word.count == 1 ? key : word.count == 2 ? twoLetters + key : threeLetters + key
    }

    /// The entries of a beginning that words have.
    @inline(__always) private func entries(of beginning: Int) -> Range<Int> {
        let before = beginnings[beginning >> 6] & ((1 << UInt64(beginning & 63)) - 1)
        let place = Int(countsBefore[beginning >> 6]) + before.nonzeroBitCount
        return Int(firstEntry[place])..<Int(firstEntry[place + 1])
    }

    /// The words and a text side by side, for the hottest loop of reading.
    private struct Search {
        let text: UnsafeBufferPointer<UInt16>
        let folded: FoldedText
        let entries: UnsafeBufferPointer<Entry>
        /// The letters of all words.
        let letters: UnsafeBufferPointer<UInt16>

        func collect(_ range: Range<Int>, _ position: Int, _ hits: inout [WordHits.Hit]) {
            for index in range {
                let entry = entries[index]
                guard matches(entry, position) else { continue }
                hits.append(
                    WordHits.Hit(word: entry.word, start: Int32(truncatingIfNeeded: position), length: entry.length))
            }
        }

        private func matches(_ entry: Entry, _ position: Int) -> Bool {
            let end = position + Int(entry.length)
            guard end <= text.count else { return false }
            // What words begin with is alike as a rule.
            for offset in (0..<Int(entry.length)).reversed()
            where text[position + offset] != letters[Int(entry.offset) + offset] {
                return false
            }
            if Letter.isDigit(text[position]), position > 0, folded.omitted(before: position) == .nothing,
                Letter.isDigit(text[position - 1]) || text[position - 1] == Letter.dot
            {
                return false
            }
            let runsOn = end < text.count && Letter.isDigit(text[end]) && folded.omitted(before: end) == .nothing
            return !(runsOn && Letter.isDigit(text[end - 1]))
        }
    }

    private mutating func fillEntries() {
        let keys = words.map(Self.beginning)
        // The key, then the length from the greatest on.
        let ranks = zip(keys, words).map { $0 << 32 - $1.count }
        let order = words.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        var last: Int?
        for number in order {
            if keys[number] != last { firstEntry.append(Int32(truncatingIfNeeded: entries.count)) }
            last = keys[number]
            entries.append(
                Entry(
                    word: Int32(truncatingIfNeeded: number), offset: Int32(truncatingIfNeeded: letters.count),
                    length: Int32(truncatingIfNeeded: words[number].count)))
            letters += words[number]
            beginnings[keys[number] >> 6] |= 1 << UInt64(keys[number] & 63)
        }
        firstEntry.append(Int32(truncatingIfNeeded: entries.count))
        var count: Int32 = 0
        for row in beginnings {
            countsBefore.append(count)
            count += Int32(truncatingIfNeeded: row.nonzeroBitCount)
        }
    }
}
