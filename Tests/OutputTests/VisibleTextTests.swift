import Testing

@testable import Output

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("上新庄镇 12件", "上新庄镇 12件"), ("\u{1B}]0;x\u{7}", "␛]0;x␇"), ("a\r\nb\tc", "a␍␊b␉c"),
        ("\u{7F}\u{9B}31m", "␡\\u{9B}31m"),
        ("\u{2067}x\u{2069}", "\\u{2067}x\\u{2069}"), ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("乙\u{FFFE}丙\u{FFFF}\u{1FFFE}\u{FDD0}", "乙\\u{FFFE}丙\\u{FFFF}\\u{1FFFE}\\u{FDD0}"),
    ])
    func onlyWhatATerminalObeysIsReplaced(text: String, visible: String) {
        #expect(VisibleText.of(text) == visible)
    }
}
