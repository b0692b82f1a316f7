import GRDB
import Reports

/// The figures of a batch, gathered so that they are written in the order of the table's key.
///
/// Written report by report, each figure would touch another page of the table: 180 reports a second instead of 2,300.
/// Reports must be added in the order of their ids.
struct FigureBuffer {
    private struct Entry {
        let report: Int64
        let figure: Figure
    }

    /// By the indicator's place.
    private var entries: [[Entry]]

    init(indicators: Int) {
        entries = Array(repeating: [], count: indicators)
    }

    mutating func append(_ figures: [Figure], report: Int64) {
        for figure in figures { entries[figure.indicator].append(Entry(report: report, figure: figure)) }
    }

    /// Writes everything and is empty again. `indicatorIDs` are those of the places.
    mutating func write(to db: Database, indicatorIDs: [Int64]) throws {
        let insert = try HotStatement(db, "INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        for place in entries.indices.sorted(by: { indicatorIDs[$0] < indicatorIDs[$1] }) {
            insert.bind(indicatorIDs[place], at: 1)
            for entry in entries[place] {
                let stored = StoredReading(entry.figure.reading)
                insert.bind(entry.report, at: 2)
                insert.bind(stored.state, at: 3)
                insert.bind(stored.amount?.value, at: 4)
                insert.bind(StoredReading.number(stored.amount?.qualifier), at: 5)
                insert.bind(stored.amount?.precision, at: 6)
                insert.bind(entry.figure.range.lowerBound, at: 7)
                insert.bind(entry.figure.range.upperBound, at: 8)
                try insert.run()
            }
            entries[place].removeAll(keepingCapacity: true)
        }
    }
}
