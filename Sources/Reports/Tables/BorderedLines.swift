import Documents

/// Rows of a table whose cells hold paragraphs, as a browser writes a page as text: a cell a line, and between two
/// cells of a row a line of a tab.
///
/// `规章 ⏎ ⏎ TAB ⏎ ⏎ 0 ⏎ ⏎ TAB ⏎ ⏎ 0`, or the same without blank lines. A blank cell is a blank line where its text would
/// stand.
struct BorderedLines {
    /// The cells of each row, by the block that it begins with.
    private(set) var rows: [Int: [Range<Int>]] = [:]
    /// The blocks that such a row goes on in.
    private(set) var within = Set<Int>()

    private let lines: [Range<Int>]
    private let borders: [Int]
    /// From a border to the line of the cell behind it, and from there to the next border.
    private let step: Int

    /// Fewer say nothing of how a text is written.
    private static let fewest = 3

    /// - Parameter trimmed: Takes the spaces around a text away.
    init(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, trimmed: (Range<Int>) -> Range<Int>) {
        let isTab = { (block: Block) in
            if case .paragraph(let range) = block { range.count == 1 && text[range.lowerBound] == 0x09 } else { false }
        }
        let borders = document.blocks.indices.filter { isTab(document.blocks[$0]) }
        self.borders = borders
        // Where a blank cell is a tab by itself, others are led by one, or two of them follow one another.
        let isApart = zip(borders, borders.dropFirst()).allSatisfy { $1 > $0 + 1 }
        guard borders.count >= Self.fewest, isApart else {
            (lines, step) = ([], 1)
            return
        }
        let lines = document.blocks.map { block in
            if case .paragraph(let range) = block { trimmed(range) } else { 0..<0 }
        }
        let led = zip(document.blocks, lines).count { block, line in
            if case .paragraph(let range) = block { !line.isEmpty && text[range.lowerBound] == 0x09 } else { false }
        }
        self.lines = led * 4 > borders.count ? [] : lines
        let isWritten = { (index: Int) in index < lines.count && !lines[index].isEmpty }
        let close = borders.count { isWritten($0 + 1) }
        let apart = borders.count { !isWritten($0 + 1) && isWritten($0 + 2) }
        step = close >= apart ? 1 : 2
        findRows()
    }

    private mutating func findRows() {
        guard !lines.isEmpty else { return }
        var first = 0
        while first < borders.count {
            var last = first
            // More than a cell stands between the borders of two rows.
            while last + 1 < borders.count, borders[last + 1] - borders[last] <= 2 * step { last += 1 }
            let start = max(borders[first] - step, 0)
            let end = min(borders[last] + step, lines.count - 1)
            rows[start] =
                [lines[start]] + (first..<last).map { cell(between: borders[$0], borders[$0 + 1]) } + [lines[end]]
            within.formUnion(start + 1..<end + 1)
            first = last + 1
        }
    }

    private func cell(between border: Int, _ next: Int) -> Range<Int> {
        let written = lines[border + 1..<next].filter { !$0.isEmpty }
        guard let first = written.first, let last = written.last else { return lines[border + 1] }
        return first.lowerBound..<last.upperBound
    }
}
