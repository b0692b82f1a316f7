import Testing

@testable import Reports

/// What headings say of the sentences below them.
@Suite struct HeadedSentenceTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    @Test(arguments: [
        "（一）2021年工作回顾\n办理12345热线60件。\n（二）2022年情况\n办理12345热线80件。",
        "（一）工作情况\n办理12345热线80件。\n（二）2023年工作打算\n办理12345热线90件。",
        "（一）全县政务公开情况\n办理12345热线9000件。\n（二）我镇情况\n办理12345热线80件。",
        "去年：\n办理12345热线60件。\n今年：\n办理12345热线80件。",
        "2021年：\n办理12345热线60件。\n办理12345热线80件。",
        "（二）去年工作\n1.热线\n办理12345热线60件。\n2.其他\n公开信息300条。\n（三）工作情况\n办理12345热线80件。",
        "三、2021年工作回顾\n办理12345热线60件。\n2022年，办理12345热线80件。",
    ])
    func figuresBelowOtherHeadingsAreNotTold(text: String) {
        #expect(reader.figures(text, year: 2022) == ["hotline_12345.handled": "80"])
    }

    @Test(arguments: [
        "（一）2022年工作回顾", "（一）2021年以来工作情况", "（一）上年结转情况", "（一）与去年相比情况", "（一）2021年和2022年工作情况",
        "（一）全镇基本情况", "（一）年初目标完成情况", "2023年1月15日",
    ])
    func otherHeadingsSayNothing(heading: String) {
        #expect(reader.figures("\(heading)\n办理12345热线80件。", year: 2022) == ["hotline_12345.handled": "80"])
    }

    /// A heading's year may have been left in what was copied from the last report, so that what is not read is told.
    @Test func headingsOfOtherYearsAreDoubted() {
        let told = reader.reading("（一）2021年公开情况\n办理12345热线60件。\n（二）其他\n没有。", year: 2022)
        #expect(told.figures.isEmpty)
        #expect(told.doubts.filter { $0.kind == .otherTime }.map(\.found) == ["（一）2021年公开情况"])
        let empty = reader.reading("（一）2021年公开情况\n没有。\n（二）其他\n办理12345热线60件。", year: 2022)
        #expect(!empty.doubts.contains { $0.kind == .otherTime })
    }

    /// 345 was told of a hotline whose name the end of a line had cut.
    @Test(arguments: [
        ("一年来，我镇办理12\n345热线80件。", ["hotline_12345.handled": "80"]),
        ("一年来，督办“71\n0”系统事项共12项。", ["supervision_710.items": "12"]),
    ])
    func namesThatALineEndCutsAreNoNumbers(text: String, figures: [String: String]) {
        let told = reader.figures(text, year: 2022)
        #expect(!told.values.contains { ["345", "0"].contains($0) })
        #expect(told.values.allSatisfy { figures.values.contains($0) })
    }

    /// A comma as it is typed in English parts clauses like any other, but for those within numbers.
    @Test func commasOfEitherKindPartClauses() {
        let text = "主动公开信息12,344条,其中网站1,204条,微信公众号86条,未收到申请。"
        let told = reader.figures(text, year: 2022)
        #expect(told == reader.figures("主动公开信息12344条，其中网站1204条，微信公众号86条，未收到申请。", year: 2022))
        #expect(told["disclosed.total"] == "12344" && told["disclosed.website"] == "1204")
    }
}
