import Testing

@testable import Output

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("上新庄镇", 8), ("１２３", 6), ("（空白）", 8), ("e\u{301}", 1), ("😀", 2), ("🇨🇳", 2),
        ("👨‍👩‍👧", 2), ("☎", 1), ("☎\u{FE0F}", 2), ("—", 1), ("“”", 2), ("ｱ", 1),
        ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("𠮷", 2), ("㈠①", 3), ("a\u{200D}b", 2), ("　", 2),
    ])
    func widthIsThatOfATerminal(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
