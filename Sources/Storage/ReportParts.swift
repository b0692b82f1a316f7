import GRDB
import Reports

/// The rows that hang on a report, as values.
extension Archive {
    /// Asked indicator by indicator, since the table's key begins with the indicator: 1.3 ms, where going through the
    /// whole table takes seconds.
    func figures(ofReport id: Int64, _ db: Database) throws -> [Figure] {
        let scan = try FigureScan(db)
        var result: [Figure] = []
        for place in indicators.indices {
            try scan.scan(indicator: indicatorIDs[place], reports: [id]) { _, row in
                result.append(Figure(indicator: place, reading: try reading(row), range: row.range))
            }
        }
        return result
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
            result[row["report_id"], default: []].append(Section(heading: row["heading"], range: try range(row)))
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
            let word: String = row["kind"]
            guard let kind = Doubt.Kind(rawValue: word) else { throw ArchiveError.newer(path: path, detail: word) }
            let hasRange = (row["start"] as Int?) != nil
            result[row["report_id"], default: []].append(
                Doubt(kind, at: hasRange ? try range(row) : nil, found: row["found"], expected: row["expected"]))
        }
        return result
    }

    private static func list(_ ids: [Int64]) -> String { ids.map { "\($0)" }.joined(separator: ",") }

    func quantities(ofReport id: Int64, _ db: Database) throws -> [Quantity] {
        let places = Dictionary(uniqueKeysWithValues: zip(indicatorIDs, indicatorIDs.indices))
        return try Row.fetchAll(
            db,
            sql: """
                SELECT value, unit, qualifier, precision, start, "end", indicator_id FROM quantity
                WHERE report_id = ? ORDER BY ordinal
                """, arguments: [id]
        ).map { row in
            let amount = Amount(
                value: row["value"], qualifier: StoredReading.qualifier(row["qualifier"] ?? 0),
                precision: row["precision"])
            let indicator = (row["indicator_id"] as Int64?).flatMap { places[$0] }
            return Quantity(amount: amount, unit: row["unit"], range: try range(row), indicator: indicator)
        }
    }

    /// What a row of `figure` says.
    func reading(_ row: FigureScan.Row) throws -> Reading {
        guard let reading = row.reading else { throw ArchiveError.damaged(path: path, detail: "figure.state") }
        return reading
    }

    /// The schema admits no range that ends before it begins, but a damaged file may hold one.
    private func range(_ row: Row) throws -> Range<Int> {
        let start: Int = row["start"]
        let end: Int = row["end"]
        guard start <= end else { throw ArchiveError.damaged(path: path, detail: "\(start) > \(end)") }
        return start..<end
    }
}
