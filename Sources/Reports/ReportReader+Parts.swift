import Documents

/// Where the reports of a file that holds several stand.
extension ReportReader {
    /// The titles of reports; where there are no two, the line above the copy of a table, or the first row that stands
    /// twice.
    func parts(
        of document: Document, _ text: UnsafeBufferPointer<UInt8>, _ table: TableReading
    ) -> [RowName] {
        let wording = headings.reports.titles
        let lines = LineNumbers(document.text)
        func name(_ range: Range<Int>) -> RowName {
            let words = String(decoding: text[range].prefix { $0 != 0x09 && $0 != 0x0A }, as: UTF8.self)
            return RowName(
                cell: document.cellName(at: range.lowerBound), line: lines.line(at: range.lowerBound),
                says: String(words.prefix(Self.longestName)))
        }
        var titles: [(words: Wording, range: Range<Int>)] = []
        for case .paragraph(let range) in document.blocks where range.count <= Self.longestTitle {
            let words = Wording(text, range)
            if wording.isTitle(words), wording.endsAsTitle(words), titles.last?.words != words {
                titles.append((words, range))
            }
        }
        if titles.count > 1 { return titles.map { name($0.range) } }
        let places = table.doubts.filter { [.otherCopy, .repeatedRow, .unreadableRow].contains($0.kind) }
        let first = places.first { $0.kind == .otherCopy } ?? places.first
        return (first?.range).map { [name($0)] } ?? []
    }

    private static let longestTitle = 180
    private static let longestName = 40
}
