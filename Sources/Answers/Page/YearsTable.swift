import Output
import Storage
import Values

/// One indicator by township and year, ranked by the last year: shaded numbers, the change from the year before, and a
/// bar.
struct YearsTable {
    private let line: ComparedLine
    /// That of the bars, which are of the last year.
    private let scale: ChartScale
    /// Rates that lie close together would all have the same bar.
    private let hasBars: Bool
    private let grid: ComparisonGrid
    private let breaks: EditionBreaks
    private let language: Language

    init(_ line: ComparedLine, grid: ComparisonGrid, breaks: EditionBreaks, language: Language) {
        self.line = line
        let values = line.cells.compactMap { $0.last?.amount?.value }
        scale = ChartScale(values, unit: line.scale.divisor, breaks: true)
        hasBars = !line.isRate || ChartScale(values, unit: line.scale.divisor, fromZero: false).low <= 0
        self.grid = grid
        self.breaks = breaks
        self.language = language
    }

    func html(_ cells: inout FigureCells, citing sources: inout SourceBook) -> Markup {
        guard let last = grid.years.indices.last else { return "" }
        var table = PageTable(caption: caption(last), style: grid.years.count > 7 ? "heat many" : "heat")
        table.headings = headings(last)
        let order = ComparedOrder(
            line, grid: grid, options: ComparisonOptions(order: .value(year: grid.years[last])), changes: [])
        for row in order.rows {
            let rank = order.ranks[row].map { "\($0)" as Markup } ?? ""
            var html: Markup = "<tr><th scope=\"row\">\(grid.townships[row].township)</th><td class=\"n\">\(rank)</td>"
            for column in grid.years.indices { html += cells.html(row, column, citing: &sources) }
            table.rows.append("\(html)\(change(line.cells[row]))\(bar(line.cells[row][last]))</tr>")
        }
        table.foot = totals(&cells)
        let unranked = Phrase(zh: "概数不排名次。", en: "Approximate numbers have no rank.")[language]
        return table.html(language) + notes + (order.unranked.isEmpty ? "" : "<p class=\"note\">\(unranked)</p>\n")
    }

    private func caption(_ last: Int) -> Markup {
        let year = grid.years[last]
        let ranked = Phrase(
            zh: "按\(year)年由大到小排列\(line.isBetterLow ? "，名次由小到大" : "")",
            en: "in the order of \(year)\(line.isBetterLow ? ", the lowest ranked first" : "")")[language]
        return "\(ranked) · \(HeatShades.legend(language))"
    }

    private func headings(_ last: Int) -> [PageTable.Heading] {
        var headings: [PageTable.Heading] = [
            .init(text: "\(Columns.township.title[language])"),
            .init(text: "\(Phrase(zh: "名次", en: "rank")[language])", isNumber: true),
        ]
        headings += grid.years.map(PageTable.year)
        if last > 0 {
            let points =
                line.isRate
                ? Phrase(zh: "（\(line.points.short.zh)）", en: " (\(line.points.short.en))") : Phrase("")
            let title = Phrase(zh: "比上年增减\(points.zh)", en: "change from the year before\(points.en)")
            headings.append(.init(text: "\(title[language])", isNumber: true))
            if !line.isRate { headings.append(.init(text: "%", isNumber: true)) }
        }
        if hasBars { headings.append(.init(text: "\(grid.years[last]) (\(line.unit))", isBar: true)) }
        return headings
    }

    private func change(_ cells: [ComparedCell]) -> Markup {
        guard cells.count > 1 else { return "" }
        let change = ComparedChange(from: cells[cells.count - 2], to: cells[cells.count - 1], breaks)
        let about = change.isApproximate ? Phrase(zh: "约", en: "~")[language] : ""
        func signed(_ value: Int64?, _ scale: Scale) -> String {
            value.map { about + ($0 > 0 ? "+" : "") + Number($0, scale).groupedDigits } ?? ""
        }
        let percent: Markup = line.isRate ? "" : "<td class=\"n\">\(signed(change.percent, .hundredths))</td>"
        return "<td class=\"n\">\(signed(change.change, line.scale))</td>\(percent)"
    }

    /// A bar as long as the scale says; one that goes beyond where the scale breaks is cut there, and shows it.
    private func bar(_ cell: ComparedCell) -> Markup {
        guard hasBars else { return "" }
        guard let value = cell.amount?.value, value > 0, scale.high > 0 else { return "<td class=\"bar\"></td>" }
        let share = ExactQuotient.rounded(min(value, scale.high), times: 900, over: scale.high) ?? 0
        let cut: Markup = value > scale.high ? " »" : ""
        return "<td class=\"bar\"><i style=\"width:\(share / 10).\(share % 10)%\"></i>\(cut)</td>"
    }

    private func totals(_ cells: inout FigureCells) -> Markup {
        let totals = line.totals
        guard totals.contains(where: { $0.count > 0 }) else { return "" }
        let isSum = line.indicator != nil
        let title = isSum ? Phrase(zh: "合计", en: "total") : grid.whole
        var row: Markup = "<tr><th scope=\"row\">\(title[language])</th><td></td>"
        for (year, total) in totals.enumerated() {
            let basis = "\(total.count)/\(grid.rosterCount(year))"
            row += """
                <td class="n">\(cells.text(total))<br><span class="note">\(basis)</span></td>
                """
        }
        let last = totals.count - 1
        let isSameBasis =
            last > 0 && grid.isSameGround(totals[last - 1].includes, last - 1, totals[last].includes, last)
        let change = self.change(isSameBasis ? totals.map(\.cell) : totals.map { _ in ComparedCell(.none) })
        return row + (totals.count > 1 ? change : "") + (hasBars ? "<td class=\"bar\"></td></tr>\n" : "</tr>\n")
    }

    private var notes: Markup {
        var notes: [Phrase] = []
        if line.totals.contains(where: { $0.count > 0 }) {
            notes.append(
                Phrase(
                    zh: "合计下为计入的乡镇数和全部乡镇数；两年计入的乡镇不同时，合计不算增减。",
                    en:
                        """
                        Below a total: how many of all townships are in it; totals over different townships have no \
                        change.
                        """))
        }
        if scale.peak != nil, hasBars {
            let limit = ChartScale.label(scale.high, line.scale, language)
            notes.append(
                Phrase(
                    zh: "带 » 的条超出刻度（\(limit)），没有按比例画完。",
                    en: "A bar with » goes beyond the scale (\(limit)) and is cut."))
        }
        return notes.map { "<p class=\"note\">\($0[language])</p>\n" as Markup }.joined()
    }
}
