import Support
import Values

@testable import Output

/// Sheets that several tests write, and the way to get their bytes as text.
enum Sample {
    static let none = Phrase(zh: "", en: "")

    /// One comparison with every kind of cell.
    static let comparison = Sheet(
        title: Phrase(zh: "城乡低保户数", en: "Households with minimum support"),
        columns: [
            Column("township", Phrase(zh: "乡镇", en: "Township")),
            Column("2019", Phrase(zh: "2019年", en: "2019"), .number),
            Column("2020", Phrase(zh: "2020年", en: "2020"), .number),
            Column("change", Phrase(zh: "增减", en: "Change"), .number),
        ],
        rows: [
            [.text("上新庄镇"), .number(Number(600, qualifier: .moreThan)), .number(Number(0)), .number(Number(-600))],
            [.text("Lijiashan"), .gap(.blank), .gap(.notApplicable), .empty],
            [.text("甘河滩镇"), .gap(.unreadable), .gap(.absent), .empty],
            [
                .text("鲁沙尔镇"), .gap(.noReport),
                .number(Number(21_631_000_050, .hundredths, isCorrected: true)),
                .number(Number(9850, .hundredths, qualifier: .about)),
            ],
            [.text("拦隆口镇"), .number(Number(7, qualifier: .lessThan))],
        ],
        footnotes: [Phrase(zh: "2019年与2020年口径相同", en: "2019 and 2020 mean the same")])

    /// An official table in small: grouped columns, and row labels of which one spans two rows.
    static let official = Sheet(
        title: Phrase(zh: "收到和处理政府信息公开申请情况", en: "Requests"),
        columns: [
            Column("group", none), Column("label", Phrase(zh: "信息内容", en: "Content")),
            Column("natural", Phrase(zh: "自然人", en: "Natural persons"), .number),
            Column("company", Phrase(zh: "商业企业", en: "Companies"), .number),
            Column("other", Phrase(zh: "其他", en: "Others"), .number),
        ],
        groups: [
            ColumnGroup(Phrase(zh: "申请人情况", en: "Applicants"), over: 2..<5),
            ColumnGroup(Phrase(zh: "法人或其他组织", en: "Legal persons"), over: 3..<5),
        ],
        rows: [
            [.text("一、本年新收"), .empty, .number(Number(3)), .number(Number(0)), .gap(.blank)],
            [.text("三、办理结果"), .text("（一）予以公开"), .number(Number(2)), .number(Number(0)), .gap(.blank)],
            [.empty, .text("（二）部分公开"), .number(Number(1)), .number(Number(0)), .gap(.blank)],
        ],
        merges: [Merge(rows: 0..<1, columns: 0..<2), Merge(rows: 1..<3, columns: 0..<1)])

    /// Text that tries to be something else in one format or another.
    static let hostile = Sheet(
        columns: [
            Column("name", Phrase(zh: "名称", en: "Name")),
            Column("value", Phrase(zh: "数值", en: "Value"), .number),
        ],
        rows: [
            "=1+1", "-3", "＠SUM(A1)", "a,b", "say \"hi\"", "line\r\nbreak", "tab\there", " edge ", "\u{1B}[31mred",
            "abc\u{202E}321", "a|b", "<script>alert(1)</script>", "C:\\temp", "*bold* _it_ a_b", "nul\u{0}l",
            "“quoted”", "sep\u{2028}arated", "~~x~~ & &amp;",
        ].map { [.text($0), .number(Number(-1))] })

    static func text(
        _ sheets: [Sheet], _ format: Format, language: Language = .chinese, audience: Audience = .program
    ) throws -> String {
        String(decoding: try bytes(sheets, format, language: language, audience: audience), as: UTF8.self)
    }

    static func bytes(
        _ sheets: [Sheet], _ format: Format, language: Language = .chinese, audience: Audience = .program
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let writer = SheetWriter(format, language: language, audience: audience) { bytes.append(contentsOf: $0) }
        for sheet in sheets { try writer.write(sheet) }
        try writer.finish()
        return bytes
    }
}

extension SeededRandom {
    /// Up to twelve characters, most of them with a meaning in some format.
    mutating func text() -> String {
        let choices = Array("\"',;|\\/=+-@\t\r\n <>&*_`~#{}[]:0a名万（—“\u{1B}\u{202E}\u{2028}\u{301}😀")
        return String(
            (0..<Int.random(in: 0...12, using: &self)).compactMap { _ in choices.randomElement(using: &self) })
    }
}
