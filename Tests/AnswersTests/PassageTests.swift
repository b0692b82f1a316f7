import Testing

@testable import Answers

@Suite struct PassageTests {
    private func range(of figure: String, in text: String) throws -> Range<Int> {
        let range = try #require(text.range(of: figure))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<start + figure.utf8.count
    }

    private func parts(_ text: String, _ figures: String...) throws -> [Passage.Part] {
        let ranges = try figures.map { try range(of: $0, in: text) }
        let bytes = Array(text.utf8)
        return Passage.parts(ranges, within: Passage.context(of: try #require(ranges.first), in: bytes), of: bytes)
    }

    @Test(arguments: [
        ("第一句。受理“12345”工单147件，办结率高。", "147件"), ("信息内容\t自然人\t总计\n予以公开\t 3 \t4\n", "3"),
        ("予以公开\n3\n\n4\n5\n", "4"), ("\n一、收到申请 7 件\n", "7 件"),
    ])
    func partsMakeTheMarkedPassage(text: String, figure: String) throws {
        let parts = try parts(text, figure).map { $0.isMarked ? "【\($0.text)】" : $0.text }
        let passage = Passage(around: try range(of: figure, in: text), in: Array(text.utf8))
        #expect(parts.joined() == Passage.oneLine(passage.marked))
    }

    /// Brackets of the source's own are no marks.
    @Test func bracketsOfTheSourceAreText() throws {
        #expect(
            try parts("印发【2021】5号文件，公开信息98条，另见【附件】。", "98条") == [
                Passage.Part(text: "印发【2021】5号文件，公开信息", isMarked: false), Passage.Part(text: "98条", isMarked: true),
                Passage.Part(text: "，另见【附件】。", isMarked: false),
            ])
    }

    @Test func severalNumbersOfOneSentenceAreMarked() throws {
        let parts = try parts("收到申请20件，答复15件，结转5件。", "20件", "15件")
        #expect(parts.map(\.text) == ["收到申请", "20件", "，答复", "15件", "，结转5件。"])
        #expect(parts.map(\.isMarked) == [false, true, false, true, false])
    }
}
