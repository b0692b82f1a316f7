import Documents
import GRDB
import Reports
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

    static let columns = columns(place: "county.name, township.name")

    static func columns(place: String) -> String {
        """
        report.id, \(place), year, edition, title, period_start, period_end, published_on, revision, \(Seat.isCurrent),
        cells_expected, cells_read, figure_count, path, sha256, read_at, removed_at, transcript_id IS NOT NULL
        """
    }

    static let tables = """
        report JOIN township ON township.id = report.township_id JOIN county ON county.id = township.county_id
        JOIN document ON document.id = report.document_id
        """

    /// - Parameter row: of `columns`.
    init(_ row: HotStatement, place: Place? = nil) throws {
        id = row.integer(0)
        self.place = place ?? Place(county: row.string(1), township: row.string(2))
        year = Int(row.integer(3))
        edition = row.string(4)
        title = row.string(5)
        periodStart = row.stringIfAny(6)
        periodEnd = row.stringIfAny(7)
        publishedOn = row.stringIfAny(8)
        revision = Int(row.integer(9))
        isCurrent = row.integer(10) != 0
        cellsExpected = Int(row.integer(11))
        cellsRead = Int(row.integer(12))
        figureCount = Int(row.integer(13))
        path = row.string(14)
        fingerprint = Fingerprint(stored: row.string(15))
        try UnadmittedValue.check(UnadmittedValue.years.contains(year), "report.year")
        try UnadmittedValue.check(revision >= 1, "report.revision")
        try UnadmittedValue.check(cellsRead >= 0 && cellsRead <= cellsExpected, "report.cells_read")
        try UnadmittedValue.check(cellsExpected <= 1_000_000, "report.cells_expected")
        try UnadmittedValue.check(figureCount >= 0, "report.figure_count")
        readAt = row.string(16)
        removedAt = row.stringIfAny(17)
        hasOwnTranscript = row.integer(18) != 0
    }
}

extension ReportSummary {
    /// As messages and the log call it: `青禾县/柳溪镇 2021`.
    package var name: String { "\(place) \(year)" }
}

extension Archive {
    /// The reports that the filter admits, by county, township, year and revision.
    ///
    /// All at once: where they may be as many as the archive has, `eachReport` hands them over one by one.
    package func reports(_ filter: Filter = Filter()) throws -> [ReportSummary] {
        var reports: [ReportSummary] = []
        try eachReport(filter) { reports.append($0) }
        return reports
    }

    /// Hands over the reports that the filter admits in the same order; of one state of the archive from first to last.
    package func eachReport(_ filter: Filter = Filter(), _ body: (ReportSummary) throws -> Void) throws {
        try reading { db in
            let selection = try Selection(filter, db)
            let summaries = try Summaries(self, db)
            for entry in selection.entries { try body(summaries.of(entry, in: selection)) }
        }
    }

    /// Some reports, in the order of their ids as given; one that is not there is left out.
    package func reports(withIDs ids: [Int64]) throws -> [ReportSummary] {
        try reading { db in
            let select = try HotStatement(
                db, "SELECT \(ReportSummary.columns) FROM \(ReportSummary.tables) WHERE report.id = ?1")
            return try ids.compactMap { id in
                select.bind(id, at: 1)
                defer { select.reset() }
                return try select.step() ? ReportSummary(select) : nil
            }
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
                    """, order: "report.id", arguments: [.text(fingerprint.description)])
        }
    }

    /// Every file that the archive has, so that an import need not read it again; where the user names county, township
    /// or year, those that it has for no other.
    package func fingerprints(_ named: IdentityOverride = IdentityOverride()) throws -> Set<Fingerprint> {
        try reading { db in
            guard named != IdentityOverride() else {
                let all = try String.fetchCursor(db, sql: "SELECT sha256 FROM document")
                return try Set(all.map(Fingerprint.init(stored:)))
            }
            return try Set(
                String.fetchCursor(
                    db,
                    sql: """
                        SELECT sha256 FROM document WHERE EXISTS (SELECT 1 FROM report WHERE document_id = document.id)
                            AND NOT EXISTS (
                                SELECT 1 FROM report JOIN township ON township.id = township_id
                                    JOIN county ON county.id = county_id
                                WHERE document_id = document.id AND (county.name <> coalesce(?1, county.name)
                                    OR township.name <> coalesce(?2, township.name) OR year <> coalesce(?3, year)))
                        """, arguments: [named.county, named.township, named.year]
                ).map(Fingerprint.init(stored:)))
        }
    }

    /// A report as it is now; empty where it is gone.
    func summary(_ id: Int64, _ db: Database) throws -> [ReportSummary] {
        try summaries(db, where: "report.id = ?", order: "1", arguments: [.integer(id)])
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
        _ db: Database, where condition: String, order: String, arguments: [SQLValue]
    ) throws -> [ReportSummary] {
        let select = try HotStatement(
            db, "SELECT \(ReportSummary.columns) FROM \(ReportSummary.tables) WHERE \(condition) ORDER BY \(order)")
        for (number, argument) in arguments.enumerated() { try select.bind(argument, at: Int32(number + 1)) }
        var summaries: [ReportSummary] = []
        while try select.step() { summaries.append(try ReportSummary(select)) }
        return summaries
    }
}

/// Looks up what a listing tells of one report after the other.
struct Summaries {
    private let archive: Archive
    private let select: HotStatement

    init(_ archive: Archive, _ db: Database) throws {
        self.archive = archive
        // The selection knows the places already.
        select = try HotStatement(
            db,
            """
            SELECT \(ReportSummary.columns(place: "NULL, NULL"))
            FROM report JOIN document ON document.id = report.document_id WHERE report.id = ?1
            """)
    }

    func of(_ entry: SelectedReport, in selection: Selection) throws -> ReportSummary {
        defer { select.reset() }
        select.bind(entry.report, at: 1)
        guard try select.step() else { throw ArchiveError.damaged(path: archive.path, detail: Phrase("document")) }
        return try ReportSummary(select, place: selection.places[entry.place])
    }
}

/// A report that a file was read as before, and which one counts for its township and year today.
package struct KnownReport: Sendable {
    package let report: ReportSummary
    /// Nil where it was removed.
    package let current: ReportSummary?
    /// Where it was moved to and counts now: `青禾县/白杨镇 2021`; nil where it counts nowhere else.
    package let elsewhere: String?
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
                            """, order: "report.id", arguments: [.integer(report.id)]
                    ).first
                let elsewhere = report.isCurrent ? nil : try standing(report.id, db)
                known.append(KnownReport(report: report, current: current, elsewhere: elsewhere))
            }
            return known.reversed()
        }
    }
}
