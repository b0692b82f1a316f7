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

        init(_ row: HotStatement) {
            type = row.string(0)
            name = row.string(1)
            let words = row.bytes(2).split { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
            sql = String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
        }
    }

    /// Those that SQLite makes by itself have no statement; its statistics are nobody's.
    private static let listing = """
        SELECT type, name, sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%' ORDER BY name
        """

    let entries: [Entry]

    init(_ db: Database) throws {
        let rows = try HotStatement(db, Self.listing)
        var entries: [Entry] = []
        while try rows.step() { entries.append(Entry(rows)) }
        self.entries = entries
    }

    private static let made = Result { try OwnSchema(through: Migration.all) }

    static func get() throws -> OwnSchema { try made.get() }

    /// As some of the migrations make it.
    init(through migrations: some Sequence<Migration>) throws {
        self = try DatabaseQueue().inDatabase { db in
            for migration in migrations { try db.execute(sql: migration.sql) }
            return try OwnSchema(db)
        }
    }

    func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// The statements that make the tables.
    var tables: [Entry] { entries.filter { $0.type == "table" } }

    /// The SHA-256 of all entries, in hexadecimal.
    var digest: String {
        let bytes = entries.flatMap { "\($0.type)\0\($0.name)\0\($0.sql)\0".utf8 }
        return SHA256Digest.of(bytes).hexadecimal
    }

    /// Everything in which an archive differs from what the migrations make, by name. To make the schema anew takes
    /// longer than most questions to an archive: it is made only where its digest tells that something differs.
    static func differences(_ db: Database) throws -> [SchemaDifference] {
        let found = try OwnSchema(db)
        return found.digest == Migration.schemaDigest ? [] : try get().differences(from: found)
    }

    /// Everything in which a schema that was found differs from this one, by name.
    func differences(from other: OwnSchema) -> [SchemaDifference] {
        let (own, found) = (byName, other.byName)
        return Set(own.keys).union(found.keys).sorted().compactMap { name in
            switch (own[name], found[name]) {
            case (let own?, let other?): own == other ? nil : .init(type: own.type, name: name, kind: .changed)
            case (let own?, nil): .init(type: own.type, name: name, kind: .missing)
            case (nil, let other?): .init(type: other.type, name: name, kind: .foreign)
            case (nil, nil): nil
            }
        }
    }

    private var byName: [String: Entry] { Dictionary(entries.map { ($0.name, $0) }) { first, _ in first } }
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
