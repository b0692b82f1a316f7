import GRDB

/// Puts documents and their originals into the archive, each file once.
struct DocumentWriter {
    private let db: Database
    private let insertOriginal: HotStatement
    private let insertDocument: HotStatement
    private let findDocument: HotStatement
    private let findName: HotStatement
    private let sealing: SealingNote

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
        findDocument = try HotStatement(db, "SELECT id FROM document WHERE sha256 = ?1")
        findName = try HotStatement(db, "SELECT 1 FROM sqlar WHERE name = ?1")
        sealing = try SealingNote(db)
    }

    /// Nil of a file that the archive does not have.
    func id(of fingerprint: Fingerprint) throws -> Int64? {
        try findDocument.firstInteger(for: fingerprint.description)
    }

    /// Returns the new document's id.
    func insert(_ submission: Submission, now: String) throws -> Int64 {
        let original = submission.original
        let series = OriginalName(
            county: submission.report.county, year: submission.report.year, path: original.path)
        let name = try series.firstFree { try findName.firstInteger(for: $0) != nil }
        let mode = Self.regularFile | Int64(original.mode)

        try insertOriginal.bind(name, at: 1)
        insertOriginal.bind(mode, at: 2)
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
        let id = db.lastInsertedRowID
        try note(submission, id: id, name: name, mode: mode, now: now)
        return id
    }

    /// What the row holds, for the chain: read back from the archive, it would be most of what a commit reads.
    private func note(_ submission: Submission, id: Int64, name: String, mode: Int64, now: String) throws {
        let original = submission.original
        var content = RowContent()
        content.append(mode, column: 0)
        content.append(original.modifiedAt, column: 1)
        content.append(Int64(original.byteCount), column: 2)
        content.append(id, column: 3)
        content.append(original.fingerprint.description, column: 4)
        content.append(original.path, column: 5)
        content.append(submission.document.mediaType.rawValue, column: 6)
        content.append(submission.document.encoding, column: 7)
        content.append(Int64(original.byteCount), column: 8)
        content.append(name, column: 9)
        content.append(now, column: 10)
        content.append(text: submission.document.text, column: 11)
        content.endRow()
        try sealing.note("document", owner: id, content)
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
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT transcript_id FROM report WHERE id = ? AND transcript_id IS NOT NULL"),
            arguments: [id])
    }

    /// `S_IFREG`, without which unpacking would not know what kind of entry it is.
    private static let regularFile: Int64 = 0o100000
}
