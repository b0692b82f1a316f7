import Documents
import Output
import Storage
import Values

/// Where words stand in the texts of reports: a sentence or a table row each, with the words marked.
package struct TextSearch {
    private let archive: Archive
    private let words: [String]
    private let filter: Filter

    /// - Parameter text: words apart by spaces; a report must contain all of them.
    package init(_ archive: Archive, _ text: [String], filter: Filter) throws(NothingToSearch) {
        self.archive = archive
        self.filter = filter
        words = text.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        guard !words.isEmpty else { throw NothingToSearch() }
    }

    /// Writes a row for each passage and tells how many there were.
    ///
    /// - Parameter isForPeople: who get no empty table where nothing is found.
    @discardableResult
    package func write(to writer: SheetWriter, isForPeople: Bool = false) throws -> Int {
        var reports = 0
        // All are found before the first is written: whoever reads slowly would keep others from writing meanwhile.
        let rows = RowSpool()
        try archive.search(words, filter) { hit in
            reports += 1
            for row in Self.rows(hit) { try rows.append(row) }
        }
        let count = rows.count
        if count == 0, isForPeople { return 0 }
        let sheet = Sheet(columns: [
            Columns.county, Columns.township, Columns.year, Columns.source,
            Column("passage", Phrase(zh: "原文", en: "passage")),
        ])
        try writer.write(sheet) { add in
            try rows.visit { row, _ in try add(row) }
        } footnotes: {
            [Phrase(zh: "共 \(reports) 份年报，\(count) 处", en: "\(count) passages in \(reports) reports")]
        }
        return count
    }

    private static func rows(_ hit: SearchHit) -> [[Entry]] {
        let lines = LineNumbers(hit.transcript)
        return passages(hit).map { context, ranges in
            let line = lines.line(at: ranges.first?.lowerBound ?? context.lowerBound)
            let passage = Passage.oneLine(Passage.marked(ranges, within: context, of: hit.transcript))
            return [
                .text(hit.summary.place.county), .text(hit.summary.place.township), .year(hit.summary.year),
                .text("\(hit.summary.path):\(line)"), .text(passage),
            ]
        }
    }

    /// The hits gathered by the sentence or row that they stand in.
    private static func passages(_ hit: SearchHit) -> [(context: Range<Int>, ranges: [Range<Int>])] {
        var passages: [(context: Range<Int>, ranges: [Range<Int>])] = []
        for range in hit.ranges {
            if let last = passages.last, range.upperBound <= last.context.upperBound {
                let end = last.ranges.last?.upperBound ?? 0
                // Of two words that overlap the first is marked.
                if range.lowerBound >= end { passages[passages.count - 1].ranges.append(range) }
                continue
            }
            var context = Passage.context(of: range, in: hit.transcript)
            if let last = passages.last {
                context = max(context.lowerBound, last.context.upperBound)..<context.upperBound
            }
            guard context.lowerBound <= range.lowerBound, context.upperBound >= range.upperBound else { continue }
            passages.append((context, [range]))
        }
        return passages
    }
}

/// A search for nothing.
package struct NothingToSearch: ExplainedError {
    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        Phrase(zh: "请给出要查找的文字", en: "say what to search for")
    }
}
