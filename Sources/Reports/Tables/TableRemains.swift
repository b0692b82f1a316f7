import Catalogue

/// What a document without tables shows of them: headings with nothing under them, or labels and numbers run together
/// into prose.
struct TableRemains: Sendable {
    private var forms: [Remains] = []

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
    }

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
    /// told there.
    func cut(_ parts: [ProsePart], _ text: UnsafeBufferPointer<UInt8>) -> [ProsePart] {
        parts.flatMap { part in
            guard part.range.count >= 120, let remains = stretch(in: part.range, text) else { return [part] }
            return [part.range.lowerBound..<remains.lowerBound, remains.upperBound..<part.range.upperBound]
                .filter { !$0.isEmpty }.map { ProsePart($0) }
        }
    }

    /// From the first of many labels to the number behind the last; a sentence that tells what became of requests has
    /// some of them, too.
    private func stretch(in paragraph: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let found = Set(forms.flatMap(\.labels)).compactMap { label in
            ByteSearch.first(label, in: text, paragraph).map { $0..<$0 + label.count }
        }
        guard found.count >= Self.labelsOfATable, let start = found.map(\.lowerBound).min(),
            var end = found.map(\.upperBound).max()
        else { return nil }
        while end < paragraph.upperBound, text[end] <= 0x39 { end += 1 }
        return start..<end
    }

    private static let labelsOfATable = 8
}
