import Catalogue
import Documents

/// Reads the official tables of a document, whichever edition they are of.
///
/// The edition is told by the labels alone: one that only one edition prints is a vote for it. Neither the year nor a
/// cited notice counts.
package struct TableReader: Sendable {
    let codebook: Codebook
    private let indexes: [FormIndex]
    private let words: HeaderWords
    /// The same forms by their cells; only workbooks need them.
    let cells: Once<[FormCells]>
    /// The labels of all editions.
    private let keys: KeyTable<Void>
    private let cornerKeys: KeyTable<Void>
    /// How many letters the longest of them has.
    private let mostLetters: Int
    private let likely: Once<LikelyLabels>
    /// The edition's place in `indexes` for labels that tell it, since no other prints them.
    private let editionByKey: KeyTable<Int>

    /// - Parameter words: what stands in tables besides the labels of the forms.
    package init(_ codebook: Codebook, _ words: TableWords) {
        let words = HeaderWords(words)
        self.codebook = codebook
        let units = PerIndicator(codebook.indicators, \.unit)
        let labels = PerIndicator(codebook.indicators, \.label.zh)
        let indexes = codebook.forms.map { FormIndex($0, words, codebook: codebook, units: units, labels: labels) }
        self.indexes = indexes
        self.words = words
        cells = Once { indexes.map(FormCells.init) }
        keys = KeyTable(indexes.flatMap(\.keys))
        cornerKeys = KeyTable(indexes.flatMap(\.cornerKeys))
        mostLetters = indexes.map(\.mostLetters).max() ?? 0
        likely = Once { LikelyLabels(codebook.forms) }
        var editions: [UInt64: Int] = [:]
        for (number, index) in indexes.enumerated() {
            for key in index.tellingKeys where indexes.count(where: { $0.candidates(key) != nil }) == 1 {
                editions[key] = number
            }
        }
        editionByKey = KeyTable(editions)
    }

    /// Reads tables whose figures are all in their columns.
    func readPlaced(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, year: Int?) -> TableReading {
        var rows = RowSplitter.rows(of: document, text, mostLetters: mostLetters) { keys.contains($0) }
        if !document.recognised.isEmpty { nameLikelyLabels(in: &rows, of: document, text) }
        rows = HalvesBeside.unfolded(rows, corners: cornerKeys)
        rows = ListedFigures.cut(rows, text) { columnCount(ofRow: $0) == 1 }
        let codes = CodeColumn(rows, text, words, width: columnCount(ofRow:))
        rows = codes.rows
        let votes = votes(rows)
        var best: FormReader?
        for number in candidates(votes) {
            var reader = FormReader(indexes[number], text, rows: rows, year: year) { key in
                editionByKey[key].map { $0 != number } ?? false
            }
            reader.read()
            if reader.sheet.cellsRead > best?.sheet.cellsRead ?? -1 { best = reader }
        }
        guard let best, !best.sheet.isEmpty || !best.transposed.isEmpty else {
            return TableReading(rows: rows)
        }
        var reading = TableReading(best, rows: rows)
        reading.doubts += codes.headers.map { range in
            Doubt(.unknownColumn, at: range, found: String(decoding: text[range], as: UTF8.self))
        }
        let others = votes.enumerated().filter { indexes[$0].edition != reading.edition && $1 > 1 }
        for (number, _) in others {
            reading.doubts.append(Doubt(.mixedEditions, found: indexes[number].edition, expected: reading.edition))
        }
        return reading
    }

    private func columnCount(ofRow key: UInt64) -> Int? {
        indexes.lazy.compactMap { $0.columnCount(ofRow: key) }.first
    }

    /// Takes a label of a grid that was recognised, and that no form has, for the one that is nearest to it.
    private func nameLikelyLabels(
        in rows: inout [TableRow], of document: Document, _ text: UnsafeBufferPointer<UInt8>
    ) {
        for row in rows.indices where rows[row].isGrid {
            for index in rows[row].tokens.indices {
                let token = rows[row].tokens[index]
                guard token.cell == .other, let key = token.key, !keys.contains(key),
                    document.isRecognised(token.range), let likely = likely.value.nearest(text, token.range)
                else { continue }
                rows[row].tokens[index].key = likely
                rows[row].tokens[index].isSteady = false
            }
        }
    }

    /// The editions that could be meant: those with the most votes, or all where no label is any edition's own.
    private func candidates(_ votes: [Int]) -> [Int] {
        let most = votes.max() ?? 0
        return indexes.indices.reversed().filter { votes[$0] == most }
    }

    private func votes(_ rows: [TableRow]) -> [Int] {
        var votes = Array(repeating: 0, count: indexes.count)
        for row in rows {
            for token in row.tokens {
                if let key = token.key, let edition = editionByKey[key] { votes[edition] += 1 }
            }
        }
        return votes
    }
}

/// What the tables of a document say, and which parts of it are no table.
struct TableReading {
    /// The edition's name; `narrative` where there is no table.
    var edition = Edition.none
    var figures: [Figure] = []
    var doubts: [Doubt] = []
    var cellsExpected = 0
    var cells = CellStates()
    var cellsRead: Int { cells.read }
    /// All rows and paragraphs, in order, and which of them are of the tables.
    let rows: [TableRow]
    private(set) var isUsed: [Bool]
    /// Where the lines begin that are of the tables.
    var usedLines: Set<Int> { Set(zip(rows, isUsed).lazy.filter(\.1).map(\.0.range.lowerBound)) }
    /// Where the lines begin that bear labels of rows.
    var rowLines: Set<Int> = []
    /// Whether a heading or a header over figures is the form's, too, not labels alone.
    private var isHeaded = false
    /// The headers over figures, and the labels of rows, that name a year.
    private var dated: [Dated] = []

    /// The years that headings right above tables name.
    private var years: [[Int]] = []

    /// A header or a label that names a year, and the cells that are of it.
    private struct Dated {
        var year: Int
        var range: Range<Int>
        var cells: Set<Indicator.ID>
        /// The only row whose cells these are.
        var row: Range<Int>?

        func holds(_ figure: Figure) -> Bool {
            cells.contains(figure.indicator) && row?.contains(figure.range.lowerBound) ?? true
        }
    }

    /// Whether rows stand there with the figures of two reports: again with other figures, or twice as wide as the
    /// form.
    var holdsSeveralReports: Bool {
        let repeated = doubts.count { doubt in
            switch doubt.kind {
            case .repeatedRow: true
            case .unreadableRow:
                Int(doubt.found).flatMap { cells in Int(doubt.expected).map { $0 > 1 && cells == 2 * $0 } } ?? false
            default: false
            }
        }
        return repeated >= Self.rowsOfAnotherReport
    }

    /// Whether a few labels alone make it a form that came after the year: annexes of those years have some alike.
    func isOfLaterForm(than year: Int) -> Bool {
        !isHeaded && Int(edition).map { $0 > year } == true && cellsRead * 4 < cellsExpected
    }

    /// Whether a table stands below a heading that names other years: which of several copies is the report's is known
    /// by its year.
    func standsBelowOtherYears(than year: Int) -> Bool { years.contains { !$0.contains(year) } }

    /// Leaves unread what stands under the headers of other years than the report's.
    mutating func leaveOtherYears(than year: Int, _ text: UnsafeBufferPointer<UInt8>) {
        let others = dated.filter { $0.year != year }
        guard let first = others.first else { return }
        for place in figures.indices where others.contains(where: { $0.holds(figures[place]) }) {
            cells.lose(figures[place].reading)
            figures[place].reading = .unreadable
        }
        let found = String(decoding: text[first.range], as: UTF8.self)
        doubts.append(Doubt(.otherTime, at: first.range, found: found, expected: "\(year)"))
    }

    /// A row or two are a slip of the pen.
    private static let rowsOfAnotherReport = 5

    init(rows: [TableRow]) {
        self.rows = rows
        isUsed = Array(repeating: false, count: rows.count)
    }

    init(_ reader: FormReader, rows: [TableRow]) {
        edition = reader.edition
        figures = reader.sheet.figures.sorted { $0.indicator < $1.indicator }
        doubts = reader.sheet.doubts
        cellsExpected = reader.cellsExpected
        cells = CellStates(reader.sheet.cells)
        isHeaded = reader.opening != nil || reader.headers.contains { $0?.areOfForm == true }
        rowLines = Set(reader.rowLines.map { rows[$0].range.lowerBound })
        years = reader.copies.years
        dated = zip(reader.headers, reader.index.blocks).compactMap { columns, block in
            columns?.dated.map { year, range in
                Dated(year: year, range: range, cells: Set(block.rows.flatMap(\.indicators).compactMap { $0 }))
            }
        }
        dated += reader.datedRows.map { year, row in
            let cells = reader.index.blocks[row.place.block].rows[row.place.row].indicators.compactMap { $0 }
            let end = row.cells.last?.range.upperBound ?? row.label.upperBound
            return Dated(year: year, range: row.label, cells: Set(cells), row: row.label.lowerBound..<end)
        }
        self.rows = rows
        isUsed = reader.isUsed
    }
}
