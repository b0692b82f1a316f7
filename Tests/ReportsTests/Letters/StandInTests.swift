import Documents
import Foundation
import Testing

@testable import Reports

/// Radicals and compatibility ideographs are the letters they stand for, everywhere in a report alike.
@Suite struct StandInTests {
    @Test(arguments: [
        ("\u{2F00}", "一"), ("\u{2F08}", "人"), ("\u{2FD5}", "龠"), ("\u{2EA0}", "民"), ("\u{2ED4}", "门"),
        ("\u{2ED3}", "长"),
        ("\u{F900}", "豈"), ("\u{F9C4}", "龍"), ("\u{FA4C}", "社"), ("人", "人"), ("\u{2E9A}", "\u{2E9A}"),
        ("\u{FA0E}", "\u{FA0E}"),
        ("\u{FB00}", "\u{FB00}"), ("\u{E000}", "\u{E000}"), ("a", "a"),
    ])
    func letters(standIn: String, letter: String) {
        #expect(standIn.unicodeScalars.map { StandIns.ideograph($0.value) } == letter.unicodeScalars.map(\.value))
    }

    /// The mappings are those of Foundation's tables, which are Unicode's; the CJK radicals have none there but two.
    @Test func everyMappingIsUnicodes() throws {
        for value in Array(UInt32(0x2F00)...0x2FD5) + Array(0xF900...0xFAD9) {
            let scalar = try #require(Unicode.Scalar(value))
            let mapped = String(Character(scalar)).precomposedStringWithCompatibilityMapping.unicodeScalars.map(\.value)
            guard mapped.count == 1, mapped[0] < 0x10000 else { continue }
            #expect(StandIns.ideograph(value) == mapped[0], "\(String(value, radix: 16))")
        }
    }

    @Test func positionsStay() throws {
        let text = Array("⽯⻔镇⼈⺠政府€…“公开”２０件".utf8)
        let replaced = try #require(StandIns.replaced(in: text))
        #expect(String(decoding: replaced, as: UTF8.self) == "石门镇人民政府€…“公开”２０件")
        #expect(replaced.count == text.count)
        #expect(StandIns.replaced(in: Array("石门镇人民政府€…“公开”".utf8)) == nil)
        #expect(StandIns.replaced(in: [0xE2]) == nil)
    }

    @Test func aReportWrittenInThemReadsTheSame() throws {
        let text = """
            青禾县石门镇人民政府2022年政府信息公开工作年度报告
            一、总体情况
            2022年，石门镇主动公开政府信息63条。
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容\t本年制发件数\t本年废止件数\t现行有效件数
            规章\t0\t0\t0
            行政规范性文件\t2\t1\t5
            """
        let pairs: [(String, String)] = [
            ("石", "⽯"), ("门", "⻔"), ("人", "⼈"), ("民", "⺠"), ("一", "⼀"), ("二", "⼆"), ("行", "⾏"), ("文", "⽂"), ("工", "⼯"),
            ("十", "⼗"),
        ]
        let written = pairs.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        #expect(written != text)
        let reader = try Shared.reports()
        let plain = try reader.read(Document(lines: text), path: "a.txt")
        let other = try reader.read(Document(lines: written), path: "a.txt")
        #expect(other == plain)
        #expect(!plain.figures.isEmpty && plain.township == "石门镇")
    }

    @Test func aLetterOfAFontOfItsOwnIsNobodysName() throws {
        #expect(throws: ReportError.townshipUnknown) {
            try Shared.reports().read(
                Document(lines: "青禾县\u{E123}湾镇2022年政府信息公开工作年度报告\n一、总体情况\n2022年，\u{E123}湾镇人民政府公开12条。"), path: "a.txt")
        }
    }
}
