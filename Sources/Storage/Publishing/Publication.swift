import GRDB

/// A snapshot of an archive for other engines: a plain SQLite file of STRICT tables, without views, triggers or
/// anything else that another reader must understand. See `PublishedTable` for what is in it.
///
/// This is all that storage does of publishing: tables go in and come out. What is told in them besides the archive's
/// own rows, and the files, are made where answers are.
package struct Publication: Sendable {
    package typealias Filling = (_ add: (PublishedTable, [SQLValue]) throws -> Void) throws -> Void

    private let queue: DatabaseQueue

    /// Writes the snapshot to a new file at `path`.
    ///
    /// - Parameters:
    ///   - rows: by the names of the tables that the archive has no rows of.
    ///   - more: hands over rows one by one.
    package init(
        of archive: Archive, at path: String, adding rows: [String: [[SQLValue]]], _ more: Filling = { _ in }
    ) throws {
        try Connection.createFile(path: path)
        queue = try Connection.open(path: path, readOnly: false)
        try ArchiveError.translating(path: path) {
            try queue.writeWithoutTransaction { db in
                // Whoever is killed here leaves a file that has no name yet.
                try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")
                try db.inTransaction {
                    try archive.reading { source in
                        try PublicationWriter(archive, from: source, to: db).write(adding: rows, more)
                    }
                    return .commit
                }
            }
        }
    }

    /// The rows of a table by its key.
    package func rows(of table: PublishedTable, _ body: ([SQLValue]) throws -> Void) throws {
        let columns = table.columns.map(\.name).joined(separator: ", ")
        try queue.read { db in
            let select = try HotStatement(
                db, "SELECT \(columns) FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))")
            while try select.step() { try body(select.values) }
        }
    }

    package func close() throws { try queue.close() }
}

extension Archive {
    /// By their names, the numbers that counties have in publications.
    package func countyIDs() throws -> [String: Int64] {
        try reading { db in
            let rows = try Row.fetchAll(db, sql: "SELECT name, id FROM county")
            return Dictionary(
                try rows.map { (try $0.get("name"), try $0.get("id")) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
