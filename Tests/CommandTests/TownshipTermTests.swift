import Foundation
import Support
import Testing

/// Townships that are abolished and set up (撤乡并镇): they count in the years in which they were there, and in no other.
@Suite struct TownshipTermTests: OfficeSuite {
    let folder: Folder
    private static let file = "\(Program.samples)/青禾县/2022/石桥乡.txt"

    /// 石桥乡 reported of 2019 to 2021.
    init() throws {
        folder = try Folder()
        try folder.importSamples()
        _ = try run(0, "remove", "石桥乡", "2022", "--reason", "试")
    }

    private func end() throws {
        let told = try run(
            0, "townships", "end", "石桥乡", "--after", "2021", "--into", "柳溪镇", "--reason", "撤乡并镇", "--author", "王")
        #expect(told == "青禾县/石桥乡：2021年后撤销，并入青禾县/柳溪镇\n")
    }

    private func rows(_ words: String...) throws -> [[String: String]] {
        try Program.run(words + ["--format", "csv"], in: folder).rows
    }

    // MARK: Who is missing

    @Test func coverageAndRemindersLeaveItOutOfLaterYears() throws {
        #expect(try run(0, "coverage", "--county", "青禾县", "--years", "2021-2022").contains("2022年缺报 1 个：青禾县/石桥乡"))
        try end()
        let table = try run(0, "coverage", "--county", "青禾县", "--years", "2021-2022")
        #expect(!table.contains("缺报") && table.contains("未设"), "\(table)")
        #expect(table.contains("设立和撤销：青禾县/石桥乡2021年后撤销，并入青禾县/柳溪镇"))
        let row = try rows("coverage", "--years", "2022").first { $0["township"] == "石桥乡" }
        #expect(row?["status"] == "no_township" && row?["expected"] == "false")
        #expect(try rows("coverage", "--years", "2021").first { $0["township"] == "石桥乡" }?["status"] == "report")
        let letters = try run(0, "coverage", "--county", "青禾县", "--years", "2020-2022", "--letter", "催报")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("催报"))
        #expect(names.contains { $0.contains("望湖街道") } && !names.contains { $0.contains("石桥乡") }, "\(letters)")
        // A list that still has it.
        try folder.write("青禾县,石桥乡\n青禾县,柳溪镇\n", to: "名单.txt")
        let listed = try run(0, "coverage", "--expect", "名单.txt", "--years", "2022", "--letter", "催")
        #expect(listed.contains("没有缺报的乡镇") && listed.contains("石桥乡2021年后撤销"), "\(listed)")
        // In its own years it is missing as before.
        _ = try run(0, "remove", "石桥乡", "2020", "--reason", "试")
        let own = try run(0, "coverage", "--county", "青禾县", "--years", "2020-2022")
        #expect(own.contains("2020年缺报 2 个：青禾县/望湖街道、青禾县/石桥乡"), "\(own)")
    }

    // MARK: Totals

    @Test func totalsAreWholeAndHaveAChange() throws {
        let before = try run(0, "compare", "licensing.decisions", "--total", "--county", "青禾县", "--years", "2021-2022")
        #expect(before.contains("≥") && before.contains("4/5") && before.contains("不计增减"), "\(before)")
        try end()
        let after = try run(0, "compare", "licensing.decisions", "--total", "--county", "青禾县", "--years", "2021-2022")
        #expect(!after.contains("≥") && after.contains("5/5") && after.contains("4/4"), "\(after)")
        #expect(!after.contains("不计增减") && after.contains("石桥乡2021年后撤销，并入青禾县/柳溪镇"), "\(after)")
        let total = try rows(
            "compare", "licensing.decisions", "--total", "--county", "青禾县", "--years", "2021-2022"
        ).first { $0["township"] == "total" }
        #expect(total?["2021"] == "847" && total?["2022"] == "793" && total?["change"] == "-54")
        #expect(total?["roster"] == "2021:5;2022:4" && total?["bound"] == "")
        // Of a later year alone it has no row.
        let later = try rows("compare", "licensing.decisions", "--total", "--county", "青禾县", "--years", "2022")
        #expect(!later.contains { $0["township"] == "石桥乡" } && later.last?["roster"] == "4")
        // A measure is over the same ones, though it looks at the year before.
        #expect(try run(0, "compare", "公开率", "--total", "--county", "青禾县", "--years", "2022").contains("4/4"))
        let rollup = try run(0, "rollup", "青禾县", "2022")
        #expect(rollup.contains("4/4") && !rollup.contains("缺报") && !rollup.contains("石桥乡"), "\(rollup)")
        let sums = try rows("rollup", "青禾县", "2022")
        #expect(sums.first { $0["indicator"] == "licensing.decisions" }?["bound"] == "")
    }

    /// Whose ground it is now was not told: sums of before and after are of different ground.
    @Test func withoutASuccessorTotalsHaveNoChange() throws {
        _ = try run(0, "townships", "end", "石桥乡", "--after", "2021", "--reason", "撤销")
        let table = try run(0, "compare", "licensing.decisions", "--total", "--county", "青禾县", "--years", "2021-2022")
        #expect(table.contains("4/4") && table.contains("不计增减"), "\(table)")
    }

    /// Nor where a part of the ground has no figure in the first of the years.
    @Test func successorsAreComparedWithAllThatTheyTookOver() throws {
        try end()
        _ = try run(0, "remove", "柳溪镇", "2021", "--reason", "试")
        let table = try run(0, "compare", "licensing.decisions", "--total", "--county", "青禾县", "--years", "2021-2022")
        #expect(table.contains("4/5") && table.contains("不计增减"), "\(table)")
    }

    @Test func briefAndPagesSayWhatBecameOfIt() throws {
        try end()
        let brief = try run(0, "brief", "青禾县", "2022")
        #expect(brief.contains("青禾县共有 4 个乡镇、街道") && brief.contains("已全部报送"), "\(brief)")
        #expect(brief.contains("与上一年度相比，石桥乡2021年后撤销，并入青禾县/柳溪镇。"))
        #expect(!brief.contains("不含石桥乡"))
        _ = try run(0, "report", "页")
        let page = try folder.text("页/青禾县.html")
        #expect(page.contains("2022年，青禾县 4 个乡镇、街道全部报送了年报。"), "\(page.prefix(4000))")
        #expect(page.contains("未设") && page.contains("石桥乡2021年后撤销，并入青禾县/柳溪镇"))
    }

    // MARK: Its own answers

    @Test func showAndListTellWhatItWentInto() throws {
        _ = try run(0, "remove", "石桥乡", "2021", "--reason", "试")
        _ = try run(0, "townships", "end", "石桥乡", "--after", "2020", "--into", "柳溪镇", "--reason", "撤乡并镇")
        #expect(try run(0, "show", "石桥乡", "2020").contains("2020年后撤销，并入青禾县/柳溪镇"))
        let none = try run(66, "show", "石桥乡", "2018")
        #expect(none.contains("档案中没有青禾县/石桥乡2018年的年报"))
        let gone = try run(66, "show", "石桥乡", "2023")
        #expect(gone.contains("青禾县/石桥乡2020年后撤销，并入青禾县/柳溪镇，没有这一年的年报"), "\(gone)")
        let row = try rows("townships").first { $0["township"] == "石桥乡" }
        #expect(row?["last_year"] == "2020" && row?["successor"] == "青禾县/柳溪镇" && row?["first_year"] == "")
    }

    /// What was said of the years of a place without a county is said of the township that it turns out to be.
    @Test func termsThatAMergeBringsAlongAreTold() throws {
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/柳溪镇.txt", encoding: .utf8)
        try folder.write(
            text.replacing("青禾县", with: "").replacing("柳溪镇", with: "古塘镇").replacing("2021年", with: "2018年"),
            to: "古塘镇.txt")
        try folder.write(text.replacing("柳溪镇", with: "古塘镇").replacing("2021年", with: "2017年"), to: "另.txt")
        _ = try run(0, "import", "古塘镇.txt")
        _ = try run(0, "import", "另.txt", "--county", "青禾县")
        _ = try run(0, "townships", "end", "/古塘镇", "--after", "2019", "--reason", "撤销")
        let told = try run(0, "townships", "merge", "/古塘镇", "青禾县/古塘镇")
        #expect(told.contains("青禾县/古塘镇：2019年后撤销"), "\(told)")
        #expect(told.contains("nianbao townships resume 青禾县/古塘镇"))
        _ = try run(0, "townships", "resume", "青禾县/古塘镇", "--reason", "记错")
    }

    @Test func isNotedAndCanBeTakenBack() throws {
        try end()
        let entry = try rows("log").last
        #expect(entry?["action"] == "end" && entry?["subject"] == "青禾县/石桥乡: –2021 → 青禾县/柳溪镇")
        #expect(entry?["author"] == "王" && entry?["reason"] == "撤乡并镇")
        #expect(try run(0, "log").contains("撤销乡镇"))
        #expect(try run(0, "townships", "resume", "石桥乡", "--reason", "记错").contains("各年都应报送"))
        #expect(try run(0, "coverage", "--county", "青禾县", "--years", "2022").contains("2022年缺报 1 个：青禾县/石桥乡"))
        #expect(try !run(0, "townships").contains("末报年度"))
        #expect(try run(64, "townships", "resume", "石桥乡", "--reason", "记错").contains("没有记为撤销"))
        #expect(try run(0, "verify").contains("0"))
    }

    // MARK: What cannot be

    @Test func whatCannotBeIsRefused() throws {
        func refused(_ words: String...) throws -> String {
            let run = try Program.run(
                ["townships", "end"] + words + ["--reason", "r"], in: folder, environment: ["LANG": "zh_CN.UTF-8"])
            #expect(run.status == 64, "\(run.output)")
            return run.errors
        }
        let later = try refused("白杨镇", "--after", "2020", "--into", "柳溪镇")
        #expect(later.contains("有青禾县/白杨镇 2021、2022 年的年报") && later.contains("nianbao move 青禾县/白杨镇 2021"))
        let unknown = try refused("石桥乡", "--after", "2021", "--into", "柳溪街道")
        #expect(unknown.contains("没有要并入的“柳溪街道”") && unknown.contains("townships rename"), "\(unknown)")
        #expect(try refused("石桥乡", "--after", "2021", "--into", "石桥乡").contains("不能并入它自己"))
        #expect(try refused("石桥乡", "--after", "2021", "--into", "青禾县").contains("是县区"))
        #expect(try refused("石桥乡", "--after", "21", "--into", "柳溪镇").contains("不是年份"))
        try end()
        // A circle, and a successor that is gone as early.
        #expect(try refused("柳溪镇", "--after", "2022", "--into", "石桥乡").contains("青禾县/石桥乡自己2021年后就已撤销"))
        _ = try run(0, "townships", "resume", "石桥乡", "--reason", "r")
        _ = try run(0, "townships", "end", "柳溪镇", "--after", "2023", "--into", "石桥乡", "--reason", "r")
        #expect(try refused("石桥乡", "--after", "2021", "--into", "柳溪镇").contains("青禾县/石桥乡自己2021年后就已撤销"))
        #expect(try rows("log").filter { $0["action"] == "end" }.count == 2)
        for reason in ["", " ", "　"] {
            #expect(try run(64, "townships", "end", "石桥乡", "--after", "2024", "--reason", reason).contains("理由"))
            #expect(try run(64, "remove", "柳溪镇", "2022", "--reason", reason).contains("理由"))
            #expect(try run(64, "waive", "row-total", "柳溪镇", "2022", "--reason", reason).contains("理由"))
        }
    }

    /// It is taken, counts, and is asked about.
    @Test func laterReportIsADoubt() throws {
        try end()
        let text = try String(contentsOfFile: Self.file, encoding: .utf8)
        try folder.write(text.replacing("2022", with: "2023").replacing("2021", with: "2022"), to: "石桥乡2023.txt")
        let words = "青禾县/石桥乡记为2021年后撤销，并入青禾县/柳溪镇，却有2023年的年报"
        #expect(try run(0, "import", "石桥乡2023.txt", "--county", "青禾县", "--dry-run").contains(words))
        let told = try run(0, "import", "石桥乡2023.txt", "--county", "青禾县")
        #expect(told.contains(words) && told.contains("nianbao move 青禾县/石桥乡 2023 --to …"), "\(told)")
        let finding = try #require(try rows("check", "--years", "2023").first { $0["rule"] == "no-township" })
        #expect(finding["severity"] == "warning" && finding["township"] == "石桥乡")
        #expect(try run(0, "show", "石桥乡", "2023").contains(words))
        let row = try rows("coverage", "--township", "石桥乡", "--years", "2023").first
        #expect(row?["status"] != "missing" && row?["expected"] == "true")
        _ = try run(0, "report", "页")
        let overview = try folder.text("页/青禾县.html").components(separatedBy: "<section id=\"overview\">").last
        let lines = try #require(overview?.components(separatedBy: "</section>").first)
        #expect(lines.contains("<th scope=\"row\">石桥乡</th>") && lines.contains("1/5"), "\(lines)")
        _ = try run(0, "townships", "resume", "石桥乡", "--reason", "没有撤销")
        #expect(try !rows("check", "--years", "2023").contains { $0["rule"] == "no-township" })
    }

    // MARK: On the roster

    /// Its only report was a wrong file: whether it has to report is for somebody to say.
    @Test func townshipWithoutAReportIsOffTheRosterOnlyWithAWord() throws {
        let file = try String(contentsOfFile: Self.file, encoding: .utf8).replacing("石桥乡", with: "龙泉镇")
        try folder.write(file, to: "龙泉镇.txt")
        _ = try run(0, "import", "龙泉镇.txt", "--county", "青禾县")
        let told = try run(0, "remove", "龙泉镇", "2022", "--reason", "错报")
        #expect(told.contains("青禾县/龙泉镇没有别的年报了，不再计入名单"), "\(told)")
        #expect(try !run(0, "coverage", "--county", "青禾县", "--years", "2022").contains("龙泉镇"))
        #expect(try run(0, "townships", "begin", "青禾县/龙泉镇", "--reason", "应报").contains("各年都应报送"))
        #expect(
            try run(0, "coverage", "--county", "青禾县", "--years", "2022").contains("2022年缺报 2 个：青禾县/石桥乡、青禾县/龙泉镇"))
        #expect(try !run(0, "remove", "柳溪镇", "2022", "--reason", "错报").contains("名单"))
        let moved = try run(0, "move", "湟中区/上新庄镇", "2020", "--to", "上新镇", "--reason", "错字")
        #expect(moved.contains("湟中区/上新庄镇没有别的年报了"), "\(moved)")
    }

    // MARK: Set up

    @Test func townshipThatWasSetUpIsNotMissingBefore() throws {
        try folder.write("county,township\n青禾县,新桥街道\n", to: "list.csv")
        _ = try run(0, "townships", "import", "list.csv")
        #expect(try run(0, "coverage", "--county", "青禾县", "--years", "2021-2022").contains("2021年缺报 1 个：青禾县/新桥街道"))
        let told = try run(0, "townships", "begin", "新桥街道", "--in", "2022", "--reason", "撤乡设街道")
        #expect(told == "青禾县/新桥街道：2022年设立\n")
        let both = try run(0, "townships", "end", "石桥乡", "--after", "2021", "--into", "新桥街道", "--reason", "撤乡设街道")
        #expect(both.contains("并入青禾县/新桥街道"))
        let table = try run(0, "coverage", "--county", "青禾县", "--years", "2021-2022")
        #expect(!table.contains("2021年缺报") && table.contains("2022年缺报 1 个：青禾县/新桥街道"), "\(table)")
        #expect(try run(64, "townships", "begin", "柳溪镇", "--in", "2021", "--reason", "r").contains("2019、2020 年的年报"))
        #expect(
            try run(64, "townships", "end", "新桥街道", "--after", "2021", "--reason", "r").contains("2022年设立，不会在2021年后"))
        _ = try run(0, "townships", "begin", "新桥街道", "--reason", "记错")
        #expect(try run(0, "coverage", "--county", "青禾县", "--years", "2021").contains("2021年缺报 1 个：青禾县/新桥街道"))
    }
}
