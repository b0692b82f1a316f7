import GRDB
import Reports
import Values

/// What became of the question whether a file counts for a township and year.
enum QuestionState: Equatable {
    /// Nobody ever asked.
    case none
    /// Nobody has answered.
    case open
    /// Somebody has said that another file counts.
    case answered
}

/// A question stays until a deed names one of the two files that it is about. Whatever else takes the place of the
/// report that counts is asked about in its turn.
extension OpenContest {
    /// Whether somebody has accepted it: a waiver is of the questions that there were.
    package func isAccepted(by waivers: [Waiver]) -> Bool {
        waivers.contains { $0.rule == Doubt.Kind.contestedFile.rawValue && $0.madeAt >= askedAt }
    }

    /// Those about the report that counts for a seat; none where there is no such report.
    static func at(_ seat: Seat, _ db: Database) throws -> [OpenContest] {
        try CurrentReport(db, seat).map { try about($0.id, db) } ?? []
    }

    /// What was asked of a file that was to be filed at a seat.
    static func state(of file: ContestedFile, at seat: Seat, _ db: Database) throws -> QuestionState {
        guard let sha256 = file.sha256 else { return .none }
        let entries = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT event.reason FROM report AS own CROSS JOIN event ON event.report_id = own.id
                    WHERE own.township_id = ?1 AND own.year = ?2 AND event.action = 'contest'
                        AND substr(event.reason, -64) = ?3
                    """), arguments: [seat.township, seat.year, sha256])
        guard try entries.contains(where: { try ContestedFile(stored: $0).isOf(seat, db) }) else { return .none }
        return try at(seat, db).contains { try $0.file.isSame(as: file) && $0.file.isOf(seat, db) } ? .open : .answered
    }

    /// Of questions about one report, those that stay open when somebody says that a document counts in its place.
    static func unanswered(
        _ questions: [OpenContest], byChoosing document: Int64, at seat: Seat, _ db: Database
    ) throws -> [OpenContest] {
        let named = try questions.filter { try $0.names(document, at: seat, db) }
        // Of several files of the township and year one was chosen: that answers for all of them.
        let isOneOfThem = try named.contains { try $0.file.isOf(seat, db) }
        return try questions.filter { question in
            try !named.contains(question) && !(isOneOfThem && question.file.isOf(seat, db))
        }
    }

    /// Whether somebody has said for good that the questions about a report are settled.
    static func areAccepted(_ report: Int64, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT is_withdrawal = 0 AND expires_on IS NULL FROM waiver
                WHERE report_id = ? AND rule = ? ORDER BY id DESC LIMIT 1
                """, arguments: [report, Doubt.Kind.contestedFile.rawValue]) ?? false
    }

    /// Asks again, of the report that counts now.
    ///
    /// - Parameter madeAt: nil of a copy of the same report, where each question is as old as it was: what was accepted
    ///   of it stays so.
    static func ask(
        _ questions: [OpenContest], of report: Int64, at seat: Seat, _ ledger: Ledger, author: String, madeAt: String?,
        _ db: Database
    ) throws {
        guard !questions.isEmpty, let revision = try CurrentReport(db, report: report)?.revision else { return }
        let subject = try ledger.name(of: seat, revision: revision)
        for question in questions {
            try question.ask(of: report, called: subject, author: author, madeAt: madeAt ?? question.askedAt, db)
        }
    }

    /// Whether a document is the file of the question, or one that the same file was held against before.
    private func names(_ document: Int64, at seat: Seat, _ db: Database) throws -> Bool {
        if let sha256 = try String.fetchOne(db, sql: "SELECT sha256 FROM document WHERE id = ?", arguments: [document]),
            sha256 == file.sha256
        {
            return true
        }
        let asked = try String.fetchAll(
            db,
            sql: """
                SELECT event.reason FROM report AS own CROSS JOIN event ON event.report_id = own.id
                WHERE own.township_id = ? AND own.year = ? AND own.document_id = ? AND event.action = 'contest'
                """, arguments: [seat.township, seat.year, document])
        return asked.contains { ContestedFile(stored: $0).isSame(as: file) }
    }
}
