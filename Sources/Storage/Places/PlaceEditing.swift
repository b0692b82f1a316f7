import GRDB
import Values

/// Names and codes of places. Words for places are `柳溪镇`, `青禾县/柳溪镇` or `青禾县`, present or former names; each method
/// tells the place it found, as it was called before.
extension Archive {
    /// Gives a place a new name; the old one goes on leading to it.
    package func rename(_ word: String, to name: String, author: String = Archive.nobody) throws -> String {
        try writing(word) { db, found in
            try Self.checkName(name)
            switch found {
            case .county(let id, let old):
                guard old != name else { return old }
                try Self.requireFree(name, "SELECT count(*) FROM county WHERE name = ?", [name], db)
                try db.execute(sql: "UPDATE county SET name = ? WHERE id = ?", arguments: [name, id])
                try db.execute(sql: "DELETE FROM county_alias WHERE name = ? AND county_id = ?", arguments: [name, id])
                try Self.addName(old, to: found, db)
            case .township(let id, let place):
                guard place.township != name else { return place.description }
                try Self.requireFree(
                    name,
                    """
                    SELECT count(*) FROM township WHERE name = ?
                        AND county_id = (SELECT county_id FROM township WHERE id = ?)
                    """, [name, id], db)
                try db.execute(
                    sql: "UPDATE township SET name = ?, kind = ? WHERE id = ?",
                    arguments: [name, TownshipKind(of: name)?.rawValue, id])
                try db.execute(
                    sql: "DELETE FROM township_alias WHERE name = ? AND township_id = ?", arguments: [name, id])
                try Self.addName(place.township, to: found, db)
            }
            try Event(.rename, subject: "\(found.description) → \(name)", count: 0, author: author).add(to: db)
            return found.description
        }
    }

    /// Gives a place one more name to be found by: a former one, or a common short one.
    package func addName(_ name: String, to word: String, author: String = Archive.nobody) throws -> String {
        try writing(word) { db, found in
            try Self.checkName(name)
            switch found {
            case .county: try Self.requireFree(name, "SELECT count(*) FROM county WHERE name = ?", [name], db)
            case .township(let id, _):
                try Self.requireFree(
                    name,
                    """
                    SELECT count(*) FROM township WHERE name = ?
                        AND county_id = (SELECT county_id FROM township WHERE id = ?)
                    """, [name, id], db)
            }
            try Self.addName(name, to: found, db)
            try Event(.name, subject: "\(found.description) = \(name)", count: 0, author: author).add(to: db)
            return found.description
        }
    }

    /// Sets a division code; nil takes it away.
    package func setCode(_ code: String?, of word: String, author: String = Archive.nobody) throws -> String {
        try writing(word) { db, found in
            try Self.setCode(code, of: found, db)
            try Event(.code, subject: "\(found.description): \(code ?? "")", count: 0, author: author).add(to: db)
            return found.description
        }
    }

    /// Writes what was decided on the place that a word leads to, and on its code.
    private func writing(_ word: String, _ body: (Database, KnownPlace) throws -> String) throws -> String {
        let look = { (db: Database) in try KnownPlace.Coded(KnownPlace.named(word, db), db) }
        let seen = try reading(look)
        return try writing(word, seen: seen, look) { db in try body(db, seen.place) }
    }

    static func addName(_ name: String, to place: KnownPlace, _ db: Database) throws {
        switch place {
        case .county(let id, _):
            try db.execute(sql: "INSERT OR IGNORE INTO county_alias VALUES (?, ?)", arguments: [name, id])
        case .township(let id, _):
            try db.execute(sql: "INSERT OR IGNORE INTO township_alias VALUES (?, ?)", arguments: [name, id])
        }
    }

    static func setCode(_ code: String?, of place: KnownPlace, _ db: Database) throws {
        if let code {
            guard (6...12).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw PlaceError.invalidCode(code)
            }
        }
        let (table, id) = place.row
        let other = try String.fetchOne(
            db, sql: "SELECT name FROM \(table) WHERE code = ? AND id <> ?", arguments: [code, id])
        if let code, let other { throw PlaceError.codeTaken(code, by: other) }
        try db.execute(sql: "UPDATE \(table) SET code = ? WHERE id = ?", arguments: [code, id])
        try PlaceOrder.noteCode(of: place.row, db)
    }

    static func checkName(_ name: String) throws(PlaceError) {
        let isName = name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "/" && !$0.properties.isWhitespace }
        guard !name.isEmpty, name.count <= 60, isName else { throw .invalidName(name) }
    }

    private static func requireFree(
        _ name: String, _ sql: String, _ arguments: StatementArguments, _ db: Database
    ) throws {
        if try Int.fetchOne(db, sql: sql, arguments: arguments) != 0 { throw PlaceError.nameTaken(name) }
    }
}
