/// How an engine wants to be told of a table.
enum SQLDialect {
    case sqlite
    case duckdb
    case clickhouse
    case postgresql

    /// The statement that makes a table.
    func createTable(_ table: PublishedTable) -> String {
        var lines = table.columns.map { column in
            let type = self.type(column)
            let isNotNull = column.isRequired && self != .clickhouse
            return "    \"\(column.name)\" \(type)\(isNotNull ? " NOT NULL" : "")"
        }
        let key = table.key.joined(separator: ", ")
        if self != .clickhouse {
            lines.append("    PRIMARY KEY (\(key))")
            lines += table.references.map { reference in
                "    FOREIGN KEY (\(reference.columns.joined(separator: ", "))) "
                    + "REFERENCES \(reference.table) (\(reference.targets.joined(separator: ", ")))"
            }
        }
        let ending =
            switch self {
            case .sqlite: " STRICT"
            case .clickhouse: " ENGINE = MergeTree ORDER BY (\(key))"
            case .duckdb, .postgresql: ""
            }
        return "CREATE TABLE \(table.name) (\n\(lines.joined(separator: ",\n"))\n)\(ending);"
    }

    func type(_ column: PublishedTable.Column) -> String {
        switch (self, column.kind) {
        case (.sqlite, .integer): "INTEGER"
        case (.duckdb, .integer), (.postgresql, .integer): "BIGINT"
        case (.clickhouse, .integer): column.isRequired ? "Int64" : "Nullable(Int64)"
        case (.sqlite, .decimal): "REAL"
        case (.duckdb, .decimal), (.postgresql, .decimal): "DECIMAL(38, 2)"
        case (.clickhouse, .decimal): column.isRequired ? "Decimal(38, 2)" : "Nullable(Decimal(38, 2))"
        case (.clickhouse, .text): column.isRequired ? "String" : "Nullable(String)"
        case (_, .text): self == .duckdb ? "VARCHAR" : "TEXT"
        }
    }
}
