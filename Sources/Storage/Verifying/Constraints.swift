import GRDB

/// The conditions that the schema puts on values, asked of the values that are there: SQLite's own check leaves them
/// out where it cannot write, and a file can be changed without SQLite.
struct Constraints {
    private let tables: [(name: String, conditions: [String])]

    init(_ schema: OwnSchema) {
        tables = schema.tables.map { ($0.name, Self.conditions($0.sql)) }.filter { !$0.conditions.isEmpty }
    }

    /// A row of each table that breaks one.
    func broken(_ db: Database) throws -> [Flaw] {
        try tables.compactMap { table in
            let owner = Relation.all.first { $0.table == table.name }?.owner ?? "rowid"
            let failing = table.conditions.map { "NOT (\($0))" }.joined(separator: " OR ")
            let row = try Int64.fetchOne(db, sql: "SELECT \(owner) FROM \(table.name) WHERE \(failing) LIMIT 1")
            return row.map { .constraint(table: table.name, row: $0) }
        }
    }

    /// What stands in the brackets after each CHECK.
    static func conditions(_ sql: String) -> [String] {
        var result: [String] = []
        var rest = sql[...]
        while let start = rest.firstRange(of: "CHECK (") {
            rest = rest[start.upperBound...]
            let condition = rest.prefix(upTo: closing(rest))
            result.append(String(condition))
            rest = rest[condition.endIndex...]
        }
        return result
    }

    /// Where the bracket closes that was opened before the text; brackets in quotes do not count.
    private static func closing(_ text: Substring) -> Substring.Index {
        var depth = 1
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "'", "\"": quote = character
            case "(": depth += 1
            case ")":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return text.endIndex
    }
}
