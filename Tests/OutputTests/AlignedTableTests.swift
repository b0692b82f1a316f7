import Testing
import Values

@testable import Output

@Suite struct AlignedTableTests {
    @Test func chineseColumnsLineUpAndEveryGapLooksDifferent() throws {
        let expected = """
            城乡低保户数

            乡镇         2019年          2020年    增减
            ---------  --------  --------------  ------
            上新庄镇      600余               0    -600
            Lijiashan  （空白）          不适用
            甘河滩镇   无法识别               —
            鲁沙尔镇       缺报  216,310,000.5*  约98.5
            拦隆口镇        近7

            2019年与2020年口径相同
            （空白）：报告中此格未填
            不适用：报告中填“/”“—”或“无”
            无法识别：报告中此处不是数字，或该行各格无法对应
            —：报告未提及
            缺报：没有该年度的报告
            余、约、近：报告中为概数
            *：已更正，与报告原文不同

            """
        #expect(try Sample.text([Sample.comparison], .table) == expected)
    }

    @Test func legendNamesOnlyTheMarksThatOccur() throws {
        var sheet = Sample.comparison
        sheet.rows = [[.text("上新庄镇"), .number(Number(1, qualifier: .lessThan)), .gap(.noReport)]]
        let text = try Sample.text([sheet, sheet], .table, language: .english)
        let expected = """
            Households with minimum support

            Township  2019       2020  Change
            --------  ----  ---------  ------
            上新庄镇    <1  no report

            2019 and 2020 mean the same
            no report: there is no report for that year
            > ~ <: the report says more than, about, less than

            """
        #expect(text == expected + "\n" + expected)
    }

    @Test func groupTitlesStretchOverTheirColumns() throws {
        let kinds = ["自然人", "商业企业", "其他", "总计"].enumerated().map { index, title in
            Column("c\(index)", Phrase(zh: title, en: title), .number)
        }
        let sheet = Sheet(
            columns: kinds,
            groups: [
                ColumnGroup(Phrase(zh: "法人", en: ""), over: 1..<3),
                ColumnGroup(Phrase(zh: "申请人情况一览（单位：件，含上年结转）", en: ""), over: 0..<4),
            ],
            rows: [[.number(Number(5)), .number(Number(0)), .number(Number(12)), .number(Number(17))]])
        #expect(
            try Sample.text([sheet], .table) == """
                申请人情况一览（单位：件，含上年结转）
                        -----法人-----
                自然人  商业企业  其他            总计
                ------  --------  ----  --------------
                     5         0    12              17

                """)
    }

    @Test func hostileTextIsShownAndNotObeyed() throws {
        let text = try Sample.text([Sample.hostile], .table)
        #expect(text.split(separator: "\n").count == Sample.hostile.rows.count + 2)
        #expect(text.contains("␛[31mred "))
        #expect(text.contains("line␍␊break"))
        #expect(text.contains("abc\\u{202E}321"))
        #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    }

    @Test func wideTableIsNeitherCutNorWrapped() throws {
        let long = String(repeating: "政府信息公开", count: 100)
        let sheet = Sheet(columns: [Column("a", Phrase(zh: "甲", en: "A"))], rows: [[.text(long)]])
        #expect(try Sample.text([sheet], .table).contains(long + "\n"))
    }
}
