import GRDB

/// How everything that a connection writes comes under the chain: triggers of the connection's own note whose rows a
/// transaction touches, and before it commits, a link is added for each.
///
/// Nothing else need be said by whoever writes, but what the parts of a new report hold: to read thousands of rows
/// again would take longer than writing them.
enum Sealing {
    /// For a connection that writes, once its tables are there. The notes are the connection's and not the archive's.
    static func prepare(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE touched (
                    id INTEGER PRIMARY KEY, relation INTEGER NOT NULL, owner INTEGER NOT NULL, content BLOB);
                """)
        for (place, relation) in Relation.all.enumerated() {
            for trigger in relation.triggers(place: place) { try db.execute(sql: trigger) }
        }
    }

    /// Adds the links of this transaction, as the last thing before it commits.
    static func seal(_ db: Database) throws {
        let touched = try touched(db)
        guard !touched.isEmpty else { return }
        let subjects = Set(touched.map(\.subject))
        let parts = Relation.all.indices.filter { Relation.all[$0].isPartOfReport }
        var contents = OwnedContents(db)
        var head = try ChainHead(db)
        for touch in touched {
            let (relation, owner) = (touch.subject.relation, touch.subject.owner)
            let name = Relation.all[relation].name
            try head.add(name, owner: owner, content: touch.content ?? contents.digest(relation, owner))
            guard name == "report" else { continue }
            // Parts that came otherwise than by the writer of reports.
            for part in parts where !subjects.contains(Subject(relation: part, owner: owner)) {
                guard let content = try contents.digest(part, owner) else { continue }
                try head.add(Relation.all[part].name, owner: owner, content: content)
            }
        }
        try db.execute(sql: "DELETE FROM touched")
    }

    private struct Subject: Hashable {
        /// Its place in `Relation.all`.
        let relation: Int
        let owner: Int64
    }

    /// What was touched, each once, with what was noted of it last.
    private static func touched(_ db: Database) throws -> [(subject: Subject, content: [UInt8]?)] {
        let rows = try HotStatement(db, "SELECT relation, owner, content FROM touched ORDER BY id")
        var result: [(subject: Subject, content: [UInt8]?)] = []
        var places: [Subject: Int] = [:]
        while try rows.step() {
            let noted = rows.bytes(2)
            let content = noted.isEmpty ? nil : Array(noted)
            let subject = Subject(relation: Int(rows.integer(0)), owner: rows.integer(1))
            if let place = places[subject] {
                result[place].content = content
            } else {
                places[subject] = result.count
                result.append((subject, content))
            }
        }
        return result
    }

    /// Brings the relations under the chain that have no link yet: those of an archive that had no chain, and tables
    /// that a migration made.
    static func adopt(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "SELECT 1 FROM sqlite_schema WHERE name = 'link'") != nil else { return }
        let chained = try String.fetchSet(db, sql: "SELECT DISTINCT relation FROM link")
        var head = try ChainHead(db)
        for relation in Relation.all where !chained.contains(relation.name) {
            try ContentWalk(relation, db).visit { owner, content in
                try head.add(relation.name, owner: owner, content: content)
            }
        }
    }
}

/// What the parts of a report hold, said by their writer.
struct SealingNote {
    private let insert: HotStatement

    init(_ db: Database) throws {
        insert = try HotStatement(db, "INSERT INTO touched (relation, owner, content) VALUES (?1, ?2, ?3)")
    }

    /// Without rows there is nothing to say.
    func note(_ relation: String, owner: Int64, _ content: RowContent) throws {
        guard let digest = content.digest, let number = Relation.numbers[relation] else { return }
        insert.bind(number, at: 1)
        insert.bind(owner, at: 2)
        try insert.bind(blob: digest, at: 3)
        try insert.run()
    }
}

/// The contents of single owners, with a statement for each relation that is asked for.
private struct OwnedContents {
    private let db: Database
    private var statements: [Int: HotStatement] = [:]

    init(_ db: Database) { self.db = db }

    mutating func digest(_ relation: Int, _ owner: Int64) throws -> [UInt8]? {
        let rows = try statements[relation] ?? HotStatement(db, Relation.all[relation].rowsOfOwner)
        statements[relation] = rows
        rows.bind(owner, at: 1)
        defer { rows.reset() }
        var content = RowContent()
        while try rows.step() { content.append(rows) }
        return content.digest
    }
}
