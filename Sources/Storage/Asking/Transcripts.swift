import GRDB
import Values

/// The text of a report, and what its document was called.
package struct ReportText: Sendable {
    package let transcript: [UInt8]
    package let path: String
}

extension Archive {
    /// Hands over the transcripts of reports one after the other, in the order of their ids as given.
    package func texts(ofReports ids: [Int64], _ body: (Int, ReportText) throws -> Void) throws {
        try reading { db in
            let select = try HotStatement(
                db,
                """
                SELECT \(ReportSummary.text), path FROM report JOIN document ON document.id = report.document_id
                WHERE report.id = ?1
                """)
            for (number, id) in ids.enumerated() {
                defer { select.reset() }
                select.bind(id, at: 1)
                guard try select.step() else { throw ArchiveError.damaged(path: path, detail: Phrase("document")) }
                try body(number, ReportText(transcript: Array(select.bytes(0)), path: select.string(1)))
            }
        }
    }
}
