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
            let reader = try TranscriptReader(self, db)
            for (number, id) in ids.enumerated() {
                try reader.read(id) { source in
                    try body(number, ReportText(transcript: Array(source.text), path: source.path))
                }
            }
        }
    }
}
