/// Headings right above tables that name the year that these are of, 2020年主动公开政府信息情况, or that are of another: 上年度情况.
struct DatedHeadings {
    /// The form's own headings, by table, without their numbers.
    private let headings: [Wording]
    private let words: HeaderWords
    /// The report's; nil until it is known.
    private let year: Int?

    init(_ headings: [String], _ words: HeaderWords, year: Int?) {
        self.words = words
        self.headings = headings.map { Wording(String($0.split(separator: "、", maxSplits: 1).last ?? "")) }
        self.year = year
    }

    /// Whether years are named, and the report's is none of them.
    func isForeign(_ years: [Int]?) -> Bool {
        guard let year, let years else { return false }
        return !years.contains(year)
    }

    /// What stands above the first row of a copy of a table and names a year, with nothing but the table's own
    /// between.
    ///
    /// - Parameter last: the line of the row read last, if the copy is not the first.
    func heading(
        of table: Int, above line: Int, after last: Int = -1, _ texts: [(line: Int, range: Range<Int>)],
        _ rows: [TableRow], _ text: UnsafeBufferPointer<UInt8>
    ) -> (range: Range<Int>, years: [Int])? {
        for found in texts.reversed().lazy.drop(while: { $0.line >= line }).prefix(Self.mostBetween) {
            if found.line <= last { return nil }
            if rows[found.line..<line].contains(where: { $0.layout == .prose && !$0.range.isEmpty }) { return nil }
            guard found.range.count <= Self.longest else { continue }
            let line = Wording(text, found.range)
            let years = Title.years(in: line)
            if isForeign(line) { return (found.range, []) }
            if !years.isEmpty, isHeading(line, of: table) { return (found.range, years) }
        }
        return nil
    }

    /// 上年度情况, 2021年上半年情况, （全县汇总数据）: a line whose words say that it is of no whole year of the township.
    private func isForeign(_ line: Wording) -> Bool {
        line.count <= Self.longestCaption && !Self.sentences.isIn(line) && words.isForeign(line)
    }

    private func isHeading(_ line: Wording, of table: Int) -> Bool {
        if Self.sentences.isIn(line) { return false }
        if line.contains(headings[table]) { return true }
        let letters = line.scalars.filter { ScalarClass.isWordPart($0) && !ScalarClass.isDigit($0) }
        return words.dated.contains(Wording(ArraySlice(letters)))
    }

    /// Lines of a table's own that may stand between: its unit, who filled it in.
    private static let mostBetween = 4
    /// In bytes.
    private static let longest = 120
    /// In letters.
    private static let longestCaption = 24
    /// What a heading does not have, and a sentence does that looks back.
    private static let sentences: WordSet = ["。", "，", ",", "；", ";", "比", "较", "见", "自"]
}
