/// An engine that a publication can be loaded into: the statements that make the tables, load the CSV files, and show
/// that the figures are the same.
package enum EngineRecipe: String, Sendable, CaseIterable {
    case duckdb
    case clickhouse
    case postgresql
    /// DuckDB again: what it has loaded as Parquet files, the large tables partitioned by year.
    case parquet

    private var dialect: SQLDialect {
        switch self {
        case .duckdb, .parquet: .duckdb
        case .clickhouse: .clickhouse
        case .postgresql: .postgresql
        }
    }

    /// The tables that have a report's rows, and so a year.
    private static let partitioned = [PublishedTable.figure, .number, .measureValue, .finding]

    private func load(_ table: PublishedTable) -> String {
        let columns = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let file = "\(table.name).csv"
        return switch self {
        case .duckdb: "COPY \(table.name) (\(columns)) FROM '\(file)' (FORMAT csv, HEADER, NULLSTR '');"
        case .parquet: parquet(table)
        case .clickhouse:
            "INSERT INTO \(table.name) SELECT \(columns) FROM file('\(file)', 'CSVWithNames', '\(structure(table))');"
        case .postgresql: "\\copy \(table.name) (\(columns)) FROM '\(file)' WITH (FORMAT csv, HEADER, ENCODING 'UTF8')"
        }
    }

    private func parquet(_ table: PublishedTable) -> String {
        guard Self.partitioned.contains(where: { $0.name == table.name }) else {
            return "COPY \(table.name) TO '\(table.name).parquet' (FORMAT parquet);"
        }
        let key = table.key.map { "\(table.name).\($0)" }.joined(separator: ", ")
        return """
            COPY (SELECT \(table.name).*, report.year FROM \(table.name) JOIN report USING (report_id) ORDER BY \(key))
                TO '\(table.name).parquet' (FORMAT parquet, PARTITION_BY (year), OVERWRITE_OR_IGNORE);
            """
    }

    private func structure(_ table: PublishedTable) -> String {
        table.columns.map { "\($0.name) \(dialect.type($0))" }.joined(separator: ", ")
    }

    /// The question whose answer is the checksum of the figures.
    private var check: String {
        let line = "report_id || ',' || indicator_id || ',' || state || ',' || coalesce(value::text, '') || chr(10)"
        switch self {
        case .duckdb, .parquet:
            let source = self == .duckdb ? "figure" : "read_parquet('figure.parquet/*/*.parquet')"
            return """
                SELECT count(*) AS rows, sum(value)::BIGINT AS sum,
                    sha256(string_agg(\(line), '' ORDER BY report_id, indicator_id)) AS sha256
                FROM \(source);
                """
        case .postgresql:
            return """
                SELECT count(*) AS rows, sum(value) AS sum,
                    encode(sha256(convert_to(string_agg(\(line), '' ORDER BY report_id, indicator_id), 'UTF8')), 'hex')
                    AS sha256
                FROM figure;
                """
        case .clickhouse:
            return """
                SELECT count() AS rows, sum(value) AS sum,
                    lower(hex(SHA256(arrayStringConcat(groupArray(line))))) AS sha256
                FROM (
                    SELECT value, concat(toString(report_id), ',', toString(indicator_id), ',', state, ',',
                        ifNull(toString(value), ''), char(10)) AS line
                    FROM figure ORDER BY report_id, indicator_id
                );
                """
        }
    }

    /// What to run in the folder of a publication: it makes the tables, loads the CSV files, and computes the checksum.
    package var recipe: String {
        let tables = PublishedTable.all
        let head =
            "-- \(usage)\n\(note)-- The last answer must be the line of checksum.csv. / 最后的结果应与 checksum.csv 一致。\n"
        let made = self == .parquet ? [] : tables.map(dialect.createTable)
        return ([head] + made + [""] + tables.map(load) + ["", check]).joined(
            separator: "\n") + "\n"
    }

    private var note: String {
        switch self {
        case .duckdb: "-- Or without copying: ATTACH 'nianbao.sqlite' AS nianbao (TYPE sqlite);\n"
        case .parquet: "-- After duckdb.sql. / 先运行 duckdb.sql。\n"
        case .clickhouse, .postgresql: ""
        }
    }

    /// How to run it in the folder of a publication.
    package var usage: String {
        switch self {
        case .duckdb: "duckdb nianbao.duckdb < duckdb.sql"
        case .parquet: "duckdb nianbao.duckdb < parquet.sql"
        case .clickhouse: "clickhouse local --path nianbao.clickhouse --multiquery < clickhouse.sql"
        case .postgresql: "createdb nianbao && psql --set ON_ERROR_STOP=1 --dbname nianbao --file postgresql.sql"
        }
    }
}
