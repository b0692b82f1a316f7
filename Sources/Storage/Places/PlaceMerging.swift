import GRDB
import Values

extension Archive {
    /// Makes one place of two, under the second's name; the first's names go on leading there, and its reports follow.
    ///
    /// Townships of the same name in two counties that are merged are merged as well. Where both have reports of a year
    /// there is no way to say which is the current one, and nothing is merged.
    package func merge(
        _ word: String, into other: String, author: String = Archive.nobody
    ) throws -> (from: String, into: String) {
        let look = { (db: Database) in [try KnownPlace.named(word, db), try KnownPlace.named(other, db)] }
        return try writing("\(word) → \(other)", seen: try reading(look), look) { db in
            let (first, second) = (try KnownPlace.named(word, db), try KnownPlace.named(other, db))
            switch (first, second) {
            case (.county(let from, let name), .county(let into, _)) where from != into:
                try Self.merge(county: from, name, into: into, second, db)
            case (.township(let from, let place), .township(let into, let target)) where from != into:
                try Self.merge(township: from, place, into: into, target, db)
            default: throw PlaceError.notAlike(first.description, second.description)
            }
            try Event(
                .merge, subject: "\(first.description) → \(second.description)", count: 0, author: author
            ).add(to: db)
            return (first.description, second.description)
        }
    }

    private static func merge(
        county from: Int64, _ name: String, into: Int64, _ target: KnownPlace, _ db: Database
    ) throws {
        let townships = try Row.fetchAll(
            db, sql: "SELECT id, name FROM township WHERE county_id = ? ORDER BY name", arguments: [from])
        for row in townships {
            let id: Int64 = try row.get("id")
            let township: String = try row.get("name")
            let same = try Gazetteer(db).known(township: township, county: into)
            if let same {
                let own = Place(county: name, township: township)
                try merge(township: id, own, into: same, Place(county: target.description, township: township), db)
            } else {
                try db.execute(sql: "UPDATE township SET county_id = ? WHERE id = ?", arguments: [into, id])
            }
        }
        try db.execute(
            sql: "INSERT OR IGNORE INTO county_alias SELECT name, ? FROM county_alias WHERE county_id = ?",
            arguments: [into, from])
        try db.execute(sql: "DELETE FROM county_alias WHERE county_id = ?", arguments: [from])
        let code = try String.fetchOne(db, sql: "SELECT code FROM county WHERE id = ?", arguments: [from])
        try db.execute(sql: "DELETE FROM county WHERE id = ?", arguments: [from])
        try db.execute(sql: "UPDATE county SET code = coalesce(code, ?) WHERE id = ?", arguments: [code, into])
        try addName(name, to: target, db)
    }

    private static func merge(
        township from: Int64, _ place: Place, into: Int64, _ target: Place, _ db: Database
    ) throws {
        let years = try Int.fetchAll(
            db,
            sql: """
                SELECT DISTINCT year FROM report WHERE township_id = ? AND \(Seat.isCurrent)
                    AND year IN (SELECT year FROM report WHERE township_id = ? AND \(Seat.isCurrent)) ORDER BY year
                """, arguments: [from, into])
        guard years.isEmpty else { throw PlaceError.sameYears(place, target, years: years) }
        // Where one of the two has nothing but removed revisions of a year, the numbers go on after the other's.
        let all = try Int.fetchAll(
            db, sql: "SELECT DISTINCT year FROM report WHERE township_id = ?", arguments: [from])
        for year in all {
            let last = try Seat(township: into, year: year).lastRevision(db)
            try db.execute(
                sql: "UPDATE report SET township_id = ?, revision = revision + ? WHERE township_id = ? AND year = ?",
                arguments: [into, last, from, year])
        }
        try db.execute(
            sql: "INSERT OR IGNORE INTO township_alias SELECT name, ? FROM township_alias WHERE township_id = ?",
            arguments: [into, from])
        try db.execute(sql: "DELETE FROM township_alias WHERE township_id = ?", arguments: [from])
        let code = try String.fetchOne(db, sql: "SELECT code FROM township WHERE id = ?", arguments: [from])
        try db.execute(sql: "DELETE FROM township WHERE id = ?", arguments: [from])
        try db.execute(sql: "UPDATE township SET code = coalesce(code, ?) WHERE id = ?", arguments: [code, into])
        // Of a report without a county, even the same name has to be told where it leads.
        if place.township != target.township || place.county.isEmpty {
            try addName(place.township, to: .township(id: into, target), db)
        }
    }
}
