import Glibc

/// A word looked for in transcripts as they stand: what `FoldedTranscript` makes no difference of is passed over on the
/// way, and no transcript is folded as a whole.
struct FoldedWord {
    let scalars: [UInt32]
    /// The bytes that a hit begins with, where no other scalar is taken for the first one.
    private let beginning: [UInt8]

    init(_ word: FoldedTranscript) {
        scalars = word.scalars
        let first = scalars.first.flatMap(Unicode.Scalar.init)
        beginning = first.map { $0.isASCII ? [] : Array(String(Character($0)).utf8) } ?? []
    }

    /// Where the word stands, from left to right and without overlaps, as byte ranges of the transcript.
    func ranges(in text: UnsafeRawBufferPointer) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        guard !scalars.isEmpty else { return ranges }
        var position = 0
        while let start = nextBeginning(in: text, from: position) {
            if let end = end(of: start, in: text) {
                ranges.append(start..<end)
                position = end
            } else {
                position = start + FoldedTranscript.scalar(text, at: start).length
            }
        }
        return ranges
    }

    private func nextBeginning(in text: UnsafeRawBufferPointer, from position: Int) -> Int? {
        guard position < text.count, let base = text.baseAddress else { return nil }
        if let last = beginning.last {
            // Of the bytes of a Chinese character the last tells most.
            var place = position + beginning.count - 1
            while place < text.count, let found = memchr(base + place, Int32(last), text.count - place) {
                place = UnsafeRawPointer(found) - base + 1
                let start = place - beginning.count
                if text[start..<place].elementsEqual(beginning) { return start }
            }
            return nil
        }
        var position = position
        while position < text.count {
            let (scalar, length) = FoldedTranscript.scalar(text, at: position)
            if scalar == scalars[0] { return position }
            position += length
        }
        return nil
    }

    /// Where a hit that begins at a position ends; nil where there is none.
    private func end(of start: Int, in text: UnsafeRawBufferPointer) -> Int? {
        var position = start
        var matched = 0
        while position < text.count {
            let (scalar, length) = FoldedTranscript.scalar(text, at: position)
            position += length
            guard let scalar else { continue }
            guard scalar == scalars[matched] else { return nil }
            matched += 1
            if matched == scalars.count { return position }
        }
        return nil
    }
}
