import Catalogue
import Documents

/// A table of several townships, each with a row of its own or several, under headers that name cells of the form:
/// 行政许可, 本年新收 above 自然人. Of two such tables in one, each has its own headers.
struct TownshipRows {
    let table: Table
    let text: UnsafeBufferPointer<UInt8>
    let words: RowWords
    let nameColumn: Int
    /// The rows above the first township: those that hold labels, and the row of units.
    private(set) var labels: [Int] = []
    private(set) var unitRow: Int?
    /// What stands alone in its row above the headers, and everything that may name the unit of amounts.
    private(set) var captions: [Range<Int>] = []
    private(set) var notes: [Range<Int>] = []
    /// The rows of each township.
    private(set) var townships: [Township] = []
    /// Rows with figures whose name is no township's.
    private(set) var strangers: [Int] = []
    /// The columns that say the year of each row, and those that are one with the column before.
    private(set) var yearColumns: Set<Int> = []
    private(set) var copies: Set<Int> = []

    struct Township {
        let place: PlaceName
        var rows: [Int]
        /// Those of them that bear no name, nor are merged with it.
        var nameless = Set<Int>()
    }

    /// Whole names, or short ones (柳溪) where the header says that townships are meant.
    enum Naming { case whole, short }

    /// The tables in one; none where no column names several townships.
    static func all(
        in table: Table, _ text: UnsafeBufferPointer<UInt8>, _ words: RowWords, naming: Naming = .whole
    ) -> [TownshipRows] {
        let look = TableLook(table, text)
        for column in 0..<min(table.rows.first?.count ?? 0, nameColumns) {
            let places = look.places(in: column, naming, words)
            guard Set(places.values.map(\.township)).count > 1, let first = places.keys.min(), first > 0 else {
                continue
            }
            let starts = look.headers(below: first, nameColumn: column, places)
            let ends = starts.dropFirst() + [table.rows.count]
            return zip(starts, ends).compactMap { TownshipRows(look, words, column, places, rows: $0..<$1) }
        }
        return []
    }

    /// Serial number and county may stand before the name.
    private static let nameColumns = 4

    private init?(_ look: TableLook, _ words: RowWords, _ column: Int, _ places: [Int: PlaceName], rows: Range<Int>) {
        guard let first = rows.first(where: { places[$0] != nil }) else { return nil }
        (table, text, self.words, nameColumn) = (look.table, look.text, words, column)
        for row in rows.lowerBound..<first { takeAbove(row, look) }
        // What is said alone in a row below the figures may be their unit as well.
        notes += (first..<rows.upperBound).compactMap(look.lone)
        takeTownships(first..<rows.upperBound, places, look)
        dropTotal()
        notes = UnitWord.statements(among: notes, text)
        let columns = table.rows[0].indices
        yearColumns = Set(columns.filter { column in labels.contains { isOverYears($0, column) } })
        let all = labels + townships.flatMap(\.rows)
        copies = Set(columns.filter { column in all.allSatisfy { isCopied($0, column) } })
    }

    private mutating func takeTownships(_ rows: Range<Int>, _ places: [Int: PlaceName], _ look: TableLook) {
        var numbers: [String: Int] = [:]
        var current: (number: Int, name: Table.Cell)?
        for row in rows {
            if let place = places[row] {
                let number = numbers["\(place.county ?? "")/\(place.township)", default: townships.endIndex]
                numbers["\(place.county ?? "")/\(place.township)"] = number
                if number == townships.endIndex { townships.append(Township(place: place, rows: [])) }
                townships[number].rows.append(row)
                current = (number, table.rows[row][nameColumn])
            } else if let (number, name) = current, isNameless(row, below: name) {
                let isMerged = table.rows[row][nameColumn].isContinuation
                let first = townships[number].rows.last ?? row
                guard isMerged ? says(row, asMuchAs: first) : look.hasFigures(row, after: nameColumn) else { continue }
                townships[number].rows.append(row)
                if !isMerged { townships[number].nameless.insert(row) }
            } else {
                current = nil
                if look.hasFigures(row, after: nameColumn) { strangers.append(row) }
            }
        }
    }

    /// Whether a header says that years stand under it.
    private func isOverYears(_ row: Int, _ column: Int) -> Bool {
        let range = table.rows[row][column].range
        return range.count <= 24 && Self.yearHeaders.contains(Wording(text, range))
    }

    private static let yearHeaders: Set<Wording> = Set(
        ["年", "年度", "年份", "统计年度", "报告年度", "所属年度", "填报年度"].map { Wording($0) })

    private func isCopied(_ row: Int, _ column: Int) -> Bool {
        let cell = table.rows[row][column]
        return column > 0 && cell.isContinuation && cell.range == table.rows[row][column - 1].range
    }

    private mutating func takeAbove(_ row: Int, _ look: TableLook) {
        if let lone = look.lone(row) {
            notes.append(lone)
            if labels.isEmpty { captions.append(lone) } else { labels.append(row) }
        } else if look.isOfUnits(row, after: nameColumn) {
            unitRow = row
        } else if look.hasFigures(row, after: nameColumn) {
            strangers.append(row)
        } else {
            labels.append(row)
            notes += table.rows[row].map(\.range).filter { UnitWord.isStatement(text, $0) }
        }
    }

    /// Whether a row is of the township above it: the name is merged over it, or nothing stands below the name.
    private func isNameless(_ row: Int, below name: Table.Cell) -> Bool {
        let cell = table.rows[row][nameColumn]
        if cell.isContinuation { return cell.range == name.range }
        guard cell.range.isEmpty, !cell.isMissing else { return false }
        return table.rows[row][..<nameColumn].allSatisfy {
            $0.isContinuation || !words.isSum(Wording(text, $0.range))
        }
    }

    /// Whether a row over which a name is merged has a cell of its own before the last figure of the named one, or in
    /// its place; what is behind are remarks.
    private func says(_ row: Int, asMuchAs named: Int) -> Bool {
        let last = table.rows[named].lastIndex { cell in
            switch CellText(text, cell.range) {
            case .number, .notApplicable: true
            case .blank, .unclear, .other: false
            }
        }
        return table.rows[row][...(last ?? table.rows[row].count - 1)].contains {
            !$0.isContinuation && !$0.range.isEmpty
        }
    }

    /// Below the last township alone, a row without name that is a sum or says nothing is that of all townships.
    private mutating func dropTotal() {
        guard townships.count > 1, let last = townships.indices.last,
            townships.dropLast().allSatisfy(\.nameless.isEmpty)
        else { return }
        let sums = townships[last].nameless.filter { row in
            let beside = table.rows[row].map { Wording(text, $0.range) }
            return beside.contains(where: words.isSum) || !table.rows[row].contains { isWords($0.range) }
        }
        townships[last].rows.removeAll(where: sums.contains)
    }

    private func isWords(_ range: Range<Int>) -> Bool { !range.isEmpty && CellText(text, range) == .other }
}
