/// Words that a text may end in: most are passed over by one look at its last character.
struct WordEndings: Sendable {
    private let words: [Wording]
    private let lasts: [UInt32]

    /// - Parameter words: none of them empty; the first that a text ends in counts.
    init(_ words: [Wording]) {
        self.words = words
        lasts = words.compactMap(\.scalars.last)
    }

    init(_ words: [String]) { self.init(words.map { Wording($0) }) }

    /// The word that a text ends in.
    func first(of text: Wording) -> Wording? {
        guard let last = text.scalars.last else { return nil }
        for number in words.indices where lasts[number] == last && text.hasSuffix(words[number]) {
            return words[number]
        }
        return nil
    }

    /// Whether a character may be the last of one of the words.
    func mayEnd(in scalar: UInt32) -> Bool { lasts.contains(scalar) }
}
