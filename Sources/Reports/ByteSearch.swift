/// Finds words in a transcript without decoding it. UTF-8 lets bytes stand for characters: a word is never found inside
/// another character.
enum ByteSearch {
    static func first(
        _ word: StaticString, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        word.withUTF8Buffer { first($0, in: text, range) }
    }

    static func first(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        word.withUnsafeBufferPointer { first($0, in: text, range) }
    }

    private static func first(
        _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        guard let last = word.last, range.count >= word.count else { return nil }
        // A byte that the word does not have lets the whole word be passed over (Horspool 1980); the table does not pay
        // for a short text.
        if range.count >= 512, word.count < 256 { return skipping(word, in: text, range) }
        var position = range.lowerBound + word.count - 1
        while position < range.upperBound {
            if text[position] == last {
                let start = position - word.count + 1
                if text[start...position].elementsEqual(word) { return start }
            }
            position += 1
        }
        return nil
    }

    private static func skipping(
        _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { steps in
            steps.initialize(repeating: UInt8(word.count))
            for index in 0..<word.count - 1 { steps[Int(word[index])] = UInt8(word.count - 1 - index) }
            var end = range.lowerBound + word.count - 1
            while end < range.upperBound {
                var index = word.count - 1
                while index >= 0, text[end - (word.count - 1 - index)] == word[index] { index -= 1 }
                if index < 0 { return end - word.count + 1 }
                end += Int(steps[Int(text[end])])
            }
            return nil
        }
    }

    static func last(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var found: Int?
        var start = range.lowerBound
        while let place = first(word, in: text, start..<range.upperBound) {
            found = place
            start = place + word.utf8CodeUnitCount
        }
        return found
    }

    /// How often a word stands in a text, `limit` at the most.
    static func count(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        word.withUnsafeBufferPointer { word in
            var count = 0
            var start = 0
            while count < limit, let place = first(word, in: text, start..<text.count) {
                count += 1
                start = place + word.count
            }
            return count
        }
    }

    static func contains(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        first(word, in: text, range) != nil
    }

    /// Every place of a word, `limit` of them at the most.
    static func all(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>, limit: Int) -> [Int] {
        var places: [Int] = []
        var start = 0
        while places.count < limit, let place = first(word, in: text, start..<text.count) {
            places.append(place)
            start = place + word.utf8CodeUnitCount
        }
        return places
    }
}
