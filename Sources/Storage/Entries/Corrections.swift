import Catalogue
import GRDB

/// The values that staff put in place of figures, or entered where there are none: of each the latest entry, unless it
/// takes the others back.
struct Corrections {
    /// By report and the row of the indicator.
    private var values: [Int64: [Int64: Int64]] = [:]

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
            let indicator: Int64 = try row.get("indicator_id")
            let value: Int64? = try row.getIfAny("value")
            try UnadmittedValue.check(value ?? 0, "correction.value")
            values[try row.get("report_id"), default: [:]][indicator] = value
        }
    }

    /// Nil where the figure stands as the document has it.
    subscript(indicator: Int64, report: Int64) -> Int64? {
        values.isEmpty ? nil : values[report]?[indicator]
    }

    /// Those of one indicator, by report.
    subscript(ofIndicator indicator: Int64) -> [Int64: Int64] { values.compactMapValues { $0[indicator] } }

    /// Those of one report, by the rows of their indicators.
    subscript(report report: Int64) -> [Int64: Int64] { values.isEmpty ? [:] : values[report] ?? [:] }
}

extension Archive {
    /// The corrections of one report by indicator, entered figures among them.
    func values(_ corrections: Corrections, of report: Int64) -> [Indicator.ID: Int64] {
        let ofReport = corrections[report: report]
        guard !ofReport.isEmpty else { return [:] }
        var result: [Indicator.ID: Int64] = [:]
        for (id, row) in indicatorRows.pairs { result[id] = ofReport[row] }
        return result
    }
}
