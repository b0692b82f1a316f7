import CSQLite
import GRDB

/// A statement that is run for many rows, through SQLite's own interface: more than twice as fast as an array of
/// arguments or a row of values for each. Everything else goes through GRDB's.
///
/// Parameters are numbered from 1 and columns from 0, as in SQLite. Parameters keep their values from run to run.
struct HotStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer?

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        handle = statement.sqliteStatement
        connection = db.sqliteConnection
    }

    // MARK: Parameters

    func bind(_ value: Int64?, at index: Int32) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ value: Int, at index: Int32) {
        sqlite3_bind_int64(handle, index, Int64(value))
    }

    func bind(_ text: String?, at index: Int32) throws {
        guard var text else { return bind(nil as Int64?, at: index) }
        try check(text.withUTF8 { bind(UnsafeRawBufferPointer($0), at: index, with: nianbao_sqlite3_bind_text) })
    }

    func bind(text: [UInt8], at index: Int32) throws {
        try check(text.withUnsafeBytes { bind($0, at: index, with: nianbao_sqlite3_bind_text) })
    }

    func bind(blob: [UInt8], at index: Int32) throws {
        try check(blob.withUnsafeBytes { bind($0, at: index, with: nianbao_sqlite3_bind_blob) })
    }

    private func bind(
        _ bytes: UnsafeRawBufferPointer, at index: Int32,
        with binder: (OpaquePointer, Int32, UnsafeRawPointer, Int32) -> Int32
    ) -> Int32 {
        // SQLite takes a null pointer for NULL, and an empty buffer may have one: any other address will do.
        binder(handle, index, bytes.baseAddress ?? UnsafeRawPointer(handle), Int32(clamping: bytes.count))
    }

    // MARK: Running

    /// Runs a statement that returns no rows.
    func run() throws {
        defer { sqlite3_reset(handle) }
        _ = try step()
    }

    /// Whether there is a next row.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure
        }
    }

    /// Starts again, with the parameters as they are.
    func reset() {
        sqlite3_reset(handle)
    }

    /// The first column of the first row for a text as the only parameter; nil where there is none.
    func firstInteger(for text: String) throws -> Int64? {
        try bind(text, at: 1)
        defer { reset() }
        return try step() ? integer(0) : nil
    }

    // MARK: Columns

    var columnNames: [String] { statement.columnNames }
    var columnCount: Int32 { sqlite3_column_count(handle) }

    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    func real(_ column: Int32) -> Double {
        sqlite3_column_double(handle, column)
    }

    /// One of SQLite's five (`SQLITE_INTEGER`, …); to be asked before the value.
    func type(_ column: Int32) -> Int32 {
        sqlite3_column_type(handle, column)
    }

    /// Valid until the next step only.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func string(_ column: Int32) -> String {
        String(decoding: bytes(column), as: UTF8.self)
    }

    /// The same value as the one at hand, if it is, so that what comes again and again is not made again.
    func string(_ column: Int32, sameAs last: String) -> String {
        let bytes = bytes(column)
        var last = last
        let isSame = last.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
        return isSame ? last : String(decoding: bytes, as: UTF8.self)
    }

    /// Nil for NULL.
    func stringIfAny(_ column: Int32) -> String? { type(column) == SQLITE_NULL ? nil : string(column) }

    func bind(_ value: SQLValue, at index: Int32) throws {
        switch value {
        case .null: bind(nil as Int64?, at: index)
        case .integer(let number): bind(number, at: index)
        case .real(let number): try check(sqlite3_bind_double(handle, index, number))
        case .text(let text): try bind(text, at: index)
        case .blob(let bytes): try bind(blob: bytes, at: index)
        }
    }

    /// Gives a parameter the value of a column, whatever it is.
    func bind(_ column: Int32, of row: HotStatement, at index: Int32) throws {
        try check(sqlite3_bind_value(handle, index, sqlite3_column_value(row.handle, column)))
    }

    private func check(_ status: Int32) throws {
        if status != SQLITE_OK { throw failure }
    }

    private var failure: DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)), sql: statement.sql)
    }
}
