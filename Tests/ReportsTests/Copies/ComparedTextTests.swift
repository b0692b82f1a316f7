import Catalogue
import Support
import Testing
import Values

@testable import Reports

/// What two texts share, where it is known.
@Suite struct ComparedTextTests {
    private let reader: ProseReader

    init() throws {
        reader = ProseReader(try LoadedCatalogue.codebook().forms)
    }

    private func compared(_ lines: [String], _ township: String = "柳溪镇") -> ComparedText {
        let transcript = Array(lines.joined(separator: "\n").utf8)
        return ComparedText(reader.read(transcript, of: Place(county: "青禾县", township: township)))
    }

    private func share(_ one: ComparedText, _ other: ComparedText) -> Double {
        let shared = one.passages(sharedWith: other).reduce(0) { $0 + one.ownCount($1.own) }
        return one.ownCount > 0 ? Double(shared) / Double(one.ownCount) : 0
    }

    /// Copies of every size are found, with their paragraphs in another order and all numbers changed.
    @Test(arguments: [10, 20, 30, 40, 50, 60, 70, 80, 90])
    func plantedCopyIsFound(percent: Int) {
        var prose = ComposedProse(seed: UInt64(percent))
        let source = prose.paragraphs(20)
        let copied = source.prefix(20 * percent / 100).map { prose.renumbered($0) }
        let own = prose.paragraphs(20 - copied.count)
        let text = prose.shuffled(copied + own)
        let found = share(compared(text), compared(source))
        #expect(abs(found - Double(percent) / 100) < 0.03, "\(found)")
    }

    /// Sentences out of a paragraph, in another order within it.
    @Test func sentencesAreFoundWhereverTheyStand() {
        var prose = ComposedProse(seed: 7)
        let source = (0..<40).map { _ in prose.sentence() }
        let text = prose.shuffled(source.prefix(20) + (0..<20).map { _ in prose.sentence() })
        let found = share(compared([text.joined()]), compared([source.joined()]))
        #expect(abs(found - 0.5) < 0.05, "\(found)")
    }

    @Test func differentTextsShareNothing() {
        for seed in 1...50 as ClosedRange<UInt64> {
            var (one, other) = (ComposedProse(seed: seed), ComposedProse(seed: seed + 1000))
            #expect(share(compared(one.paragraphs(10)), compared(other.paragraphs(10))) == 0)
        }
    }

    /// The promise of winnowing: whatever two texts share, once it is as long as a window and a gram, is found.
    @Test func everyPassageOfTheShortestLengthIsFound() {
        var random = SeededRandom(seed: 11)
        for seed in 0..<300 as Range<UInt64> {
            var prose = ComposedProse(seed: 5000 + seed)
            func noise(_ count: Int) -> String {
                String((prose.sentence() + prose.sentence()).filter(\.isLetter).prefix(count))
            }
            let shared = noise(Fingerprints.shortestPassage)
            let text = compared([noise(Int.random(in: 0...30, using: &random)) + shared + noise(25) + "。"])
            let other = compared([noise(Int.random(in: 0...30, using: &random)) + shared + noise(25) + "。"])
            #expect(text.passages(sharedWith: other).contains { $0.own.count >= Fingerprints.shortestPassage })
        }
    }

    @Test func sameTextTwiceIsWhollyShared() {
        var prose = ComposedProse(seed: 3)
        let text = compared(prose.paragraphs(10))
        #expect(share(text, text) == 1)
    }

    @Test func namesOfTownshipsMakeNoDifference() {
        let one = compared(["柳溪镇党委政府高度重视，柳溪镇人民政府网站专栏由专人负责更新维护，“柳溪发布”公众号按周推送信息。"])
        let other = compared(["白杨镇党委政府高度重视，白杨镇人民政府网站专栏由专人负责更新维护，“白杨发布”公众号按周推送信息。"], "白杨镇")
        #expect(share(one, other) == 1)
    }

    @Test func numbersOfAPassageSayWhatWasChanged() throws {
        let lines = ["全年收到政府信息公开申请１４件，办结12,000件，按期办结率98.5%，均已按照规定的期限作出书面答复。"]
        let others = ["全年收到政府信息公开申请9件，办结12000件，按期办结率98.6%，均已按照规定的期限作出书面答复。"]
        let (text, other) = (compared(lines), compared(others))
        let passage = try #require(text.passages(sharedWith: other).first)
        let numbers = text.numbers(
            of: passage, in: Array(lines[0].utf8), sharedWith: other, in: Array(others[0].utf8))
        #expect(numbers.map(\.own) == ["14", "12000", "98.5"])
        #expect(numbers.map(\.other) == ["9", "12000", "98.6"])
        #expect(numbers.map(\.isSame) == [false, true, false])
    }

    /// Standard phrases count neither as shared nor as the report's own.
    @Test func standardPhrasesAreLeftOut() {
        let phrase = "根据中华人民共和国政府信息公开条例和国务院办公厅关于年度报告格式的有关规定编制本报告"
        var (one, other) = (ComposedProse(seed: 21), ComposedProse(seed: 22))
        let known = Set(compared([phrase + "。"]).fingerprints.marks.map(\.hash))
        var text = compared([phrase + "。"] + one.paragraphs(1))
        let twin = compared([phrase + "。"] + other.paragraphs(1))
        #expect(share(text, twin) > 0)
        let whole = text.ownCount
        text.leaveOut(known.contains)
        #expect(share(text, twin) == 0)
        #expect(text.standardCount > 20 && text.ownCount == whole - text.standardCount)
    }

    @Test func whatAnybodySendsIsCompared() {
        let nothing = compared([])
        #expect(nothing.ownCount == 0 && nothing.passages(sharedWith: nothing).isEmpty)
        // One line of a megabyte, of one character and of text that repeats itself.
        let flat = compared([String(repeating: "啊", count: 350_000) + "。"])
        #expect(share(flat, flat) == 1)
        let periodic = compared([String(repeating: "全年公开政府信息若干条均按规定办理，", count: 20_000) + "。"])
        #expect(share(periodic, flat) == 0 && share(periodic, periodic) > 0.99)
    }
}

/// What of a transcript is a sentence.
@Suite struct ProseReaderTests {
    private func paragraphs(_ lines: [String]) throws -> [String] {
        let transcript = Array(lines.joined(separator: "\n").utf8)
        let prose = ProseReader(try LoadedCatalogue.codebook().forms).read(
            transcript, of: Place(county: "青禾县", township: "柳溪镇"))
        return prose.paragraphs.map { String(decoding: transcript[prose.bytes($0)], as: UTF8.self) }
    }

    @Test func tablesHeadingsAndLabelsAreNoSentences() throws {
        let sentence = "一年来，我镇把政府信息公开作为联系群众的一条渠道，主动公开的范围更宽。"
        let found = try paragraphs([
            "青禾县柳溪镇人民政府2021年政府信息公开工作年度报告", "", "一、总体情况", sentence, "二、主动公开政府信息情况",
            "行政许可\t12\t0\t3", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "0",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "12", "柳溪镇人民政府", "2022年1月20日",
        ])
        #expect(found == [String(sentence.dropLast())])
    }

    @Test func lineThatEndsNoSentenceGoesOn() throws {
        let found = try paragraphs([
            "一年来，我镇把政府信息公开作为联系群众的一条渠道，主动公", "开的范围更宽，程序更规范。", "二、主动公开政府信息情况",
        ])
        #expect(found.count == 1 && found[0].hasSuffix("程序更规范"))
    }
}
