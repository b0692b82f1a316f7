import Catalogue
import GRDB
import Values

/// A filter's places and years as a condition on `report`, with its names looked up.
struct Condition {
    /// Holds nothing but column names, integers and points in time, so that it can be put into any statement.
    let sql: String
    /// The same for `township`, so that one county is as fast among three thousand as alone.
    let ofTownships: String
    /// Whether the filter names neither county nor township.
    let isOfAllTownships: Bool

    init(_ filter: Filter, _ db: Database) throws {
        var parts: [String] = []
        if let moment = filter.asOf {
            parts.append("report.read_at <= '\(moment)'")
            if !filter.includesEveryRevision {
                parts.append("\(Self.isThere("report", at: moment)) AND NOT \(Self.isSuperseded(by: moment))")
            }
        } else if !filter.includesEveryRevision {
            parts.append(Seat.isCurrent)
        }
        if !filter.years.isEmpty { parts.append("report.year IN (\(Self.list(filter.years.sorted())))") }
        let townships = try Self.townshipIDs(filter, db)
        if let townships { parts.append("report.township_id IN (\(townships))") }
        isOfAllTownships = townships == nil
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
    static func isThere(_ report: String, at moment: Moment) -> String {
        "(\(report).removed_at IS NULL OR \(report).removed_at > '\(moment)')"
    }

    /// A list or a subquery of ids; nil where the filter names neither county nor township.
    static func townshipIDs(_ filter: Filter, _ db: Database) throws -> String? {
        let counties = try filter.counties.flatMap { try self.counties(named: $0, db) }
        let ofCounties = "SELECT id FROM township WHERE county_id IN (\(list(counties)))"
        if filter.townships.isEmpty { return counties.isEmpty ? nil : ofCounties }
        let ids = try filter.townships.flatMap { word in
            // `青禾县/柳溪镇`, and `/柳溪镇` of one whose county nobody named.
            let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            let (county, name) = parts.count == 2 ? (parts[0], parts[1]) : (nil, word)
            let within = try county.map { try self.counties(named: $0, db) }
            let restriction =
                (counties.isEmpty ? "" : " AND id IN (\(ofCounties))")
                + (within.map { " AND county_id IN (\(list($0)))" } ?? "")
            let ids = try bearers(of: name, "township", restriction, db)
            if ids.isEmpty {
                let others = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT county.name AS county, township.name AS township
                        FROM township JOIN county ON county.id = county_id WHERE township.name = ? ORDER BY 1
                        """, arguments: [name])
                if !others.isEmpty { throw LookupError.townshipElsewhere(name, try others.map(Place.init)) }
                throw LookupError.unknownTownship(name, nearest: try nearest(to: name, table: "township", db))
            }
            return ids
        }
        return list(ids)
    }

    private static func counties(named name: String, _ db: Database) throws -> [Int64] {
        let ids = try bearers(of: name, "county", "", db)
        if ids.isEmpty { throw LookupError.unknownCounty(name, nearest: try nearest(to: name, table: "county", db)) }
        return ids
    }

    /// Of counties or townships; those that bore the name only where none bears it.
    private static func bearers(
        of name: String, _ table: String, _ restriction: String, _ db: Database
    ) throws -> [Int64] {
        let ids = try Int64.fetchAll(
            db, sql: "SELECT id FROM \(table) WHERE name = ?\(restriction) ORDER BY id", arguments: [name])
        if !ids.isEmpty { return ids }
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM \(table)
                WHERE id IN (SELECT \(table)_id FROM \(table)_alias WHERE name = ?)\(restriction) ORDER BY id
                """, arguments: [name])
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
    /// Which entries they are in ascending order of the reports' ids, as walks over a column want them.
    private(set) var order: [Int] = []

    init(_ filter: Filter, _ db: Database) throws {
        let condition = try Condition(filter, db)
        let ranks = try readPlaces(condition, asOf: filter.asOf, db)
        let found = try Self.reports(condition, ranks, db)
        var ends = [Int](repeating: 0, count: places.count)
        for report in found { ends[report.place] += 1 }
        // Places without a report are left out, and the rest get their numbers anew.
        var (kept, sum): ([Place], Int) = ([], 0)
        var numbers = [Int](repeating: 0, count: places.count)
        for rank in places.indices where ends[rank] > 0 {
            numbers[rank] = kept.count
            kept.append(places[rank])
            (ends[rank], sum) = (sum, sum + ends[rank])
        }
        places = kept
        fill(found, starts: ends, numbers)
    }

    /// Reads the townships in their order, and returns their ranks in it by their ids.
    private mutating func readPlaces(
        _ condition: Condition, asOf moment: Moment?, _ db: Database
    ) throws -> [Int64: Int] {
        // All of them come in the order of two indexes, where that is the order; a few are sooner sorted.
        let (tables, restriction) =
            condition.isOfAllTownships
            ? ("county CROSS JOIN township ON county_id = county.id", "")
            : ("township JOIN county ON county.id = county_id", "WHERE \(condition.ofTownships)")
        let townships = try HotStatement(
            db,
            """
            SELECT township.id, county.name, township.name FROM \(tables) \(restriction)
            ORDER BY \(try PlaceOrder.of(db, asOf: moment))
            """)
        var ranks: [Int64: Int] = [:]
        var county = ""
        while try townships.step() {
            ranks[townships.integer(0)] = places.count
            county = townships.string(1, sameAs: county)
            places.append(Place(county: county, township: townships.string(2)))
        }
        return ranks
    }

    private struct Found {
        let report: Int64
        let place: Int
        let year: Int
        let revision: Int64
    }

    /// As they stand in the table, where all are asked for: to look each up by an index takes several times as long.
    private static func reports(
        _ condition: Condition, _ ranks: [Int64: Int], _ db: Database
    ) throws -> [Found] {
        let reports = try HotStatement(
            db,
            """
            SELECT id, township_id, year, revision FROM report \(condition.isOfAllTownships ? "NOT INDEXED" : "")
            WHERE \(condition.sql)
            """)
        var found: [Found] = []
        while try reports.step() {
            guard let place = ranks[reports.integer(1)] else { continue }
            let year = Int(reports.integer(2))
            try UnadmittedValue.check(UnadmittedValue.years.contains(year), "report.year")
            found.append(Found(report: reports.integer(0), place: place, year: year, revision: reports.integer(3)))
        }
        if !zip(found, found.dropFirst()).allSatisfy({ $0.report < $1.report }) {
            found.sort { $0.report < $1.report }
        }
        return found
    }

    /// Each report goes behind those of its place that come before it: few, and mostly in order already.
    private mutating func fill(_ found: [Found], starts: [Int], _ numbers: [Int]) {
        var ends = starts
        var sources = [Int](repeating: 0, count: found.count)
        for (number, report) in found.enumerated() {
            var seat = ends[report.place]
            while seat > starts[report.place] {
                let other = found[sources[seat - 1]]
                if (other.year, other.revision) <= (report.year, report.revision) { break }
                sources[seat] = sources[seat - 1]
                seat -= 1
            }
            sources[seat] = number
            ends[report.place] += 1
        }
        order = [Int](repeating: 0, count: found.count)
        entries.reserveCapacity(found.count)
        for (seat, number) in sources.enumerated() {
            let report = found[number]
            order[number] = seat
            entries.append(SelectedReport(report: report.report, place: numbers[report.place], year: report.year))
        }
    }
}

/// One report of a selection.
struct SelectedReport {
    let report: Int64
    /// A place in the selection's `places`.
    let place: Int
    let year: Int
}
