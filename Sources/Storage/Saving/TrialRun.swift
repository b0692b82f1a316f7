import Documents
import GRDB
import Reports
import Values

/// An import that stores nothing, and tells what would become of its files.
///
/// The figures of the first few thousand reports are kept, to say cell by cell how another file of the same township
/// and year differs; of those beyond, only whether it does.
package final class TrialRun {
    private static let remembered = 2_000

    private struct Held {
        var report: CurrentReport
        /// Nil of those beyond what is remembered.
        var figures: [Figure]?
        var digest: Int
        /// Whether the archive does not have it: what the run would store.
        var isNew: Bool { report.id == 0 }
    }

    private let run: ImportRun
    private let archive: Archive?
    private let basis: ReadingBasis
    private var held: [PlaceYear: Held] = [:]

    /// - Parameter archive: nil where there is none yet.
    package init(_ run: ImportRun, archive: Archive?, basis: ReadingBasis) {
        self.run = run
        self.archive = archive
        self.basis = basis
    }

    /// A file that the archive has already.
    package func add(known fingerprint: Fingerprint, path: String) throws -> Outcome {
        let reports = try archive?.reports(readFrom: fingerprint) ?? []
        var outcomes: [SeatOutcome] = []
        for report in reports where !outcomes.contains(where: { $0.seat == report.seat }) {
            let own = reports.filter { $0.seat == report.seat }
            guard let outcome = try settled(report.seat, path, own) else { continue }
            outcomes.append(SeatOutcome(seat: report.seat, outcome: outcome))
        }
        return Outcome(ofKnown: outcomes)
    }

    /// What would become of a file that a township and year have been read from; nil where it counts elsewhere.
    private func settled(_ key: PlaceYear, _ path: String, _ reports: [ReportSummary]) throws -> Outcome? {
        let inRun = held[key]
        let current = try stored(key)
        let isCurrent = reports.contains { $0.id == current?.report.id }
        if run.isNamed(path) || run.chooses(path) && inRun == nil {
            if try archive?.isElsewhere(reports) == true { return nil }
            // What a file of the run would have put in its place goes before what is stored.
            let before = inRun.flatMap { $0.isNew ? $0 : nil } ?? current
            held[key] = before
            return isCurrent && before?.isNew != true ? .same : try returned(reports, to: key, path, before: before)
        }
        guard let inRun else {
            held[key] = current
            return .same
        }
        // Another file of the run has just taken its place.
        guard inRun.isNew, !run.isNamed(inRun.report.path), isCurrent else { return .same }
        let changes = inRun.figures.map { Change.between($0, current?.figures ?? []) }
        return .contested(contest(.sameImport, inRun, changes ?? []))
    }

    private func returned(
        _ reports: [ReportSummary], to key: PlaceYear, _ path: String, before: Held?
    ) throws -> Outcome {
        guard let archive, let last = reports.max(by: { $0.revision < $1.revision }) else { return .same }
        let all = try archive.revisions(township: key.place.township, county: key.place.county, year: key.year)
        let revision = max(all.map(\.revision).max() ?? 0, before?.report.revision ?? 0) + 1
        let figures = try archive.reading { db in try archive.figures(ofReport: last.id, db) }
        held[key] = Held(
            report: try archive.currentReport(last.id).standing(as: revision, path: path), figures: figures,
            digest: Self.digest(figures))
        return .revision(revision, changes: Change.between(before?.figures ?? [], figures), of: key.place)
    }

    package func add(_ submission: Submission) throws -> Outcome {
        let report = submission.report
        // As the archive calls it, where it knows it.
        let key = PlaceYear(place: try archive?.standingPlace(of: report) ?? report.place, year: report.year)
        if let contest = try placeContest(report) { return .contested(contest) }
        let isInRun = held[key] != nil
        if let outcome = try reunited(submission) { return outcome }
        let known = try archive?.reports(readFrom: submission.original.fingerprint).filter { $0.seat == key } ?? []
        if !known.isEmpty { return try settled(key, submission.original.path, known) ?? .same }
        guard let current = try held[key] ?? stored(key) else {
            held[key] = hold(submission, revision: 1)
            return .new
        }
        let old = current.figures ?? report.figures
        var changes = Change.between(old, report.figures)
        if let archive, current.report.id > 0 {
            changes = try archive.marked(changes, from: current.report.id, basis)
        }
        if current.figures == nil, current.digest != Self.digest(report.figures) {
            return .contested(contest(.sameImport, current, []))
        }
        let newcomer = Newcomer(
            submission, old: old, changes: changes, question: try question(of: submission, at: key))
        switch run.verdict(on: newcomer, current: current.report, isInRun: isInRun) {
        case .saysTheSame:
            held[key] = current
            return .original(of: current.report.path, revision: current.report.revision)
        case .contested(let reason): return .contested(contest(reason, current, changes))
        case .replaces:
            let revision = current.report.revision + 1
            held[key] = hold(submission, revision: revision)
            return .revision(revision, changes: changes, of: key.place)
        }
    }

    /// Where several places bore the name and none does.
    private func placeContest(_ report: Report) throws -> Contest? {
        do {
            try archive?.reading { db in
                try Gazetteer(db).requireOneBearer(
                    of: report.township, county: report.county, code: report.countyCode)
            }
            return nil
        } catch PlaceError.ambiguous(_, let choices) {
            return Contest(ofPlaces: choices)
        }
    }

    private func question(of submission: Submission, at key: PlaceYear) throws -> QuestionState {
        guard let archive else { return .none }
        return try archive.reading { db in
            let township = try Gazetteer(db).existing(key.place.township, county: key.place.county)
            let file = ContestedFile(
                path: submission.original.path, sha256: submission.original.fingerprint.description, home: key)
            return try township.map {
                try OpenContest.state(of: file, at: Seat(township: $0, year: key.year), db)
            } ?? .none
        }
    }

    /// What would become of a file that may be one with a report that stands elsewhere; nil of any other.
    private func reunited(_ submission: Submission) throws -> Outcome? {
        guard let archive else { return nil }
        let isNamed = run.isNamed(submission.original.path)
        return try archive.reading { db in
            let report = submission.report
            let own = try Gazetteer(db).existing(report.township, county: report.county, code: report.countyCode)
                .map { Seat(township: $0, year: report.year) }
            let document = try Int64.fetchOne(
                db, sql: "SELECT id FROM document WHERE sha256 = ?",
                arguments: [submission.original.fingerprint.description])
            guard let twin = try Twin(of: submission, document: document, own: own, db) else { return nil }
            let joins =
                try twin.kind == .countyless
                && (own.map { try archive.canSettle(twin.seat, in: $0, db) } ?? true)
            if joins, twin.isSameFile { return .placed(from: twin.place.description) }
            if isNamed, twin.kind == .sameFile { return nil }
            let changes =
                twin.isSameFile
                ? [] : Change.between(try archive.figures(ofReport: twin.report.id, db), report.figures)
            let marked = try archive.marked(changes, from: twin.report.id, basis)
            if isNamed, joins || twin.kind == .inCounty {
                if changes.isEmpty, submission.document.mediaType.rawValue != twin.report.mediaType {
                    return .original(of: twin.report.path, revision: twin.report.revision)
                }
                let before = try joins ? own?.lastRevision(db) ?? 0 : 0
                let place = try own.flatMap { try Archive.place(ofTownship: $0.township, db) } ?? report.place
                return .revision(
                    before + (try twin.seat.lastRevision(db)) + 1, changes: marked, of: joins ? place : twin.place)
            }
            return .contested(
                Contest(
                    reason: twin.question, path: twin.report.path, revision: twin.report.revision, changes: marked,
                    restored: nil))
        }
    }

    private func contest(_ reason: Contest.Reason, _ current: Held, _ changes: [Change]) -> Contest {
        Contest(
            reason: reason, path: current.report.path, revision: current.report.revision, changes: changes,
            restored: nil)
    }

    private func stored(_ key: PlaceYear) throws -> Held? {
        guard let archive else { return nil }
        do {
            let report = try archive.report(township: key.place.township, county: key.place.county, year: key.year)
            return Held(
                report: try archive.currentReport(report.summary.id), figures: report.report.figures, digest: 0)
        } catch is LookupError {
            return nil
        }
    }

    private func hold(_ submission: Submission, revision: Int) -> Held {
        let report = submission.report
        return Held(
            report: CurrentReport(
                id: 0, revision: revision, edition: report.edition, cellsRead: report.cellsRead,
                path: submission.original.path, mediaType: submission.document.mediaType.rawValue),
            figures: held.count < Self.remembered ? report.figures : nil, digest: Self.digest(report.figures))
    }

    private static func digest(_ figures: [Figure]) -> Int {
        var hasher = Hasher()
        for figure in figures {
            hasher.combine(figure.indicator)
            hasher.combine(Change.plain(figure.reading))
        }
        return hasher.finalize()
    }
}

extension ReportSummary {
    fileprivate var seat: PlaceYear { PlaceYear(place: place, year: year) }
}

extension CurrentReport {
    /// A copy of it that would count again, and is not in the archive.
    fileprivate func standing(as revision: Int, path: String) -> CurrentReport {
        CurrentReport(
            id: 0, revision: revision, edition: edition, cellsRead: cellsRead, path: path, mediaType: mediaType)
    }
}

extension Archive {
    fileprivate func isElsewhere(_ reports: [ReportSummary]) throws -> Bool {
        try reading { db in try isElsewhere(reports.sorted { $0.revision < $1.revision }.map(\.id), db) }
    }

    fileprivate func marked(_ changes: [Change], from report: Int64, _ basis: ReadingBasis) throws -> [Change] {
        try reading { db in try marked(changes, from: report, basis, db) }
    }

    fileprivate func currentReport(_ id: Int64) throws -> CurrentReport {
        try reading { db in
            guard var found = try CurrentReport(db, report: id) else {
                throw ArchiveError.damaged(path: path, detail: Phrase("report \(id)"))
            }
            found.isChosen = try found.isChosen(db)
            return found
        }
    }
}
