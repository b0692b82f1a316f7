import Catalogue
import Output
import Storage
import Values

/// The cells of one compared line: the number as people read it, its shade, and the way to where it is told.
struct FigureCells {
    let line: ComparedLine
    let grid: ComparisonGrid
    let breaks: EditionBreaks
    private let shades: HeatShades
    private(set) var wording: PageWording

    init(_ line: ComparedLine, years: [Int], grid: ComparisonGrid, breaks: EditionBreaks, language: Language) {
        self.line = line
        self.grid = grid
        self.breaks = breaks
        shades = HeatShades(line.cells.flatMap { cells in years.compactMap { cells[$0].amount?.value } })
        wording = PageWording(line, breaks: breaks, language: language)
    }

    mutating func html(_ row: Int, _ column: Int, citing sources: inout SourceBook) -> Markup {
        let cell = line.cells[row][column]
        let text = wording.text(cell)
        guard let amount = cell.amount else { return "<td class=\"gap\">\(text)</td>" }
        let style = "h\(shades.level(of: amount.value))"
        guard let anchor = anchor(row, column, citing: &sources) else { return "<td class=\"\(style)\">\(text)</td>" }
        return "<td class=\"\(style)\"><a href=\"#\(anchor)\">\(text)</a></td>"
    }

    mutating func text(_ cell: ComparedCell) -> String { wording.text(cell) }

    mutating func text(_ total: ComparedTotal) -> String { wording.text(total) }

    /// Where the figure is told: of one that stands for another form's, the first of those that it is made of.
    func anchor(_ row: Int, _ column: Int, citing sources: inout SourceBook) -> String? {
        let (place, year) = (grid.townships[row], grid.years[column])
        guard let indicator = line.indicator else {
            // Of a measure, the first that it is worked out of; its formula stands below the heading.
            let terms = line.measure?.formulas.flatMap(\.terms) ?? []
            for term in terms where term.yearOffset == 0 {
                if let id = breaks.indicators.id(of: term.code), let anchor = sources.anchor(place, year, id) {
                    return anchor
                }
            }
            return nil
        }
        let counterpart = line.cells[row][column].succession.flatMap {
            breaks.sides[$0].counterpart(of: indicator)
        }
        return sources.anchor(place, year, counterpart?.first ?? indicator)
    }

    /// The changes of the form that the line goes over, then the legend of the signs used so far.
    mutating func notes() -> Markup {
        wording.notes().map { "<p class=\"note\">\($0)</p>\n" as Markup }.joined()
    }
}
