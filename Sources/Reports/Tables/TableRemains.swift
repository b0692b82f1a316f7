import Catalogue

/// What a document without tables shows of them: headings with nothing under them, or labels and numbers run together
/// into prose.
struct TableRemains: Sendable {
    private var forms: [Remains] = []
    /// The labels of all forms.
    private let labels: [[UInt8]]
    /// The keys of those that could be taken for a sentence.
    private let longKeys: KeyTable<Void>

    /// The words of one form.
    private struct Remains: Sendable {
        var edition: Int
        var headings: [String]
        /// The headings without their numbers, in all variants.
        var words: [[UInt8]]
        /// Of a form that is one table, the headers over its labels: without them its heading is only spoken of.
        var corner: [[UInt8]] = []
        /// The labels of rows, captions and headers, without what numbers them, that are longer than words of prose.
        var labels: [[UInt8]]
    }

    init(_ codebook: Codebook) {
        for form in codebook.forms where form.tables.count > 1 {
            guard let edition = Int(form.edition) else { continue }
            let blocks = form.tables.flatMap(\.blocks)
            let labels =
                blocks.compactMap(\.caption) + blocks.flatMap(\.columns).map(\.header)
                + blocks.flatMap(\.allRows).compactMap(\.label)
            forms.append(
                Remains(
                    edition: edition, headings: form.tables.map(\.heading.printed),
                    words: form.tables.flatMap(\.heading.all).map(Self.bare),
                    labels: Array(Set(labels.flatMap(\.all).map(Self.bare))).filter { $0.count >= 12 }))
        }
        for form in codebook.forms where form.tables.count == 1 {
            guard let edition = Int(form.edition), let table = form.tables.first else { continue }
            let corner = table.blocks.flatMap(\.corner).flatMap(\.all).map { Array($0.utf8) }
            forms.append(
                Remains(
                    edition: edition, headings: [table.heading.printed], words: table.heading.all.map(Self.bare),
                    corner: corner.filter { $0.count >= 12 }, labels: []))
        }
        forms.sort { $0.edition < $1.edition }
        let rows = codebook.forms.flatMap(\.tables).flatMap(\.blocks).flatMap(\.allRows).compactMap(\.label)
        longKeys = KeyTable(rows.flatMap(\.all).filter { $0.utf8.count >= Self.longLabel }.compactMap(LabelKey.of))
        labels = Array(Set(forms.flatMap(\.labels)))
    }

    /// 4.无正当理由大量反复申请, in bytes.
    private static let longLabel = 30

    /// Without `三、`, `（一）` and `1.` in front.
    private static func bare(_ label: String) -> [UInt8] {
        let marks: Set<Character> = ["、", ".", "）"]
        guard let mark = label.prefix(4).lastIndex(where: marks.contains) else { return Array(label.utf8) }
        return Array(label[label.index(after: mark)...].utf8)
    }

    /// The doubts of a report without tables that speaks of their sections: that each table of its year's form is
    /// missing.
    func missing(in text: UnsafeBufferPointer<UInt8>, year: Int) -> [Doubt] {
        guard let form = forms.last(where: { $0.edition <= year }) else { return [] }
        let all = 0..<text.count
        func stands(_ word: [UInt8]) -> Bool { ByteSearch.first(word, in: text, all) != nil }
        if !form.corner.isEmpty, !form.corner.contains(where: stands) { return [] }
        guard
            (form.words + form.labels.filter { $0.count >= 24 }).contains(where: stands)
        else { return [] }
        return form.headings.map { Doubt(.missingTable, expected: $0) }
    }

    /// Paragraphs without the stretches in which labels of tables and their numbers have run together: no sentence is
    /// told there. Nor is one by a label alone, or with nothing but figures glued to it.
    func cut(_ parts: [ProsePart], _ text: UnsafeBufferPointer<UInt8>, areTablesLost: Bool) -> [ProsePart] {
        guard parts.contains(where: { mayRemain($0.range, text, areTablesLost) }) else { return parts }
        return parts.flatMap { part in
            guard mayRemain(part.range, text, areTablesLost) else { return [part] }
            if isLabel(part.range, text) || isWholeLabel(part.range, text) { return [] }
            guard part.range.count >= Self.shortestTable, let remains = stretch(in: part.range, text) else {
                return [part]
            }
            return [part.range.lowerBound..<remains.lowerBound, remains.upperBound..<part.range.upperBound]
                .filter { !$0.isEmpty }.map { ProsePart($0, opens: part.opens) }
        }
    }

    /// Whether figures stand in a paragraph as in no sentence: one behind the other, or at its end. Few do.
    private func mayRemain(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ areTablesLost: Bool) -> Bool {
        guard let last = range.last(where: { text[$0] > 0x20 }) else { return false }
        if Self.isDigit(text[last]) || areTablesLost && range.count >= Self.shortestTable { return true }
        if range.count < Self.shortestTable { return range.count >= Self.longLabel && isWholeLabel(range, text) }
        return Self.hasCells(range, text) || range.count < 2 * Self.shortestTable && isWholeLabel(range, text)
    }

    private static let shortestTable = 120

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether three numbers follow one another with nothing but a space or a tab between.
    private static func hasCells(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var count = 0
        var isBehindNumber = false
        for place in range {
            let byte = text[place]
            if isDigit(byte) {
                if isBehindNumber { count += 1 }
                if count == 2 { return true }
                isBehindNumber = false
            } else if byte == 0x20 || byte == 0x09 {
                isBehindNumber = place > range.lowerBound && isDigit(text[place - 1])
            } else if byte == wideSpace[0], text[place..<range.upperBound].starts(with: wideSpace) {
                isBehindNumber = place > range.lowerBound && isDigit(text[place - 1])
            } else if isBehindNumber, wideSpace.contains(byte) {
                continue
            } else {
                (count, isBehindNumber) = (0, false)
            }
        }
        return false
    }

    /// Whether a line is a long label, with nothing but cells around it: ,,4.无正当理由大量反复申请,/,零
    private func isWholeLabel(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let label = Self.withoutCells(range, text)
        return label.count >= Self.longLabel && LabelKey.of(text, label).map(longKeys.contains) == true
    }

    private static func withoutCells(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var letters = Scalars(text, range)
        var start: Int?
        var end = range.lowerBound
        while case let place = letters.position, let scalar = letters.next() {
            if start == nil, ScalarClass.isWordPart(scalar) { start = place }
            if (0x3400..<0xFF00).contains(scalar), !noughts.contains(scalar) { end = letters.position }
        }
        return start.map { $0..<max($0, end) } ?? range.upperBound..<range.upperBound
    }

    /// 零, 无
    private static let noughts: Set<UInt32> = [0x96F6, 0x65E0]

    /// Whether a line is a label of the form, or ends in one with figures glued to it.
    private func isLabel(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = line.upperBound
        while end > line.lowerBound, text[end - 1] <= 0x39 { end -= 1 }
        guard end < line.upperBound else { return isWholeLabel(line, text) }
        return labels.contains { label in
            let start = end - label.count
            return start >= line.lowerBound && start - line.lowerBound <= Self.shortestTable
                && text[start..<end].elementsEqual(label)
        }
    }

    /// From the first of many labels to the number behind the last; a sentence that tells what became of requests has
    /// some of them, too.
    private func stretch(in paragraph: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let found = labels.compactMap { label in
            ByteSearch.first(label, in: text, paragraph).map { (label: label, start: $0) }
        }
        guard found.count >= Self.labelsOfATable, let start = found.map(\.start).min() else { return nil }
        var end = start
        for (label, first) in found {
            var place: Int? = first
            while let known = place {
                end = max(end, known + label.count)
                place = ByteSearch.first(label, in: text, end..<paragraph.upperBound)
            }
        }
        while end < paragraph.upperBound {
            if text[end] <= 0x39 {
                end += 1
            } else if text[end..<paragraph.upperBound].starts(with: Self.wideSpace) {
                end += Self.wideSpace.count
            } else if let sum = Self.sums.first(where: { text[end..<paragraph.upperBound].starts(with: $0) }) {
                end += sum.count
            } else {
                break
            }
        }
        return start..<end
    }

    private static let wideSpace = Array("\u{3000}".utf8)
    /// Labels that are words of prose as well.
    private static let sums = ["总计", "合计", "其他"].map { Array($0.utf8) }

    private static let labelsOfATable = 8
}
