import Documents

/// Rows of a table whose cells hold paragraphs, as a browser writes a page as text: a cell a line, and between two
/// cells of a row a line of a tab.
///
/// `规章 ⏎ ⏎ TAB ⏎ ⏎ 0 ⏎ ⏎ TAB ⏎ ⏎ 0`, or the same without blank lines. A blank cell is a blank line where its text would
/// stand. Paragraphs of prose are parted like that too, and elsewhere such a line is a blank cell: only what begins as
/// a row of a form does, beside others of its like, is one.
struct BorderedLines {
    /// The cells of each row, by the block that it begins with.
    private(set) var rows: [Int: [Range<Int>]] = [:]
    /// The blocks that such a row goes on in.
    private(set) var within = Set<Int>()

    /// The text of each block without the spaces around it; nil for a table.
    private let lines: [Range<Int>?]
    private let text: UnsafeBufferPointer<UInt8>
    private let mostLetters: Int
    private let isLabel: (UInt64) -> Bool

    /// Fewer say nothing of how a text is written.
    private static let fewest = 3
    /// The widest table of the forms has fifteen columns.
    private static let mostCells = 16
    /// A row begins with up to two labels more than its neighbour.
    private static let moreCells = 2

    /// - Parameter trimmed: Takes the spaces around a text away.
    init(
        _ document: Document, _ text: UnsafeBufferPointer<UInt8>, mostLetters: Int,
        isLabel: @escaping (UInt64) -> Bool, trimmed: (Range<Int>) -> Range<Int>
    ) {
        (self.text, self.mostLetters, self.isLabel) = (text, mostLetters, isLabel)
        let isTab = { (block: Block) in
            if case .paragraph(let range) = block { range.count == 1 && text[range.lowerBound] == 0x09 } else { false }
        }
        let borders = document.blocks.indices.filter { isTab(document.blocks[$0]) }
        // Where a blank cell is a tab by itself, others are led by one, or two of them follow one another.
        guard borders.count >= Self.fewest, zip(borders, borders.dropFirst()).allSatisfy({ $1 > $0 + 1 }) else {
            lines = []
            return
        }
        lines = document.blocks.map { if case .paragraph(let range) = $0 { trimmed(range) } else { nil } }
        let led = document.blocks.indices.count { index in
            guard case .paragraph(let range) = document.blocks[index] else { return false }
            return isWritten(index) && text[range.lowerBound] == 0x09
        }
        guard led * 4 <= borders.count else { return }
        let runs = runs(borders)
        let accepted = withoutForeign(runs, accepted(runs))
        for (run, isRow) in zip(runs, accepted) where isRow {
            rows[run.blocks.lowerBound] = run.cells
            within.formUnion(run.blocks.dropFirst())
        }
    }

    // MARK: Runs

    /// Lines with a border between each two.
    private struct Run {
        var blocks: ClosedRange<Int>
        var cells: [Range<Int>]
        var kind: Kind
    }

    private enum Kind {
        /// Labels without a figure: headers.
        case heads
        /// Labels, and figures or blank cells behind them.
        case row
        /// Nothing but figures.
        case figures
        /// Figures before a label: of two rows, and the line of a tab is no border.
        case torn
        case text
    }

    private func isWritten(_ line: Int) -> Bool { lines.indices.contains(line) && lines[line]?.isEmpty != true }

    private func runs(_ borders: [Int]) -> [Run] {
        let close = borders.count { isWritten($0 + 1) }
        let apart = borders.count { !isWritten($0 + 1) && isWritten($0 + 2) }
        // From a border to the line of the cell behind it, and from there to the next border.
        let step = close >= apart ? 1 : 2
        var runs: [Run] = []
        var first = 0
        while first < borders.count {
            var last = first
            // More than a cell stands between the borders of two rows.
            while last + 1 < borders.count, borders[last + 1] - borders[last] <= 2 * step { last += 1 }
            let own = borders[first...last]
            runs.append(run(own, max(own[first] - step, 0)...min(own[last] + step, lines.count - 1), step: step))
            first = last + 1
        }
        return runs
    }

    private func run(_ borders: ArraySlice<Int>, _ blocks: ClosedRange<Int>, step: Int) -> Run {
        // No row is that long: paragraphs are.
        guard borders.count < Self.mostCells else { return Run(blocks: blocks, cells: [], kind: .text) }
        let nearest = step == 1 ? [] : borders.flatMap { [$0 - 1, $0 + 1] }
        let cells = blocks.split(omittingEmptySubsequences: false, whereSeparator: borders.contains).map { part in
            part.compactMap { lines[$0] }.first { !$0.isEmpty } ?? lines[part.first ?? blocks.lowerBound] ?? 0..<0
        }
        let isWhole = blocks.allSatisfy { lines[$0] != nil } && !nearest.contains(where: isWritten)
        return Run(blocks: blocks, cells: cells, kind: isWhole ? kind(of: cells) : .text)
    }

    private func kind(of cells: [Range<Int>]) -> Kind {
        let kinds = cells.map(kind)
        guard !kinds.contains(.prose) else { return .text }
        let isFilled = { (kind: CellKind) in kind == .figure || kind == .blank }
        let labels = kinds.prefix { !isFilled($0) }
        if labels.isEmpty { return kinds[0] == .blank ? .text : kinds.allSatisfy(isFilled) ? .figures : .torn }
        if kinds[labels.count...].contains(.label) { return .torn }
        guard labels.contains(.label), labels[0] != .word else { return .text }
        return labels.count == kinds.count ? .heads : labels[0] == .label ? .row : .text
    }

    // MARK: Cells

    private enum CellKind { case blank, figure, label, note, word, prose }

    private func kind(of cell: Range<Int>) -> CellKind {
        switch CellText(text, cell) {
        case .blank: return .blank
        case .number, .notApplicable, .unclear: return .figure
        case .other: break
        }
        if text[cell].contains(where: { $0 == 0x09 || $0 == UInt8(ascii: "|") }) { return .prose }
        if let key = LabelKey.read(text, cell, most: mostLetters)?.key, isLabel(key) { return .label }
        let words = String(decoding: text[cell], as: UTF8.self)
        if words.hasPrefix("（"), words.hasSuffix("）"), !words.contains("。") { return .note }
        let isHeading = words.dropFirst(words.hasPrefix("（") ? 1 : 0).first.map(Self.ordinals.contains) ?? false
        let isSentence = words.count > Self.longestWord || words.contains(where: Self.marks.contains)
        return isHeading || isSentence ? .prose : .word
    }

    private static let longestWord = 20
    private static let ordinals = "一二三四五六七八九十第"
    private static let marks = "。，；：、！？,;:!?"

    // MARK: Rows

    /// Which runs are rows: none where a line of a tab anywhere is a blank cell.
    private func accepted(_ runs: [Run]) -> [Bool] {
        let isBeside = runs.indices.map { isNext(runs, $0) }
        var accepted = [Bool](repeating: false, count: runs.count)
        for (index, run) in runs.enumerated().reversed() {
            if isBesideFigure(runs, index) { return accepted.map { _ in false } }
            let above = index > 0 && isBeside[index - 1] ? runs[index - 1] : nil
            let below = isBeside[index] ? runs[index + 1] : nil
            switch run.kind {
            case .heads: accepted[index] = below != nil && accepted[index + 1]
            case .row: accepted[index] = isLike(run, above) || isLike(run, below)
            case .figures where above?.kind == .heads: accepted[index] = true
            case .figures, .torn: return accepted.map { _ in false }
            case .text: break
            }
        }
        return accepted
    }

    /// Those but what stands under headers of no form: a table of the document's own, whatever labels are in it.
    private func withoutForeign(_ runs: [Run], _ accepted: [Bool]) -> [Bool] {
        var isForeign = false
        return runs.indices.map { index in
            isForeign = isForeign && index > 0 && isNext(runs, index - 1)
            if runs[index].kind == .text, !runs[index].cells.contains(where: { kind(of: $0) == .figure }) {
                isForeign = true
            }
            return accepted[index] && !isForeign
        }
    }

    private func isLike(_ run: Run, _ other: Run?) -> Bool {
        guard let other, other.kind == .row || other.kind == .heads else { return false }
        return abs(other.cells.count - run.cells.count) <= Self.moreCells
    }

    /// Whether nothing stands between a run and the one behind it.
    private func isNext(_ runs: [Run], _ index: Int) -> Bool {
        guard index + 1 < runs.count else { return false }
        return !(runs[index].blocks.upperBound + 1..<runs[index + 1].blocks.lowerBound).contains(where: isWritten)
    }

    /// Whether the text before a run, or behind it, is a figure: of the same row then.
    private func isBesideFigure(_ runs: [Run], _ index: Int) -> Bool {
        let blocks = runs[index].blocks
        let start = index > 0 ? runs[index - 1].blocks.upperBound + 1 : 0
        let end = index + 1 < runs.count ? runs[index + 1].blocks.lowerBound : lines.count
        let nearest = [
            (start..<blocks.lowerBound).last(where: isWritten), (blocks.upperBound + 1..<end).first(where: isWritten),
        ]
        return nearest.contains { $0.flatMap { lines[$0] }.map { kind(of: $0) == .figure } ?? false }
    }
}
