import Catalogue

/// Small tables that a text has beside the form's: each row is told like a sentence, its label and one number.
///
/// Which of several numbers is the township's own of the year, only the headers can say: `2022年 | 2023年`,
/// `全县 | 本镇`, `目标 | 完成数`. Where they do not, none is told, and a doubt says so. A number alone on its line tells
/// nothing: it is a page's number, or a cell that was lost.
struct TextTables {
    /// What headers say, made once for all reports.
    struct Headers {
        let own: WordSet
        let foreign: WordSet
        /// What a header says that is the year's own, though it has a word of others: 本年累计.
        let accrued: WordSet
        /// What a caption says of a table that is not the township's own of the year.
        let captions: WordSet
        /// What notes right below a table begin with, behind 注：.
        let notes: [Wording]
        let parts: Set<Wording>
        let sums: WordSet

        init(_ columns: TextColumns, _ rows: TownshipRowWords, _ tables: TableWords) {
            parts = Set(columns.parts.map { Wording($0) })
            sums = WordSet(columns.sums.map { Wording($0) })
            own = WordSet(columns.own.map { Wording($0) })
            foreign = WordSet(columns.foreign.map { Wording($0) })
            accrued = WordSet(columns.accrued.map { Wording($0) })
            notes = columns.notes.map { Wording($0) }
            captions = WordSet((tables.captions + rows.periods).map { Wording($0) })
        }
    }

    private let words: Headers
    private let headings: Headings
    private let text: UnsafeBufferPointer<UInt8>
    private let year: Int
    /// What the headers above the row say of their columns.
    private var headers: [Int: Bool] = [:]
    /// Whether the row before was a header, too.
    private var isBelowHeader = false
    /// Whether the table at hand has had a row whose number could not be told.
    private var isDoubted = false
    /// Whether what stands above the table says that it is of another year, or of the county.
    private var isForeign = false
    /// The first row of a table whose rows are parts of a whole, until the row of their sum comes.
    private var part: (row: TableRow, label: TableToken)?
    private var isOfParts = false
    private var isSummed = false
    /// Whether a table of the form stood since the last paragraph.
    private var isBehindForm = false
    /// Whether the line before ended in such cells, so that a doubt about them has been told.
    private var isBehindCells = false
    /// Whether the lines before are notes on the form, which go on as long as they are numbered.
    private var isInNotes = false
    private(set) var parts: [ProsePart] = []
    private(set) var doubts: [Doubt] = []

    init(_ words: Headers, _ headings: Headings, _ text: UnsafeBufferPointer<UInt8>, year: Int) {
        (self.words, self.headings, self.text, self.year) = (words, headings, text, year)
    }

    /// Takes what is not of the form's tables, in order.
    ///
    /// - Parameter isUsed: whether each row is of a table of the form; no row between such rows tells anything.
    mutating func read(_ rows: [TableRow], isUsed: [Bool]) {
        var start = 0
        while start < rows.count {
            let end = rows[start...].firstIndex { !$0.isOfTable } ?? rows.count
            let table = start..<max(end, start + 1)
            let first = table.first { isUsed[$0] } ?? table.upperBound
            let last = table.last { isUsed[$0] } ?? table.lowerBound
            headers = [:]
            (isBelowHeader, isDoubted) = (false, false)
            (part, isOfParts, isSummed) = (nil, false, false)
            isForeign =
                rows[start].isOfTable
                && (isForeignCaption(above: start, rows) || isForeignNote(below: table.upperBound, rows))
            for row in table {
                if isUsed[row] {
                    (isBehindForm, isInNotes) = (true, false)
                } else if !isNote(rows[row]) {
                    read(rows[row], isOfForm: first < row && row < last)
                }
            }
            if let part { doubt(part.row, part.label) }
            start = table.upperBound
        }
    }

    /// 上年度公开情况如下：, 2021年公开情况 over a table: whether the line right above it names whose it is, and it is not the
    /// township's own of the year.
    private func isForeignCaption(above start: Int, _ rows: [TableRow]) -> Bool {
        guard let caption = rows[..<start].suffix(Self.mostAbove).last(where: { !$0.range.isEmpty }),
            !caption.isOfTable, caption.range.count <= Self.longestCaption
        else { return false }
        let line = Wording(text, caption.range)
        // A sentence, or the day of a signature, is no caption.
        guard line.scalars.last != Self.fullStop, line.scalars.last != Self.day else { return false }
        return isForeign(line)
    }

    /// 注：以上为2021年数据。 below a table
    private func isForeignNote(below end: Int, _ rows: [TableRow]) -> Bool {
        guard let note = rows[end...].prefix(Self.mostBelow).first(where: { !$0.range.isEmpty }), !note.isOfTable,
            note.range.count <= Self.longestCaption
        else { return false }
        let letters = Wording(text, note.range).scalars.drop { $0 == Self.openBracket }
        let mark = letters.prefix(Self.longestNoteMark).firstIndex(of: Self.colon)
        let line = Wording(mark.map { letters[($0 + 1)...] } ?? letters)
        return words.notes.contains(where: line.hasPrefix) && isForeign(line)
    }

    private func isForeign(_ line: Wording) -> Bool {
        let years = Title.years(in: line)
        if !years.isEmpty { return !years.contains(year) }
        return words.captions.isIn(line) && !words.own.isIn(line)
    }

    private static let mostAbove = 3
    private static let mostBelow = 2
    /// 说明：
    private static let longestNoteMark = 4
    private static let colon: UInt32 = 0x3A
    private static let day = UInt32(Letter.day)
    /// In bytes.
    private static let longestCaption = 90

    /// Takes a line that explains the form, or says something of a table right above it: what is counted how, what
    /// is a part of what. None of its numbers is a figure of its own.
    private mutating func isNote(_ row: TableRow) -> Bool {
        guard let first = Scalars(text, row.range).peek().map(ScalarClass.folded) else { return false }
        if isInNotes, row.range.count <= Self.longestNote, isListed(first, Wording(text, row.range)) { return true }
        isInNotes = false
        guard headings.mayBeNote(beginningWith: first), row.range.count <= Self.longestNote else { return false }
        let line = Wording(text, row.range)
        isInNotes = headings.isExplanation(line) || isBehindForm && headings.isNote(line)
        return isInNotes
    }

    /// Whether a line is one of a numbered list, and no chapter: 2.…, （2）…, ②…, but neither 2022年… nor 5.存在的问题.
    private func isListed(_ first: UInt32, _ line: Wording) -> Bool {
        if (0x2460...0x2473).contains(first) { return true }
        let rest = line.scalars.drop { $0 == Self.openBracket }
        let number = rest.prefix { ScalarClass.isDigit($0) || ScalarClass.isChineseNumeral($0) }
        guard (1...2).contains(number.count), let mark = rest.dropFirst(number.count).first,
            Self.listMarks.contains(mark)
        else { return false }
        let isHeading = line.count <= Self.longestHeading && line.scalars.last != Self.fullStop
        return !(isHeading && headings.hasSubject(line))
    }

    private static let percent = Wording("%")
    private static let longestNote = 600
    private static let longestHeading = 40
    private static let openBracket: UInt32 = 0x28
    private static let fullStop: UInt32 = 0x3002
    /// . 、 )
    private static let listMarks: Set<UInt32> = [0x2E, 0x3001, 0x29]

    private mutating func read(_ row: TableRow, isOfForm: Bool) {
        let numbers = row.tokens.indices.filter { row.tokens[$0].cell.isNumber }
        guard !numbers.isEmpty else {
            guard row.isOfTable else { return append(row) }
            // Cells of sentences: those of another year's column are not told.
            let kept = row.tokens.filter { headers[$0.column] != false }
            takeHeaders(row)
            return kept.count == row.tokens.count ? append(row) : append(row, kept.map(\.range))
        }
        isBelowHeader = false
        let first = row.tokens.firstIndex { $0.cell == .other && $0.key != nil }
        guard !isOfForm, let label = first else { return }
        guard row.isOfTable else { return append(row) }
        if isOfParts {
            guard words.sums.isIn(Wording(text, row.tokens[label].range)) else {
                if !isSummed { part = part ?? (row, row.tokens[label]) }
                return
            }
            (part, isSummed) = (nil, true)
        }
        // What stands before the label numbers the rows.
        let told = numbers.filter { $0 > label && headers[row.tokens[$0].column] != false }
        let own = told.filter { headers[row.tokens[$0].column] == true }
        guard let chosen = own.count == 1 ? own.first : told.first else { return }
        guard own.count == 1 || told.count == 1 && !isForeign else { return doubt(row, row.tokens[label]) }
        // The page that a chapter's heading stands on, or the line.
        if case .number(let number) = row.tokens[chosen].cell, number.unit == .none,
            headings.isChapter(Wording(text, row.tokens[label].range))
        {
            return
        }
        // 公开专职人员总数 | 人 | 1, and 12345热线办结率 | % | 98: no number of what the form would count so.
        let between = row.tokens[(label + 1)..<chosen]
        if between.contains(where: { UnitWord.isOfOtherThings(text, $0.range) }) { return }
        if between.contains(where: { Wording(text, $0.range) == Self.percent }) { return doubt(row, row.tokens[label]) }
        guard numbers.count > 1 else { return append(row) }
        let kept = row.tokens.indices.filter { !numbers.contains($0) || $0 == chosen }
        append(row, kept.map { row.tokens[$0].range })
    }

    /// What ends in the cells of a lost row is told up to the clause that they are in.
    private mutating func append(_ row: TableRow) {
        if ContentsList.isChapterEntry(text, row.range, headings) { return }
        guard let cells = cells(atTheEndOf: row.range) else {
            isBehindCells = false
            return append(row, [row.range])
        }
        if !isBehindCells {
            let left = Wording(text, cells..<row.range.upperBound).scalars.prefix(Self.longestFound)
            doubts.append(
                Doubt(.textTable, at: cells..<row.range.upperBound, found: Wording(left).string))
        }
        isBehindCells = true
        let told = row.range.lowerBound..<cells
        if told.contains(where: { Self.digits.contains(text[$0]) }) { append(row, [told]) }
    }

    /// Where the clause begins that ends a line in several numbers without a unit, one behind the other: a row of a
    /// table that has lost its form, of which no number tells anything alone. What one more of their marks parts from
    /// them is their label.
    private func cells(atTheEndOf range: Range<Int>) -> Int? {
        var place = range.upperBound
        var count = 0
        var marks: [Range<Int>] = []
        var clause = place
        while place > range.lowerBound {
            let end = place
            while place > range.lowerBound, Self.digits.contains(text[place - 1]) { place -= 1 }
            guard place < end else { break }
            (count, clause) = (count + 1, place)
            while let mark = Self.marks.first(where: { ends(with: $0, at: place, from: range.lowerBound) }) {
                place -= mark.count
            }
            guard place < clause else { break }
            marks.append(place..<clause)
        }
        guard count >= Self.cellsOfARow else { return nil }
        if marks.count == count, let label = marks.last, text[label].elementsEqual(text[marks[0]]) {
            clause = label.lowerBound
        }
        while clause > range.lowerBound,
            !Self.clauseMarks.contains(where: { ends(with: $0, at: clause, from: range.lowerBound) })
        {
            clause -= 1
        }
        return clause
    }

    private func ends(with mark: [UInt8], at end: Int, from start: Int) -> Bool {
        end - mark.count >= start && text[end - mark.count..<end].elementsEqual(mark)
    }

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    private static let cellsOfARow = 4
    private static let clauseMarks = ["，", "；", "。"].map { Array($0.utf8) }
    /// Of what a doubt shows, in letters.
    private static let longestFound = 40
    /// What stands between the cells of such a row.
    private static let marks = ["、", "，", "；", ",", ";", "/", "|", "｜", "│", " ", "\t", "\u{3000}"].map {
        Array($0.utf8)
    }

    private mutating func append(_ row: TableRow, _ ranges: [Range<Int>]) {
        let opens = isBehindForm || !row.isOfTable && isChapter(row.range)
        isBehindForm = false
        for (number, range) in ranges.enumerated() {
            parts.append(ProsePart(range, goesOn: number < ranges.count - 1, opens: opens && number == 0))
        }
    }

    /// 二、主动公开政府信息情况
    private func isChapter(_ range: Range<Int>) -> Bool {
        guard range.count <= Self.longestChapter else { return false }
        let line = Wording(text, range)
        let number = line.scalars.prefix { ScalarClass.isChineseNumeral($0) }
        return !number.isEmpty && number.count <= 2 && line.scalars.dropFirst(number.count).first == Self.chapterMark
    }

    private static let longestChapter = 120
    /// 、
    private static let chapterMark: UInt32 = 0x3001

    private mutating func takeHeaders(_ row: TableRow) {
        let found = isOwn(in: row)
        headers = isBelowHeader ? headers.merging(found) { $0 && $1 } : found
        let corner = row.tokens.first { $0.cell == .other }
        isOfParts = isOfParts || corner.map { words.parts.contains(Wording(text, $0.range)) } == true
        isBelowHeader = true
    }

    /// For each header whether it says that its column is the township's own of the year, or that it is not; nothing
    /// where it says neither.
    private func isOwn(in row: TableRow) -> [Int: Bool] {
        var found: [Int: Bool] = [:]
        for token in row.tokens where token.range.count <= Self.longestHeader {
            let header = Wording(text, token.range)
            let years = Title.years(in: header)
            let isAccrued = words.accrued.isIn(header)
            let isForeign = years.contains { $0 != year } || words.foreign.isIn(header) && !isAccrued
            let isOwn = !years.isEmpty || isAccrued || words.own.isIn(header)
            guard isForeign || isOwn else { continue }
            for column in token.column..<token.column + token.width { found[column] = !isForeign }
        }
        return found
    }

    /// In bytes; what is longer is a cell of sentences.
    private static let longestHeader = 90

    private mutating func doubt(_ row: TableRow, _ label: TableToken) {
        guard !isDoubted else { return }
        isDoubted = true
        doubts.append(Doubt(.textTable, at: row.range, found: Wording(text, label.range).string))
    }
}

extension TableRow {
    /// Whether it has cells beside one another, as rows of tables do; in a line cut at its spaces, numbers at its end.
    fileprivate var isOfTable: Bool {
        switch layout {
        case .exact: tokens.count > 1
        case .lossy: tokens.count > 2 && tokens.suffix(2).allSatisfy(\.cell.isNumber)
        case .prose: false
        }
    }
}

extension CellText {
    fileprivate var isNumber: Bool {
        switch self {
        case .number, .unclear: true
        case .blank, .notApplicable, .other: false
        }
    }
}
