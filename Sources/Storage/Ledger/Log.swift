import Catalogue
import GRDB
import Values

/// One thing that was done to the archive, as its records tell it.
package struct LogEntry: Sendable, Equatable {
    package let action: Deed
    /// What it was done to.
    package let subject: String
    /// How many reports.
    package let count: Int
    package let reason: String
    package let author: String
    /// In UTC: `2021-02-04T08:30:00Z`.
    package let madeAt: String
    /// Whether it is one more batch of the import that the entry before it is of.
    package var isContinuation = false

    /// The two as one.
    package func with(_ other: LogEntry) -> LogEntry {
        LogEntry(
            action: action, subject: subject, count: count + other.count, reason: reason, author: author,
            madeAt: madeAt)
    }
}

/// What was done to make or end a revision.
package struct RevisionNote: Sendable, Equatable {
    package let action: Deed
    package let origin: Int?
    package let reason: String
    package let author: String
    package let madeAt: String
}

extension Archive {
    /// What was done, from first to last. A question that a report brought along when it was copied is as old as it
    /// was, and still nobody could read of it under that name before there was the copy.
    package func log(asOf moment: Moment? = nil) throws -> [LogEntry] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT action, subject, report_count, reason, author, made_at FROM event
                    WHERE ?1 IS NULL OR made_at <= ?1 AND NOT (action = 'contest' AND EXISTS (
                        SELECT 1 FROM report WHERE report.id = event.report_id AND read_at > ?1))
                    ORDER BY id
                    """, arguments: [moment?.description]
            ).map(LogEntry.init)
        }
    }

    /// For revisions that came of something else than a file, or were removed: what was done, by their reports.
    package func revisionNotes() throws -> [Int64: [RevisionNote]] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT event.id AS id, report_id, action, origin.revision AS origin, reason, author, made_at
                    FROM event LEFT JOIN report AS origin ON origin.id = origin_id
                    WHERE report_id IS NOT NULL AND action IN ('remove', 'revert', 'move')
                    UNION ALL
                    SELECT id, origin_id, action, NULL, reason, author, made_at FROM event WHERE action = 'move'
                    ORDER BY id
                    """)
            var notes: [Int64: [RevisionNote]] = [:]
            while let row = try rows.next() {
                notes[try row.get("report_id"), default: []].append(
                    RevisionNote(
                        action: try Deed(stored: row.get("action")), origin: try row.getIfAny("origin"),
                        reason: try row.get("reason"), author: try row.get("author"),
                        madeAt: try row.get("made_at")))
            }
            return notes
        }
    }
}

extension LogEntry {
    fileprivate init(_ row: Row) throws {
        let action = try Deed(stored: row.get("action"))
        var reason: String = try row.get("reason")
        if action == .contest { reason = ContestedFile(stored: reason).path }
        let isContinuation = action == .imported && reason == Event.continuation
        self.init(
            action: action, subject: try row.get("subject"), count: try row.get("report_count"),
            reason: isContinuation ? "" : reason, author: try row.get("author"), madeAt: try row.get("made_at"),
            isContinuation: isContinuation)
    }
}
