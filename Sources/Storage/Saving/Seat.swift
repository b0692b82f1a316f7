import CSQLite
import GRDB
import Values

/// A township and a year, of which one report at most is the current one.
struct Seat: Hashable {
    let township: Int64
    let year: Int

    /// What makes a report the current one, as a condition on `report`; the index of current reports has the same.
    static let isCurrent = "report.superseded_by IS NULL AND report.removed_at IS NULL"

    /// Those that a document was read for, or kept beside a report of, in the order in which they came.
    static func all(of document: Int64, _ db: Database) throws -> [Seat] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT township_id, year FROM report WHERE document_id = ?1 OR id IN (
                        SELECT report_id FROM report_original WHERE document_id = ?1)
                    GROUP BY township_id, year ORDER BY min(id)
                    """), arguments: [document]
        ).map { Seat(township: try $0.get("township_id"), year: try $0.get("year")) }
    }

    /// Whether the current or an earlier revision came from the same bytes, or has them beside it.
    func has(document: Int64, _ db: Database) throws -> Bool { try !reports(of: document, db).isEmpty }

    /// The revisions that came from a document, or have it beside them.
    func reports(of document: Int64, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id FROM report WHERE township_id = ?2 AND year = ?3 AND (document_id = ?1 OR id IN (
                        SELECT report_id FROM report_original WHERE document_id = ?1)) ORDER BY revision
                    """), arguments: [document, township, year])
    }

    /// The number of its last revision, removed ones included; 0 where there is none.
    func lastRevision(_ db: Database) throws -> Int { try LastRevision(db).of(self) ?? 0 }
}

/// Asks for the last revision of one seat after the other.
struct LastRevision {
    private let query: HotStatement

    init(_ db: Database) throws {
        query = try HotStatement(db, "SELECT max(revision) FROM report WHERE township_id = ?1 AND year = ?2")
    }

    /// Its number, removed revisions included; nil where there is none.
    func of(_ seat: Seat) throws -> Int? {
        query.bind(seat.township, at: 1)
        query.bind(seat.year, at: 2)
        defer { query.reset() }
        guard try query.step(), query.type(0) != SQLITE_NULL else { return nil }
        // Only a damaged archive has so many that none can follow.
        return min(Int(query.integer(0)), Int(Int32.max))
    }
}

/// The current report of a township and year, before another takes its place.
struct CurrentReport {
    let id: Int64
    let revision: Int
    let edition: String
    let cellsRead: Int
    /// The path of its document as it was imported, and what kind of file that is.
    let path: String
    let mediaType: String
    /// Whether somebody has said that it counts.
    var isChosen = false
}

extension CurrentReport {
    private static let columns = """
        SELECT report.id AS id, revision, edition, cells_read, path, media_type
        FROM report JOIN document ON document.id = document_id
        """

    init?(_ db: Database, _ seat: Seat) throws {
        let statement = try db.cachedStatement(
            sql: "\(Self.columns) WHERE township_id = ? AND year = ? AND \(Seat.isCurrent)")
        guard let row = try Row.fetchOne(statement, arguments: [seat.township, seat.year]) else { return nil }
        try self.init(row)
    }

    /// One that is known by its number.
    init?(_ db: Database, report id: Int64) throws {
        guard let row = try Row.fetchOne(db, sql: "\(Self.columns) WHERE report.id = ?", arguments: [id]) else {
            return nil
        }
        try self.init(row)
    }

    private init(_ row: Row) throws {
        id = try row.get("id")
        revision = try row.get("revision")
        edition = try row.get("edition")
        cellsRead = try row.get("cells_read")
        path = try row.get("path")
        mediaType = try row.get("media_type")
    }
}
