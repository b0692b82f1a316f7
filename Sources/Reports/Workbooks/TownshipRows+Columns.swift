import Catalogue
import Documents

/// What the columns of such a table are of, as the labels over them say.
extension TownshipRows {
    struct Columns {
        /// Those whose headers name a cell of a form.
        var known: [Int: FormCells.Cell] = [:]
        /// The headers of others that hold numbers, those that say another year, or a part of this, apart.
        var unknown: [Header] = []
        var ofOtherTime: [Header] = []
        /// Others that hold numbers, and have no header.
        var unheaded: [Int] = []
    }

    struct Header {
        /// The lowest of its labels.
        let range: Range<Int>
        /// All of them.
        let words: String
    }

    func columns(of form: FormCells, year: Int?) -> Columns {
        var columns = Columns()
        for column in nameColumn + 1..<width where !copies.contains(column) && !yearColumns.contains(column) {
            let path = path(column, year: year)
            if !path.isOfOtherTime, !path.isStrange, let cell = form.cell(under: path.keys) {
                columns.known[column] = cell
            } else if holdsNumbers(column) {
                guard let header = path.header else {
                    columns.unheaded.append(column)
                    continue
                }
                if path.isOfOtherTime { columns.ofOtherTime.append(header) } else { columns.unknown.append(header) }
            }
        }
        // Of two headers that name one cell, neither says which.
        let twice = Dictionary(grouping: columns.known.keys) { columns.known[$0]?.indicator }.values
        for column in twice.filter({ $0.count > 1 }).joined().sorted() {
            columns.known[column] = nil
            columns.unknown += path(column, year: year).header.map { [$0] } ?? []
        }
        return columns
    }

    private var width: Int { table.rows.first?.count ?? 0 }

    private struct Path {
        var keys: [UInt64] = []
        var header: Header?
        var isOfOtherTime = false
        /// Whether one of them says more or less than the township's: 行政许可（全县）.
        var isStrange = false
    }

    /// The labels over a column from the top down; one in a cell may be of several: 本年新收－自然人. The report's year says
    /// nothing more.
    private func path(_ column: Int, year: Int?) -> Path {
        var path = Path()
        let ranges = labelRanges(over: column)
        for range in ranges {
            let label = Wording(text, range)
            let words = [path.header?.words, String(decoding: text[range], as: UTF8.self)].compactMap { $0 }
            path.header = Header(range: range, words: words.joined(separator: " "))
            switch ownLabel(label, year: year) {
            case .otherTime: path.isOfOtherTime = true
            case .stranger: path.isStrange = true
            case .nothing: continue
            case .words(let words): path.keys += pieces(of: words, isWhole: ranges.count > 1)
            case .whole:
                let words = String(decoding: text[range], as: UTF8.self)
                path.keys += pieces(of: words, isWhole: ranges.count > 1)
            }
        }
        path.keys = path.keys.map(words.label)
        return path
    }

    private enum Label { case otherTime, stranger, nothing, whole, words(String) }

    private func ownLabel(_ label: Wording, year: Int?) -> Label {
        // 上一年项目数量（指2019年事项数） is a header of the form.
        guard !label.containsAny(Self.ofTheForm) else { return .whole }
        let years = Title.years(in: label)
        let notes = RowWords.notes(in: label).map { words.meaning(of: $0, year: year) }
        if years.contains(where: { $0 != year }) || notes.contains(.otherTime) { return .otherTime }
        if notes.contains(.other) { return .stranger }
        if words.meaning(of: label, year: year) == .own { return .nothing }
        // 2022年行政许可, 行政许可（本年）
        let own = notes.contains(.own) ? Wording(label.scalars.prefix { $0 != 0x28 }) : label
        return years.isEmpty && own == label ? .whole : .words(Title.parts(of: own).map(\.string).joined())
    }

    private static let ofTheForm = ["上一年", "上年"].map { Wording($0) }

    /// Without what numbers the columns (甲, 1, 2=3+4), names units or says that there is nothing.
    private func labelRanges(over column: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for row in labels {
            let range = table.rows[row][column].range
            guard !range.isEmpty, ranges.last != range, CellText(text, range) != .notApplicable,
                !UnitWord.isStatement(text, range)
            else { continue }
            let label = Wording(text, range)
            let isWord = label.scalars.contains { $0 >= 0x3400 } || !Title.years(in: label).isEmpty
            guard isWord, label.count > 1 || !Self.stems.contains(label.scalars.first ?? 0) else { continue }
            ranges.append(range)
        }
        return ranges
    }

    private static let stems: Set<UInt32> = Set("甲乙丙丁戊己庚辛壬癸".unicodeScalars.map(\.value))

    /// The labels between dashes.
    private func pieces(of label: String, isWhole: Bool) -> [UInt64] {
        (isWhole ? [label[...]] : label.split { "-_－—–".contains($0) }).compactMap { LabelKey.of(String($0)) }
    }

    var figureRows: [Int] { townships.flatMap(\.rows) }

    private func holdsNumbers(_ column: Int) -> Bool {
        figureRows.contains { row in
            if case .number = CellText(text, table.rows[row][column].range) { true } else { false }
        }
    }

    // MARK: Cells

    /// What a township's row says in a column; nil where it has no cell there.
    func token(row: Int, column: Int, of township: Township) -> TableToken? {
        let cell = table.rows[row][column]
        guard !cell.isMissing else { return nil }
        var token = TableToken(range: cell.range, column: column, cell: CellText(text, cell.range))
        guard !cell.range.isEmpty else { return token }
        let columns = [column - 1, column + 1].filter {
            table.rows[row].indices.contains($0) && !isMergedHeader($0, column)
        }
        let rows = [row - 1, row + 1].filter { other in
            table.rows.indices.contains(other)
                && (township.rows.count > 1 || table.rows[other][nameColumn].range != table.rows[row][nameColumn].range)
        }
        token.isShared =
            columns.contains { table.rows[row][$0].range == cell.range }
            || rows.contains { table.rows[$0][column].range == cell.range }
        return token
    }

    /// Whether two columns stand under one header.
    private func isMergedHeader(_ one: Int, _ other: Int) -> Bool {
        copies.contains(one) && one == other + 1 || copies.contains(other) && other == one + 1
    }

    /// How many cells a row and the headers have where they do not fit each other: which of the row's cells was left
    /// out, or is one too many, cannot be told. Remarks that no cell stands for are not missed.
    func misfit(row: Int, known: [Int: FormCells.Cell]) -> (cells: Int, headers: Int)? {
        let cells = table.rows[row]
        let (own, written) = (declaredEnd(of: row), writtenEnd(of: row))
        let declared = labels.map { declaredEnd(of: $0) }.max() ?? cells.count
        if written > declared { return (written, declared) }
        let named = labels.map { writtenEnd(of: $0) }.max() ?? 0
        guard own < named else { return nil }
        let areRemarks = (own..<named).allSatisfy { known[$0] == nil && !holdsNumbers($0) }
        let areFigures = known.keys.allSatisfy { CellText(text, cells[$0].range) != .other }
        return areRemarks && areFigures ? nil : (own, named)
    }

    /// Where the last cell of a row ends, and the last that says something.
    private func declaredEnd(of row: Int) -> Int { (table.rows[row].lastIndex { !$0.isMissing } ?? -1) + 1 }
    private func writtenEnd(of row: Int) -> Int { (table.rows[row].lastIndex { !$0.range.isEmpty } ?? -1) + 1 }

    // MARK: Units

    /// What the figures of a column are counted in, as the headers over it, the row of units and the notes say: more
    /// than one where they contradict each other, 0 of a unit that no form has, or of money where the form counts.
    func units(_ column: Int, isMoney: Bool, besides: [Range<Int>]) -> [StatedUnits.Stated] {
        let unit = unitRow.map { table.rows[$0][column].range }
        let labels = labelRanges(over: column)
        func isUnknown(_ range: Range<Int>) -> Bool {
            UnitWord.isUnknown(in: text, range) && !UnitWord.isOfMoney(in: text, range)
        }
        guard isMoney else {
            let ofMoney =
                labels.filter { UnitWord.stated(in: text, $0) != nil } + [unit].compactMap { $0 }.filter(isMoneyUnit)
            return (ofMoney + labels.filter(isUnknown) + (notes + besides).filter(isUnknown)).map {
                .init(multiplier: 0, range: $0)
            }
        }
        let own = labels.compactMap { label in
            UnitWord.multiplier(in: text, label).map { StatedUnits.Stated(multiplier: $0, range: label) }
        }
        let ofRow = [unit].compactMap { $0 }.filter(isMoneyUnit).compactMap { range in
            UnitWord.multiplier(text, range).map { StatedUnits.Stated(multiplier: $0, range: range) }
        }
        let stated = (notes + besides).compactMap { note in
            UnitWord.stated(in: text, note).map { StatedUnits.Stated(multiplier: $0, range: note) }
        }
        return own + ofRow + stated
    }

    private func isMoneyUnit(_ range: Range<Int>) -> Bool { ByteSearch.contains("元", in: text, range) }
}
