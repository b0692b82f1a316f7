import Documents

/// A table of townships in rows, with what stands around it in its sheet.
struct RowsTable {
    let rows: TownshipRows
    /// The sheet that it is on, and the year that this sheet alone tells, where another tells another.
    let sheet: String?
    private(set) var year: Int?
    /// Lines above the table, up to the one before it, and what notes stand below it.
    private let above: [Range<Int>]
    let notes: [Range<Int>]
    private let text: UnsafeBufferPointer<UInt8>

    /// The tables of a document, in order.
    static func all(
        in document: Document, _ text: UnsafeBufferPointer<UInt8>, _ words: RowWords,
        naming: TownshipRows.Naming = .whole
    ) -> [RowsTable] {
        var tables: [RowsTable] = []
        for (number, block) in document.blocks.enumerated() {
            guard case .table(let table) = block else { continue }
            let sheet = document.sheets.first { $0.range.contains(block.range.lowerBound) }
            func isBeside(_ other: Block) -> Bool {
                guard case .paragraph = other else { return false }
                return sheet.map { $0.range.contains(other.range.lowerBound) } ?? true
            }
            let above = document.blocks[..<number].reversed().prefix(while: isBeside).reversed().map(\.range)
            let below = document.blocks[(number + 1)...].prefix(while: isBeside).map(\.range)
            let notes = UnitWord.statements(among: above + below.filter { UnitWord.isNote(text, $0) }, text)
            tables += TownshipRows.all(in: table, text, words, naming: naming).map {
                RowsTable(rows: $0, sheet: sheet?.name, above: above, notes: notes, text: text)
            }
        }
        tellYears(of: &tables, document, text)
        return tables
    }

    /// Sheets of several years are so many reports of each township.
    private static func tellYears(
        of tables: inout [RowsTable], _ document: Document, _ text: UnsafeBufferPointer<UInt8>
    ) {
        guard document.sheets.count > 1 else { return }
        let years = Dictionary(
            document.sheets.compactMap { sheet in year(of: sheet, document).map { (sheet.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        let named = tables.compactMap { $0.sheet.flatMap { years[$0] } }
        guard Set(named).count > 1 else { return }
        for number in tables.indices { tables[number].year = tables[number].sheet.flatMap { years[$0] } }
    }

    /// The year that the name of a sheet, or else its title tells.
    static func year(of sheet: Document.Sheet, _ document: Document) -> Int? {
        if let year = Title.years(in: Wording(sheet.name)).first { return year }
        let lines = document.blocks.lazy.filter { sheet.range.contains($0.range.lowerBound) }.prefix(3)
        for case .paragraph(let range) in lines where range.count <= longestTitle {
            let line = document.text.withUnsafeBufferPointer { Wording($0, range) }
            if let year = Title.years(in: line).first { return year }
        }
        return nil
    }

    private static let longestTitle = 180

    /// What says above the table that its figures are of another time than the report's year.
    func otherTime(year: Int?) -> Range<Int>? {
        if let own = self.year, let year, own != year { return above.first ?? rows.range(of: 0) }
        func isOfOtherTime(_ line: Range<Int>, mayNameYear: Bool) -> Bool {
            line.count <= Self.longestTitle
                && rows.words.isOfOtherTime(caption: Wording(text, line), year: year, mayNameYear: mayNameYear)
        }
        return above.suffix(3).first { isOfOtherTime($0, mayNameYear: false) }
            ?? rows.captions.first { isOfOtherTime($0, mayNameYear: true) }
    }
}
