import Testing

@testable import Answers

@Suite struct PassageTests {
    private func line(_ text: String, _ figure: String) throws -> Passage.Line {
        let range = try #require(text.range(of: figure))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return Passage.line(around: start..<start + figure.utf8.count, in: Array(text.utf8))
    }

    @Test(arguments: [
        ("第一句。受理“12345”工单147件，办结率高。", "147件"), ("信息内容\t自然人\t总计\n予以公开\t 3 \t4\n", "3"),
        ("予以公开\n3\n\n4\n5\n", "4"), ("\n一、收到申请 7 件\n", "7 件"),
    ])
    func partsMakeTheMarkedPassage(text: String, figure: String) throws {
        let line = try line(text, figure)
        let range = try #require(text.range(of: figure))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let passage = Passage(around: start..<start + figure.utf8.count, in: Array(text.utf8))
        #expect("\(line.before)【\(line.figure)】\(line.after)" == Passage.oneLine(passage.marked))
    }

    /// Brackets of the source's own are no marks.
    @Test func bracketsOfTheSourceAreText() throws {
        let line = try line("印发【2021】5号文件，公开信息98条，另见【附件】。", "98条")
        #expect(line == Passage.Line(before: "印发【2021】5号文件，公开信息", figure: "98条", after: "，另见【附件】。"))
    }
}
