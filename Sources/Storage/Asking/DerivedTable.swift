import GRDB

/// A table that is no part of the archive and stands beside it while a user's query runs: what is worked out of it.
package struct DerivedTable {
    package let name: String
    /// With their affinities, as SQL has them.
    let columns: [(name: String, type: String)]
    private let rows: (_ add: ([SQLValue]) throws -> Void) throws -> Void

    /// - Parameter rows: hands over the rows, one by one.
    package init(
        _ name: String, columns: [(name: String, type: String)],
        rows: @escaping (_ add: ([SQLValue]) throws -> Void) throws -> Void
    ) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// Makes it in memory, on a connection that cannot write to its file.
    func make(in db: Database) throws {
        let list = columns.map { "\"\($0.name)\" \($0.type)" }.joined(separator: ", ")
        try db.execute(sql: "PRAGMA temp_store = MEMORY; CREATE TEMP TABLE \"\(name)\" (\(list))")
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let insert = try db.cachedStatement(sql: "INSERT INTO temp.\"\(name)\" VALUES (\(marks))")
        try rows { row in try insert.execute(arguments: StatementArguments(row.map(\.stored))) }
    }
}
