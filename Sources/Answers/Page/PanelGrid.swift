import Output
import Values

/// A small chart for each township, all with the same axes.
///
/// Nothing depends on colour: a year without a figure breaks the line, and an approximate figure is a hollow point.
struct PanelGrid {
    private let line: ComparedLine
    private let number: Int
    private let grid: ComparisonGrid
    private let language: Language
    private let axes: ChartAxes

    init(_ line: ComparedLine, number: Int, scale: ChartScale, grid: ComparisonGrid, language: Language) {
        self.line = line
        self.number = number
        self.grid = grid
        self.language = language
        axes = ChartAxes(
            years: grid.years, scale: scale, numberScale: line.scale, height: 100, labels: 6,
            hasRoom: false, language: language)
    }

    func html(_ cells: inout FigureCells, citing sources: inout SourceBook) -> Markup {
        guard grid.years.count > 1 else { return "" }
        var result: Markup = """
            <h3>\(Phrase(zh: "各乡镇历年", en: "Townships over the years")[language])</h3>
            <svg class="axes" aria-hidden="true"><defs><g id="axes-\(number)">\(axes.html)</g></defs></svg>
            <div class="panels">

            """
        for row in grid.townships.indices { result += panel(row, &cells, citing: &sources) }
        return result + "</div>\n<p class=\"note\">\(note[language])</p>\n"
    }

    private func panel(_ row: Int, _ cells: inout FigureCells, citing sources: inout SourceBook) -> Markup {
        var (path, points): (String, Markup) = ("", "")
        var told: [String] = []
        var before: Int?
        var label: Markup = ""
        for (column, year) in grid.years.enumerated() {
            let cell = line.cells[row][column]
            guard let amount = cell.amount else { continue }
            path += "\(before == column - 1 ? "L" : "M")\(column) \(axes.y(amount.value))"
            let text = "\(year): \(cells.text(cell))"
            told.append(text)
            let mark = axes.point(column, amount.value, isHollow: amount.qualifier != nil)
            if let anchor = cells.anchor(row, column, citing: &sources) {
                points += "<a href=\"#\(anchor)\"><title>\(text)</title>\(mark)</a>"
            } else {
                points += mark
            }
            before = column
            label = lastValue(column, amount.value)
        }
        let nothing = Phrase(zh: "没有数字", en: "no figures")[language]
        let name = grid.townships[row].township
        return """
            <figure class="panel"><figcaption>\(name)</figcaption>\
            <svg role="img" height="\(axes.height + ChartAxes.below)">\
            <title>\(name) (\(line.unit)): \(Self.ends(told) ?? nothing)</title>\
            <use href="#axes-\(number)"/>\(strokes(path))\(points)\(label)</svg></figure>

            """
    }

    /// The lines between neighbouring years, as a drawing of its own that is stretched: a unit across is a year.
    private func strokes(_ path: String) -> Markup {
        guard path.contains("L") else { return "" }
        return """
            <svg aria-hidden="true" viewBox="0 0 \(grid.years.count - 1) \(axes.height)" preserveAspectRatio="none" \
            height="\(axes.height)"><path d="\(path)"/></svg>
            """
    }

    /// The first and the last figure; the table above has all of them.
    private static func ends(_ told: [String]) -> String? {
        guard let first = told.first, let last = told.last else { return nil }
        return told.count > 1 ? "\(first); \(last)" : first
    }

    private func lastValue(_ column: Int, _ value: Int64) -> Markup {
        let text = ChartScale.label(value, line.scale, language)
        return "<text x=\"\(axes.x(column))\" dx=\"8\" y=\"\(axes.y(value) + 4)\" class=\"last\">\(text)</text>"
    }

    private var note: Phrase {
        let same = Phrase(
            zh: "各图纵轴相同；线断处为没有数字，空心点为概数；点可点击，查看原文。",
            en:
                """
                All panels have the same axis; a broken line is a year without a figure, a hollow point an approximate \
                one; points lead to their sources.
                """)
        guard axes.scale.peak != nil else {
            let shifted = axes.scale.low > 0
            return shifted
                ? Phrase(zh: "纵轴不从 0 起。\(same.zh)", en: "The axis does not begin at 0. \(same.en)") : same
        }
        let limit = ChartScale.label(axes.scale.high, line.scale, language)
        return Phrase(
            zh: "纵轴在 \(limit) 处折断（双虚线），以上部分的刻度另计。\(same.zh)",
            en: "The axis breaks at \(limit) (two dotted lines); what is above has a scale of its own. \(same.en)")
    }
}
