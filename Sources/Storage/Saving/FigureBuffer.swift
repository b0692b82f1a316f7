import Catalogue
import Documents
import GRDB
import Reports

/// The figures of a batch, gathered so that they are written in the order of the table's key.
///
/// Written report by report, each figure would touch another page of the table: 180 reports a second instead of 2,300.
struct FigureBuffer {
    private struct Row {
        let indicator: Int64
        let report: Int64
        let reading: StoredReading
        let start: Int
        let end: Int

        /// As the table has it, column by column.
        func write(to content: inout RowContent) {
            let amount = reading.amount
            content.append(indicator, column: 0)
            content.append(report, column: 1)
            content.append(reading.state, column: 2)
            content.append(amount?.value, column: 3)
            content.append(StoredReading.number(amount?.qualifier), column: 4)
            content.append(amount?.precision, column: 5)
            content.append(Int64(start), column: 6)
            content.append(Int64(end), column: 7)
            content.endRow()
        }
    }

    /// Rows that one statement inserts: a third less to do for SQLite than with a statement for each.
    private static let rowsAtOnce = 32

    private let indicatorRows: PerIndicator<Int64>
    private var rows: [Row] = []
    /// Those that were recognised from pictures.
    private var recognised: [(report: Int64, indicator: Int64, isProved: Bool, place: PicturePlace?)] = []

    init(indicatorRows: PerIndicator<Int64>) {
        self.indicatorRows = indicatorRows
    }

    mutating func append(_ figures: [Figure], report: Int64, _ sealing: SealingNote) throws {
        let added = figures.map { figure in
            Row(
                indicator: indicatorRows[figure.indicator], report: report, reading: StoredReading(figure.reading),
                start: figure.range.lowerBound, end: figure.range.upperBound)
        }.sorted { $0.indicator < $1.indicator }
        var content = RowContent()
        for row in added { row.write(to: &content) }
        try sealing.note("figure", owner: report, content)
        rows += added
        for figure in figures {
            guard let recognition = figure.recognition else { continue }
            recognised.append((report, indicatorRows[figure.indicator], recognition == .proved, figure.place))
        }
    }

    /// Whether it holds as much as a large batch; a transaction may be larger.
    var isFull: Bool { rows.count > 150_000 }

    /// Writes everything and is empty again.
    ///
    /// What figures refer to is not looked up: it would take longer than writing them, and is known to be there, since
    /// the reports were stored by the same transaction, and the indicators' rows are those of the archive.
    mutating func write(to db: Database) throws {
        rows.sort { ($0.indicator, $0.report) < ($1.indicator, $1.report) }
        try db.trustingReferences { try insertRows(db) }
        rows.removeAll(keepingCapacity: true)
        try writeRecognised(to: db)
    }

    private func insertRows(_ db: Database) throws {
        let many = try Self.statement(db, rows: Self.rowsAtOnce)
        let one = try Self.statement(db, rows: 1)
        var rest = rows[...]
        while !rest.isEmpty {
            let isFull = rest.count >= Self.rowsAtOnce
            let chunk = rest.prefix(isFull ? Self.rowsAtOnce : 1)
            let insert = isFull ? many : one
            for (number, row) in chunk.enumerated() { Self.bind(row, to: insert, at: Int32(number * 8)) }
            try insert.run()
            rest = rest.dropFirst(chunk.count)
        }
    }

    /// Refers to figures, which must have been written.
    private mutating func writeRecognised(to db: Database) throws {
        if recognised.isEmpty { return }
        let insert = try HotStatement(db, "INSERT INTO recognition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for row in recognised {
            insert.bind(row.report, at: 1)
            insert.bind(row.indicator, at: 2)
            insert.bind(row.isProved ? 1 : 0, at: 3)
            for (number, value) in (row.place?.columns ?? PicturePlace.noColumns).enumerated() {
                insert.bind(value, at: Int32(4 + number))
            }
            try insert.run()
        }
        recognised.removeAll(keepingCapacity: true)
    }

    private static func statement(_ db: Database, rows: Int) throws -> HotStatement {
        let row = "(?, ?, ?, ?, ?, ?, ?, ?)"
        return try HotStatement(
            db, "INSERT INTO figure VALUES \(Array(repeating: row, count: rows).joined(separator: ", "))")
    }

    private static func bind(_ row: Row, to insert: HotStatement, at index: Int32) {
        insert.bind(row.indicator, at: index + 1)
        insert.bind(row.report, at: index + 2)
        insert.bind(row.reading.state, at: index + 3)
        insert.bind(row.reading.amount?.value, at: index + 4)
        insert.bind(StoredReading.number(row.reading.amount?.qualifier), at: index + 5)
        insert.bind(row.reading.amount?.precision, at: index + 6)
        insert.bind(row.start, at: index + 7)
        insert.bind(row.end, at: index + 8)
    }
}
