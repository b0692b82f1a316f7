/// A narrative with everything that can be said of it before any pattern is tried.
struct ReadText {
    let text: FoldedText
    let hits: WordHits
    let quantities: [FoundQuantity]
    let settings: [Settings]
    /// For each letter, the quantity that begins there, or -1.
    let quantityAt: [Int32]

    init(_ bytes: [UInt8], ranges: [Range<Int>], year: Int, lexicon: Lexicon) {
        text = FoldedText(bytes, ranges: ranges)
        hits = lexicon.index.hits(in: text)
        let scanner = QuantityScanner(lexicon: lexicon, text: text, hits: hits)
        quantities = scanner.quantities
        settings =
            SettingMap(text, hits: hits, dates: scanner.dates, lexicon: lexicon, year: year).settings
        var table = Array(repeating: Int32(-1), count: text.letters.count + 1)
        for (index, quantity) in quantities.enumerated() {
            table[quantity.whole.lowerBound] = Int32(truncatingIfNeeded: index)
        }
        quantityAt = table
    }

    var count: Int { text.letters.count }

    /// Where the clause around a letter begins.
    func clauseStart(_ position: Int) -> Int {
        var start = position
        while start > 0, !Letter.endsClause(text.letters[start - 1]) { start -= 1 }
        return start
    }

    /// The first letter from a position on that ends something.
    func end(from position: Int, where ends: (UInt16) -> Bool) -> Int {
        var end = position
        while end < count, !ends(text.letters[end]) { end += 1 }
        return end
    }

    /// Whether a word of a class begins in a range.
    func contains(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> Bool {
        first(`class`, in: range, lexicon) != nil
    }

    /// The first word of a class that begins in a range.
    func first(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> WordHits.Hit? {
        guard !range.isEmpty else { return nil }
        return hits.within(range).first { lexicon.index.isMember(Int($0.word), of: `class`) }
    }

    /// The last word of a class that begins in a range.
    func last(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> WordHits.Hit? {
        guard !range.isEmpty else { return nil }
        return hits.within(range).last { lexicon.index.isMember(Int($0.word), of: `class`) }
    }
}
