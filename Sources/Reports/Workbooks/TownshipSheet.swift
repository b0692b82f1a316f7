import Catalogue
import Documents

/// Where a row stands, as people find it, and what it says beside the figures.
package struct RowName: Sendable, Hashable {
    /// As workbooks call it: `表!B4`.
    var cell: String?
    /// From 1.
    var line: Int
    var says: String

    package init(cell: String?, line: Int, says: String) { (self.cell, self.line, self.says) = (cell, line, says) }
}

/// What the rows of one township say of one year.
struct TownshipSheet {
    let place: PlaceName
    let year: Int?
    private(set) var figures: [Figure] = []
    var doubts: [Doubt] = []
    private var tables = Set<Int>()
    /// The row that each figure is from.
    private var origins: [Indicator.ID: RowName] = [:]
    /// Rows of which it cannot be said that they are the township's of the year.
    private var unclear: [RowName] = []

    init(place: PlaceName, year: Int?) { (self.place, self.year) = (place, year) }

    mutating func refuse(_ rows: [RowName]) { unclear += rows.filter { !unclear.contains($0) } }

    /// Takes a cell. One of another row that says the same adds nothing.
    mutating func add(_ figure: Figure, of cell: FormCells.Cell, from row: RowName) {
        tables.insert(cell.table)
        guard let other = figures.first(where: { $0.indicator == figure.indicator }) else {
            origins[figure.indicator] = row
            return figures.append(figure)
        }
        if other.reading != figure.reading || figure.reading == .unreadable {
            refuse([origins[figure.indicator], row].compactMap { $0 })
        }
    }

    func report(_ identity: Identity, of form: FormCells, _ document: Document) -> Result<Report, ReportError> {
        guard unclear.isEmpty else { return .failure(.rowsUnclear(rows: unclear)) }
        guard let year = identity.year else { return .failure(.yearUnknown) }
        let missing = form.headings.indices.filter { !tables.contains($0) }
        let cells = CellStates(figures)
        return .success(
            Report(
                township: place.township, county: identity.county ?? "", countyCode: identity.countyCode, year: year,
                edition: form.edition, title: identity.title, periodStart: identity.periodStart,
                periodEnd: identity.periodEnd, publishedOn: identity.publishedOn,
                figures: figures.sorted { $0.indicator < $1.indicator },
                doubts: document.notices.filter { if case .hiddenLeftOut = $0 { true } else { false } }.map(Doubt.init)
                    + identity.doubts + doubts
                    + missing.map { Doubt(.missingTable, expected: form.headings[$0]) },
                cellsExpected: form.cellCount, cellsRead: cells.read, cells: cells))
    }
}
