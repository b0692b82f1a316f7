import GRDB
import Reports
import Values

/// How much an archive holds, and when it was last added to.
package struct ArchiveStatus: Sendable, Equatable {
    package let counties: Int
    package let townships: Int
    package let years: [Int]
    /// Current ones, and with those that later ones have taken the place of or that were removed.
    package let reports: Int
    package let revisions: Int
    package let originals: Int
    package let cellsExpected: Int
    package let cellsRead: Int
    /// Of the current reports.
    package let figures: Int
    /// What readers of the current reports were in doubt of.
    package let doubts: Int
    /// Files that nobody has said of whether they count, and has not accepted either.
    package let contests: [OpenContest]
    /// In UTC; nil of an empty archive.
    package let lastImport: String?
    /// The end of the chain over all that the archive holds (see `ChainHead`), in hexadecimal digits.
    package let digest: String
}

extension Archive {
    package func status() throws -> ArchiveStatus {
        try reading { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT \(sql)") ?? 0 }
            let current = "FROM report WHERE \(Seat.isCurrent)"
            return ArchiveStatus(
                counties: try count(
                    "count(DISTINCT county_id) FROM township WHERE id IN (SELECT township_id \(current))"),
                townships: try count("count(DISTINCT township_id) \(current)"),
                years: try Int.fetchAll(db, sql: "SELECT DISTINCT year \(current) ORDER BY year"),
                reports: try count("count(*) \(current)"), revisions: try count("count(*) FROM report"),
                originals: try count("count(*) FROM document"),
                cellsExpected: try count("coalesce(sum(cells_expected), 0) \(current)"),
                cellsRead: try count("coalesce(sum(cells_read), 0) \(current)"),
                figures: try count("coalesce(sum(figure_count), 0) \(current)"),
                doubts: try count("count(*) FROM doubt WHERE report_id IN (SELECT id \(current))"),
                contests: try unansweredContests(),
                lastImport: try String.fetchOne(db, sql: "SELECT max(imported_at) FROM document"),
                digest: try ChainHead.value(db).hexadecimal)
        }
    }
}

extension Archive {
    /// Those that no waiver accepts.
    private func unansweredContests() throws -> [OpenContest] {
        let today = String(Self.now().prefix(10))
        let waivers = try waivers().mapValues { $0.filter { $0.isGood(on: today) } }
        return try openContests().filter { contest in !contest.isAccepted(by: waivers[contest.report] ?? []) }
    }

    /// Whether the filter admits any report.
    package func hasReports(_ filter: Filter) throws -> Bool {
        try reading { db in
            let condition = try Condition(filter, db).sql
            return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM report WHERE \(condition))") ?? false
        }
    }

    /// When the first report came into the archive, in UTC; nil of an empty archive.
    package func firstReading() throws -> String? {
        try reading { try String.fetchOne($0, sql: "SELECT min(read_at) FROM report") }
    }
}
