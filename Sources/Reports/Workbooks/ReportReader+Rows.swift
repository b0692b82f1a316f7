import Catalogue
import Documents
import Values

/// Workbooks in which every township has a row under one header.
extension ReportReader {
    /// The reports of such a workbook, a table or several; nil of any other document.
    func readRows(_ document: Document, path: String, override: IdentityOverride) -> [ReportPart]? {
        guard !document.sheets.isEmpty || document.mediaType == .csv, override.township == nil else { return nil }
        var document = document
        document.text = StandIns.replaced(in: document.text) ?? document.text
        return document.text.withUnsafeBufferPointer { text in
            let tables = document.blocks.compactMap { block in
                if case .table(let table) = block { TownshipRows(table, text) } else { nil }
            }
            guard let count = tables.map(\.rows.count).max() else { return nil }
            guard let form = form(of: tables) else {
                // The form's own table may list townships somewhere.
                guard self.tables.read(document, text).cellsRead == 0 else { return nil }
                return [ReportPart(result: .failure(.townshipsInRows(count: count)))]
            }
            return reports(tables, of: form, document, text, path: path, override)
        }
    }

    /// The form whose cells the headers name most of: more than half of the columns with numbers.
    private func form(of tables: [TownshipRows]) -> FormCells? {
        var best: (form: FormCells, count: Int)?
        for form in self.tables.cells.value.reversed() {
            let columns = tables.map { $0.columns(of: form) }
            let known = columns.reduce(0) { $0 + $1.known.count }
            guard known > columns.reduce(0, { $0 + $1.unknown.count }) else { continue }
            if known > best?.count ?? 0 { best = (form, known) }
        }
        return best?.form
    }

    private func reports(
        _ tables: [TownshipRows], of form: FormCells, _ document: Document, _ text: UnsafeBufferPointer<UInt8>,
        path: String, _ override: IdentityOverride
    ) -> [ReportPart] {
        var sheets: [TownshipSheet] = []
        for table in tables {
            let (known, unknown) = table.columns(of: form)
            for (row, place) in table.rows {
                let number =
                    sheets.firstIndex { $0.place.township == place.township && $0.place.county == place.county }
                    ?? sheets.endIndex
                if number == sheets.endIndex { sheets.append(TownshipSheet(place: place)) }
                for (column, cell) in known.sorted(by: { $0.key < $1.key }) {
                    guard let token = table.token(row: row, column: column) else { continue }
                    sheets[number].add(
                        token, cell, multiplier: table.multiplier(column), codebook: self.tables.codebook, text)
                }
                sheets[number].doubts += unknown.map {
                    Doubt(.unknownColumn, at: $0, found: String(decoding: text[$0], as: UTF8.self))
                }
            }
        }
        return sheets.map { sheet in
            var own = override
            own.township = sheet.place.township
            own.county = override.county ?? sheet.place.county
            let identity = IdentityReader(document, text, path: path).read(own)
            return ReportPart(sheet: sheet.place.township, result: sheet.report(identity, of: form, document))
        }
    }
}

/// What the rows of one township say.
private struct TownshipSheet {
    let place: PlaceName
    var figures: [Figure] = []
    var doubts: [Doubt] = []
    private var tables = Set<Int>()
    private var isTwice = false

    init(place: PlaceName) { self.place = place }

    mutating func add(
        _ token: TableToken, _ cell: FormCells.Cell, multiplier: Int64?, codebook: Codebook,
        _ text: UnsafeBufferPointer<UInt8>
    ) {
        let indicator = codebook.indicators[cell.indicator]
        let found = String(decoding: text[token.range], as: UTF8.self)
        if figures.contains(where: { $0.indicator == cell.indicator }) { isTwice = true }
        tables.insert(cell.table)
        if multiplier == nil, cell.multiplier > 1, token.cell.needsUnit {
            doubts.append(Doubt(.unitMissing, at: token.range, found: found, expected: indicator.label.zh))
        }
        let reading = token.reading(
            in: indicator.unit, multiplier: multiplier ?? cell.multiplier, isSigned: cell.isSigned)
        if reading == .unreadable {
            doubts.append(Doubt(.unreadableCell, at: token.range, found: found, expected: indicator.label.zh))
        }
        figures.append(Figure(indicator: cell.indicator, reading: reading, range: token.range))
    }

    func report(_ identity: Identity, of form: FormCells, _ document: Document) -> Result<Report, ReportError> {
        guard !isTwice else { return .failure(.severalReports) }
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
