import Catalogue
import GRDB

/// What reports are read with: the words that describe their numbers, and the indicators that are looked for.
///
/// It is noted for each report, so that an indicator that nobody looked for is never taken for one that the report does
/// not mention.
package struct ReadingBasis: Sendable {
    package let vocabulary: RoleVocabulary
    /// Of all that decides what is read.
    let fingerprint: Fingerprint
    /// Of the indicators that are looked for.
    package let codes: Set<String>

    package init(_ codebook: Codebook, _ vocabulary: RoleVocabulary) {
        self.vocabulary = vocabulary
        codes = Set(codebook.indicators.map(\.code))
        fingerprint = Fingerprint(of: codebook)
    }
}

extension Fingerprint {
    /// Of all files that decide what is read, and so the version of the catalogue; archives note it for each report.
    package init(of codebook: Codebook) {
        var bytes: [UInt8] = []
        for file in codebook.readingFiles {
            for text in [file.name, file.text] {
                bytes += text.utf8
                bytes.append(0)
            }
        }
        self.init(of: bytes)
    }
}

extension Archive {
    /// Notes the basis and the words of its roles, for the reports that are stored with it.
    ///
    /// Writes only where something is missing, so that reading again what is known locks nobody out.
    package func register(_ basis: ReadingBasis) throws {
        if try reading({ try isRegistered(basis, $0) }) { return }
        try writing { try note(basis, $0) }
    }

    /// The same within the transaction that stores the reports.
    func note(_ basis: ReadingBasis, _ db: Database) throws {
        if try isRegistered(basis, db) { return }
        let id = try catalogueID(basis, db)
        let insert = try HotStatement(db, "INSERT OR IGNORE INTO catalogue_indicator VALUES (?1, ?2)")
        for indicator in rows(of: basis) {
            insert.bind(id, at: 1)
            insert.bind(indicator, at: 2)
            try insert.run()
        }
        try writeWords(of: basis.vocabulary, db)
    }

    private func rows(of basis: ReadingBasis) -> [Int64] { basis.codes.compactMap(row(ofIndicator:)).sorted() }

    /// Whether it is noted with as many indicators as it looks for: those of a file that was replaced are taken out
    /// again.
    private func isRegistered(_ basis: ReadingBasis, _ db: Database) throws -> Bool {
        guard let id = try basis.id(db) else { return false }
        let stored = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM catalogue_indicator WHERE catalogue_id = ?", arguments: [id])
        return stored == rows(of: basis).count
    }

    private func writeWords(of vocabulary: RoleVocabulary, _ db: Database) throws {
        let insert = try HotStatement(db, "INSERT OR REPLACE INTO role_value VALUES (?1, ?2, ?3, ?4)")
        for role in NarrativeRole.allCases {
            for value in vocabulary.of(role) {
                try insert.bind(role.name, at: 1)
                try insert.bind(value.name, at: 2)
                try insert.bind(value.label.zh, at: 3)
                try insert.bind(value.label.en, at: 4)
                try insert.run()
            }
        }
    }

    private func catalogueID(_ basis: ReadingBasis, _ db: Database) throws -> Int64 {
        if let id = try basis.id(db) { return id }
        try db.execute(
            sql: "INSERT INTO catalogue (sha256) VALUES (?)", arguments: [basis.fingerprint.description])
        return db.lastInsertedRowID
    }
}

extension ReadingBasis {
    /// Its row in `catalogue`; nil before it was registered.
    func id(_ db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT id FROM catalogue WHERE sha256 = ?", arguments: [fingerprint.description])
    }
}
