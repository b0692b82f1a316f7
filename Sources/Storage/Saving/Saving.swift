import Catalogue
import GRDB
import Reports
import Values

extension Archive {
    /// Stores the submissions in one transaction, in their order, and tells what became of each.
    ///
    /// Five hundred at a time are stored an order of magnitude faster than one by one. Whatever fails, none is stored;
    /// a submission that contradicts itself is named (`ArchiveError.rejected`).
    ///
    /// - Parameters:
    ///   - basis: what the reports were read with; nil where nobody knows.
    ///   - run: the import that they belong to; without one, every file takes the place of what there was.
    ///   - isWhole: whether nothing is stored where one of them is contested.
    package func save(
        _ submissions: [Submission], readWith basis: ReadingBasis? = nil, run: ImportRun? = nil, isWhole: Bool = false
    ) throws -> [Outcome] {
        var rest = submissions.makeIterator()
        return try save(readWith: basis, run: run, isWhole: isWhole) { rest.next().map(Arrival.submission) }
    }

    /// Stores what arrives, until `next` returns nil, and tells what became of each. The first is waited for before the
    /// transaction begins, so that no other writer is kept waiting for nothing.
    package func save(
        readWith basis: ReadingBasis?, run: ImportRun? = nil, isWhole: Bool = false, next: () throws -> Arrival?
    ) throws -> [Outcome] {
        guard let first = try next() else { return [] }
        do {
            return try writing { db in
                if let basis { try note(basis, db) }
                var batch = try Batch(db, archive: self, basis: basis, run: run)
                var outcomes: [Outcome] = []
                var following: Arrival? = first
                while let arrival = following {
                    outcomes.append(try add(arrival, to: &batch))
                    following = try next()
                }
                if isWhole, outcomes.contains(where: \.isContested) { throw Contested(outcomes: outcomes) }
                try batch.finish()
                return outcomes
            }
        } catch let contested as Contested {
            return contested.outcomes
        }
    }

    private func add(_ arrival: Arrival, to batch: inout Batch) throws -> Outcome {
        switch arrival {
        case .submission(let submission):
            try check(
                submission.report, source: submission.original.path, byteCount: submission.document.text.count)
            return try batch.add(submission)
        case .known(let fingerprint, let path): return try batch.add(known: fingerprint, path: path)
        }
    }

    /// Undoes a transaction that was to be all or nothing.
    private struct Contested: Error {
        let outcomes: [Outcome]
    }

    /// Stores what a document that the archive has is read as by now: a new revision from the same document if any
    /// figure or the text itself differs, else only its numbers are described anew. What the report was read as before
    /// stays, so that an answer of then can be given again.
    ///
    /// - Parameter transcript: the text as it comes out now, where that is another than the report's.
    package func reread(
        _ summary: ReportSummary, as report: Report, transcript: [UInt8]? = nil, readWith basis: ReadingBasis,
        author: String = Archive.nobody
    ) throws -> Outcome {
        let byteCount = try transcript?.count ?? self.transcript(of: summary).count
        try check(report, source: summary.path, byteCount: byteCount)
        return try writing { db in
            var batch = try Batch(db, archive: self, basis: basis, run: nil)
            let outcome = try batch.add(report, rereading: summary, transcript)
            try batch.finish()
            if case .revision(let number, _, _) = outcome {
                try Event(.reread, subject: "\(summary.name)#\(number)", author: author).add(to: db)
            }
            return outcome
        }
    }

    /// How a stored report's figures differ from another reading of it, with the basis.
    package func changes(of summary: ReportSummary, to report: Report, readWith basis: ReadingBasis) throws -> [Change]
    {
        try reading { db in
            let changes = Change.between(try figures(ofReport: summary.id, db), report.figures, isExact: true)
            return try marked(changes, from: summary.id, basis, db)
        }
    }

    /// What the schema cannot check, or could not name the document of. `byteCount` is the transcript's length.
    private func check(_ report: Report, source: String, byteCount: Int) throws(ArchiveError) {
        var seen = [Bool](repeating: false, count: indicators.count)
        for figure in report.figures {
            guard indicators.has(figure.indicator) else {
                throw .rejected(
                    source: source,
                    detail: Phrase(
                        zh: "指标 \(figure.indicator.place)", en: "indicator \(figure.indicator.place)"))
            }
            guard !seen[figure.indicator.place] else {
                throw .rejected(
                    source: source,
                    detail: Phrase(
                        zh: "\(indicators[figure.indicator].code) 出现两次",
                        en: "\(indicators[figure.indicator].code) twice"))
            }
            seen[figure.indicator.place] = true
        }
        let figured = report.figures.lazy.compactMap(\.reading.amount?.precision)
        let precisions = [figured.min(), report.quantities.lazy.map(\.amount.precision).min()]
        for precision in precisions.compactMap({ $0 }) where precision < 1 {
            throw .rejected(source: source, detail: Phrase(zh: "精度 \(precision)", en: "precision \(precision)"))
        }
        for indicator in report.quantities.compactMap(\.indicator) where !indicators.has(indicator) {
            throw .rejected(
                source: source, detail: Phrase(zh: "指标 \(indicator.place)", en: "indicator \(indicator.place)"))
        }
        for range in report.ranges where range.lowerBound < 0 || range.upperBound > byteCount {
            throw .rejected(source: source, detail: Phrase(zh: "位置 \(range)", en: "position \(range)"))
        }
    }
}
