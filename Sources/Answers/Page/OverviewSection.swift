import Output
import Storage
import Values

/// All townships at a glance: the last year's figures side by side, each column shaded for itself.
struct OverviewSection {
    static let title = Phrase(zh: "各乡镇一览", en: "All townships at a glance")
    private let page: CountyPage

    init(page: CountyPage) { self.page = page }

    /// A single column stands better in its own section.
    var isShown: Bool { page.lines.count > 1 && !page.grid.years.isEmpty }

    func html(citing sources: inout SourceBook) -> Markup {
        guard isShown, let last = page.grid.years.indices.last else { return "" }
        let (language, grid) = (page.language, page.grid)
        var columns = page.lines.map {
            FigureCells($0, years: [last], grid: grid, breaks: page.breaks, language: language)
        }
        let year = Phrase(zh: "\(grid.years[last])年", en: "\(grid.years[last])")[language]
        var table = PageTable(caption: "\(year) · \(HeatShades.legend(language))", style: "heat")
        table.headings = [.init(text: "\(Columns.township.title[language])")]
        for (number, line) in page.lines.enumerated() {
            table.headings.append(
                .init(
                    text: "<a href=\"#indicator-\(number + 1)\">\(line.label[language])</a> (\(line.unit))",
                    isNumber: true))
        }
        // Who reported of a year outside its own is in the totals, too.
        for (row, township) in grid.townships.enumerated()
        where grid.isReported(row, last) || grid.lack(row, last) != .noTownship {
            var cells: Markup = ""
            for column in columns.indices { cells += columns[column].html(row, last, citing: &sources) }
            table.rows.append("<tr><th scope=\"row\">\(township.township)</th>\(cells)</tr>")
        }
        table.foot = totals(&columns, last)
        var notes: [Markup] = []
        for column in columns.indices {
            let note = columns[column].notes()
            if !note.isEmpty, !notes.contains(note) { notes.append(note) }
        }
        return """
            <section id="overview"><h2>\(Self.title[language])</h2>
            \(table.html(language))\(notes.joined())</section>

            """
    }

    /// Below each column, its sum or rate and how many of the townships are in it; what is told in percent has none.
    private func totals(_ columns: inout [FigureCells], _ last: Int) -> Markup {
        let townships = page.grid.rosterCount(last)
        var row: Markup = ""
        for (place, line) in page.lines.enumerated() {
            let total = line.totals[last]
            row +=
                total.count == 0
                ? "<td></td>"
                : """
                <td>\(columns[place].text(total))<br><span class="note">\(total.count)/\(townships)</span></td>
                """
        }
        let title = page.grid.whole[page.language]
        return "<tr><th scope=\"row\">\(title)</th>\(row)</tr>\n"
    }
}
