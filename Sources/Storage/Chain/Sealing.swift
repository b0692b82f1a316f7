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
                PRAGMA temp_store = MEMORY;
                CREATE TEMP TABLE touched (
                    id INTEGER PRIMARY KEY, relation TEXT NOT NULL, owner INTEGER NOT NULL, content BLOB);
                """)
        for relation in Relation.all {
            for trigger in relation.triggers { try db.execute(sql: trigger) }
        }
    }

    /// Adds the links of this transaction, as the last thing before it commits.
    static func seal(_ db: Database) throws {
        let touched = try touched(db)
        guard !touched.isEmpty else { return }
        let subjects = Set(touched.map(\.subject))
        var contents = OwnedContents(db)
        var head = try ChainHead(db)
        for touch in touched {
            let (name, owner) = (touch.subject.relation, touch.subject.owner)
            try head.add(name, owner: owner, content: touch.content ?? contents.digest(name, owner))
            guard name == "report" else { continue }
            // Parts that came otherwise than by the writer of reports.
            for part in Relation.parts where !subjects.contains(Subject(relation: part.name, owner: owner)) {
                guard let content = try contents.digest(part.name, owner) else { continue }
                try head.add(part.name, owner: owner, content: content)
            }
        }
        try db.execute(sql: "DELETE FROM touched")
    }

    private struct Subject: Hashable {
        let relation: String
        let owner: Int64
    }

    /// What was touched, each once, with what was noted of it last.
    private static func touched(_ db: Database) throws -> [(subject: Subject, content: [UInt8]?)] {
        let rows = try HotStatement(
            db, "SELECT relation, owner, content, max(id) FROM touched GROUP BY relation, owner ORDER BY min(id)")
        var result: [(subject: Subject, content: [UInt8]?)] = []
        while try rows.step() {
            let noted = rows.bytes(2)
            result.append(
                (Subject(relation: rows.string(0), owner: rows.integer(1)), noted.isEmpty ? nil : Array(noted)))
        }
        return result
    }

    /// Brings the relations under the chain that have no link yet: those of an archive that had no chain, and tables
    /// that a migration made.
    static func adopt(_ db: Database) throws {
        guard try db.tableExists("link") else { return }
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
        guard let digest = content.digest else { return }
        try insert.bind(relation, at: 1)
        insert.bind(owner, at: 2)
        try insert.bind(blob: digest, at: 3)
        try insert.run()
    }
}

/// The contents of single owners, with a statement for each relation that is asked for.
private struct OwnedContents {
    private let db: Database
    private var statements: [String: HotStatement] = [:]

    init(_ db: Database) { self.db = db }

    mutating func digest(_ name: String, _ owner: Int64) throws -> [UInt8]? {
        guard let relation = Relation.byName[name] else { return nil }
        let rows = try statements[name] ?? HotStatement(db, relation.rowsOfOwner)
        statements[name] = rows
        rows.bind(owner, at: 1)
        defer { rows.reset() }
        var content = RowContent()
        while try rows.step() { content.append(rows) }
        return content.digest
    }
}
