import Documents
import GRDB
import Reports

/// A doubt and the report that it is about.
package struct StoredDoubt: Sendable {
    package let report: Int64
    package let place: Place
    package let year: Int
    package let doubt: Doubt
    /// The line of the transcript, from 1, where the doubt is about a place in it.
    package let line: Int?
}

extension Archive {
    /// The doubts of the reports that the filter admits, by county, township and year.
    package func doubts(_ filter: Filter = Filter()) throws -> [StoredDoubt] {
        try reading { db in
            let doubtful = try Set(Int64.fetchCursor(db, sql: "SELECT DISTINCT report_id FROM doubt"))
            let selection = try Selection(filter, db)
            var result: [StoredDoubt] = []
            for entry in selection.entries where doubtful.contains(entry.report) {
                let lines = try lines(ofReport: entry.report, db)
                result += try doubts(ofReport: entry.report, db).map { doubt in
                    StoredDoubt(
                        report: entry.report, place: selection.places[entry.place], year: entry.year, doubt: doubt,
                        line: doubt.range.map { lines.line(at: $0.lowerBound) })
                }
            }
            return result
        }
    }

    private func lines(ofReport id: Int64, _ db: Database) throws -> LineNumbers {
        let text = try HotStatement(
            db, "SELECT text FROM report JOIN document ON document.id = document_id WHERE report.id = ?1")
        text.bind(id, at: 1)
        defer { text.reset() }
        guard try text.step() else { throw ArchiveError.damaged(path: path, detail: "document.text") }
        return LineNumbers(Array(text.bytes(0)))
    }
}
