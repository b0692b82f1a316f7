import Testing
import Values

@testable import Output

/// Tables in a terminal's window.
@Suite struct WindowTests {
    private static func text(_ sheet: Sheet, width: Int, colours: Bool = false) throws -> String {
        var bytes: [UInt8] = []
        let writer = SheetWriter(
            .table, language: .chinese, audience: .terminal,
            window: Window(width: width, height: 24, hasColours: colours)
        ) { bytes += $0 }
        // The first row asks for attention.
        var head = sheet
        head.rows = []
        try writer.write(
            head,
            thenRows: { add in
                for (place, row) in sheet.rows.enumerated() { try add(row, place == 0 ? .grave : nil) }
            })
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let findings = Sheet(
        title: Phrase(zh: "核对结果", en: "Findings"),
        columns: [
            Column("severity", Phrase(zh: "程度", en: "severity")),
            Column("township", Phrase(zh: "乡镇", en: "township")),
            Column("count", Phrase(zh: "数量", en: "count"), .number),
            Column("message", Phrase(zh: "问题", en: "message")),
        ],
        rows: [
            [
                .word("error", Phrase(zh: "错误", en: "error")), .text("柳溪镇"), .number(Number(1_234_567)),
                .text(String(repeating: "“予以公开·总计”为 5，各项合计 4；", count: 6)),
            ],
            [.word("note", Phrase(zh: "提示", en: "note")), .text("石桥乡"), .number(Number(3)), .text("无")],
        ],
        footnotes: [Phrase(zh: String(repeating: "注", count: 90), en: "")])

    @Test(arguments: [32, 40, 60, 80, 120, 200])
    func noLineIsWiderThanTheWindowAndNothingIsLost(width: Int) throws {
        for sheet in [Self.findings, Sample.comparison, Sample.official] {
            let text = try Self.text(sheet, width: width)
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
            let letters = text.filter { !$0.isWhitespace && $0 != "-" }
            for row in sheet.rows {
                for case .number(let number) in row {
                    #expect(text.contains(number.groupedDigits), "\(number.groupedDigits)")
                }
            }
            #expect(letters.count { $0 == "注" } == sheet.footnotes.reduce(0) { $0 + $1.zh.count { $0 == "注" } })
        }
    }

    @Test func cellsAreWrappedBelowTheirTitles() throws {
        let lines = try Self.text(Self.findings, width: 60).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[2] == "程度  乡镇         数量  问题")
        #expect(lines[4].hasPrefix("错误  柳溪镇  1,234,567  “予以公开·总计”"))
        #expect(lines[5].hasPrefix(String(repeating: " ", count: 25)) && !lines[5].hasSuffix(" "))
        // Long rows stand apart.
        #expect(lines.contains("提示  石桥乡          3  无"))
        #expect(lines.firstIndex(of: "提示  石桥乡          3  无").map { lines[$0 - 1] } == "")
    }

    @Test func whatHasNoRoomIsFoldedIntoRecords() throws {
        let text = try Self.text(Self.findings, width: 30)
        #expect(text.contains("-[ 1/2 ]---") && text.contains("-[ 2/2 ]---"))
        #expect(text.contains("\n数量  1,234,567\n") && text.contains("\n乡镇  石桥乡\n"))
        #expect(!(try Self.text(Self.findings, width: 60)).contains("-[ "))
        // A column keeps the titles of its groups.
        #expect(try Self.text(Sample.official, width: 24).contains("申请人情况"))
    }

    @Test func gravityHasAColourWhereThereAreAny() throws {
        let text = try Self.text(Self.findings, width: 80, colours: true)
        #expect(text.contains("\u{1B}[31m错误\u{1B}[0m") && !text.contains("\u{1B}[31m提示"))
        #expect(!(try Self.text(Self.findings, width: 80)).contains("\u{1B}"))
        #expect(!(try Sample.text([Self.findings], .table)).contains("\u{1B}"))
    }

    @Test func wideTableThatFitsIsAsItIsWithoutAWindow() throws {
        #expect(try Self.text(Sample.comparison, width: 200) == Sample.text([Sample.comparison], .table))
    }

    @Test(arguments: [
        ("各项合计 4，相差 1。", 10, ["各项合计", "4，相差", "1。"]), ("requests.received.total", 18, ["requests.received.", "total"]),
        ("由（一）改", 4, ["由", "（一", "）改"]), ("2020-12-28 止", 10, ["2020-12-28", "止"]), ("", 5, [""]),
        ("carried-over-requests", 9, ["carried-", "over-", "requests"]), ("甲乙", 1, ["甲", "乙"]),
        ("见于 stale-year", 10, ["见于", "stale-year"]), ("由您用 --replace 定", 10, ["由您用", "--replace", "定"]),
        ("因缺数（--undecided 列出）", 16, ["因缺数", "（--undecided 列", "出）"]), ("2019;2020;2021", 9, ["2019;", "2020;2021"]),
        ("至2022年底", 7, ["至", "2022年", "底"]),
    ])
    func linesBreakWhereTheyMay(text: String, width: Int, lines: [String]) {
        #expect(LineWrap.lines(text, width: width) == lines)
    }

    @Test(
        arguments: [
            (0, Scale.whole, "0"), (999, .whole, "999"), (1000, .whole, "1,000"), (-1_234_567, .whole, "-1,234,567"),
            (21_631_000_050, .hundredths, "216,310,000.5"), (-100_050, .hundredths, "-1,000.5"),
            (Int64.min, .whole, "-9,223,372,036,854,775,808"),
        ] as [(Int64, Scale, String)])
    func thousandsStandApart(units: Int64, scale: Scale, digits: String) {
        #expect(Number(units, scale).groupedDigits == digits)
    }

    @Test func yearsAreNoQuantities() {
        var year = Number(2022)
        year.isGrouped = false
        #expect(year.groupedDigits == "2022")
    }

    @Test(arguments: [(Format.csv, ","), (.tsv, "\t")])
    func headersAndFixedWordsAreChineseOnRequest(format: Format, separator: String) throws {
        let sheet = Sheet(
            columns: [
                Column("state", Phrase(zh: "状态", en: "state")),
                Column("2020", Phrase(zh: "2020年", en: "2020"), .number),
            ],
            rows: [
                [.word("blank", Phrase(zh: "空白", en: "blank")), .gap(.noReport)], [.empty, .number(Number(12_345))],
                [.text("甲"), .gap(.absent)],
            ])
        func text(_ headers: Language?) throws -> [[String]] {
            var bytes: [UInt8] = []
            let writer = SheetWriter(format, language: .english, audience: .program, headers: headers) { bytes += $0 }
            try writer.write(sheet)
            try writer.finish()
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
                $0.components(separatedBy: separator)
            }
        }
        #expect(try text(.chinese) == [["状态", "2020年"], ["空白", "缺报"], ["", "12345"], ["甲", ""]])
        #expect(try text(nil) == [["state", "2020"], ["blank", "no_report"], ["", "12345"], ["甲", ""]])
    }
}
