import Testing
import Values

@testable import Reports

/// What stands in cells; five states that are never turned into one another.
@Suite struct CellTextTests {
    @Test(arguments: ["\u{202E}12\u{202C}", "1\u{202E}2"])
    func digitsThatRunTheOtherWay(text: String) { #expect(CellText(text) == .unclear) }

    @Test(arguments: ["", " ", "\u{A0}", "　", "\t", "\u{200B}"])
    func blank(text: String) { #expect(CellText(text) == .blank) }

    @Test(arguments: [
        "/", "／", "-", "--", "—", "——", "–", "－", "−", "\\", "无", "無", "暂无", "不涉及", "不适用", "不適用", "N/A", "n/a", " / ",
        "　—　",
    ])
    func notApplicable(text: String) { #expect(CellText(text) == .notApplicable) }

    @Test(arguments: [
        ("0", 0), ("12", 12), ("\u{A0}0\u{A0}", 0), ("　7　", 7), ("１２", 12), ("1,234", 1234), ("1，234，567", 1_234_567),
        ("+19", 19),
        ("＋19", 19), ("−11", -11), ("-8", -8), ("－8", -8), ("减3", -3), ("減3", -3), ("减少3", -3), ("增加2", 2), ("新增2", 2),
        ("12件", 12), ("3 项", 3), ("5宗", 5), ("26起", 26), ("26 份", 26), ("3批次", 3), ("零", 0), ("〇", 0), ("零件", 0),
    ])
    func count(text: String, value: Int64) throws {
        guard case .number(let number) = CellText(text) else { throw Unread(text: text) }
        #expect(number.amount(for: .items) == Amount(value: value))
    }

    @Test(arguments: [
        ("477.35", 1, 47735, 1), ("477.35", 10_000, 477_350_000, 10_000), ("152790元", 10_000, 15_279_000, 100),
        ("47.7万元", 1, 47_700_000, 100_000), ("47.7萬元", 10_000, 47_700_000, 100_000),
        ("1,427,600元", 1, 142_760_000, 100),
        ("1.1亿元", 1, 11_000_000_000, 1_000_000_000),
    ])
    func money(text: String, columnMultiplier: Int64, value: Int64, precision: Int64) throws {
        guard case .number(let number) = CellText(text) else { throw Unread(text: text) }
        #expect(
            number.amount(for: .yuan, columnMultiplier: columnMultiplier) == Amount(value: value, precision: precision))
    }

    @Test(arguments: [
        "1 2", "0 0 0", "12.", "1,23", "1,2345", "见附件", "约", "一", "3-5", "12:30", "1.2.3", "99999999999999999999",
        "1、2", "--3", "3件套", "3万套", "3万x", "零一", "二十六", "暂无法统计", "零星",
    ])
    func noNumber(text: String) { #expect(CellText(text) == .other) }

    @Test func halfARequestIsNoCount() throws {
        guard case .number(let number) = CellText("2.5") else { throw Unread(text: "2.5") }
        #expect(number.amount(for: .items) == nil)
    }

    private struct Unread: Error { var text: String }
}
