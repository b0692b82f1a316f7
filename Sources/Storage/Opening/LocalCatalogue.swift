import Catalogue
import GRDB

extension Archive {
    /// The catalogue files that users keep in the archive, by name.
    package func localFiles() throws -> [LocalFile] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT name, yaml FROM local_catalogue ORDER BY name").map { row in
                LocalFile(name: try row.get("name"), text: try row.get("yaml"))
            }
        }
    }

    /// Keeps a file; one of the same name is replaced. Until they are read again, no report counts as read for what it
    /// defines.
    ///
    /// - Parameters:
    ///   - codes: those of its indicators.
    ///   - indicators: all that there are with it, so that a comparison knows them before any report is read again.
    ///   - others: the files beside which it was found to hold.
    package func keep(
        _ file: LocalFile, defining codes: Set<String>, among indicators: IndicatorList, besides others: [LocalFile],
        author: String = Archive.nobody
    ) throws {
        if others.contains(file) { return }
        try writing(file.name, seen: others, { _ in try localFiles() }) { db in
            try IndicatorTable.write(Array(indicators), over: IndicatorTable.all(db, path: path), db)
            for code in codes {
                try db.execute(
                    sql: """
                        DELETE FROM catalogue_indicator
                        WHERE indicator_id = (SELECT id FROM indicator WHERE code = ?)
                        """, arguments: [code])
            }
            try db.execute(
                sql: """
                    INSERT INTO local_catalogue (name, yaml, added_at) VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET yaml = excluded.yaml, added_at = excluded.added_at
                    """,
                arguments: [file.name, file.text, Self.now()])
            try Event(.define, subject: file.name, count: 0, author: author).add(to: db)
        }
    }

    /// Takes a file out of the archive, and tells whether there was one. The figures read with it stay until the
    /// reports are read again.
    ///
    /// - Parameter files: all that there were when it was found that the others do without it.
    package func removeLocalFile(
        _ name: String, from files: [LocalFile], author: String = Archive.nobody
    ) throws -> Bool {
        try writing(name, seen: files, { _ in try localFiles() }) { db in
            try db.execute(sql: "DELETE FROM local_catalogue WHERE name = ?", arguments: [name])
            guard db.changesCount > 0 else { return false }
            try Event(.undefine, subject: name, count: 0, author: author).add(to: db)
            return true
        }
    }

    /// The program's catalogue with the files that users keep in this archive.
    package func codebook() throws -> Codebook {
        let local = try localFiles()
        return local.isEmpty ? try Codebook.load() : try Codebook.load(adding: local)
    }

    /// The program's measures and those that users keep in this archive.
    package func measures() throws -> MeasureList { try MeasureList.load(adding: localFiles()) }

    /// What a user's words mean, indicators and measures; see `MeasureList.meaning`.
    ///
    /// Measures are not parsed where all words are codes of indicators, which no measure may be called by.
    package func meaning(
        of words: [String]
    ) throws -> (indicators: [Indicator.ID], measures: [Measure]) {
        let codes = words.flatMap(splitList).map { indicators.id(of: $0.halfWidth) }
        if !codes.contains(nil) { return (Set(codes.compactMap(\.self)).sorted(), []) }
        return try measures().meaning(of: words, among: indicators)
    }

    /// Opens an archive for writing with the program's catalogue and the files that users keep in it, and hands out
    /// both.
    ///
    /// - Parameter begin: is given the program's catalogue before the archive is opened, which takes as long as many
    ///   another thing that wants but the catalogue.
    package static func openWithCatalogue(
        path: String, begin: (Codebook) -> Void = { _ in }
    ) throws -> (archive: Archive, codebook: Codebook) {
        let own = try Codebook.load()
        begin(own)
        let archive = try openForWriting(path: path, indicators: own.indicators, successions: own.successions)
        try archive.register(own.successions)
        let local = try archive.localFiles()
        guard !local.isEmpty else { return (archive, own) }
        let codebook = try Codebook.load(adding: local)
        return (try openForWriting(path: path, indicators: codebook.indicators), codebook)
    }
}
