import GRDB
import Migrations
import Values

/// The program's own tables, views, triggers and indexes, as the migrations make them, to hold an archive's against:
/// one that was made otherwise may be slow without end, or say something else than it seems.
struct OwnSchema: Sendable {
    struct Entry: Hashable, Sendable {
        let type: String
        let name: String
        /// The statement that made it, its blanks counted once: SQLite's versions differ in them.
        let sql: String

        init(_ row: Row) throws {
            type = try row.get("type")
            name = try row.get("name")
            let sql: String = try row.get("sql")
            self.sql = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// Those that SQLite makes by itself have no statement; its statistics are nobody's.
    private static let listing =
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%'"

    private let entries: [String: Entry]

    private static let made = Result { try OwnSchema(through: Migration.all) }

    static func get() throws -> OwnSchema { try made.get() }

    func has(_ name: String) -> Bool { entries[name] != nil }

    private init(entries: [String: Entry]) { self.entries = entries }

    /// As some of the migrations make it.
    init(through migrations: some Sequence<Migration>) throws {
        let queue = try DatabaseQueue()
        self = try queue.inDatabase { db in
            for migration in migrations { try db.execute(sql: migration.sql) }
            return OwnSchema(entries: try Self.entries(db))
        }
    }

    private static func entries(_ db: Database) throws -> [String: Entry] {
        let entries = try Row.fetchAll(db, sql: listing).map(Entry.init)
        return Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The statements that make the tables.
    var tables: [Entry] { entries.values.filter { $0.type == "table" }.sorted { $0.name < $1.name } }

    /// Everything in which an archive differs, by name.
    func differences(_ db: Database) throws -> [SchemaDifference] {
        let found = try Self.entries(db)
        let names = Set(entries.keys).union(found.keys).sorted()
        return names.compactMap { name in
            switch (entries[name], found[name]) {
            case (let own?, let other?): own == other ? nil : .init(type: own.type, name: name, kind: .changed)
            case (let own?, nil): .init(type: own.type, name: name, kind: .missing)
            case (nil, let other?): .init(type: other.type, name: name, kind: .foreign)
            case (nil, nil): nil
            }
        }
    }
}

/// Something in an archive's schema that is not as the program made it.
package struct SchemaDifference: Sendable, Equatable, Explained {
    package enum Kind: Sendable {
        case missing
        case changed
        case foreign
    }

    /// `table`, `view`, `trigger` or `index`.
    package let type: String
    package let name: String
    package let kind: Kind

    /// Whether a command that reads would meet it, and one that writes.
    var isInTheWayOfReading: Bool { type == "table" && kind != .foreign }
    var isInTheWayOfWriting: Bool { isInTheWayOfReading || type == "trigger" || type == "index" && kind == .foreign }

    /// Whether an archive is of another version than it says: tables of that version are not there, or what only a
    /// later one has.
    func isOfAnotherVersion(than latest: OwnSchema) -> Bool {
        isInTheWayOfReading || kind == .foreign && latest.has(name)
    }

    package var explanation: Phrase {
        let zh = ["table": "表", "view": "视图", "trigger": "触发器", "index": "索引"][type] ?? type
        return switch kind {
        case .missing: Phrase(zh: "缺少\(zh) \(name)", en: "the \(type) \(name) is missing")
        case .changed: Phrase(zh: "\(zh) \(name) 被改过", en: "the \(type) \(name) was changed")
        case .foreign: Phrase(zh: "\(zh) \(name) 不属于本程序", en: "the \(type) \(name) is not the program's own")
        }
    }
}
