import GRDB
import Reports
import Values

/// A walk over `figure` in the order of its key: of one indicator, the figures of chosen reports.
///
/// Where the next report is near, the walk goes on row by row; where it is far, it seeks. So it is as fast as reading
/// the whole column when most reports are chosen, and as fast as looking each up when few are.
struct FigureScan {
    struct Row {
        fileprivate let statement: HotStatement

        /// Nil for what the schema does not admit.
        var reading: Reading? {
            StoredReading.reading(
                state: statement.integer(1), value: statement.integer(2), qualifier: statement.integer(3),
                precision: statement.integer(4))
        }

        var range: Range<Int> {
            let start = Int(statement.integer(5))
            return start..<max(start, Int(statement.integer(6)))
        }
    }

    /// Steps that take as long as one seek.
    private static let near = 8

    private let statement: HotStatement

    init(_ db: Database) throws {
        statement = try HotStatement(
            db,
            """
            SELECT report_id, state, value, qualifier, precision, start, "end" FROM figure
            WHERE indicator_id = ?1 AND report_id >= ?2 ORDER BY report_id
            """)
    }

    /// Calls `body` with the position in `reports` and the row, for each of the reports that has the figure.
    /// `reports` must be ascending.
    func scan(indicator: Int64, reports: [Int64], _ body: (Int, Row) throws -> Void) throws {
        defer { statement.reset() }
        statement.bind(indicator, at: 1)
        var current = Int64.min
        for (index, report) in reports.enumerated() {
            if current < report { current = try advance(to: report, from: current) }
            if current == report { try body(index, Row(statement: statement)) }
        }
    }

    /// The first report of the column that is not before `report`, `Int64.max` at the column's end.
    private func advance(to report: Int64, from current: Int64) throws -> Int64 {
        if current != .min {
            for _ in 0..<Self.near {
                guard try statement.step() else { return .max }
                let reached = statement.integer(0)
                if reached >= report { return reached }
            }
        }
        statement.reset()
        statement.bind(report, at: 2)
        return try statement.step() ? statement.integer(0) : .max
    }
}
