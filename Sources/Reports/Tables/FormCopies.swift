/// The copies of the form's tables that a document has one behind the other.
///
/// A blank table with the same table right behind it, filled, is one table of one report. Where a text stands between
/// them, the second is of last year, of another township, or an example, and says nothing of the first.
struct FormCopies {
    private struct Copy {
        /// How many rows it has so far.
        var count = 0
        var last: RowPlace
        /// The line of its first row.
        var start: Int
        /// The line of the row read last.
        var line: Int
        var rank: FormStanding.Rank
        /// The line of text that it stands below.
        var head: Range<Int>?
        /// Whether the table's headings or headers came again behind its rows.
        var isReopened = false
        /// Whether it need not be of the same report as what came before.
        var isOther = false
        /// The line of text above the copy that is left out, once there is one.
        var other: Range<Int>?
        /// The heading that the copy stands below, if it names other years than the report's.
        var foreign: Range<Int>?
    }

    /// How a row stands to those of its table that came before.
    enum Relation: Equatable {
        case same
        case other
        /// What came before was an example, or an earlier year's.
        case instead
    }

    /// By table.
    private var copies: [Copy?]
    private let dated: DatedHeadings
    private let words: HeaderWords
    /// Lines of text that bear no label of the form.
    private var texts: [(line: Int, range: Range<Int>)] = []
    /// The years that headings right above tables name.
    private(set) var years: [[Int]] = []

    /// - Parameter year: the report's; nil until it is known.
    init(headings: [String], _ words: HeaderWords, year: Int?) {
        self.words = words
        copies = Array(repeating: nil, count: headings.count)
        dated = DatedHeadings(headings, words, year: year)
    }

    mutating func note(text range: Range<Int>, line: Int) { texts.append((line, range)) }

    mutating func reopen(_ table: Int) { copies[table]?.isReopened = true }

    /// By table, the line of text that the copy left out stands below.
    func head(ofOther table: Int) -> Range<Int>? { copies[table]?.other }

    /// By table, the heading of another year that what was read of it stands below.
    func foreignHead(of table: Int) -> Range<Int>? { copies[table]?.foreign }

    /// Takes a row, by the line of its label; `count` is how many rows the table has.
    mutating func enter(
        _ place: RowPlace, table: Int, count: Int, line: Int, rank: FormStanding.Rank, _ rows: [TableRow],
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Relation {
        guard var copy = copies[table] else {
            let heading = dated.heading(of: table, above: line, texts, rows, text)
            if let heading { years.append(heading.years) }
            copies[table] = Copy(
                count: 1, last: place, start: line, line: line, rank: rank, head: texts.last { $0.line < line }?.range,
                foreign: dated.isForeign(heading?.years) ? heading?.range : nil)
            return .same
        }
        defer { copies[table] = copy }
        let goesBack = (place.block, place.row) < (copy.last.block, copy.last.row) || place == copy.last && count == 1
        if copy.isReopened, goesBack {
            copy.isReopened = false
            let head = between(copy, line, rows, text)
            let isWhole = !copy.isOther && copy.count * 2 >= count && rank <= copy.rank
            let next = dated.heading(of: table, above: line, after: copy.line, texts, rows, text)
            if isWhole, let foreign = copy.foreign, !dated.isForeign(next?.years) {
                copy = Copy(count: 1, last: place, start: line, line: line, rank: rank, head: head, other: foreign)
                return .instead
            }
            if let head, isWhole {
                if copy.other == nil, let example = copy.head,
                    isExample(example, text) || isOfLaterYear(head, than: example, text)
                {
                    copy = Copy(
                        count: 1, last: place, start: line, line: line, rank: rank, head: head, other: example)
                    return .instead
                }
                (copy.isOther, copy.other) = (true, head)
            }
        }
        copy.count += 1
        (copy.last, copy.line, copy.rank) = (place, line, rank)
        return copy.isOther ? .other : .same
    }

    /// The last line of text between a copy and a line that says more than what belongs to a table; of titles, one that
    /// does not repeat the one above the copy.
    private func between(
        _ copy: Copy, _ end: Int, _ rows: [TableRow], _ text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        let start = copy.line
        // The last first: there may be thousands before.
        let lines = texts.reversed().prefix { $0.line > start }.filter {
            $0.line < end && !isOfTable($0.range, text)
        }
        if let title = lines.first(where: { words.titles.isIn(Wording(text, $0.range)) }) {
            let own = texts.last { $0.line < copy.start && words.titles.isIn(Wording(text, $0.range)) }
            let isSame = own.map { Wording(text, $0.range) == Wording(text, title.range) } == true
            return isSame ? nil : title.range
        }
        let own = lines.first
        // Of a copy that ends behind the line there is nothing between.
        let sentence = rows[min(start, end)..<end].indices.last {
            rows[$0].layout != .exact && rows[$0].tokens.isEmpty && !rows[$0].range.isEmpty
        }
        guard let sentence, sentence > own?.line ?? -1 else { return own?.range }
        return rows[sentence].range
    }

    /// 单位：件, 填报单位：柳溪镇, 续表, 注：…
    private func isOfTable(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if range.count < 6 || UnitWord.isStatement(text, range) { return true }
        let line = Wording(text, range)
        let letters = Wording(line.scalars.drop { !ScalarClass.isWordPart($0) })
        return words.own.contains(where: letters.hasPrefix) || isOfPart(line) && !LabelKey.isChapterNumber(text, range)
    }

    /// （二）行政诉讼情况, above a part of table 4.
    private func isOfPart(_ line: Wording) -> Bool {
        line.count <= Self.longestPart && words.parts.isIn(line) && !line.scalars.contains(where: ScalarClass.isDigit)
    }

    private static let longestPart = 14

    /// Whether both lines name a year and the first the later one. No report has figures of the year after its own.
    private func isOfLaterYear(
        _ head: Range<Int>, than before: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let lines = [head, before].filter { $0.count <= Self.longestHead }.map { Wording(text, $0) }
        // A title or an annex begins another report.
        guard lines.count == 2, !lines.contains(where: words.titles.isIn), let own = Title.years(in: lines[0]).max(),
            let other = Title.years(in: lines[1]).max()
        else { return false }
        return own > other
    }

    private static let longestHead = 180

    /// 填报示例：
    private func isExample(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        range.count <= 90 && words.examples.isIn(Wording(text, range))
    }
}
