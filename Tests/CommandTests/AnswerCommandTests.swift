import Foundation
import Support
import Testing

@Suite struct AnswerCommandTests {
    let folder: Folder

    /// An archive of all sample reports; made once, since these tests only read it.
    private static let samples = Result {
        let folder = try Folder()
        try folder.importSamples()
        return try folder.data("nianbao.sqlite")
    }

    init() throws {
        folder = try Folder()
        try folder.write(Self.samples.get(), to: "nianbao.sqlite")
    }

    private func expectUsageError(_ arguments: [String], status: Int32 = 64, naming name: String) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(name), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    // MARK: Bad input

    @Test(arguments: [
        (["compare", "无此指标"], "无此指标"), (["compare", "12345", "--per", "无此指标"], "无此指标"),
        (["compare", "12345", "--per", "requests"], "requests"), (["report", "p", "--indicator", "无此"], "无此"),
        (["compare", "12345", "--township", "无此镇"], "无此镇"), (["rollup", "无此县", "2021"], "无此县"),
        (["search", "低保", "--county", "无此县"], "无此县"), (["compare", "12345", "--years", "22-1"], "22-1"),
        (["rollup", "青禾县", "二零"], "二零"), (["compare", "12345", "--format", "doc"], "doc"),
        (["compare", "12345", "--sort", "colour"], "colour"), (["compare", "12345", "--top", "0"], "--top"),
        (["search", " "], "search"), (["schema", "nosuch"], "nosuch"), (["completions", "tcsh"], "tcsh"),
        (["compare", "fees.amount", "--county", "青禾县"], "--across-editions"),
    ])
    func mistakeIsNamedAndNothingAnswered(arguments: [String], name: String) throws {
        try expectUsageError(arguments, naming: name)
    }

    @Test func yearWithoutReportsIsNamedWithThoseThereAre() throws {
        try expectUsageError(["rollup", "青禾县", "1999"], status: 66, naming: "2019, 2020, 2021, 2022")
    }

    @Test(arguments: [
        (["show", "柳西镇", "2020"], "柳溪镇"), (["rollup", "青和县", "2020"], "青禾县"), (["serch", "低保"], "search"),
        (["schema", "current_figures"], "current_figure"), (["compare", "requests.recieved"], "requests."),
    ])
    func nearestNameIsSuggested(arguments: [String], suggestion: String) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("did you mean") && run.errors.contains(suggestion), "\(run.errors)")
    }

    @Test(arguments: [["compare", "12345", "--output", "file/a.csv"], ["report", "file"], ["publish", "file/below"]])
    func placeThatCannotBeWrittenIsNamed(arguments: [String]) throws {
        try folder.write("keep", to: "file")
        try expectUsageError(arguments, status: 73, naming: "file")
        #expect(try folder.data("file") == Data("keep".utf8))
    }

    @Test(arguments: [["report", "out"], ["publish", "out"]])
    func filesThatAreThereAreKeptUnlessForced(arguments: [String]) throws {
        for name in ["青禾县.html", "figure.csv"] { try folder.write("keep", to: "out/\(name)") }
        #expect(try Program.run(arguments, in: folder).status == 73)
        #expect(try folder.data("out/青禾县.html") == Data("keep".utf8))
        #expect(try folder.data("out/figure.csv") == Data("keep".utf8))
        #expect(!folder.exists("out/湟中区.html") && !folder.exists("out/nianbao.sqlite"))
        #expect(try Program.run(arguments + ["--force"], in: folder).status == 0)
    }

    // MARK: Values that mean something to other programs

    private static let hostile = "select '=1+1' as a, 'a\"b' as b, 'c' || char(10) || 'd' as c, char(27) || '[31m' as d"

    @Test func hostileValuesAreHarmlessInEveryFormat() throws {
        try Program.run("sql", Self.hostile, "--output", "a.csv", in: folder)
        #expect(
            String(decoding: try folder.data("a.csv"), as: UTF8.self)
                == "\u{FEFF}a,b,c,d\r\n'=1+1,\"a\"\"b\",\"c\nd\",\u{1B}[31m\r\n")
        let table = try Program.run("sql", Self.hostile, in: folder).output
        #expect(table.contains("c␊d") && table.contains("␛[31m") && !table.contains("\u{1B}"))
        let json = try Program.run("sql", Self.hostile, "--format", "json", in: folder).output
        #expect(json.contains(#"{"a":"=1+1","b":"a\"b","c":"c\nd","d":"\u001b[31m"}"#))
        let page = try Program.run("sql", "select '<b>' as a", "--format", "html", in: folder).output
        #expect(page.contains("&lt;b&gt;") && !page.contains("<b>"))
    }

    // MARK: Commands

    @Test func compareInEveryShape() throws {
        let run = try Program.run(
            "compare", "hotline_12345.received", "--rank", "--total", "--sort", "value", "--county", "青禾县", "--format",
            "csv", in: folder)
        let columns = "indicator,label,unit,county,township,2019,2020,2021,2022,change,percent,rank,roster,bound\n"
        #expect(run.output.hasPrefix(columns))
        #expect(run.rows.first?["township"] == "望湖街道")
        #expect(run.rows.last?["2021"] == "5")
        // Nothing is drawn for a pipe.
        #expect(!(try Program.run("compare", "hotline_12345.received", in: folder).output.contains("█")))
    }

    @Test func rollupHasTheColumnsOfTheContract() throws {
        let run = try Program.run("rollup", "青禾县", "2020", "--format", "csv", in: folder)
        #expect(run.output.hasPrefix("county,year,indicator,label,value,unit,reporting,missing,bound\n"))
        let row = try #require(run.rows.first { $0["indicator"] == "requests.received.total" })
        #expect(row["reporting"] == "4" && row["missing"] == "望湖街道")
    }

    @Test func searchMarksThePassage() throws {
        let run = try Program.run("search", "低保", "--years", "2022", in: folder)
        #expect(run.output.contains("【低保】") && run.output.contains("青禾县/2022/古渡镇.html:"))
        #expect(folder.exists("nianbao.sqlite.search"))
        #expect(try Program.run("search", "无此文字", "--format", "json", in: folder).output == "[]\n")
    }

    @Test(arguments: [
        "drop table figure", "attach 'x' as y", "pragma journal_mode = wal", "select load_extension('x')", "vacuum",
        "insert into county (name) values ('x')", "select 1; select 2", "", "nonsense",
    ])
    func sqlOnlyReads(statement: String) throws {
        let before = try folder.data("nianbao.sqlite")
        let run = try Program.run("sql", statement, in: folder)
        #expect(run.status == 64)
        #expect(run.errors.split(separator: "\n").count == 1 && run.output.isEmpty)
        #expect(try folder.data("nianbao.sqlite") == before)
    }

    @Test func sqlStopsAtItsTimeLimit() throws {
        let endless = "with recursive c (x) as (select 1 union all select x + 1 from c) select count(*) from c"
        let run = try Program.run("sql", endless, "--time-limit", "1", in: folder)
        #expect(run.status == 64 && run.errors.contains("1 s"))
    }

    @Test func schemaDescribesInBothLanguages() throws {
        #expect(try Program.run("schema", "current_figure", in: folder).output.contains("NULL unless reported"))
        #expect(try Program.run("schema", "--lang", "zh", in: folder).output.contains("数值，用显示单位"))
    }

    @Test func workbookHoldsTheOfficialTables() throws {
        #expect(try Program.run("show", "柳溪镇", "2021", "--output", "a.xlsx", in: folder).status == 0)
        #expect(try folder.data("a.xlsx").starts(with: Data("PK".utf8)))
        let page = try Program.run("show", "柳溪镇", "2021", "--format", "html", "--lang", "zh", in: folder).output
        #expect(page.contains("rowspan=\"22\"") && page.contains("rowspan=\"8\"") && page.contains(">1.26<"))
    }

    @Test(arguments: [
        (["--lang", "zh"], "乡镇政府信息公开年报档案"), (["help", "compare", "--lang", "zh"], "跨乡镇、跨年度比较指标"),
        (["--lang", "zh", "compare", "710"], "督办"), (["compare", "--lang", "zh", "710"], "督办"),
    ])
    func languageMayStandAnywhere(arguments: [String], word: String) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains(word))
    }

    @Test func manualAndCompletionsAreMade() throws {
        let manual = try Program.run("manual", in: folder).output
        #expect(manual.hasPrefix(".TH NIANBAO 1\n") && manual.contains("\\-\\-across\\-editions"))
        for shell in ["bash", "zsh", "fish"] {
            #expect(try Program.run("completions", shell, in: folder).output.contains("nianbao"))
        }
    }
}
