import CCrypto
import Catalogue
import Documents
import Foundation
import GRDB
import Reports
import Values

/// Something about a report that a publication tells besides its figures.
package struct PublishedFinding: Sendable {
    package var report: Int64
    package var rule: String
    package var severity: String
    package var line: Int?
    package var isWaived: Bool
    package var message: Phrase

    package init(report: Int64, rule: String, severity: String, line: Int?, isWaived: Bool, message: Phrase) {
        self.report = report
        self.rule = rule
        self.severity = severity
        self.line = line
        self.isWaived = isWaived
        self.message = message
    }
}

/// A snapshot of an archive for other engines: a plain SQLite file of STRICT tables, without views, triggers or
/// anything else that another reader must understand. See `PublishedTable` for what is in it.
package struct Publication: Sendable {
    /// By what another engine can show that it has the same figures.
    package struct Checksum: Sendable, Equatable {
        package var rows: Int
        /// Of all values there are, in smallest units; nil beyond 64 bits.
        package var sum: Int64?
        /// Of the lines `report_id,indicator_id,state,value` of all figures by these keys, each with a line feed.
        package var sha256: String
    }

    private let queue: DatabaseQueue
    private let path: String

    /// Writes the snapshot to a new file at `path`.
    package init(
        of archive: Archive, at path: String, codebook: Codebook, findings: [PublishedFinding]
    ) throws {
        self.path = path
        try Connection.createFile(path: path)
        queue = try Connection.open(path: path, readOnly: false)
        try ArchiveError.translating(path: path) {
            try queue.writeWithoutTransaction { db in
                // Whoever is killed here leaves a file that has no name yet.
                try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")
                try db.inTransaction {
                    for table in PublishedTable.all { try db.execute(sql: SQLDialect.sqlite.createTable(table)) }
                    try archive.reading { source in
                        try PublicationWriter(archive, codebook: codebook, from: source, to: db).write(findings)
                    }
                    return .commit
                }
            }
        }
    }

    /// The rows of a table by its key.
    package func rows(of table: PublishedTable, _ body: ([SQLValue]) throws -> Void) throws {
        let columns = table.columns.map(\.name).joined(separator: ", ")
        try queue.read { db in
            let select = try HotStatement(
                db, "SELECT \(columns) FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))")
            while try select.step() { try body(select.values) }
        }
    }

    package func checksum() throws -> Checksum {
        let digest = RunningDigest()
        var checksum = Checksum(rows: 0, sum: 0, sha256: "")
        try rows(of: .figure) { values in
            checksum.rows += 1
            guard case .integer(let report) = values[0], case .integer(let indicator) = values[1],
                case .text(let state) = values[2]
            else { return }
            var line = "\(report),\(indicator),\(state),"
            if case .integer(let value) = values[3] {
                line += "\(value)"
                checksum.sum = checksum.sum.flatMap { sum in
                    let (total, overflow) = sum.addingReportingOverflow(value)
                    return overflow ? nil : total
                }
            }
            digest.add(line + "\n")
        }
        checksum.sha256 = digest.finished()
        return checksum
    }

    package func close() throws { try queue.close() }
}

/// A SHA-256 of bytes that come one after the other.
private final class RunningDigest {
    private let context = EVP_MD_CTX_new()

    init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }

    deinit { EVP_MD_CTX_free(context) }

    func add(_ text: String) {
        var text = text
        text.withUTF8 { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// The digest in hexadecimal; to be called once.
    func finished() -> String {
        var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        EVP_DigestFinal_ex(context, &bytes, &count)
        return bytes.prefix(Int(count)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
