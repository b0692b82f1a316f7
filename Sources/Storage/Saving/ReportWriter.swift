import Catalogue
import GRDB
import Reports

/// Puts reports into the archive, with all that hangs on them but the figures (see `FigureBuffer`).
struct ReportWriter {
    /// What the archive adds to a report.
    struct Key {
        let id: Int64
        let township: Int64
        let document: Int64
        let revision: Int
    }

    private let indicatorIDs: [Int64]
    private let insertReport: HotStatement
    private let insertSection: HotStatement
    private let insertDoubt: HotStatement
    private let insertQuantity: HotStatement
    private var descriptions: DescriptionTable
    private let catalogue: Int64?

    /// - Parameter basis: what the reports were read with; nil where nobody knows, and their numbers are not described.
    init(_ db: Database, indicatorIDs: [Int64], basis: ReadingBasis?) throws {
        self.indicatorIDs = indicatorIDs
        descriptions = try DescriptionTable(db, basis?.vocabulary ?? RoleVocabulary())
        catalogue = try basis?.id(db)
        insertReport = try HotStatement(
            db,
            """
            INSERT INTO report (id, township_id, year, edition, title, period_start, period_end, published_on,
                document_id, revision, cells_expected, cells_read, figure_count, read_at, catalogue_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """)
        insertSection = try HotStatement(db, "INSERT INTO section VALUES (?1, ?2, ?3, ?4, ?5)")
        insertDoubt = try HotStatement(db, "INSERT INTO doubt VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        insertQuantity = try HotStatement(db, "INSERT INTO quantity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
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
        try insertReport.run()
        try insert(report.sections, id: key.id)
        try insert(report.doubts, id: key.id)
        try insert(report.quantities, id: key.id)
    }

    private func insert(_ sections: [Section], id: Int64) throws {
        insertSection.bind(id, at: 1)
        for (ordinal, section) in sections.enumerated() {
            insertSection.bind(ordinal, at: 2)
            try insertSection.bind(section.heading, at: 3)
            insertSection.bind(section.range.lowerBound, at: 4)
            insertSection.bind(section.range.upperBound, at: 5)
            try insertSection.run()
        }
    }

    private func insert(_ doubts: [Doubt], id: Int64) throws {
        insertDoubt.bind(id, at: 1)
        for (ordinal, doubt) in doubts.enumerated() {
            insertDoubt.bind(ordinal, at: 2)
            try insertDoubt.bind(doubt.kind.rawValue, at: 3)
            insertDoubt.bind((doubt.range?.lowerBound).map(Int64.init), at: 4)
            insertDoubt.bind((doubt.range?.upperBound).map(Int64.init), at: 5)
            try insertDoubt.bind(doubt.found, at: 6)
            try insertDoubt.bind(doubt.expected, at: 7)
            try insertDoubt.run()
        }
    }

    private mutating func insert(_ quantities: [Quantity], id: Int64) throws {
        insertQuantity.bind(id, at: 1)
        for (ordinal, quantity) in quantities.enumerated() {
            insertQuantity.bind(ordinal, at: 2)
            insertQuantity.bind(quantity.amount.value, at: 3)
            try insertQuantity.bind(quantity.unit, at: 4)
            insertQuantity.bind(StoredReading.number(quantity.amount.qualifier), at: 5)
            insertQuantity.bind(quantity.amount.precision, at: 6)
            insertQuantity.bind(quantity.range.lowerBound, at: 7)
            insertQuantity.bind(quantity.range.upperBound, at: 8)
            insertQuantity.bind(quantity.indicator.map { indicatorIDs[$0] }, at: 9)
            insertQuantity.bind(catalogue == nil ? nil : try descriptions.id(of: quantity.roles), at: 10)
            try insertQuantity.run()
        }
    }

    /// Describes the numbers of a report anew that is read as before, and notes with what it was read by now.
    mutating func describe(_ report: Report, id: Int64, _ db: Database) throws {
        guard let catalogue else { return }
        try db.execute(sql: "DELETE FROM quantity WHERE report_id = ?", arguments: [id])
        try insert(report.quantities, id: id)
        try db.execute(sql: "UPDATE report SET catalogue_id = ? WHERE id = ?", arguments: [catalogue, id])
    }
}
