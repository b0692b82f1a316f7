import Catalogue

/// What stands above and in the form's tables besides its own labels, made once for all reports.
///
/// A class, since the readers of all tables keep it: they keep one reference, not all the lists.
final class HeaderWords: Sendable {
    /// All the words of a heading that names a year and no table.
    let dated: Set<Wording>
    /// What a line above a table, or brackets behind a label, have that are of another time or of the county.
    let captions: WordSet
    /// What such a line has that is the report's own all the same.
    private let present: WordSet
    /// Of the lines between two copies of a table, what those have that tell best whose the second is.
    let titles: WordSet
    /// What heads a part of a table, and begins no other.
    let parts: WordSet
    /// What lines begin with that belong to a table.
    let own: [Wording]
    /// What is said above a table that was filled in as an example.
    let examples: WordSet
    /// What heads the only column of figures, and those of the year among others.
    let figures: Set<Wording>
    let wholes: Set<Wording>
    /// What heads those of several years.
    let running: WordSet
    /// What says nothing of what is counted below it.
    let neutral: Set<Wording>
    let remarks: Set<Wording>
    let codes: Set<Wording>
    private let beside: WordSet
    private let years: Set<Wording>

    init(_ words: TableWords) {
        func set(_ words: [String]) -> Set<Wording> { Set(words.map { Wording($0) }) }
        dated = set(words.dated)
        captions = WordSet(words.captions)
        present = WordSet(words.wholes)
        titles = WordSet(words.titles)
        parts = WordSet(words.parts)
        own = words.own.map { Wording($0) }
        examples = WordSet(words.examples)
        figures = set(words.figures)
        wholes = set(words.wholes)
        running = WordSet(words.running)
        neutral = set(words.neutral + words.remarks)
        remarks = set(words.remarks)
        codes = set(words.codes)
        beside = WordSet(words.beside)
        years = set(words.years)
    }

    /// Whether a line above a table, or brackets behind a label, say that it is of another time or of the county.
    func isForeign(_ words: Wording) -> Bool { captions.isIn(words) && !present.isIn(words) }

    /// Whether a text is what columns of codes or remarks are headed by.
    func isOfCodes(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= 30 && codes.contains(Wording(text, range))
    }

    /// Whether a text is what columns of figures beside the form's are headed by.
    func isOfFigures(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= 60 && beside.isIn(Wording(text, range))
    }

    /// Whether a header names the year of the figures below it, and nothing else.
    func isYear(_ word: Wording) -> Bool {
        !Title.years(in: word).isEmpty && years.contains(Wording(word.scalars.drop(while: ScalarClass.isDigit)))
    }
}
