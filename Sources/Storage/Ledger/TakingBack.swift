import Catalogue
import GRDB
import Reports
import Values

/// What became of a report of which something was taken back.
package struct TakenBack: Sendable, Equatable {
    package let place: Place
    package let year: Int
    /// The revision that was removed, or returned to.
    package let revision: Int
    /// The revision that is the current one now; nil where there is none any more.
    package let current: Int?
    /// Whether a report was moved to a township that the archive did not know.
    package var isNewPlace = false
    /// Where the same report counts as well, since it had been moved there.
    package var elsewhere: String?
    /// The indicators, by their codes, whose corrections counted before and do not any more.
    package var lapsed: [String] = []
    /// The rules whose waivers did so.
    package var lapsedWaivers: [String] = []
    /// The indicators, by their codes, whose corrections count and did not before, and the rules of such waivers.
    package var revived: [String] = []
    package var revivedWaivers: [String] = []
    /// Files of which it was asked whether they count instead, where no report is left.
    package var questions: [String] = []
}

extension TakenBack {
    /// Takes note of what staff entered for one revision and the one that counts now does not have, and the other way
    /// round.
    fileprivate mutating func note(from old: Int64, to new: Int64, _ ledger: Ledger) throws {
        guard old != new else { return }
        let (before, after) = (try ledger.corrections(of: old), try ledger.corrections(of: new))
        lapsed = before.filter { after[$0.key] != $0.value }.keys.sorted()
        revived = after.filter { before[$0.key] != $0.value }.keys.sorted()
        let (waived, waivedNow) = (try ledger.waivedRules(of: old), try ledger.waivedRules(of: new))
        lapsedWaivers = waived.subtracting(waivedNow).sorted()
        revivedWaivers = waivedNow.subtracting(waived).sorted()
    }
}

/// Which revisions of a report are moved.
package enum MovedRevisions: Sendable, Equatable {
    /// The one there is. An earlier one that is left behind would count where the report was, so it is asked about.
    case sole
    case one(Int)
    case every
}

extension Archive {
    /// Takes a revision out of all answers, or with nil the report altogether; it stays in the archive, and `revert`
    /// brings it back.
    package func remove(
        _ revisions: [ReportSummary], revision: Int?, reason: String, author: String
    ) throws -> TakenBack {
        try EntryError.requireReason(reason)
        let there = revisions.filter { $0.removedAt == nil }
        let chosen = there.filter { revision == nil || $0.revision == revision }
        guard let last = chosen.last else { throw LedgerError.notThere(try Self.head(revisions), revision) }
        return try writing(revisions) { db in
            let seat = try seat(of: last, db)
            let ledger = Ledger(self, db)
            let before = try CurrentReport(db, seat)
            let questions = try OpenContest.at(seat, db)
            try ledger.remove(chosen.map(\.id), from: seat)
            try Event(
                .remove, subject: try ledger.name(of: seat, revision: last.revision), count: chosen.count,
                report: last.id, reason: reason, author: author
            ).add(to: db)
            let current = try CurrentReport(db, seat)
            if let before, let current {
                try askAgain(questions, besides: before.id, of: current.id, at: seat, ledger, author, db)
            }
            var done = TakenBack(
                place: last.place, year: last.year, revision: last.revision, current: current?.revision)
            if current == nil { done.questions = questions.map(\.path) }
            if let before, let current { try done.note(from: before.id, to: current.id, ledger) }
            return done
        }
    }

    /// Makes an earlier or removed revision the current one, as a new revision that says the same. Nil chooses the one
    /// before the current one, or the last where there is no current one.
    package func revert(
        _ revisions: [ReportSummary], to revision: Int?, reason: String, author: String
    ) throws -> TakenBack {
        try EntryError.requireReason(reason)
        let origin = try origin(revisions, revision)
        return try writing(revisions) { db in
            let seat = try seat(of: origin, db)
            let ledger = Ledger(self, db)
            let last = try CurrentReport(db, seat)
            let questions = try OpenContest.at(seat, db)
            let copy = try ledger.copy(origin.id, to: seat)
            // That a removal is undone answers nothing that was open before it.
            let revived = last == nil ? try OpenContest.about(copy.id, db) : []
            let document = try Int64.fetchOne(
                db, sql: "SELECT document_id FROM report WHERE id = ?", arguments: [copy.id])
            try Event(
                .revert, subject: try ledger.name(of: seat, revision: copy.revision), report: copy.id,
                origin: origin.id, reason: reason, author: author
            ).add(to: db)
            if let last, let document {
                let open = try OpenContest.unanswered(questions, byChoosing: document, at: seat, db)
                try askAgain(open, besides: last.id, of: copy.id, at: seat, ledger, author, db)
            }
            try OpenContest.ask(revived, of: copy.id, at: seat, ledger, author: author, madeAt: nil, db)
            var done = TakenBack(
                place: origin.place, year: origin.year, revision: origin.revision, current: copy.revision,
                elsewhere: try standing(origin.id, db))
            if let last { try done.note(from: last.id, to: copy.id, ledger) }
            return done
        }
    }

    /// Asks of the report that counts now what was asked of the one before.
    private func askAgain(
        _ questions: [OpenContest], besides before: Int64, of current: Int64, at seat: Seat, _ ledger: Ledger,
        _ author: String, _ db: Database
    ) throws {
        let own = "SELECT document_id FROM report WHERE id ="
        let isSame = "SELECT (\(own) ?1) = (\(own) ?2)"
        if try Bool.fetchOne(db, sql: isSame, arguments: [before, current]) == true { return }
        if try OpenContest.areAccepted(before, db) { return }
        try OpenContest.ask(
            questions, of: current, at: seat, ledger, author: author, madeAt: Archive.now(), db)
    }

    /// Where a report that was moved counts now: `青禾县/白杨镇 2021`; nil where it counts nowhere else.
    func standing(_ report: Int64, _ db: Database) throws -> String? {
        let own = try summary(report, db).first?.name
        return try copies(of: report, db).first { $0.isCurrent && $0.name != own }?.name
    }

    /// Whether a file that was read for a township and year belongs to another one since: it was moved there and is
    /// there still, or it had been moved here and was removed.
    ///
    /// - Parameter reports: what came of the file here.
    func isElsewhere(_ reports: [Int64], _ db: Database) throws -> Bool {
        let own = try reports.flatMap { try summary($0, db) }
        guard var first = own.last, own.allSatisfy({ $0.removedAt != nil }) else { return false }
        let name = first.name
        for report in reports {
            if try copies(of: report, db).contains(where: { $0.removedAt == nil && $0.name != name }) { return true }
        }
        var seen = Set<Int64>()
        while seen.insert(first.id).inserted, let id = try Event.source(of: first.id, db),
            let source = try summary(id, db).first
        {
            first = source
        }
        return first.name != name
    }

    /// What was made of a report by moving it or returning to it, once or several times.
    private func copies(of report: Int64, _ db: Database) throws -> [ReportSummary] {
        var next = try Event.copies(of: report, db)
        var seen = Set<Int64>()
        var found: [ReportSummary] = []
        while let id = next.popLast() {
            guard seen.insert(id).inserted else { continue }
            found += try summary(id, db)
            next += try Event.copies(of: id, db)
        }
        return found
    }

    private func origin(_ revisions: [ReportSummary], _ revision: Int?) throws -> ReportSummary {
        let head = try Self.head(revisions)
        let current = revisions.first(where: \.isCurrent)
        if let revision {
            guard let origin = revisions.first(where: { $0.revision == revision }) else {
                throw LookupError.noRevision(head.place, year: head.year, revision: revision)
            }
            guard !origin.isCurrent else { throw LedgerError.isCurrent(origin) }
            return origin
        }
        let earlier = revisions.filter { summary in
            guard let current else { return true }
            return summary.revision < current.revision && summary.removedAt == nil
        }
        guard let origin = earlier.last else { throw LedgerError.nothingEarlier(head) }
        return origin
    }

    /// Gives a report that was read for another township or year to the one whose it is. There its revisions are
    /// revisions of its own, here they are removed.
    ///
    /// - Parameters:
    ///   - word: the township, as `PlaceEditing` has it; one that the archive does not know is made, in the same county
    ///     where none is named; nil for the same one.
    package func move(
        _ revisions: [ReportSummary], _ which: MovedRevisions, to word: String?, year: Int?, reason: String,
        author: String
    ) throws -> TakenBack {
        try EntryError.requireReason(reason)
        let chosen = try Self.moved(which, of: revisions)
        guard let last = chosen.last else { throw LedgerError.nothing }
        return try writing(revisions) { db in
            let source = try seat(of: last, db)
            let before = db.totalChangesCount
            let target = Seat(
                township: try word.map { try township($0, besides: last.place, db) } ?? source.township,
                year: year ?? last.year)
            let isNewPlace = db.totalChangesCount > before
            guard target != source else { throw LedgerError.sameSeat(last) }
            let ledger = Ledger(self, db)
            if try CurrentReport(db, target) != nil {
                throw LedgerError.occupied(try ledger.place(of: target))
            }
            let former = try CurrentReport(db, source)
            let copies = try move(chosen, from: source, to: target, ledger, reason: reason, author: author, db)
            let current = try CurrentReport(db, source)
            var done = TakenBack(
                place: try copies.last.flatMap { try summary($0.id, db).first?.place } ?? last.place,
                year: target.year, revision: copies.last?.revision ?? 1, current: current?.revision,
                isNewPlace: isNewPlace)
            if let former, let current { try done.note(from: former.id, to: current.id, ledger) }
            // What was entered for the revision that was moved has gone along with it.
            (done.lapsed, done.lapsedWaivers) = ([], [])
            return done
        }
    }

    /// Copies revisions to another seat, removes them where they were, and takes the open questions of the current one
    /// along.
    private func move(
        _ chosen: [ReportSummary], from source: Seat, to target: Seat, _ ledger: Ledger, reason: String,
        author: String, _ db: Database
    ) throws -> [(id: Int64, revision: Int)] {
        let questions = try chosen.last { $0.isCurrent }.map { try OpenContest.about($0.id, db) } ?? []
        let copies = try chosen.map { try ledger.copy($0.id, to: target) }
        try ledger.remove(chosen.map(\.id), from: source)
        for (origin, copy) in zip(chosen, copies) {
            let from = try ledger.name(of: source, revision: origin.revision)
            let into = try ledger.name(of: target, revision: copy.revision)
            try Event(
                .move, subject: "\(from) → \(into)", report: copy.id, origin: origin.id, reason: reason, author: author
            ).add(to: db)
            guard origin.isCurrent else { continue }
            // A report without a county, and a file of this very township: it was asked whether the two are one.
            let settled = try questions.filter { try origin.place.county.isEmpty && $0.file.seat(db) == target }
            for question in settled { try question.ask(of: copy.id, called: into, author: author, db) }
            if !settled.isEmpty {
                try Event(.choose, subject: into, report: copy.id, reason: reason, author: author).add(to: db)
            }
            for question in questions where !settled.contains(question) {
                // As old as it was: what was accepted of it stays so.
                try question.ask(of: copy.id, called: into, author: author, madeAt: question.askedAt, db)
            }
        }
        return copies
    }

    /// In the order of their numbers; never empty.
    private static func moved(_ which: MovedRevisions, of revisions: [ReportSummary]) throws -> [ReportSummary] {
        let there = revisions.filter { $0.removedAt == nil }
        switch which {
        case .one(let number):
            let chosen = there.filter { $0.revision == number }
            guard !chosen.isEmpty else { throw LedgerError.notThere(try head(revisions), number) }
            return chosen
        case .sole, .every:
            guard let last = there.last else { throw LedgerError.notThere(try head(revisions), nil) }
            if which == .sole, there.count > 1 { throw LedgerError.several(last, there.map(\.revision)) }
            return there
        }
    }

    /// Writes what was decided on all revisions of a report.
    private func writing<Result>(_ revisions: [ReportSummary], _ body: (Database) throws -> Result) throws -> Result {
        let head = try Self.head(revisions)
        return try writing(
            head.name, seen: revisions,
            { db in
                try summaries(
                    db,
                    where: """
                        (report.township_id, report.year) = (
                            SELECT own.township_id, own.year FROM report AS own WHERE own.id = ?)
                        """, order: "revision", arguments: [.integer(head.id)])
            }, body)
    }

    private func township(_ word: String, besides place: Place, _ db: Database) throws -> Int64 {
        do {
            guard case .township(let id, _) = try KnownPlace.named(word, db) else {
                throw PlaceError.invalidName(word)
            }
            return id
        } catch PlaceError.unknown {
            let parts = word.split(separator: "/").map(String.init)
            guard let name = parts.last, TownshipKind(of: name) != nil else { throw PlaceError.unknown(word) }
            try Self.checkName(name)
            var gazetteer = Gazetteer(db)
            return try gazetteer.township(name, county: parts.count == 2 ? parts[0] : place.county)
        }
    }

    private func seat(of report: ReportSummary, _ db: Database) throws -> Seat {
        let township = try Int64.fetchOne(
            db, sql: "SELECT township_id FROM report WHERE id = ?", arguments: [report.id])
        guard let township else { throw ArchiveError.damaged(path: path, detail: Phrase("report \(report.id)")) }
        return Seat(township: township, year: report.year)
    }

    private static func head(_ revisions: [ReportSummary]) throws -> ReportSummary {
        guard let head = revisions.last else { throw LedgerError.nothing }
        return head
    }
}
