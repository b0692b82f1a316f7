import Foundation

/// What an archive of all files of a corpus holds, and the proof that another archive holds a part of it in whole
/// reports.
struct ArchiveProof {
    /// Everything that hangs on a report, by its township, year and revision.
    private let reports: [String: [String]]

    init(ofComplete path: String) throws {
        reports = try Self.reports(RawDatabase(path))
    }

    var count: Int { reports.count }

    /// What is wrong with an archive whose writer was stopped at any moment; empty where it is sound and of whole
    /// reports.
    func faults(at path: String) throws -> [String] {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
        guard size > 0 else { return [] }
        let database = try RawDatabase(path)
        let integrity = try database.rows("PRAGMA integrity_check").map { $0[0] }
        guard integrity == ["ok"] else { return integrity }
        guard !(try database.rows("SELECT 1 FROM sqlite_schema LIMIT 1").isEmpty) else { return [] }
        var faults = try database.rows("PRAGMA foreign_key_check").map { "reference: \($0)" }
        for (what, sql) in Self.leftovers {
            faults += try database.rows(sql).map { "\(what) of no report: \($0)" }
        }
        for (key, content) in try Self.reports(database) where content != reports[key] {
            faults.append("\(key) is not whole")
        }
        return faults
    }

    /// Whether an archive holds all reports, figure for figure, and nothing else.
    func isComplete(_ path: String) throws -> Bool {
        try faults(at: path) == [] && Self.reports(RawDatabase(path)) == reports
    }

    private static let leftovers = [
        ("document", "SELECT path FROM document WHERE id NOT IN (SELECT document_id FROM report)"),
        ("original", "SELECT name FROM sqlar WHERE name NOT IN (SELECT original FROM document)"),
        ("township", "SELECT name FROM township WHERE id NOT IN (SELECT township_id FROM report)"),
    ]

    private static func reports(_ database: RawDatabase) throws -> [String: [String]] {
        var keys: [String: String] = [:]
        var result: [String: [String]] = [:]
        for row in try database.rows(
            """
            SELECT report.id, county.name || '/' || township.name || '/' || year || '#' || revision, edition, title,
                period_start, period_end, published_on, cells_expected, cells_read, figure_count, sha256, path, text,
                sz, quote(data)
            FROM report JOIN township ON township.id = township_id JOIN county ON county.id = county_id
            JOIN document ON document.id = document_id JOIN sqlar ON sqlar.name = original
            """)
        {
            keys[row[0]] = row[1]
            result[row[1]] = Array(row.dropFirst(2))
        }
        for sql in Self.parts {
            for row in try database.rows(sql) {
                result[keys[row[0]] ?? "no report", default: []].append(row.dropFirst().joined(separator: "|"))
            }
        }
        return result
    }

    private static let parts = [
        """
        SELECT report_id, code, state, value, qualifier, precision, start, "end" FROM figure
        JOIN indicator ON indicator.id = indicator_id ORDER BY report_id, code
        """,
        "SELECT report_id, ordinal, heading, start, \"end\" FROM section ORDER BY 1, 2",
        "SELECT report_id, ordinal, kind, start, \"end\", found, expected FROM doubt ORDER BY 1, 2",
        """
        SELECT report_id, ordinal, value, unit, qualifier, precision, start, "end",
            (SELECT code FROM indicator WHERE id = indicator_id) FROM quantity ORDER BY 1, 2
        """,
    ]
}
