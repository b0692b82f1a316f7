import Catalogue
import Values

/// A chapter as its heading is recognised: by words, and by its number at the front. Works on UTF-8, since every
/// heading of every report is looked at.
struct ChapterHeading: Sendable {
    let title: Phrase
    let isOptional: Bool
    /// 一, 二 …
    let numeral: String
    private let words: [[UInt8]]
    /// The number in its three ways of writing: 一, 1, １.
    private let numbers: [[UInt8]]

    static func all(_ chapters: [Chapter]) -> [ChapterHeading] {
        zip(1..., chapters).map { number, chapter in
            let numeral = number.chineseNumeral
            return ChapterHeading(
                title: chapter.title, isOptional: chapter.hasOptionalHeading, numeral: numeral,
                words: chapter.words.map { Array($0.utf8) },
                numbers: [numeral, "\(number)", number.fullWidthDigits].map { Array($0.utf8) })
        }
    }

    func isNamed(in heading: [UInt8]) -> Bool {
        words.contains { word in
            guard heading.count >= word.count else { return false }
            return (0...heading.count - word.count).contains { heading[$0...].starts(with: word) }
        }
    }

    func isNumbered(_ heading: [UInt8]) -> Bool {
        numbers.contains { heading.starts(with: $0) }
    }
}
