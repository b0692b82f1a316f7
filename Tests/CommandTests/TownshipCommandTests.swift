import Foundation
import Support
import Testing

@Suite struct TownshipCommandTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    @Test func listsEveryTownshipWithItsYears() throws {
        for run in [
            try Program.run("townships", "--format", "csv", in: folder),
            try Program.run("townships", "list", "--format", "csv", in: folder),
        ] {
            #expect(run.status == 0)
            let lakeside = run.rows.first { $0["township"] == "望湖街道" }
            #expect(lakeside?["county"] == "青禾县")
            #expect(lakeside?["years"] == "2019;2021;2022")
        }
    }

    @Test func renamedCountyIsFoundByItsFormerName() throws {
        let run = try Program.run("townships", "rename", "湟中区", "湟中新区", in: folder)
        #expect(run.output.contains("湟中区 is now 湟中新区"))
        let list = try Program.run("list", "--county", "湟中区", "--format", "csv", in: folder)
        #expect(list.rows.map { $0["county"] } == ["湟中新区"])
    }

    /// A script that goes through a county's names would count its sums twice.
    @Test func answersUnderAFormerNameOfACountyBearTodays() throws {
        try Program.run("townships", "rename", "青禾县", "青禾区", in: folder)
        let former = try Program.run("rollup", "青禾县", "2021", "--format", "csv", in: folder)
        #expect(Set(former.rows.map { $0["county"] }) == ["青禾区"])
        #expect(try Program.run("rollup", "青禾区", "2021", "--format", "csv", in: folder).output == former.output)
        for (command, title) in [("rollup", "青禾区 2021, rolled up"), ("brief", "# 青禾区: ")] {
            let text = try Program.run(command, "青禾县", "2021", in: folder).output
            #expect(text.contains(title), "\(text)")
        }
    }

    /// The last would win, and nothing tell of the other.
    @Test func listWithTwoCodesOfOnePlaceIsRefused() throws {
        try Program.run("townships", "rename", "青禾县/柳溪镇", "新镇", in: folder)
        try folder.write("county,township,code\n青禾县,柳溪镇,632199101\n青禾县,新镇,632199109\n", to: "list.csv")
        let run = try Program.run("townships", "import", "list.csv", in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("several codes of 青禾县/新镇") && run.errors.contains("632199101, 632199109"))
        #expect(try !Program.run("townships", "--format", "csv", in: folder).output.contains("632199"))
    }

    /// A list that gives another code than before is in the log with the place; one that gives the first, as a list.
    @Test func listThatChangesACodeIsLoggedByPlace() throws {
        try folder.write("county,township,code\n青禾县,柳溪镇,632199101\n青禾县,柳溪镇,632199101\n", to: "one.csv")
        let first = try Program.run("townships", "import", "one.csv", in: folder)
        #expect(first.output.contains("1 codes set"), "\(first.output)")
        #expect(try !Program.run("log", "--format", "csv", in: folder).rows.contains { $0["action"] == "code" })
        try folder.write("county,township,code\n青禾县,柳溪镇,632199102\n", to: "two.csv")
        try Program.run("townships", "import", "two.csv", in: folder)
        let log = try Program.run("log", "--format", "csv", in: folder).output
        #expect(log.contains("code,青禾县/柳溪镇: 632199102"), "\(log)")
    }

    @Test func mergedCountiesTellWhichTownshipsBecameOne() throws {
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/柳溪镇.txt", encoding: .utf8)
        let other = text.replacing("青禾县", with: "松岭县").replacing("2021年", with: "2023年")
        try folder.write(other.replacing("2020年", with: "2022年"), to: "松岭县/柳溪镇.txt")
        #expect(try Program.run("import", "松岭县/柳溪镇.txt", in: folder).output.contains("松岭县/柳溪镇 2023"))
        let merge = try Program.run("townships", "merge", "松岭县", "青禾县", in: folder).output
        #expect(merge.contains("reports that came to them: 柳溪镇 (2023)"), "\(merge)")
        #expect(merge.contains("nianbao move 青禾县/柳溪镇 2023 --to …"))
    }

    @Test(arguments: [String.Encoding.utf8, .init(rawValue: 0x8000_0632)], [false, true])
    func takesAListFromASpreadsheet(encoding: String.Encoding, hasMark: Bool) throws {
        let text = "序号,县区,乡镇,区划代码\r\n1,青禾县,柳溪镇,632199101\r\n2,青禾县,\"新街镇\",=\"632199102\"\r\n3,青禾县,,632199\r\n"
        guard var data = text.data(using: encoding) else { return }
        if hasMark, encoding == .utf8 { data = Data([0xEF, 0xBB, 0xBF]) + data }
        try data.write(to: folder.url.appending(path: "list.csv"))
        let run = try Program.run("townships", "import", "list.csv", in: folder)
        #expect(run.output.contains("3 lines: 1 new, 2 known, 3 codes set"))
        let rows = try Program.run("townships", "--format", "csv", in: folder).rows
        #expect(rows.first { $0["township"] == "柳溪镇" }?["code"] == "632199101")
        #expect(rows.first { $0["township"] == "新街镇" }?["code"] == "632199102")
        #expect(rows.first { $0["township"] == "新街镇" }?["county_code"] == "632199")
    }

    /// A third place would be made of the report in silence.
    @Test(arguments: ["", "--dry-run"]) func nameThatSeveralPlacesBoreIsAskedAbout(trial: String) throws {
        let options = trial.isEmpty ? [] : [trial]
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/柳溪镇.txt", encoding: .utf8)
        try folder.write(text.replacing("柳溪镇", with: "三岔乡"), to: "三岔乡.txt")
        for place in ["青禾县/石桥乡", "青禾县/柳溪镇"] { try Program.run("townships", "name", place, "三岔乡", in: folder) }
        let asked = try Program.run(["import", "三岔乡.txt"] + options, in: folder)
        #expect(asked.status == 1)
        #expect(asked.output.contains("several places bore the name: 青禾县/柳溪镇, 青禾县/石桥乡"), "\(asked.output)")
        #expect(asked.output.contains("nianbao import 三岔乡.txt --county 青禾县 --township 石桥乡\n"))
        #expect(try !Program.run("townships", "--format", "csv", in: folder).output.contains("青禾县,三岔乡"))
        let record = try Program.run(["import", "三岔乡.txt", "--json"] + options, in: folder).output
        #expect(record.contains("\"contest\":\"several_places\"") && !record.contains("\"other\""), "\(record)")
        // Nor is it made by a list.
        try folder.write("county,township\n青禾县,三岔乡\n", to: "list.csv")
        let listed = try Program.run("townships", "import", "list.csv", in: folder)
        #expect(listed.status == 64 && listed.errors.contains("write one of 青禾县/柳溪镇, 青禾县/石桥乡"))
        let named = ["import", "三岔乡.txt", "--county", "青禾县", "--township", "石桥乡"]
        #expect(try [0, 1].contains(Program.run(named + options, in: folder).status))
    }

    @Test func countyNameThatSeveralBoreIsAskedAbout() throws {
        for county in ["青禾县", "湟中区"] { try Program.run("townships", "name", county, "西川县", in: folder) }
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/柳溪镇.txt", encoding: .utf8)
        try folder.write(text.replacing("青禾县", with: "西川县"), to: "柳溪镇.txt")
        let asked = try Program.run("import", "柳溪镇.txt", in: folder)
        #expect(asked.status == 1 && asked.output.contains("nianbao import 柳溪镇.txt --county 青禾县\n"), "\(asked.output)")
        #expect(try !Program.run("townships", "--format", "csv", in: folder).output.contains("西川县,柳溪镇"))
    }

    /// A county's own lists have its townships in the order of their codes.
    @Test func codesSayInWhichOrderTownshipsStand() throws {
        try folder.write(
            "county,township,code\n青禾县,望湖街道,632199001\n青禾县,石桥乡,632199203\n青禾县,柳溪镇,632199101\n", to: "list.csv")
        #expect(try Program.run("townships", "import", "list.csv", in: folder).status == 0)
        let order = ["望湖街道", "柳溪镇", "石桥乡", "古渡镇", "白杨镇"]
        try folder.write("青禾县,安平乡\n", to: "名单.txt")
        for words in [
            ["townships"], ["compare", "12345"], ["list", "--years", "2021"], ["coverage", "--expect", "名单.txt"],
            ["export", "--years", "2021"],
        ] {
            let rows = try Program.run(words + ["--county", "青禾县", "--format", "csv"], in: folder).rows
            var told: [String] = []
            for name in rows.compactMap({ $0["township"] }) where !told.contains(name) { told.append(name) }
            #expect(told == order + (words[0] == "coverage" ? ["安平乡"] : []), "\(words)")
        }
    }

    @Test(arguments: [
        ("name,code\n柳溪镇,632199101\n", "county,township,code"), ("county,township,code\n青禾县,柳溪镇,6.3E+08\n", "line 2"),
        ("county,township,code\n,柳溪镇,632199101\n", "line 2"),
    ])
    func refusesWhatIsNoList(text: String, word: String) throws {
        try folder.write(text, to: "list.csv")
        let run = try Program.run("townships", "import", "list.csv", in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains(word))
    }

    @Test func errorsSayWhatToDo() throws {
        let merge = try Program.run("townships", "merge", "青禾县/柳溪镇", "青禾县/石桥乡", in: folder)
        #expect(merge.status == 64)
        #expect(merge.errors.contains("both have reports for 2019, 2020, 2021, 2022"))
        let unknown = try Program.run("townships", "rename", "无此镇", "新镇", in: folder)
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("see nianbao townships"))
        let missing = try Program.run("townships", "rename", "a", "b", "--archive", "no.sqlite", in: folder)
        #expect(missing.status == 66)
    }

    // MARK: Revisions

    @Test func secondRevisionPrintsWhatChangedAndBothAreKept() throws {
        let path = "\(Program.samples)/青禾县/2021/柳溪镇.txt"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let before = try Program.run("show", "柳溪镇", "2021", "--format", "csv", in: folder)
        let changed = text.replacingOccurrences(of: "\t行政许可\n\t", with: "\t行政许可\n\t9")
        #expect(changed != text)
        try folder.write(changed, to: "柳溪镇2021更正.txt")
        let run = try Program.run("import", "柳溪镇2021更正.txt", in: folder)
        #expect(run.output.contains("revision 2"))
        #expect(run.output.contains("(licensing.decisions): "))
        #expect(run.output.contains(" → 9"))

        let all = try Program.run(
            "list", "--revisions", "--township", "柳溪镇", "--years", "2021", "--format", "csv", in: folder)
        #expect(all.rows.map { $0["revision"] } == ["1", "2"])
        let current = try Program.run("list", "--township", "柳溪镇", "--years", "2021", "--format", "csv", in: folder)
        #expect(current.rows.map { $0["revision"] } == ["2"])
        let first = try Program.run("show", "柳溪镇", "2021", "--revision", "1", "--format", "csv", in: folder)
        #expect(first.output == before.output)
        let none = try Program.run("show", "柳溪镇", "2021", "--revision", "3", in: folder)
        #expect(none.status == 66)
        #expect(none.errors.contains("has no revision 3"))
    }
}
