import Documents
import GRDB
import Values

/// What a listing tells of one report.
package struct ReportSummary: Sendable, Equatable, Identifiable {
    /// The same as long as the archive lives.
    package let id: Int64
    package let place: Place
    package let year: Int
    package let edition: String
    package let title: String
    package let periodStart: String?
    package let periodEnd: String?
    package let publishedOn: String?
    /// 1 for the first file of its township and year.
    package let revision: Int
    /// Whether no later revision has taken its place, and nobody removed it.
    package let isCurrent: Bool
    package let cellsExpected: Int
    package let cellsRead: Int
    package let figureCount: Int
    /// The path of its document as it was imported.
    package let path: String
    package let fingerprint: Fingerprint
    /// Whether it was read from another transcript than its document's own.
    let hasOwnTranscript: Bool
    /// When this revision came into the archive, in UTC: `2021-02-04T08:30:00Z`.
    package let readAt: String
    /// When it was removed, in UTC.
    package let removedAt: String?

    static let columns = """
        report.id, county.name AS county, township.name AS township, year, edition, title, period_start, period_end,
        published_on, revision, \(Seat.isCurrent) AS is_current, cells_expected, cells_read, figure_count, path,
        sha256, read_at, removed_at, transcript_id IS NOT NULL AS has_own_transcript
        """
    /// The text that a report's positions refer to, where `report` and `document` are joined.
    static let text =
        "coalesce((SELECT transcript.text FROM transcript WHERE transcript.id = report.transcript_id), document.text)"
    static let tables = """
        report JOIN township ON township.id = report.township_id JOIN county ON county.id = township.county_id
        JOIN document ON document.id = report.document_id
        """

    init(_ row: Row) throws {
        id = try row.get("id")
        place = try Place(row)
        year = try row.get("year")
        edition = try row.get("edition")
        title = try row.get("title")
        periodStart = try row.getIfAny("period_start")
        periodEnd = try row.getIfAny("period_end")
        publishedOn = try row.getIfAny("published_on")
        revision = try row.get("revision")
        isCurrent = try row.get("is_current")
        cellsExpected = try row.get("cells_expected")
        cellsRead = try row.get("cells_read")
        figureCount = try row.get("figure_count")
        path = try row.get("path")
        fingerprint = Fingerprint(stored: try row.get("sha256"))
        try UnadmittedValue.check(UnadmittedValue.years.contains(year), "report.year")
        try UnadmittedValue.check(revision >= 1, "report.revision")
        try UnadmittedValue.check(cellsRead >= 0 && cellsRead <= cellsExpected, "report.cells_read")
        try UnadmittedValue.check(cellsExpected <= 1_000_000, "report.cells_expected")
        try UnadmittedValue.check(figureCount >= 0, "report.figure_count")
        hasOwnTranscript = try row.get("has_own_transcript")
        readAt = try row.get("read_at")
        removedAt = try row.getIfAny("removed_at")
    }
}

extension ReportSummary {
    /// As messages and the log call it: `青禾县/柳溪镇 2021`.
    package var name: String { "\(place) \(year)" }
}

extension Archive {
    /// The reports that the filter admits, by county, township, year and revision. Its indicators play no part.
    package func reports(_ filter: Filter = Filter()) throws -> [ReportSummary] {
        try reading { db in
            try summaries(
                db, where: Condition(filter, db).sql, order: "county.name, township.name, year, revision", arguments: []
            )
        }
    }

    /// What a file was read as before, by its bytes, superseded revisions included; empty if the archive does not
    /// have it.
    package func reports(readFrom fingerprint: Fingerprint) throws -> [ReportSummary] {
        try reading { db in
            try summaries(
                db,
                where: """
                    sha256 = ?1 OR report.id IN (SELECT report_id FROM report_original
                        WHERE document_id = (SELECT id FROM document WHERE sha256 = ?1))
                    """, order: "report.id", arguments: [fingerprint.description])
        }
    }

    /// Every file that the archive has, so that an import need not read it again.
    package func fingerprints() throws -> Set<Fingerprint> {
        try reading { db in
            try Set(String.fetchCursor(db, sql: "SELECT sha256 FROM document").map(Fingerprint.init(stored:)))
        }
    }

    /// A report as it is now; empty where it is gone.
    func summary(_ id: Int64, _ db: Database) throws -> [ReportSummary] {
        try summaries(db, where: "report.id = ?", order: "1", arguments: [id])
    }

    /// Those of documents that came in as some kinds of files.
    package func fingerprints(of types: [MediaType]) throws -> Set<Fingerprint> {
        try reading { db in
            let marks = types.map { _ in "?" }.joined(separator: ", ")
            return try Set(
                String.fetchCursor(
                    db, sql: "SELECT sha256 FROM document WHERE media_type IN (\(marks))",
                    arguments: StatementArguments(types.map(\.rawValue))
                ).map(Fingerprint.init(stored:)))
        }
    }

    func summaries(
        _ db: Database, where condition: String, order: String, arguments: StatementArguments
    ) throws -> [ReportSummary] {
        let sql = "SELECT \(ReportSummary.columns) FROM \(ReportSummary.tables) WHERE \(condition) ORDER BY \(order)"
        return try Array(Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments).map(ReportSummary.init))
    }
}

/// A report that a file was read as before, and which one counts for its township and year today.
package struct KnownReport: Sendable {
    package let report: ReportSummary
    /// Nil where it was removed.
    package let current: ReportSummary?
}

extension Archive {
    package func knownReports(readFrom fingerprint: Fingerprint) throws -> [KnownReport] {
        try reading { db in
            var known: [KnownReport] = []
            // Of several revisions from the same bytes the last stands for all.
            for report in try reports(readFrom: fingerprint).reversed()
            where !known.contains(where: { $0.report.place == report.place && $0.report.year == report.year }) {
                let current =
                    report.isCurrent
                    ? report
                    : try summaries(
                        db,
                        where: """
                            \(Seat.isCurrent) AND (township_id, year) = (
                                SELECT township_id, year FROM report AS own WHERE own.id = ?)
                            """, order: "report.id", arguments: [report.id]
                    ).first
                known.append(KnownReport(report: report, current: current))
            }
            return known.reversed()
        }
    }
}
