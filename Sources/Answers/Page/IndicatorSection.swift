import Output
import Reports
import Storage
import Values

/// One indicator on a county's page: this year against last, a line for each township, and a ranking.
struct IndicatorSection {
    private let line: ComparedLine
    private let number: Int
    private let grid: ComparisonGrid
    private let breaks: EditionBreaks
    private let language: Language
    private var wording: PageWording

    init(_ line: ComparedLine, number: Int, grid: ComparisonGrid, breaks: EditionBreaks, language: Language) {
        self.line = line
        self.number = number
        self.grid = grid
        self.breaks = breaks
        self.language = language
        wording = PageWording(line, breaks: breaks, language: language)
    }

    mutating func html(citing sources: inout SourceBook) -> Markup {
        let tables = comparison(&sources)
        let panels = panels(&sources)
        let notes = wording.notes(grid).map { "<p class=\"note\">\($0)</p>\n" as Markup }.joined()
        return """
            <section id="indicator-\(number)" class="indicator"><h2>\(line.label[language]) (\(line.unit))</h2>
            \(tables)\(notes)\(panels)\(ranking(&sources))</section>

            """
    }

    private var lastColumns: [Int] { Array(grid.years.indices.suffix(2)) }

    // MARK: This year against last

    private mutating func comparison(_ sources: inout SourceBook) -> Markup {
        var rows: Markup = ""
        for (row, township) in grid.townships.enumerated() {
            let cells = lastColumns.map { cell(row, $0, &sources) }.joined()
            rows +=
                "<tr><th scope=\"row\">\(township.township)</th>\(cells)\(change(line.cells[row]))</tr>\n"
        }
        let totals = line.totals
        if totals.contains(where: { $0.count > 0 }) {
            let cells = lastColumns.map { column -> Markup in
                let total = totals[column]
                let count = Phrase(zh: "\(total.count) 个乡镇", en: "\(total.count) townships")[language]
                return
                    "<td class=\"n\">\(wording.text(total.cell))<br><span class=\"note\">\(count)</span></td>"
            }.joined()
            let isSameBasis =
                lastColumns.count == 2 && totals[lastColumns[0]].includes == totals[lastColumns[1]].includes
            let change = isSameBasis ? self.change(totals.map(\.cell)) : "<td class=\"n\"></td><td class=\"n\"></td>"
            rows += "<tr><th scope=\"row\">\(Phrase(zh: "合计", en: "total")[language])</th>\(cells)\(change)</tr>\n"
        }
        let head = lastColumns.map { "<th scope=\"col\" class=\"n\">\(grid.years[$0])</th>" as Markup }.joined()
        return """
            <h3>\(yearsTitle[language])</h3>
            <div class="scroll" tabindex="0"><table>
            <thead><tr><th scope="col">\(Columns.township.title[language])</th>\(head)<th scope="col" \
            class="n">\(Phrase(zh: "增减", en: "change")[language])</th><th scope="col" class="n">%</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></div>

            """
    }

    /// Of a page of 2022: `2022年与2021年`.
    private var yearsTitle: Phrase {
        let years = lastColumns.map { grid.years[$0] }.reversed()
        return Phrase(
            zh: years.map { "\($0)年" }.joined(separator: "与"),
            en: years.map { "\($0)" }.joined(separator: " against "))
    }

    private mutating func cell(_ row: Int, _ column: Int, _ sources: inout SourceBook) -> Markup {
        let cell = line.cells[row][column]
        let text = wording.text(cell)
        guard cell.amount != nil else { return "<td class=\"n gap\">\(text)</td>" }
        guard let anchor = anchor(row, column, &sources) else { return "<td class=\"n\">\(text)</td>" }
        return "<td class=\"n\"><a href=\"#\(anchor)\">\(text)</a></td>"
    }

    /// Where the figure is told: of one that stands for another form's, the first of those that it is made of.
    private func anchor(_ row: Int, _ column: Int, _ sources: inout SourceBook) -> String? {
        guard let indicator = line.indicator else { return nil }
        let counterpart = line.cells[row][column].succession.flatMap {
            breaks.sides[$0].counterpart(of: indicator)
        }
        return sources.anchor(grid.townships[row], grid.years[column], counterpart?.first ?? indicator)
    }

    private func change(_ cells: [ComparedCell]) -> Markup {
        guard lastColumns.count == 2 else { return "<td class=\"n\"></td><td class=\"n\"></td>" }
        let change = ComparedChange(from: cells[lastColumns[0]], to: cells[lastColumns[1]], breaks)
        let about = change.isApproximate ? Phrase(zh: "约", en: "~")[language] : ""
        func signed(_ value: Int64?, _ scale: Scale) -> String {
            value.map { about + ($0 > 0 ? "+" : "") + Number($0, scale).groupedDigits } ?? ""
        }
        return
            """
            <td class=\"n\">\(signed(change.change, line.scale))</td><td \
            class=\"n\">\(signed(change.percent, .hundredths))</td>
            """
    }

    // MARK: Over the years

    private mutating func panels(_ sources: inout SourceBook) -> Markup {
        guard grid.years.count > 1 else { return "" }
        let values = line.cells.joined().compactMap { $0.amount?.value }
        let scale = ChartScale(values, unit: line.scale == .whole ? 1 : 100)
        var result: Markup = "<h3>\(Phrase(zh: "历年", en: "Over the years")[language])</h3>\n<div class=\"panels\">\n"
        for (row, township) in grid.townships.enumerated() {
            var points: [LinePanel.Point] = []
            for (column, year) in grid.years.enumerated() {
                let cell = line.cells[row][column]
                guard let amount = cell.amount else { continue }
                points.append(
                    LinePanel.Point(
                        year: year, value: amount.value, isApproximate: amount.qualifier != nil,
                        text: wording.text(cell),
                        link: anchor(row, column, &sources)))
            }
            result +=
                LinePanel(
                    title: township.township, unit: line.unit, years: grid.years, points: points, scale: scale,
                    numberScale: line.scale, language: language
                ).svg
        }
        let note = Phrase(
            zh: "各图纵轴相同；线断处为没有数字，空心点为概数；点可点击，查看原文。",
            en:
                """
                All panels have the same axis; a broken line is a year without a figure, a hollow point an approximate \
                one; points lead to their sources.
                """
        )
        return result + "</div>\n<p class=\"note\">\(note[language])</p>\n"
    }

    // MARK: Ranking

    private mutating func ranking(_ sources: inout SourceBook) -> Markup {
        guard let last = grid.years.indices.last else { return "" }
        let options = ComparisonOptions(order: .value(year: grid.years[last]))
        let order = ComparedOrder(line, years: grid.years, options: options, changes: [])
        let largest = line.cells.compactMap { $0[last].amount?.value }.max() ?? 0
        var rows: Markup = ""
        for row in order.rows {
            guard let rank = order.ranks[row], let value = line.cells[row][last].amount?.value else { continue }
            let length = largest > 0 ? max(0, ExactQuotient.rounded(value, times: 1000, over: largest) ?? 0) : 0
            let bar: Markup =
                """
                <svg aria-hidden=\"true\" viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\"><rect \
                width=\"\(length)\" height=\"16\"/></svg>
                """
            rows +=
                "<tr><td class=\"n\">\(rank)</td><th scope=\"row\">\(grid.townships[row].township)</th>"
            rows += cell(row, last, &sources) + "<td class=\"bar\">\(bar)</td></tr>\n"
        }
        guard !rows.isEmpty else { return "" }
        let axis = "0 – \(Number(largest, line.scale).digits) \(line.unit)"
        let title = Phrase(zh: "\(grid.years[last])年名次", en: "Ranking of \(grid.years[last])")[language]
        return """
            <h3>\(title)</h3>
            <div class="scroll" tabindex="0"><table class="bars">
            <thead><tr><th scope="col" class="n">\(Phrase(zh: "名次", en: "rank")[language])</th><th \
            scope="col">\(Columns.township.title[language])</th><th scope="col" class="n">\(line.unit)</th><th \
            scope="col">\(axis)</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></div>

            """
    }
}
