import GRDB
import Migrations
import Values

/// What the header of a database file says of it: whether it is an archive, and of which version.
///
/// The version is SQLite's own `user_version`, not a table: it is in the file's first page, and other tools show it.
enum Schema {
    private static let latest = Migration.all.last?.version ?? 0

    /// The number of the last migration that the file went through; 0 of an empty database.
    static func version(_ db: Database, path: String) throws -> Int {
        // What is compared is of one state, even if another brings the archive up to date meanwhile.
        if db.isInsideTransaction { return try versionOfThisState(db, path: path) }
        try db.beginTransaction(.deferred)
        defer { try? db.commit() }
        return try versionOfThisState(db, path: path)
    }

    private static func versionOfThisState(_ db: Database, path: String) throws -> Int {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if application != Migration.applicationID {
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            guard isEmpty, application == 0, version == 0 else { throw ArchiveError.foreign(path: path) }
        }
        // Another program has written it anew: every text would be read as another.
        let encoding = try String.fetchOne(db, sql: "PRAGMA encoding") ?? ""
        if encoding != "UTF-8" { throw ArchiveError.damaged(path: path, detail: Phrase(encoding)) }
        if version > latest { throw ArchiveError.newer(path: path, detail: Phrase("\(version) > \(latest)")) }
        if version < latest { try requireTables(of: version, db, path: path) }
        return version
    }

    /// Refuses a number that the tables do not bear out: to bring them up to date from there would fail, and to say
    /// that there are none, or that they are of an older version, would lead astray.
    private static func requireTables(of version: Int, _ db: Database, path: String) throws {
        let schema = try OwnSchema(through: Migration.all.filter { $0.version <= version })
        let differences = try schema.differences(from: OwnSchema(db))
        guard !differences.isEmpty else { return }
        let latest = try OwnSchema.get()
        guard let difference = differences.first(where: { $0.isOfAnotherVersion(than: latest) }) else { return }
        throw ArchiveError.damaged(
            path: path,
            detail: Phrase(
                zh: "版本号是 \(version)，但\(difference.explanation.zh)",
                en: "it says that its version is \(version), but \(difference.explanation.en)"))
    }

    /// Refuses what cannot be read as it stands.
    static func requireLatest(_ db: Database, path: String) throws {
        let version = try version(db, path: path)
        if version == 0 { throw ArchiveError.empty(path: path) }
        if version < latest { throw ArchiveError.older(path: path) }
        try requireOwn(db, path: path, \.isInTheWayOfReading)
    }

    /// Refuses what is not as the migrations made it, as far as it is in the way.
    static func requireOwn(_ db: Database, path: String, _ isInTheWay: (SchemaDifference) -> Bool) throws {
        guard let difference = try OwnSchema.differences(db).first(where: isInTheWay) else { return }
        throw ArchiveError.damaged(path: path, detail: difference.explanation)
    }

    /// Brings the file to the latest version; all steps and their number are one transaction, and so is what fills a
    /// file that was empty: such a file needs no steps, and its connection then notes what is written.
    static func migrate(
        _ queue: DatabaseQueue, path: String, filling fill: (Database) throws -> Void
    ) throws {
        try queue.inDatabase { db in
            guard try version(db, path: path) < latest else { return }
            try Leftovers.ofThisRun.finishing {
                try db.inTransaction(.immediate) {
                    let current = try version(db, path: path)
                    if current == 0 {
                        try db.execute(sql: whole)
                    } else {
                        for migration in Migration.all where migration.version > current {
                            try db.execute(sql: migration.sql)
                        }
                    }
                    try db.execute(
                        sql: "PRAGMA user_version = \(latest); PRAGMA application_id = \(Migration.applicationID)")
                    // Of a file that was empty, all that comes under the chain is what fills it.
                    if current == 0 {
                        try Sealing.prepare(db)
                        try fill(db)
                        try Sealing.seal(db)
                    } else {
                        try Sealing.adopt(db)
                    }
                    return .commit
                }
            }
        }
    }
}
