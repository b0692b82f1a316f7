import Catalogue
import GRDB
import Reports

/// Puts reports into the archive, with all that hangs on them but the figures (see `FigureBuffer`). Their parts wait
/// until `writeParts`.
struct ReportWriter {
    /// What the archive adds to a report.
    struct Key {
        let id: Int64
        let township: Int64
        let document: Int64
        let revision: Int
        /// Where it was read from another than the document's own.
        var transcript: Int64?
    }

    private let indicatorRows: PerIndicator<Int64>
    private let insertReport: HotStatement
    private var sections = PartBuffer("section", columns: 5)
    private var doubts = PartBuffer("doubt", columns: 7)
    private var quantities = PartBuffer("quantity", columns: 10)
    let sealing: SealingNote
    private var descriptions: DescriptionTable
    private let catalogue: Int64?

    /// - Parameter basis: what the reports were read with; nil where nobody knows, and their numbers are not described.
    init(_ db: Database, indicatorRows: PerIndicator<Int64>, basis: ReadingBasis?) throws {
        self.indicatorRows = indicatorRows
        descriptions = try DescriptionTable(db, basis?.vocabulary ?? RoleVocabulary())
        catalogue = try basis?.id(db)
        insertReport = try HotStatement(
            db,
            """
            INSERT INTO report (id, township_id, year, edition, title, period_start, period_end, published_on,
                document_id, revision, cells_expected, cells_read, figure_count, read_at, catalogue_id,
                transcript_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            """)
        sealing = try SealingNote(db)
    }

    mutating func insert(_ report: Report, key: Key, now: String) throws {
        insertReport.bind(key.id, at: 1)
        insertReport.bind(key.township, at: 2)
        insertReport.bind(report.year, at: 3)
        try insertReport.bind(report.edition, at: 4)
        try insertReport.bind(report.title, at: 5)
        try insertReport.bind(report.periodStart, at: 6)
        try insertReport.bind(report.periodEnd, at: 7)
        try insertReport.bind(report.publishedOn, at: 8)
        insertReport.bind(key.document, at: 9)
        insertReport.bind(key.revision, at: 10)
        insertReport.bind(report.cellsExpected, at: 11)
        insertReport.bind(report.cellsRead, at: 12)
        insertReport.bind(report.figures.count, at: 13)
        try insertReport.bind(now, at: 14)
        insertReport.bind(catalogue, at: 15)
        insertReport.bind(key.transcript, at: 16)
        try insertReport.run()
        try note(report, key, now: now)
        try insert(report.sections, id: key.id)
        try insert(report.doubts, id: key.id)
        try insert(report.quantities, id: key.id)
    }

    /// What the report's own row holds, for the chain: all but its standing, which may change yet.
    private func note(_ report: Report, _ key: Key, now: String) throws {
        var content = RowContent()
        content.append(Int64(report.year), column: 0)
        content.append(report.edition, column: 1)
        content.append(report.title, column: 2)
        content.append(report.periodStart, column: 3)
        content.append(report.periodEnd, column: 4)
        content.append(report.publishedOn, column: 5)
        content.append(key.document, column: 6)
        content.append(Int64(report.cellsExpected), column: 7)
        content.append(Int64(report.cellsRead), column: 8)
        content.append(Int64(report.figures.count), column: 9)
        content.append(now, column: 10)
        content.append(key.transcript, column: 11)
        content.endRow()
        try sealing.note("report", owner: key.id, content)
    }

    /// Whether as much waits as a large batch has; a transaction may be larger.
    var isFull: Bool { sections.count + doubts.count + quantities.count > 150_000 }

    /// Writes the parts of all reports.
    mutating func writeParts(to db: Database) throws {
        try sections.write(to: db)
        try doubts.write(to: db)
        try quantities.write(to: db)
    }

    private mutating func insert(_ sections: [Section], id: Int64) throws {
        var content = RowContent()
        for (ordinal, section) in sections.enumerated() {
            try self.sections.append(
                [
                    .integer(id), .integer(Int64(ordinal)), .text(section.heading),
                    .integer(Int64(section.range.lowerBound)), .integer(Int64(section.range.upperBound)),
                ], into: &content)
        }
        try sealing.note("section", owner: id, content)
    }

    private mutating func insert(_ doubts: [Doubt], id: Int64) throws {
        var content = RowContent()
        for (ordinal, doubt) in doubts.enumerated() {
            try self.doubts.append(
                [
                    .integer(id), .integer(Int64(ordinal)), .text(doubt.kind.rawValue),
                    SQLValue((doubt.range?.lowerBound).map(Int64.init)),
                    SQLValue((doubt.range?.upperBound).map(Int64.init)), .text(doubt.found), .text(doubt.expected),
                ], into: &content)
        }
        try sealing.note("doubt", owner: id, content)
    }

    private mutating func insert(_ quantities: [Quantity], id: Int64) throws {
        var content = RowContent()
        for (ordinal, quantity) in quantities.enumerated() {
            let amount = quantity.amount
            let description = catalogue == nil ? nil : try descriptions.id(of: quantity.roles)
            try self.quantities.append(
                [
                    .integer(id), .integer(Int64(ordinal)), .integer(amount.value), .text(quantity.unit),
                    SQLValue(StoredReading.number(amount.qualifier)), .integer(amount.precision),
                    .integer(Int64(quantity.range.lowerBound)), .integer(Int64(quantity.range.upperBound)),
                    SQLValue(quantity.indicator.map { indicatorRows[$0] }), SQLValue(description),
                ], into: &content)
        }
        try sealing.note("quantity", owner: id, content)
    }

    /// Describes the numbers of a report anew that is read as before, and notes with what it was read by now.
    mutating func describe(_ report: Report, id: Int64, _ db: Database) throws {
        guard let catalogue else { return }
        try db.execute(sql: "DELETE FROM quantity WHERE report_id = ?", arguments: [id])
        try insert(report.quantities, id: id)
        try db.execute(sql: "UPDATE report SET catalogue_id = ? WHERE id = ?", arguments: [catalogue, id])
    }
}
