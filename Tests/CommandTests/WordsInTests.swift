import Foundation
import Support
import Testing

/// Words as people type them: nearly right, full-width, with 年 behind the year.
@Suite struct WordsInTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    @Test(arguments: [
        (["list", "--county", "青禾"], "青禾县"), (["list", "--township", "柳溪"], "柳溪镇"),
        (["show", "柳溪乡", "2020"], "柳溪镇"), (["rollup", "湟中", "2020"], "湟中区"),
        (["compare", "12354"], "12345"), (["compare", "12345投诉"], "12345"),
        (["check", "--explain", "row-totl"], "row-total"),
        (["waive", "period-not", "柳溪镇", "2020", "--reason", "x"], "period-not-full-year"),
        (["help", "improt"], "import"), (["help", "townships", "renam"], "rename"), (["exprot"], "export"),
        (["townships", "merge", "柳溪", "白杨镇"], "柳溪镇"),
    ])
    func nearestNameIsSuggested(arguments: [String], name: String) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("did you mean") && run.errors.contains(name), "\(run.errors)")
        let chinese = try Program.run(arguments + ["--lang", "zh"], in: folder)
        #expect(chinese.errors.contains("是否指") && chinese.errors.contains(name), "\(chinese.errors)")
    }

    @Test(arguments: [
        (["show", "柳溪镇", "２０２２年"], ["show", "柳溪镇", "2022"]), (["rollup", "青禾县", "2021年度"], ["rollup", "青禾县", "2021"]),
        (["list", "--years", "２０１９年至2020年、2022"], ["list", "--years", "2019-2020,2022"]),
        (["list", "--years", "2019—2020"], ["list", "--years", "2019-2020"]),
        (["compare", "１２３４５．received", "--format", "csv"], ["compare", "12345.received", "--format", "csv"]),
        (
            ["compare", "12345满意率", "--format", "csv"],
            ["compare", "hotline_12345.satisfaction_rate", "--format", "csv"]
        ),
    ])
    func widthAndWordsOfYearsMakeNoDifference(arguments: [String], plain: [String]) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try run.output == Program.run(plain, in: folder).output)
    }

    @Test func negativeValueIsAValue() throws {
        let run = try Program.run(
            "correct", "古渡镇", "2020", "licensing.items_change", "-5", "--reason", "x", "--author", "张三", "--yes",
            in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let row = try Program.run(
            "export", "--township", "古渡镇", "--years", "2020", "--indicator", "licensing.items_change", "--corrections",
            in: folder
        ).rows.first
        #expect(row?["corrected"] == "-5")
    }

    @Test func hyphenIsStandardOutputAndXlsIsRefused() throws {
        let plain = try Program.run("list", "--format", "csv", in: folder)
        #expect(try Program.run("list", "--format", "csv", "--output", "-", in: folder).output == plain.output)
        #expect(!folder.exists("-"))
        let run = try Program.run("list", "-o", "表.xls", in: folder)
        #expect(run.status == 64 && run.errors.contains("表.xlsx") && !folder.exists("表.xls"))
        #expect(try Program.run("list", "-o", "表.xls", "--format", "csv", in: folder).status == 0)
    }

    @Test(arguments: ["0", "-1"]) func jobsMustBeSome(count: String) throws {
        let run = try Program.run("import", ImportCommandTests.report, "--jobs=\(count)", in: folder)
        #expect(run.status == 64 && run.errors.contains("--jobs"))
    }

    @Test func brokenWordFileIsCalledOne() throws {
        let whole = try Data(contentsOf: SourceTree.samples.appending(path: "青禾县/2022/柳溪镇.docx"))
        try folder.write(whole.prefix(whole.count / 2), to: "半.docx")
        try folder.write(Data([0xFF, 0xFE, 0x00, 0xD8, 0x80, 0x81, 0x00]), to: "乱.docx")
        for name in ["半.docx", "乱.docx"] {
            let run = try Program.run("import", name, "--lang", "zh", in: folder)
            #expect(run.status == 65 && run.errors.contains("Word 文档（docx）已损坏或不完整"), "\(run.errors)")
        }
    }

    @Test func importPassesOverWhatTheProgramWrote() throws {
        try Program.run("report", "网页", in: folder)
        try Program.run("check", "--letter", "通知", in: folder)
        try Program.run("list", "-o", "年报.html", in: folder)
        try Program.run("backup", "备份.sqlite", in: folder)
        let nothing = try Program.run("import", ".", in: folder)
        #expect(nothing.status == 65 && !nothing.output.contains("refused"), "\(nothing.errors)")
        try folder.write(
            try Data(contentsOf: SourceTree.samples.appending(path: "青禾县/2022/古渡镇.html")), to: "青禾县/2022/古渡镇.html")
        let run = try Program.run("import", ".", in: folder)
        #expect(run.status == 0 && run.output.contains("1 files: 0 new, 1 same"), "\(run.output)\(run.errors)")
    }
}
