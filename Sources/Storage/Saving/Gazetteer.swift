import GRDB
import Reports
import Values

/// The ids of counties and townships by their names, made where there are none; for one transaction only, since what
/// it remembers is gone when that is undone.
///
/// A name leads to the place that bears it, else to the one place that bore it once (`…_alias`). Reports without a
/// county stand under the county of the empty name: a township of the same name that is imported with its county is
/// another row, so nothing is merged without a word (`Twin` asks). Once staff have merged the two, the name without a
/// county leads to the other as well; where another county's township bears the name, no former name leads away from
/// it. Nothing is made under a name that several places bore and none does: it may be any of them.
struct Gazetteer {
    private let db: Database
    private var counties: [String: Int64] = [:]
    private var townships: [Place: Int64] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// - Parameter code: the county's code, if it is known.
    /// - Throws: `PlaceError.ambiguous` where several bore the name.
    mutating func township(_ name: String, county: String, code: String? = nil) throws -> Int64 {
        let place = Place(county: county, township: name)
        if let id = townships[place] { return id }
        let countyID = try self.county(county, code: code)
        let known = try known(township: name, county: countyID) ?? (county.isEmpty ? former(name) : nil)
        if known == nil { try requireOneBearer(ofTownship: name, county: county.isEmpty ? nil : countyID) }
        let id = try known ?? insertTownship(name, county: countyID)
        townships[place] = id
        return id
    }

    /// The same, where it is there; nothing is made.
    func existing(_ name: String, county: String, code: String? = nil) throws -> Int64? {
        if let id = townships[Place(county: county, township: name)] { return id }
        var countyID = try known(county: county)
        if countyID == nil, let code { countyID = try self.county(sameAs: county, code: code) }
        if let countyID, let id = try known(township: name, county: countyID) { return id }
        return county.isEmpty ? try former(name) : nil
    }

    /// Refuses a name that nobody bears now and several bore; where the place is known, or would be made, nothing.
    func requireOneBearer(of name: String, county: String, code: String? = nil) throws {
        if try existing(name, county: county, code: code) != nil { return }
        if county.isEmpty { return try requireOneBearer(ofTownship: name, county: nil) }
        guard let id = try known(county: county) ?? code.flatMap({ try self.county(sameAs: county, code: $0) }) else {
            return try requireOneBearer(ofCounty: county)
        }
        try requireOneBearer(ofTownship: name, county: id)
    }

    private func requireOneBearer(ofTownship name: String, county: Int64?) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT county.name AS county, township.name AS township
                    FROM township_alias JOIN township ON township.id = township_id JOIN county ON county.id = county_id
                    WHERE township_alias.name = ?1
                        AND (county_id = ?2 OR ?2 IS NULL AND \(Self.leadsWithoutCounty))
                    ORDER BY county.name, township.name
                    """), arguments: [name, county])
        guard rows.count > 1 else { return }
        throw PlaceError.ambiguous(name, choices: try rows.map { try Place($0).word })
    }

    private func requireOneBearer(ofCounty name: String) throws {
        let names = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT county.name FROM county_alias JOIN county ON county.id = county_id
                    WHERE county_alias.name = ? ORDER BY county.name
                    """), arguments: [name])
        if names.count > 1 { throw PlaceError.ambiguous(name, choices: names) }
    }

    /// Of a township that is gone.
    mutating func forget(_ place: Place) { townships[place] = nil }

    mutating func county(_ name: String, code: String? = nil) throws -> Int64 {
        if let id = counties[name] { return id }
        let known = try known(county: name) ?? sameCounty(name, code: code)
        if known == nil { try requireOneBearer(ofCounty: name) }
        let id = try known ?? insertCounty(name)
        if let code { try complete(id, name: name, code: code) }
        counties[name] = id
        return id
    }

    private func known(county name: String) throws -> Int64? {
        if let id = try ids("SELECT id FROM county WHERE name = ?", [name]).first { return id }
        let former = try ids("SELECT county_id FROM county_alias WHERE name = ? LIMIT 2", [name])
        return former.count == 1 ? former[0] : nil
    }

    /// The county that is kept under another of its names (湟中县, of what is 湟中区 now); this one leads to it from now on.
    private func sameCounty(_ name: String, code: String?) throws -> Int64? {
        guard let code, let id = try county(sameAs: name, code: code) else { return nil }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO county_alias VALUES (?, ?)")
            .execute(arguments: [name, id])
        return id
    }

    private func county(sameAs name: String, code: String) throws -> Int64? {
        for code in CountyTable.codes(ofSame: name, code: code) {
            if let id = try ids("SELECT id FROM county WHERE code = ?", [code]).first { return id }
        }
        return nil
    }

    /// Gives a county its code where it has none; what staff have entered stays.
    private func complete(_ id: Int64, name: String, code: String) throws {
        try db.cachedStatement(
            sql: """
                UPDATE county SET code = ?1 WHERE id = ?2 AND name = ?3 AND code IS NULL
                    AND NOT EXISTS (SELECT 1 FROM county WHERE code = ?1)
                """
        ).execute(arguments: [code, id, name])
        try PlaceOrder.noteCode(of: ("county", id), db)
    }

    func known(township name: String, county: Int64) throws -> Int64? {
        let own = try ids("SELECT id FROM township WHERE county_id = ? AND name = ?", [county, name])
        if let id = own.first { return id }
        let former = try ids(
            """
            SELECT township_id FROM township_alias JOIN township ON township.id = township_id
            WHERE township_alias.name = ? AND county_id = ? LIMIT 2
            """, [name, county])
        return former.count == 1 ? former[0] : nil
    }

    /// The one township of any county that bore a name which nobody bears now, or that staff said bears it.
    private func former(_ name: String) throws -> Int64? {
        let former = try ids(
            """
            SELECT township_id FROM township_alias JOIN township ON township.id = township_id
            WHERE township_alias.name = ?1 AND \(Self.leadsWithoutCounty) LIMIT 2
            """, [name])
        return former.count == 1 ? former[0] : nil
    }

    /// Whether a former name leads to its township where no county is named: who bears it now goes before others.
    private static let leadsWithoutCounty = """
        (township.name = ?1 OR NOT EXISTS (
            SELECT 1 FROM county AS other CROSS JOIN township AS bearer
                ON bearer.county_id = other.id AND bearer.name = ?1
            WHERE other.name <> ''))
        """

    /// Statements are kept: in the first import of a country, they are run for every report.
    private func ids(_ sql: String, _ arguments: StatementArguments) throws -> [Int64] {
        try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    private func insertCounty(_ name: String) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO county (name) VALUES (?)").execute(arguments: [name])
        return db.lastInsertedRowID
    }

    private func insertTownship(_ name: String, county: Int64) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO township (county_id, name, kind) VALUES (?, ?, ?)")
            .execute(arguments: [county, name, TownshipKind(of: name)?.rawValue])
        return db.lastInsertedRowID
    }
}
