import Testing

@testable import Output

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("上新庄镇 12件", "上新庄镇 12件"), ("\u{1B}]0;x\u{7}", "␛]0;x␇"), ("a\r\nb\tc", "a␍␊b␉c"),
        ("\u{7F}\u{9B}31m", "␡\\u{9B}31m"),
        ("\u{2067}x\u{2069}", "\\u{2067}x\\u{2069}"), ("👨‍👩‍👧", "👨‍👩‍👧"),
    ])
    func onlyWhatATerminalObeysIsReplaced(text: String, visible: String) {
        #expect(VisibleText.of(text) == visible)
    }

    /// XML admits none of them, so that one name would make a letter or a workbook unreadable.
    @Test(arguments: [0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFDEF] as [UInt32]) func whatIsNoCharacterIsReplaced(
        value: UInt32
    ) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(VisibleText.of("乙\(scalar)镇") == "乙\\u{\(String(value, radix: 16, uppercase: true))}镇")
    }
}
