import CSQLite
import Catalogue
import GRDB
import Values

extension Archive {
    /// Keeps which indicators follow each other over changes of the form, for those who ask the archive in SQL.
    ///
    /// Writes only where something differs. Codes that the archive does not have are left out.
    package func register(_ successions: [Succession]) throws {
        let rows = SuccessionRow.all(successions, id: row(ofIndicator:))
        if try reading({ try SuccessionRow.stored($0) }) == rows { return }
        try writing { try SuccessionRow.write(rows, $0) }
    }

    func row(ofIndicator code: String) -> Int64? { indicators.id(of: code).map { indicatorRows[$0] } }
}

/// A row of `succession`.
struct SuccessionRow: Equatable {
    let older: Int64
    let newer: Int64?
    let grade: String
    let note: Phrase

    /// - Parameter id: the row of the indicator of a code.
    static func all(_ successions: [Succession], id: (String) -> Int64?) -> [SuccessionRow] {
        var rows: [SuccessionRow] = []
        for succession in successions {
            let codes: [String?] = succession.newer.isEmpty ? [nil] : succession.newer
            for older in succession.older.compactMap(id) {
                for code in codes {
                    let newer = code.flatMap(id)
                    guard (code == nil) == (newer == nil) else { continue }
                    rows.append(
                        SuccessionRow(
                            older: older, newer: newer, grade: succession.grade.rawValue, note: succession.note))
                }
            }
        }
        return rows
    }

    static func stored(_ db: Database) throws -> [SuccessionRow] {
        let query = try HotStatement(db, "SELECT older, newer, grade, note_zh, note_en FROM succession ORDER BY rowid")
        var rows: [SuccessionRow] = []
        while try query.step() {
            rows.append(
                SuccessionRow(
                    older: query.integer(0), newer: query.type(1) == SQLITE_NULL ? nil : query.integer(1),
                    grade: query.string(2), note: Phrase(zh: query.string(3), en: query.string(4))))
        }
        return rows
    }

    static func write(_ rows: [SuccessionRow], _ db: Database) throws {
        try db.execute(sql: "DELETE FROM succession")
        let insert = try HotStatement(
            db, "INSERT INTO succession (older, newer, grade, note_zh, note_en) VALUES (?1, ?2, ?3, ?4, ?5)")
        for row in rows {
            insert.bind(row.older, at: 1)
            insert.bind(row.newer, at: 2)
            try insert.bind(row.grade, at: 3)
            try insert.bind(row.note.zh, at: 4)
            try insert.bind(row.note.en, at: 5)
            try insert.run()
        }
    }
}
