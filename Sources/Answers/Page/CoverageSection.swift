import Output
import Storage
import Values

/// Which township reported when: in which edition of the form, and whether all of its cells were read.
struct CoverageSection {
    static let title = Phrase(zh: "报送情况", en: "Coverage")
    private let page: CountyPage
    /// Of reports with figures that were recognised from pictures, how many.
    private let recognised: [Int64: Phrase]

    init(page: CountyPage, recognised: [Int64: Phrase]) {
        self.page = page
        self.recognised = recognised
    }

    var html: Markup {
        let (language, grid) = (page.language, page.grid)
        let reports = Dictionary(
            page.reports.map { (PlaceYear(place: $0.place, year: $0.year), $0) }, uniquingKeysWith: { $1 })
        var table = PageTable(caption: "\(legend[language])", style: grid.years.count > 7 ? "many" : "")
        table.headings = [.init(text: "\(Columns.township.title[language])")]
        table.headings += grid.years.map { .init(text: "\($0)") }
        for (row, township) in grid.townships.enumerated() {
            let cells = grid.years.indices.map { year in
                cell(reports[PlaceYear(place: township, year: grid.years[year])], lack: lack(row, year))
            }.joined()
            table.rows.append("<tr><th scope=\"row\">\(township.township)</th>\(cells)</tr>")
        }
        return """
            <section id="coverage"><h2>\(Self.title[language])</h2>
            <p>\(summary[language])</p>
            \(table.html(language))\(terms)\(pictures)</section>

            """
    }

    /// Who was set up or abolished.
    private var terms: Markup {
        page.grid.noteOnTerms.map { "<p class=\"note\">\($0[page.language])</p>\n" as Markup }.joined()
    }

    /// The reports that were read from pictures, in the order of the table.
    private var pictures: Markup {
        page.reports.compactMap { report -> Markup? in
            guard let words = recognised[report.id] else { return nil }
            return "<p class=\"note\">OCR · \(report.place.township) \(report.year): \(words[page.language])</p>\n"
        }.joined()
    }

    private var legend: Phrase {
        Phrase(
            zh: "✓ 应有的格全部读出；◐ 读出格数/应有格数，没有读全；下面是所用的表样",
            en: "✓ all cells were read; ◐ cells read of cells expected, not all; below, the edition of the form")
    }

    private var summary: Phrase {
        let grid = page.grid
        let missing = grid.missing.count
        let townships = grid.rosterCount
        let total = grid.years.indices.map(grid.rosterCount).reduce(0, +)
        let partial = page.reports.count { $0.cellsRead < $0.cellsExpected }
        return Phrase(
            zh:
                """
                \(townships) 个乡镇、街道，应有年报 \(total) 份，已有 \(total - missing) 份，缺 \(missing) 份；\
                \(partial) 份没有读全。
                """,
            en:
                """
                \(townships) townships; \(total - missing) of \(total) reports are there, \(missing) are \
                missing; \(partial) were not read in full.
                """
        )
    }

    /// What it means that there is no report; nil of whoever has not to report.
    private func lack(_ row: Int, _ year: Int) -> Gap? {
        page.grid.isTownship[row] ? page.grid.lack(row, year) : nil
    }

    private func cell(_ report: ReportSummary?, lack: Gap?) -> Markup {
        let language = page.language
        guard let report else {
            guard let lack else { return "<td></td>" }
            let style: Markup = lack == .noReport ? "missing" : "gap"
            return "<td class=\"\(style)\">\(Mark(lack).sign[language])</td>"
        }
        guard report.cellsExpected > 0 else {
            return "<td>\(Phrase(zh: "无表", en: "no tables")[language])</td>"
        }
        let edition = Phrase(zh: "\(report.edition)年表样", en: "form of \(report.edition)")[language]
        let reading: Markup =
            report.cellsRead < report.cellsExpected
            ? "<span class=\"part\">◐ \(report.cellsRead)/\(report.cellsExpected)</span>" : "✓ \(report.cellsRead)"
        let origin = recognised[report.id] == nil ? "" : " · OCR"
        return "<td>\(reading)<span class=\"edition\">\(edition)\(origin)</span></td>"
    }
}
