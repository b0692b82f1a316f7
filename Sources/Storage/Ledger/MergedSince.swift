import GRDB
import Values

/// Two places that became one since a moment, of which both had a report of a year then: an answer as of the moment has
/// one of the two.
package struct MergedSince: Sendable, Equatable {
    /// `青禾县/北桥乡 → 青禾县/石桥乡`; nil where the place has come to be called otherwise.
    package let merge: String?
    package let place: Place
    package let year: Int

    package var explanation: Phrase {
        guard let merge else {
            return Phrase(
                zh: "\(place)：此后才由两处合并，当时两处都有 \(year) 年的年报，本答复只有其中一份",
                en: "\(place): two places merged since; both had a report for \(year) then, and this answer has one")
        }
        return Phrase(
            zh: "\(merge)：此后才合并，当时两处都有 \(year) 年的年报，本答复只有其中一份，归在\(place)名下",
            en:
                "\(merge): merged since; both had a report for \(year) then, and this answer has one, under \(place)"
        )
    }
}

extension Archive {
    package func mergedSince(_ moment: Moment) throws -> [MergedSince] {
        try reading { db in
            let merges = try String.fetchAll(
                db, sql: "SELECT subject FROM event WHERE action = ? AND made_at > ? ORDER BY id",
                arguments: [Deed.merge.rawValue, moment.description])
            guard !merges.isEmpty else { return [] }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT county.name AS county, township.name AS township, year
                    FROM report JOIN township ON township.id = township_id JOIN county ON county.id = county_id
                    WHERE read_at <= ? AND superseded_by IS NULL AND \(Condition.isThere("report", at: moment))
                    GROUP BY township_id, year HAVING count(*) > 1 ORDER BY 1, 2, 3
                    """, arguments: [moment.description])
            return try rows.map { row in
                let place = try Place(row)
                let year: Int = try row.get("year")
                let merge = merges.last { $0.hasSuffix(" → \(place)") || $0.hasSuffix(" → \(place.county)") }
                return MergedSince(merge: merge, place: place, year: year)
            }
        }
    }
}
