import Foundation
import Support
import Testing

/// Letters that a township can act on.
@Suite struct LetterTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    @discardableResult private func letters(_ arguments: String...) throws -> Program {
        try Program.run(["check", "--letter", "通知", "--force", "--lang", "zh"] + arguments, in: folder)
    }

    @Test func letterNamesTableRowAndColumnAndNoLine() throws {
        #expect(try letters("--from", "县政务公开办").output.contains("通知/青禾县-白杨镇.docx\n"))
        let text = try folder.text("通知/青禾县-白杨镇.md")
        for part in [
            "# 政府信息公开工作年度报告整改通知", "白杨镇人民政府：", "## 2021年度", "由 5 改为 4", "县政务公开办",
            "“三、收到和处理政府信息公开申请情况”表，“（一）予以公开”行", "“总计”列", "2020年报告：", "叙述中收到申请数", "及报告文字部分",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("行）") && text.firstMatch(of: /第 \d+/) == nil)
    }

    @Test func onlyAViolatedFormIsToBeCorrected() throws {
        try letters()
        let text = try folder.text("通知/青禾县-白杨镇.md")
        #expect(text.contains("须更正：核对这一行各列和总计") && text.contains("请核实：对照两年的报告"))
        #expect(text.contains("请核实：核对正文和表格"))
        let mild = try folder.text("通知/青禾县-古渡镇.md")
        #expect(mild.hasPrefix("# 政府信息公开工作年度报告核实通知\n") && !mild.contains("须更正"))
    }

    @Test func failuresOfReadingAndOwnCorrectionsAreTheOfficesAlone() throws {
        let target = ["白杨镇", "2021", "requests.disclosed.total"]
        try Program.run(["correct"] + target + ["4", "--reason", "电话核实", "--author", "张三"], in: folder)
        // A correction that breaks a sum is no fault of the township's.
        try Program.run(
            "correct", "柳溪镇", "2022", "requests.received.total", "16", "--reason", "试填", "--author", "张三", in: folder)
        try letters()
        #expect(!folder.exists("通知/青禾县-石桥乡.md") && !folder.exists("通知/青禾县-柳溪镇.md"))
        #expect(!(try folder.text("通知/青禾县-古渡镇.md")).contains("答复"))
        #expect(try folder.text("通知/青禾县-白杨镇.md").contains("由 5 改为 4"))
        let own = try folder.text("通知/办公室核对清单.md")
        for part in ["石桥乡.txt：第 313 行", "电话核实（张三）", "16件"] { #expect(own.contains(part), "\(part)") }
    }

    @Test func countyHasOneList() throws {
        try letters()
        let list = try folder.text("通知/青禾县-汇总表.md")
        #expect(list.contains("| 2 | 白杨镇 | 2021 | 2 | 3 | 0 |") && list.contains("| 1 | 古渡镇 | 2021 | 0 | 1 | 0 |"))
        #expect(try folder.text("通知/湟中区-汇总表.md").contains("上新庄镇"))
    }

    @Test func nextLetterSaysWhatIsSettled() throws {
        let source = SourceTree.samples.appending(path: "青禾县/2021/白杨镇.txt")
        var lines = try String(contentsOf: source, encoding: .utf8).components(separatedBy: "\n")
        #expect(lines[164] == "5")
        lines[164] = "4"
        try folder.write(lines.joined(separator: "\n"), to: "白杨镇.txt")
        try Program.run("import", "白杨镇.txt", "--county", "青禾县", in: folder)
        try letters()
        let text = try folder.text("通知/青禾县-白杨镇.md")
        #expect(text.contains("## 已解决的事项") && text.contains("更正后的报告已解决此前存疑的 2 处"))
        #expect(try folder.text("通知/青禾县-汇总表.md").contains("| 2 | 白杨镇 | 2021 | 0 | 3 | 2 |"))
    }

    @Test func formatsAreChosen() throws {
        let run = try letters("--letter-format", "docx", "--township", "白杨镇")
        #expect(run.output == "通知/青禾县-白杨镇.docx\n通知/青禾县-汇总表.docx\n")
        #expect(try letters("--township", "柳溪镇").output == "没有需要整改的乡镇\n")
        let two = try letters("--letter-format", "docx,md", "--township", "白杨镇")
        #expect(two.output.split(separator: "\n").count == 4 && !two.output.contains(".html"))
        let refused = try letters("--letter-format", "docx,pdf")
        #expect(refused.status == 64 && refused.errors.contains("可用：docx、md、html"))
        #expect(refused.errors.contains("\n说明："))
    }
}
