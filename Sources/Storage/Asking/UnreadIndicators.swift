import Catalogue
import GRDB

/// Which indicators nobody looked for when a report was read: that it has no figure of them does not say that it does
/// not mention them.
package struct UnreadIndicators: Sendable {
    /// The catalogues that do not look for an indicator.
    private let lacking: [Indicator.ID: Set<Int64>]
    /// By report.
    private let catalogues: [Int64: Int64]

    fileprivate init(_ archive: Archive, _ filter: Filter, _ db: Database) throws {
        let all = try Int64.fetchSet(db, sql: "SELECT id FROM catalogue")
        let byRow = archive.indicatorsByRow
        var looking: [Indicator.ID: Set<Int64>] = [:]
        let pairs = try HotStatement(db, "SELECT catalogue_id, indicator_id FROM catalogue_indicator")
        while try pairs.step() {
            guard let indicator = byRow[pairs.integer(1)] else { continue }
            looking[indicator, default: []].insert(pairs.integer(0))
        }
        var lacking: [Indicator.ID: Set<Int64>] = [:]
        for indicator in archive.indicators.indices where looking[indicator] != all {
            lacking[indicator] = all.subtracting(looking[indicator] ?? [])
        }
        var catalogues: [Int64: Int64] = [:]
        if !lacking.isEmpty {
            let reports = try HotStatement(
                db,
                """
                SELECT id, catalogue_id FROM report WHERE catalogue_id IS NOT NULL AND \(Condition(filter, db).sql)
                """)
            while try reports.step() { catalogues[reports.integer(0)] = reports.integer(1) }
        }
        self.lacking = lacking
        self.catalogues = catalogues
    }

    package func contains(_ indicator: Indicator.ID, report: Int64) -> Bool {
        guard let lacking = lacking[indicator], let catalogue = catalogues[report] else { return false }
        return lacking.contains(catalogue)
    }
}

extension Archive {
    /// - Parameter filter: the reports that it is asked of.
    package func unreadIndicators(
        _ filter: Filter = Filter(includesEveryRevision: true)
    ) throws -> UnreadIndicators {
        try reading { try UnreadIndicators(self, filter, $0) }
    }

    /// Changes from a report to another reading of it, with whether nobody looked for their indicators.
    func marked(_ changes: [Change], from report: Int64, _ basis: ReadingBasis?, _ db: Database) throws -> [Change] {
        try changes.map { change in
            var change = change
            change.isOldUnread =
                try change.old == nil
                && Bool.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT catalogue_id IS NOT NULL AND NOT EXISTS (
                                SELECT 1 FROM catalogue_indicator AS looked
                                WHERE looked.catalogue_id = report.catalogue_id AND looked.indicator_id = ?)
                            FROM report WHERE id = ?
                            """), arguments: [indicatorRows[change.indicator], report]) ?? false
            change.isNewUnread =
                change.new == nil && basis.map { !$0.codes.contains(indicators[change.indicator].code) } ?? false
            return change
        }
    }

    /// The reports that were read with something else than the basis, by their numbers.
    package func staleReports(_ filter: Filter, _ basis: ReadingBasis) throws -> [Int64] {
        try reading { db in
            let current = try basis.id(db)
            let stale = try Int64.fetchSet(
                db, sql: "SELECT id FROM report WHERE catalogue_id IS NOT ?", arguments: [current])
            return try Selection(filter, db).entries.map(\.report).filter(stale.contains)
        }
    }
}
