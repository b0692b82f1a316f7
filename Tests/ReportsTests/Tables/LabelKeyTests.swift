import Catalogue
import Support
import Testing

@testable import Reports

@Suite struct LabelKeyTests {
    private static let beginnings = [
        "不予公开", "（三）予以公开", "1.属于国家秘密", "其中：电话申请", "其他", "一", "（", "（三", "1", "1.", "其", "其中", "⑴", "总计（件",
        "总计（件）", "部分【注", "第二十条第（一）项", "信息⁽", "收费A", "一、总", "三、其",
    ]
    private static let ends = ["公开", "、总体情况", "）公开", "：公开", "只计这一情形）", "（二）", "2", "中：公开", "⁾公开", "\u{336}公开", "】"]

    /// What is called steady must have its letters in front of whatever goes on behind it: only then may a label that
    /// no form begins with be told from its first part alone.
    @Test(arguments: beginnings)
    func steadyLettersStayAsTheyAre(beginning: String) {
        guard let label = read(beginning), label.isSteady else { return }
        for end in Self.ends where !end.hasPrefix("\u{336}") {
            #expect(letters(beginning + end).starts(with: letters(beginning)), "\(beginning)\(end)")
        }
    }

    @Test(arguments: [
        ("不予公开", true), ("（三）予以公开", true), ("1.属于国家秘密", true), ("一", false), ("三、其", false), ("总计（件）", false),
        ("信息⁽", false),
    ])
    func numbersAndNotesThatMayBeCutOffAreNotSteady(label: String, isSteady: Bool) throws {
        #expect(try #require(read(label)).isSteady == isSteady)
    }

    /// Of two labels with one key a reader would take the one for the other.
    @Test func differentLabelsOfTheFormsHaveDifferentKeys() throws {
        for form in try LoadedCatalogue.codebook().forms {
            var known: [UInt64: [UInt32]] = [:]
            for label in form.labels {
                guard let key = LabelKey.of(label) else { continue }
                let letters = letters(label)
                #expect(known.updateValue(letters, forKey: key) ?? letters == letters, "\(form.edition) \(label)")
            }
            #expect(known.count > 50)
        }
    }

    @Test func whatIsLongerThanAnyLabelHasNoLabelsKey() throws {
        let text = Array("政府信息公开工作年度报告".utf8)
        let short = text.withUnsafeBufferPointer { LabelKey.read($0, 0..<$0.count, most: 4) }
        #expect(try #require(short).key != LabelKey.of("政府信息公开工作年度报告"))
        #expect(try #require(short).key != LabelKey.of("政府信息"))
        let whole = text.withUnsafeBufferPointer { LabelKey.read($0, 0..<$0.count, most: 12) }
        #expect(whole?.key == LabelKey.of("政府信息公开工作年度报告"))
    }

    @Test func beginningsAreThoseOfTheLabelsLetters() {
        #expect(LabelKey.beginnings(of: "（三）不予公开") == ["不", "不予", "不予公"].compactMap { LabelKey.of($0) })
    }

    private func read(_ label: String) -> (key: UInt64, isSteady: Bool)? {
        let bytes = Array(label.utf8)
        return bytes.withUnsafeBufferPointer { LabelKey.read($0, 0..<$0.count) }
    }

    private func letters(_ label: String) -> [UInt32] {
        let bytes = Array(label.utf8)
        return bytes.withUnsafeBufferPointer { LabelKey.letters(of: $0, 0..<$0.count) }
    }
}
