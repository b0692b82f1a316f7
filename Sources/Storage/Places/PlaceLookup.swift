import Catalogue
import GRDB
import Values

/// What a user's word for a place leads to: a county or a township, by its row.
enum KnownPlace: Equatable {
    case county(id: Int64, name: String)
    case township(id: Int64, Place)

    /// A place with its division code.
    struct Coded: Equatable {
        let place: KnownPlace
        let code: String?

        init(_ place: KnownPlace, _ db: Database) throws {
            self.place = place
            code = try String.fetchOne(
                db, sql: "SELECT code FROM \(place.row.table) WHERE id = ?", arguments: [place.row.id])
        }
    }

    /// Where it stands.
    var row: (table: String, id: Int64) {
        switch self {
        case .county(let id, _): ("county", id)
        case .township(let id, _): ("township", id)
        }
    }

    var description: String {
        switch self {
        case .county(_, let name): name
        case .township(_, let place): place.description
        }
    }

    /// What leads to it and to no other: `/柳溪镇` of a township whose county nobody named.
    var word: String {
        switch self {
        case .county(_, let name): name
        case .township(_, let place): place.word
        }
    }

    /// Finds `柳溪镇`, `青禾县/柳溪镇` or `青禾县`, by present or former names; who bears a name goes before who bore it.
    static func named(_ word: String, _ db: Database) throws -> KnownPlace {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let name = parts.last, !name.isEmpty else { throw PlaceError.invalidName(word) }
        let county = parts.count == 2 ? parts[0] : nil
        var found = try townships(name, in: county, "township.name = ?1", db)
        if county == nil { found += try counties(name, "name = ?", db) }
        if found.isEmpty {
            let former = "SELECT township_id FROM township_alias WHERE name = ?1"
            found = try townships(name, in: county, "township.id IN (\(former))", db)
            if county == nil {
                found += try counties(name, "id IN (SELECT county_id FROM county_alias WHERE name = ?)", db)
            }
        }
        guard let first = found.first else {
            let names = "SELECT name FROM township UNION SELECT name FROM county WHERE name <> ''"
            throw PlaceError.unknown(word, nearest: Nearest.name(to: name, among: try String.fetchAll(db, sql: names)))
        }
        guard found.count == 1 else { throw PlaceError.ambiguous(word, choices: found.map(\.word)) }
        return first
    }

    private static func townships(
        _ name: String, in county: String?, _ condition: String, _ db: Database
    ) throws -> [KnownPlace] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT township.id AS id, county.name AS county, township.name AS township
                FROM township JOIN county ON county.id = county_id
                WHERE \(condition) AND (?2 IS NULL OR county.name = ?2
                    OR county_id IN (SELECT county_id FROM county_alias WHERE name = ?2))
                ORDER BY county.name, township.name
                """, arguments: [name, county])
        return try rows.map { .township(id: try $0.get("id"), try Place($0)) }
    }

    private static func counties(_ name: String, _ condition: String, _ db: Database) throws -> [KnownPlace] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, name FROM county WHERE \(condition) ORDER BY name", arguments: [name])
        return try rows.map { .county(id: try $0.get("id"), name: try $0.get("name")) }
    }
}

extension Archive {
    /// Former names of counties and others that they are found by.
    package func countyNames() throws -> CountyNames {
        try reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT county.name AS county, county_alias.name AS name
                    FROM county_alias JOIN county ON county.id = county_id
                    """)
            let names = try rows.map { (try $0.get("county") as String, [try $0.get("name") as String]) }
            return CountyNames(others: Dictionary(names, uniquingKeysWith: +))
        }
    }

    /// Whether a county bears or bore the name.
    package func hasCounty(named name: String) throws -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM county WHERE name = ?1)
                        OR EXISTS (SELECT 1 FROM county_alias WHERE name = ?1)
                    """, arguments: [name]) ?? false
        }
    }
}
