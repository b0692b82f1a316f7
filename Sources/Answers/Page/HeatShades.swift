import Output
import Values

/// How dark the ground of a number is: in which fifth of all numbers it lies. By rank, so that one large number does
/// not make all others look alike.
struct HeatShades {
    /// The largest number of each fifth but the last.
    private let bounds: [Int64]

    init(_ values: [Int64]) {
        let sorted = values.sorted()
        bounds = sorted.isEmpty ? [] : (1...4).map { sorted[max(0, sorted.count * $0 / 5 - 1)] }
    }

    /// 1 to 5.
    func level(of value: Int64) -> Int { 1 + bounds.count { $0 < value } }

    static func legend(_ language: Language) -> Markup {
        let words = Phrase(zh: "底色由浅到深：由小到大，五等分", en: "shades from light to dark: fifths from small to large")
        let low = Phrase(zh: "小", en: "small")[language]
        let high = Phrase(zh: "大", en: "large")[language]
        return """
            <span class="legend">\(words[language]) <span class="h1">\(low)</span><span class="h2">&#160;</span>\
            <span class="h3">&#160;</span><span class="h4">&#160;</span><span class="h5">\(high)</span></span>
            """
    }
}
