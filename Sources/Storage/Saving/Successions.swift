import Catalogue
import GRDB

extension Archive {
    /// Keeps which indicators follow each other over changes of the form, for those who ask the archive in SQL.
    ///
    /// Writes only where something differs. Codes that the archive does not have are left out.
    package func register(_ successions: [Succession]) throws {
        var rows: [[DatabaseValue]] = []
        for succession in successions {
            let newer: [String?] = succession.newer.isEmpty ? [nil] : succession.newer
            for older in succession.older.compactMap(row(ofIndicator:)) {
                for code in newer {
                    let id = code.flatMap(row(ofIndicator:))
                    guard (code == nil) == (id == nil) else { continue }
                    rows.append([
                        older.databaseValue, id?.databaseValue ?? .null, succession.grade.rawValue.databaseValue,
                        succession.note.zh.databaseValue, succession.note.en.databaseValue,
                    ])
                }
            }
        }
        let stored = try reading { db in
            try Row.fetchAll(db, sql: "SELECT older, newer, grade, note_zh, note_en FROM succession ORDER BY rowid")
                .map { Array($0.databaseValues) }
        }
        if stored == rows { return }
        try writing { db in
            try db.execute(sql: "DELETE FROM succession")
            let insert = try db.makeStatement(
                sql: "INSERT INTO succession (older, newer, grade, note_zh, note_en) VALUES (?, ?, ?, ?, ?)")
            for row in rows { try insert.execute(arguments: StatementArguments(row)) }
        }
    }

    func row(ofIndicator code: String) -> Int64? { indicators.id(of: code).map { indicatorRows[$0] } }
}
