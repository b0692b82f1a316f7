import GRDB

/// A statement that inserts rows of a report's part, and keeps what they hold for the chain.
struct PartInsertion {
    private let insert: HotStatement

    init(_ db: Database, _ table: String, columns: Int) throws {
        let marks = (1...columns).map { "?\($0)" }.joined(separator: ", ")
        insert = try HotStatement(db, "INSERT INTO \(table) VALUES (\(marks))")
    }

    /// Inserts a row of integers and texts, in the order of the table's columns.
    func run(_ values: [SQLValue], into content: inout RowContent) throws {
        for (column, value) in values.enumerated() {
            let index = Int32(column + 1)
            switch value {
            case .integer(let number):
                insert.bind(number, at: index)
                content.append(number, column: Int32(column))
            case .text(let text):
                try insert.bind(text, at: index)
                content.append(text, column: Int32(column))
            default: insert.bind(nil as Int64?, at: index)
            }
        }
        content.endRow()
        try insert.run()
    }
}
