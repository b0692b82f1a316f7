import GRDB
import Values

/// A report whose text contains what was searched for.
package struct SearchHit: Sendable {
    package let summary: ReportSummary
    package let transcript: [UInt8]
    /// Where the words stand in the transcript, from first to last.
    package let ranges: [Range<Int>]
}

extension Archive {
    /// Hands over every report that the filter admits and whose text contains all of the words, by county, township and
    /// year. Spaces, line breaks, width and case make no difference.
    ///
    /// The first search builds an index beside the archive where it may write; see `SearchIndex`.
    package func search(_ words: [String], _ filter: Filter = Filter(), _ body: (SearchHit) throws -> Void) throws {
        let words = words.map { FoldedTranscript($0) }.filter { !$0.scalars.isEmpty }
        guard !words.isEmpty else { return }
        let wanted = words.map(FoldedWord.init)
        // Brought up to date before: that may take minutes, in which nobody's writing shall wait.
        let index = SearchIndex.upToDate(of: self)
        try reading { db in
            let documents = try index.flatMap { try $0.documents(of: self, with: words) }
            let candidates = try documents.map { try reports(of: $0, db) }
            let selection = try Selection(filter, db)
            let summaries = try Summaries(self, db)
            let texts = try TranscriptReader(self, db)
            for entry in selection.entries where candidates?.contains(entry.report) != false {
                try texts.read(entry.report) { source in
                    let found = wanted.map { $0.ranges(in: source.text) }
                    guard found.allSatisfy({ !$0.isEmpty }) else { return }
                    let ranges = found.joined().sorted {
                        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
                    }
                    let summary = try summaries.of(entry, in: selection)
                    try body(SearchHit(summary: summary, transcript: Array(source.text), ranges: ranges))
                }
            }
        }
    }

    /// The reports that were read from documents, and those whose text is another than their document's.
    private func reports(of documents: Set<Fingerprint>, _ db: Database) throws -> Set<Int64> {
        var reports = try Int64.fetchSet(db, sql: "SELECT id FROM report WHERE transcript_id IS NOT NULL")
        let select = try HotStatement(
            db, "SELECT report.id FROM document JOIN report ON document_id = document.id WHERE sha256 = ?1")
        for document in documents {
            try select.bind(document.description, at: 1)
            defer { select.reset() }
            while try select.step() { reports.insert(select.integer(0)) }
        }
        return reports
    }
}
