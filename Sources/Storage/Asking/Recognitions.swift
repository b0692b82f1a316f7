import Catalogue
import GRDB
import Reports

/// Which figures were recognised from pictures, and whether sums prove them; few reports have any.
struct Recognitions {
    private struct Key: Hashable {
        let indicator: Int64
        let report: Int64
    }

    private var values: [Key: Recognition] = [:]

    /// Of some reports.
    init(_ db: Database, ofReports ids: [Int64]) throws {
        try read(db, "report_id IN (\(ids.map(String.init).joined(separator: ", ")))")
    }

    /// Of some indicators, by their rows, in all reports.
    init(_ db: Database, ofIndicators rows: [Int64]) throws {
        try read(db, "indicator_id IN (\(rows.map(String.init).joined(separator: ", ")))")
    }

    private mutating func read(_ db: Database, _ condition: String) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT indicator_id, report_id, is_proved FROM recognition WHERE \(condition)")
        while let row = try rows.next() {
            let key = Key(indicator: try row.get("indicator_id"), report: try row.get("report_id"))
            values[key] = try row.get("is_proved") ? .proved : .unproved
        }
    }

    /// Nil of a figure that was there as text.
    subscript(indicator: Int64, report: Int64) -> Recognition? {
        values.isEmpty ? nil : values[Key(indicator: indicator, report: report)]
    }
}
