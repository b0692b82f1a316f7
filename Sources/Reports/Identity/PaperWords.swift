import Catalogue

/// What tells a report from other papers, and names from the words around them, made once for all reports.
struct PaperWords: Sendable {
    /// The form's chapters, each kind by the words that its headings have.
    let chapters: [(words: WordSet, isOfReports: Bool)]
    let openings: WordSet
    let paperMarks: WordSet
    let placeholders: WordSet
    let own: WordSet
    let others: WordSet
    let verbs: WordSet

    init(_ words: ReportWords) {
        func set(_ words: [String]) -> WordSet { WordSet(words.map { Wording($0) }) }
        chapters = words.chapters.map { (set($0.words), $0.isOfReports) }
        openings = set(words.openings)
        paperMarks = set(words.paperMarks)
        placeholders = set(words.placeholders)
        own = set(words.own)
        others = set(words.others)
        verbs = set(words.verbs)
    }
}
