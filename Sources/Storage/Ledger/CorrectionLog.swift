import Catalogue
import GRDB
import Reports
import Values

/// One correction that staff entered, and whether it counts.
package struct CorrectionEntry: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case inForce = "in_force"
        /// A later entry of the same figure counts.
        case replaced
        case takenBack = "taken_back"
        /// The revision that counts says so itself, has no such figure, or never had the correction.
        case lapsed
        /// The report was removed.
        case removed
    }

    package let place: Place
    package let year: Int
    package let revision: Int
    package let indicator: Indicator.ID
    /// What the report says; nil where it does not mention it.
    package let reading: Reading?
    package let correction: Correction
    package let state: State
}

extension Archive {
    /// Every correction that was entered for the reports that a filter admits, in the order of entry. One that several
    /// revisions have is told once: as of the one that counts, else as of the last.
    package func correctionEntries(_ filter: Filter = Filter()) throws -> [CorrectionEntry] {
        try reading { db in
            var filter = filter
            filter.includesEveryRevision = true
            let reports = Dictionary(try reports(filter).map { ($0.id, $0) }) { first, _ in first }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT entry.report_id AS report_id, entry.indicator_id AS indicator_id, entry.value AS value,
                        reason, author, made_at, state, figure.value AS own, qualifier, precision
                    FROM correction AS entry LEFT JOIN figure
                        ON figure.indicator_id = entry.indicator_id AND figure.report_id = entry.report_id
                    ORDER BY entry.id
                    """)
            return try CorrectionLog(rows, reports: reports, indicators: indicatorsByRow).entries
        }
    }
}

/// The rows of corrections, told apart by whether they count.
private struct CorrectionLog {
    /// A figure of a report.
    private struct Key: Hashable {
        let report: Int64
        let indicator: Indicator.ID
    }

    /// What makes an entry one, whichever revisions took it over.
    private struct Deed: Hashable {
        let place: Place
        let year: Int
        let indicator: Indicator.ID
        let value: Int64
        let madeAt: String
        let author: String
    }

    private(set) var entries: [CorrectionEntry] = []
    /// Which entry tells of a deed, and whether as of the revision that counts.
    private var told: [Deed: (number: Int, isOfCurrent: Bool)] = [:]

    init(_ rows: [Row], reports: [Int64: ReportSummary], indicators: [Int64: Indicator.ID]) throws {
        var latest: [Key: Int] = [:]
        var endings: [Key: Int] = [:]
        let current = Set(reports.values.filter(\.isCurrent).map(Self.seat))
        for (number, row) in rows.enumerated() {
            guard let key = try Self.key(row, indicators) else { continue }
            let value: Int64? = try row.getIfAny("value")
            latest[key] = number
            if value == nil { endings[key] = number }
        }
        for (number, row) in rows.enumerated() {
            guard let key = try Self.key(row, indicators), let report = reports[key.report],
                let value: Int64 = try row.getIfAny("value")
            else { continue }
            let state: CorrectionEntry.State =
                if (endings[key] ?? -1) > number {
                    .takenBack
                } else if latest[key] != number {
                    .replaced
                } else {
                    report.isCurrent ? .inForce : current.contains(Self.seat(report)) ? .lapsed : .removed
                }
            let correction = Correction(
                value: value, reason: try row.get("reason"), author: try row.get("author"),
                madeAt: try row.get("made_at"))
            let entry = CorrectionEntry(
                place: report.place, year: report.year, revision: report.revision, indicator: key.indicator,
                reading: try Self.reading(row), correction: correction, state: state)
            tell(entry, isOfCurrent: report.isCurrent)
        }
    }

    private mutating func tell(_ entry: CorrectionEntry, isOfCurrent: Bool) {
        let deed = Deed(
            place: entry.place, year: entry.year, indicator: entry.indicator, value: entry.correction.value,
            madeAt: entry.correction.madeAt, author: entry.correction.author)
        if let other = told[deed] {
            guard isOfCurrent || !other.isOfCurrent else { return }
            entries[other.number] = entry
        } else {
            entries.append(entry)
        }
        told[deed] = (told[deed]?.number ?? entries.count - 1, isOfCurrent)
    }

    private static func key(_ row: Row, _ indicators: [Int64: Indicator.ID]) throws -> Key? {
        let report: Int64 = try row.get("report_id")
        return try indicators[row.get("indicator_id")].map { Key(report: report, indicator: $0) }
    }

    private static func seat(_ report: ReportSummary) -> PlaceYear {
        PlaceYear(place: report.place, year: report.year)
    }

    private static func reading(_ row: Row) throws -> Reading? {
        guard let state: Int64 = try row.getIfAny("state") else { return nil }
        let own: Int64? = try row.getIfAny("own")
        let qualifier: Int64? = try row.getIfAny("qualifier")
        let precision: Int64? = try row.getIfAny("precision")
        return StoredReading.reading(
            state: state, value: own ?? 0, qualifier: qualifier ?? 0, precision: precision ?? 1)
    }
}
