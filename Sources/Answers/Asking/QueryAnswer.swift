import Catalogue
import Output
import Storage
import Values

/// The answer to a user's own query, row by row, however many there are.
package struct QueryAnswer {
    private let archive: Archive
    private let statement: String
    private let timeLimit: Duration
    private let columns: [Column]
    /// Nil where the statement does not speak of measures, which it would take time to work out.
    private let measures: [Measure]?

    private struct Described: Error {}

    /// Asks for the names of the columns, and refuses what is no question.
    package init(_ archive: Archive, _ statement: String, timeLimit: Duration) throws {
        let isAboutMeasures = statement.lowercased().contains(MeasureTable.name)
        measures = isAboutMeasures ? try Array(archive.measures()) : nil
        self.archive = archive
        self.statement = statement
        self.timeLimit = timeLimit
        var names: [String] = []
        do {
            let empty = measures == nil ? [] : [MeasureTable.of(archive, [])]
            try archive.query(statement, beside: empty, timeLimit: timeLimit) { found in
                names = found
                throw Described()
            } row: { _ in
            }
        } catch is Described {}
        columns = names.map { Column($0, Phrase(zh: $0, en: $0)) }
    }

    package func write(to writer: SheetWriter) throws {
        let derived = measures.map { [MeasureTable.of(archive, $0)] } ?? []
        try writer.write(Sheet(columns: columns)) { add in
            try archive.query(statement, beside: derived, timeLimit: timeLimit) { _ in
            } row: { values in
                try add(values.map(Entry.init))
            }
        }
    }
}
