import GRDB

/// Inserts many rows of a table, several with each statement: a third less to do for SQLite than with one for each.
struct RowInsertion {
    private static let rowsAtOnce = 32

    private let many: HotStatement
    private let one: HotStatement
    private let columns: Int32

    init(_ db: Database, _ table: String, columns: Int) throws {
        func statement(rows: Int) throws -> HotStatement {
            let row = "(\(Array(repeating: "?", count: columns).joined(separator: ", ")))"
            let list = Array(repeating: row, count: rows).joined(separator: ", ")
            return try HotStatement(db, "INSERT INTO \(table) VALUES \(list)")
        }
        many = try statement(rows: Self.rowsAtOnce)
        one = try statement(rows: 1)
        self.columns = Int32(columns)
    }

    /// - Parameter bind: gives a statement the values of a row, from the index of its first parameter on.
    func insert<Row>(
        _ rows: some Sequence<Row>, count: Int, _ bind: (Row, HotStatement, _ index: Int32) throws -> Void
    ) throws {
        var (left, place) = (count, Int32(0))
        for row in rows {
            guard left >= Self.rowsAtOnce else {
                try bind(row, one, 1)
                try one.run()
                left -= 1
                continue
            }
            try bind(row, many, place * columns + 1)
            place += 1
            guard place == Self.rowsAtOnce else { continue }
            try many.run()
            left -= Self.rowsAtOnce
            place = 0
        }
    }
}
