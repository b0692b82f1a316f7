import GRDB
import Values

/// That townships are set up and come to an end, and what becomes of it when places become one.
extension Archive {
    /// Says that a township was abolished after a year, and which one took it over.
    package func end(
        _ word: String, after year: Int, into other: String? = nil, reason: String, author: String = Archive.nobody
    ) throws -> (place: Place, term: TownshipTerm) {
        try changeTerm(.end, of: word, other, reason, author) { entry, successor in
            entry.last = year
            entry.successor = successor
        }
    }

    /// Says in which year a township was set up; nil takes it back.
    package func begin(
        _ word: String, in year: Int?, reason: String, author: String = Archive.nobody
    ) throws -> (place: Place, term: TownshipTerm) {
        try changeTerm(.begin, of: word, nil, reason, author) { entry, _ in entry.first = year }
    }

    /// Takes back that a township came to an end.
    package func resume(
        _ word: String, reason: String, author: String = Archive.nobody
    ) throws -> (place: Place, term: TownshipTerm) {
        try changeTerm(.resume, of: word, nil, reason, author) { entry, _ in
            entry.last = nil
            entry.successor = nil
        }
    }

    private func changeTerm(
        _ deed: Deed, of word: String, _ other: String?, _ reason: String, _ author: String,
        _ change: (inout TermEntry, _ successor: Int64?) -> Void
    ) throws -> (place: Place, term: TownshipTerm) {
        let look = { (db: Database) in
            (try [TermedPlace(KnownPlace.named(word, db), db)]) + (try other.map { [try .successor($0, db)] } ?? [])
        }
        return try writing(word, seen: try reading(look), look) { db in
            let found = try TermedPlace(KnownPlace.named(word, db), db)
            let successor = try other.map { try TermedPlace.successor($0, db) }
            if deed == .resume, found.entry.last == nil { throw PlaceError.hasNoEnd(found.place) }
            var entry = found.entry
            change(&entry, successor?.id)
            if let first = entry.first, let last = entry.last, first > last {
                throw PlaceError.emptyTerm(found.place, first: first, last: last)
            }
            try entry.add(to: found.id, reason: reason, author: author, db)
            try Self.checkTerm(of: found.id, db)
            let heir = try entry.successor.flatMap { try Self.place(ofTownship: $0, db) }
            let term = TownshipTerm(first: entry.first, last: entry.last, successor: heir)
            try Event(
                deed, subject: "\(found.place): \(term.years)", count: 0, reason: reason, author: author
            ).add(to: db)
            return (found.place, term)
        }
    }

    /// Whether anything was said of a township's years, or of those of another that went into it.
    static func hasPartInTerms(_ township: Int64, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM township_term WHERE township_id = ?1 OR successor_id = ?1)",
            arguments: [township]) ?? false
    }

    /// Gives what was said of a township's years, and of those that went into it, to the one that it becomes part of.
    static func carryTerm(of township: Int64, to heir: Int64, author: String, _ db: Database) throws {
        guard try hasPartInTerms(township, db) || hasPartInTerms(heir, db),
            let (place, target) = try places(township, heir, db)
        else { return }
        let (own, other) = (try TermEntry.current(of: township, db), try TermEntry.current(of: heir, db))
        if own.successor == heir || !own.isOpen && !other.isOpen && own != other {
            throw PlaceError.termsDiffer(place, own.term, from: target)
        }
        if other.successor == township { throw PlaceError.termsDiffer(target, other.term, from: place) }
        try db.execute(
            sql: "UPDATE township_term SET township_id = ?1 WHERE township_id = ?2", arguments: [heir, township])
        try db.execute(
            sql: "UPDATE township_term SET successor_id = ?1 WHERE successor_id = ?2", arguments: [heir, township])
        let kept = own.isOpen ? other : own
        if try TermEntry.current(of: heir, db) != kept {
            try kept.add(to: heir, reason: "= \(place)", author: author, db)
        }
        do {
            try checkTerm(of: heir, db)
        } catch PlaceError.reportsOutsideTerm {
            throw own.isOpen
                ? PlaceError.termsDiffer(target, other.term, from: place)
                : PlaceError.termsDiffer(place, own.term, from: target)
        }
    }

    private static func places(_ one: Int64, _ other: Int64, _ db: Database) throws -> (Place, Place)? {
        guard let first = try place(ofTownship: one, db), let second = try place(ofTownship: other, db) else {
            return nil
        }
        return (first, second)
    }

    /// Refuses what cannot be: reports of other years, a successor that was gone as early. Since each goes into one
    /// that was there longer, there is no circle.
    private static func checkTerm(of township: Int64, _ db: Database) throws {
        let term = try TermEntry.current(of: township, db)
        guard !term.isOpen, let place = try place(ofTownship: township, db) else { return }
        let years = try Int.fetchAll(
            db,
            sql: """
                SELECT DISTINCT year FROM report WHERE township_id = ?1 AND (year < ?2 OR year > ?3)
                    AND \(Seat.isCurrent) ORDER BY year
                """, arguments: [township, term.first, term.last])
        guard years.isEmpty else {
            throw PlaceError.reportsOutsideTerm(place, TownshipTerm(first: term.first, last: term.last), years: years)
        }
        if term.successor == township { throw PlaceError.endsIntoItself(place) }
        let predecessors = try Int64.fetchAll(
            db, sql: "SELECT DISTINCT township_id FROM township_term WHERE successor_id = ?", arguments: [township])
        for id in [township] + predecessors { try checkSuccessor(of: id, db) }
    }

    private static func checkSuccessor(of township: Int64, _ db: Database) throws {
        let term = try TermEntry.current(of: township, db)
        guard let id = term.successor, let last = term.last, let end = try TermEntry.current(of: id, db).last,
            end <= last, let (place, successor) = try places(township, id, db)
        else { return }
        throw PlaceError.successorEnded(place, lastYear: last, into: successor, successorYear: end)
    }
}

/// A township whose years are told, or that takes another over, as it was found.
private struct TermedPlace: Equatable {
    let id: Int64
    let place: Place
    let entry: TermEntry

    init(_ known: KnownPlace, _ db: Database) throws {
        guard case .township(let id, let place) = known else { throw PlaceError.noTownship(known.description) }
        (self.id, self.place) = (id, place)
        entry = try TermEntry.current(of: id, db)
    }

    static func successor(_ word: String, _ db: Database) throws -> TermedPlace {
        do {
            return try TermedPlace(KnownPlace.named(word, db), db)
        } catch PlaceError.unknown(let name, let nearest) {
            throw PlaceError.unknownSuccessor(name, nearest: nearest)
        }
    }
}

/// What a row of `township_term` says.
private struct TermEntry: Equatable {
    var first: Int?
    var last: Int?
    var successor: Int64?

    /// Whether it says nothing.
    var isOpen: Bool { first == nil && last == nil }

    /// Its years alone.
    var term: TownshipTerm { TownshipTerm(first: first, last: last) }

    /// What counts for a township.
    static func current(of township: Int64, _ db: Database) throws -> TermEntry {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT first_year, last_year, successor_id FROM township_term WHERE township_id = ?
                ORDER BY id DESC LIMIT 1
                """, arguments: [township])
        guard let row else { return TermEntry() }
        return TermEntry(
            first: try row.getIfAny("first_year"), last: try row.getIfAny("last_year"),
            successor: try row.getIfAny("successor_id"))
    }

    func add(to township: Int64, reason: String, author: String, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO township_term (township_id, first_year, last_year, successor_id, reason, author, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, arguments: [township, first, last, successor, reason, author, Archive.now()])
    }
}
