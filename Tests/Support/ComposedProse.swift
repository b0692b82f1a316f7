/// Prose of made-up words, for tests that plant copies in it: two texts of different seeds have nothing in common.
package struct ComposedProse {
    private var random: SeededRandom

    package init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    /// A sentence of some thirty characters with two numbers in it.
    package mutating func sentence() -> String {
        let words = (0..<Int.random(in: 26...34, using: &random)).map { _ in
            // The ideographs of everyday use begin here; none of them is a numeral of an enumerator.
            Character(Unicode.Scalar(UInt16.random(in: 0x5200...0x8000, using: &random)) ?? "镇")
        }
        var text = String(words.prefix(12)) + "\(number())件，" + String(words.dropFirst(12))
        text += "\(number())次。"
        return text
    }

    /// Paragraphs of four sentences.
    package mutating func paragraphs(_ count: Int) -> [String] {
        (0..<count).map { _ in (0..<4).map { _ in sentence() }.joined() }
    }

    /// The same text with other numbers.
    package mutating func renumbered(_ text: String) -> String {
        var result = ""
        var isNumber = false
        for character in text {
            if character.isASCII, character.isNumber {
                if !isNumber { result += "\(number())" }
                isNumber = true
            } else {
                result.append(character)
                isNumber = false
            }
        }
        return result
    }

    package mutating func shuffled(_ paragraphs: [String]) -> [String] { paragraphs.shuffled(using: &random) }

    private mutating func number() -> Int { Int.random(in: 10...9999, using: &random) }
}
