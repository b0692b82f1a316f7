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
            let rows = RowsReader(self, document, text, path: path, override)
            return rows.isEmpty ? rows.unnamed : rows.read()
        }
    }

    /// How many townships have a row under headers of the form in a document of another kind, where such tables are not
    /// read; nil of one without.
    func countRows(_ document: Document) -> Int? {
        document.text.withUnsafeBufferPointer { text in
            let rows = RowsReader(self, document, text, path: "", IdentityOverride())
            return rows.count
        }
    }
}

/// Reads the tables of a document that have a township in each row.
struct RowsReader {
    private let reader: ReportReader
    private let document: Document
    private let text: UnsafeBufferPointer<UInt8>
    private let path: String
    private let override: IdentityOverride
    private let tables: [RowsTable]
    private let lines: LineNumbers

    init(
        _ reader: ReportReader, _ document: Document, _ text: UnsafeBufferPointer<UInt8>, path: String,
        _ override: IdentityOverride
    ) {
        (self.reader, self.document, self.text) = (reader, document, text)
        (self.path, self.override) = (path, override)
        tables = RowsTable.all(in: document, text, reader.rowWords)
        lines = LineNumbers(document.text)
    }

    var isEmpty: Bool { tables.isEmpty }

    /// What is to be said where short names stand in such tables, and no whole ones.
    var unnamed: [ReportPart]? {
        let tables = RowsTable.all(in: document, text, reader.rowWords, naming: .short)
        guard !tables.isEmpty, case (_?, _) = form(of: tables, year: nil) else { return nil }
        let rows = tables.flatMap { table in table.rows.townships.flatMap(\.rows).map { name(of: $0, in: table.rows) } }
        return [ReportPart(result: .failure(.rowsUnnamed(rows: rows)))]
    }

    /// How many townships the tables have, by whole names or short ones, if their headers are the form's.
    var count: Int? {
        for naming in [TownshipRows.Naming.whole, .short] {
            let tables = RowsTable.all(in: document, text, reader.rowWords, naming: naming)
            if case (_?, _) = form(of: tables, year: nil) { return tables.map(\.rows.townships.count).max() }
        }
        return nil
    }

    func read() -> [ReportPart]? {
        let year = year
        let (form, headers) = form(of: tables, year: year)
        guard let form else {
            // The form's own table may list townships somewhere.
            guard reader.tables.read(document, text).cellsRead == 0 else { return nil }
            let count = tables.map { $0.rows.figureRows.count }.max() ?? 0
            return [ReportPart(result: .failure(.townshipsInRows(count: count, headers: headers)))]
        }
        var gathering = Gathering(form: form)
        for table in tables { take(table, year: year, into: &gathering) }
        return parts(of: gathering)
    }

    // MARK: Headers and time

    /// The form whose cells the headers name most of, more than half of the columns with numbers; else the headers that
    /// no form has.
    private func form(of tables: [RowsTable], year: Int?) -> (FormCells?, unknown: [String]) {
        var best: (form: FormCells, count: Int)?
        var unknown: [TownshipRows.Header]?
        for form in reader.tables.cells.value.reversed() {
            let columns = tables.map { $0.rows.columns(of: form, year: $0.year ?? year) }
            let known = columns.reduce(0) { $0 + $1.known.count }
            let others = columns.flatMap(\.unknown)
            if others.count < unknown?.count ?? .max { unknown = others }
            guard known > others.count + columns.reduce(0, { $0 + $1.unheaded.count }) else { continue }
            if known > best?.count ?? 0 { best = (form, known) }
        }
        return (best?.form, (unknown ?? []).map(\.words))
    }

    /// The year that the document tells, or else the only one that its tables name.
    private var year: Int? {
        var own = override
        own.township = tables.first?.rows.townships.first?.place.township
        if let told = IdentityReader(document, text, reader.headings, path: path).read(own).year { return told }
        let named = Set(tables.flatMap(\.rows.years))
        return named.count == 1 ? named.first : nil
    }

    // MARK: Rows

    /// What the tables say, as far as they were read.
    private struct Gathering {
        let form: FormCells
        var sheets: [TownshipSheet] = []
        private var numbers: [String: Int] = [:]
        /// What is of another time, and was left out.
        var left: [Doubt] = []
        var unnamed: [(sheet: String?, row: RowName)] = []

        init(form: FormCells) { self.form = form }

        mutating func number(of place: PlaceName, year: Int?) -> Int {
            let key = "\(place.county ?? "")/\(place.township)/\(year ?? 0)"
            if let known = numbers[key] { return known }
            sheets.append(TownshipSheet(place: place, year: year))
            numbers[key] = sheets.count - 1
            return sheets.count - 1
        }
    }

    private func take(_ table: RowsTable, year: Int?, into gathering: inout Gathering) {
        let (rows, own) = (table.rows, table.year ?? year)
        if let caption = table.otherTime(year: override.year ?? own) {
            let doubt = Doubt(.otherTime, at: caption, found: string(caption), expected: own.map { "\($0)" } ?? "")
            return gathering.left.append(doubt)
        }
        let columns = rows.columns(of: gathering.form, year: own)
        let choices = rows.choices(columns: Set(columns.known.keys), year: own)
        let cells = columns.known.sorted { $0.key < $1.key }.map { column, cell in
            let isMoney = reader.tables.codebook.indicators[cell.indicator].unit == .yuan
            return Column(
                number: column, cell: cell, isMoney: isMoney,
                units: rows.units(column, isMoney: isMoney, besides: table.notes))
        }
        for (township, choice) in zip(rows.townships, choices) {
            let number = gathering.number(of: township.place, year: table.year)
            switch choice {
            case .undecided(let all): gathering.sheets[number].refuse(all.map { name(of: $0, in: rows) })
            case .rows(let chosen):
                for row in chosen {
                    take(row, of: township, cells, columns, rows, into: &gathering.sheets[number])
                }
            }
            gathering.sheets[number].doubts +=
                columns.unknown.map { Doubt(.unknownColumn, at: $0.range, found: string($0.range)) }
                + columns.ofOtherTime.map {
                    Doubt(.otherTime, at: $0.range, found: $0.words, expected: own.map { "\($0)" } ?? "")
                }
        }
        gathering.unnamed += rows.unnamed(columns: columns.known.keys).map { (table.sheet, name(of: $0, in: rows)) }
    }

    /// A column of figures of the form.
    private struct Column {
        let number: Int
        let cell: FormCells.Cell
        let isMoney: Bool
        let units: [StatedUnits.Stated]
    }

    private func take(
        _ row: Int, of township: TownshipRows.Township, _ cells: [Column], _ columns: TownshipRows.Columns,
        _ rows: TownshipRows, into sheet: inout TownshipSheet
    ) {
        let misfit = rows.misfit(row: row, known: columns.known)
        if let misfit {
            sheet.doubts.append(
                Doubt(
                    .unreadableRow, at: rows.range(of: row), found: "\(misfit.cells)", expected: "\(misfit.headers)"))
        } else {
            let unheaded = columns.unheaded.map { rows.table.rows[row][$0].range }.filter { !$0.isEmpty }
            sheet.doubts += unheaded.map { Doubt(.unknownColumn, at: $0, found: string($0)) }
        }
        let name = name(of: row, in: rows)
        for column in cells {
            let range = rows.table.rows[row][column.number].range
            var figure = Figure(indicator: column.cell.indicator, reading: .unreadable, range: range)
            if misfit == nil {
                guard let token = rows.token(row: row, column: column.number, of: township) else { continue }
                figure.reading = reading(token, column, into: &sheet)
            }
            sheet.add(figure, of: column.cell, from: name)
        }
    }

    private func reading(_ token: TableToken, _ column: Column, into sheet: inout TownshipSheet) -> Reading {
        let (cell, units) = (column.cell, column.units)
        let indicator = reader.tables.codebook.indicators[cell.indicator]
        let named = Set(units.map(\.multiplier))
        let found = string(token.range)
        func doubt(_ kind: Doubt.Kind, _ found: String) {
            sheet.doubts.append(Doubt(kind, at: token.range, found: found, expected: indicator.label.zh))
        }
        if column.isMoney, token.cell.needsUnit {
            if named.isEmpty, cell.multiplier > 1 { doubt(.unitMissing, found) }
            if named.count > 1, !named.contains(0) {
                doubt(.unitsDisagree, found)
                return .unreadable
            }
        }
        let multiplier = named.count > 1 ? 0 : named.first ?? cell.multiplier
        let reading = token.reading(in: indicator.unit, multiplier: multiplier, isSigned: cell.isSigned)
        guard reading == .unreadable else { return reading }
        if multiplier == 0, !token.isShared, case .number = token.cell,
            let unit = units.first(where: { $0.multiplier == 0 })
        {
            let word = UnitWord.unknown(in: text, unit.range) ?? string(unit.range)
            doubt(.unknownUnit, "\(found) \(word)")
        } else {
            doubt(.unreadableCell, found)
        }
        return reading
    }

    // MARK: Reports

    private func parts(of gathering: Gathering) -> [ReportPart] {
        let identities = IdentityReader(document, text, reader.headings, path: path)
        let isOfYears = tables.contains { $0.year != nil }
        let told = isOfYears ? nil : year
        var parts = gathering.sheets.map { sheet in
            var sheet = sheet
            sheet.doubts += gathering.left
            var own = override
            own.township = sheet.place.township
            own.county = override.county ?? sheet.place.county
            // Only where the document tells none is it the tables'.
            own.year = override.year ?? sheet.year
            var identity = identities.read(own)
            identity.year = identity.year ?? told
            let name = [sheet.place.township] + (isOfYears ? [sheet.year.map { "\($0)" } ?? ""] : [])
            return ReportPart(
                sheet: name.joined(separator: " "), result: sheet.report(identity, of: gathering.form, document))
        }
        if parts.isEmpty, !gathering.left.isEmpty {
            let lines = gathering.left.compactMap(\.range).map { name(at: $0, says: string($0)) }
            parts.append(ReportPart(result: .failure(.rowsUnclear(rows: lines))))
        }
        if let first = gathering.unnamed.first {
            let rows = gathering.unnamed.map(\.row)
            parts.append(ReportPart(sheet: first.sheet, result: .failure(.rowsUnnamed(rows: rows))))
        }
        return parts
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    private func name(of row: Int, in rows: TownshipRows) -> RowName {
        let (range, says) = rows.name(of: row)
        return name(at: range, says: says)
    }

    private func name(at range: Range<Int>, says: String) -> RowName {
        RowName(
            cell: document.cellName(at: range.lowerBound), line: lines.line(at: range.lowerBound), says: says)
    }
}
