import Catalogue
import GRDB
import Values

/// The catalogue's indicators as rows of the archive. An indicator's id is given once and kept; its code is its name.
struct IndicatorTable {
    struct Row {
        let id: Int64
        let position: Int
        let indicator: Indicator
    }

    /// In the catalogue's order.
    static func all(_ db: Database, path: String) throws -> [Row] {
        let rows = try GRDB.Row.fetchAll(
            db, sql: "SELECT id, position, code, label_zh, label_en, unit FROM indicator ORDER BY position, id")
        var codes = Set<String>()
        return try rows.map { row in
            let code: String = try row.get("code")
            guard codes.insert(code).inserted else { throw ArchiveError.damaged(path: path, detail: Phrase(code)) }
            let word: String = try row.get("unit")
            guard let unit = Unit(rawValue: word) else { throw ArchiveError.newer(path: path, detail: Phrase(word)) }
            let label = Phrase(zh: try row.get("label_zh"), en: try row.get("label_en"))
            return Row(
                id: try row.get("id"), position: try row.get("position"),
                indicator: Indicator(code: code, label: label, unit: unit))
        }
    }

    /// The rows of the given indicators in the given order, then those that only the archive knows.
    ///
    /// Writes only where something differs, so that opening an archive with the same catalogue locks nobody out.
    static func register(_ indicators: [Indicator], in queue: DatabaseQueue, path: String) throws -> [Row] {
        let stored = try queue.read { try all($0, path: path) }
        if let registered = try arranged(indicators, stored: stored) { return registered }
        return try queue.write { db in
            let stored = try all(db, path: path)
            try write(indicators, over: stored, db)
            try Sealing.seal(db)
            let written = try all(db, path: path)
            return try arranged(indicators, stored: written) ?? written
        }
    }

    /// Nil where a row is missing or differs.
    private static func arranged(_ indicators: [Indicator], stored: [Row]) throws -> [Row]? {
        var rest = Dictionary(uniqueKeysWithValues: stored.map { ($0.indicator.code, $0) })
        var result: [Row] = []
        for (position, indicator) in indicators.enumerated() {
            guard let row = rest.removeValue(forKey: indicator.code) else { return nil }
            if row.indicator.unit != indicator.unit {
                throw ArchiveError.unitChanged(
                    code: indicator.code, stored: row.indicator.unit.rawValue, given: indicator.unit.rawValue)
            }
            guard row.indicator == indicator, row.position == position else { return nil }
            result.append(row)
        }
        return result + stored.filter { rest[$0.indicator.code] != nil }
    }

    private static func write(_ indicators: [Indicator], over stored: [Row], _ db: Database) throws {
        for (position, indicator) in indicators.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO indicator (code, label_zh, label_en, unit, scale, position) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (code) DO UPDATE SET
                        label_zh = excluded.label_zh, label_en = excluded.label_en, position = excluded.position
                    """,
                arguments: [
                    indicator.code, indicator.label.zh, indicator.label.en, indicator.unit.rawValue,
                    indicator.unit.scale, position,
                ])
        }
        let given = Set(indicators.map(\.code))
        for (offset, row) in stored.filter({ !given.contains($0.indicator.code) }).enumerated() {
            try db.execute(
                sql: "UPDATE indicator SET position = ? WHERE id = ?", arguments: [indicators.count + offset, row.id])
        }
    }
}
