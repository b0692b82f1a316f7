import Output
import Values

/// What a cell says on a page, and the notes that the signs in it need.
struct PageWording {
    private let line: ComparedLine
    private let breaks: EditionBreaks
    private let language: Language
    private let explained: [Int]
    private var words: CellWording

    init(_ line: ComparedLine, breaks: EditionBreaks, language: Language) {
        self.line = line
        self.breaks = breaks
        self.language = language
        explained = Set(line.cells.joined().compactMap(\.succession)).sorted()
        words = CellWording(language)
    }

    mutating func text(_ cell: ComparedCell) -> String {
        words.text(cell.entry(line.scale, explained: explained, isForPeople: true))
    }

    mutating func text(_ total: ComparedTotal) -> String { words.text(total.entry(line.scale, explained: explained)) }

    /// The changes of the form that the line goes over, then the legend of the signs used so far.
    mutating func notes() -> [String] {
        explained.enumerated().map { number, place in
            "\(Number.superscript(number + 1)) \(breaks.footnote(place)[language])"
        } + words.legend()
    }
}
