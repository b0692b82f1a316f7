import GRDB

/// Puts documents and their originals into the archive, each file once.
struct DocumentWriter {
    private let db: Database
    private let insertOriginal: HotStatement
    private let insertDocument: HotStatement

    init(_ db: Database) throws {
        self.db = db
        insertOriginal = try HotStatement(
            db, "INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (?1, ?2, ?3, ?4, ?5)")
        insertDocument = try HotStatement(
            db,
            """
            INSERT INTO document (sha256, path, media_type, encoding, byte_count, original, imported_at, text)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
    }

    /// Nil of a file that the archive does not have.
    func id(of fingerprint: Fingerprint) throws -> Int64? {
        try db.cachedStatement(sql: "SELECT id FROM document WHERE sha256 = ?").fetchID([fingerprint.description])
    }

    /// Returns the new document's id.
    func insert(_ submission: Submission, now: String) throws -> Int64 {
        let original = submission.original
        let series = OriginalName(
            county: submission.report.county, year: submission.report.year, path: original.path)
        let isTaken = try db.cachedStatement(sql: "SELECT 1 FROM sqlar WHERE name = ?")
        let name = try series.firstFree { try isTaken.fetchID([$0]) != nil }

        try insertOriginal.bind(name, at: 1)
        insertOriginal.bind(Self.regularFile | Int64(original.mode), at: 2)
        insertOriginal.bind(original.modifiedAt, at: 3)
        insertOriginal.bind(original.byteCount, at: 4)
        try insertOriginal.bind(blob: original.packed, at: 5)
        try insertOriginal.run()

        try insertDocument.bind(original.fingerprint.description, at: 1)
        try insertDocument.bind(original.path, at: 2)
        try insertDocument.bind(submission.document.mediaType.rawValue, at: 3)
        try insertDocument.bind(submission.document.encoding, at: 4)
        insertDocument.bind(original.byteCount, at: 5)
        try insertDocument.bind(name, at: 6)
        try insertDocument.bind(now, at: 7)
        try insertDocument.bind(text: submission.document.text, at: 8)
        try insertDocument.run()
        return db.lastInsertedRowID
    }

    /// Keeps what a document is read as by now, and returns its id.
    func insert(transcript: [UInt8], of document: Int64, now: String) throws -> Int64 {
        let insert = try HotStatement(
            db, "INSERT INTO transcript (document_id, reason, made_at, text) VALUES (?1, ?2, ?3, ?4)")
        insert.bind(document, at: 1)
        try insert.bind("the original is read as another text by now", at: 2)
        try insert.bind(now, at: 3)
        try insert.bind(text: transcript, at: 4)
        try insert.run()
        return db.lastInsertedRowID
    }

    func transcript(ofReport id: Int64) throws -> Int64? {
        try db.cachedStatement(sql: "SELECT transcript_id FROM report WHERE id = ? AND transcript_id IS NOT NULL")
            .fetchID([id])
    }

    /// `S_IFREG`, without which unpacking would not know what kind of entry it is.
    private static let regularFile: Int64 = 0o100000
}

extension Statement {
    fileprivate func fetchID(_ arguments: StatementArguments) throws -> Int64? {
        try Int64.fetchOne(self, arguments: arguments)
    }
}
