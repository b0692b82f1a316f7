/// Some sheets of a workbook as a document by themselves, which knows where its text stands in the whole one.
package struct DocumentPart: Sendable {
    package let document: Document
    /// Where the sheets stand in the whole transcript, in order.
    private let ranges: [Range<Int>]

    package init(_ sheets: [Document.Sheet], of whole: Document) {
        ranges = sheets.map(\.range)
        var part = Document(text: [], blocks: [], mediaType: whole.mediaType, encoding: whole.encoding)
        for sheet in sheets {
            let shift = part.text.count - sheet.range.lowerBound
            part.text += whole.text[sheet.range]
            part.sheets.append(Document.Sheet(name: sheet.name, range: sheet.range.moved(by: shift)))
            part.blocks += whole.blocks.lazy.filter { sheet.range.contains($0.range.lowerBound) }.map {
                $0.moved(by: shift)
            }
            part.notices += whole.notices.compactMap { $0.moved(from: sheet.range, by: shift) }
        }
        document = part
    }

    /// Where a range of the part's text stands in the whole.
    package func whole(_ range: Range<Int>) -> Range<Int> {
        let start = whole(range.lowerBound)
        return range.isEmpty ? start..<start : start..<max(start, whole(range.upperBound - 1) + 1)
    }

    private func whole(_ position: Int) -> Int {
        var rest = position
        for range in ranges {
            if rest < range.count { return range.lowerBound + rest }
            rest -= range.count
        }
        return ranges.last?.upperBound ?? position
    }

    /// Whether a position of the whole transcript lies in the part.
    package func contains(_ position: Int) -> Bool { ranges.contains { $0.contains(position) } }
}

extension Range<Int> {
    fileprivate func moved(by shift: Int) -> Range<Int> { lowerBound + shift..<upperBound + shift }
}

extension Block {
    fileprivate func moved(by shift: Int) -> Block {
        switch self {
        case .paragraph(let range): return .paragraph(range.moved(by: shift))
        case .table(var table):
            table.range = table.range.moved(by: shift)
            for row in table.rows.indices {
                for column in table.rows[row].indices {
                    table.rows[row][column].range = table.rows[row][column].range.moved(by: shift)
                }
            }
            return .table(table)
        }
    }
}

extension DocumentNotice {
    /// The notice as one of a part; nil where it is about another.
    fileprivate func moved(from range: Range<Int>, by shift: Int) -> DocumentNotice? {
        switch self {
        case .tablesFlattened, .picturesUnread, .picturesFailed, .partUnread, .previewOnly: self
        case .hiddenLeftOut(let name, let position):
            position.flatMap { range.contains($0) ? .hiddenLeftOut(name: name, position: $0 + shift) : nil }
        case .shownRounded(let shown, let stored, let own):
            range.contains(own.lowerBound) ? .shownRounded(shown, stored: stored, range: own.moved(by: shift)) : nil
        }
    }
}
