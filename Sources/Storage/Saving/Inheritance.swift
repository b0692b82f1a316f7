import GRDB

/// What staff said of a report, handed on to the revision that takes its place, with reason, author and time as they
/// were.
///
/// A correction is not handed on where the revision says the same itself, has no such figure any more, or fills in a
/// cell that was blank when it was entered: it said what the blank stands for. A figure that was entered by hand is, as
/// long as the revision does not say the same.
struct Inheritance {
    let db: Database

    /// The revision's figures must have been written.
    func handOn(from old: Int64, to new: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO correction (report_id, indicator_id, value, reason, author, made_at)
                SELECT ?2, entry.indicator_id, entry.value, entry.reason, entry.author, entry.made_at
                FROM correction AS entry
                LEFT JOIN figure ON figure.indicator_id = entry.indicator_id AND figure.report_id = ?2
                LEFT JOIN figure AS before ON before.indicator_id = entry.indicator_id AND before.report_id = ?1
                WHERE entry.report_id = ?1 AND entry.value IS NOT NULL
                    AND (figure.report_id IS NOT NULL OR before.report_id IS NULL)
                    AND entry.id = (
                        SELECT max(latest.id) FROM correction AS latest
                        WHERE latest.indicator_id = entry.indicator_id AND latest.report_id = ?1)
                    AND NOT (figure.state IS 0 AND figure.value = entry.value AND figure.qualifier IS NULL)
                    AND NOT (before.state IS \(StoredReading(.blank).state) AND figure.state <> before.state)
                ORDER BY entry.id
                """, arguments: [old, new])
        try db.execute(
            sql: """
                INSERT INTO waiver (report_id, rule, reason, author, made_at, expires_on, covered)
                SELECT ?2, rule, reason, author, made_at, expires_on, covered FROM waiver AS entry
                WHERE entry.report_id = ?1 AND entry.id = (
                    SELECT max(latest.id) FROM waiver AS latest
                    WHERE latest.report_id = ?1 AND latest.rule = entry.rule)
                    AND entry.is_withdrawal = 0
                ORDER BY entry.id
                """, arguments: [old, new])
    }

    /// What has been said since, for a revision that counts again because the later ones were taken away: a correction
    /// or a waiver that staff took back on one of these stays taken back, and of a figure that this one has a
    /// correction of, the one that was entered last counts. What only the later ones had goes with them.
    ///
    /// The time of an entry stays what it was. The revision did not count then, so that answers as of an earlier day
    /// stay what they were.
    func handBack(to report: Int64) throws {
        try handBackCorrections(to: report)
        try handBackWaivers(to: report)
    }

    private func handBackCorrections(to report: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO correction (report_id, indicator_id, value, reason, author, made_at)
                SELECT ?1, entry.indicator_id,
                    iif(figure.state IS 0 AND figure.value = entry.value AND figure.qualifier IS NULL,
                        NULL, entry.value),
                    entry.reason, entry.author, entry.made_at
                FROM correction AS kept
                JOIN correction AS entry ON entry.id = (
                    SELECT since.id FROM (\(Self.later)) AS later
                    JOIN correction AS since
                        ON since.indicator_id = kept.indicator_id AND since.report_id = later.id
                    WHERE since.made_at >= kept.made_at AND NOT EXISTS (
                        SELECT 1 FROM correction AS own
                        WHERE own.indicator_id = kept.indicator_id AND own.report_id = ?1
                            AND own.value IS since.value AND own.made_at = since.made_at
                            AND own.author = since.author AND own.reason = since.reason)
                    ORDER BY since.made_at DESC, since.id DESC LIMIT 1)
                LEFT JOIN figure ON figure.indicator_id = kept.indicator_id AND figure.report_id = ?1
                WHERE kept.report_id = ?1 AND kept.value IS NOT NULL AND kept.id = (
                    SELECT max(latest.id) FROM correction AS latest
                    WHERE latest.indicator_id = kept.indicator_id AND latest.report_id = ?1)
                ORDER BY entry.id
                """, arguments: [report])
    }

    /// A waiver is of what was found in its own revision: a later one says nothing of this.
    private func handBackWaivers(to report: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO waiver (report_id, rule, reason, author, made_at, is_withdrawal)
                SELECT ?1, entry.rule, entry.reason, entry.author, entry.made_at, 1
                FROM waiver AS kept
                JOIN waiver AS entry ON entry.id = (
                    SELECT since.id FROM (\(Self.later)) AS later
                    JOIN waiver AS since ON since.report_id = later.id AND since.rule = kept.rule
                    WHERE since.made_at >= kept.made_at AND NOT EXISTS (
                        SELECT 1 FROM waiver AS own
                        WHERE own.report_id = ?1 AND own.rule = kept.rule
                            AND own.is_withdrawal = since.is_withdrawal AND own.made_at = since.made_at
                            AND own.author = since.author AND own.reason = since.reason)
                    ORDER BY since.made_at DESC, since.id DESC LIMIT 1)
                WHERE kept.report_id = ?1 AND kept.is_withdrawal = 0 AND entry.is_withdrawal = 1 AND kept.id = (
                    SELECT max(latest.id) FROM waiver AS latest
                    WHERE latest.report_id = ?1 AND latest.rule = kept.rule)
                ORDER BY entry.id
                """, arguments: [report])
    }

    /// The revisions behind one, removed ones included.
    private static let later = """
        SELECT other.id AS id FROM report AS mine
        JOIN report AS other ON other.township_id = mine.township_id AND other.year = mine.year
            AND other.revision > mine.revision
        WHERE mine.id = ?1
        """
}
