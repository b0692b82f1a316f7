import Catalogue
import Documents
import GRDB
import Reports

/// Which figures were recognised from pictures, and whether sums prove them; few reports have any.
struct Recognitions {
    private struct Key: Hashable {
        let indicator: Int64
        let report: Int64
    }

    private var values: [Key: Recognition] = [:]
    private var places: [Key: PicturePlace] = [:]

    /// Of some reports, with the places where they were seen.
    init(_ db: Database, ofReports ids: [Int64]) throws {
        try read(db, "report_id IN (\(ids.map(String.init).joined(separator: ", ")))", withPlaces: true)
    }

    /// Of some indicators, by their rows, in all reports, without the places.
    init(_ db: Database, ofIndicators rows: [Int64]) throws {
        try read(db, "indicator_id IN (\(rows.map(String.init).joined(separator: ", ")))", withPlaces: false)
    }

    private mutating func read(_ db: Database, _ condition: String, withPlaces: Bool) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM recognition WHERE \(condition)")
        while let row = try rows.next() {
            let key = Key(indicator: try row.get("indicator_id"), report: try row.get("report_id"))
            values[key] = try row.get("is_proved") ? .proved : .unproved
            let page: Int64? = withPlaces ? try row.getIfAny("page") : nil
            if page != nil { places[key] = try PicturePlace(row) }
        }
    }

    /// Where a recognised figure of a report was seen; nil where nobody noted it.
    func place(_ indicator: Int64, _ report: Int64) -> PicturePlace? {
        places.isEmpty ? nil : places[Key(indicator: indicator, report: report)]
    }

    /// Nil of a figure that was there as text.
    subscript(indicator: Int64, report: Int64) -> Recognition? {
        values.isEmpty ? nil : values[Key(indicator: indicator, report: report)]
    }
}
