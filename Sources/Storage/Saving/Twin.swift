import Documents
import GRDB
import Reports
import Values

/// A report that stands elsewhere than where a file is to be filed, and that the file may be one with: if both were
/// filed as they are, one report would count twice.
struct Twin {
    enum Kind: Equatable {
        /// Of the same township's name and year, and without a county.
        case countyless
        /// Of the same township's name and year, and with a county where the file names none.
        case inCounty
        /// Read from the same bytes, which now are to be another township's, county's or year's.
        case sameFile
    }

    let kind: Kind
    let seat: Seat
    let report: CurrentReport
    let place: Place
    /// Whether it was read from the file's own bytes.
    let isSameFile: Bool

    /// What to ask of the two.
    var question: Contest.Reason {
        switch kind {
        case .countyless: .countyless
        case .inCounty: .inCounty(place)
        case .sameFile: .elsewhere(place, year: seat.year)
        }
    }

    /// - Parameters:
    ///   - document: of the file, where the archive has it.
    ///   - own: where the file is to be filed, where that is known.
    init?(of submission: Submission, document: Int64?, own: Seat?, _ db: Database) throws {
        let name = submission.report.township
        let year = submission.report.year
        if submission.report.county.isEmpty {
            let others = try Self.seats(named: name, year, "county.name <> ''", db)
            if others.count == 1, try own.flatMap({ try CurrentReport(db, $0) }) == nil {
                try self.init(.inCounty, others[0], document, db)
                return
            }
        } else if let other = try Self.seats(named: name, year, "county.name = ''", db).first, other != own {
            let isFree = try own.flatMap { try CurrentReport(db, $0) } == nil
            if try isFree || document.map({ try other.counts($0, db) && own?.counts($0, db) == true }) == true {
                try self.init(.countyless, other, document, db)
                return
            }
        }
        // Of several reports in one file each stands somewhere else.
        guard let document, !submission.isPart,
            try own?.has(document: document, db) != true,
            let seat = try Seat.all(of: document, db).first(where: { try $0 != own && $0.counts(document, db) })
        else { return nil }
        try self.init(.sameFile, seat, document, db)
    }

    private init?(_ kind: Kind, _ seat: Seat, _ document: Int64?, _ db: Database) throws {
        guard let report = try CurrentReport(db, seat),
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT county.name AS county, township.name AS township FROM township
                    JOIN county ON county.id = county_id WHERE township.id = ?
                    """, arguments: [seat.township])
        else { return nil }
        (self.kind, self.seat, self.report) = (kind, seat, report)
        place = try Place(row)
        isSameFile = try document.map { try seat.reports(of: $0, db).contains(report.id) } ?? false
    }

    /// Those of a year that have a report, of the townships of a name.
    private static func seats(
        named name: String, _ year: Int, _ county: String, _ db: Database
    ) throws -> [Seat] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT township.id FROM county JOIN township ON county_id = county.id
                    WHERE \(county) AND township.name = ? AND EXISTS (
                        SELECT 1 FROM report
                        WHERE township_id = township.id AND year = ? AND \(Seat.isCurrent))
                    LIMIT 2
                    """), arguments: [name, year]
        ).map { Seat(township: $0, year: year) }
    }
}

extension Seat {
    /// Whether the current report came from a document, or has it beside it.
    fileprivate func counts(_ document: Int64, _ db: Database) throws -> Bool {
        guard let current = try CurrentReport(db, self) else { return false }
        return try reports(of: document, db).contains(current.id)
    }
}
