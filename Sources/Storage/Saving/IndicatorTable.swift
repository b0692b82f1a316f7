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
        let query = try HotStatement(
            db, "SELECT id, position, code, label_zh, label_en, unit FROM indicator ORDER BY position, id")
        var codes = Set<String>()
        var rows: [Row] = []
        while try query.step() {
            let code = query.string(2)
            guard codes.insert(code).inserted else { throw ArchiveError.damaged(path: path, detail: Phrase(code)) }
            let word = query.string(5)
            guard let unit = Unit(rawValue: word) else { throw ArchiveError.newer(path: path, detail: Phrase(word)) }
            let label = Phrase(zh: query.string(3), en: query.string(4))
            rows.append(
                Row(
                    id: query.integer(0), position: Int(query.integer(1)),
                    indicator: Indicator(code: code, label: label, unit: unit)))
        }
        return rows
    }

    /// The rows of the given indicators in the given order, then those that only the archive knows.
    ///
    /// Writes only where something differs, so that opening an archive with the same catalogue locks nobody out.
    static func register(_ indicators: [Indicator], in queue: DatabaseQueue, path: String) throws -> [Row] {
        let stored = try queue.read { try all($0, path: path) }
        if let registered = try arranged(indicators, stored: stored) { return registered }
        return try Leftovers.ofThisRun.finishing {
            try queue.write { db in
                let stored = try all(db, path: path)
                try write(indicators, over: stored, db)
                try Sealing.seal(db)
                let written = try all(db, path: path)
                return try arranged(indicators, stored: written) ?? written
            }
        }
    }

    /// The rows as they would be if the given indicators were registered. What the archive does not have has a number
    /// that no row has.
    static func imagined(_ indicators: [Indicator], over stored: [Row]) throws -> [Row] {
        var rest = Dictionary(stored.map { ($0.indicator.code, $0) }) { first, _ in first }
        let given = try indicators.enumerated().map { position, indicator in
            let row = rest.removeValue(forKey: indicator.code)
            try requireUnit(of: indicator, toBe: row?.indicator.unit)
            return Row(id: row?.id ?? Int64(-1 - position), position: position, indicator: indicator)
        }
        return given + stored.filter { rest[$0.indicator.code] != nil }
    }

    private static func requireUnit(of indicator: Indicator, toBe stored: Unit?) throws {
        guard let stored, stored != indicator.unit else { return }
        throw ArchiveError.unitChanged(
            code: indicator.code, stored: stored.rawValue, given: indicator.unit.rawValue)
    }

    /// Nil where a row is missing or differs.
    private static func arranged(_ indicators: [Indicator], stored: [Row]) throws -> [Row]? {
        var rest = Dictionary(uniqueKeysWithValues: stored.map { ($0.indicator.code, $0) })
        var result: [Row] = []
        for (position, indicator) in indicators.enumerated() {
            guard let row = rest.removeValue(forKey: indicator.code) else { return nil }
            try requireUnit(of: indicator, toBe: row.indicator.unit)
            guard row.indicator == indicator, row.position == position else { return nil }
            result.append(row)
        }
        return result + stored.filter { rest[$0.indicator.code] != nil }
    }

    static func write(_ indicators: [Indicator], over stored: [Row], _ db: Database) throws {
        let units = Dictionary(stored.map { ($0.indicator.code, $0.indicator.unit) }) { first, _ in first }
        for indicator in indicators { try requireUnit(of: indicator, toBe: units[indicator.code]) }
        let insert = try HotStatement(
            db,
            """
            INSERT INTO indicator (code, label_zh, label_en, unit, scale, position) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET
                label_zh = excluded.label_zh, label_en = excluded.label_en, position = excluded.position
            """)
        for (position, indicator) in indicators.enumerated() {
            try insert.bind(indicator.code, at: 1)
            try insert.bind(indicator.label.zh, at: 2)
            try insert.bind(indicator.label.en, at: 3)
            try insert.bind(indicator.unit.rawValue, at: 4)
            insert.bind(indicator.unit.scale, at: 5)
            insert.bind(position, at: 6)
            try insert.run()
        }
        let given = Set(indicators.map(\.code))
        for (offset, row) in stored.filter({ !given.contains($0.indicator.code) }).enumerated() {
            try db.execute(
                sql: "UPDATE indicator SET position = ? WHERE id = ?", arguments: [indicators.count + offset, row.id])
        }
    }
}
