import Catalogue
import Support
import Testing

@testable import Reports

/// Clauses of the catalogue's examples in any order, cut at their numbers: nobody writes so, and no rule may stumble
/// over it.
@Suite struct SplicedSentenceTests {
    @Test func whateverFollowsWhateverIsReadToItsEnd() throws {
        let reader = try SentenceReader.shared.get()
        let pieces = reader.catalogue.examples.flatMap { Self.pieces(of: $0.text) }
        var random = SeededRandom(seed: 1)
        for _ in 0..<3000 {
            let words = (0..<Int.random(in: 2...9, using: &random)).flatMap { _ in
                [pieces.randomElement(using: &random), Self.links.randomElement(using: &random)].compactMap(\.self)
            }
            let text = words.joined()
            let reading = reader.reading(text, year: 2022)
            let ranges = reading.figures.map(\.range) + reading.quantities.map(\.range)
            #expect(
                ranges.allSatisfy { 0...text.utf8.count ~= $0.lowerBound && $0.upperBound <= text.utf8.count },
                "\(text)")
        }
    }

    /// Nothing at all makes of two numbers a group, side by side.
    private static let links = ["", "", "", "，", "、", "；", "。", "，其中", "和", "（", "）", "\n", "分别", "均"]

    /// The clauses of a text, and these in parts: numbers with what they count, and what stands between.
    private static func pieces(of text: String) -> [String] {
        text.split { "，、；。\n".contains($0) }.flatMap { clause in
            [String(clause)] + clause.matches(of: /[0-9][0-9.]*[^0-9]{0,2}|[^0-9]+/).map { String($0.output) }
        }
    }
}
