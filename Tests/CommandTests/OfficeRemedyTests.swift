import Foundation
import Support
import Testing

/// What a clerk stumbled over in a January: reports handed in twice, zeros left blank, letters of last week, times of
/// another zone.
@Suite struct OfficeRemedyTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
    }

    /// A report of the samples, and the same with its years or its township changed.
    @Test func figuresOfLastYearAndOfANeighbourAreSuspect() throws {
        try files.write("柳溪镇", to: "年报/2023.txt")
        try files.write("柳溪镇", to: "年报/2024.txt", replacing: ["2023年": "2024年", "2022年": "2023年"])
        try files.write("柳溪镇", to: "年报/邻.txt", replacing: ["柳溪镇": "长风镇", "2023年": "2024年", "2022年": "2023年"])
        try files.write("白杨镇", to: "年报/别.txt", replacing: ["2023年": "2024年", "2022年": "2023年"])
        _ = try run(0, "import", "年报", "--county", "青禾县")
        let all = try run(0, "check", "--years", "2024", "--format", "csv")
        func count(_ text: String, _ rule: String) -> Int { text.components(separatedBy: "\n\(rule),").count - 1 }
        #expect(count(all, "figures-of-last-year") == 1 && count(all, "figures-of-neighbour") == 2, "\(all)")
        // Which of the two copied is not known.
        #expect(count(all, "figures-of-neighbour") == all.components(separatedBy: "；确属照抄的，").count - 1, "\(all)")
        let one = try run(0, "check", "--years", "2024", "--township", "长风镇", "--format", "csv")
        #expect(count(one, "figures-of-neighbour") == 1 && !one.contains("柳溪镇,2024"), "\(one)")
        #expect(try run(0, "check", "--years", "2023").contains("figures-of") == false)
        _ = try run(0, "waive", "figures-of-neighbour", "长风镇", "2024", "--reason", "已核实")
        #expect(try run(0, "check", "--township", "长风镇").contains("已豁免 1"))
        // It is of that neighbour, and of that year.
        _ = try run(0, "waive", "figures-of-last-year", "柳溪镇", "2024", "--reason", "已核实")
        #expect(try run(0, "check", "--township", "柳溪镇", "--years", "2024").contains("已豁免 1"))
        _ = try run(0, "move", "柳溪镇", "2024", "--to", "东柳镇", "--reason", "错字")
        let moved = try run(0, "check", "--township", "长风镇")
        #expect(moved.contains("已豁免 0") && moved.contains("与东柳镇2024年的报告"), "\(moved)")
    }

    @Test func lettersTellThatFiguresOfANeighbourAreSettled() throws {
        try files.write("柳溪镇", to: "年报/柳.txt")
        let other = ["柳溪镇": "长风镇"]
        try files.write("柳溪镇", to: "年报/邻.txt", replacing: other)
        _ = try run(0, "import", "年报", "--county", "青禾县")
        // Another figure or two do not settle it.
        try files.write(
            "柳溪镇", to: "更正.txt", replacing: other.merging(["收到派单175件": "收到派单180件"]) { one, _ in one })
        let imported = try run(0, "import", "更正.txt", "--county", "青禾县")
        #expect(imported.contains("figures-of-neighbour：表格和正文中不为 0 的 76 个数字，有 75 个与柳溪镇2023年的报告相同"), "\(imported)")
        _ = try run(0, "check", "--letter", "通知", "--letter-format", "md")
        let open = try folder.text("通知/青禾县-长风镇.md")
        #expect(!open.contains("已解决的事项") && open.contains("个与柳溪镇2023年的报告相同"), "\(open)")
        _ = try run(0, "revert", "长风镇", "2023", "--to", "1", "--reason", "原报")
        try files.write("白杨镇", to: "重报.txt", replacing: ["白杨镇": "长风镇"])
        _ = try run(0, "import", "--replace", "重报.txt", "--county", "青禾县")
        _ = try run(0, "check", "--letter", "通知", "--letter-format", "md", "--force")
        let letter = try folder.text("通知/青禾县-长风镇.md")
        let settled = try #require(letter.components(separatedBy: "## 已解决的事项").dropFirst().first, "\(letter)")
        #expect(settled.contains("数字与柳溪镇2023年的报告全部相同"), "\(letter)")
    }

    /// Small reports without requests have much in common.
    @Test func reportsWithFewFiguresAreNotHeldAgainstEachOther() throws {
        for name in ["柳溪镇", "长风镇"] {
            let title = "\(name)2023年政府信息公开工作年度报告\n一、总体情况\n"
            try folder.write(title + "全年收到申请0件，主动公开信息12条，公众号发布8条。", to: "小/\(name).txt")
        }
        _ = try run(0, "import", "小", "--county", "青禾县")
        #expect(try run(0, "check").contains("figures-of") == false)
    }

    @Test func reportWhoseZerosAreBlankIsTold() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        let lines = try folder.text("柳溪镇.txt").components(separatedBy: "\n")
        // A cell a line, each led by a tab.
        try folder.write(lines.map { $0 == "\t0" ? "\t" : $0 }.joined(separator: "\n"), to: "柳溪镇.txt")
        let told = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        let count = try #require(told.firstMatch(of: /其中空白 (\d+) 格/)?.1, "\(told)")
        #expect(try run(0, "check").contains("表中空白 \(count) 格"))
        _ = try run(0, "check", "--letter", "通知", "--letter-format", "md")
        let letter = try folder.text("通知/青禾县-柳溪镇.md")
        #expect(letter.contains("空白 \(count) 格") && letter.contains("为 0 的格填 0"))
    }

    @Test func lettersOfAnEarlierRunAreNamed() throws {
        try folder.importSamples()
        let first = try run(
            0, "check", "--years", "2021", "--letter", "通知/", "--letter-format", "md", "--by", "2022-03-15")
        #expect(first.contains("通知/青禾县-古渡镇.md\n") && !first.contains("以前写的"))
        #expect(try folder.text("通知/青禾县-白杨镇.md").contains("于2022年3月15日前核实"))
        // Nothing of it is worked out from sums.
        #expect(try !folder.text("通知/青禾县-古渡镇.md").contains("改法"))
        try folder.write("另一份文件", to: "通知/青禾县-柳溪镇.md")
        let rules = try folder.text("通知/青禾县-古渡镇.md")
        for rule in ["stale-year", "edition-outdated", "bodies-disagree", "period-not-full-year", "in-force-carried"] {
            _ = try? Program.run(["waive", rule, "古渡镇", "2021", "--reason", "已核实"], in: folder)
        }
        // What is no file is not opened: nothing may ever come out of it.
        #expect(mkfifo(folder.path("通知/青禾县-柳溪镇.html"), 0o600) == 0)
        let again = try run(0, "check", "--years", "2021", "--letter", "通知", "--letter-format", "md", "--force")
        #expect(again.contains("以前写的通知") && again.contains("通知/青禾县-古渡镇.md"), "\(rules)\(again)")
        #expect(!again.contains("青禾县-柳溪镇.md") && folder.exists("通知/青禾县-古渡镇.md"))
    }

    @Test func wideTableHasColumnsOfTheFormsThatThereAre() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        let header = try run(0, "export", "--layout", "wide", "--format", "csv").prefix { $0 != "\n" }
        #expect(header.contains("rules.in_force,") && header.contains("hotline_12345.received,"))
        #expect(!header.contains("rules.created,") && !header.contains("staff.full_time"))
        // No report tells it, and the answer says so.
        let asked = try run(1, "export", "--layout", "wide", "--format", "csv", "--indicator", "rules.created")
        #expect(asked.contains("rules.created"))
    }

    /// A row of an older form keeps the older form's figures: they have a column although no report is of that form.
    @Test func wideTableHasTheFiguresOfOlderRows() throws {
        let older = "| （六）其他处理 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n| （七）总计 |"
        try files.write("石桥乡", to: "石桥乡.txt", replacing: ["| （七）总计 |": older])
        _ = try Program.run(["import", "石桥乡.txt", "--county", "青禾县"], in: folder)
        let long = try run(0, "export", "--format", "csv")
        let told = try #require(long.split(separator: "\n").first { $0.contains(",requests.other.") })
        let code = try #require(told.split(separator: ",").first { $0.hasPrefix("requests.other.") })
        let wide = try run(0, "export", "--layout", "wide", "--format", "csv")
        #expect(wide.prefix { $0 != "\n" }.contains(",\(code),"), "\(told)")
    }

    @Test func timesAreLocalForPeopleAndUTCForPrograms() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        for zone in ["Asia/Shanghai", "CST-8"] {
            for arguments in [["log"], ["list", "--revisions"]] {
                let run = try Program.run(arguments, in: folder, environment: ["LANG": "zh_CN.UTF-8", "TZ": zone])
                #expect(run.output.contains(" +08:00") && !run.output.contains("UTC"), "\(run.output)")
            }
        }
        let rows = try run(0, "log", "--format", "csv", zone: "Asia/Shanghai")
        #expect(rows.contains("Z,") && !rows.contains("+08:00"))
    }

    @Test func optionIsKnownByItsBeginning() throws {
        for (arguments, option) in [
            (["export", "--out", "x.csv"], "--output"), (["check", "--fail", "error"], "--fail-on"),
            (["export", "--indic", "710"], "--indicator"), (["list", "--rev"], "--revisions"),
        ] {
            let run = try Program.run(arguments, in: folder, environment: ["LANG": "zh_CN.UTF-8"])
            #expect(run.status == 64 && run.errors.contains("是否指 \(option)？"), "\(run.errors)")
        }
    }

    @Test func optionBeforeItsCommandIsSentBehindIt() throws {
        let words = ["zh": "选项 --archive 要写在命令之后，如 nianbao list --archive", "en": "nianbao list --archive"]
        for (language, hint) in words {
            let arguments = ["--archive", "x.sqlite", "list", "--lang", language]
            let run = try Program.run(arguments, in: folder)
            #expect(run.status == 64 && run.errors.contains(hint), "\(run.errors)")
            #expect(!run.errors.contains("Did you mean") && !run.errors.contains("是否指"), "\(run.errors)")
        }
        // Its help speaks of another command's --as-of.
        let other = try Program.run("remove", "柳溪镇", "2021", "--as", "2020", "--reason", "x", in: folder)
        #expect(other.status == 64 && !other.errors.contains("--as-of"), "\(other.errors)")
    }

    @Test func comparisonTellsNothingTwice() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        let text = try run(0, "compare", "规范性文件")
        #expect(text.contains("normative_documents.issued") && !text.contains("normative_documents.created"))
        #expect(!text.contains("增减"))
        // Who asks for it by its code gets it.
        #expect(try run(0, "compare", "normative_documents.created").contains("normative_documents.created"))
    }

    @Test func correctionToWhatCountsIsNotEntered() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        let target = ["correct", "柳溪镇", "2023", "hotline_12345.received"]
        let same = try Program.run(
            target + ["175", "--reason", "核实"], in: folder, environment: ["LANG": "zh_CN.UTF-8"])
        #expect(same.status == 0 && same.output.contains("没有再记更正"), "\(same.output)\(same.errors)")
        _ = try run(0, "correct", "柳溪镇", "2023", "hotline_12345.received", "176", "--reason", "核实")
        let again = try run(0, "correct", "柳溪镇", "2023", "hotline_12345.received", "176", "--reason", "核实")
        #expect(again.contains("没有再记更正"))
        #expect(
            try run(0, "corrections", "--format", "csv").components(separatedBy: "\n").filter { !$0.isEmpty }.count == 2
        )
    }
}
