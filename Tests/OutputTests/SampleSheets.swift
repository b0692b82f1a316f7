import Catalogue

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
        var bytes: [UInt8] = []
        let writer = SheetWriter(format, language: language, audience: audience) { bytes.append(contentsOf: $0) }
        for sheet in sheets { try writer.write(sheet) }
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self)
    }
}
