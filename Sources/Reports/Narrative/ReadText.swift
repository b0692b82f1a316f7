/// A narrative with everything that can be said of it before any pattern is tried.
struct ReadText {
    let text: FoldedText
    let hits: WordHits
    let quantities: [FoundQuantity]
    private let places: [SettingMap.Place]
    /// The numbers that 分别 makes a list of, each with the first of its list.
    let inTurn: [Int32: Int32]
    /// For each letter, how many quantities begin before it.
    private let quantitiesBefore: [Int32]
    /// For each letter, the quantity that begins there, or -1.
    let quantityAt: [Int32]

    init(_ bytes: [UInt8], ranges: [Range<Int>], year: Int, lexicon: Lexicon) {
        var text = FoldedText(bytes, ranges: ranges, letters: lexicon.letters)
        hits = lexicon.index.hits(in: text)
        let scanner = QuantityScanner(lexicon: lexicon, text: text, hits: hits)
        quantities = scanner.quantities
        for quantity in quantities { text.join(quantity.number) }
        self.text = text
        let map = SettingMap(text, hits: hits, dates: scanner.dates, lexicon: lexicon, year: year)
        places = map.places
        inTurn = Self.inTurn(quantities, text, hits, lexicon)
        let size = text.letters.count + 1
        var table = Array(repeating: Int32(-1), count: size)
        var before = Array(repeating: Int32(truncatingIfNeeded: quantities.count), count: size)
        var done = 0
        for (index, quantity) in quantities.enumerated() {
            let start = quantity.whole.lowerBound
            // Of 由3人增加到4人 only the latter is told.
            if hits.length(of: Lexicon.changedTo, at: quantity.whole.upperBound, in: lexicon.index) == nil {
                table[start] = Int32(truncatingIfNeeded: index)
            }
            while done <= start {
                before[done] = Int32(truncatingIfNeeded: index)
                done += 1
            }
        }
        quantityAt = table
        quantitiesBefore = before
    }

    /// Numbers with nothing but a comma or 和 between them, the first of which stands close behind 分别.
    private static func inTurn(
        _ quantities: [FoundQuantity], _ text: FoldedText, _ hits: WordHits, _ lexicon: Lexicon
    ) -> [Int32: Int32] {
        var result: [Int32: Int32] = [:]
        for index in quantities.indices.dropFirst() {
            let before = quantities[index - 1].whole
            guard quantities[index].whole.lowerBound - before.upperBound == 1 else { continue }
            let last = Int32(truncatingIfNeeded: index - 1)
            if result[last] == nil {
                let isTurn = (max(0, before.lowerBound - longestTurn)..<before.lowerBound).contains {
                    hits.length(of: Lexicon.inTurn, at: $0, in: lexicon.index) != nil
                }
                guard isTurn else { continue }
                result[last] = last
            }
            result[last + 1] = result[last]
        }
        return result
    }

    /// Letters from 分别 to the first number of its list, at most.
    private static let longestTurn = 12

    /// What the words before a letter make of a number there.
    func settings(at position: Int) -> Settings { places[position].settings }

    /// Whether a quantity begins in a range.
    func hasQuantity(in range: Range<Int>) -> Bool {
        quantitiesBefore[range.lowerBound] < quantitiesBefore[range.upperBound]
    }

    /// Whether a letter is the `、` after an item that has a number of its own.
    func endsCounted(_ position: Int) -> Bool {
        guard text.letters[position] == Letter.enumerationComma else { return false }
        let index = Int(quantitiesBefore[position]) - 1
        return index >= 0 && quantities[index].whole.upperBound == position
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
            return text.afterBracket(start).map { $0 > position } ?? false
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
        let start = Int(places[position].partStart)
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
        for place in hits.within(range) where lexicon.index.isMember(Int(hits.all[place].word), of: `class`) {
            return hits.all[place]
        }
        return nil
    }

    /// The last word of a class in a range, of those that overlap the one that begins first.
    func lastApart(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> WordHits.Hit? {
        var last: WordHits.Hit?
        for place in hits.within(range) where lexicon.index.isMember(Int(hits.all[place].word), of: `class`) {
            if let before = last, hits.all[place].start < before.start + before.length { continue }
            last = hits.all[place]
        }
        return last
    }

    /// The last word of a class that begins in a range.
    func last(_ class: Int, in range: Range<Int>, _ lexicon: Lexicon) -> WordHits.Hit? {
        for place in hits.within(range).reversed() where lexicon.index.isMember(Int(hits.all[place].word), of: `class`)
        {
            return hits.all[place]
        }
        return nil
    }
}
