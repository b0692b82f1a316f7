/// A narrative with everything that can be said of it before any pattern is tried.
struct ReadText {
    let text: FoldedText
    let hits: WordHits
    let quantities: [FoundQuantity]
    let settings: [Settings]
    private let partStarts: [Int32]
    /// For each letter, how many quantities begin before it.
    private let quantitiesBefore: [Int32]
    /// For each letter, the quantity that begins there, or -1.
    let quantityAt: [Int32]

    init(_ bytes: [UInt8], ranges: [Range<Int>], year: Int, lexicon: Lexicon) {
        text = FoldedText(bytes, ranges: ranges, letters: lexicon.letters)
        hits = lexicon.index.hits(in: text)
        let scanner = QuantityScanner(lexicon: lexicon, text: text, hits: hits)
        quantities = scanner.quantities
        let map = SettingMap(text, hits: hits, dates: scanner.dates, lexicon: lexicon, year: year)
        settings = map.settings
        partStarts = map.partStarts
        var table = Array(repeating: Int32(-1), count: text.letters.count + 1)
        for (index, quantity) in quantities.enumerated() {
            table[quantity.whole.lowerBound] = Int32(truncatingIfNeeded: index)
        }
        quantityAt = table
        var count: Int32 = 0
        quantitiesBefore = table.map { entry in
            defer { if entry >= 0 { count += 1 } }
            return count
        }
    }

    /// Whether a quantity begins in a range.
    func hasQuantity(in range: Range<Int>) -> Bool {
        quantitiesBefore[range.lowerBound] < quantitiesBefore[range.upperBound]
    }

    var count: Int { text.letters.count }

    /// The letter after the last one before a position that ends something.
    func start(before position: Int, where ends: (UInt16) -> Bool) -> Int {
        var start = position
        while start > 0, !ends(text.letters[start - 1]) { start -= 1 }
        return start
    }

    /// Whether a bracket opens before a letter in its clause, and closes after it.
    func isInBrackets(_ position: Int) -> Bool {
        var start = position
        while start > 0, !Letter.endsClause(text.letters[start - 1]) {
            start -= 1
            guard text.letters[start] == Letter.openBracket else { continue }
            return text.afterBracket[start].map { $0 > position } ?? false
        }
        return false
    }

    /// The first letter from a position on that ends something.
    func end(from position: Int, where ends: (UInt16) -> Bool) -> Int {
        var end = position
        while end < count, !ends(text.letters[end]) { end += 1 }
        return end
    }

    /// Whether what 其中 opens is no part of a number before it, or is about something else: a trigger stands in it, and none before it.
    func isPartOfItsOwn(at position: Int, trigger: Int, _ lexicon: Lexicon) -> Bool {
        let start = Int(partStarts[position])
        var sentence = start
        while sentence > max(0, start - Self.lookBack), !Letter.endsSentence(text.letters[sentence - 1]) {
            sentence -= 1
        }
        guard sentence < start else { return false }
        if !hasQuantity(in: sentence..<start) { return true }
        let inside = max(start, position - Self.lookBack)..<position
        return contains(trigger, in: inside, lexicon) && !contains(trigger, in: sentence..<start, lexicon)
    }

    private static let lookBack = 60

    /// Whether a word of a class begins in a range.
    func contains(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> Bool {
        first(`class`, in: range, lexicon) != nil
    }

    /// The first word of a class that begins in a range.
    func first(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> WordHits.Hit? {
        guard !range.isEmpty else { return nil }
        return hits.within(range).first { lexicon.index.isMember(Int($0.word), of: `class`) }
    }

    /// The last word of a class in a range, of those that overlap the one that begins first.
    func lastApart(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> WordHits.Hit? {
        var last: WordHits.Hit?
        for hit in hits.within(range) where lexicon.index.isMember(Int(hit.word), of: `class`) {
            if let before = last, hit.start < before.start + before.length { continue }
            last = hit
        }
        return last
    }

    /// The last word of a class that begins in a range.
    func last(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> WordHits.Hit? {
        guard !range.isEmpty else { return nil }
        return hits.within(range).last { lexicon.index.isMember(Int($0.word), of: `class`) }
    }
}
