import GRDB

/// What staff said of a report, handed on to the revision that takes its place, with reason, author and time as they
/// were.
///
/// A correction is not handed on where the revision says the same itself, or has no such figure any more; a figure that
/// was entered by hand is, as long as the revision does not say the same.
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
}
