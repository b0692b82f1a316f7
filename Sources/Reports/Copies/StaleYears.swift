import Catalogue
import Values

/// The year of last year's report, left in text that was taken over from it: `2021年` in a report of 2022.
package struct StaleYear: Sendable, Equatable {
    /// What the text says.
    package let year: Int
    /// The report's own year.
    package let due: Int
    /// The year in this report's transcript.
    package let range: Range<Int>
    /// The words from the year on, to be quoted.
    package let clause: String

    package init(year: Int, due: Int, range: Range<Int>, clause: String) {
        self.year = year
        self.due = due
        self.range = range
        self.clause = clause
    }
}

/// Looks for years that were left in copied text.
///
/// A year is stale where it is the year before the report's own, stands in a passage that last year's report has too,
/// with the same year there, and where nothing in its sentence says that the earlier year is meant: the report's own
/// year, a comparison, the day of a notice, a title in 《》.
package struct StaleYearSearch: Sendable {
    /// How far after a year the words may stand that belong to it, and how much of its clause is quoted.
    private static let reach = 14
    private static let quoted = 24

    private let words: EarlierYearWords
    private let reader: ProseReader

    package init(_ words: EarlierYearWords, forms: [Form]) {
        self.words = words
        reader = ProseReader(forms)
    }

    /// - Parameter before: the transcript of last year's report; asked for only where this one names that year.
    package func find(
        in transcript: [UInt8], year: Int, place: Place, before: () throws -> [UInt8]
    ) rethrows -> [StaleYear] {
        let mentions = mentions(of: year - 1, in: transcript, of: year)
        guard !mentions.isEmpty else { return [] }
        let last = try before()
        let text = ComparedText(reader.read(transcript, of: place))
        let other = ComparedText(reader.read(last, of: place))
        let same = text.passages(sharedWith: other).flatMap {
            text.numbers(of: $0, in: transcript, sharedWith: other, in: last)
        }.filter(\.isSame)
        return mentions.filter { mention in
            same.contains { $0.range.overlaps(mention.range) && $0.own == "\(year - 1)" }
        }
    }

    /// Where a year is named as if it were the report's own; of a sentence the first place only.
    private func mentions(of named: Int, in transcript: [UInt8], of year: Int) -> [StaleYear] {
        var found: [StaleYear] = []
        for form in ["\(named)", named.fullWidthDigits] {
            for start in Self.places(of: Array(form.utf8), in: transcript) {
                let end = start + form.utf8.count
                guard let mark = Self.yearMark(in: transcript, from: end) else { continue }
                let sentence = Sentence(around: start..<mark, in: transcript)
                if found.contains(where: { sentence.range.contains($0.range.lowerBound) }) { continue }
                if sentence.means(words, year: year) { continue }
                let clause = String(
                    (String(decoding: transcript[start..<mark], as: UTF8.self) + sentence.written).prefix(Self.quoted))
                found.append(
                    StaleYear(
                        year: named, due: year, range: start..<mark,
                        clause: clause.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func places(of word: [UInt8], in text: [UInt8]) -> [Int] {
        text.withUnsafeBufferPointer { text in
            var places: [Int] = []
            var start = 0
            while let place = ByteSearch.first(word, in: text, start..<text.count) {
                places.append(place)
                start = place + word.count
            }
            return places
        }
    }

    /// The end of 年 where it follows, perhaps after spaces.
    private static func yearMark(in text: [UInt8], from start: Int) -> Int? {
        var place = start
        while place < text.count, text[place] == 0x20 { place += 1 }
        let mark = Array("年".utf8)
        return text[place...].starts(with: mark) ? place + mark.count : nil
    }

    /// The sentence that a year stands in, half width.
    private struct Sentence {
        let range: Range<Int>
        let before: String
        let after: String
        /// What follows the year, as it is written.
        let written: String

        /// Longer ones are looked at around the year only.
        private static let most = 1200

        init(around year: Range<Int>, in text: [UInt8]) {
            func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
            let head = string(max(0, year.lowerBound - Self.most)..<year.lowerBound)
            let tail = string(year.upperBound..<min(text.count, year.upperBound + Self.most))
            let first = head.lastIndex(where: Self.ends).map { head[head.index(after: $0)...] } ?? head[...]
            let last = tail.prefix { !Self.ends($0) }
            range = year.lowerBound - first.utf8.count..<year.upperBound + last.utf8.count
            before = String(first).halfWidth
            written = String(last)
            after = written.halfWidth
        }

        private static func ends(_ character: Character) -> Bool {
            character == "\n" || SentenceEnd.marks.contains(character)
        }

        /// Whether it means to speak of an earlier year.
        func means(_ words: EarlierYearWords, year: Int) -> Bool {
            let whole = before + after
            let near = after.prefix(StaleYearSearch.reach)
            let title = before.lastIndex(of: "《").map { !before[$0...].contains("》") } ?? false
            let start = before.filter { !$0.isWhitespace && $0 != "(" }
            return title || whole.contains("\(year)") || words.anywhere.contains(where: whole.contains)
                || words.before.contains(where: start.hasSuffix) || words.after.contains(where: near.contains)
        }
    }
}
