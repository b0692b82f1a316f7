import Output
import Storage
import Values

/// The answer to a user's own query, row by row, however many there are.
package struct QueryAnswer {
    private let archive: Archive
    private let statement: String
    private let timeLimit: Duration
    private let columns: [Column]

    private struct Described: Error {}

    /// Asks for the names of the columns, and refuses what is no question.
    package init(_ archive: Archive, _ statement: String, timeLimit: Duration) throws {
        self.archive = archive
        self.statement = statement
        self.timeLimit = timeLimit
        var names: [String] = []
        do {
            try archive.query(statement, timeLimit: timeLimit) { found in
                names = found
                throw Described()
            } row: { _ in
            }
        } catch is Described {}
        columns = names.map { Column($0, Phrase(zh: $0, en: $0)) }
    }

    package func write(to writer: SheetWriter) throws {
        try writer.write(Sheet(columns: columns)) { add in
            try archive.query(statement, timeLimit: timeLimit) { _ in
            } row: { values in
                try add(values.map(Entry.init))
            }
        }
    }
}
