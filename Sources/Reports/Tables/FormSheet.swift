import Catalogue
import Values

/// The cells of one edition's form as far as they have been read, and what was doubtful about them.
struct FormSheet {
    private(set) var figures: [Figure] = []
    private(set) var doubts: [Doubt] = []
    private let index: FormIndex
    private let text: UnsafeBufferPointer<UInt8>
    /// How each row was read, by block and row; nil where it was not found.
    private var outcomes: [[(outcome: Outcome, rank: FormStanding.Rank)?]]
    /// What tells of the row at hand that it is the report's.
    var standing = RowStanding()
    /// The tables of which a copy that may be another report's was left out.
    private(set) var otherCopies = Set<Int>()
    /// Amounts that name no unit themselves, and what they were counted in.
    private var amounts: [(indicator: Indicator.ID, table: Int, multiplier: Int64, range: Range<Int>)] = []
    /// By block, the columns that its table was left without.
    private var leftOut: [Int: Set<Int>] = [:]

    private enum Outcome {
        case read
        /// Nothing stood after the label, or the cells could not be told apart: a better reading of the same row
        /// replaces it.
        case poor
    }

    init(_ index: FormIndex, _ text: UnsafeBufferPointer<UInt8>) {
        self.index = index
        self.text = text
        outcomes = index.blocks.map { Array(repeating: nil, count: $0.rows.count) }
        figures.reserveCapacity(index.cellCount)
    }

    /// The figures that are cells of the form; the others are of a row that another edition has in their place.
    var cells: [Figure] {
        index.borrowed.isEmpty ? figures : figures.filter { !index.borrowed.contains($0.indicator) }
    }

    /// The cells that were understood: reported, blank or not applicable.
    var cellsRead: Int {
        cells.count { cell in if case .unreadable = cell.reading { false } else { true } }
    }

    var isEmpty: Bool { figures.isEmpty }

    mutating func add(_ doubt: Doubt) { doubts.append(doubt) }

    func hasRows(ofBlock number: Int) -> Bool { outcomes[number].contains { $0 != nil } }

    func hasRows(ofTable table: Int) -> Bool {
        index.blocks.indices.contains { index.blocks[$0].table == table && hasRows(ofBlock: $0) }
    }

    /// Takes back all that was read of a table, since it was an example.
    mutating func forget(table: Int) {
        for (number, block) in index.blocks.enumerated() where block.table == table {
            let indicators = Set(block.rows.flatMap(\.indicators))
            let known = figures.filter { indicators.contains($0.indicator) }
            figures.removeAll { indicators.contains($0.indicator) }
            doubts.removeAll { doubt in doubt.range.map { range in known.contains { $0.range == range } } ?? false }
            outcomes[number] = Array(repeating: nil, count: block.rows.count)
        }
        otherCopies.insert(table)
    }

    /// What the document's headers say of a row's cells.
    struct Terms {
        /// By column, what it counts in, where they say so.
        var multipliers: [Int: Int64] = [:]
        /// Where a unit is named that no form has.
        var unknownUnit: Range<Int>?
        /// What amounts are counted in, as other places than their header say.
        var stated: [StatedUnits.Stated] = []
        /// By column, the header over it that is none of the form's.
        var strangers: [Int: Range<Int>] = [:]
    }

    /// A row as it is being taken.
    private struct Taken {
        var read: [Figure] = []
        var unreadable: [Doubt] = []
        var unitless: [Doubt] = []
    }

    /// Takes a row whose cells are told apart, one for each column.
    mutating func fill(_ place: RowPlace, label: Range<Int>, cells: [TableToken?], _ terms: Terms) {
        var taken = Taken()
        taken.read.reserveCapacity(cells.count)
        let block = index.blocks[place.block]
        for (column, cell) in cells.enumerated() {
            if let cell {
                take(cell, of: block, row: place.row, column: column, terms, into: &taken)
            } else {
                leftOut[place.block, default: []].insert(column)
            }
        }
        let isBlank = cells.allSatisfy { ($0?.cell ?? .blank) == .blank }
        let isPoor = isBlank || terms.strangers.count == cells.count
        guard set(place, label: label, to: taken.read, taken.unreadable, outcome: isPoor ? .poor : .read) else {
            return
        }
        doubts += taken.unitless
        for range in Set(terms.strangers.values).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let doubt = Doubt(.unknownColumn, at: range, found: string(range))
            if !doubts.contains(doubt) { doubts.append(doubt) }
        }
        if !block.rows[place.row].isOfForm { noteOlder(place, label: label) }
    }

    private mutating func take(
        _ cell: TableToken, of block: FormIndex.Block, row: Int, column: Int, _ terms: Terms, into taken: inout Taken
    ) {
        guard let indicator = block.rows[row].indicators[column] else { return }
        if terms.strangers[column] != nil {
            taken.read.append(Figure(indicator: indicator, reading: .unreadable, range: cell.range))
            return
        }
        let printed = max(block.rows[row].multiplier, block.columnMultipliers[column])
        var multiplier = terms.multipliers[column] ?? printed
        if index.units[indicator] == .yuan {
            let named = Set(terms.stated.map(\.multiplier) + [terms.multipliers[column]].compactMap { $0 })
            multiplier = named.count > 1 ? 0 : named.first ?? printed
            if cell.cell.needsUnit {
                let isUnlikely = printed == 1 && cell.cell.isLittleMoney
                if named.isEmpty, block.columnMultipliers[column] > 1 || isUnlikely {
                    let kind = isUnlikely ? Doubt.Kind.unitUnlikely : .unitMissing
                    taken.unitless.append(
                        Doubt(kind, at: cell.range, found: string(cell.range), expected: block.rows[row].label))
                }
                amounts.append((indicator, block.table, multiplier, cell.range))
                if named.count > 1, !named.contains(0) { return disagree(cell.range, indicator, into: &taken) }
            }
        }
        let reading = cell.reading(
            in: index.units[indicator], multiplier: multiplier, isSigned: index.signed[indicator])
        taken.read.append(Figure(indicator: indicator, reading: reading, range: cell.range))
        if case .unreadable = reading {
            let unit = multiplier == 0 ? terms.unknownUnit : nil
            taken.unreadable.append(doubt(of: cell, unit: unit, expected: index.labels[indicator]))
        }
    }

    private func disagree(_ range: Range<Int>, _ indicator: Indicator.ID, into taken: inout Taken) {
        taken.read.append(Figure(indicator: indicator, reading: .unreadable, range: range))
        taken.unreadable.append(
            Doubt(.unitsDisagree, at: range, found: string(range), expected: index.labels[indicator]))
    }

    /// Takes what is said below a table of the unit of its amounts: those that were counted in another are not known.
    mutating func note(_ unit: StatedUnits.Stated, belowTable table: Int) {
        for amount in amounts where amount.table == table && amount.multiplier != unit.multiplier {
            let place = figures.firstIndex { $0.indicator == amount.indicator && $0.range == amount.range }
            guard let place, case .reported = figures[place].reading else { continue }
            figures[place].reading = .unreadable
            doubts.append(
                Doubt(
                    .unitsDisagree, at: amount.range, found: string(amount.range),
                    expected: index.labels[amount.indicator]))
        }
    }

    /// Why a cell was not read: its unit is none of the form's, or it is no number.
    private func doubt(of cell: TableToken, unit: Range<Int>?, expected: String) -> Doubt {
        let written = string(cell.range)
        if UnitWord.unknown(in: text, cell.range) != nil, UnitWord.hasDigits(text, cell.range) {
            return Doubt(.unknownUnit, at: cell.range, found: written, expected: expected)
        }
        if case .number = cell.cell, let word = unit.flatMap({ UnitWord.unknown(in: text, $0) }) {
            return Doubt(.unknownUnit, at: cell.range, found: "\(written) \(word)", expected: expected)
        }
        return Doubt(.unreadableCell, at: cell.range, found: written, expected: expected)
    }

    /// Takes a row after whose label nothing stands: all its cells are blank.
    mutating func fillBlank(_ place: RowPlace, label: Range<Int>) {
        setAll(place, label: label, to: .blank)
    }

    /// Takes a row whose cells cannot be told apart; `columns` are those that its table has, if not all.
    mutating func fillUnreadable(
        _ place: RowPlace, label: Range<Int>, range: Range<Int>, cellCount: Int, only columns: [Int] = [],
        merged cell: TableToken? = nil
    ) {
        guard setAll(place, label: label, to: .unreadable, range: range, only: columns) else { return }
        let row = index.blocks[place.block].rows[place.row]
        let count = columns.isEmpty ? row.indicators.count : columns.count
        if let cell {
            // One for many rows is told once.
            guard !doubts.contains(where: { $0.kind == .unreadableCell && $0.range == cell.range }) else { return }
            doubts.append(Doubt(.unreadableCell, at: cell.range, found: string(cell.range), expected: row.label))
        } else {
            doubts.append(Doubt(.unreadableRow, at: range, found: "\(cellCount)", expected: "\(count)"))
        }
        if !row.isOfForm { noteOlder(place, label: label) }
    }

    /// Takes a row of which several stand there, and nothing says which is meant.
    mutating func fillUndecided(
        _ place: RowPlace, label: Range<Int>, range: Range<Int>, count: Int, only columns: [Int]
    ) {
        guard setAll(place, label: label, to: .unreadable, range: range, only: columns) else { return }
        let table = index.headings[index.blocks[place.block].table]
        doubts.append(Doubt(.severalRows, at: range, found: "\(count)", expected: table))
    }

    func hasRow(_ place: RowPlace) -> Bool { outcomes[place.block][place.row] != nil }

    /// Takes back what was read for a row.
    mutating func giveUp(_ place: RowPlace) {
        let indicators = index.indicators(of: place)
        for place in figures.indices where indicators.contains(figures[place].indicator) {
            figures[place].reading = .unreadable
        }
    }

    /// Takes back what was read of a table.
    mutating func giveUp(table: Int) {
        for (number, block) in index.blocks.enumerated() where block.table == table {
            for row in block.rows.indices { giveUp(RowPlace(block: number, row: row)) }
        }
    }

    /// Says that a row is another edition's, which has one for several of this.
    private mutating func noteOlder(_ place: RowPlace, label: Range<Int>) {
        let count = index.blocks[place.block].rows[place.row].replaced.count
        doubts.append(Doubt(.olderRow, at: label, found: string(label), expected: "\(count)"))
    }

    /// Takes back that a row is blank: its cells may be among numbers that have lost their rows.
    mutating func distrust(_ place: RowPlace, label: Range<Int>) {
        let indicators = index.indicators(of: place)
        let places = figures.indices.filter { indicators.contains(figures[$0].indicator) }
        if places.isEmpty { return fillUnreadable(place, label: label, range: label, cellCount: 0) }
        guard places.allSatisfy({ figures[$0].reading == .blank }) else { return }
        for place in places { figures[place].reading = .unreadable }
        doubts.append(Doubt(.unreadableRow, at: label, found: "0", expected: "\(indicators.count)"))
    }

    /// Names the tables that were not found, and of the others the rows that were not.
    mutating func nameMissing(exceptTables named: Set<Int>) {
        for (table, heading) in index.headings.enumerated() where !named.contains(table) {
            let blocks = index.blocks.indices.filter { index.blocks[$0].table == table }
            guard hasRows(ofTable: table) else {
                doubts.append(Doubt(.missingTable, expected: heading))
                continue
            }
            for number in blocks { nameMissingRows(ofBlock: number) }
        }
    }

    private mutating func nameMissingRows(ofBlock number: Int) {
        let block = index.blocks[number]
        let older = block.rows.indices.filter { !block.rows[$0].isOfForm && outcomes[number][$0] != nil }
        for row in block.rows.indices where outcomes[number][row] == nil && block.rows[row].isOfForm {
            if older.contains(where: { block.rows[$0].replaced.contains(row) }) { continue }
            doubts.append(Doubt(.missingRow, expected: block.rows[row].label))
        }
    }

    /// Names the headers that are damaged, and those over columns of the document's own, which were passed over.
    mutating func nameHeaders(_ headers: HeaderColumns, block number: Int) {
        let block = index.blocks[number]
        for range in headers.localHeaders(block.columnCount) {
            doubts.append(Doubt(.unknownColumn, at: range, found: string(range)))
        }
        let left = (leftOut[number] ?? []).sorted()
        let known = left.isEmpty ? [] : Set(figures.map(\.indicator))
        for column in left {
            // Another table may have had it.
            if block.isUnlabelled, block.rows[0].indicators[column].map(known.contains) == true { continue }
            doubts.append(
                Doubt(
                    .missingColumn, at: headers.headers.first?.range, found: index.headings[block.table],
                    expected: block.headers[column]))
        }
        let (texts, columns) = headers.unknown(block.columnCount)
        for range in texts {
            let text = string(range)
            guard
                let column = columns.first(where: {
                    StrangeHeaders.isPiece(range, ofAny: [block.headers[$0]], self.text)
                })
            else { continue }
            doubts.append(Doubt(.damagedHeader, at: range, found: text, expected: block.headers[column]))
        }
    }

    @discardableResult private mutating func setAll(
        _ place: RowPlace, label: Range<Int>, to reading: Reading, range: Range<Int>? = nil, only columns: [Int] = []
    ) -> Bool {
        let end = label.upperBound..<label.upperBound
        let all = index.indicators(of: place)
        let indicators = columns.isEmpty ? all : columns.map { all[$0] }
        let read = indicators.compactMap { indicator in
            indicator.map { Figure(indicator: $0, reading: reading, range: range ?? end) }
        }
        return set(place, label: label, to: read, [], outcome: .poor)
    }

    /// Keeps the first good reading of a row, and tells whether this one was taken. A second that says something else
    /// is doubted.
    @discardableResult private mutating func set(
        _ place: RowPlace, label: Range<Int>, to read: [Figure], _ unreadable: [Doubt], outcome: Outcome
    ) -> Bool {
        let before = outcomes[place.block][place.row]
        let table = index.blocks[place.block].table
        if before == nil, standing.isOfOtherCopy {
            otherCopies.insert(table)
            return false
        }
        if let before {
            let indicators = Set(read.map(\.indicator))
            let known = figures.filter { indicators.contains($0.indicator) }
            // The part of the row that another table has.
            if known.isEmpty, index.blocks[place.block].isUnlabelled, !standing.isOfOtherCopy {
                figures += read
                doubts += unreadable
                return true
            }
            let isBetter = standing.rank > before.rank || before.outcome == .poor && outcome == .read
            guard isBetter, standing.rank >= before.rank, !standing.isOfOtherCopy else {
                let isSame = known.map(\.reading) == read.map(\.reading)
                if standing.isOfOtherCopy, !isSame { otherCopies.insert(table) }
                if outcome == .read, before.outcome == .read, !isSame {
                    doubts.append(Doubt(.repeatedRow, at: label, found: string(label)))
                }
                return false
            }
            figures.removeAll { indicators.contains($0.indicator) }
            doubts.removeAll { doubt in doubt.range.map { range in known.contains { $0.range == range } } ?? false }
        }
        outcomes[place.block][place.row] = (outcome, standing.rank)
        figures += read
        doubts += unreadable
        return true
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

/// A row of a form, by its block and its place there.
struct RowPlace: Hashable {
    var block: Int
    var row: Int
}
