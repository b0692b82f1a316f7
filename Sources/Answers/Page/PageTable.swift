import Output
import Values

/// A table of a page: in a box of its own that scrolls where it is too wide, with a hint that it does, and with
/// headings that the page's script makes sort it.
struct PageTable {
    struct Heading {
        var text: Markup
        var isNumber = false
        var isBar = false
    }

    var caption: Markup
    var style = ""
    var headings: [Heading] = []
    var rows: [Markup] = []
    var foot: Markup = ""

    func html(_ language: Language) -> Markup {
        let hint = Phrase(zh: "← 左右滑动可看全表 →", en: "← scroll sideways for the whole table →")[language]
        let sort: Markup = " data-sort=\"\(Phrase(zh: "排序", en: "sort")[language])\""
        let head = headings.map { heading -> Markup in
            let style: Markup = heading.isBar ? " class=\"bar\"" : heading.isNumber ? " class=\"n\"" : ""
            return "<th scope=\"col\"\(style)>\(heading.text)</th>"
        }.joined()
        let style = rows.count <= Self.shortTable ? (style.isEmpty ? "short" : style + " short") : style
        let foot: Markup = self.foot.isEmpty ? "" : "<tfoot>\n\(self.foot)</tfoot>\n"
        return """
            <p class="hint">\(hint)</p>
            <div class="scroll" tabindex="0"><table class="\(style)"\(sort)>
            <caption>\(caption)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(by: "\n"))
            </tbody>
            \(foot)</table></div>

            """
    }

    /// As many rows as a sheet of paper need not divide.
    private static let shortTable = 16

    /// A year as a heading.
    static func year(_ year: Int) -> Heading { Heading(text: "\(year)", isNumber: true) }
}
