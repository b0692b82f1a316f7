import Catalogue
import GRDB
import Reports
import Values

/// One batch on its way into the archive, within one transaction.
struct Batch {
    let db: Database
    let archive: Archive
    private let basis: ReadingBasis?
    let run: ImportRun?
    let now = Archive.now()
    private var gazetteer: Gazetteer
    var documents: DocumentWriter
    private var reports: ReportWriter
    private var figures: FigureBuffer
    /// Figures of reports from this id on may still be in the buffer.
    var firstUnwritten: Int64
    var next: Int64
    private let lastRevision: LastRevision
    private var storedCount = 0
    /// The reports of this batch that took the place of others.
    private var successions: [(old: Int64, new: Int64)] = []

    init(_ db: Database, archive: Archive, basis: ReadingBasis?, run: ImportRun?) throws {
        self.db = db
        self.archive = archive
        self.basis = basis
        self.run = run
        gazetteer = Gazetteer(db)
        documents = try DocumentWriter(db)
        reports = try ReportWriter(db, indicatorRows: archive.indicatorRows, basis: basis)
        figures = FigureBuffer(indicatorRows: archive.indicatorRows)
        lastRevision = try LastRevision(db)
        next = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM report") ?? 0) + 1
        firstUnwritten = next
    }

    mutating func add(_ submission: Submission) throws -> Outcome {
        do {
            return try store(submission)
        } catch PlaceError.ambiguous(_, let choices) {
            return .contested(Contest(ofPlaces: choices))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw ArchiveError.rejected(source: submission.original.path, detail: Phrase(sqlite: error))
        }
    }

    private mutating func store(_ submission: Submission) throws -> Outcome {
        let report = submission.report
        let known = try documents.id(of: submission.original.fingerprint)
        if let outcome = try reunite(submission, known) { return outcome }
        let township = try gazetteer.township(
            report.township, county: report.county, code: report.countyCode)
        let seat = Seat(township: township, year: report.year)
        if let known, try seat.has(document: known, db) {
            return try settled(seat, file(of: submission), reports: try seat.reports(of: known, db)) ?? .same
        }
        guard try lastRevision.of(seat) != nil, var predecessor = try CurrentReport(db, seat) else {
            let document = try known ?? documents.insert(submission, now: now)
            let id = next
            let outcome = try insert(report, seat: seat, document: document, after: nil)
            run?.note(seat, path: submission.original.path, report: id, replaced: nil)
            return outcome
        }
        predecessor.isChosen = try predecessor.isChosen(db)
        return try store(submission, known: known, seat, after: predecessor)
    }

    /// A file for a township and year that have a report already.
    private mutating func store(
        _ submission: Submission, known: Int64?, _ seat: Seat, after predecessor: CurrentReport
    ) throws -> Outcome {
        let path = submission.original.path
        let old = try storedFigures(of: predecessor.id)
        let changes = try marked(Change.between(old, submission.report.figures), from: predecessor.id)
        let file = file(of: submission)
        let newcomer = Newcomer(
            submission, old: old, changes: changes, question: try OpenContest.state(of: file, at: seat, db))
        switch run?.verdict(on: newcomer, seat, predecessor) ?? .replaces {
        case .saysTheSame:
            let document = try known ?? documents.insert(submission, now: now)
            // Whichever of the two is named, what they both say counts.
            try noteAnswer(by: predecessor.id, at: seat, path: path)
            try db.execute(
                sql: "INSERT INTO report_original (report_id, document_id, added_at) VALUES (?, ?, ?)",
                arguments: [predecessor.id, document, now])
            storedCount += 1
            run?.note(seat, path: path, report: predecessor.id, replaced: nil)
            return .original(of: predecessor.path, revision: predecessor.revision)
        case .contested(let reason):
            let restored = try takeBack(seat, because: path)
            try noteQuestion(at: seat, file)
            return .contested(
                Contest(
                    reason: reason, path: predecessor.path, revision: predecessor.revision, changes: changes,
                    restored: restored))
        case .replaces:
            let document = try known ?? documents.insert(submission, now: now)
            let id = next
            let questions = try OpenContest.about(predecessor.id, db).filter { !$0.file.isSame(as: file) }
            let outcome = try insert(
                submission.report, seat: seat, document: document, after: predecessor, changes: changes)
            run?.note(seat, path: path, report: id, replaced: predecessor.id)
            let isChosen = run?.chooses(path) == true
            if isChosen { try noteChoice(of: id, at: seat, path: path) }
            // Of several files that were in question one was chosen: that answers for all of them.
            let isAnswer = isChosen && newcomer.question != .none
            try askAgain(
                questions.filter { try !isAnswer || !$0.file.isOf(seat, db) }, of: id, at: seat,
                besides: predecessor.id)
            return outcome
        }
    }

    /// The report is of the same township and year as the one that is read again.
    mutating func add(_ report: Report, rereading summary: ReportSummary, _ transcript: [UInt8]?) throws -> Outcome {
        let township = try gazetteer.township(
            report.township, county: report.county, code: report.countyCode)
        let seat = Seat(township: township, year: report.year)
        guard let document = try documents.id(of: summary.fingerprint),
            let predecessor = try CurrentReport(db, seat), predecessor.id == summary.id
        else { throw ArchiveError.overtaken(summary.name) }
        let old = try storedFigures(of: predecessor.id)
        let changes = try marked(Change.between(old, report.figures, isExact: true), from: predecessor.id)
        let own = try transcript.map { try documents.insert(transcript: $0, of: document, now: now) }
        guard changes.isEmpty, own == nil else {
            // The text that it was read from before is the same as long as no other comes out.
            let kept = try own ?? documents.transcript(ofReport: predecessor.id)
            return try insert(
                report, seat: seat, document: document, transcript: kept, after: predecessor, changes: changes)
        }
        try reports.describe(report, id: predecessor.id, db)
        return .same
    }

    private mutating func insert(
        _ report: Report, seat: Seat, document: Int64, transcript: Int64? = nil, after predecessor: CurrentReport?,
        changes: [Change] = []
    ) throws -> Outcome {
        let id = next
        let revision = (try lastRevision.of(seat) ?? 0) + 1
        if let predecessor {
            try db.execute(
                sql: "UPDATE report SET superseded_by = ? WHERE id = ?", arguments: [id, predecessor.id])
        }
        try reports.insert(
            report,
            key: .init(
                id: id, township: seat.township, document: document, revision: revision, transcript: transcript),
            now: now)
        try figures.append(report.figures, report: id, reports.sealing)
        next += 1
        if figures.isFull || reports.isFull { try writeFigures() }
        storedCount += 1
        guard let predecessor else { return .new }
        successions.append((predecessor.id, id))
        return .revision(revision, changes: changes, of: try place(of: seat))
    }

    func place(of seat: Seat) throws -> Place {
        try Archive.place(ofTownship: seat.township, db) ?? Place(county: "", township: "")
    }

    /// Writes what is left, and notes in the ledger what the run has stored.
    mutating func finish() throws {
        try writeFigures()
        // Only when all figures are written: the revision's own are compared with the corrections.
        for succession in successions {
            try Inheritance(db: db).handOn(from: succession.old, to: succession.new)
        }
        if let run, storedCount > 0 {
            try Event(
                .imported, subject: run.subject, count: storedCount, reason: run.isNoted ? Event.continuation : "",
                author: run.author, madeAt: now
            ).add(to: db)
            run.isNoted = true
        }
    }

    mutating func writeFigures() throws {
        // What the rows refer to is known to be there.
        try db.trustingReferences {
            try figures.write(to: db)
            try reports.writeParts(to: db)
        }
        try figures.writeRecognised(to: db)
        firstUnwritten = next
    }

    mutating func storedFigures(of report: Int64) throws -> [Figure] {
        if report >= firstUnwritten { try writeFigures() }
        return try archive.figures(ofReport: report, db)
    }

    private func marked(_ changes: [Change], from old: Int64) throws -> [Change] {
        try archive.marked(changes, from: old, basis, db)
    }
}

// MARK: Reports that stand elsewhere

extension Batch {
    /// What becomes of a file that may be one with a report that stands elsewhere; nil where it is filed as any other.
    ///
    /// A report without a county moves into the one that its own file is given now, or the file that the user has
    /// chosen. What is more than that is for a person to say.
    private mutating func reunite(_ submission: Submission, _ known: Int64?) throws -> Outcome? {
        let (report, path) = (submission.report, submission.original.path)
        guard let run,
            let twin = try Twin(
                of: submission, document: known,
                own: try gazetteer.existing(report.township, county: report.county, code: report.countyCode)
                    .map { Seat(township: $0, year: report.year) }, db)
        else { return nil }
        switch twin.kind {
        case .countyless where twin.isSameFile || run.isNamed(path):
            let target = Seat(
                township: try gazetteer.township(report.township, county: report.county, code: report.countyCode),
                year: report.year)
            guard try archive.canSettle(twin.seat, in: target, db) else { return try asked(submission, twin) }
            try settle(twin, in: target, run)
            guard twin.isSameFile else { return nil }
            run.note(target, path: path, report: twin.report.id, replaced: nil)
            return .placed(from: twin.place.description)
        case .inCounty where run.isNamed(path):
            return try store(submission, known: known, twin.seat, after: twin.report)
        case .sameFile where run.isNamed(path): return nil
        default: return try asked(submission, twin)
        }
    }

    /// Gives a report without a county to the township that it is of.
    private mutating func settle(_ twin: Twin, in target: Seat, _ run: ImportRun) throws {
        let ledger = Ledger(archive, db)
        let names = try (ledger.place(of: twin.seat), ledger.place(of: target))
        try archive.join(twin.seat, into: target, author: run.author, db)
        try archive.dissolve(twin.seat.township, into: target.township, db)
        try Event(.merge, subject: "\(names.0) → \(names.1)", author: run.author, madeAt: now).add(to: db)
        gazetteer.forget(twin.place)
        run.forget(twin.seat)
    }

    private mutating func asked(_ submission: Submission, _ twin: Twin) throws -> Outcome {
        var changes: [Change] = []
        // Of the same bytes the place is in question, not what they say.
        if !twin.isSameFile {
            changes = Change.between(try storedFigures(of: twin.report.id), submission.report.figures)
            changes = try marked(changes, from: twin.report.id)
            try noteQuestion(at: twin.seat, file(of: submission))
        }
        return .contested(
            Contest(
                reason: twin.question, path: twin.report.path, revision: twin.report.revision, changes: changes,
                restored: nil))
    }

    // MARK: Questions and answers

    private func file(of submission: Submission) -> ContestedFile {
        let (original, report) = (submission.original, submission.report)
        return ContestedFile(
            path: original.path, sha256: original.fingerprint.description,
            home: PlaceYear(place: report.place, year: report.year))
    }

    /// Notes that nobody has said yet whether the current report or this file counts; once, however often it comes.
    /// Where somebody has said that the current one does, it stays so.
    func noteQuestion(at seat: Seat, _ file: ContestedFile) throws {
        guard let current = try CurrentReport(db, seat) else { return }
        var file = file
        file.home = try file.home ?? Ledger(archive, db).placeYear(of: seat)
        let isAsked = try OpenContest.about(current.id, db).contains {
            $0.file.isSame(as: file) && $0.file.home == file.home
        }
        if isAsked { return }
        if try OpenContest.state(of: file, at: seat, db) == .answered, try current.isChosen(db) { return }
        let subject = try Ledger(archive, db).name(of: seat, revision: current.revision)
        try Event(
            .contest, subject: subject, count: 0, report: current.id, reason: file.stored,
            author: run?.author ?? Archive.nobody, madeAt: now
        ).add(to: db)
    }

    /// - Parameter predecessor: the report that the questions were about.
    func askAgain(
        _ questions: [OpenContest], of report: Int64, at seat: Seat, besides predecessor: Int64?
    ) throws {
        if let predecessor, try OpenContest.areAccepted(predecessor, db) { return }
        try OpenContest.ask(
            questions, of: report, at: seat, Ledger(archive, db), author: run?.author ?? Archive.nobody, madeAt: now, db
        )
    }

    func document(of report: Int64) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT document_id FROM report WHERE id = ?", arguments: [report]) ?? 0
    }

    /// Notes that the report that counts was chosen, where it is in question.
    func noteAnswer(by report: Int64, at seat: Seat, path: String) throws {
        guard run?.chooses(path) == true, try !OpenContest.about(report, db).isEmpty else { return }
        try noteChoice(of: report, at: seat, path: path)
    }

    private func noteChoice(of report: Int64, at seat: Seat, path: String) throws {
        guard let revision = try CurrentReport(db, report: report)?.revision else { return }
        try Event(
            .choose, subject: try Ledger(archive, db).name(of: seat, revision: revision), report: report,
            reason: "--replace \(path)", author: run?.author ?? Archive.nobody, madeAt: now
        ).add(to: db)
    }
}
