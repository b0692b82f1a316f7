import Catalogue

/// What tells a report from other papers, and names, titles and periods from the words around them, made once for all
/// reports.
///
/// As its parts are, it is a class, since every report's readers keep it: they keep one reference, not all the lists.
final class PaperWords: Sendable {
    /// The form's chapters, each kind by the words that its headings have.
    let chapters: [(words: WordSet, isOfReports: Bool)]
    let openings: WordSet
    let paperMarks: WordSet
    let placeholders: WordSet
    let own: WordSet
    let others: WordSet
    let disclosure: WordSet
    /// How a township calls itself right before a year, and right behind the digits of one: 年度我乡.
    let beforeYear: WordEndings
    let behindYear: [Wording]
    /// Letters that tell of plans.
    let plans: [UInt32]
    let titles: Titles
    let periods: Periods
    let names: NameBounds

    init(_ words: HeadingWords) {
        let reports = words.reports
        chapters = reports.chapters.map { (WordSet($0.words), $0.isOfReports) }
        openings = WordSet(reports.openings)
        paperMarks = WordSet(reports.paperMarks)
        placeholders = WordSet(reports.placeholders)
        own = WordSet(reports.own)
        others = WordSet(reports.others)
        disclosure = WordSet(reports.disclosure)
        beforeYear = WordEndings(reports.beforeYear)
        behindYear = ["年度", "年度,", "年", "年,"].flatMap { year in reports.behindYear.map { Wording(year + $0) } }
        plans = reports.plans.compactMap { Wording($0).scalars.first }
        titles = Titles(words.titles, names: words.names)
        periods = Periods(words.periods)
        names = NameBounds(words.names)
    }
}
