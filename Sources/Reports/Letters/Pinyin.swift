/// How a letter is spoken, as some pages put it in brackets behind rare or traditional letters: 報(bào)告.
enum Pinyin {
    /// Where it stands, with its brackets.
    static func places(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        // Most texts have no letter with a mark, which many bytes at a time can tell: these begin nothing else.
        var marked: UInt8 = 0
        for byte in text { marked |= byte >= 0xC3 && byte <= 0xCC ? 1 : 0 }
        guard marked != 0 else { return [] }
        var places: [Range<Int>] = []
        var position = 0
        while position < text.count {
            if let end = end(of: position, in: text) {
                places.append(position..<end)
                position = end
            } else {
                position += 1
            }
        }
        return places
    }

    /// The parts of sentences without it.
    ///
    /// - Parameter places: where it stands, in order.
    static func left(_ places: [Range<Int>], outOf parts: [ProsePart]) -> [ProsePart] {
        guard !places.isEmpty else { return parts }
        return parts.flatMap { part in
            var pieces: [ProsePart] = []
            var rest = part
            for place in places
            where place.lowerBound > rest.range.lowerBound && place.upperBound <= part.range.upperBound {
                pieces.append(ProsePart(rest.range.lowerBound..<place.lowerBound, goesOn: true, opens: rest.opens))
                rest = ProsePart(place.upperBound..<part.range.upperBound, goesOn: part.goesOn)
            }
            return pieces + [rest]
        }
    }

    /// Where the brackets end that begin at a position behind an ideograph and hold nothing but one syllable, a vowel
    /// of which bears its tone.
    private static func end(of start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text[start] == 0x28 || text[start] == 0xEF, start >= 3, (0xE4...0xE9).contains(text[start - 3]) else {
            return nil
        }
        var letters = Scalars(text, start..<min(text.count, start + longest))
        guard let open = letters.next(), ScalarClass.folded(open) == openBracket else { return nil }
        var hasTone = false
        for count in 0...mostLetters {
            guard let letter = letters.next() else { return nil }
            if ScalarClass.folded(letter) == closeBracket { return count > 0 && hasTone ? letters.position : nil }
            let isMarked = marks.contains(letter)
            hasTone = hasTone || isMarked
            guard isMarked || (0x61...0x7A).contains(letter) || letter == roundA else { return nil }
        }
        return nil
    }

    private static let marks = Set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿăĕĭŏŭ".unicodeScalars.map(\.value))
    private static let longest = 24
    private static let mostLetters = 7
    private static let openBracket: UInt32 = 0x28
    private static let closeBracket: UInt32 = 0x29
    /// ɑ, as which a is written in primers
    private static let roundA: UInt32 = 0x251
}
