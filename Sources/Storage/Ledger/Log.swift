import Catalogue
import GRDB
import Values

/// One thing that was done to the archive, as its records tell it.
package struct LogEntry: Sendable, Equatable {
    /// `import`, `reread`, `remove`, `revert`, `move`, `correct`, `uncorrect`, `waive` or `unwaive`.
    package let action: String
    /// What it was done to.
    package let subject: String
    /// How many reports.
    package let count: Int
    package let reason: String
    package let author: String
    /// In UTC: `2021-02-04T08:30:00Z`.
    package let madeAt: String

    /// The two as one.
    package func with(_ other: LogEntry) -> LogEntry {
        LogEntry(
            action: action, subject: subject, count: count + other.count, reason: reason, author: author,
            madeAt: madeAt)
    }
}

/// What was done to make or end a revision.
package struct RevisionNote: Sendable, Equatable {
    package let action: String
    package let origin: Int?
    package let reason: String
    package let author: String
    package let madeAt: String
}

extension Archive {
    /// What was done, from first to last. What a new revision took over of what staff had entered is no deed of its own.
    package func log(asOf moment: Moment? = nil) throws -> [LogEntry] {
        try reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT made_at, id, action, subject, report_count, reason, author FROM event
                    UNION ALL
                    SELECT entry.made_at, min(entry.id), iif(entry.value IS NULL, 'uncorrect', 'correct'),
                        \(Self.subject) || ' ' || indicator.code, 1, reason, author
                    FROM correction AS entry JOIN indicator ON indicator.id = entry.indicator_id \(Self.place)
                    GROUP BY entry.made_at, author, reason, entry.indicator_id, entry.value, year, county.id, township.id
                    UNION ALL
                    SELECT entry.made_at, min(entry.id), iif(is_withdrawal, 'unwaive', 'waive'),
                        \(Self.subject) || ' ' || rule, 1, reason, author
                    FROM waiver AS entry \(Self.place)
                    GROUP BY entry.made_at, author, reason, rule, is_withdrawal, year, county.id, township.id
                    ORDER BY 1, 2
                    """)
            return try rows.map(LogEntry.init).filter { moment == nil || $0.madeAt <= moment?.description ?? "" }
        }
    }

    private static let subject = "iif(county.name = '', '', county.name || '/') || township.name || ' ' || report.year"
    private static let place = """
        JOIN report ON report.id = entry.report_id JOIN township ON township.id = report.township_id
        JOIN county ON county.id = township.county_id
        """

    /// For revisions that came of something else than a file, or were removed: what was done, by their reports.
    package func revisionNotes() throws -> [Int64: [RevisionNote]] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT event.id AS id, report_id, action, origin.revision AS origin, reason, author, made_at
                    FROM event LEFT JOIN report AS origin ON origin.id = origin_id WHERE report_id IS NOT NULL
                    UNION ALL
                    SELECT id, origin_id, action, NULL, reason, author, made_at FROM event WHERE action = 'move'
                    ORDER BY id
                    """)
            var notes: [Int64: [RevisionNote]] = [:]
            while let row = try rows.next() {
                notes[try row.get("report_id"), default: []].append(
                    RevisionNote(
                        action: try row.get("action"), origin: try row.getIfAny("origin"),
                        reason: try row.get("reason"), author: try row.get("author"),
                        madeAt: try row.get("made_at")))
            }
            return notes
        }
    }
}

extension LogEntry {
    fileprivate init(_ row: Row) throws {
        self.init(
            action: try row.get("action"), subject: try row.get("subject"), count: try row.get("report_count"),
            reason: try row.get("reason"), author: try row.get("author"), madeAt: try row.get("made_at"))
    }
}
