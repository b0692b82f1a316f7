import Output
import Values

/// A county over the years: the total of its townships, or of rates that are only told, the middle one and the range.
struct TrendChart {
    private struct Point {
        var column: Int
        var value: Int64
        var text: String
        /// Not all townships are in it, or it is approximate.
        var isHollow: Bool
        /// Whose figures are in it.
        var includes: [Bool]
        var range: ClosedRange<Int64>?
    }

    private let line: ComparedLine
    private let grid: ComparisonGrid
    private let language: Language

    init(_ line: ComparedLine, grid: ComparisonGrid, language: Language) {
        self.line = line
        self.grid = grid
        self.language = language
    }

    func html(_ cells: inout FigureCells) -> Markup {
        let points = line.hasTotals ? totals(&cells) : medians
        guard grid.years.count > 1, !points.isEmpty else { return "" }
        let values = points.flatMap { [$0.value, $0.range?.lowerBound ?? $0.value, $0.range?.upperBound ?? $0.value] }
        let axes = ChartAxes(
            years: grid.years, scale: ChartScale(values, unit: line.scale.divisor, fromZero: !line.isRate),
            numberScale: line.scale, height: 170, labels: 5, hasRoom: true, language: language)
        var drawing = axes.html
        for (before, point) in zip(points, points.dropFirst()) where before.column == point.column - 1 {
            let isEven = grid.isSameGround(before.includes, before.column, point.includes, point.column)
            let style: Markup = isEven ? "" : "uneven"
            drawing += axes.stroke((before.column, before.value), (point.column, point.value), style)
        }
        for point in points { drawing += mark(point, axes, isLast: point.column == points.last?.column) }
        let told = points.map { "\(grid.years[$0.column]): \($0.text) (\(basis($0)))" }.joined(separator: "; ")
        let shifted = axes.scale.low > 0 ? Self.shifted[language] : ""
        return """
            <figure class="trend"><figcaption>\(caption[language])\(shifted)</figcaption>
            <svg role="img" height="\(axes.height + ChartAxes.below + 14)">\
            <title>\(line.label[language]) (\(line.unit)): \(told)</title>\(drawing)</svg></figure>

            """
    }

    private func mark(_ point: Point, _ axes: ChartAxes, isLast: Bool) -> Markup {
        let x = axes.x(point.column)
        var mark: Markup = ""
        if let range = point.range {
            mark += axes.stroke((point.column, range.lowerBound), (point.column, range.upperBound), "range")
        }
        mark += axes.point(point.column, point.value, isHollow: point.isHollow)
        let style: Markup = (axes.isLabelled(point.column) ? "" : "minor ") + (isLast ? "last" : "")
        // The first label would lie on the axis, and one on a range beside it.
        let isBeside = point.range != nil || point.column == 0
        let (dx, dy) = (isBeside ? 8 : 0, -10)
        let anchor: Markup = isBeside ? "start" : "middle"
        mark += """
            <text x="\(x)" dx="\(dx)" y="\(axes.y(point.value) + dy)" text-anchor="\(anchor)" \
            class="\(style)">\(point.text)</text>
            """
        let under: Markup = axes.isLabelled(point.column) ? "tick" : "tick minor"
        mark += """
            <text x="\(x)" y="\(axes.height + 32)" text-anchor="middle" class="\(under)">\(basis(point))</text>
            """
        return mark
    }

    private func basis(_ point: Point) -> String {
        "\(point.includes.count { $0 })/\(grid.rosterCount(point.column))"
    }

    private func totals(_ cells: inout FigureCells) -> [Point] {
        var points: [Point] = []
        for (column, total) in line.totals.enumerated() {
            guard let amount = total.cell.amount else { continue }
            points.append(
                Point(
                    column: column, value: amount.value, text: cells.text(total),
                    isHollow: total.count < grid.rosterCount(column) || amount.qualifier != nil,
                    includes: total.includes))
        }
        return points
    }

    private var medians: [Point] {
        grid.years.indices.compactMap { column in
            let included = line.cells.indices.map { grid.isTownship[$0] && line.cells[$0][column].isCertain }
            let cells = zip(line.cells, included).filter(\.1).map { $0.0[column] }
            let values = cells.compactMap { $0.amount?.value }
            guard let low = values.min(), let high = values.max(),
                let middle = Quartiles(cells.compactMap(\.exact))?.median, let value = middle.rounded(),
                let number = Number(middle, line.scale)
            else { return nil }
            return Point(
                column: column, value: value, text: number.groupedDigits,
                isHollow: values.count < grid.rosterCount(column), includes: included, range: low...high)
        }
    }

    static let shifted = Phrase(zh: "；纵轴不从 0 起", en: "; the axis does not begin at 0")

    private var caption: Phrase {
        let (zh, en) = (grid.whole.zh, grid.whole.en)
        let whole =
            line.measure != nil && line.hasTotals
            ? Phrase(zh: "\(zh)，由各乡镇的分子之和、分母之和相除", en: "The \(en), as the ratio of the sums over townships")
            : line.hasTotals
                ? Phrase(zh: "\(zh)合计", en: "The total of the \(en)")
                : Phrase(
                    zh: "\(zh)各年的中位数，竖线由最低到最高",
                    en: "The middle township of each year, with the range from the lowest to the highest")
        return Phrase(
            zh: "\(whole.zh)；年份下为计入的乡镇数和全部乡镇数，空心点为不全或概数，虚线两端计入的乡镇不同",
            en:
                """
                \(whole.en); below the years, how many of all townships are in it; a hollow point is not the whole or \
                approximate, a dashed line joins different townships
                """)
    }
}
