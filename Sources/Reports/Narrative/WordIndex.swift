/// All words of the catalogue, looked up together in one pass over a text.
///
/// Words are found by their first letter, then compared; a word of digits must not be part of a longer number.
struct WordIndex: Sendable {
    private(set) var words: [[UInt16]] = []
    /// The classes of each word, as rows of a bit matrix.
    private var membership: [UInt64] = []
    private var rowLength = 1
    private var bucketOfLetter: [UInt16] = []
    private var buckets: [[Int32]] = [[]]

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
        fillBuckets()
    }

    func isMember(_ word: Int, of class: Int) -> Bool {
        membership[word * rowLength + `class` / 64] & (1 << UInt64(`class` % 64)) != 0
    }

    /// The first classes of a word, as bits.
    func firstClasses(_ word: Int) -> UInt64 { membership[word * rowLength] }

    /// Every word that stands in the text, in the order of its beginning.
    func hits(in text: FoldedText) -> WordHits {
        var hits = WordHits(count: text.letters.count)
        text.letters.withUnsafeBufferPointer { letters in
            for position in letters.indices {
                hits.begin(position)
                let bucket = bucketOfLetter[Int(letters[position])]
                guard bucket != 0 else { continue }
                for number in buckets[Int(bucket)] where matches(Int(number), letters, position, text) {
                    hits.append(word: Int(number), at: position, length: words[Int(number)].count)
                }
            }
        }
        hits.begin(text.letters.count)
        return hits
    }

    private func matches(
        _ number: Int, _ letters: UnsafeBufferPointer<UInt16>, _ position: Int, _ text: FoldedText
    ) -> Bool {
        let word = words[number]
        let end = position + word.count
        guard end <= letters.count, word.count < 2 || letters[position + 1] == word[1] else { return false }
        for offset in 0..<word.count where letters[position + offset] != word[offset] { return false }
        if Letter.isDigit(word[0]), position > 0, text.omitted[position] == .nothing,
            Letter.isDigit(letters[position - 1]) || letters[position - 1] == Letter.dot
        {
            return false
        }
        if Letter.isDigit(word[word.count - 1]), end < letters.count, text.omitted[end] == .nothing,
            Letter.isDigit(letters[end])
        {
            return false
        }
        return true
    }

    private mutating func fillBuckets() {
        bucketOfLetter = Array(repeating: 0, count: 0x10000)
        for (number, word) in words.enumerated() {
            var bucket = Int(bucketOfLetter[Int(word[0])])
            if bucket == 0 {
                bucket = buckets.count
                bucketOfLetter[Int(word[0])] = UInt16(truncatingIfNeeded: bucket)
                buckets.append([])
            }
            buckets[bucket].append(Int32(number))
        }
        for index in buckets.indices {
            buckets[index].sort { words[Int($0)].count > words[Int($1)].count }
        }
    }
}

/// Where the words of an index stand in a text.
struct WordHits {
    struct Hit {
        var word: Int32
        var start: Int32
        var length: Int32
    }

    private(set) var all: [Hit] = []
    /// The place in `all` of the first hit at each letter, and one more for the end.
    private var first: [Int32] = []

    init(count: Int) {
        first.reserveCapacity(count + 1)
        all.reserveCapacity(count / 4)
    }

    mutating func begin(_ position: Int) {
        first.append(Int32(truncatingIfNeeded: all.count))
    }

    mutating func append(word: Int, at position: Int, length: Int) {
        all.append(
            Hit(
                word: Int32(truncatingIfNeeded: word), start: Int32(truncatingIfNeeded: position),
                length: Int32(truncatingIfNeeded: length)))
    }

    /// The hits that begin at a letter, the longest first.
    func at(_ position: Int) -> ArraySlice<Hit> {
        all[Int(first[position])..<Int(first[position + 1])]
    }

    /// The length of the longest word of a class that begins at a letter.
    func length(of class: Int, at position: Int, in index: WordIndex) -> Int? {
        for hit in at(position) where index.isMember(Int(hit.word), of: `class`) { return Int(hit.length) }
        return nil
    }

    /// The hits that begin within a range of letters.
    func within(_ range: Range<Int>) -> ArraySlice<Hit> {
        all[Int(first[range.lowerBound])..<Int(first[range.upperBound])]
    }
}
