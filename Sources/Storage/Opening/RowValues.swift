import GRDB
import Values

/// Values of a row whose absence or wrong type is an error, since the file may be damaged; `row["…"]` would end the
/// program there.
extension Row {
    func get<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
        try decode(forColumn: column)
    }

    /// Of a column that may be NULL.
    func getIfAny<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
        try decode(forColumn: column)
    }
}

extension Place {
    /// From the columns `county` and `township`.
    init(_ row: Row) throws {
        self.init(county: try row.get("county"), township: try row.get("township"))
    }
}
