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
        for township in grid.townships {
            let cells = grid.years.map {
                cell(reports[PlaceYear(place: township, year: $0)], isExpected: township.isTownship)
            }.joined()
            table.rows.append("<tr><th scope=\"row\">\(township.township)</th>\(cells)</tr>")
        }
        return """
            <section id="coverage"><h2>\(Self.title[language])</h2>
            <p>\(summary[language])</p>
            \(table.html(language))\(pictures)</section>

            """
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
        let townships = grid.isTownship.count { $0 }
        let total = townships * grid.years.count
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

    private func cell(_ report: ReportSummary?, isExpected: Bool) -> Markup {
        let language = page.language
        guard let report else {
            if !isExpected { return "<td></td>" }
            return "<td class=\"missing\">\(Phrase(zh: "缺报", en: "no report")[language])</td>"
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
