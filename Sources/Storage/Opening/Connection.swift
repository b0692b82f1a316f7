import CSQLite
import Foundation
import GRDB
import Values

/// Microseconds between two attempts to get at a busy file.
private let pause: UInt32 = 5_000

/// The way to a database file: hardened against what a hostile or damaged file could make SQLite do.
///
/// The journal is a rollback journal, not a write-ahead log: at rest the archive is one file that can be copied or
/// put on a read-only medium, and whoever reads it creates nothing beside it. The price is that a reader waits while
/// a batch is committed (some milliseconds), and a commit waits for the readers at work.
enum Connection {
    /// Seconds until another's writing makes an archive `busy`.
    static let patience: TimeInterval = 10
    /// Seconds that a commit waits for readers: an export or a backup of a whole province may take so long.
    static let patienceWithReaders: TimeInterval = 60

    /// Bytes that SQLite may take.
    static let heapLimit: Int64 = 256 << 20

    /// Waits so long for others, and asks again every few milliseconds. SQLite's own waiting asks ever more seldom, so
    /// that with many writers whoever has waited longest gets its turn last.
    static func wait(_ seconds: TimeInterval, _ db: Database) {
        let tries = Int(seconds * 1_000_000) / Int(pause)
        sqlite3_busy_handler(
            db.sqliteConnection,
            { tries, count in
                guard Int(count) < Int(bitPattern: tries) else { return 0 }
                usleep(pause)
                return 1
            }, UnsafeMutableRawPointer(bitPattern: tries))
    }

    /// - Parameter holdsTransactions: whether a transaction may stay open between two uses.
    static func open(path: String, readOnly: Bool, holdsTransactions: Bool = false) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.allowsUnsafeTransactions = holdsTransactions
        configuration.prepareDatabase(harden)
        // Debian's SQLite reads names that begin with `file:` as URIs.
        let literal = path.hasPrefix("/") ? path : "./" + path
        return try ArchiveError.translating(path: path) {
            try DatabaseQueue(path: literal, configuration: configuration)
        }
    }

    private static func harden(_ db: Database) {
        wait(patience, db)
        let connection = db.sqliteConnection
        // Of the whole process: what needs more is stopped as out of memory.
        sqlite3_hard_heap_limit64(heapLimit)
        for (option, value) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0),
        ] as [(Int32, Int32)] {
            nianbao_sqlite3_set(connection, option, value)
        }
        // EXTRA: what is committed stays so through a power cut.
        sqlite3_exec(
            connection,
            """
            PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -32000; PRAGMA synchronous = EXTRA
            """, nil, nil, nil)
    }

    /// Makes the file, readable by its owner only (and less, if the umask says so), unless it is there.
    ///
    /// SQLite would make it readable by everybody. A file whose first transaction then fails stays behind empty: it may
    /// already be another process's, so it is not deleted.
    static func createFile(path: String) throws(ArchiveError) {
        var status = stat()
        guard stat(path, &status) != 0 else {
            if status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
            return
        }
        if let other = ArchiveFile.archive(beside: path) { throw .besideArchive(path: path, other: other) }
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = Phrase(systemError: errno)
            throw errno == ENOSPC ? .diskFull(path: path) : .cannotCreate(path: path, reason: reason)
        }
        close(descriptor)
        PartFile.synchronize(folder: PartFile.folder(of: path))
    }

    /// Refuses what is not there or no file, which SQLite tells apart from missing permissions only with difficulty.
    static func checkFile(path: String) throws(ArchiveError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == EACCES ? .noPermission(path: path) : .missing(path: path)
        }
        if status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
    }
}

extension Database {
    /// Runs what inserts rows that refer to others which are known to be there, without looking those up. May be used
    /// within a transaction, as the pragma may not; statements are prepared anew before and behind it.
    func trustingReferences<Result>(_ body: () throws -> Result) rethrows -> Result {
        nianbao_sqlite3_set(sqliteConnection, SQLITE_DBCONFIG_ENABLE_FKEY, 0)
        defer { nianbao_sqlite3_set(sqliteConnection, SQLITE_DBCONFIG_ENABLE_FKEY, 1) }
        return try body()
    }
}
