import GRDB
import Values

/// What is done to revisions within one transaction: one is copied to be the current one, or taken out of the answers.
///
/// A revision is never changed in what it says. What was replaced or removed comes back as a copy, a revision of its
/// own, so that an answer as of an earlier day stays what it was.
struct Ledger {
    private let archive: Archive
    private let db: Database
    private let now: String

    init(_ archive: Archive, _ db: Database, now: String = Archive.now()) {
        self.archive = archive
        self.db = db
        self.now = now
    }

    /// Makes a copy of a revision the current report of a township and year, with what staff said of the one that is
    /// copied. All figures must have been written.
    func copy(_ origin: Int64, to seat: Seat) throws -> (id: Int64, revision: Int) {
        let id = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM report") ?? 0) + 1
        let revision = try seat.lastRevision(db) + 1
        try db.execute(
            sql: "UPDATE report SET superseded_by = ? WHERE township_id = ? AND year = ? AND \(Seat.isCurrent)",
            arguments: [id, seat.township, seat.year])
        try db.execute(
            sql: """
                INSERT INTO report (id, township_id, year, edition, title, period_start, period_end, published_on,
                    document_id, revision, cells_expected, cells_read, figure_count, read_at, catalogue_id,
                    transcript_id)
                SELECT ?1, ?2, ?3, edition, title, period_start, period_end, published_on, document_id, ?4,
                    cells_expected, cells_read, figure_count, ?5, catalogue_id, transcript_id
                FROM report WHERE id = ?6
                """, arguments: [id, seat.township, seat.year, revision, now, origin])
        for (table, columns) in Self.parts {
            try db.execute(
                sql: """
                    INSERT INTO \(table) (report_id, \(columns))
                    SELECT ?, \(columns) FROM \(table) WHERE report_id = ?
                    """,
                arguments: [id, origin])
        }
        var figures = FigureBuffer(indicatorRows: archive.indicatorRows)
        try figures.append(try archive.figures(ofReport: origin, db), report: id, SealingNote(db))
        try db.trustingReferences { try figures.write(to: db) }
        try figures.writeRecognised(to: db)
        try Inheritance(db: db).handOn(from: origin, to: id)
        return (id, revision)
    }

    /// What hangs on a report by its number; figures are found by their indicators.
    private static let parts = [
        ("section", #"ordinal, heading, start, "end""#),
        ("doubt", #"ordinal, kind, start, "end", found, expected"#),
        (
            "quantity",
            #"ordinal, value, unit, qualifier, precision, start, "end", indicator_id, description_id"#
        ),
    ]

    /// Takes revisions out of the answers. The one before them that stays is the current one again, with what staff
    /// have said since. All figures must have been written.
    func remove(_ reports: [Int64], from seat: Seat) throws {
        let before = try CurrentReport(db, seat)?.id
        for id in reports {
            try db.execute(sql: "UPDATE report SET removed_at = ? WHERE id = ?", arguments: [now, id])
        }
        let left = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM report WHERE township_id = ? AND year = ? AND removed_at IS NULL ORDER BY revision
                """, arguments: [seat.township, seat.year])
        for (number, id) in left.enumerated() {
            let next = number + 1 < left.count ? left[number + 1] : nil
            try db.execute(sql: "UPDATE report SET superseded_by = ? WHERE id = ?", arguments: [next, id])
        }
        if let current = left.last, current != before { try Inheritance(db: db).handBack(to: current) }
    }

    /// The corrections that count for a report, by their indicators' codes.
    func corrections(of report: Int64) throws -> [String: Int64] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT indicator.code AS code, entry.value AS value FROM correction AS entry
                JOIN indicator ON indicator.id = entry.indicator_id
                WHERE report_id = ?1 AND entry.value IS NOT NULL AND entry.id = (
                    SELECT max(id) FROM correction WHERE report_id = ?1 AND indicator_id = entry.indicator_id)
                """, arguments: [report])
        return Dictionary(try rows.map { (try $0.get("code"), try $0.get("value")) }, uniquingKeysWith: { $1 })
    }

    /// The rules whose waivers count for a report.
    func waivedRules(of report: Int64) throws -> Set<String> {
        try Set(
            String.fetchAll(
                db,
                sql: """
                    SELECT rule FROM waiver AS entry WHERE report_id = ?1 AND is_withdrawal = 0 AND id = (
                        SELECT max(id) FROM waiver WHERE report_id = ?1 AND rule = entry.rule)
                    """, arguments: [report]))
    }

    /// What the ledger calls a revision: `青禾县/柳溪镇 2021#3`.
    func name(of seat: Seat, revision: Int) throws -> String { "\(try place(of: seat))#\(revision)" }

    /// `青禾县/柳溪镇 2021`
    func place(of seat: Seat) throws -> String { "\(try placeYear(of: seat)?.place.description ?? "") \(seat.year)" }

    /// Nil of a township that is not there.
    func placeYear(of seat: Seat) throws -> PlaceYear? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT county.name AS county, township.name AS township FROM township
                JOIN county ON county.id = county_id WHERE township.id = ?
                """, arguments: [seat.township])
        return try row.map { PlaceYear(place: try Place($0), year: seat.year) }
    }
}

extension Archive {
    /// What counts for one revision of a report: its corrections, by their indicators' codes, and the rules that are
    /// waived.
    package func entries(of report: Int64) throws -> (corrections: [String: Int64], waivedRules: Set<String>) {
        try reading { db in
            let ledger = Ledger(self, db)
            return (try ledger.corrections(of: report), try ledger.waivedRules(of: report))
        }
    }
}
