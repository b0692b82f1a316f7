import Output
import Storage
import Values

/// One indicator on a county's page: the county over the years, all townships and years as a table, a line for each
/// township.
struct IndicatorSection {
    private let line: ComparedLine
    private let number: Int
    private let grid: ComparisonGrid
    private let breaks: EditionBreaks
    private let language: Language

    init(_ line: ComparedLine, number: Int, grid: ComparisonGrid, breaks: EditionBreaks, language: Language) {
        self.line = line
        self.number = number
        self.grid = grid
        self.breaks = breaks
        self.language = language
    }

    /// Of a measure, what it is worked out of.
    private var formula: Markup {
        guard let measure = line.measure else { return "" }
        let words = MeasureWording(measure, breaks.indicators).definition[language]
        return "<p class=\"note\">\(words)</p>\n"
    }

    func html(citing sources: inout SourceBook) -> Markup {
        var cells = FigureCells(
            line, years: Array(grid.years.indices), grid: grid, breaks: breaks, language: language)
        let scale = ChartScale(
            line.cells.joined().compactMap { $0.amount?.value }, unit: line.scale.divisor, breaks: true,
            fromZero: !line.isRate)
        let table = YearsTable(line, grid: grid, breaks: breaks, language: language)
            .html(&cells, citing: &sources)
        let trend = TrendChart(line, grid: grid, language: language).html(&cells)
        let panels = PanelGrid(line, number: number, scale: scale, grid: grid, language: language)
            .html(&cells, citing: &sources)
        return """
            <section id="indicator-\(number)"><h2>\(line.label[language]) <small>(\(line.unit))</small></h2>
            \(formula)\(trend)\(table)\(cells.notes())\(panels)</section>

            """
    }
}
