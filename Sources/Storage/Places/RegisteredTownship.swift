import GRDB
import Values

/// A township as the archive keeps it: its names, its division code, and the years that there are reports of.
package struct RegisteredTownship: Sendable, Equatable {
    package let place: Place
    package let code: String?
    package let countyCode: String?
    /// Names it bore, or is called by as well; not its county's.
    package let otherNames: [String]
    package let formerCounties: [String]
    package let years: [Int]
}

extension Archive {
    /// The townships that the filter's places admit, in the order of every listing; also those without a report.
    package func townships(_ filter: Filter = Filter()) throws -> [RegisteredTownship] {
        try reading { db in
            let condition = try Self.listed(filter, db)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT county.name AS county, township.name AS township,
                        \(PlaceOrder.code(of: "township", asOf: filter.asOf)) AS code,
                        \(PlaceOrder.code(of: "county", asOf: filter.asOf)) AS county_code,
                        (SELECT group_concat(name, char(10)) FROM township_alias WHERE township_id = township.id
                            AND name <> township.name) AS names,
                        (SELECT group_concat(name, char(10)) FROM county_alias WHERE county_id = county.id) AS counties,
                        (SELECT group_concat(DISTINCT year) FROM report
                            WHERE township_id = township.id AND \(Seat.isCurrent)) AS years
                    FROM township JOIN county ON county.id = county_id
                    WHERE \(condition) ORDER BY \(try PlaceOrder.of(db, asOf: filter.asOf))
                    """)
            return try rows.map(RegisteredTownship.init)
        }
    }

    /// The places of those that should report, in the same order.
    package func places(_ filter: Filter = Filter()) throws -> [Place] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT county.name AS county, township.name AS township
                    FROM township JOIN county ON county.id = county_id
                    WHERE \(try Self.expected(filter, db)) ORDER BY \(try PlaceOrder.of(db, asOf: filter.asOf))
                    """
            ).map(Place.init)
        }
    }

    /// Nobody lists a place without a county: it is there by a report, and goes when that is taken out.
    private static func listed(_ filter: Filter, _ db: Database) throws -> String {
        let condition = try Condition.townshipIDs(filter, db).map { "township.id IN (\($0))" } ?? "true"
        let isThere = filter.asOf == nil ? " AND removed_at IS NULL" : ""
        let isReported = "EXISTS (SELECT 1 FROM report WHERE township_id = township.id\(isThere))"
        return "\(condition) AND (county.name <> '' OR \(isReported))"
    }

    /// A township is there by a report, and goes when that is taken out: it may have been filed wrongly. Otherwise it
    /// is there by a list of townships, or since somebody has said in which years it is.
    ///
    /// Lists of before format 10 left no time, and without codes no trace but a township before any report: as of an
    /// earlier moment, what is there by them alone is left out if there was a list since, since nothing tells which.
    private static func expected(_ filter: Filter, _ db: Database) throws -> String {
        let ofTownship = "SELECT 1 FROM report WHERE report.township_id = township.id"
        var isThere = "removed_at IS NULL"
        let isTold = filter.asOf.map { " AND made_at <= '\($0)'" } ?? ""
        let isTermed = "EXISTS (SELECT 1 FROM township_term WHERE township_id = township.id\(isTold))"
        let isUndated = "(township.code IS NOT NULL OR NOT EXISTS (\(ofTownship)))"
        var isListed = "\(PlaceOrder.isListed()) OR \(isUndated)"
        if let moment = filter.asOf {
            isThere = "report.read_at <= '\(moment)' AND \(Condition.isThere("report", at: moment))"
            isListed = """
                \(PlaceOrder.isDated(asOf: moment)) AND \(PlaceOrder.isListed(asOf: moment))
                OR \(isUndated) AND NOT \(PlaceOrder.isDated()) AND NOT EXISTS (
                    SELECT 1 FROM event WHERE action IN ('register', 'code') AND made_at > '\(moment)')
                """
        }
        return "\(try listed(filter, db)) AND (\(isListed) OR \(isTermed) OR EXISTS (\(ofTownship) AND \(isThere)))"
    }
}

extension RegisteredTownship {
    fileprivate init(_ row: Row) throws {
        func list(_ column: String, _ separator: Character) throws -> [String] {
            let text: String? = try row.getIfAny(column)
            return text.map { $0.split(separator: separator).map(String.init).sorted() } ?? []
        }
        place = try Place(row)
        code = try row.getIfAny("code")
        countyCode = try row.getIfAny("county_code")
        otherNames = try list("names", "\n")
        formerCounties = try list("counties", "\n")
        years = try list("years", ",").compactMap { Int($0) }
    }
}
