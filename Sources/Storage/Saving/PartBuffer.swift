import GRDB

/// Rows of a part of reports, gathered so that many are written with one statement, and what they refer to is not
/// looked up for each: the reports were stored by the same transaction.
struct PartBuffer {
    /// A value that the chain would not cover.
    private struct WrongValue: Error {
        let table: String
        let column: Int
    }

    private let table: String
    private let columns: Int
    private var values: [SQLValue] = []

    init(_ table: String, columns: Int) {
        self.table = table
        self.columns = columns
    }

    /// Takes a row of integers and texts, in the order of the table's columns, and keeps what it holds for the chain.
    mutating func append(_ row: [SQLValue], into content: inout RowContent) throws {
        for (column, value) in row.enumerated() {
            switch value {
            case .integer(let number): content.append(number, column: Int32(column))
            case .text(let text): content.append(text, column: Int32(column))
            case .null: break
            case .real, .blob: throw WrongValue(table: table, column: column)
            }
        }
        content.endRow()
        values += row
    }

    /// Rows that wait.
    var count: Int { values.count / columns }

    /// Writes everything and is empty again.
    mutating func write(to db: Database) throws {
        if values.isEmpty { return }
        let rows = stride(from: 0, to: values.count, by: columns)
        try RowInsertion(db, table, columns: columns).insert(rows, count: count) {
            row, insert, index in
            for column in 0..<columns { try insert.bind(values[row + column], at: index + Int32(column)) }
        }
        values.removeAll(keepingCapacity: true)
    }
}
