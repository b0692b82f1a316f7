import GRDB

/// The values that staff put in place of figures: of each figure the latest entry, unless it takes the others back.
struct Corrections {
    private struct Key: Hashable {
        let indicator: Int64
        let report: Int64
    }

    private var values: [Key: Int64] = [:]

    /// Of one report, or of all: staff correct some figures in a thousand, so that all fit in memory. What was entered
    /// after `moment` does not count.
    init(_ db: Database, ofReport report: Int64? = nil, asOf moment: Moment? = nil) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT indicator_id, report_id, value FROM correction
                WHERE (?1 IS NULL OR report_id = ?1) AND (?2 IS NULL OR made_at <= ?2) ORDER BY id
                """, arguments: [report, moment?.description])
        while let row = try rows.next() {
            let key = Key(indicator: try row.get("indicator_id"), report: try row.get("report_id"))
            let value: Int64? = try row.getIfAny("value")
            try UnadmittedValue.check(value ?? 0, "correction.value")
            values[key] = value
        }
    }

    var isEmpty: Bool { values.isEmpty }

    /// Nil where the figure stands as the document has it.
    subscript(indicator: Int64, report: Int64) -> Int64? {
        values.isEmpty ? nil : values[Key(indicator: indicator, report: report)]
    }
}
