import CSQLite
import Foundation
import Migrations

/// Writes the schema that all steps make together as Swift: `SchemaCompiler OUTPUT`. The build runs it, so that a new
/// archive is made at once, and need not be brought up to date by steps that each have SQLite read the schema anew.
@main enum CompiledSchema {
    static func main() throws {
        guard let output = CommandLine.arguments.dropFirst().first else {
            throw CocoaError(.fileReadInvalidFileName)
        }
        var db: OpaquePointer?
        guard sqlite3_open(":memory:", &db) == SQLITE_OK else { fail(db) }
        for migration in Migration.all where sqlite3_exec(db, migration.sql, nil, nil, nil) != SQLITE_OK { fail(db) }
        let source = """
            extension Schema {
                /// What all steps make together.
                static let whole = #\"""
            \(statements(db).map { $0 + ";" }.joined(separator: "\n"))
            \"""#
            }

            """
        try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
    }

    /// The statements as SQLite keeps them.
    private static func statements(_ db: OpaquePointer?) -> [String] {
        var listing: OpaquePointer?
        guard sqlite3_prepare_v2(db, Migration.listing, -1, &listing, nil) == SQLITE_OK else { fail(db) }
        var statements: [String] = []
        while sqlite3_step(listing) == SQLITE_ROW, let text = sqlite3_column_text(listing, 0) {
            statements.append(String(cString: text))
        }
        return statements
    }

    private static func fail(_ db: OpaquePointer?) -> Never {
        FileHandle.standardError.write(Data("error: \(String(cString: sqlite3_errmsg(db)))\n".utf8))
        exit(1)
    }
}
