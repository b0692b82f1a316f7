import CSQLite
import Foundation
import GRDB
import Values

/// A value of a row that a user's own query returns.
package enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// NULL for nil.
    init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
}

/// Why a user's own query is not answered.
package enum QueryError: ExplainedError, Equatable {
    case wrong(Phrase)
    case notReading
    case notOne
    case tooLong(Duration)
    case tooLarge
    case longValue

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        switch self {
        case .wrong(let message):
            Phrase(
                zh: "SQL 语句有误：\(message.zh)；请检查表名、列名和语法",
                en: "the SQL is wrong: \(message.en); check the names of tables and columns and the syntax")
        case .notReading:
            Phrase(
                zh: "这里只能查询，不能修改档案，请改用一条 SELECT 语句",
                en: "only questions are answered here, and nothing is changed; use one SELECT statement")
        case .notOne:
            Phrase(zh: "请只给一条 SELECT 语句", en: "give exactly one SELECT statement")
        case .tooLong(let limit):
            Phrase(
                zh: "查询超过 \(limit.components.seconds) 秒，已中止，请缩小范围",
                en: "the query took longer than \(limit.components.seconds) s and was stopped; narrow it down")
        case .tooLarge:
            Phrase(
                zh: "查询所需内存超过 \(Connection.heapLimit >> 20) MB，已中止，请缩小范围",
                en: "the query needs over \(Connection.heapLimit >> 20) MB of memory and was stopped; narrow it down")
        case .longValue:
            Phrase(
                zh: "查询中有超过 \(Archive.longestValue >> 20) MB 的单个值，请用 substr 取其一部分",
                en: "a single value of the query is over \(Archive.longestValue >> 20) MB; take a part with substr")
        }
    }
}

extension Archive {
    /// Answers one SELECT statement of a user's: `columns` is given the names, then `row` each row.
    ///
    /// The statement runs on a connection of its own that can only read this file: whatever else it asks for (writing,
    /// other files, settings, extensions) is refused before it runs.
    ///
    /// - Parameter derived: what stands beside the archive's tables.
    package func query(
        _ sql: String, beside derived: [DerivedTable] = [], timeLimit: Duration = .seconds(60),
        columns: ([String]) throws -> Void, row: ([SQLValue]) throws -> Void
    ) throws {
        let queue = try Connection.open(path: path, readOnly: true)
        try queue.inDatabase { db in
            for table in derived { try table.make(in: db) }
            let deadline = Deadline(in: timeLimit)
            try withExtendedLifetime(deadline) {
                confine(db, until: deadline)
                do {
                    let statement = try HotStatement(db, sql)
                    try columns(statement.columnNames)
                    while try statement.step() { try row(statement.values) }
                } catch let error as DatabaseError {
                    throw explained(error, timeLimit: timeLimit)
                }
            }
        }
    }

    /// Bytes: a function of a longer value could take longer than any limit of time allows.
    fileprivate static let longestValue = 16 << 20

    private func confine(_ db: Database, until deadline: Deadline) {
        let connection = db.sqliteConnection
        sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(Self.longestValue))
        sqlite3_set_authorizer(
            connection,
            { _, action, first, second, _, _ in
                permits(action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
                    ? SQLITE_OK : SQLITE_DENY
            }, nil)
        sqlite3_progress_handler(
            connection, 10_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().hasPassed ? 1 : 0
            }, Unmanaged.passUnretained(deadline).toOpaque())
    }

    private func explained(_ error: DatabaseError, timeLimit: Duration) -> any Error {
        switch error.resultCode {
        case .SQLITE_INTERRUPT: QueryError.tooLong(timeLimit)
        case .SQLITE_NOMEM: QueryError.tooLarge
        case .SQLITE_TOOBIG: QueryError.longValue
        case .SQLITE_AUTH, .SQLITE_READONLY: QueryError.notReading
        // Functions and tables made up by SQLite are refused with the general code.
        case .SQLITE_ERROR where error.message?.hasPrefix("not authorized") == true: QueryError.notReading
        // No statement at all, or several.
        case .SQLITE_MISUSE: QueryError.notOne
        case .SQLITE_ERROR, .SQLITE_RANGE, .SQLITE_MISMATCH:
            QueryError.wrong(Phrase(sqlite: error))
        default: ArchiveError(error, path: path)
        }
    }
}

/// What a statement that only reads asks SQLite for.
private func permits(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
    // SQLite asks for this when it makes up the columns of `pragma_table_info` and the like; nothing can be updated.
    case SQLITE_UPDATE: first == "sqlite_master"
    case SQLITE_FUNCTION: second != "load_extension"
    case SQLITE_PRAGMA:
        ["table_list", "table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list"].contains(first)
    default: false
    }
}

/// A point in time after which a query is stopped; a class, so that SQLite can be handed a pointer to it.
private final class Deadline {
    private let end: ContinuousClock.Instant

    init(in duration: Duration) {
        end = .now + duration
    }

    var hasPassed: Bool { .now > end }
}

extension HotStatement {
    var values: [SQLValue] {
        (0..<columnCount).map { column in
            switch type(column) {
            case SQLITE_INTEGER: .integer(integer(column))
            case SQLITE_FLOAT: .real(real(column))
            case SQLITE_TEXT: .text(string(column))
            case SQLITE_BLOB: .blob(Array(bytes(column)))
            default: .null
            }
        }
    }
}

extension SQLValue {
    var stored: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
