import GRDB
import Reports
import Values

/// A file that was not imported, since nobody has said yet which of two counts.
package struct OpenContest: Sendable, Hashable {
    /// The report that counts meanwhile.
    package let report: Int64
    package let place: Place
    package let year: Int
    let file: ContestedFile
    /// The file's path as it was imported.
    package var path: String { file.path }
}

/// Which file a question is about, as its entry in the ledger holds it: `柳溪镇.txt sha256:9f86…`. Others may be called
/// the same.
struct ContestedFile: Hashable {
    private static let mark = " sha256:"
    private static let digits = 64

    let path: String
    /// Nil in an entry of an older program.
    let sha256: String?

    init(path: String, sha256: String?) { (self.path, self.sha256) = (path, sha256) }

    init(stored reason: String) {
        let digest = reason.suffix(Self.digits)
        let path = reason.dropLast(Self.digits)
        guard digest.count == Self.digits, path.hasSuffix(Self.mark) else {
            self.init(path: reason, sha256: nil)
            return
        }
        self.init(path: String(path.dropLast(Self.mark.count)), sha256: String(digest))
    }

    var stored: String { path + (sha256.map { Self.mark + $0 } ?? "") }

    /// Whether an entry about one is about the other.
    func isSame(as other: ContestedFile) -> Bool {
        if let sha256, let digest = other.sha256 { return sha256 == digest }
        return path == other.path
    }
}

extension Archive {
    /// Questions that imports have asked and nobody has answered: neither did the file come in since, nor did anyone
    /// choose between the two, nor is the report that counts another one now.
    package func openContests(asOf moment: Moment? = nil) throws -> [OpenContest] {
        try reading { db in try OpenContest.all("true", asOf: moment, db) }
    }

    /// Of the files that open questions about moved reports are about, where these stand now: a file that is to count
    /// counts there, whatever it says itself.
    package func movedQuestions() throws -> [Fingerprint: IdentityOverride] {
        let isMoved = """
            EXISTS (SELECT 1 FROM event AS moved WHERE moved.report_id = event.report_id AND moved.action = 'move')
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
        try all(
            """
            event.report_id IN (
                SELECT other.id FROM report AS known JOIN report AS other
                    ON other.township_id = known.township_id AND other.year = known.year
                        AND other.document_id = known.document_id
                WHERE known.id = \(report))
            """, asOf: nil, db)
    }

    /// Asks the same of the report's copy where it was moved to.
    func ask(of copy: Int64, called subject: String, author: String, _ db: Database) throws {
        try Event(.contest, subject: subject, count: 0, report: copy, reason: file.stored, author: author).add(to: db)
    }

    /// - Parameter condition: on `event`; holds nothing but column names and integers.
    fileprivate static func all(_ condition: String, asOf moment: Moment?, _ db: Database) throws -> [OpenContest] {
        let rows = try Row.fetchAll(
            db,
            // The order of the tables is given: the planner has no statistics, and each step has its index.
            sql: """
                SELECT report.id AS id, county.name AS county, township.name AS township, report.year AS year,
                    event.reason AS file
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
        var seen: Set<OpenContest> = []
        return try rows.compactMap { row in
            let contest = OpenContest(
                report: try row.get("id"), place: try Place(row), year: try row.get("year"),
                file: ContestedFile(stored: try row.get("file")))
            return seen.insert(contest).inserted ? contest : nil
        }
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

    /// It was given another year or county since, where it had none: the question was whether it is of this one; or it
    /// came in where the report was before that was moved. What the same import read of another sheet of the file is no
    /// answer.
    private static let arrivalElsewhere = """
        SELECT 1 FROM document CROSS JOIN report AS answer ON answer.document_id = document.id
        CROSS JOIN township AS there ON there.id = answer.township_id
        WHERE document.sha256 = substr(event.reason, -64)
            AND (there.name = township.name OR EXISTS (
                SELECT 1 FROM event AS moved WHERE moved.report_id = own.id AND moved.action = 'move'))
            AND (answer.township_id <> own.township_id OR answer.year <> own.year)
            AND answer.read_at > event.made_at AND (?1 IS NULL OR answer.read_at <= ?1)
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
