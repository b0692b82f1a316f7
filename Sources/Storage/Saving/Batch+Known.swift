import GRDB
import Reports
import Values

// MARK: Files that the archive has

extension Batch {
    /// A file that the archive has already, and that was not read again.
    mutating func add(known fingerprint: Fingerprint, path: String) throws -> Outcome {
        guard let document = try documents.id(of: fingerprint) else { return .same }
        let file = ContestedFile(path: path, sha256: fingerprint.description)
        var outcomes: [SeatOutcome] = []
        for seat in try Seat.all(of: document, db) {
            guard let outcome = try settled(seat, file, reports: try seat.reports(of: document, db)) else { continue }
            outcomes.append(
                SeatOutcome(seat: PlaceYear(place: try place(of: seat), year: seat.year), outcome: outcome))
        }
        return Outcome(ofKnown: outcomes)
    }

    /// Takes note that the run has a file that its township and year have been read from. Where another file of the run
    /// has just taken its place, that one was not alone.
    ///
    /// - Returns: nil where the file is to count elsewhere instead.
    mutating func settled(_ seat: Seat, _ file: ContestedFile, reports: [Int64]) throws -> Outcome? {
        guard let run else { return .same }
        let path = file.path
        // One that was named itself and is alone counts whether `--replace` stands before its name or behind.
        let isNamed = run.isNamed(path)
        if isNamed || run.chooses(path) && run.entry(seat) == nil, let report = reports.last {
            // What was moved counts where it was moved to: here it would count twice.
            if try archive.isElsewhere(reports, db) { return nil }
            let current = try CurrentReport(db, seat)
            if let current, reports.contains(current.id) {
                try noteAnswer(by: current.id, at: seat, path: path)
                return .same
            }
            let old = try current.map { try storedFigures(of: $0.id) } ?? []
            let changes = Change.between(old, try storedFigures(of: report))
            let questions = try OpenContest.at(seat, db)
            let copy = try restore(
                report, to: seat, reason: "--replace \(path)", path: path, replaced: isNamed ? nil : current?.id)
            let open = try OpenContest.unanswered(questions, byChoosing: try document(of: report), at: seat, db)
            try askAgain(open, of: copy.id, at: seat, besides: current?.id)
            return .revision(copy.revision, changes: changes, of: try place(of: seat))
        }
        if let rival = run.entry(seat), let replaced = rival.replaced, reports.contains(replaced),
            !run.isNamed(rival.path)
        {
            guard let predecessor = try CurrentReport(db, seat) else { return .same }
            let changes = Change.between(
                try storedFigures(of: predecessor.id), try storedFigures(of: replaced))
            let restored = try takeBack(seat, because: path)
            // What was put back is this file's own.
            if restored == nil { try noteQuestion(at: seat, file) }
            return .contested(
                Contest(
                    reason: .sameImport, path: rival.path, revision: predecessor.revision, changes: changes,
                    restored: restored))
        }
        if run.entry(seat) == nil, let report = reports.last {
            run.note(seat, path: path, report: report, replaced: nil)
        }
        return .same
    }

    /// Makes an earlier revision the current one again.
    ///
    /// - Parameter replaced: what is put back if another file of the run turns up for the seat; nil where nothing is.
    private mutating func restore(
        _ report: Int64, to seat: Seat, reason: String, path: String, replaced: Int64? = nil
    ) throws -> (id: Int64, revision: Int) {
        try writeFigures()
        let ledger = Ledger(archive, db, now: now)
        let copy = try ledger.copy(report, to: seat)
        next = copy.id + 1
        firstUnwritten = next
        try Event(
            .revert, subject: try ledger.name(of: seat, revision: copy.revision), report: copy.id, origin: report,
            reason: reason, author: run?.author ?? Archive.nobody, madeAt: now
        ).add(to: db)
        run?.note(seat, path: path, report: copy.id, replaced: replaced)
        return copy
    }

    /// Puts back what a file of this run took the place of as if it were alone. Returns the new revision.
    mutating func takeBack(_ seat: Seat, because path: String) throws -> Int? {
        guard let run, let entry = run.entry(seat), let replaced = entry.replaced, !run.isNamed(entry.path),
            let predecessor = try CurrentReport(db, seat), predecessor.id == entry.report
        else { return nil }
        let file = try String.fetchOne(
            db, sql: "SELECT sha256 FROM document JOIN report ON document_id = document.id WHERE report.id = ?",
            arguments: [entry.report])
        let copy = try restore(replaced, to: seat, reason: "\(entry.path) ≠ \(path)", path: entry.path)
        try noteQuestion(at: seat, ContestedFile(path: entry.path, sha256: file))
        return copy.revision
    }
}
