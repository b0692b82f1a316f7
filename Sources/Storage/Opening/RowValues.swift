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

/// A value that the schema does not admit, in an archive that another hand has changed: whoever counted on what is
/// admitted would go wrong, or down.
struct UnadmittedValue: Error {
    /// Table and column.
    let column: String

    /// Throws itself unless the value is one that there can be.
    static func check(_ isAdmitted: Bool, _ column: String) throws(UnadmittedValue) {
        if !isAdmitted { throw UnadmittedValue(column: column) }
    }

    static let years = 1900...2999

    /// The least of all integers has no counterpart above zero, and no report states it.
    static func check(_ value: Int64, _ column: String) throws(UnadmittedValue) { try check(value != .min, column) }
}

extension Place {
    /// From the columns `county` and `township`.
    init(_ row: Row) throws {
        self.init(county: try row.get("county"), township: try row.get("township"))
    }
}
