import Catalogue
import GRDB
import Values

/// A filter's places and years as a condition on `report`, with its names looked up.
struct Condition {
    /// Holds nothing but column names, integers and points in time, so that it can be put into any statement.
    let sql: String
    /// The same for `township`, so that one county is as fast among three thousand as alone.
    let ofTownships: String

    init(_ filter: Filter, _ db: Database) throws {
        var parts: [String] = []
        if let moment = filter.asOf {
            parts.append("report.read_at <= '\(moment)'")
            if !filter.includesSuperseded {
                parts.append("\(Self.isThere("report", at: moment)) AND NOT \(Self.isSuperseded(by: moment))")
            }
        } else if !filter.includesSuperseded {
            parts.append(Seat.isCurrent)
        }
        if !filter.years.isEmpty { parts.append("report.year IN (\(Self.list(filter.years.sorted())))") }
        let townships = try Self.townshipIDs(filter, db)
        if let townships { parts.append("report.township_id IN (\(townships))") }
        ofTownships = townships.map { "township.id IN (\($0))" } ?? "true"
        sql = parts.isEmpty ? "true" : parts.joined(separator: " AND ")
    }

    /// Looks for any later revision, not only the next: a clock that was set back may have dated them in another order.
    private static func isSuperseded(by moment: Moment) -> String {
        """
        EXISTS (SELECT 1 FROM report AS later
            WHERE later.township_id = report.township_id AND later.year = report.year
                AND later.revision > report.revision AND later.read_at <= '\(moment)'
                AND \(isThere("later", at: moment)))
        """
    }

    /// Whether a report was not removed by then.
    private static func isThere(_ report: String, at moment: Moment) -> String {
        "(\(report).removed_at IS NULL OR \(report).removed_at > '\(moment)')"
    }

    /// A list or a subquery of ids; nil where the filter names neither county nor township.
    static func townshipIDs(_ filter: Filter, _ db: Database) throws -> String? {
        let counties = try filter.counties.flatMap { try self.counties(named: $0, db) }
        let ofCounties = "SELECT id FROM township WHERE county_id IN (\(list(counties)))"
        if filter.townships.isEmpty { return counties.isEmpty ? nil : ofCounties }
        let restriction = counties.isEmpty ? "" : " AND id IN (\(ofCounties))"
        let ids = try filter.townships.flatMap { name in
            let ids = try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM township WHERE (name = ?1 OR id IN (
                        SELECT township_id FROM township_alias WHERE name = ?1))\(restriction)
                    """, arguments: [name])
            if ids.isEmpty {
                throw LookupError.unknownTownship(name, nearest: try nearest(to: name, table: "township", db))
            }
            return ids
        }
        return list(ids)
    }

    private static func counties(named name: String, _ db: Database) throws -> [Int64] {
        let ids = try Int64.fetchAll(
            db, sql: "SELECT id FROM county WHERE name = ?1 UNION SELECT county_id FROM county_alias WHERE name = ?1",
            arguments: [name])
        if ids.isEmpty { throw LookupError.unknownCounty(name, nearest: try nearest(to: name, table: "county", db)) }
        return ids
    }

    private static func nearest(to name: String, table: String, _ db: Database) throws -> String? {
        let names = try String.fetchAll(
            db, sql: "SELECT name FROM \(table) WHERE name <> '' UNION SELECT name FROM \(table)_alias")
        return Nearest.name(to: name, among: names)
    }

    private static func list(_ ids: [some BinaryInteger]) -> String {
        ids.map { "\($0)" }.joined(separator: ", ")
    }
}

/// The reports that a filter admits, in the order of every listing: county, township, year, revision.
struct Selection {
    private(set) var places: [Place] = []
    private(set) var entries: [SelectedReport] = []

    init(_ filter: Filter, _ db: Database) throws {
        let condition = try Condition(filter, db)
        var byTownship: [Int64: Range<Int>] = [:]
        let unordered = try Self.entries(condition, db, byTownship: &byTownship)
        entries.reserveCapacity(unordered.count)
        let townships = try HotStatement(
            db,
            """
            SELECT township.id, county.name, township.name FROM township JOIN county ON county.id = county_id
            WHERE \(condition.ofTownships) ORDER BY county.name, township.name
            """)
        while try townships.step() {
            guard let range = byTownship[townships.integer(0)] else { continue }
            for entry in unordered[range] {
                entries.append(SelectedReport(report: entry.report, place: places.count, year: entry.year))
            }
            places.append(Place(county: townships.string(1), township: townships.string(2)))
        }
    }

    /// By township and year, straight from the index; sorting names by report would take longer than reading figures.
    private static func entries(
        _ condition: Condition, _ db: Database, byTownship: inout [Int64: Range<Int>]
    ) throws -> [SelectedReport] {
        let reports = try HotStatement(
            db,
            "SELECT id, township_id, year FROM report WHERE \(condition.sql) ORDER BY township_id, year, revision")
        var entries: [SelectedReport] = []
        var current: Int64?
        var start = 0
        while try reports.step() {
            let township = reports.integer(1)
            if let current, current != township {
                byTownship[current] = start..<entries.count
                start = entries.count
            }
            current = township
            let year = Int(reports.integer(2))
            try UnadmittedValue.check(UnadmittedValue.years.contains(year), "report.year")
            entries.append(SelectedReport(report: reports.integer(0), place: 0, year: year))
        }
        if let current { byTownship[current] = start..<entries.count }
        return entries
    }
}

/// One report of a selection.
struct SelectedReport {
    let report: Int64
    /// A place in the selection's `places`.
    let place: Int
    let year: Int
}
