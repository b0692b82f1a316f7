import Foundation
import Support
import Testing

@Suite struct AskingCommandTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    // MARK: Archives

    @Test(arguments: [
        ["list"], ["compare", "12345"], ["export"], ["show", "柳溪镇", "2020"], ["trace", "柳溪镇", "2020", "12345"],
    ])
    func readingNeverCreatesAnArchive(arguments: [String]) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 66)
        #expect(run.errors.contains("nianbao.sqlite"))
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(!folder.exists("nianbao.sqlite"))
    }

    @Test func archiveThatIsNoneIsRefused() throws {
        try folder.write("这不是数据库，只是一些文字。", to: "text.sqlite")
        let run = try Program.run("list", "--archive", "text.sqlite", in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("text.sqlite"))
    }

    @Test func environmentNamesTheArchive() throws {
        let environment = ["NIANBAO_ARCHIVE": "别处 的档案.sqlite"]
        try Program.run("import", ImportCommandTests.report, in: folder, environment: environment)
        #expect(folder.exists("别处 的档案.sqlite"))
        #expect(try Program.run("list", "--format", "csv", in: folder, environment: environment).rows.count == 1)
    }

    // MARK: compare

    @Test func comparisonFindsIndicatorsByWordAndByCode() throws {
        try folder.importSamples()
        let byWord = try Program.run("compare", "12345", "710", "低保", "--format", "csv", in: folder)
        let byCode = try Program.run("compare", "hotline_12345.received", "--format", "csv", in: folder)
        #expect(byWord.status == 0)
        #expect(
            Set(byWord.rows.compactMap { $0["indicator"]?.split(separator: ".").first }) == [
                "hotline_12345", "supervision_710", "subsistence_allowance",
            ])
        #expect(Set(byCode.rows.map { $0["indicator"] }) == ["hotline_12345.received"])
        let row = try #require(byCode.rows.first { $0["township"] == "上新庄镇" })
        #expect(row["2020"] == "147")
        #expect(row["2021"] == "no_report")
    }

    @Test func notMentionedBlankAndZeroLookDifferent() throws {
        try folder.importSamples()
        let cells = try Program.run(
            "compare", "requests.withheld", "requests.unavailable", "--format", "csv", in: folder
        ).output
        let told = try Program.run("compare", "710", "--format", "csv", in: folder).output
        #expect(cells.contains(",0,") && cells.contains(",blank,") && cells.contains(",not_applicable,"))
        #expect(cells.contains(",unreadable,") && told.contains(",,"))
        let table = try Program.run("compare", "requests.withheld", "710", "--lang", "zh", in: folder).output
        #expect(table.contains("（空白）") && table.contains("不适用") && table.contains("—：报告未提及"))
    }

    @Test func changeAndPercentAreFromTheFirstYearToTheLast() throws {
        try folder.importSamples()
        let run = try Program.run(
            "compare", "requests.received.total", "--years", "2019-2022", "--township", "柳溪镇", "--format", "csv",
            in: folder)
        let row = try #require(run.rows.first)
        #expect([row["2019"], row["2022"], row["change"], row["percent"]] == ["8", "15", "7", "87.5"])
    }

    // MARK: export

    @Test func longExportHasTheColumnsOfTheContract() throws {
        try folder.importSamples()
        let run = try Program.run("export", "--format", "csv", in: folder)
        #expect(
            run.output.hasPrefix(
                "county,township,year,indicator,label,value,unit,state,qualifier,edition,source,corrected\n"))
        let row = try #require(
            run.rows.first { $0["township"] == "上新庄镇" && $0["indicator"] == "subsistence_allowance.amount" })
        #expect(row["value"] == "2163100")
        #expect(row["source"]?.hasPrefix("湟中区/2020/上新庄镇.txt:") == true)
    }

    @Test func fileForStaffOpensInSpreadsheetsAndPlainOnesAreBare() throws {
        try folder.importSamples()
        try Program.run("export", "--output", "全部.csv", in: folder)
        try Program.run("export", "--output", "plain.csv", "--plain", in: folder)
        let staff = try folder.data("全部.csv")
        #expect(staff.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(staff.range(of: Data("source,corrected\r\n".utf8)) != nil)
        let plain = try folder.data("plain.csv")
        #expect(!plain.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(!plain.contains(0x0D))
    }

    @Test func existingFileIsKeptUnlessForced() throws {
        try folder.importSamples()
        try folder.write("keep", to: "a.csv")
        let run = try Program.run("export", "--output", "a.csv", in: folder)
        #expect(run.status == 73)
        #expect(try folder.data("a.csv") == Data("keep".utf8))
        #expect(try Program.run("export", "--output", "a.csv", "--force", in: folder).status == 0)
        #expect(try folder.data("a.csv") != Data("keep".utf8))
    }

    @Test(arguments: ["csv", "tsv", "json", "ndjson", "markdown", "table"])
    func everyFormatHoldsEveryFigure(format: String) throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        let run = try Program.run("export", "--format", format, in: folder)
        #expect(run.status == 0)
        let count = run.output.split(separator: "\n").count { $0.contains("上新庄镇") }
        #expect(count == 213)
    }

    @Test func wideExportHasARowForEachReport() throws {
        try folder.importSamples()
        let run = try Program.run("export", "--layout", "wide", "--format", "csv", in: folder)
        #expect(run.rows.count == 20)
        let row = try #require(run.rows.first { $0["township"] == "上新庄镇" })
        #expect(row["hotline_12345.received"] == "147")
        #expect(row["procurement.amount"] == "7399700")
        let long = try Program.run("export", "--format", "csv", "--township", "上新庄镇", in: folder).rows
        let approximate = long.filter { $0["qualifier"] != "" }.compactMap { $0["indicator"] }
        #expect(!approximate.isEmpty && row["approximate"] == approximate.joined(separator: ";"))
    }

    // MARK: show, trace, indicators

    @Test func showHasTheOfficialTablesAndTheNarrative() throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        let run = try Program.run("show", "上新庄镇", "2020", "--lang", "zh", in: folder)
        for text in ["第二十条第（一）项", "7.属于行政执法案卷", "复议后起诉", "文中数字", "600余", "统计期限为 2020-01-01 至 2020-12-28"] {
            #expect(run.output.contains(text), "\(text)")
        }
    }

    @Test func traceMarksTheNumberInItsSentence() throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        let run = try Program.run("trace", "上新庄镇", "2020", "hotline_12345.received", in: folder)
        #expect(run.output.contains("【147件】"))
        #expect(run.output.contains("上新庄镇.txt:"))
        #expect(run.output.contains("received, the 12345 hotline"))
        let cell = try Program.run("trace", "上新庄镇", "2020", "procurement.amount", "--format", "json", in: folder)
        #expect(cell.output.contains("政府集中采购 | 15 | 【7399700元】"))
    }

    /// What answers print of a report is traced, whether it stands in it or is worked out of what does.
    @Test func numbersThatAreWorkedOutAreTracedToTheirParts() throws {
        try folder.importSamples()
        let parts = ["not_corrected", "fee_unpaid", "rest"].map { "requests.other.\($0).total" }
        let item = try Program.run("trace", "柳溪镇", "2022", "requests.other.total", "--lang", "zh", in: folder)
        #expect(parts.allSatisfy { item.output.contains("  \($0)\n") }, "\(item.output)")
        #expect(!item.output.contains("未提及") && item.errors.contains("口径相同"), "\(item.errors)")
        let rows = try Program.run(
            "trace", "柳溪镇", "2022", "requests.other.total", "--format", "csv", in: folder
        ).rows
        #expect(rows.compactMap { $0["indicator"] } == ["requests.other.total"] + parts)

        let rate = try Program.run("trace", "柳溪镇", "2022", "公开率", "--lang", "zh", in: folder)
        #expect(rate.errors.contains("公开率 = (予以公开·总计 + 部分公开·总计) ÷"), "\(rate.errors)")
        for code in ["requests.disclosed.total", "requests.disclosed_partly.total", "requests.concluded.total"] {
            #expect(rate.output.contains("  \(code)\n"), "\(rate.output)")
        }
        // A report of the older form has the item in its own row.
        let older = try Program.run("trace", "柳溪镇", "2020", "requests.other.total", "--lang", "zh", in: folder)
        #expect(older.errors.isEmpty && !older.output.contains("not_corrected"), "\(older.output)")
    }

    /// The county's own report stands under the county's name, and no sum over townships holds it.
    @Test func rollupStandsBesideTheCountysOwnReport() throws {
        try folder.importSamples()
        let before = try Program.run("rollup", "青禾县", "2021", "--format", "csv", in: folder)
        // The same file would be asked about.
        let own = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/柳溪镇.txt", encoding: .utf8)
        try folder.write(own + "\n", to: "县.txt")
        try Program.run("import", "县.txt", "--county", "青禾县", "--township", "青禾县", "--year", "2021", in: folder)
        #expect(try Program.run("rollup", "青禾县", "2021", "--format", "csv", in: folder).output == before.output)
        let table = try Program.run("rollup", "青禾县", "2021", "--lang", "zh", in: folder)
        #expect(table.output.contains("与县级报告对照"))
        #expect(!before.rows.isEmpty)
    }

    @Test func misspeltIndicatorIsAnsweredWithTheNearest() throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        let run = try Program.run("compare", "hotline_12345.recieved", in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("did you mean hotline_12345.received?"))
    }

    @Test(arguments: [["show", "柳溪镇", "1999"], ["show", "无此镇", "2020"], ["trace", "柳溪镇", "2020", "无此指标"]])
    func whatIsNotThereIsNamed(arguments: [String]) throws {
        try folder.importSamples()
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 64 || run.status == 66)
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test func indicatorsNeedNoArchive() throws {
        let run = try Program.run("indicators", "--format", "csv", in: folder)
        let contract = try String(
            contentsOfFile: "\(Program.samples)/../Tests/Fixtures/indicators.csv", encoding: .utf8)
        #expect(run.rows.count == contract.split(whereSeparator: \.isNewline).count - 1)
        #expect(run.output.hasPrefix("code,label,unit,editions\n"))
    }

    @Test func demoImportsTheSamplesAndCompares() throws {
        let run = try Program.run("demo", Program.samples, in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("hotline_12345.received"))
        #expect(folder.exists("demo.sqlite"))
    }

    // MARK: What a query may cost

    /// The time is up within one function, too, and memory is not taken without end.
    @Test(arguments: [
        "select length(group_concat(hex(randomblob(4000000)))) from (select 1 union select 2 union select 3)",
        "with recursive n (i, s) as (select 1, 'x' union all select i + 1, s || s from n) select max(length(s)) from n",
        "with recursive n (i) as (select 1 union select i + 1 from n) select count(*) from n",
        "select replace(hex(zeroblob(7000000)), '0', hex(zeroblob(7000000)))",
        "select instr(hex(zeroblob(7000000)), hex(zeroblob(3000000)) || '1')",
        "select zeroblob(900000000)", "select randomblob(100000000), randomblob(100000000)",
        "select printf('%.*c', 900000000, 'x')", "select hex(zeroblob(8000000)) from report",
    ])
    func queryHasItsLimits(statement: String) throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        let start = ContinuousClock.now
        let run = try Program.run(
            ["sql", statement, "--time-limit", "1"], under: "ulimit -v 3000000", in: folder)
        #expect([0, 64].contains(run.status), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count <= 1, "\(run.errors)")
        #expect(ContinuousClock.now - start < .seconds(8))
    }
}
