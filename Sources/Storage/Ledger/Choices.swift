import GRDB
import Reports
import Values

/// A file that was not imported, since nobody has said yet which of two counts.
package struct OpenContest: Sendable, Hashable {
    /// The report that counts meanwhile.
    package let report: Int64
    package let place: Place
    package let year: Int
    /// When the question was asked of that report, in UTC.
    package let askedAt: String
    let file: ContestedFile
    /// The file's path as it was imported.
    package var path: String { file.path }
}

extension Archive {
    /// Questions that imports have asked and nobody has answered: neither did the file come in since, nor did anyone
    /// choose between the two.
    package func openContests(asOf moment: Moment? = nil) throws -> [OpenContest] {
        try reading { db in try OpenContest.all("true", asOf: moment, db) }
    }

    /// Of the files that open questions about moved reports are about, where these stand now: a file that is to count
    /// counts there, whatever it says itself.
    package func movedQuestions() throws -> [Fingerprint: IdentityOverride] {
        let isMoved = """
            EXISTS (
                SELECT 1 FROM report AS there CROSS JOIN event AS moved ON moved.report_id = there.id
                WHERE there.township_id = own.township_id AND there.year = own.year AND moved.action = 'move')
            """
        let contests = try reading { db in try OpenContest.all(isMoved, asOf: nil, db) }
        var places: [Fingerprint: IdentityOverride] = [:]
        for contest in contests {
            guard let sha256 = contest.file.sha256 else { continue }
            let county = contest.place.county
            places[Fingerprint(stored: sha256)] = IdentityOverride(
                county: county.isEmpty ? nil : county, township: contest.place.township, year: contest.year)
        }
        return places
    }
}

extension OpenContest {
    /// Those about one report that counts.
    static func about(_ report: Int64, _ db: Database) throws -> [OpenContest] {
        // Of most reports nothing was ever asked.
        let isAsked = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM report AS known CROSS JOIN report AS own
                            ON own.township_id = known.township_id AND own.year = known.year
                        CROSS JOIN event ON event.report_id = own.id
                        WHERE known.id = ?1 AND event.action = 'contest')
                    """), arguments: [report])
        guard isAsked == true else { return [] }
        return try all(
            """
            event.report_id IN (
                SELECT other.id FROM report AS known JOIN report AS other
                    ON other.township_id = known.township_id AND other.year = known.year
                        AND other.document_id = known.document_id
                WHERE known.id = \(report))
            """, asOf: nil, db)
    }

    /// Asks the same of another report: of the copy where it was moved to, or of what took its place.
    func ask(
        of report: Int64, called subject: String, author: String, madeAt: String = Archive.now(), _ db: Database
    ) throws {
        try Event(
            .contest, subject: subject, count: 0, report: report, reason: file.stored, author: author, madeAt: madeAt
        ).add(to: db)
    }

    /// - Parameter condition: on `event` and `own`; holds nothing but column names and integers.
    fileprivate static func all(_ condition: String, asOf moment: Moment?, _ db: Database) throws -> [OpenContest] {
        let rows = try Row.fetchAll(
            db,
            // The order of the tables is given: the planner has no statistics, and each step has its index.
            sql: """
                SELECT report.id AS id, report.township_id AS seat, county.name AS county, township.name AS township,
                    report.year AS year, own.id AS own, event.reason AS file, event.made_at AS asked
                FROM event CROSS JOIN report AS own ON own.id = event.report_id
                CROSS JOIN report ON report.township_id = own.township_id AND report.year = own.year
                    AND report.document_id = own.document_id
                CROSS JOIN township ON township.id = report.township_id
                CROSS JOIN county ON county.id = township.county_id
                WHERE event.action = 'contest' AND (?1 IS NULL OR event.made_at <= ?1) AND \(condition)
                    AND \(try Condition(Filter(asOf: moment), db).sql)
                    AND NOT EXISTS (\(choice)) AND NOT EXISTS (\(arrival)) AND NOT EXISTS (\(addition))
                    AND NOT EXISTS (\(arrivalElsewhere))
                ORDER BY event.id
                """, arguments: [moment?.description])
        var found: [OpenContest] = []
        for row in rows {
            let contest = OpenContest(
                report: try row.get("id"), place: try Place(row), year: try row.get("year"),
                askedAt: try row.get("asked"), file: ContestedFile(stored: try row.get("file")))
            let seat = Seat(township: try row.get("seat"), year: contest.year)
            if try contest.hasComeHome(besides: seat, since: row.get("own"), asOf: moment, db) { continue }
            // The latest entry of several about one file tells where that was to be filed.
            found.removeAll { $0.report == contest.report && $0.file.isSame(as: contest.file) }
            found.append(contest)
        }
        return found
    }

    /// Whether the file counts by now where it was to be filed, at another seat than that of the question.
    private func hasComeHome(besides seat: Seat, since own: Int64, asOf moment: Moment?, _ db: Database) throws -> Bool
    {
        guard let home = try file.seat(db), home != seat else { return false }
        return try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM report JOIN document ON document.id = report.document_id
                        WHERE township_id = ?1 AND year = ?2 AND sha256 = ?3 AND report.id > ?4
                            AND (?5 IS NULL OR read_at <= ?5))
                    """),
            arguments: [home.township, home.year, file.sha256, own, moment?.description]) ?? false
    }

    /// Somebody has chosen since. That an import put a report back, since its files contradicted, is no choice.
    private static let choice = """
        SELECT 1 FROM report AS chosen CROSS JOIN event AS answer ON answer.report_id = chosen.id
        WHERE chosen.township_id = own.township_id AND chosen.year = own.year AND answer.id > event.id
            AND answer.action IN ('choose', 'revert') AND (?1 IS NULL OR answer.made_at <= ?1)
            AND NOT (answer.action = 'revert' AND \(CurrentReport.isQuestioned("answer")))
        """

    /// Whether a document is the file of the question.
    private static let isFile = """
        (document.sha256 = substr(event.reason, -64)
            OR document.path = event.reason AND document.imported_at >= event.made_at)
        """

    /// A report of this township and year has been read from the file since.
    private static let arrival = """
        SELECT 1 FROM report AS answer CROSS JOIN document ON document.id = answer.document_id
        WHERE answer.township_id = own.township_id AND answer.year = own.year AND answer.id > event.report_id
            AND (?1 IS NULL OR answer.read_at <= ?1) AND \(isFile)
        """

    /// It has been kept beside such a report since.
    private static let addition = """
        SELECT 1 FROM report AS answer CROSS JOIN report_original AS kept ON kept.report_id = answer.id
        CROSS JOIN document ON document.id = kept.document_id
        WHERE answer.township_id = own.township_id AND answer.year = own.year AND kept.added_at >= event.made_at
            AND (?1 IS NULL OR kept.added_at <= ?1) AND \(isFile)
        """

    /// Whether the question is of the document as a whole, and not of a sheet of it.
    private static let isWhole = "substr(event.reason, 1, length(document.path) + 1) = document.path || ' '"

    /// It was filed elsewhere since: under another year or county, where the question was whether it is of this one,
    /// under another township, or where the report was before that was moved. What the same import read of another
    /// sheet of the file is no answer; a file that is one report may come in within the second.
    private static let arrivalElsewhere = """
        SELECT 1 FROM document CROSS JOIN report AS answer ON answer.document_id = document.id
        CROSS JOIN township AS there ON there.id = answer.township_id
        WHERE document.sha256 = substr(event.reason, -64)
            AND (there.name = township.name OR \(isWhole) OR EXISTS (
                SELECT 1 FROM event AS moved WHERE moved.report_id = own.id AND moved.action = 'move'))
            AND (answer.township_id <> own.township_id OR answer.year <> own.year)
            AND (answer.read_at > event.made_at
                OR answer.read_at = event.made_at AND answer.id > event.report_id AND \(isWhole))
            AND (?1 IS NULL OR answer.read_at <= ?1)
            AND NOT EXISTS (
                SELECT 1 FROM report AS earlier WHERE earlier.document_id = answer.document_id
                    AND earlier.township_id = answer.township_id AND earlier.year = answer.year
                    AND earlier.id < answer.id)
        """
}

extension CurrentReport {
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
                        WHERE current.id = ?1 AND event.action IN ('choose', 'revert')
                            AND NOT (event.action = 'revert' AND \(Self.isQuestioned("event"))))
                    """), arguments: [id]) ?? false
    }

    /// Whether the report of an entry was questioned at the same moment.
    fileprivate static func isQuestioned(_ entry: String) -> String {
        """
        EXISTS (SELECT 1 FROM event AS question
            WHERE question.report_id = \(entry).report_id AND question.action = 'contest'
                AND question.made_at = \(entry).made_at)
        """
    }
}
