/// A table, or a part of its columns, whose rows the chain covers. A new table joins by a line in `all`.
struct Relation: Sendable {
    /// As it stands in `link`; of two on one table the second has another.
    let name: String
    let table: String
    /// The column by whose value rows are gathered under one link; 0 where all rows of the table are under one.
    let owner: String
    /// The order of the rows of one owner, which must be the same in every run.
    let order: String
    /// What is covered. Columns that later migrations add must come at the end and be NULL in older rows: a NULL leaves
    /// no trace in the content.
    let columns: [String]
    /// Whether rows stay as they were entered.
    let isFixed: Bool
    /// Whether the rows hang on a report and are written with it, many at a time.
    let isPartOfReport: Bool
    private let source: String?

    init(
        _ name: String, table: String? = nil, owner: String = "id", order: String = "1", columns: [String] = ["*"],
        isFixed: Bool = false, isPartOfReport: Bool = false, from source: String? = nil
    ) {
        self.name = name
        self.table = table ?? name
        self.owner = owner
        self.order = order
        self.columns = columns
        self.isFixed = isFixed
        self.isPartOfReport = isPartOfReport
        self.source = source
    }

    /// By name.
    static let all = [
        Relation("catalogue", isFixed: true),
        Relation("catalogue_indicator", owner: "catalogue_id", order: "indicator_id"),
        Relation("correction", isFixed: true),
        Relation("county"),
        Relation("county_alias", owner: "county_id", order: "name"),
        Relation("county_code", owner: "county_id", order: "id"),
        Relation("description", isFixed: true),
        // The bytes of an original are held by the document's SHA-256.
        Relation(
            "document", columns: ["sqlar.mode", "sqlar.mtime", "sqlar.sz", "document.*"], isFixed: true,
            from: "document LEFT JOIN sqlar ON sqlar.name = original"),
        Relation("doubt", owner: "report_id", order: "ordinal", isFixed: true, isPartOfReport: true),
        Relation("event", isFixed: true),
        Relation("figure", owner: "report_id", order: "indicator_id", isFixed: true, isPartOfReport: true),
        Relation("indicator"),
        Relation("local_catalogue", owner: "0", order: "name"),
        // Its numbers are described anew by a new catalogue.
        Relation("quantity", owner: "report_id", order: "ordinal", isPartOfReport: true),
        Relation("recognition", owner: "report_id", order: "indicator_id", isFixed: true),
        Relation(
            "report",
            columns: [
                "year", "edition", "title", "period_start", "period_end", "published_on", "document_id",
                "cells_expected", "cells_read", "figure_count", "read_at", "transcript_id",
            ], isFixed: true),
        Relation("report_original", owner: "report_id", order: "document_id"),
        Relation("role_value", owner: "0", order: "role, name"),
        Relation("section", owner: "report_id", order: "ordinal", isFixed: true, isPartOfReport: true),
        // What of a report does change: whose it is, what took its place, what it was read with.
        Relation(
            "standing", table: "report",
            columns: ["township_id", "revision", "superseded_by", "catalogue_id", "removed_at"]),
        Relation("succession", owner: "older", order: "newer, note_zh"),
        Relation("township"),
        Relation("township_alias", owner: "township_id", order: "name"),
        Relation("township_code", owner: "township_id", order: "id"),
        Relation("township_term"),
        Relation("transcript", isFixed: true),
        Relation("waiver", isFixed: true),
    ]

    /// The places in `all`, by name.
    static let numbers = Dictionary(all.enumerated().map { ($1.name, $0) }) { first, _ in first }

    static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    // MARK: SQL

    private var key: String { source == nil || owner == "0" ? owner : "\(table).\(owner)" }
    private var from: String { source ?? table }
    private var list: String { columns.joined(separator: ", ") }

    /// The covered columns of the rows of owner `?1`.
    var rowsOfOwner: String { "SELECT \(list) FROM \(from) WHERE \(key) = ?1 ORDER BY \(order)" }

    /// The owner, then the covered columns, by owner.
    var rowsByOwner: String {
        "SELECT \(key), \(list) FROM \(from) ORDER BY \(owner == "0" ? order : "\(key), \(order)")"
    }

    /// Statements that make the connection note whose rows of this relation are touched, in `touched` (see `Sealing`).
    ///
    /// The parts of a report come with it by the thousand, and their writers say what they hold.
    ///
    /// - Parameter place: of the relation in `all`, by which it is noted.
    func triggers(place: Int) -> [String] {
        let whole = columns == ["*"] || source != nil
        let update = whole ? "UPDATE" : "UPDATE OF \(columns.joined(separator: ", "))"
        let events = [("DELETE", ["OLD"]), (update, ["OLD", "NEW"])] + (isPartOfReport ? [] : [("INSERT", ["NEW"])])
        return events.enumerated().map { number, event in
            let notes = event.1.map { row in
                let owner = self.owner == "0" ? "0" : "\(row).\(self.owner)"
                return "INSERT INTO touched (relation, owner) VALUES (\(place), \(owner));"
            }
            return """
                CREATE TEMP TRIGGER touched_\(name)_\(number) AFTER \(event.0) ON main.\(table)
                BEGIN \(notes.joined(separator: " ")) END
                """
        }
    }
}
