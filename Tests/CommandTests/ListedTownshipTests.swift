import Foundation
import Support
import Testing

/// Townships that somebody named: on a list of those that should report, or for a page.
@Suite struct ListedTownshipTests: OfficeSuite {
    let folder: Folder

    init() throws {
        folder = try Folder()
        for (county, townships) in [("平川县", ["青石镇", "龙泉镇"]), ("东山县", ["河口镇", "石桥镇", "龙泉镇"])] {
            var reports = DeskReports(folder: folder)
            reports.county = county
            // The same file under two counties would be asked about.
            for township in townships { try reports.write(township, received: county == "平川县" ? "10" : "12") }
            try reports.file()
        }
        let rows = ["平川县,青石镇", "平川县,龙泉镇", "平川县,新立镇", "东山县,河口镇", "东山县,石桥镇", "东山县,龙泉镇", "西山县,柳树乡"]
        try folder.write((["县区,乡镇"] + rows).joined(separator: "\n"), to: "全市.csv")
    }

    private func statuses(_ arguments: String...) throws -> [String: String] {
        let rows = try Program.run(
            ["coverage", "--years", "2024", "--format", "csv", "--expect"] + arguments, in: folder
        ).rows
        return Dictionary(
            uniqueKeysWithValues: rows.map { ("\($0["county"] ?? "")/\($0["township"] ?? "")", $0["status"] ?? "") })
    }

    /// A prefecture keeps one list, and asks county by county.
    @Test func filterHoldsForTheList() throws {
        let here = ["平川县/青石镇": "report", "平川县/龙泉镇": "report", "平川县/新立镇": "missing"]
        #expect(try statuses("全市.csv", "--county", "平川县") == here)
        #expect(try statuses("全市.csv", "--township", "青石镇") == ["平川县/青石镇": "report"])
        #expect(try statuses("全市.csv", "--township", "平川县/龙泉镇") == ["平川县/龙泉镇": "report"])
        // Those that the archive does not know are on the list for all that.
        #expect(try statuses("全市.csv", "--township", "新立镇") == ["平川县/新立镇": "missing"])
        #expect(try statuses("全市.csv", "--county", "西山县") == ["西山县/柳树乡": "missing"])
        let unknown = try run(64, "coverage", "--expect", "全市.csv", "--years", "2024", "--county", "平山县")
        #expect(unknown.contains("平山县"))
        let letters = try run(
            0, "coverage", "--expect", "全市.csv", "--years", "2024", "--county", "平川县", "--letter", "催报",
            "--letter-format", "md", "--from", "办")
        #expect(letters == "催报/平川县-新立镇-催报.md\n催报/平川县-缺报名单.md\n", "\(letters)")
    }

    /// A county goes on under another name, whichever the list has.
    @Test func listMayHaveTheCountysFormerName() throws {
        #expect(try run(0, "townships", "rename", "平川县", "平川区") == "平川县 现名 平川区\n")
        #expect(try statuses("全市.csv", "--county", "平川县").keys.sorted() == ["平川区/新立镇", "平川区/青石镇", "平川区/龙泉镇"])
        #expect(try statuses("全市.csv", "--county", "平川区")["平川区/新立镇"] == "missing")
    }

    /// An abolished township is on no list: it is neither missing nor written to, and the answer says so.
    @Test func whoIsNotListedIsNotMissing() throws {
        try folder.write("青石镇\n新立镇\n", to: "名单.txt")
        let of = ["--expect", "名单.txt", "--county", "平川县", "--years", "2025"]
        let told = try Program.run(["coverage", "--lang", "zh"] + of, in: folder).output
        #expect(told.contains("2025年缺报 2 个：平川县/青石镇、平川县/新立镇"), "\(told)")
        #expect(told.contains("名单以外 1 个，不计缺报，不催报：平川县/龙泉镇"))
        let rows = try Program.run(["coverage", "--format", "csv"] + of, in: folder).rows
        #expect(rows.map { $0["status"] } == ["missing", "missing", "missing"])
        #expect(rows.filter { $0["expected"] == "false" }.map { $0["township"] } == ["龙泉镇"])
        let letters = try Program.run(
            ["coverage", "--letter", "催报", "--letter-format", "md", "--from", "办", "--lang", "zh"] + of, in: folder)
        #expect(letters.output.split(separator: "\n").count == 3 && !letters.output.contains("龙泉镇"))
        #expect(letters.errors.contains("名单以外 1 个"), "\(letters.errors)")
        // Without a list all are to report.
        #expect(try run(0, "coverage", "--county", "平川县", "--years", "2025").contains("2025年缺报 2 个"))
    }

    @Test(arguments: [
        "名称,代码\n青石镇,650001\n新立镇,650002", "县区;乡镇\n平川县;青石镇\n平川县;新立镇", "序号,单位名称,联系人\n1,青石镇,张\n2,新立镇,李",
        "county;township\n平川县;青石镇\n平川县;新立镇", "乡镇，备注\n青石镇，\n新立镇，新设", "1,平川县,青石镇,张\n2,平川县,新立镇,李", "青石镇\n新立镇",
        "乡镇,所属县区\n青石镇,平川县\n新立镇,平川县",
    ]) func headingsAreNoTownships(list: String) throws {
        try folder.write(list, to: "名单.csv")
        let found = try statuses("名单.csv", "--county", "平川县")
        let expected = ["平川县/青石镇": "report", "平川县/新立镇": "missing", "平川县/龙泉镇": "report"]
        #expect(found == expected, "\(list)")
    }

    /// A townships of the archive by a name as tables have it, and lines that count the others.
    @Test(arguments: [
        "平川县,  青 石 镇\n平川县,新立镇（街道）\n平川县,小计\n合计,2", "序号\t县（区）\t乡镇（街道）名称\t备注\n1\t平川县\t青石镇\t\n2\t平川县\t新立镇\t\n合计\t\t\t",
        "县区,乡镇\n平川县,青石镇(城区)\n平川县,新立镇\n平川县,合计",
    ]) func namesAreReadAsTablesHaveThem(list: String) throws {
        try folder.write(list, to: "名单.csv")
        let found = try statuses("名单.csv", "--county", "平川县")
        #expect(found == ["平川县/青石镇": "report", "平川县/新立镇": "missing", "平川县/龙泉镇": "report"], "\(list)")
    }

    /// Reminders would go to townships whose reports are there.
    @Test func nameThatLeadsToSeveralPlacesIsAskedAbout() throws {
        let of = ["--years", "2024", "--letter", "催报", "--expect"]
        try folder.write("青石镇\n龙泉镇\n", to: "名单.txt")
        let several = try Program.run(["coverage", "--lang", "zh"] + of + ["名单.txt"], in: folder)
        #expect(several.status == 64 && several.errors.contains("“龙泉镇”指东山县/龙泉镇、平川县/龙泉镇"), "\(several.errors)")
        // A name that two bore, and one that somebody bears.
        for place in ["东山县/河口镇", "东山县/石桥镇"] { try Program.run("townships", "name", place, "石桥乡", in: folder) }
        try folder.write("东山县,石桥乡\n", to: "名单.txt")
        let former = try Program.run(["coverage", "--lang", "en"] + of + ["名单.txt"], in: folder)
        #expect(former.status == 64 && former.errors.contains("'石桥乡' leads to 东山县/河口镇, 东山县/石桥镇"), "\(former.errors)")
        #expect(!folder.exists("催报"))
        try Program.run("townships", "name", "东山县/河口镇", "石桥镇", in: folder)
        try folder.write("东山县,石桥镇\n", to: "名单.txt")
        #expect(try statuses("名单.txt", "--county", "东山县")["东山县/石桥镇"] == "report")
    }

    @Test func whatIsNoTownshipsNameIsRefusedWithItsLine() throws {
        try folder.write("青石镇\n填报说明\n", to: "名单.txt")
        let of = [
            "coverage", "--county", "平川县", "--years", "2024", "--expect", "名单.txt", "--letter", "催报", "--lang", "zh",
        ]
        let run = try Program.run(of, in: folder)
        #expect(run.status == 64 && run.errors.contains("第 2 行“填报说明”不是乡镇、街道的名称"), "\(run.errors)")
        try folder.write("county,township\n平川县,填报说明\n", to: "list.csv")
        try Program.run("townships", "import", "list.csv", in: folder)
        #expect(try Program.run(of, in: folder).status == 0)
    }

    // MARK: Notes

    /// Two counties have a township of one name.
    @Test func notesNameTheCountyWhereThereAreSeveral() throws {
        let table = try run(0, "compare", "12345", "--years", "2024-2025")
        #expect(table.contains("东山县/龙泉镇 2025、") && table.contains("平川县/龙泉镇 2025"), "\(table)")
        let one = try run(0, "compare", "12345", "--years", "2024-2025", "--county", "平川县")
        #expect(one.contains("龙泉镇 2025") && !one.contains("平川县/龙泉镇 2025"), "\(one)")
        let merge = try run(64, "townships", "merge", "平川县", "东山县")
        #expect(merge.contains("不是同一乡镇的，先改名：nianbao townships rename 平川县/龙泉镇 新名称"), "\(merge)")
    }

    @Test func townshipOfAnotherCountyIsNamed() throws {
        let told = try run(64, "list", "--county", "平川县", "--township", "石桥镇")
        #expect(told.contains("所写的县区没有“石桥镇”，档案中有的是东山县/石桥镇"), "\(told)")
    }

    @Test func orderIsByAYearThatIsCompared() throws {
        let refused = try run(64, "compare", "12345", "--sort", "2030")
        #expect(refused.contains("不能按 2030 年排序，比较的是 2024 年"), "\(refused)")
        _ = try run(0, "compare", "12345", "--sort", "2024")
        _ = try run(0, "compare", "12345", "--sort", "2025", "--years", "2024-2025")
    }

    @Test func rollupNamesWhoseFiguresWereCorrected() throws {
        _ = try run(0, "correct", "平川县/青石镇", "2024", "licensing.decisions", "12", "--reason", "电话", "--yes")
        let rows = try Program.run("rollup", "平川县", "2024", "--format", "csv", in: folder).rows
        #expect(rows.first { $0["indicator"] == "licensing.decisions" }?["corrected"] == "青石镇")
        #expect(rows.filter { $0["corrected"] != "" }.count == 1)
    }

    // MARK: Pages

    @Test func pageOfChosenTownshipsSaysThatItIsNotTheCounty() throws {
        let of = ["--indicator", "hotline_12345.received"]
        try Program.run(["report", "选", "--township", "河口镇,石桥镇", "--lang", "zh"] + of, in: folder)
        let page = try folder.text("选/东山县.html")
        #expect(page.contains("所选的 2 个乡镇、街道（东山县共 3 个）全部报送了年报") && page.contains("所选乡镇合计 24 件"), "\(page)")
        #expect(!page.contains("全县") && page.contains("（所选 2 个乡镇、街道，全部 3 个）"))
        #expect(try folder.text("选/index.html").contains("（所选 2 个乡镇、街道，全部 3 个）"))
        let english = try Program.run(["report", "e", "--township", "河口镇", "--lang", "en"] + of, in: folder)
        #expect(english.status == 0)
        #expect(try folder.text("e/东山县.html").contains("All 1 chosen townships (东山县 has 3) have reported"))
        try Program.run(["report", "全", "--county", "东山县", "--lang", "zh"] + of, in: folder)
        #expect(try folder.text("全/东山县.html").contains("东山县 3 个乡镇、街道全部报送了年报"))
    }
}
