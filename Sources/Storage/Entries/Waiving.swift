import GRDB

/// A rule whose failure in one report staff accept, with reason, author and time. Only ever added; of a rule the latest
/// counts.
package struct Waiver: Sendable, Equatable {
    package let rule: String
    package let reason: String
    package let author: String
    /// In UTC: `2021-02-04T08:30:00Z`.
    package let madeAt: String
    /// The last day that it is good for; nil for good.
    package let expiresOn: String?
    /// What was found when it was made (`Finding.identity`); nil where it is of whatever the rule finds.
    package let covered: Set<String>?

    /// - Parameter day: `2021-02-04`, whose order is that of time.
    package func isGood(on day: String) -> Bool { expiresOn.map { day <= $0 } ?? true }
}

extension Archive {
    /// Takes back what was waived of a rule; the waiver stays in the archive's records.
    package func unwaive(_ rule: String, of report: ReportSummary, reason: String, author: String) throws {
        try EntryError.requireReason(reason)
        try writing(rule, of: report) { db, waiver in
            guard waiver != nil else { throw EntryError.notWaived(rule, report.place, year: report.year) }
            try db.execute(
                sql: """
                    INSERT INTO waiver (report_id, rule, reason, author, made_at, is_withdrawal)
                    VALUES (?, ?, ?, ?, ?, 1)
                    """, arguments: [report.id, rule, reason, author, Archive.now()])
            try Event(
                .unwaive, subject: "\(report.name) \(rule)", report: report.id, reason: reason, author: author
            ).add(to: db)
        }
    }

    /// - Parameter found: what it is of; nil where it is of whatever the rule finds.
    package func waive(
        _ rule: String, of report: ReportSummary, covering found: Set<String>? = nil, reason: String, author: String,
        until day: String?
    ) throws {
        try EntryError.requireReason(reason)
        try writing(rule, of: report) { db, _ in
            try db.execute(
                sql: """
                    INSERT INTO waiver (report_id, rule, reason, author, made_at, expires_on, covered)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    report.id, rule, reason, author, Archive.now(), day, found?.sorted().joined(separator: "\n"),
                ])
            try Event(
                .waive, subject: "\(report.name) \(rule)", report: report.id, reason: reason, author: author
            ).add(to: db)
        }
    }

    private func waiver(_ rule: String, of report: ReportSummary) throws -> Waiver? {
        try waivers()[report.id]?.first { $0.rule == rule }
    }

    /// Writes what was decided on a report and on the waiver of a rule in it.
    private func writing(
        _ rule: String, of report: ReportSummary, _ body: (Database, Waiver?) throws -> Void
    ) throws {
        let (subject, seen) = ("\(report.name) \(rule)", try waiver(rule, of: report))
        try writing(subject, seen: [report], { try summary(report.id, $0) }) { db in
            guard try waiver(rule, of: report) == seen else { throw ArchiveError.overtaken(subject) }
            try body(db, seen)
        }
    }

    /// The waivers that count, by report: of each rule the latest. All reports' fit in memory: staff write them by
    /// hand. Those entered after `moment` do not count.
    package func waivers(asOf moment: Moment? = nil) throws -> [Int64: [Waiver]] {
        try reading { db in
            var latest: [Int64: [Waiver]] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT report_id, rule, reason, author, made_at, expires_on, is_withdrawal, covered FROM waiver
                    WHERE ?1 IS NULL OR made_at <= ?1 ORDER BY id
                    """, arguments: [moment?.description])
            while let row = try rows.next() {
                let covered: String? = try row.getIfAny("covered")
                let waiver = Waiver(
                    rule: try row.get("rule"), reason: try row.get("reason"), author: try row.get("author"),
                    madeAt: try row.get("made_at"), expiresOn: try row.getIfAny("expires_on"),
                    covered: covered.map { Set($0.split(separator: "\n").map(String.init)) })
                let report: Int64 = try row.get("report_id")
                latest[report, default: []].removeAll { $0.rule == waiver.rule }
                if try !row.get("is_withdrawal") { latest[report, default: []].append(waiver) }
            }
            return latest
        }
    }
}
