import GRDB

/// A walk over all rows of a relation, owner by owner in ascending order, each with the digest of what it holds.
struct ContentWalk {
    private let relation: Relation
    private let db: Database

    init(_ relation: Relation, _ db: Database) {
        self.relation = relation
        self.db = db
    }

    func visit(_ body: (_ owner: Int64, _ content: [UInt8]) throws -> Void) throws {
        // The table's key begins with the indicator; sorted by report it would not fit in memory.
        if relation.name == "figure" { return try visitFigures(body) }
        let rows = try HotStatement(db, relation.rowsByOwner)
        var content = RowContent()
        var current: Int64?
        while try rows.step() {
            let owner = rows.integer(0)
            if let last = current, last != owner, let digest = content.digest {
                try body(last, digest)
                content.removeAll()
            }
            current = owner
            content.append(rows, from: 1)
        }
        if let current, let digest = content.digest { try body(current, digest) }
    }

    /// Five hundred reports at a time, of which each indicator's rows are looked up in the order of the key.
    private func visitFigures(_ body: (Int64, [UInt8]) throws -> Void) throws {
        let reports = try Int64.fetchAll(db, sql: "SELECT id FROM report ORDER BY id")
        let indicators = try Int64.fetchAll(db, sql: "SELECT id FROM indicator ORDER BY id")
        let rows = try HotStatement(
            db,
            """
            SELECT report_id, \(relation.columns.joined(separator: ", ")) FROM figure
            WHERE indicator_id = ?1 AND report_id BETWEEN ?2 AND ?3 ORDER BY report_id
            """)
        for start in stride(from: 0, to: reports.count, by: 500) {
            let block = reports[start..<min(start + 500, reports.count)]
            var contents: [Int64: RowContent] = [:]
            for indicator in indicators {
                rows.bind(indicator, at: 1)
                rows.bind(block.first, at: 2)
                rows.bind(block.last, at: 3)
                while try rows.step() { contents[rows.integer(0), default: RowContent()].append(rows, from: 1) }
                rows.reset()
            }
            for report in block {
                if let digest = contents[report]?.digest { try body(report, digest) }
            }
        }
    }
}
