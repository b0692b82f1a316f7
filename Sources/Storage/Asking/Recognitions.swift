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

/// Notes for the figures of a report how they were recognised.
struct RecognitionWriter {
    private let indicatorRows: PerIndicator<Int64>
    private let insert: HotStatement
    private var rows: [(report: Int64, indicator: Int64, isProved: Bool)] = []

    init(_ db: Database, indicatorRows: PerIndicator<Int64>) throws {
        self.indicatorRows = indicatorRows
        insert = try HotStatement(db, "INSERT INTO recognition VALUES (?1, ?2, ?3)")
    }

    mutating func append(_ figures: [Figure], report: Int64) {
        for figure in figures {
            guard let recognition = figure.recognition else { continue }
            rows.append((report, indicatorRows[figure.indicator], recognition == .proved))
        }
    }

    /// Only when the figures themselves are written.
    mutating func write() throws {
        for row in rows {
            insert.bind(row.report, at: 1)
            insert.bind(row.indicator, at: 2)
            insert.bind(row.isProved ? 1 : 0, at: 3)
            try insert.run()
        }
        rows.removeAll(keepingCapacity: true)
    }
}
