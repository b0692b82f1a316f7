import Catalogue
import Checks
import Output
import Storage
import Values

/// A page about one county that needs no other file, no script and no network: who reported, this year against last for
/// some indicators, a line for each township, a ranking, the findings, and the sentence behind every figure.
package struct CountyPage {
    /// What a page shows where nothing else was asked for.
    package static let usualIndicators = [
        "requests.received.total", "disclosed.total", "hotline_12345.received", "hotline_12345.satisfaction_rate",
        "supervision_710.items", "subsistence_allowance.amount", "temporary_relief.amount",
    ]

    let county: String
    let language: Language
    let grid: ComparisonGrid
    let reports: [ReportSummary]
    private let lines: [ComparedLine]
    private let breaks: EditionBreaks
    private let findings: [Finding]
    private var sources: SourceBook

    /// - Parameters:
    ///   - indicators: those that are shown, of the archive's list; measures are shown behind them.
    ///   - filter: its counties play no part.
    package init(
        _ archive: Archive, county: String, indicators: [Indicator.ID], measures: [Measure] = [], filter: Filter,
        successions: [Succession], findings: [Finding], language: Language
    ) throws {
        self.county = county
        self.language = language
        self.findings = findings
        var filter = filter
        filter.counties = [county]
        reports = try archive.reports(filter)
        let breaks = EditionBreaks(
            successions, indicators: archive.indicators, acrossEditions: false, measures: measures)
        let grid = try ComparisonGrid(archive, breaks.indicators(for: indicators), filter: filter)
        self.breaks = breaks
        self.grid = grid
        let operands = try MeasureOperands(archive, measures, grid: grid, filter: filter)
        lines =
            indicators.map { ComparedLine($0, in: grid, breaks) }
            + measures.map { ComparedLine($0, of: operands, breaks) }
        sources = try SourceBook(archive, reports)
    }

    /// The whole page as HTML.
    package mutating func html() -> Markup {
        let title = Phrase(
            zh: "\(name)政府信息公开年报 \(YearText.of(grid.years))",
            en: "\(name): reports on information disclosure, \(YearText.of(grid.years))")[language]
        var body: Markup = "<h1>\(title)</h1>\n"
        body += contents
        body += CoverageSection(page: self).html
        for (number, line) in lines.enumerated() {
            var section = IndicatorSection(line, number: number + 1, grid: grid, breaks: breaks, language: language)
            body += section.html(citing: &sources)
        }
        body += FindingsSection(findings: findings, language: language).html
        body += SourcesSection(citations: sources.citations, language: language).html
        return """
            <!DOCTYPE html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            \(Markup(stringLiteral: Generator.meta))
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(PageStyle.css)
            </style>
            </head>
            <body>
            \(body)</body>
            </html>

            """
    }

    var name: String { county.isEmpty ? Phrase(zh: "未注明县区", en: "No county named")[language] : county }

    private var contents: Markup {
        var items = [("coverage", CoverageSection.title[language])]
        items += lines.enumerated().map { ("indicator-\($0.offset + 1)", $0.element.label[language]) }
        items += [("findings", FindingsSection.title[language]), ("sources", SourcesSection.title[language])]
        let list = items.map { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" as Markup }.joined(by: "\n")
        return "<nav aria-label=\"\(Phrase(zh: "目录", en: "Contents")[language])\"><ul>\n\(list)\n</ul></nav>\n"
    }
}
