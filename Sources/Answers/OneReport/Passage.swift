import Values

/// The place in a transcript that a figure was read from: the sentence or the table row, with the number marked.
package struct Passage: Sendable, Equatable {
    /// The whole line or sentence, the number between 【 and 】.
    package let marked: String
    /// The clause that the number stands in, unmarked.
    package let clause: String

    /// - Parameters:
    ///   - range: the number's position; an empty one marks where a blank cell is.
    ///   - transcript: valid UTF-8.
    package init(around range: Range<Int>, in transcript: [UInt8]) {
        marked = Self.marked([range], within: Self.context(of: range, in: transcript), of: transcript).trimmed
        clause = Self.string(transcript[Self.extended(range, in: transcript, until: Self.endsClause)]).trimmed
    }

    /// A stretch of a passage on one line.
    struct Part: Sendable, Equatable {
        let text: String
        let isMarked: Bool
    }

    /// A part of the transcript on one line, taken apart at ranges that lie in it, ascending, and do not overlap.
    static func parts(_ ranges: [Range<Int>], within context: Range<Int>, of transcript: [UInt8]) -> [Part] {
        var parts: [Part] = []
        var position = context.lowerBound
        // A mark at either end keeps the space that divides a part from the number.
        func add(_ range: Range<Int>, _ isMarked: Bool) {
            let text = oneLine("【\(string(transcript[range]))】")
            parts.append(Part(text: String(text.dropFirst().dropLast()), isMarked: isMarked))
        }
        for range in ranges {
            add(position..<range.lowerBound, false)
            add(range, true)
            position = range.upperBound
        }
        add(position..<context.upperBound, false)
        return parts.filter { $0.isMarked || !$0.text.isEmpty }
    }

    /// The sentence or the table row around a position.
    static func context(of range: Range<Int>, in transcript: [UInt8]) -> Range<Int> {
        let line = extended(range, in: transcript, until: [])
        let isRow = transcript[line].contains(0x09) || line.count < 60
        return isRow ? row(range, in: transcript) : extended(range, in: transcript, until: endsSentence)
    }

    /// A part of the transcript with every one of the ranges, which lie in it and do not overlap, between 【 and 】.
    static func marked(_ ranges: [Range<Int>], within context: Range<Int>, of transcript: [UInt8]) -> String {
        var result = ""
        var position = context.lowerBound
        for range in ranges {
            result += string(transcript[position..<range.lowerBound]) + "【\(string(transcript[range]))】"
            position = range.upperBound
        }
        return result + string(transcript[position..<context.upperBound])
    }

    /// A passage on one line: the cells of a row apart by spaces, lines by bars.
    static func oneLine(_ passage: String) -> String {
        // Most passages are a sentence, and nothing divides them.
        guard passage.unicodeScalars.contains(where: divides) else { return passage.trimmed }
        return passage.split(whereSeparator: \.isNewline)
            .map { $0.split(separator: "\t").joined(separator: " ").trimmed }.filter { !$0.isEmpty }.joined(
                separator: " | ")
    }

    /// A tab, or what ends a line.
    private static func divides(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static let endsSentence = SentenceEnd.marks.map { Array($0.utf8) }
    private static let endsClause = endsSentence + ["，", ","].map { Array($0.utf8) }

    /// A row of a table: its line, or the lines of a flattened one from the label on, at most as many as a row has.
    private static func row(_ range: Range<Int>, in transcript: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        var lines = 0
        while start > 0, lines < 12 {
            start -= 1
            guard transcript[start] == 0x0A else { continue }
            lines += 1
            if hasLabel(transcript[start + 1..<range.lowerBound]) {
                return start + 1..<lineEnd(range.upperBound, transcript)
            }
        }
        return start..<lineEnd(range.upperBound, transcript)
    }

    private static func hasLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
        string(bytes).unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    private static func lineEnd(_ position: Int, _ transcript: [UInt8]) -> Int {
        transcript[position...].firstIndex(of: 0x0A) ?? transcript.count
    }

    /// How far a sentence is followed, in bytes.
    private static let longest = 3000

    /// The range, grown to both sides until a line end or a mark that ends it; the mark at the right is included.
    private static func extended(
        _ range: Range<Int>, in transcript: [UInt8], until marks: [[UInt8]]
    ) -> Range<Int> {
        let lasts = marks.compactMap(\.last)
        let least = boundary(max(0, range.lowerBound - longest), in: transcript, by: 1)
        var start = range.lowerBound
        while start > least, transcript[start - 1] != 0x0A {
            let before = transcript[least..<start]
            if lasts.contains(transcript[start - 1]), ends(before, with: marks) { break }
            start -= 1
        }
        let most = boundary(min(transcript.count, range.upperBound + longest), in: transcript, by: -1)
        var end = range.upperBound
        while end < most, transcript[end] != 0x0A {
            let before = transcript[range.upperBound..<end]
            if let last = before.last, lasts.contains(last), ends(before, with: marks) { break }
            end += 1
        }
        return start..<max(range.upperBound, end)
    }

    private static func ends(_ text: ArraySlice<UInt8>, with marks: [[UInt8]]) -> Bool {
        marks.contains { text.suffix($0.count) == $0[...] }
    }

    /// The position, or the next one where a character begins.
    private static func boundary(_ position: Int, in transcript: [UInt8], by step: Int) -> Int {
        var position = position
        while transcript.indices.contains(position), transcript[position] & 0xC0 == 0x80 { position += step }
        return position
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
