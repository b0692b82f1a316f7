import Catalogue
import Values

/// Takes the sentences out of a transcript. Rows of tables, labels of the form, headings and titles are no sentences:
/// they are alike in all reports.
package struct ProseReader: Sendable {
    /// A line of so many tokens that ends a sentence is one; a shorter one is a signature or a heading.
    private static let shortest = 12
    /// A line with a comma, and a line without any mark, that can only be a sentence.
    private static let shortestWithComma = 25
    private static let shortestWithoutMark = 30

    private let labels: Set<[UInt32]>
    private let longestLabel: Int

    package init(_ forms: [Form]) {
        labels = Set(forms.flatMap(\.labels).map(Self.tokens))
        longestLabel = labels.lazy.map(\.count).max() ?? 0
    }

    /// - Parameter place: whose report it is; its names count as one token.
    package func read(_ transcript: [UInt8], of place: Place) -> Prose {
        var prose = transcript.withUnsafeBufferPointer(read)
        let stem = TownshipKind(of: place.township).map { String(place.township.dropLast($0.rawValue.count)) } ?? ""
        let names = [place.county + place.township, place.township, place.county, stem]
        prose.replace(Set(names.map(Self.tokens)).sorted { $0.count > $1.count })
        return prose
    }

    private func read(_ text: UnsafeBufferPointer<UInt8>) -> Prose {
        var prose = Prose()
        var start = 0
        // Whether the last line was a sentence that has not ended: texts that come broken into lines.
        var isOpen = false
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            let first = prose.tokens.count
            let line = Line(text, start..<end, into: &prose)
            let isProse =
                !line.isRow && !isLabel(prose.tokens[first...]) && (isOpen && !line.isHeading || line.isSentence)
            if isProse, prose.tokens.count > first {
                prose.endParagraph(from: first, joining: isOpen && !line.isHeading)
                isOpen = !line.endsSentence
            } else {
                prose.removeTokens(from: first)
                isOpen = false
            }
            start = end + 1
        }
        return prose
    }

    private func isLabel(_ tokens: ArraySlice<UInt32>) -> Bool {
        tokens.count <= longestLabel && labels.contains(Array(tokens))
    }

    static func tokens(_ text: String) -> [UInt32] {
        var prose = Prose()
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { _ = Line($0, 0..<bytes.count, into: &prose) }
        return prose.tokens
    }

    /// What a line looks like, and its tokens on their way into the prose.
    private struct Line {
        /// Whether it has cells apart by tabs.
        private(set) var isRow = false
        /// Whether it begins `一、` or `（一）` and is short.
        private(set) var isHeading = false
        private(set) var endsSentence = false
        private(set) var isSentence = false
        private var (hasStop, hasComma, isNumbered) = (false, false, false)

        init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into prose: inout Prose) {
            var cursor = Scalars(text, range)
            let first = prose.tokens.count
            // Where a number ends that may go on: after its digits, or after a mark within it.
            var number: Int?
            while true {
                let start = cursor.position
                guard let read = cursor.next() else { break }
                let scalar = ScalarClass.folded(read)
                if scalar == 0x09 { isRow = isRow || prose.tokens.count > first }
                if ScalarClass.isSpace(scalar) { continue }
                if ScalarClass.isDigit(scalar) {
                    if let number, start - number <= 3 {
                        prose.lengthen(to: cursor.position)
                    } else {
                        prose.append(Prose.number, start..<cursor.position)
                    }
                    number = cursor.position
                    endsSentence = false
                    continue
                }
                // 12,000 and 216.31 are one number; the comma of a list of numbers has no digit behind it at once.
                if scalar != 0x2C, scalar != 0x2E { number = nil }
                if take(scalar, isNearBeginning: prose.tokens.count <= first + 2) {
                    prose.append(Self.lowercased(scalar), start..<cursor.position)
                }
            }
            let count = prose.tokens.count - first
            isHeading = isNumbered && !hasStop && !hasComma && count < ProseReader.shortestWithComma
            isSentence =
                hasStop && count >= ProseReader.shortest || hasComma && count >= ProseReader.shortestWithComma
                || count >= ProseReader.shortestWithoutMark
        }

        /// Notes what a mark says of the line. Returns whether it is none, but part of a word.
        private mutating func take(_ scalar: UInt32, isNearBeginning: Bool) -> Bool {
            switch scalar {
            case 0x3002, 0x21, 0x3F, 0x3B: (hasStop, endsSentence) = (true, true)
            case 0x3A: endsSentence = true
            case 0x2C: hasComma = true
            case 0x3001,
                0x29 where isNearBeginning:
                isNumbered = true
            default:
                guard ScalarClass.isWordPart(scalar) else { return false }
                endsSentence = false
                return true
            }
            return false
        }

        private static func lowercased(_ scalar: UInt32) -> UInt32 {
            (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
        }
    }
}
