import GRDB
import Reports
import Values

/// The years that a township has to report of, where it was set up or abolished.
package struct TownshipTerm: Sendable, Equatable {
    /// Nil where it was there before all reports.
    package var first: Int?
    /// Nil where it is there to this day.
    package var last: Int?
    /// The township that took it over, if that was told.
    package var successor: Place?

    package init(first: Int? = nil, last: Int? = nil, successor: Place? = nil) {
        (self.first, self.last, self.successor) = (first, last, successor)
    }

    package func contains(_ year: Int) -> Bool {
        first.map { year >= $0 } != false && last.map { year <= $0 } != false
    }

    /// `2019–2021 → 青禾县/石桥镇`; a side without a bound is left empty.
    package var years: String {
        let (first, last) = (first.map(String.init) ?? "", last.map(String.init) ?? "")
        return "\(first)–\(last)\(successor.map { " → \($0)" } ?? "")"
    }

    /// `2021年后撤销，并入石桥镇`
    package var words: Phrase {
        let parts = [
            first.map { Phrase(zh: "\($0)年设立", en: "was set up in \($0)") },
            last.map { Phrase(zh: "\($0)年后撤销", en: "ended after \($0)") },
            successor.map { Phrase(zh: "并入\($0)", en: "went into \($0)") },
        ].compactMap { $0 }
        return Phrase(
            zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: " and "))
    }
}

/// The terms of an archive's townships that were not there in all years.
package struct TownshipTerms: Sendable, Equatable {
    private let terms: [Place: TownshipTerm]

    package init(_ terms: [Place: TownshipTerm] = [:]) { self.terms = terms }

    package var isEmpty: Bool { terms.isEmpty }

    package subscript(place: Place) -> TownshipTerm? { terms[place] }

    /// The townships that are said to have been there in other years than was said before, by name.
    package func changed(since before: TownshipTerms) -> [(place: Place, term: TownshipTerm)] {
        terms.filter { place, term in
            let old = before[place]
            return old?.first != term.first || old?.last != term.last
        }.sorted { "\($0.key)" < "\($1.key)" }.map { ($0.key, $0.value) }
    }

    /// Whether a township was there in a year.
    package func contain(_ place: Place, in year: Int) -> Bool { terms[place]?.contains(year) != false }

    /// The township that has in a year what was another's before: itself, or who took it over, or who took that over.
    /// Nil where nobody said who.
    package func heir(of place: Place, in year: Int) -> Place? {
        var heir = place
        // A chain of successors is shorter than all of them; only another hand can have made it a circle.
        for _ in 0...terms.count {
            guard let term = terms[heir], let last = term.last, year > last else { return heir }
            guard let next = term.successor else { return nil }
            heir = next
        }
        return nil
    }

    /// That a report of a township's is of a year in which it was not there.
    package func doubt(of place: Place, _ year: Int) -> Doubt? {
        guard let term = terms[place], !term.contains(year) else { return nil }
        return Doubt(.noTownship, found: term.years, expected: "\(place) \(year)")
    }

    /// What is told below a table of townships and years: who was not there in some of them.
    package func notes(_ places: [Place], _ years: [Int]) -> [Phrase] {
        let some = places.filter { place in years.contains { !contain(place, in: $0) } }
        guard !some.isEmpty else { return [] }
        let words = some.prefix(Self.longestList).map { place in
            let term = terms[place]?.words ?? Phrase("")
            return Phrase(zh: "\(place)\(term.zh)", en: "\(place) \(term.en)")
        }
        let (zh, en) = some.count > words.count ? ("等 \(some.count) 个", " and others, \(some.count) in all") : ("", "")
        return [
            Phrase(
                zh: "设立和撤销：\(words.map(\.zh).joined(separator: "；"))\(zh)",
                en: "set up or abolished: \(words.map(\.en).joined(separator: "; "))\(en)")
        ]
    }

    private static let longestList = 12
}

extension Archive {
    /// The townships that were set up or abolished, as was known then.
    package func townshipTerms(asOf moment: Moment? = nil) throws -> TownshipTerms {
        try reading { db in try Self.terms(db, asOf: moment) }
    }

    private static func terms(_ db: Database, asOf moment: Moment? = nil) throws -> TownshipTerms {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT county.name AS county, township.name AS township, first_year, last_year, heir.name AS heir,
                    heir_county.name AS heir_county
                FROM township_term AS entry
                JOIN township ON township.id = township_id JOIN county ON county.id = township.county_id
                LEFT JOIN township AS heir ON heir.id = successor_id
                LEFT JOIN county AS heir_county ON heir_county.id = heir.county_id
                WHERE coalesce(first_year, last_year) IS NOT NULL AND entry.id = (
                    SELECT max(id) FROM township_term AS latest
                    WHERE latest.township_id = entry.township_id AND (?1 IS NULL OR latest.made_at <= ?1))
                """, arguments: [moment?.description])
        var terms: [Place: TownshipTerm] = [:]
        for row in rows {
            func year(_ column: String) throws -> Int? {
                let year: Int? = try row.getIfAny(column)
                try UnadmittedValue.check(year.map(UnadmittedValue.years.contains) != false, "township_term.\(column)")
                return year
            }
            var term = TownshipTerm(first: try year("first_year"), last: try year("last_year"))
            if let heir: String = try row.getIfAny("heir"), let county: String = try row.getIfAny("heir_county") {
                term.successor = Place(county: county, township: heir)
            }
            terms[try Place(row)] = term
        }
        return TownshipTerms(terms)
    }

    /// Whether any place is known by more than one name.
    package func hasOtherNames() throws -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM township_alias) OR EXISTS (SELECT 1 FROM county_alias)") ?? false
        }
    }

    /// The place that a file's report stands under, where it is another than the one that it names.
    package func standingPlace(of report: Report) throws -> Place? {
        try reading { db in
            let id = try Gazetteer(db).existing(report.township, county: report.county, code: report.countyCode)
            let place = try id.flatMap { try Self.place(ofTownship: $0, db) }
            return place == report.place ? nil : place
        }
    }

    static func place(ofTownship id: Int64, _ db: Database) throws -> Place? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT county.name AS county, township.name AS township FROM township
                JOIN county ON county.id = county_id WHERE township.id = ?
                """, arguments: [id]
        ).map(Place.init)
    }
}
