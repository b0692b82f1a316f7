import GRDB
import Values

/// A file that was not imported, since nobody has said yet which of two counts.
package struct OpenContest: Sendable, Equatable {
    /// The report that counts meanwhile.
    package let report: Int64
    package let place: Place
    package let year: Int
    /// The file's path as it was imported.
    package let path: String
}

extension Archive {
    /// Questions that imports have asked and nobody has answered: neither did the file come in since, nor did anyone
    /// choose between the two, nor is the report that counts another one now.
    package func openContests(asOf moment: Moment? = nil) throws -> [OpenContest] {
        try reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT current.id AS id, county.name AS county, township.name AS township, current.year AS year,
                        event.reason AS path
                    FROM event JOIN report AS own ON own.id = event.report_id
                    JOIN report AS current ON current.township_id = own.township_id AND current.year = own.year
                        AND current.document_id = own.document_id
                        AND current.superseded_by IS NULL AND current.removed_at IS NULL
                    JOIN township ON township.id = current.township_id JOIN county ON county.id = county_id
                    WHERE event.action = 'contest' AND (?1 IS NULL OR event.made_at <= ?1)
                        AND NOT EXISTS (
                            SELECT 1 FROM event AS answer JOIN report AS chosen ON chosen.id = answer.report_id
                            WHERE answer.action IN ('choose', 'revert') AND answer.id > event.id
                                AND chosen.township_id = own.township_id AND chosen.year = own.year
                                AND (?1 IS NULL OR answer.made_at <= ?1))
                        AND NOT EXISTS (
                            SELECT 1 FROM document
                            WHERE document.path = event.reason AND imported_at >= event.made_at)
                    ORDER BY event.id
                    """, arguments: [moment?.description])
            var contests: [OpenContest] = []
            for row in rows {
                let contest = OpenContest(
                    report: try row.get("id"), place: try Place(row), year: try row.get("year"),
                    path: try row.get("path"))
                if !contests.contains(contest) { contests.append(contest) }
            }
            return contests
        }
    }
}

extension Predecessor {
    /// Whether somebody has said that the file of this one is what counts, by `--replace` or by returning to it.
    ///
    /// What an import put back by itself, since another file of it contradicted, nobody chose: a question of the same
    /// moment tells it.
    func isChosen(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM report AS current
                        JOIN report AS own ON own.township_id = current.township_id AND own.year = current.year
                            AND own.document_id = current.document_id
                        JOIN event ON event.report_id = own.id
                        WHERE current.id = ?1 AND event.action IN ('choose', 'revert') AND NOT EXISTS (
                            SELECT 1 FROM event AS question
                            WHERE question.report_id = own.id AND question.action = 'contest'
                                AND question.made_at = event.made_at AND event.action = 'revert'))
                    """), arguments: [id]) ?? false
    }
}
