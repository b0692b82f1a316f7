import Values

/// The wording of a report's sentences as it can be compared: one token for each letter or character, without
/// punctuation, spaces and the difference between widths and between traditional and simplified characters.
///
/// Every number is the same token, and so is the name of the report's own township, so that last year's text with other
/// figures, and a neighbour's under another name, are still the same text. Each token knows its bytes.
package struct Prose: Sendable {
    package private(set) var tokens: [UInt32] = []
    /// Ranges of tokens: a passage never goes beyond a paragraph.
    package private(set) var paragraphs: [Range<Int>] = []
    private var starts: [UInt32] = []
    private var ends: [UInt32] = []

    /// Stands for any number. No letter has these two values.
    static let number: UInt32 = 1
    /// Stands for the names of the township and the county that the report is of.
    static let ownName: UInt32 = 2

    /// The bytes of the transcript that tokens stand for, from the first to the last.
    package func bytes(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, range.upperBound <= tokens.count else { return 0..<0 }
        return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
    }

    /// The tokens whose bytes lie in a range of the transcript.
    package func tokens(within bytes: Range<Int>) -> Range<Int> {
        let first = starts.partitioningIndex { Int($0) >= bytes.lowerBound }
        return first..<max(first, starts.partitioningIndex { Int($0) >= bytes.upperBound })
    }

    /// The paragraph that a token is in.
    func paragraph(of token: Int) -> Range<Int> {
        let number = paragraphs.partitioningIndex { $0.upperBound > token }
        return number < paragraphs.count && paragraphs[number].contains(token) ? paragraphs[number] : token..<token
    }

    // MARK: Building

    mutating func append(_ token: UInt32, _ bytes: Range<Int>) {
        tokens.append(token)
        starts.append(UInt32(truncatingIfNeeded: bytes.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: bytes.upperBound))
    }

    /// Makes the last token reach further: a number goes on.
    mutating func lengthen(to end: Int) {
        if !ends.isEmpty { ends[ends.count - 1] = UInt32(truncatingIfNeeded: end) }
    }

    mutating func removeTokens(from count: Int) {
        tokens.removeLast(tokens.count - count)
        starts.removeLast(starts.count - count)
        ends.removeLast(ends.count - count)
    }

    mutating func endParagraph(from start: Int, joining: Bool) {
        if joining, let last = paragraphs.popLast() {
            paragraphs.append(last.lowerBound..<tokens.count)
        } else {
            paragraphs.append(start..<tokens.count)
        }
    }

    /// Puts one token in the place of each of the names; the longest stands first.
    mutating func replace(_ names: [[UInt32]]) {
        let names = names.filter { $0.count > 1 }
        let firsts = Set(names.compactMap(\.first))
        guard !names.isEmpty else { return }
        var result = Prose()
        for paragraph in paragraphs {
            let start = result.tokens.count
            var place = paragraph.lowerBound
            while place < paragraph.upperBound {
                let rest = tokens[place..<paragraph.upperBound]
                let name = firsts.contains(tokens[place]) ? names.first(where: { rest.starts(with: $0) }) : nil
                let width = name?.count ?? 1
                result.append(name == nil ? tokens[place] : Self.ownName, bytes(place..<place + width))
                place += width
            }
            result.paragraphs.append(start..<result.tokens.count)
        }
        self = result
    }
}
