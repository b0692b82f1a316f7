import Foundation
import Support
import Testing

/// Reports of a county itself and of its departments, kept beside those of its townships as import proposes.
@Suite struct OtherBodyCommandTests: OfficeSuite {
    let folder: Folder

    init() throws {
        folder = try Folder()
        var reports = DeskReports(folder: folder)
        reports.county = "云岭县"
        for (township, received) in [("青石镇", "10"), ("龙泉镇", "20"), ("白水镇", "30")] {
            try reports.write(township, received: received)
        }
        try reports.file()
        for (body, received) in [("云岭县", "60"), ("云岭县教育局", "5")] {
            try folder.write(
                "\(body)2024年政府信息公开工作年度报告\n一、总体情况\n2024年，收到12345热线工单\(received)件。\n", to: "\(body).txt")
        }
    }

    /// Whichever way it is named, the county's 60 are no township's.
    @Test(arguments: ["云岭县本级", "云岭县", "云岭县人民政府"]) func countysOwnIsNeverAddedToItsTownships(name: String) throws {
        let refused = try run(65, "import", "云岭县.txt")
        #expect(refused.contains("--township 青禾县本级") && refused.contains("--township 教育局 --county 青禾县"), "\(refused)")
        let told = try run(0, "import", "云岭县.txt", "--township", name)
        #expect(told.contains("新：云岭县/\(name) 2024") && !told.contains("不知道是哪个县区"), "\(told)")
        try expectThreeTownships(beside: name)
        let rollup = try run(0, "rollup", "云岭县", "2024")
        let beside = rollup.components(separatedBy: "与县级报告对照").last ?? ""
        #expect(rollup.contains("3/3") && beside.contains("hotline_12345.received"), "\(rollup)")
    }

    @Test func departmentIsNoTownship() throws {
        _ = try run(0, "import", "云岭县教育局.txt", "--township", "教育局", "--county", "云岭县")
        try expectThreeTownships(beside: "教育局")
        let rollup = try run(0, "rollup", "云岭县", "2024")
        #expect(rollup.contains("不是乡镇，不计入") && !rollup.contains("与县级报告对照"), "\(rollup)")
    }

    /// The report goes on standing under the county's name of then; so it does for answers of before.
    @Test(arguments: ["云岭县政府", "云岭县人民政府"], [["rename", "云岭县", "云岭区"], ["merge", "云岭县", "云岭区"]])
    func countysOwnStaysItsOwnUnderAFormerName(name: String, deed: [String]) throws {
        _ = try run(0, "import", "云岭县.txt", "--township", name)
        if deed[0] == "merge" {
            try folder.write("county,township\n云岭区,青石镇\n", to: "list.csv")
            _ = try run(0, "townships", "import", "list.csv")
        }
        _ = try Program.run(["townships"] + deed, in: folder)
        for moment in [[], ["--as-of", "2999-01-01"]] {
            let total = ["compare", "hotline_12345.received", "--total", "--format", "csv"]
            let rows = try Program.run(total + moment, in: folder).rows
            #expect(rows.first { $0["township"] == "total" }?["2024"] == "60", "\(rows)")
            let sums = try Program.run(["rollup", "云岭区", "2024", "--format", "csv"] + moment, in: folder).rows
            #expect(sums.first { $0["indicator"] == "hotline_12345.received" }?["value"] == "60")
        }
        #expect(try run(0, "rollup", "云岭区", "2024").contains("与县级报告对照"))
        #expect(try run(0, "brief", "云岭区", "2024").contains("云岭区共有 3 个乡镇、街道"))
        let coverage = try Program.run("coverage", "--years", "2025", "--format", "csv", in: folder).rows
        #expect(coverage.filter { $0["expected"] == "false" }.map { $0["township"] } == [name])
    }

    @Test func publicationTellsWhoIsNoTownship() throws {
        _ = try run(0, "import", "云岭县.txt", "--township", "云岭县本级")
        _ = try run(0, "import", "云岭县教育局.txt", "--township", "教育局", "--county", "云岭县")
        _ = try Program.run("publish", "out", in: folder)
        let rows = Program.rows(of: try folder.text("out/township.csv"))
        #expect(rows.count == 5 && rows.filter { $0["is_township"] == "1" }.allSatisfy { $0["kind"] == "镇" })
        #expect(Set(rows.filter { $0["is_township"] == "0" }.compactMap { $0["name"] }) == ["云岭县本级", "教育局"])
    }

    /// Its reports come into all totals, or leave them.
    @Test func renamingThatMakesATownshipIsTold() throws {
        _ = try run(0, "import", "云岭县教育局.txt", "--township", "教育局", "--county", "云岭县")
        #expect(try run(0, "townships", "rename", "教育局", "教育镇").contains("从此计入合计、名次和缺报"))
        #expect(try run(0, "townships", "rename", "教育镇", "教育局").contains("都不再计入合计、名次和缺报"))
        #expect(try !run(0, "townships", "rename", "教育局", "文教局").contains("从此计入"))
        #expect(try !run(0, "townships", "rename", "青石镇", "青石街道").contains("注意"))
        #expect(try !run(0, "townships", "rename", "云岭县", "云岭区").contains("注意"))
    }

    /// 10, 20 and 30 are 60, with 20 in the middle.
    private func expectThreeTownships(beside name: String) throws {
        let code = "hotline_12345.received"
        let rows = try Program.run(
            "compare", code, "--total", "--rank", "--benchmark", "county", "--format", "csv", in: folder
        ).rows
        func row(_ name: String) -> [String: String]? { rows.first { $0["township"] == name } }
        #expect(row("total")?["2024"] == "60" && row("total")?["roster"] == "3" && row("total")?["bound"] == "")
        #expect(row(name)?["rank"] == "" && row(name)?["place"] == "" && row("白水镇")?["rank"] == "1")
        #expect(row("白水镇")?["median"] == "20" && row("白水镇")?["reports"] == "3")
        let table = try run(0, "compare", code, "--total")
        #expect(table.contains("3/3") && table.contains("不是乡镇，不计入合计、名次和四分位数：\(name)"), "\(table)")
        let top = try run(0, "compare", code, "--top", "1", "--sort", "value")
        #expect(top.contains("白水镇") && !top.contains(name) && top.contains("共 3 个乡镇"), "\(top)")
        #expect(try run(0, "brief", "云岭县", "2024").contains("云岭县共有 3 个乡镇、街道"))
        let letters = try run(
            0, "coverage", "--years", "2025", "--letter", "催报", "--letter-format", "md", "--from", "办")
        #expect(letters.contains("青石镇-催报.md") && !letters.contains("\(name)-催报"), "\(letters)")
        let coverage = try Program.run("coverage", "--years", "2025", "--format", "csv", in: folder).rows
        #expect(coverage.filter { $0["expected"] == "false" }.map { $0["township"] } == [name])
        #expect(coverage.count { $0["expected"] == "true" && $0["status"] == "missing" } == 3)
        try Program.run("report", "网页", "--indicator", code, "--lang", "zh", "--force", in: folder)
        #expect(try folder.text("网页/云岭县.html").contains("3 个乡镇、街道，应有年报 3 份，已有 3 份"))
    }

    /// A letter would call it a township.
    @Test func letterGoesToTownshipsAlone() throws {
        let samples = "\(Program.samples)/青禾县/2021"
        let text = try String(contentsOfFile: "\(samples)/白杨镇.txt", encoding: .utf8)
        try folder.write(text, to: "县.txt")
        _ = try run(0, "import", "县.txt", "--township", "青禾县本级", "--county", "青禾县")
        let told = try run(0, "check", "--letter", "通知", "--letter-format", "md", "--from", "办")
        #expect(!told.contains("青禾县本级.md") && told.contains("办公室核对清单.md"), "\(told)")
        #expect(try folder.text("通知/办公室核对清单.md").contains("县区本级和部门的报告"))
    }
}
