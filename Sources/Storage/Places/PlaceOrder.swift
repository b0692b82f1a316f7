import GRDB

/// The order in which places are listed: counties, and in them townships, by their division codes, as a county's own
/// lists have them (sub-district offices, towns, townships); those without a code behind them, by name.
enum PlaceOrder {
    /// For the tables `county` and `township`, whether or not there are codes.
    private static let byCode = """
        county.code IS NULL, county.code, county.name, township.code IS NULL, township.code, township.name
        """

    /// The same where no place has a code; two indexes have it, so that nothing is sorted.
    private static let byName = "county.name, township.name"

    /// Of all places; by the codes of then, for an answer as of an earlier moment.
    static func of(_ db: Database, asOf moment: Moment?) throws -> String {
        guard let moment else { return try hasCodes(db) ? byCode : byName }
        let (county, township) = (code(of: "county", asOf: moment), code(of: "township", asOf: moment))
        return """
            \(county) IS NULL, \(county), county.name, \(township) IS NULL, \(township), township.name
            """
    }

    /// The code that a row of `county` or `township` had, or has.
    static func code(of table: String, asOf moment: Moment?) -> String {
        guard let moment else { return "\(table).code" }
        return """
            (SELECT code FROM \(table)_code WHERE \(table)_id = \(table).id AND made_at <= '\(moment)'
                ORDER BY id DESC LIMIT 1)
            """
    }

    /// Takes note of the code that a place has now, where it is another than the one before.
    static func noteCode(of place: (table: String, id: Int64), _ db: Database) throws {
        let table = place.table
        try db.cachedStatement(
            sql: """
                INSERT INTO \(table)_code (\(table)_id, code, made_at)
                SELECT id, code, ?2 FROM \(table) WHERE id = ?1 AND code IS NOT (
                    SELECT code FROM \(table)_code WHERE \(table)_id = ?1 ORDER BY id DESC LIMIT 1)
                """
        ).execute(arguments: [place.id, Archive.now()])
    }

    /// Takes note that a list names a township from now on, with the code that it has or none, where no row tells since
    /// when one does.
    static func noteListing(of township: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO township_code (township_id, code, made_at)
                SELECT id, code, ?2 FROM township WHERE id = ?1 AND NOT \(isDated())
                """
        ).execute(arguments: [township, Archive.now()])
    }

    /// Whether a list named a township, or somebody gave it a code, and this has not been taken away again.
    static func isListed(asOf moment: Moment? = nil) -> String {
        let rows = "FROM township_code WHERE township_id = township.id" + Self.by(moment)
        return """
            (\(code(of: "township", asOf: moment)) IS NOT NULL
                OR EXISTS (SELECT 1 \(rows)) AND NOT EXISTS (SELECT 1 \(rows) AND code IS NOT NULL))
            """
    }

    /// Whether it is known since when: archives of before noted no time, and no list without codes.
    static func isDated(asOf moment: Moment? = nil) -> String {
        """
        EXISTS (SELECT 1 FROM township_code
            WHERE township_id = township.id AND made_at > '1970-01-01T00:00:00Z'\(by(moment)))
        """
    }

    private static func by(_ moment: Moment?) -> String { moment.map { " AND made_at <= '\($0)'" } ?? "" }

    /// Found by the indexes of the codes, at once.
    private static func hasCodes(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT coalesce((SELECT max(code) FROM county), (SELECT max(code) FROM township)) IS NOT NULL")
            ?? false
    }
}
