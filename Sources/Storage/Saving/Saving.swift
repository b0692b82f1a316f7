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
    /// - Parameter basis: what the reports were read with, which must have been registered; nil where nobody knows.
    package func save(_ submissions: [Submission], readWith basis: ReadingBasis? = nil) throws -> [Outcome] {
        var rest = submissions.makeIterator()
        return try save(readWith: basis) { rest.next() }
    }

    /// Stores submissions as they come, until `next` returns nil. The first is waited for before the transaction
    /// begins, so that no other writer is kept waiting for nothing.
    package func save(readWith basis: ReadingBasis?, next: () throws -> Submission?) throws -> [Outcome] {
        guard let first = try next() else { return [] }
        return try writing { db in
            var batch = try Batch(db, archive: self, basis: basis)
            var outcomes: [Outcome] = []
            var following: Submission? = first
            while let submission = following {
                try check(
                    submission.report, source: submission.original.path, byteCount: submission.document.text.count)
                outcomes.append(try batch.add(submission))
                following = try next()
            }
            try batch.writeFigures()
            try batch.handOn()
            return outcomes
        }
    }

    /// Stores what a document that the archive has is read as by now: a new revision from the same document if any
    /// figure or the text itself differs, else only its numbers are described anew. What the report was read as before
    /// stays, so that an answer of then can be given again.
    ///
    /// - Parameter transcript: the text as it comes out now, where that is another than the report's.
    package func reread(
        _ summary: ReportSummary, as report: Report, transcript: [UInt8]? = nil, readWith basis: ReadingBasis
    ) throws -> Outcome {
        let byteCount = try transcript?.count ?? self.transcript(of: summary).count
        try check(report, source: summary.path, byteCount: byteCount)
        return try writing { db in
            var batch = try Batch(db, archive: self, basis: basis)
            let outcome = try batch.add(report, rereading: summary, transcript)
            try batch.writeFigures()
            try batch.handOn()
            return outcome
        }
    }

    /// How a stored report's figures differ from another reading of it, with the basis.
    package func changes(of summary: ReportSummary, to report: Report, readWith basis: ReadingBasis) throws -> [Change]
    {
        try reading { db in
            let changes = Change.between(try figures(ofReport: summary.id, db), report.figures)
            return try marked(changes, from: summary.id, basis, db)
        }
    }

    /// What the schema cannot check, or could not name the document of. `byteCount` is the transcript's length.
    private func check(_ report: Report, source: String, byteCount: Int) throws(ArchiveError) {
        var seen = Set<Indicator.ID>()
        for figure in report.figures {
            guard indicators.has(figure.indicator) else {
                throw .rejected(
                    source: source,
                    detail: Phrase(
                        zh: "指标 \(figure.indicator.place)", en: "indicator \(figure.indicator.place)"))
            }
            guard seen.insert(figure.indicator).inserted else {
                throw .rejected(
                    source: source,
                    detail: Phrase(
                        zh: "\(indicators[figure.indicator].code) 出现两次",
                        en: "\(indicators[figure.indicator].code) twice"))
            }
        }
        for amount in report.figures.compactMap(\.reading.amount) where amount.precision < 1 {
            throw .rejected(
                source: source, detail: Phrase(zh: "精度 \(amount.precision)", en: "precision \(amount.precision)"))
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

/// One batch on its way into the archive, within one transaction.
private struct Batch {
    private let db: Database
    private let archive: Archive
    private let basis: ReadingBasis?
    private let now = Archive.now()
    private var gazetteer: Gazetteer
    private var documents: DocumentWriter
    private var reports: ReportWriter
    private var figures: FigureBuffer
    /// Figures of reports from this id on may still be in the buffer.
    private var firstUnwritten: Int64
    private var next: Int64
    /// The reports of this batch that took the place of others.
    private var successions: [(old: Int64, new: Int64)] = []

    init(_ db: Database, archive: Archive, basis: ReadingBasis?) throws {
        self.db = db
        self.archive = archive
        self.basis = basis
        gazetteer = Gazetteer(db)
        documents = try DocumentWriter(db)
        reports = try ReportWriter(db, indicatorRows: archive.indicatorRows, basis: basis)
        figures = FigureBuffer(indicatorRows: archive.indicatorRows)
        next = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM report") ?? 0) + 1
        firstUnwritten = next
    }

    mutating func add(_ submission: Submission) throws -> Outcome {
        do {
            return try store(submission)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw ArchiveError.rejected(source: submission.original.path, detail: Phrase(sqlite: error))
        }
    }

    private mutating func store(_ submission: Submission) throws -> Outcome {
        let report = submission.report
        let township = try gazetteer.township(
            report.township, county: report.county, code: report.countyCode)
        let known = try documents.id(of: submission.original.fingerprint)
        let predecessor = try Predecessor(db, township: township, year: report.year)
        if let known, try predecessor?.wasReadFrom(document: known, db) == true { return .same }

        return try insert(
            report, township: township, document: try known ?? documents.insert(submission, now: now),
            after: predecessor)
    }

    /// The report is of the same township and year as the one that is read again.
    mutating func add(_ report: Report, rereading summary: ReportSummary, _ transcript: [UInt8]?) throws -> Outcome {
        let township = try gazetteer.township(
            report.township, county: report.county, code: report.countyCode)
        guard let document = try documents.id(of: summary.fingerprint),
            let predecessor = try Predecessor(db, township: township, year: report.year), predecessor.id == summary.id
        else { throw ArchiveError.rejected(source: summary.path, detail: Phrase(zh: "已有更新的版本", en: "superseded")) }
        let changes = try changes(from: predecessor.id, to: report.figures)
        let own = try transcript.map { try documents.insert(transcript: $0, of: document, now: now) }
        guard changes.isEmpty, own == nil else {
            // The text that it was read from before is the same as long as no other comes out.
            let kept = try own ?? documents.transcript(ofReport: predecessor.id)
            return try insert(report, township: township, document: document, transcript: kept, after: predecessor)
        }
        try reports.describe(report, id: predecessor.id, db)
        return .same
    }

    private mutating func insert(
        _ report: Report, township: Int64, document: Int64, transcript: Int64? = nil, after predecessor: Predecessor?
    ) throws -> Outcome {
        let id = next
        let revision = (predecessor?.revision ?? 0) + 1
        if let predecessor {
            try db.execute(
                sql: "UPDATE report SET superseded_by = ? WHERE id = ?", arguments: [id, predecessor.id])
        }
        try reports.insert(
            report,
            key: .init(
                id: id, township: township, document: document, revision: revision, transcript: transcript), now: now)
        try figures.append(report.figures, report: id, reports.sealing)
        next += 1
        if figures.isFull { try writeFigures() }
        guard let predecessor else { return .new }
        successions.append((predecessor.id, id))
        return .revision(revision, changes: try changes(from: predecessor.id, to: report.figures))
    }

    mutating func writeFigures() throws {
        try figures.write(to: db)
        firstUnwritten = next
    }

    /// Only when all figures are written: a correction refers to its figure.
    func handOn() throws {
        for succession in successions {
            try Inheritance(db: db).handOn(from: succession.old, to: succession.new)
        }
    }

    private mutating func changes(from old: Int64, to figures: [Figure]) throws -> [Change] {
        if old >= firstUnwritten { try writeFigures() }
        let changes = Change.between(try archive.figures(ofReport: old, db), figures)
        return try archive.marked(changes, from: old, basis, db)
    }
}

/// The current report of a township and year, before another takes its place.
private struct Predecessor {
    let id: Int64
    let revision: Int
    private let township: Int64
    private let year: Int

    init?(_ db: Database, township: Int64, year: Int) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT id, revision FROM report WHERE township_id = ? AND year = ? AND superseded_by IS NULL"),
            arguments: [township, year])
        guard let row else { return nil }
        id = try row.get("id")
        revision = try row.get("revision")
        self.township = township
        self.year = year
    }

    /// Whether this or an earlier revision came from the same bytes.
    func wasReadFrom(document: Int64, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM report WHERE document_id = ? AND township_id = ? AND year = ?)",
            arguments: [document, township, year]) ?? false
    }
}
