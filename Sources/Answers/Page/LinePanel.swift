import Output
import Values

/// One township's figures over the years, drawn as a line in SVG with labelled axes.
///
/// Nothing depends on colour: a year without a figure breaks the line, and an approximate figure is a hollow point.
struct LinePanel {
    struct Point {
        var year: Int
        var value: Int64
        var isApproximate: Bool
        /// The figure in words, and where it is told.
        var text: String
        var link: String?
    }

    private static let width = 190
    private static let height = 130
    private static let left = 38
    private static let right = 16
    private static let top = 22
    private static let bottom = 22

    let title: String
    let unit: String
    let years: [Int]
    /// At most one for each year.
    let points: [Point]
    let scale: ChartScale
    let numberScale: Scale
    let language: Language

    var svg: Markup {
        let description = points.map { "\($0.year): \($0.text)" }.joined(separator: "; ")
        let nothing = Phrase(zh: "没有数字", en: "no figures")[language]
        return """
            <svg role="img" viewBox="0 0 \(Self.width) \(Self.height)" class="panel">
            <title>\(title) (\(unit)): \(description.isEmpty ? nothing : description)</title>
            \(axes)\(lines)\(marks)</svg>

            """
    }

    private var plotWidth: Int { Self.width - Self.left - Self.right }
    private var plotHeight: Int { Self.height - Self.top - Self.bottom }

    private func x(_ year: Int) -> Int {
        guard let index = years.firstIndex(of: year), years.count > 1 else { return Self.left + plotWidth / 2 }
        return Self.left + index * plotWidth / (years.count - 1)
    }

    private func y(_ value: Int64) -> Int { Self.top + plotHeight - scale.position(of: value, along: plotHeight) }

    private var axes: Markup {
        var result: Markup = "<text x=\"\(Self.left)\" y=\"11\" class=\"name\">\(title)</text>\n"
        result +=
            "<text x=\"\(Self.left - 4)\" y=\"11\" class=\"tick\" text-anchor=\"end\">\(unit)</text>\n"
        for tick in scale.ticks {
            let label = ChartScale.label(tick, numberScale, language)
            result +=
                """
                <path d=\"M\(Self.left) \(y(tick))H\(Self.width - Self.right)\" \
                class=\"\(tick == 0 ? "zero" : "grid")\"/>
                """
            result +=
                "<text x=\"\(Self.left - 4)\" y=\"\(y(tick) + 3)\" class=\"tick\" text-anchor=\"end\">\(label)</text>\n"
        }
        // Every label that fits: four digits need some thirty units.
        let stride = max(1, (years.count * 32 + plotWidth - 1) / max(plotWidth, 1))
        for (index, year) in years.enumerated() where (years.count - 1 - index) % stride == 0 {
            result +=
                "<text x=\"\(x(year))\" y=\"\(Self.height - 7)\" class=\"tick\" text-anchor=\"middle\">\(year)</text>\n"
        }
        return result
    }

    /// The runs of neighbouring years that have figures.
    private var lines: Markup {
        var runs: [[Point]] = []
        for point in points {
            let before = years.firstIndex(of: point.year).flatMap { $0 > 0 ? years[$0 - 1] : nil }
            if let last = runs.last?.last, last.year == before {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
        }
        return runs.filter { $0.count > 1 }.map { run -> Markup in
            let path = run.map { "\(x($0.year)) \(y($0.value))" }.joined(separator: "L")
            return "<path d=\"M\(path)\" class=\"line\"/>\n"
        }.joined()
    }

    private var marks: Markup {
        points.map { point -> Markup in
            let mark: Markup =
                """
                <circle cx=\"\(x(point.year))\" cy=\"\(y(point.value))\" r=\"3.5\" \
                class=\"\(point.isApproximate ? "hollow" : "point")\"/>
                """
            guard let link = point.link else { return mark + "\n" }
            let label = "\(point.year): \(point.text)"
            return "<a href=\"#\(link)\" aria-label=\"\(label)\">\(mark)</a>\n"
        }.joined()
    }
}
