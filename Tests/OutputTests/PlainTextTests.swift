import Testing

@testable import Output

/// What is taken for plain text is shown as it stands, and takes as many columns as the slow way says.
@Suite struct PlainTextTests {
    private static func width(_ text: String) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { PlainText.width(of: $0) }
    }

    @Test(arguments: ["", "a_b 1,234.5", "上新庄镇", "（空白）", "hotline_12345.received", "年报/柳溪镇.txt:12", "～！"])
    func plainTextHasItsWidth(text: String) {
        #expect(Self.width(text) == DisplayWidth.of(text))
        #expect(VisibleText.of(text) == text)
    }

    @Test(arguments: [
        "\t", "\u{7F}", "\u{0}", "—", "“甲”", "约98.5°", "e\u{301}", "㐀", "\u{202E}", "😀", "\u{FEFF}", "\u{E0041}", "ｶ",
        "é", "\u{85}",
    ])
    func restIsLeftToTheSlowWay(text: String) { #expect(Self.width(text) == nil) }

    /// Every character of three bytes, and those beside them.
    @Test func noCharacterIsPlainThatIsNotAsWideAsTheSlowWaySays() {
        for value in UInt32(0)...0x20000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            guard let width = Self.width(text) else { continue }
            #expect(width == DisplayWidth.of(text) && VisibleText.of(text) == text, "\(value)")
        }
    }

    @Test(arguments: ["a_b", "_it_", "甲_乙", "1|2", "<b>", "a&b", "x*", "政务公开_2020", "a_", "~", "#1", "`", "[z]", "\\"])
    func markdownEscapesAsTheTableDoes(text: String) throws {
        let sheet = Sheet(columns: [Column("a", Sample.none)], rows: [[.text(text)]])
        #expect(try Sample.text([sheet], .markdown).contains("| \(MarkdownTable.escaped(text))"))
        #expect(try Sample.text([sheet], .html).contains(">\(("\(text)" as Markup).text)</th>"))
    }
}
