import Catalogue
import Checks
import Output
import Storage
import Values

/// A page about one county that needs no other file and no network: what a director wants to know first, what does not
/// add up, all townships at a glance, each indicator over the years, who reported, and the sentence behind every
/// figure.
package struct CountyPage {
    let county: String
    let language: Language
    let grid: ComparisonGrid
    let reports: [ReportSummary]
    let lines: [ComparedLine]
    let breaks: EditionBreaks
    let findings: [Finding]
    /// How many townships the county has.
    let townships: Int
    private let stamp: PageStamp
    private let archive: Archive
    private var sources: SourceBook

    /// - Parameter filter: its counties play no part.
    package init(
        _ archive: Archive, county: String, subjects: PageSubjects, filter: Filter, successions: [Succession],
        findings: [Finding], stamp: PageStamp, language: Language
    ) throws {
        self.archive = archive
        self.county = county
        self.language = language
        self.findings = findings
        self.stamp = stamp
        var filter = filter
        filter.counties = [county]
        reports = try archive.reports(filter)
        let whole = Filter(counties: [county], asOf: filter.asOf)
        let breaks = EditionBreaks(
            successions, indicators: archive.indicators, acrossEditions: false, measures: subjects.measures)
        let grid = try ComparisonGrid(archive, breaks.indicators(for: subjects.indicators), filter: filter)
        self.breaks = breaks
        self.grid = grid
        townships = try Self.rosterCount(archive, whole, grid)
        lines = subjects.lines(
            try MeasureOperands(archive, subjects.measures, grid: grid, filter: filter), breaks)
        sources = try SourceBook(archive, filter)
    }

    /// How many townships have to report of the last year, or did, whether they are on the page or not.
    private static func rosterCount(_ archive: Archive, _ whole: Filter, _ grid: ComparisonGrid) throws -> Int {
        let townships = try archive.places(whole).filter { $0.isTownship(by: grid.countyNames) }
        guard let last = grid.years.last else { return townships.count }
        var filter = whole
        filter.years = [last]
        let reported = Set(try archive.reports(filter).map(\.place))
        return townships.count { reported.contains($0) || grid.terms.contain($0, in: last) }
    }

    /// The whole page as HTML.
    package mutating func html() throws -> Markup {
        let title = Phrase(
            zh: "\(name)政府信息公开年报 \(YearText.of(grid.years))\(choice.zh)",
            en: "\(name): reports on information disclosure, \(YearText.of(grid.years))\(choice.en)")[language]
        var body: Markup = """
            <header><h1>\(title)</h1>
            \(stamp.html(reports: reports.count, language))</header>
            <main>

            """
        body += HeadlineSection(page: self).html
        body += contents
        body += FindingsSection(page: self).html(citing: &sources)
        body += OverviewSection(page: self).html(citing: &sources)
        for (number, line) in lines.enumerated() {
            let section = IndicatorSection(line, number: number + 1, grid: grid, breaks: breaks, language: language)
            body += section.html(citing: &sources)
        }
        body += CoverageSection(page: self, recognised: sources.recognised).html
        let passages = sources.passages
        let album = try PictureAlbum(archive, passages)
        body += SourcesSection(passages: passages, album: album, language: language).html
        body += "</main>\n"
        return PageFrame(title: title, language: language).page(body)
    }

    var name: String { county.isEmpty ? Phrase(zh: "未注明县区", en: "No county named")[language] : county }

    /// Of a page about townships that somebody named, how many of the county's these are.
    var choice: Phrase {
        guard grid.isOfNamed else { return Phrase("") }
        let count = grid.isTownship.count { $0 }
        return Phrase(
            zh: "（所选 \(count) 个乡镇、街道，全部 \(townships) 个）", en: " (\(count) townships chosen of \(townships))")
    }

    private var contents: Markup {
        var items = [("findings", FindingsSection.title[language])]
        if OverviewSection(page: self).isShown { items.append(("overview", OverviewSection.title[language])) }
        items += lines.enumerated().map { ("indicator-\($0.offset + 1)", $0.element.label[language]) }
        items += [("coverage", CoverageSection.title[language]), ("sources", SourcesSection.title[language])]
        let list = items.map { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" as Markup }.joined(by: "\n")
        return "<nav aria-label=\"\(Phrase(zh: "目录", en: "Contents")[language])\"><ul>\n\(list)\n</ul></nav>\n"
    }
}
