import Catalogue

/// How the titles of reports are worded, made once for all reports.
final class Titles: Sendable {
    private let subjects: WordSet
    private let kinds: [Wording]
    /// What the titles of other papers end in.
    private let papers: WordEndings
    /// What townships' names end in.
    private let ownKinds: WordSet
    private let foreign: WordSet
    /// What sentences begin with that tell of a report.
    private let sentences: [Wording]
    private let leading: [Wording]

    init(_ words: TitleWords, names: NameWords) {
        subjects = WordSet(words.subjects)
        kinds = words.kinds.map { Wording($0) }
        papers = WordEndings(words.papers)
        ownKinds = WordSet(names.kinds)
        foreign = WordSet(words.foreign)
        sentences = words.sentences.map { Wording($0) }
        leading = words.leading.map { Wording($0) }
    }

    func isTitle(_ line: Wording) -> Bool {
        guard line.count <= 60, let first = line.scalars.first, let last = line.scalars.last else { return false }
        guard !Self.sentenceEnds.contains(last), subjects.isIn(line), line.containsAny(kinds) else { return false }
        // A chapter: 一、年度报告总体情况.
        let isNumbered =
            ScalarClass.isChineseNumeral(first) && line.scalars.dropFirst().first.map(Self.marks.contains) == true
        guard !Self.isSentence(line) else { return false }
        return !isNumbered && first != Self.openParenthesis && !foreign.isIn(line)
            && !sentences.contains(where: line.hasPrefix) && !isOfOtherPaper(line) && !Self.isArticle(line)
    }

    /// What stands above the tables of a workbook, in place of a report's title: 2022年度政府信息公开统计表.
    func isTitleOfTable(_ line: Wording) -> Bool {
        line.count <= 60 && line.scalars.last == Self.tableWord && subjects.isIn(line)
            && !Title.years(in: line).isEmpty && !Self.isSentence(line)
    }

    /// Whether nothing of words stands behind the word for the report: 年度报告统计表 is an annex of it.
    func endsAsTitle(_ line: Wording) -> Bool {
        guard let end = endOfKind(in: line) else { return false }
        return !line.scalars[end...].contains { $0 >= 0x3400 }
    }

    /// Where the word for the report ends.
    func endOfKind(in line: Wording) -> Int? { kinds.compactMap { line.range(of: $0)?.upperBound }.max() }

    /// Whether a line is the title of a rule or a notice about reports: …年度报告制度（试行）.
    func isOfOtherPaper(_ line: Wording) -> Bool {
        guard let end = endOfKind(in: line) else { return false }
        return papers.first(of: Wording(line.scalars[end...].prefix(while: ScalarClass.isWordPart))) != nil
    }

    /// Whether a line is the title of a rule, a plan, a notice or a guide of a township or of a year, rather than the
    /// name of a site's column: 柳溪镇2023年政务公开工作实施方案.
    func isOtherPaper(_ line: Wording) -> Bool {
        guard line.count <= 60, !line.scalars.contains(Self.fullStop),
            ownKinds.isIn(line) || !Title.years(in: line).isEmpty
        else { return false }
        let trial = line.scalars.lastIndex(of: Self.openParenthesis) ?? line.scalars.endIndex
        let bare = line.scalars.last == Self.closeParenthesis ? Wording(line.scalars[..<trial]) : line
        return papers.first(of: bare) != nil && subjects.isIn(bare)
    }

    /// What is left of a title before its subject when the words around are taken away.
    func body(of title: Wording) -> Wording {
        var end = title.scalars.endIndex
        subjects.places(in: title) { place in
            end = place.lowerBound
            return false
        }
        var body = title[title.scalars.startIndex..<end]
        if let about = body.range(of: Self.about) {
            body =
                about.lowerBound > body.scalars.startIndex
                ? body[body.scalars.startIndex..<about.lowerBound] : body.dropFirst(2)
        }
        while let word = leading.first(where: body.hasPrefix) { body = body.dropFirst(word.count) }
        return body
    }

    /// Whether a line goes on as sentences do: 2020年，我镇编制报告.
    private static func isSentence(_ line: Wording) -> Bool {
        guard let comma = line.scalars.firstIndex(where: { $0 == 0x2C || $0 == fullStop }) else { return false }
        return Title.parts(of: line[line.scalars.startIndex..<comma]).isEmpty || line.scalars.contains(fullStop)
    }

    /// 第三条 各部门编制本站所的政府信息公开年度报告
    private static func isArticle(_ line: Wording) -> Bool {
        line.scalars.first == 0x7B2C && line.scalars.prefix(6).contains(0x6761)
    }

    private static let about = Wording("关于")
    /// 。 ： ； ， 、 folded
    private static let sentenceEnds: Set<UInt32> = [0x3002, 0x3A, 0x3B, 0x2C, 0x3001]
    private static let marks: Set<UInt32> = [0x3001, 0x2E, 0x2C]
    private static let openParenthesis: UInt32 = 0x28
    private static let closeParenthesis: UInt32 = 0x29
    private static let fullStop: UInt32 = 0x3002
    /// 表
    private static let tableWord: UInt32 = 0x8868
}
