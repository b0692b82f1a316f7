import Testing
import Values

@testable import Output

@Suite struct MarkdownTableTests {
    @Test func cellsAreAlignedInTheSourceToo() throws {
        let text = try Sample.text([Sample.comparison], .markdown)
        #expect(
            text.hasPrefix(
                """
                ## 城乡低保户数

                | 乡镇      |   2019年 |          2020年 |   增减 |
                | --------- | -------: | --------------: | -----: |
                | 上新庄镇  |    600余 |               0 |   -600 |
                | Lijiashan | （空白） |          不适用 |        |
                | 甘河滩镇  | 无法识别 |               — |        |
                | 鲁沙尔镇  |     缺报 | 216,310,000.5\\* | 约98.5 |
                | 拦隆口镇  |      近7 |                 |        |

                2019年与2020年口径相同

                （空白）：报告中此格未填

                """))
        #expect(text.hasSuffix("\n\\*：已更正，与报告原文不同\n"))
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("<b>&amp;", "&lt;b&gt;&amp;amp;"), ("*x* `y` [z](u)", "\\*x\\* \\`y\\` \\[z\\](u)"),
        ("_it_", "\\_it\\_"),
        ("hotline_12345.received", "hotline_12345.received"), ("C:\\temp", "C:\\\\temp"), ("～~", "～\\~"),
    ])
    func markupIsShownAsText(text: String, escaped: String) {
        #expect(MarkdownTable.escaped(text) == escaped)
    }

    @Test func hostileTextNeverLeavesItsCell() throws {
        let lines = try Sample.text([Sample.hostile], .markdown).split(separator: "\n")
        #expect(lines.count == Sample.hostile.rows.count + 2)
        #expect(lines.allSatisfy { $0.replacing("\\|", with: "").split(separator: "|").count == 2 })
    }

    @Test func groupsStandBeforeTheTitlesOfTheirColumns() throws {
        let sheet = Sheet(
            columns: [Column("a", Phrase(zh: "总计", en: "Total")), Column("b", Phrase(zh: "总计", en: "Total"))],
            groups: [ColumnGroup(Phrase(zh: "行政复议", en: "Reconsideration"), over: 0..<1)])
        #expect(try Sample.text([sheet], .markdown).hasPrefix("| 行政复议·总计 | 总计 |\n"))
    }
}
