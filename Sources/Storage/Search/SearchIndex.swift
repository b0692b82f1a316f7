import Foundation
import GRDB
import Values

/// The index of an archive's texts: a database of its own beside the archive, which can be deleted at any time.
///
/// It tells which documents may contain a word; whether one does, its text says. Documents that the index does not have
/// yet are read through, so that an index that cannot be written only makes a search slower.
struct SearchIndex {
    /// Marks the file as ours: "nbSX" in ASCII.
    private static let applicationID = 0x6E62_5358
    private static let version = 1
    private static let batch = 500

    private let queue: DatabaseQueue
    private let path: String

    static func path(of archive: Archive) -> String { archive.path + ".search" }

    /// The index, brought up to date as far as may be written; nil where there is none and none can be made.
    static func upToDate(of archive: Archive) -> SearchIndex? {
        let path = path(of: archive)
        guard let index = try? openForWriting(path: path) else { return try? openForReading(path: path) }
        do {
            try index.refresh(from: archive)
            return index
        } catch let error as DatabaseError where error.resultCode != .SQLITE_CORRUPT {
            // Another search is at it, or the disk is full: what there is will do.
            return try? openForReading(path: path)
        } catch {
            // Damaged, or of another archive that stood here before: it holds nothing that cannot be made again.
            index.delete()
        }
        guard let fresh = try? openForWriting(path: path), (try? fresh.refresh(from: archive)) != nil else {
            return nil
        }
        return fresh
    }

    private static func openForReading(path: String) throws -> SearchIndex {
        try Connection.checkFile(path: path)
        let index = SearchIndex(queue: try Connection.open(path: path, readOnly: true), path: path)
        guard try index.queue.read(isOurs) else { throw ArchiveError.foreign(path: path) }
        return index
    }

    private static func openForWriting(path: String) throws -> SearchIndex {
        try Connection.createFile(path: path)
        let index = SearchIndex(queue: try Connection.open(path: path, readOnly: false), path: path)
        try index.writing { db in
            if try isOurs(db) { return try db.execute(sql: reflected) }
            // Another program's file is left alone.
            guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
                throw ArchiveError.foreign(path: path)
            }
            try db.execute(
                sql: """
                    CREATE TABLE indexed (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE) STRICT;
                    CREATE VIRTUAL TABLE page USING fts5 (pairs, content = '', detail = none, tokenize = 'ascii');
                    \(reflected);
                    PRAGMA application_id = \(applicationID);
                    PRAGMA user_version = \(version);
                    """)
        }
        return index
    }

    /// An end waits for it, so that no journal stays beside the index.
    private func writing(_ body: (Database) throws -> Void) throws {
        try Leftovers.ofThisRun.finishing { try queue.write(body) }
    }

    private static func isOurs(_ db: Database) throws -> Bool {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
        return try application == applicationID && Int.fetchOne(db, sql: "PRAGMA user_version") == version
    }

    private func delete() {
        try? queue.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Which state of the archive the index has all documents of.
    private struct State: Equatable {
        /// The archive's digest.
        let chain: [UInt8]
        let documents: Int
    }

    private static let reflected = """
        CREATE TABLE IF NOT EXISTS reflected (id INTEGER PRIMARY KEY, chain BLOB NOT NULL, documents INTEGER NOT NULL)
            STRICT
        """

    private func state(of archive: Archive) throws -> State {
        try archive.reading { db in
            State(
                chain: try ChainHead.value(db),
                documents: try Int.fetchOne(db, sql: "SELECT count(*) FROM document") ?? 0)
        }
    }

    private func reflectedState() throws -> State? {
        try queue.read { db in
            let row = try HotStatement(db, "SELECT chain, documents FROM reflected")
            return try row.step() ? State(chain: Array(row.bytes(0)), documents: Int(row.integer(1))) : nil
        }
    }

    /// Adds the documents that are new, batch by batch. An archive that nobody has touched since is not gone through.
    private func refresh(from archive: Archive) throws {
        let state = try state(of: archive)
        if try reflectedState() == state { return }
        let wanted = try archive.fingerprints()
        let known = try fingerprints()
        guard known.isSubset(of: wanted) else { throw ArchiveError.foreign(path: path) }
        var rest = wanted.subtracting(known).sorted { $0.description < $1.description }[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Self.batch)
            rest = rest.dropFirst(batch.count)
            try writing { db in
                for fingerprint in batch { try add(fingerprint, from: archive, db) }
            }
        }
        try writing { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO reflected VALUES (1, ?, ?)",
                arguments: [Data(state.chain), state.documents])
        }
    }

    private func add(_ fingerprint: Fingerprint, from archive: Archive, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO indexed (sha256) VALUES (?)", arguments: [fingerprint.description])
        guard db.changesCount > 0 else { return }
        let text = try archive.transcript(of: fingerprint).withUnsafeBytes { FoldedTranscript($0) }
        let pairs = SearchTokens.indexed(text)
        try db.execute(
            sql: "INSERT INTO page (rowid, pairs) VALUES (?, ?)", arguments: [db.lastInsertedRowID, pairs])
    }

    /// The documents that the index has.
    func fingerprints() throws -> Set<Fingerprint> {
        try queue.read { db in
            try Set(String.fetchCursor(db, sql: "SELECT sha256 FROM indexed").map(Fingerprint.init(stored:)))
        }
    }

    /// Those of them that may contain all of the words.
    func candidates(for words: [FoldedTranscript]) throws -> Set<Fingerprint> {
        let query = words.map(SearchTokens.query).joined(separator: " AND ")
        return try queue.read { db in
            let found = try HotStatement(
                db, "SELECT sha256 FROM page JOIN indexed ON indexed.id = page.rowid WHERE page MATCH ?1")
            try found.bind(query, at: 1)
            var documents: Set<Fingerprint> = []
            while try found.step() { documents.insert(Fingerprint(stored: found.string(0))) }
            return documents
        }
    }

    /// Whether more documents match than so many, which is told without fetching them.
    private func isMatched(byMoreThan most: Int, _ words: [FoldedTranscript]) throws -> Bool {
        let query = words.map(SearchTokens.query).joined(separator: " AND ")
        return try queue.read { db in
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (SELECT 1 FROM page WHERE page MATCH ? LIMIT ?)",
                arguments: [query, most + 1])
            return count ?? 0 > most
        }
    }

    /// The documents of an archive that may contain all of the words; nil where all must be read: the index fails, or
    /// most of them do anyway.
    func documents(of archive: Archive, with words: [FoldedTranscript]) throws -> Set<Fingerprint>? {
        let current = try state(of: archive)
        do {
            if try isMatched(byMoreThan: current.documents / 2, words) { return nil }
            var documents = try candidates(for: words)
            // One that could not be brought up to date says nothing of what came since.
            if (try? reflectedState()) != current {
                documents.formUnion(try archive.fingerprints().subtracting(fingerprints()))
            }
            return documents
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_CORRUPT { delete() }
            return nil
        }
    }
}
