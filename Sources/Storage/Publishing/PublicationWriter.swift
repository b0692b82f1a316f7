import Catalogue
import Documents
import Foundation
import GRDB
import Reports
import Values

/// Fills the tables of a publication from one state of an archive.
struct PublicationWriter {
    private let archive: Archive
    private let source: Database
    private let target: Database

    init(_ archive: Archive, from source: Database, to target: Database) {
        self.archive = archive
        self.source = source
        self.target = target
    }

    /// What the archive's own tables have for those of a publication; figures are walked through.
    private static let selects = [
        "county": "SELECT id, nullif(name, ''), nullif(code, '') FROM county ORDER BY id",
        "township":
            "SELECT id, county_id, name, nullif(kind, ''), nullif(code, ''), 1 FROM township ORDER BY id",
        "report":
            """
        SELECT report.id, township_id, year, edition, nullif(title, ''), period_start, period_end, published_on,
            revision, cells_expected, cells_read, nullif(path, ''), sha256
        FROM report JOIN document ON document.id = document_id WHERE \(Seat.isCurrent) ORDER BY report.id
        """,
        "role_value": "SELECT role, name, label_zh, label_en FROM role_value ORDER BY role, name",
        "number":
            """
        SELECT report_id, ordinal, value, nullif(quantity.unit, ''),
            CASE qualifier WHEN 1 THEN 'about' WHEN 2 THEN 'more_than' WHEN 3 THEN 'less_than' END,
            nullif(object, ''), nullif(act, ''), nullif(carrier, ''), nullif(source, ''), standing, time, level,
            indicator_id, nullif(measure, ''), nullif(variety, ''), told
        FROM quantity JOIN report ON report.id = report_id LEFT JOIN description ON description.id = description_id
        WHERE \(Seat.isCurrent) ORDER BY report_id, ordinal
        """,
        "indicator": "SELECT id, code, label_zh, label_en, unit, scale FROM indicator ORDER BY id",
    ]

    /// Makes all tables and fills them; `more` adds rows of those that would not fit into memory.
    func write(adding rows: [String: [[SQLValue]]], _ more: Publication.Filling) throws {
        var inserts: [String: HotStatement] = [:]
        for table in PublishedTable.all {
            try target.execute(sql: SQLDialect.sqlite.createTable(table))
            let marks = (1...table.columns.count).map { "?\($0)" }.joined(separator: ", ")
            inserts[table.name] = try HotStatement(target, "INSERT INTO \(table.name) VALUES (\(marks))")
        }
        func insert(_ table: String, _ row: [SQLValue]) throws {
            guard let insert = inserts[table] else { return }
            for (column, value) in row.enumerated() { try insert.bind(value, at: Int32(column + 1)) }
            try insert.run()
        }
        for table in PublishedTable.all {
            if let select = Self.selects[table.name], let insert = inserts[table.name] { try copy(select, insert) }
            for row in rows[table.name] ?? [] { try insert(table.name, row) }
        }
        try markOtherBodies()
        try writeFigures()
        try more { table, row in try insert(table.name, row) }
    }

    /// Those that are no townships, which no word of a name tells.
    private func markOtherBodies() throws {
        let names = try archive.countyNames()
        let rows = try Row.fetchCursor(
            source,
            sql: """
                SELECT township.id AS id, county.name AS county, township.name AS township
                FROM township JOIN county ON county.id = county_id
                """)
        while let row = try rows.next() {
            if try Place(row).isTownship(by: names) { continue }
            let id: Int64 = try row.get("id")
            try target.execute(sql: "UPDATE township SET is_township = 0 WHERE township_id = ?", arguments: [id])
        }
    }

    /// By report, as the reports' texts are read once each for their lines.
    private func writeFigures() throws {
        let insert = try HotStatement(
            target, "INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        let corrections = try Corrections(source)
        let selection = try Selection(Filter(), source)
        let walk = try ReportWalk(archive, indicators: Array(archive.indicators.indices), source)
        try walk.visit(selection.entries) { stop in
            let lines = LineNumbers(stop.text)
            let corrected = archive.values(corrections, of: stop.entry.report)
            for figure in stop.figures {
                let indicator = archive.indicatorRows[figure.indicator]
                insert.bind(stop.entry.report, at: 1)
                insert.bind(indicator, at: 2)
                try insert.bind(figure.reading.state.rawValue, at: 3)
                insert.bind(figure.reading.amount?.value, at: 4)
                try insert.bind(figure.reading.amount?.qualifier?.rawValue, at: 5)
                insert.bind(figure.reading.amount?.precision, at: 6)
                let corrected = corrections[indicator, stop.entry.report]
                insert.bind(corrected, at: 7)
                insert.bind(lines.line(at: figure.range.lowerBound), at: 8)
                let unit = archive.indicators[figure.indicator].unit
                try insert.bind((figure.reading.amount?.value).map(unit.display), at: 9)
                try insert.bind(corrected.map(unit.display), at: 10)
                try insert.run()
            }
            let told = Set(stop.figures.map(\.indicator))
            for (id, value) in corrected.sorted(by: { $0.key < $1.key }) where !told.contains(id) {
                try writeEntered(value, of: id, report: stop.entry.report)
            }
        }
    }

    /// A figure that the report does not mention, and that staff entered.
    private func writeEntered(_ value: Int64, of indicator: Indicator.ID, report: Int64) throws {
        try target.execute(
            sql: """
                INSERT INTO figure (report_id, indicator_id, state, corrected, display_corrected)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                report, archive.indicatorRows[indicator], PublishedTable.entered, value,
                archive.indicators[indicator].unit.display(value),
            ])
    }

    private func copy(_ select: String, _ insert: HotStatement) throws {
        let rows = try HotStatement(source, select)
        while try rows.step() {
            for column in 0..<rows.columnCount { try insert.bind(column, of: rows, at: column + 1) }
            try insert.run()
        }
    }
}
