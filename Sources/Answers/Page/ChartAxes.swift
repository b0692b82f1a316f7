import Output
import Values

/// The grid, ticks and years of a chart, and where a figure stands in it.
///
/// Lengths across are percents of the drawing and those upwards are pixels, so that the text of a chart is as large on
/// a telephone as on a wall.
struct ChartAxes {
    let years: [Int]
    let scale: ChartScale
    let numberScale: Scale
    /// In pixels, without the years below.
    let height: Int
    /// How many years there is room for on the narrowest screen.
    let labels: Int
    /// Whether wide screens have room for all of them.
    let hasRoom: Bool
    let language: Language

    /// The room for the years, in pixels.
    static let below = 24

    func x(_ column: Int) -> String {
        guard years.count > 1 else { return "50%" }
        let share = column * 10_000 / (years.count - 1)
        return share % 100 == 0 ? "\(share / 100)%" : "\(share / 100).\(share % 100 / 10)%"
    }

    func y(_ value: Int64) -> Int { height - scale.position(of: value, along: height) }

    /// Whether the label of a year has room everywhere; the last one always has.
    func isLabelled(_ column: Int) -> Bool {
        let stride = max(1, (years.count + labels - 1) / max(labels, 1))
        return (years.count - 1 - column).isMultiple(of: stride)
    }

    var html: Markup {
        var result: Markup = ""
        for tick in scale.ticks {
            result += line(y(tick), tick == 0 ? "zero" : "grid") + label(tick)
        }
        if let peak = scale.peak {
            // Two lines across say that the axis is not whole.
            result += line(y(scale.high) - 2, "break") + line(y(scale.high) - 5, "break")
            result += line(y(peak), "grid") + label(peak)
        }
        for (column, year) in years.enumerated() where hasRoom || isLabelled(column) {
            let style: Markup = isLabelled(column) ? "tick" : "tick minor"
            result += """
                <text x="\(x(column))" y="\(height + 17)" class="\(style)" text-anchor="middle">\(year)</text>
                """
        }
        return result
    }

    private func line(_ y: Int, _ style: Markup) -> Markup {
        "<line x1=\"0\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\" class=\"\(style)\"/>"
    }

    private func label(_ tick: Int64) -> Markup {
        let text = ChartScale.label(tick, numberScale, language)
        return "<text x=\"-6\" y=\"\(y(tick) + 4)\" class=\"tick\" text-anchor=\"end\">\(text)</text>"
    }

    /// A stroke between two figures.
    func stroke(_ from: (column: Int, value: Int64), _ to: (column: Int, value: Int64), _ style: Markup = "") -> Markup
    {
        let (x1, x2) = (x(from.column), x(to.column))
        let style: Markup = style.isEmpty ? "" : " class=\"\(style)\""
        return "<line x1=\"\(x1)\" y1=\"\(y(from.value))\" x2=\"\(x2)\" y2=\"\(y(to.value))\"\(style)/>"
    }

    /// A point; a hollow one is of a figure that is not certain or not whole.
    func point(_ column: Int, _ value: Int64, isHollow: Bool) -> Markup {
        let style: Markup = isHollow ? " class=\"hollow\"" : ""
        return "<circle cx=\"\(x(column))\" cy=\"\(y(value))\"\(style)/>"
    }
}
