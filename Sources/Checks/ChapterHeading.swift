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
            let numeral = numeral(number)
            let wide = String(
                String.UnicodeScalarView("\(number)".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
            return ChapterHeading(
                title: chapter.title, isOptional: chapter.hasOptionalHeading, numeral: numeral,
                words: chapter.words.map { Array($0.utf8) },
                numbers: [numeral, "\(number)", wide].map { Array($0.utf8) })
        }
    }

    /// Of 1 to 99.
    private static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let (tens, ones) = (number / 10 % 10, number % 10)
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
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
