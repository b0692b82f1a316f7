import Catalogue
import GRDB
import Reports
import Values

/// The rows that hang on a report, as values.
extension Archive {
    /// Asked indicator by indicator, since the table's key begins with the indicator: 1.3 ms, where going through the
    /// whole table takes seconds.
    func figures(ofReport id: Int64, _ db: Database) throws -> [Figure] {
        let scan = try FigureScan(db)
        let recognitions = try Recognitions(db, ofReports: [id])
        var result: [Figure] = []
        for indicator in indicators.indices {
            let place = indicatorRows[indicator]
            try scan.scan(indicator: place, reports: [id]) { _, row in
                result.append(
                    Figure(
                        indicator: indicator, reading: try reading(row), range: row.range,
                        recognition: recognitions[place, id], place: recognitions.place(place, id)))
            }
        }
        return result
    }

    /// Which indicator has the row.
    var indicatorsByRow: [Int64: Indicator.ID] {
        Dictionary(indicatorRows.pairs.map { ($0.value, $0.id) }) { first, _ in first }
    }

    func sections(ofReport id: Int64, _ db: Database) throws -> [Section] {
        try sections(ofReports: [id], db)[id] ?? []
    }

    func doubts(ofReport id: Int64, _ db: Database) throws -> [Doubt] {
        try doubts(ofReports: [id], db)[id] ?? []
    }

    func sections(ofReports ids: [Int64], _ db: Database) throws -> [Int64: [Section]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT report_id, heading, start, "end" FROM section WHERE report_id IN (\(Self.list(ids)))
                ORDER BY report_id, ordinal
                """)
        var result: [Int64: [Section]] = [:]
        while let row = try rows.next() {
            result[try row.get("report_id"), default: []].append(
                Section(heading: try row.get("heading"), range: try range(row)))
        }
        return result
    }

    func doubts(ofReports ids: [Int64], _ db: Database) throws -> [Int64: [Doubt]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT report_id, kind, start, "end", found, expected FROM doubt WHERE report_id IN (\(Self.list(ids)))
                ORDER BY report_id, ordinal
                """)
        var result: [Int64: [Doubt]] = [:]
        while let row = try rows.next() {
            let word: String = try row.get("kind")
            guard let kind = Doubt.Kind(rawValue: word) else {
                throw ArchiveError.newer(path: path, detail: Phrase(word))
            }
            let start: Int? = try row.getIfAny("start")
            result[try row.get("report_id"), default: []].append(
                Doubt(
                    kind, at: start == nil ? nil : try range(row), found: try row.get("found"),
                    expected: try row.get("expected")))
        }
        return result
    }

    private static func list(_ ids: [Int64]) -> String { ids.map { "\($0)" }.joined(separator: ",") }

    func quantities(ofReport id: Int64, _ db: Database) throws -> [Quantity] {
        let byRow = indicatorsByRow
        return try Row.fetchAll(
            db,
            sql: """
                SELECT value, unit, qualifier, precision, start, "end", indicator_id FROM quantity
                WHERE report_id = ? ORDER BY ordinal
                """, arguments: [id]
        ).map { row in
            let qualifier: Int64? = try row.getIfAny("qualifier")
            let indicator: Int64? = try row.getIfAny("indicator_id")
            let amount = Amount(
                value: try row.get("value"), qualifier: qualifier.flatMap(StoredReading.qualifier),
                precision: try row.get("precision"))
            try UnadmittedValue.check(amount.value, "quantity.value")
            try UnadmittedValue.check(amount.precision >= 1, "quantity.precision")
            return Quantity(
                amount: amount, unit: try row.get("unit"), range: try range(row),
                indicator: indicator.flatMap { byRow[$0] })
        }
    }

    /// What a row of `figure` says.
    func reading(_ row: FigureScan.Row) throws -> Reading {
        guard let reading = row.reading else { throw ArchiveError.damaged(path: path, detail: Phrase("figure.state")) }
        return reading
    }

    /// The schema admits no range that ends before it begins, but a damaged file may hold one.
    private func range(_ row: Row) throws -> Range<Int> {
        let start: Int = try row.get("start")
        let end: Int = try row.get("end")
        guard start <= end else { throw ArchiveError.damaged(path: path, detail: Phrase("\(start) > \(end)")) }
        return start..<end
    }
}
