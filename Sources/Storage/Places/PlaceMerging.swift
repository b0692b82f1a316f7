import GRDB
import Values

/// What became of two places that were made one.
package struct MergedPlaces: Sendable {
    /// As it was called.
    package let from: String
    package let into: String
    /// Of two counties, the townships of the same name that both had reports, with the years of those that came to the
    /// one that stays.
    package let joined: [(township: String, years: [Int])]
}

extension Archive {
    /// Makes one place of two, under the second's name; the first's names go on leading there, and its reports follow.
    ///
    /// Townships of the same name in two counties that are merged are merged as well. Where both have reports of a
    /// year, and not from the same file, there is no way to say which is the current one, and nothing is merged.
    package func merge(
        _ word: String, into other: String, author: String = Archive.nobody
    ) throws -> MergedPlaces {
        let look = { (db: Database) in [try KnownPlace.named(word, db), try KnownPlace.named(other, db)] }
        return try writing("\(word) → \(other)", seen: try reading(look), look) { db in
            let (first, second) = (try KnownPlace.named(word, db), try KnownPlace.named(other, db))
            var joined: [(township: String, years: [Int])] = []
            switch (first, second) {
            case (.county(let from, let name), .county(let into, _)) where from != into:
                joined = try merge(county: from, name, into: into, second, author, db)
            case (.township(let from, let place), .township(let into, let target)) where from != into:
                try merge(township: from, place, into: into, target, author, db)
            default: throw PlaceError.notAlike(first.description, second.description)
            }
            try Event(
                .merge, subject: "\(first.description) → \(second.description)", count: 0, author: author
            ).add(to: db)
            return MergedPlaces(from: first.description, into: second.description, joined: joined)
        }
    }

    private func merge(
        county from: Int64, _ name: String, into: Int64, _ target: KnownPlace, _ author: String, _ db: Database
    ) throws -> [(township: String, years: [Int])] {
        var joined: [(township: String, years: [Int])] = []
        let townships = try Row.fetchAll(
            db, sql: "SELECT id, name FROM township WHERE county_id = ? ORDER BY name", arguments: [from])
        for row in townships {
            let id: Int64 = try row.get("id")
            let township: String = try row.get("name")
            let same = try Gazetteer(db).known(township: township, county: into)
            if let same {
                let own = Place(county: name, township: township)
                let other = Place(county: target.description, township: township)
                let years = try Self.reportedYears(of: id, db)
                if try !years.isEmpty && !Self.reportedYears(of: same, db).isEmpty { joined.append((township, years)) }
                try merge(township: id, own, into: same, other, author, db)
            } else {
                try db.execute(sql: "UPDATE township SET county_id = ? WHERE id = ?", arguments: [into, id])
            }
        }
        try Self.delete(from, of: "county", heir: into, db)
        try Self.addName(name, to: target, db)
        return joined
    }

    private static func reportedYears(of township: Int64, _ db: Database) throws -> [Int] {
        try Int.fetchAll(
            db, sql: "SELECT year FROM report WHERE township_id = ? AND \(Seat.isCurrent) ORDER BY year",
            arguments: [township])
    }

    private func merge(
        township from: Int64, _ place: Place, into: Int64, _ target: Place, _ author: String, _ db: Database
    ) throws {
        let all = try Int.fetchAll(
            db, sql: "SELECT DISTINCT year FROM report WHERE township_id = ? ORDER BY year", arguments: [from])
        func seats(_ year: Int) -> (Seat, Seat) {
            (Seat(township: from, year: year), Seat(township: into, year: year))
        }
        let years = try all.filter { year in
            let (source, goal) = seats(year)
            return try !canJoin(source, into: goal, db)
        }
        guard years.isEmpty else { throw PlaceError.sameYears(place, target, years: years) }
        for year in all {
            let (source, goal) = seats(year)
            try join(source, into: goal, author: author, db)
        }
        try Self.carryTerm(of: from, to: into, author: author, db)
        try dissolve(from, into: into, db)
        // Of a report without a county, even the same name has to be told where it leads.
        if place.township != target.township || place.county.isEmpty {
            try Self.addName(place.township, to: .township(id: into, target), db)
        }
    }

    /// Whether the reports of one township and year can be given to another: not both have one that counts, or both
    /// were read from the same file, and nobody has corrected or accepted anything in the one that would go.
    func canJoin(_ source: Seat, into target: Seat, _ db: Database) throws -> Bool {
        guard let own = try CurrentReport(db, source), let other = try CurrentReport(db, target) else { return true }
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT (SELECT document_id FROM report WHERE id = ?1) = (SELECT document_id FROM report WHERE id = ?2)
                    AND NOT EXISTS (SELECT 1 FROM correction WHERE report_id = ?1)
                    AND NOT EXISTS (SELECT 1 FROM waiver WHERE report_id = ?1)
                """, arguments: [own.id, other.id]) ?? false
    }

    /// Whether a file that names the county of a report settles by itself where that stands.
    func canSettle(_ source: Seat, in target: Seat, _ db: Database) throws -> Bool {
        try canJoin(source, into: target, db) && !Self.hasPartInTerms(source.township, db)
    }

    /// Gives the reports of one township and year to another. What counts there goes on counting; the numbers of those
    /// that come, which are its duplicates or were removed, follow its own.
    func join(_ source: Seat, into target: Seat, author: String, _ db: Database) throws {
        let ledger = Ledger(self, db)
        let names = try (ledger.place(of: source), ledger.place(of: target))
        if try CurrentReport(db, target) != nil, let own = try CurrentReport(db, source) {
            let ids = try Int64.fetchAll(
                db, sql: "SELECT id FROM report WHERE township_id = ? AND year = ? AND removed_at IS NULL",
                arguments: [source.township, source.year])
            try ledger.remove(ids, from: source)
            try Event(
                .remove, subject: "\(names.0)#\(own.revision)", count: ids.count, report: own.id,
                reason: "= \(names.1)", author: author
            ).add(to: db)
        }
        // Where one of the two has nothing but removed revisions of a year, the numbers go on after the other's.
        try db.execute(
            sql: "UPDATE report SET township_id = ?, revision = revision + ? WHERE township_id = ? AND year = ?",
            arguments: [target.township, try target.lastRevision(db), source.township, source.year])
    }

    /// Takes a township away that has no reports any more; its other names and its code go to the one that has them
    /// now.
    func dissolve(_ township: Int64, into heir: Int64, _ db: Database) throws {
        let hasReports = "SELECT EXISTS (SELECT 1 FROM report WHERE township_id = ?)"
        guard try Bool.fetchOne(db, sql: hasReports, arguments: [township]) == false else { return }
        try Self.delete(township, of: "township", heir: heir, db)
    }

    /// Takes a place out of the table of counties or townships; its other names and its code go to the heir.
    private static func delete(_ id: Int64, of table: String, heir: Int64, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO \(table)_alias SELECT name, ? FROM \(table)_alias WHERE \(table)_id = ?",
            arguments: [heir, id])
        try db.execute(sql: "DELETE FROM \(table)_alias WHERE \(table)_id = ?", arguments: [id])
        let code = try String.fetchOne(db, sql: "SELECT code FROM \(table) WHERE id = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM \(table)_code WHERE \(table)_id = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
        try db.execute(sql: "UPDATE \(table) SET code = coalesce(code, ?) WHERE id = ?", arguments: [code, heir])
        try PlaceOrder.noteCode(of: (table, heir), db)
    }
}
