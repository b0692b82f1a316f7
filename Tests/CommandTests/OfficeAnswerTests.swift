import Foundation
import Support
import Testing

/// What an office hands on: what of it is the office's own and not the reports', and what an answer without rows says.
@Suite struct OfficeAnswerTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
    }

    // MARK: What goes out

    @Test func briefMarksWhatTheOfficeCorrected() throws {
        try folder.importSamples()
        let before = try run(0, "brief", "青禾县", "2022")
        #expect(before.contains("数字与报告原文一致") && !before.contains("更正"))
        _ = try run(0, "correct", "石桥乡", "2022", "disclosed.total", "260", "--reason", "核实")
        _ = try run(0, "correct", "石桥乡", "2022", "requests.disclosed.total", "5", "--reason", "核实", "--yes")
        let brief = try run(0, "brief", "青禾县", "2022")
        #expect(brief.contains("石桥乡最低，为 260\\*条") && brief.contains("各乡镇合计 1,923\\*条"), "\(brief)")
        #expect(brief.contains("| 260\\* |") && brief.contains("石桥乡 260\\*条（青禾县/2022/石桥乡.txt:9（已更正，原文为 247条））"))
        // A rate that was worked out of it as well.
        #expect(brief.contains("requests.disclosed.total 5件（已更正，原文为 4件）") && brief.contains("62.5\\*†"))
        #expect(brief.contains("标 \\* 的数已由本单位更正") && !brief.contains("句式生成，数字与报告原文一致"))
        let english = try run(0, "brief", "青禾县", "2022", language: "en")
        #expect(english.contains("260\\*") && english.contains("corrected; the report says 247"))
    }

    /// Rates over few cases have places in both.
    @Test func briefRanksAsComparisonsDo() throws {
        try folder.importSamples()
        let brief = try run(0, "brief", "青禾县", "2021")
        let rows = try Program.run(
            "compare", "公开率", "--benchmark", "county", "--years", "2021", "--county", "青禾县", "--format", "csv",
            in: folder
        ).rows
        let places = rows.filter { $0["place"]?.isEmpty == false }
        let first = try #require(places.first { $0["place"] == "1" }?["township"])
        let line = try #require(brief.split(separator: "\n").first { $0.hasPrefix("公开率，有确定数的") })
        #expect(line.contains("\(places.count) 个乡镇") && line.contains("\(first)最高") && line.contains("†"), "\(line)")
    }

    @Test func restoreKeepsWhatItReplacesAndTellsWhatIsInIt() throws {
        try folder.importSamples()
        _ = try run(0, "backup", "备份.sqlite")
        let equal = try run(0, "restore", "备份.sqlite", "--force")
        #expect(equal.contains("另存为：nianbao-old-1.sqlite") && !equal.contains("备份之后"), "\(equal)")
        _ = try run(0, "correct", "石桥乡", "2022", "disclosed.total", "260", "--reason", "核实")
        _ = try run(0, "correct", "石桥乡", "2022", "disclosed.total", "261", "--reason", "再核")
        let refused = try run(73, "restore", "备份.sqlite")
        #expect(refused.contains("nianbao.sqlite 是年报档案") && !refused.contains("不是档案本身"), "\(refused)")
        let restored = try run(0, "restore", "备份.sqlite", "--force")
        #expect(restored.contains("又做过 2 件事") && restored.contains("nianbao-old-2.sqlite"), "\(restored)")
        #expect(try run(0, "corrections", "--archive", "nianbao-old-2.sqlite").contains("再核"))
        #expect(try !run(0, "log").contains("再核"))
        // An archive of its own, which was never that backup.
        try files.write("柳溪镇", to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县", "--archive", "另.sqlite")
        let other = try run(0, "restore", "备份.sqlite", "--archive", "另.sqlite", "--force")
        #expect(other.contains("不是这份备份续下来的") && other.contains("另-old-1.sqlite"), "\(other)")
        #expect(try run(73, "restore", "备份.sqlite", "--archive", "备份.sqlite", "--force").contains("就是要复制的档案本身"))
        // What is no archive is kept too.
        try folder.write("坏了", to: "坏.sqlite")
        _ = try run(0, "restore", "备份.sqlite", "--archive", "坏.sqlite", "--force")
        #expect(try folder.text("坏-old-1.sqlite") == "坏了")
    }

    @Test func lettersTellMoneyInTheFormsUnitWithWhatTheReportHas() throws {
        let fee = "行政事业性收费\n\t"
        try files.write("柳溪镇", to: "柳溪镇.txt")
        let text = try folder.text("柳溪镇.txt")
        let place = try #require(text.firstRange(of: fee))
        let rest = text[place.upperBound...]
        let amount = rest.prefix { !$0.isNewline }
        try folder.write(text[..<place.upperBound] + "10200" + rest.dropFirst(amount.count), to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        _ = try run(0, "check", "--letter", "通知", "--letter-format", "md", "--from", "县政务公开办")
        let letter = try folder.text("通知/青禾县-柳溪镇.md")
        #expect(letter.contains("为 10200万元，超过 100万元，原文写“10200”"), "\(letter)")
        #expect(try run(0, "check").contains("10200万元"))
        let rows = try Program.run("check", "--format", "csv", in: folder).rows
        // Programs get yuan as before.
        #expect(rows.first { $0["rule"] == "fees-in-yuan" }?["actual"] == "102000000")
    }

    @Test func lettersWithoutASenderSayHowToSign() throws {
        try folder.importSamples()
        #expect(try run(0, "check", "--years", "2021", "--letter", "通知").contains("--from"))
        #expect(try !run(0, "check", "--years", "2021", "--letter", "二", "--from", "县政务公开办").contains("--from"))
    }

    // MARK: Copies

    @Test func copyButForAFewFiguresIsToldWithTheWayToItsText() throws {
        try files.write("柳溪镇", to: "年报/2023.txt")
        let words = ["2023年": "2024年", "2022年": "2023年", "收到派单175件": "收到派单190件"]
        try files.write("柳溪镇", to: "年报/2024.txt", replacing: words)
        try files.write("柳溪镇", to: "年报/邻.txt", replacing: ["柳溪镇": "长风镇", "收到派单175件": "收到派单180件"])
        _ = try run(0, "import", "年报", "--county", "青禾县")
        let told = try run(0, "check")
        #expect(told.firstMatch(of: /不为 0 的 (\d+) 个数字，有 (\d+) 个与2023年的报告相同/) != nil, "\(told)")
        #expect(told.contains("与柳溪镇2023年的报告相同") || told.contains("与长风镇2023年的报告相同"), "\(told)")
        #expect(told.contains("nianbao similar 柳溪镇 --years 2024 --passages"))
        let rows = try Program.run("check", "--format", "csv", in: folder).rows
        #expect(rows.count { $0["rule"] == "figures-of-last-year" } == 1)
        #expect(rows.count { $0["rule"] == "figures-of-neighbour" } == 2)
    }

    /// Who asks about a township is shown whatever it has from others.
    @Test func passagesOfANamedTownshipNeedNoLeastShare() throws {
        try folder.importSamples()
        let told = try run(0, "similar", "柳溪镇", "--years", "2022", "--passages")
        #expect(told.contains("相同的段落") && told.contains("临时救助112户298人次"), "\(told)")
        let none = try run(1, "similar", "青禾县", "--years", "2022")
        #expect(!none.contains("同上年%") && none.contains("--least"), "\(none)")
    }

    // MARK: Numbers

    @Test func numbersThatAreAssignedAndReceivedAreBoth() throws {
        try folder.importSamples()
        let rows = try Program.run(
            "numbers", "--source", "12345", "--act", "收到", "--years", "2019", "--format", "csv", in: folder
        ).rows
        #expect(Set(rows.compactMap { $0["value"] }).isSuperset(of: ["263", "41"]))
        #expect(rows.first { $0["value"] == "263" }?["act"] == "receive;assign")
    }

    /// Nothing that a hotline sends: another chapter's households.
    @Test func householdsHaveNoHotline() throws {
        try folder.importSamples()
        let rows = try Program.run(
            "numbers", "--township", "石桥乡", "--years", "2019", "--format", "csv", in: folder
        ).rows
        #expect(rows.first { $0["value"] == "7" && $0["unit"] == "户" }?["source"] == "")
    }

    // MARK: Answers without rows, and files

    @Test func filesOfOnesOwnAreLogged() throws {
        try folder.importSamples()
        try folder.write(IndicatorCommandTests.own, to: "mine.yaml")
        _ = try run(0, "indicators", "add", "mine.yaml", "--author", "王芳")
        _ = try run(0, "indicators", "remove", "mine.yaml", "--author", "李强")
        let rows = try Program.run("log", "--format", "csv", in: folder).rows.suffix(2)
        #expect(rows.map { $0["action"] } == ["define", "undefine"])
        #expect(rows.map { $0["author"] } == ["王芳", "李强"] && rows.allSatisfy { $0["subject"] == "mine.yaml" })
        #expect(try run(0, "log").contains("加入自定义文件"))
        #expect(try Program.run("verify", in: folder).status == 0)
    }

    @Test(arguments: ["a.docx", "b.pdf", "c.doc"]) func unknownEndingIsRefused(name: String) throws {
        try folder.importSamples()
        let told = try run(64, "compare", "12345", "--output", name)
        #expect(told.contains("不能写成 .\(name.split(separator: ".")[1])") && told.contains(".xlsx"))
        #expect(!folder.exists(name))
        _ = try run(0, "compare", "12345", "--output", name, "--format", "csv")
        // Of a name, what stands behind a point may be anything.
        for plain in ["答复", "汇总2024.12"] {
            _ = try run(0, "compare", "12345", "--output", plain)
            #expect(try folder.text(plain).contains("hotline_12345"))
        }
        #expect(folder.exists(name))
    }

    @Test func exportWithoutFiguresSaysWhy() throws {
        try folder.importSamples()
        for layout in ["long", "wide"] {
            let told = try run(
                1, "export", "--indicator", "信息不存在", "--years", "2022", "--layout", layout, "--format", "csv")
            #expect(told.contains("所选年报都没有这些数") && told.contains("2014年的表样才有"), "\(told)")
        }
        let pages = try run(1, "report", "网页", "--indicator", "信息不存在", "--years", "2022")
        #expect(pages.contains("所选年报都没有这些数") && !folder.exists("网页"))
    }

    @Test func twoValuesAreToldWhole() throws {
        let chinese = try run(64, "export", "--layout", "宽")
        #expect(chinese.contains("可用：long、wide\n") && !chinese.contains("and"), "\(chinese)")
        #expect(try run(64, "status", "--lang", "fr").contains("可用：zh、en\n"))
        #expect(try run(64, "export", "--layout", "x", language: "en").contains("'long' or 'wide'"))
    }

    @Test func checkWithoutFindingsHasNoHead() throws {
        let title = "柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n"
        try folder.write(title + "全年收到申请0件。", to: "青禾县/柳溪镇.txt")
        _ = try run(0, "import", "青禾县", "--county", "青禾县")
        for rule in Set(try Program.run("check", "--format", "csv", in: folder).rows.compactMap { $0["rule"] }) {
            _ = try run(0, "waive", rule, "柳溪镇", "2023", "--reason", "已核实")
        }
        let empty = try run(0, "check", "--years", "2023", "--township", "柳溪镇", "--chains")
        #expect(!empty.contains("----"), "\(empty)")
    }

    @Test func ruleIsExplainedInWordsAndFoundByOne() throws {
        let card = try run(0, "check", "--explain", "row-total")
        #expect(card.contains("要求") && card.contains("本年新收政府信息公开申请数量·总计 ="), "\(card)")
        #expect(!card.contains("rules_form.yaml"))
        let told = try run(64, "check", "--explain", "合计为")
        #expect(told.contains("check --list"), "\(told)")
        #expect(try run(64, "check", "--explain", "勾稽").contains("wrong-cell（"))
    }

    @Test func wordMeansWhatTheReportTells() throws {
        try folder.importSamples()
        let told = try run(0, "trace", "柳溪镇", "2021", "行政许可")
        #expect(told.contains("licensing.decisions") && !told.contains("licensing.items"), "\(told)")
        let corrected = try run(0, "correct", "柳溪镇", "2021", "行政许可", "191", "--reason", "核实", "--dry-run")
        #expect(corrected.contains("licensing.decisions"), "\(corrected)")
    }
}
