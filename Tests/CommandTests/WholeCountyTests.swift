import Foundation
import Support
import Testing

/// A county's sums count the townships that its own list has, and name what is open in the reports they come from;
/// lists and letters of townships are whole or refused.
@Suite struct WholeCountyTests: OfficeSuite {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    @Test func sumsCountTheRosterAsCoverageDoes() throws {
        try folder.write("县区,乡镇\n青禾县,青禾镇\n", to: "名单.csv")
        _ = try run(0, "townships", "import", "名单.csv")
        let rollup = try run(0, "rollup", "青禾县", "2021", "--format", "table")
        #expect(rollup.contains("5/6") && rollup.contains("≥"), "\(rollup)")
        #expect(rollup.firstMatch(of: /缺报 +青禾镇/) != nil)
        let arguments = ["compare", "hotline_12345.received", "--county", "青禾县", "--years", "2021", "--total"]
        let compared = try Program.run(arguments + ["--format", "table"], in: folder).output
        #expect(compared.contains("5/6") && compared.contains("≥"), "\(compared)")
        let rows = try Program.run(arguments + ["--format", "csv"], in: folder).rows
        #expect(rows.contains { $0["township"] == "青禾镇" && $0["2021"] == "no_report" }, "\(rows)")
        // Elsewhere nothing is added.
        #expect(try run(0, "compare", "12345", "--county", "湟中区", "--format", "csv").contains("青禾镇") == false)
    }

    @Test func rollupNamesReportsWithFindingsAndSumsThatDoNotAddUp() throws {
        let rollup = try run(0, "rollup", "青禾县", "2021", "--format", "table")
        #expect(rollup.contains("有错误、存疑的年报") && rollup.firstMatch(of: /白杨镇（错误 \d/) != nil, "\(rollup)")
        let mismatch = try #require(rollup.components(separatedBy: "汇总数对不上之处").dropFirst().first, "\(rollup)")
        #expect(mismatch.contains("予以公开") && mismatch.contains("白杨镇"), "\(rollup)")
        let page = try run(0, "rollup", "青禾县", "2021", "--format", "html")
        #expect(page.contains("汇总数对不上之处"))
    }

    @Test func shortNamesOfAListAreAskedAbout() throws {
        try folder.write("柳溪\n石桥\n青禾镇\n", to: "名单.txt")
        for options in [[], ["--letter", "催报"]] {
            let asked = try Program.run(
                ["coverage", "--county", "青禾县", "--expect", "名单.txt"] + options, in: folder,
                environment: ["LANG": "zh_CN.UTF-8"])
            #expect(asked.status == 64 && asked.errors.contains("“柳溪”是否指“青禾县/柳溪镇”？"), "\(asked.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("催报")))
        try folder.write("柳溪镇\n青禾镇\n", to: "名单.txt")
        #expect(try run(0, "coverage", "--expect", "名单.txt").contains("没有写明青禾镇属于哪个县区"))
    }

    @Test func lettersAreWrittenAllOrNone() throws {
        _ = try run(0, "check", "--years", "2021", "--letter", "通知", "--letter-format", "md")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("通知")).sorted()
        for name in names.dropLast() { try FileManager.default.removeItem(atPath: folder.path("通知/\(name)")) }
        #expect(try run(73, "check", "--years", "2021", "--letter", "通知", "--letter-format", "md").contains("已存在"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("通知")) == names.suffix(1))
        let late = try run(
            0, "coverage", "--years", "2030", "--letter", "催报", "--letter-format", "md", "--by", "2025-01-25")
        #expect(late.contains("--by 2025-01-25 已过"), "\(late)")
    }

    /// The disk is full after the first letter: none is in the folder, and last week's stay what they were.
    @Test func lettersOfARunThatFailsAreNone() throws {
        _ = try run(0, "check", "--years", "2021", "--letter", "通知", "--letter-format", "docx")
        let old = try FileManager.default.contentsOfDirectory(atPath: folder.path("通知"))
        let sizes = try old.map { try Data(contentsOf: URL(filePath: folder.path("通知/\($0)"))).count }
        let (least, most) = try #require(sizes.min().flatMap { least in sizes.max().map { (least, $0) } })
        let limit = (least + 1023) / 1024
        try #require(limit * 1024 < most)
        for place in ["通知", "新通知"] {
            let failed = try Program.run(
                ["check", "--years", "2021", "--letter", place, "--letter-format", "docx", "--force", "--from", "县"],
                under: "ulimit -f \(limit)", in: folder)
            #expect(failed.status == 74, "\(failed.errors)")
        }
        #expect(!folder.exists("新通知"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("通知")).sorted() == old.sorted())
        #expect(try old.map { try Data(contentsOf: URL(filePath: folder.path("通知/\($0)"))).count } == sizes)
    }

    // MARK: Small things

    @Test func backupMakesItsFolder() throws {
        #expect(try run(0, "backup", "备份/年报-2024-03.sqlite").contains("已备份到"))
        #expect(try run(65, "verify", "--against", String(repeating: "0", count: 16)).contains("先核对校验码有没有抄错"))
    }

    @Test func notesOfOpenDocumentsAreLitter() throws {
        try folder.write("张三", to: "in/~$柳溪镇.docx")
        try OfficeFiles(folder: folder).write("柳溪镇", to: "in/柳溪镇.txt")
        #expect(try run(0, "import", "in", "--archive", "另.sqlite").contains("~$") == false)
    }

    @Test func findingsThatAreLeftAreNamed() throws {
        let files = OfficeFiles(folder: folder)
        try files.write("白杨镇", to: "白杨镇.txt")
        _ = try run(0, "import", "白杨镇.txt", "--archive", "另.sqlite")
        let changed = try #require(try folder.text("白杨镇.txt").firstMatch(of: /收到[^0-9]{0,8}(\d+)件/)?.1)
        try files.write("白杨镇", to: "白杨镇.txt", replacing: ["\(changed)件": "\(changed)0件"])
        let told = try run(0, "import", "白杨镇.txt", "--archive", "另.sqlite")
        let left = try #require(told.components(separatedBy: "处未消除\n").dropFirst().first, "\(told)")
        #expect(left.contains("row-total") || left.contains("："), "\(told)")
    }
}
