import Documents
import Values

/// A document as identity is looked for in it: lines that a page's width has cut are one again, and the pinyin in
/// brackets behind letters is left out.
///
/// What is found in it stands elsewhere in the document itself.
struct JoinedDocument {
    /// Without what only the readers of tables ask for.
    private(set) var document: Document
    /// What was left out of the transcript, in order, with how much of it was left out before.
    private let gaps: [(range: Range<Int>, before: Int)]

    /// Nil where nothing is cut.
    ///
    /// - Parameters:
    ///   - tableLines: where lines begin that are of tables, and so no sentences.
    ///   - pinyin: where it stands, in order.
    init?(_ whole: Document, tableLines: Set<Int>, pinyin: [Range<Int>]) {
        var gaps: [(range: Range<Int>, before: Int)] = []
        var left = 0
        let cuts = whole.text.withUnsafeBufferPointer { Self.cuts(in: whole, $0, tableLines) }
        for range in (cuts + pinyin).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            gaps.append((range, left))
            left += range.count
        }
        guard !gaps.isEmpty else { return nil }
        self.gaps = gaps
        document = whole
        document.text = []
        document.text.reserveCapacity(whole.text.count - left)
        var start = 0
        for gap in gaps {
            document.text += whole.text[start..<gap.range.lowerBound]
            start = gap.range.upperBound
        }
        document.text += whole.text[start...]
        document.blocks = joined(whole.blocks)
        document.links = whole.links.map(place)
        document.recognised = whole.recognised.map(place)
        for number in document.sheets.indices { document.sheets[number].range = place(whole.sheets[number].range) }
    }

    /// Where in the document itself something stands that was found here.
    func origin(of range: Range<Int>) -> Range<Int> {
        let start = origin(of: range.lowerBound)
        // What ends before a gap does not hold it.
        return start..<(range.isEmpty ? start : origin(of: range.upperBound - 1) + 1)
    }

    func origin(of position: Int) -> Int {
        let next = gaps.partitioningIndex { $0.range.lowerBound - $0.before > position }
        guard next > 0 else { return position }
        return position + gaps[next - 1].before + gaps[next - 1].range.count
    }

    /// The same of all that was found of a report.
    func origin(of identity: Identity) -> Identity {
        var identity = identity
        identity.titleStart = identity.titleStart.map { origin(of: $0) }
        for number in identity.doubts.indices {
            identity.doubts[number].range = identity.doubts[number].range.map { origin(of: $0) }
        }
        return identity
    }

    private func place(_ range: Range<Int>) -> Range<Int> { place(range.lowerBound)..<place(range.upperBound) }

    private func place(_ position: Int) -> Int {
        let next = gaps.partitioningIndex { $0.range.lowerBound >= position }
        guard next > 0 else { return position }
        let last = gaps[next - 1]
        return max(position, last.range.upperBound) - last.before - last.range.count
    }

    private func joined(_ blocks: [Block]) -> [Block] {
        var joined: [Block] = []
        for block in blocks {
            switch block {
            case .paragraph(let range):
                let range = place(range)
                // Lines, of which no line end is left between.
                if case .paragraph(let last)? = joined.last, last.upperBound == range.lowerBound {
                    joined[joined.count - 1] = .paragraph(last.lowerBound..<range.upperBound)
                } else {
                    joined.append(.paragraph(range))
                }
            case .table(var table):
                table.range = place(table.range)
                for row in table.rows.indices {
                    for cell in table.rows[row].indices {
                        table.rows[row][cell].range = place(table.rows[row][cell].range)
                    }
                }
                joined.append(.table(table))
            }
        }
        return joined
    }

    /// What stands between the lines of one paragraph.
    private static func cuts(
        in document: Document, _ text: UnsafeBufferPointer<UInt8>, _ tableLines: Set<Int>
    ) -> [Range<Int>] {
        let lines = document.blocks.compactMap { block -> ProsePart? in
            guard case .paragraph(let range) = block, !tableLines.contains(range.lowerBound),
                case let words = text.trimmed(range), !words.isEmpty,
                // What parts cells in a row of a table, which is no sentence.
                !text[words].contains(UInt8(ascii: "|")), !text[words].contains(UInt8(ascii: "\t"))
            else { return nil }
            return ProsePart(words)
        }
        return WrappedLines.cutLines(lines, text).map {
            lines[$0].range.upperBound..<lines[$0 + 1].range.lowerBound
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// A stretch of UTF-8 without the spaces around it.
    fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
        var letters = Scalars(self, range)
        var start = range.lowerBound
        while let scalar = letters.next(), scalar <= 0x20 || ScalarClass.isSpace(scalar) { start = letters.position }
        var end = range.upperBound
        while start < end {
            // The first byte of the last character.
            let last = (start..<end).last { self[$0] & 0xC0 != 0x80 } ?? start
            letters = Scalars(self, last..<end)
            guard let scalar = letters.next(), scalar <= 0x20 || ScalarClass.isSpace(scalar) else { break }
            end = last
        }
        return start..<end
    }
}
