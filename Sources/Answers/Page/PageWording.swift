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
        switch cell.content {
        case .none: return ""
        case .gap(let gap): return words.text(.gap(gap))
        case .range(let range): return words.text(RangeText.entry(range, line.scale, isForPeople: true))
        case .known(let amount, let isCorrected):
            var number = Number(amount, line.scale, isCorrected: isCorrected)
            number.isOverFew = cell.isOverFew
            number.isUnproved = cell.isUnprovedRecognition
            number.footnote = cell.succession.flatMap(explained.firstIndex).map { $0 + 1 }
            return words.text(.number(number))
        }
    }

    /// The changes of the form that the line goes over, then the legend of the signs used so far.
    mutating func notes(_ grid: ComparisonGrid) -> [String] {
        explained.enumerated().map { number, place in
            "\(Number.superscript(number + 1)) \(breaks.footnote(place)[language])"
        } + words.legend()
    }
}
