import CSQLite
import Catalogue
import Foundation
import GRDB
import Values

/// The archive: one SQLite file of reports, the documents they were read from, and the figures they state.
///
/// An archive opened for reading creates, changes and locks out nothing (but if a writer was killed, it is brought back
/// to its last whole state first). One opened for writing is the only one that writes while it does: a second waits,
/// and gives up as `busy`. All methods may be called from any thread, one at a time gets its turn; what a method does
/// it does whole or, when it throws, not at all.
package struct Archive: Sendable {
    package let path: String
    /// Everything that the archive has or may get figures of. When opened for writing it begins with the indicators
    /// that were given, in their order; then come those that only older figures have.
    package let indicators: IndicatorList
    /// The numbers of their rows.
    let indicatorRows: PerIndicator<Int64>
    private let queue: DatabaseQueue
    /// The file that was opened.
    private let identity: FileIdentity?
    /// Whether what is written goes to a write-ahead log first.
    private let hasLog: Bool

    private init(
        path: String, _ registered: [IndicatorTable.Row], queue: DatabaseQueue, identity: FileIdentity?,
        hasLog: Bool = false
    ) {
        self.path = path
        self.hasLog = hasLog
        self.identity = identity
        self.queue = queue
        indicators = IndicatorList(registered.map(\.indicator))
        indicatorRows = PerIndicator(inOrder: registered.map(\.id))
    }

    /// Opens an archive that is there.
    ///
    /// - Parameter indicators: those that it would have if it were opened for writing with them; else its own.
    package static func openForReading(path: String, among indicators: [Indicator]? = nil) throws -> Archive {
        try Connection.checkFile(path: path)
        do {
            return try openAsItIs(path: path, indicators)
        } catch ArchiveError.interrupted {
            // A killed writer left its journal. Opened for writing, SQLite itself goes back to the last whole state.
            try ArchiveError.translating(path: path) {
                try Connection.open(path: path, readOnly: false).close()
            }
            return try openAsItIs(path: path, indicators)
        }
    }

    private static func openAsItIs(path: String, _ indicators: [Indicator]?) throws -> Archive {
        let identity = FileIdentity(path)
        let queue = try Connection.open(path: path, readOnly: true)
        return try ArchiveError.translating(path: path) {
            let registered = try queue.read { db in
                try Schema.requireLatest(db, path: path)
                let stored = try IndicatorTable.all(db, path: path)
                return try indicators.map { try IndicatorTable.imagined($0, over: stored) } ?? stored
            }
            return Archive(path: path, registered, queue: queue, identity: identity)
        }
    }

    /// Opens an archive, makes it if it is not there, brings it up to date, and registers the indicators.
    ///
    /// - Parameter successions: what a new archive is told of them in the same transaction; see `register`.
    package static func openForWriting(
        path: String, indicators: some Sequence<Indicator>, successions: [Succession] = []
    ) throws -> Archive {
        try Connection.createFile(path: path)
        let identity = FileIdentity(path)
        if identity?.names ?? 1 > 1 { throw ArchiveError.severalNames(path: path) }
        let queue = try Connection.open(path: path, readOnly: false)
        return try ArchiveError.translating(path: path) {
            try queue.inDatabase { db in
                if sqlite3_db_readonly(db.sqliteConnection, "main") == 1 { throw ArchiveError.readOnly(path: path) }
                // What the connection notes for itself (`Sealing`) is no file.
                try db.execute(sql: "PRAGMA temp_store = MEMORY")
            }
            var ofNew: [IndicatorTable.Row]?
            try Schema.migrate(queue, path: path) { db in
                try IndicatorTable.write(Array(indicators), over: [], db)
                let rows = try IndicatorTable.all(db, path: path)
                let ids = Dictionary(rows.map { ($0.indicator.code, $0.id) }) { first, _ in first }
                try SuccessionRow.write(SuccessionRow.all(successions) { ids[$0] }, db)
                ofNew = rows
            }
            if ofNew == nil {
                try queue.inDatabase { db in
                    try Schema.requireOwn(db, path: path, \.isInTheWayOfWriting)
                    try Sealing.prepare(db)
                }
            }
            let hasLog = try queue.inDatabase(keepsLog)
            let registered = try ofNew ?? IndicatorTable.register(Array(indicators), in: queue, path: path)
            return Archive(path: path, registered, queue: queue, identity: identity, hasLog: hasLog)
        }
    }

    /// Another program may have left the archive in write-ahead mode; see `Connection` for why it is not. While
    /// somebody reads it stays so, and is written all the same, the log being emptied each time.
    private static func keepsLog(_ db: Database) throws -> Bool {
        do {
            Connection.wait(0, db)
            defer { Connection.wait(Connection.patience, db) }
            return try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") == "wal"
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return true
        }
    }

    /// One consistent view of the archive for all that `body` asks; may be nested.
    func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try ArchiveError.translating(path: path) {
            try queue.unsafeReentrantRead { db in
                if db.isInsideTransaction { return try body(db) }
                try db.beginTransaction(.deferred)
                return try Self.finish(db) { try body(db) }
            }
        }
    }

    /// One transaction, undone when `body` throws.
    func writing<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try ArchiveError.translating(path: path) {
            try queue.inDatabase { db in
                defer { Connection.wait(Connection.patience, db) }
                try db.beginTransaction(.immediate)
                let result = try Leftovers.ofThisRun.finishing {
                    try Self.finish(db) {
                        try requireInPlace()
                        let result = try body(db)
                        try Sealing.seal(db)
                        // From here on only readers are waited for.
                        Connection.wait(Connection.patienceWithReaders, db)
                        return result
                    }
                }
                try requireInPlace()
                // The archive is one file: whoever copies it has all.
                if hasLog { try? db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
                return result
            }
        }
    }

    /// Writes what was decided on what was `seen`, unless another has changed it before nobody else could write.
    ///
    /// - Parameters:
    ///   - subject: what it is about, for the refusal.
    ///   - look: sees it anew.
    func writing<Seen: Equatable, Result>(
        _ subject: String, seen: Seen, _ look: (Database) throws -> Seen, _ body: (Database) throws -> Result
    ) throws -> Result {
        try writing { db in
            guard try look(db) == seen else { throw ArchiveError.overtaken(subject) }
            return try body(db)
        }
    }

    /// What is written into a file that has lost its name is lost.
    package func requireInPlace() throws(ArchiveError) {
        guard FileIdentity(path) == identity else { throw .replaced(path: path) }
    }

    /// Ends a transaction with what `body` does, or undoes it.
    private static func finish<Result>(_ db: Database, _ body: () throws -> Result) throws -> Result {
        do {
            let result = try body()
            try db.commit()
            return result
        } catch {
            // After a full disk, for one, SQLite has rolled back by itself, and says that there is nothing to undo.
            try? db.rollback()
            throw error
        }
    }

    static func now() -> String { Date.now.ISO8601Format() }
}
