import Foundation
import Support
import Testing

/// Reports that came without their county, under a wrong one, or with last year's title: none counts twice, and each
/// question names the command that answers it.
@Suite struct WhoseReportTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
    }

    private var places: [String] {
        get throws {
            try Program.run("list", "--format", "csv", in: folder).rows.map {
                "\($0["county"] ?? "?")/\($0["township"] ?? "?") \($0["year"] ?? "?")"
            }
        }
    }

    /// Without a word of its county.
    private func writeCountyless(to name: String, replacing words: [String: String] = [:]) throws {
        try files.write("柳溪镇", to: name, replacing: words.merging(["青禾县": "本县"]) { one, _ in one })
    }

    @Test func sameFileMovesIntoTheCountyNamed() throws {
        try writeCountyless(to: "柳溪镇.txt")
        #expect(try run(0, "import", "柳溪镇.txt").contains("可用 --county 注明"))
        _ = try run(0, "correct", "柳溪镇", "2023", "hotline_12345.received", "176", "--reason", "核实")
        #expect(try run(0, "import", "柳溪镇.txt", "--county", "青禾县", "--dry-run").contains("已归入注明的县区"))
        let placed = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        #expect(placed.contains("已归入注明的县区（原为未注明县区的柳溪镇）"), "\(placed)")
        #expect(try places == ["青禾县/柳溪镇 2023"])
        #expect(try run(0, "coverage", "--format", "csv").contains("missing") == false)
        #expect(try run(0, "corrections", "--format", "csv").contains("青禾县,柳溪镇,2023,"))
        #expect(try run(0, "check", "--format", "csv").contains("county-unknown") == false)
        #expect(try run(0, "import", "柳溪镇.txt", "--county", "青禾县").contains("已有，未变动"))
        #expect(try run(0, "verify").contains("损坏"))
    }

    @Test func otherFileOfTheSameNameIsAskedAbout() throws {
        try writeCountyless(to: "柳溪镇.txt")
        try writeCountyless(to: "柳溪镇更正.txt", replacing: ["收到派单175件": "收到派单180件"])
        _ = try run(0, "import", "柳溪镇.txt")
        let asked = try run(1, "import", "柳溪镇更正.txt", "--county", "青禾县")
        #expect(asked.contains("另有未注明县区的柳溪镇 2023 年报（柳溪镇.txt），有 1 处不同"), "\(asked)")
        #expect(asked.contains("nianbao import --replace 柳溪镇更正.txt --county 青禾县"))
        #expect(asked.contains("nianbao move /柳溪镇 2023 --to 青禾县/柳溪镇 --reason …"))
        #expect(try places == ["/柳溪镇 2023"])
        #expect(try run(0, "townships", "list", "--format", "csv").contains("青禾县") == false)
        let trial = try run(0, "import", "--replace", "柳溪镇更正.txt", "--county", "青禾县", "--dry-run")
        #expect(trial.contains("将为第 2 版"), "\(trial)")
        #expect(try run(0, "import", "--replace", "柳溪镇更正.txt", "--county", "青禾县").contains("第 2 版"))
        #expect(try places == ["青禾县/柳溪镇 2023"])
        #expect(try run(0, "list", "--revisions", "--format", "csv").contains("柳溪镇更正.txt"))
    }

    @Test func reportWithoutCountyIsAskedAboutBesideOneWithIt() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try writeCountyless(to: "柳溪镇再报.txt", replacing: ["收到派单175件": "收到派单180件"])
        _ = try run(0, "import", "柳溪镇.txt")
        let asked = try run(1, "import", "柳溪镇再报.txt")
        #expect(asked.contains("青禾县/柳溪镇已有 2023 年报（柳溪镇.txt），有 1 处不同"), "\(asked)")
        #expect(asked.contains("nianbao import 柳溪镇再报.txt --county 青禾县"))
        #expect(try run(0, "import", "柳溪镇再报.txt", "--county", "青禾县").contains("第 2 版"))
        #expect(try places == ["青禾县/柳溪镇 2023"])
    }

    /// What an import says at its end is of the place where the report stands, and not of the one that the file names.
    @Test(arguments: [[], ["--strict"]]) func revisionWithoutCountyIsToldOfItsPlace(options: [String]) throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try writeCountyless(to: "来件.txt", replacing: ["收到派单175件": "收到派单180件"])
        _ = try run(0, "import", "柳溪镇.txt")
        _ = try run(0, "correct", "柳溪镇", "2023", "hotline_12345.received", "176", "--reason", "核实")
        for trial in [["--dry-run"], []] {
            let named = try Program.run(["import", "--replace", "来件.txt"] + trial + options, in: folder)
            #expect(named.status == 0, "\(named.errors)")
            #expect(named.output.contains("revision 2: 柳溪镇 2023 (2021 form), filed under 青禾县/柳溪镇"), "\(named.output)")
            #expect(named.output.contains("correction of hotline_12345.received still counts, as 176"))
        }
        #expect(try places == ["青禾县/柳溪镇 2023"])
    }

    @Test(arguments: [[], ["--strict"]]) func revisionUnderAFormerNameIsToldOfItsPlace(options: [String]) throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try writeCountyless(to: "来件.txt", replacing: ["收到派单175件": "收到派单180件"])
        _ = try run(0, "import", "柳溪镇.txt")
        _ = try run(0, "townships", "rename", "青禾县/柳溪镇", "新塘镇")
        for trial in [["--dry-run"], []] {
            let former = try Program.run(["import", "来件.txt"] + trial + options, in: folder)
            #expect(former.status == 0, "\(former.errors)")
            #expect(former.output.contains("revision 2: 柳溪镇 2023 (2021 form), filed under 青禾县/新塘镇"), "\(former.output)")
        }
        #expect(try places == ["青禾县/新塘镇 2023"])
    }

    /// Another township bore the name once, and has a report that the file could be a corrected version of.
    @Test func bearerOfANameGoesBeforeWhoBoreIt() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try files.write("柳溪镇", to: "石桥乡.txt", replacing: ["柳溪镇": "石桥乡", "青禾县": "松岭县"])
        try writeCountyless(to: "来件.txt", replacing: ["收到派单175件": "收到派单180件"])
        for name in ["柳溪镇.txt", "石桥乡.txt"] { _ = try run(0, "import", name) }
        _ = try run(0, "townships", "name", "松岭县/石桥乡", "柳溪镇")
        for options in [["--dry-run"], []] {
            let asked = try Program.run(["import", "来件.txt"] + options, in: folder)
            #expect(asked.status == 1 && asked.output.contains("青禾县/柳溪镇"), "\(asked.output)")
        }
        #expect(try places == ["松岭县/石桥乡 2023", "青禾县/柳溪镇 2023"])
        #expect(try !run(0, "list", "--revisions", "--format", "csv").contains("来件.txt"))
        // Where nobody bears the name any more, it leads to who bore it.
        _ = try run(0, "townships", "rename", "青禾县/柳溪镇", "柳溪街道")
        let several = try run(1, "import", "来件.txt")
        #expect(several.contains("松岭县/石桥乡") && several.contains("青禾县/柳溪街道"), "\(several)")
    }

    @Test func placesWithoutACountyCanBeNamed() throws {
        try writeCountyless(to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt")
        // As archives of before have it: the same bytes twice.
        _ = try run(0, "import", "--replace", "柳溪镇.txt", "--county", "甲县", "--township", "柳溪乡")
        _ = try run(0, "townships", "rename", "甲县/柳溪乡", "柳溪镇")
        #expect(try places == ["/柳溪镇 2023", "甲县/柳溪镇 2023"])
        let ambiguous = try run(64, "show", "柳溪镇", "2023")
        #expect(ambiguous.contains("请写成其中之一：/柳溪镇、甲县/柳溪镇"), "\(ambiguous)")
        for command in [["show", "/柳溪镇", "2023"], ["trace", "/柳溪镇", "2023", "hotline_12345.received"]] {
            #expect(try Program.run(command, in: folder).status == 0)
        }
        let compared = try run(0, "compare", "hotline_12345.received", "--township", "/柳溪镇", "--format", "csv")
        #expect(compared.contains("柳溪镇") && !compared.contains("甲县"))
        _ = try run(0, "townships", "merge", "/柳溪镇", "甲县/柳溪镇")
        #expect(try places == ["甲县/柳溪镇 2023"])
        #expect(try run(0, "log").contains("= 甲县/柳溪镇 2023"))
        _ = try run(0, "verify")
    }

    @Test func mergingDifferentFilesOfAYearSaysTheWayOut() throws {
        try writeCountyless(to: "柳溪镇.txt")
        try files.write("白杨镇", to: "白杨镇.txt")
        _ = try run(0, "import", "柳溪镇.txt")
        _ = try run(0, "import", "白杨镇.txt")
        let refused = try run(64, "townships", "merge", "/柳溪镇", "白杨镇")
        #expect(refused.contains("nianbao remove /柳溪镇 2023 --reason …，再合并"), "\(refused)")
        _ = try run(0, "remove", "/柳溪镇", "2023", "--reason", "重复")
        _ = try run(0, "townships", "merge", "/柳溪镇", "白杨镇")
    }

    // MARK: A county that is contradicted

    @Test func countyThatTheTextContradictsIsADoubt() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        let told = try run(0, "import", "柳溪镇.txt", "--county", "青河县")
        #expect(told.contains("写的是“青禾县”，本报告归入“青河县”"), "\(told)")
        #expect(try run(0, "check", "--format", "csv").contains("bodies-disagree"))
        let right = try run(1, "import", "柳溪镇.txt", "--county", "青禾县")
        #expect(right.contains("nianbao move 青河县/柳溪镇 2023 --to 青禾县/柳溪镇 --reason …"), "\(right)")
        _ = try run(0, "move", "青河县/柳溪镇", "2023", "--to", "青禾县/柳溪镇", "--reason", "县名误写")
        #expect(try places == ["青禾县/柳溪镇 2023"])
    }

    @Test func fileFiledElsewhereIsAskedAbout() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt")
        for other in [["--county", "青河县"], ["--township", "白杨镇"], ["--year", "2022"]] {
            let asked = try Program.run(["import", "柳溪镇.txt"] + other, in: folder)
            #expect(asked.status == 1 && asked.output.contains("would count twice"), "\(asked.output)")
            #expect(asked.output.contains("nianbao move 青禾县/柳溪镇 2023 --to"), "\(asked.output)")
        }
        #expect(try places == ["青禾县/柳溪镇 2023"])
        #expect(try run(0, "townships", "list", "--format", "csv").contains("青河县") == false)
    }

    // MARK: Last year's title

    /// A report of 2023 that was written over last year's: title and period were left.
    private func writeWithOldTitle(to name: String) throws {
        try files.write("柳溪镇", to: name)
        var text = try folder.text(name)
        let title = try #require(text.split(separator: "\n").first { $0.contains("2023年政府信息公开工作年度报告") })
        text = text.replacing(title, with: title.replacing("2023年", with: "2022年"))
        text = text.replacing("2023年1月1日", with: "2022年1月1日").replacing("2023年12月31日", with: "2022年12月31日")
        try folder.write("\(text)\n2023年，我镇全年收到派单176件。\n\n柳溪镇人民政府\n2024年1月18日\n", to: name)
    }

    @Test func titleOfLastYearNamesTheYearFirst() throws {
        try files.write("柳溪镇", to: "2022/柳溪镇.txt", replacing: ["2023年": "2022年"])
        try writeWithOldTitle(to: "2023/柳溪镇2023年报.txt")
        _ = try run(0, "import", "2023/柳溪镇2023年报.txt", "--archive", "另.sqlite")
        let alone = try run(0, "check", "--archive", "另.sqlite")
        #expect(alone.contains("导入时加 --year 2023"), "\(alone)")
        #expect(alone.contains("nianbao move 柳溪镇 2022 --to-year 2023"))
        _ = try run(0, "import", "2022/柳溪镇.txt")
        // However little differs.
        let asked = try run(1, "import", "2023/柳溪镇2023年报.txt")
        let year = try #require(asked.range(of: "若是2023年年报：nianbao import 2023/柳溪镇2023年报.txt --year 2023"), "\(asked)")
        let replace = try #require(asked.range(of: "要以此文件为准"))
        #expect(year.lowerBound < replace.lowerBound)
    }
}
