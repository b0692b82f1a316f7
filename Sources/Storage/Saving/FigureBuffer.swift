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

        static let columns = 8

        /// What the table has in a column.
        subscript(column: Int) -> Int64? {
            switch column {
            case 0: indicator
            case 1: report
            case 2: reading.state
            case 3: reading.amount?.value
            case 4: StoredReading.number(reading.amount?.qualifier)
            case 5: reading.amount?.precision
            case 6: Int64(start)
            default: Int64(end)
            }
        }
    }

    private let indicatorRows: PerIndicator<Int64>
    /// By indicator, each with its reports in ascending order: those of a report come after those of the one before.
    private var rows: [Int64: [Row]] = [:]
    private var count = 0
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
        for row in added { content.append(row: Row.columns) { row[$0] } }
        try sealing.note("figure", owner: report, content)
        for row in added { rows[row.indicator, default: []].append(row) }
        count += added.count
        for figure in figures {
            guard let recognition = figure.recognition else { continue }
            recognised.append((report, indicatorRows[figure.indicator], recognition == .proved, figure.place))
        }
    }

    /// Whether it holds as much as a large batch; a transaction may be larger.
    var isFull: Bool { count > 150_000 }

    /// Writes everything and is empty again.
    ///
    /// To be called within `trustingReferences`: to look up what figures refer to would take longer than writing them,
    /// and it is known to be there, since the reports were stored by the same transaction, and the indicators' rows are
    /// those of the archive. What `recognition` refers to is looked up all the same, by `writeRecognised`.
    mutating func write(to db: Database) throws {
        if count > 0 { try insertRows(db) }
        rows.removeAll(keepingCapacity: true)
        count = 0
    }

    private func insertRows(_ db: Database) throws {
        let insertion = try RowInsertion(db, "figure", columns: Row.columns)
        let sorted = rows.keys.sorted().lazy.flatMap { rows[$0] ?? [] }
        try insertion.insert(sorted, count: rows.values.reduce(0) { $0 + $1.count }) { row, insert, index in
            for column in 0..<Row.columns { insert.bind(row[column], at: index + Int32(column)) }
        }
    }

    /// Writes the marks of figures, which must have been written.
    mutating func writeRecognised(to db: Database) throws {
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
}
