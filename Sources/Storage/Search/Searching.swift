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
        // An index that fails is as good as none: then every text is read.
        let index = SearchIndex.upToDate(of: self)
        let candidates = try? index?.candidates(for: words)
        let known = candidates == nil ? [] : (try? index?.fingerprints()) ?? []
        for summary in try reports(filter)
        where candidates?.contains(summary.fingerprint) != false || !known.contains(summary.fingerprint)
            || summary.hasOwnTranscript
        {
            let transcript = try transcript(of: summary)
            let text = FoldedTranscript(transcript)
            let found = words.map { text.ranges(of: $0) }
            guard found.allSatisfy({ !$0.isEmpty }) else { continue }
            let ranges = found.joined().sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
            try body(SearchHit(summary: summary, transcript: transcript, ranges: ranges))
        }
    }
}
