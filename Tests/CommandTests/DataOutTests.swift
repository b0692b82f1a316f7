import Foundation
import Support
import Testing

/// Data for other programs and for staff: what is added stands at the end or is asked for, and nothing is left unsaid.
@Suite struct DataOutTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
        try Program.run("townships", "code", "青禾县", "632199", in: folder)
        try Program.run("townships", "code", "青禾县/柳溪镇", "632199101", in: folder)
    }

    private static let long = "county,township,year,indicator,label,value,unit,state,qualifier,edition,source,corrected"

    @Test func headersAndStatesAreChineseOnRequest() throws {
        let arguments = ["export", "--township", "柳溪镇", "--years", "2022", "--indicator", "requests.received"]
        #expect(try Program.run(arguments, in: folder).output.hasPrefix(Self.long + "\n"))
        let run = try Program.run(arguments + ["--headers", "zh", "--lang", "zh"], in: folder)
        #expect(run.output.hasPrefix("县区,乡镇,年度,指标代码,指标,数值,单位,状态,概数,表样,出处,更正为\n"))
        #expect(run.rows.allSatisfy { $0["状态"] == "有数" || $0["状态"] == "空白" })
        let severity = try Program.run("check", "--format", "csv", "--headers", "zh", in: folder)
        #expect(Set(severity.rows.compactMap { $0["程度"] }) == ["错误", "存疑", "提示"])
        try Program.run(arguments + ["--headers", "zh", "-o", "a.xlsx"], in: folder)
        #expect(folder.exists("a.xlsx"))
        let compared = try Program.run("compare", "12345.received", "--headers", "zh", "--format", "csv", in: folder)
        #expect(compared.rows.first { $0["乡镇"] == "上新庄镇" }?["2019年"] == "缺报")
    }

    @Test(arguments: [
        ["export", "--indicator", "12345.received"], ["export", "--layout", "wide", "--indicator", "12345.received"],
        ["compare", "12345.received", "--format", "csv"],
    ])
    func divisionCodesStandAtTheEndOnRequest(arguments: [String]) throws {
        let plain = try Program.run(arguments, in: folder).output.split(separator: "\n")
        let coded = try Program.run(arguments + ["--codes"], in: folder)
        let lines = coded.output.split(separator: "\n")
        #expect(lines.first == (plain.first ?? "") + ",county_code,township_code")
        #expect(zip(plain.dropFirst(), lines.dropFirst()).allSatisfy { $1.hasPrefix($0 + ",") })
        let row = try #require(coded.rows.first { $0["township"] == "柳溪镇" })
        #expect(row["county_code"] == "632199" && row["township_code"] == "632199101")
    }

    @Test func currentFigureLeadsToItsSource() throws {
        let question = """
            select edition, source, line, county_code, township_code from current_figure
            where township = '柳溪镇' and year = 2021 and code = 'hotline_12345.received'
            """
        let row = try #require(try Program.run("sql", question, "--format", "csv", in: folder).rows.first)
        let exported = try Program.run(
            "export", "--township", "柳溪镇", "--years", "2021", "--indicator", "hotline_12345.received", in: folder
        ).rows.first
        #expect(exported?["source"] == "\(row["source"] ?? ""):\(row["line"] ?? "")")
        #expect(row["edition"] == "2021" && row["county_code"] == "632199" && row["township_code"] == "632199101")
        // Of every figure, the line that the export tells.
        let all = try Program.run(
            "sql", "select source || ':' || line as source from current_figure order by 1", "--format", "csv",
            in: folder)
        let exports = try Program.run("export", in: folder)
        #expect(all.rows.compactMap { $0["source"] }.sorted() == exports.rows.compactMap { $0["source"] }.sorted())
    }

    @Test func publicationHasValuesInTheirUnits() throws {
        try Program.run("publish", "数据", in: folder)
        let figures = Program(status: 0, output: try folder.text("数据/figure.csv"), errors: "").rows
        let indicators = Program(status: 0, output: try folder.text("数据/indicator.csv"), errors: "").rows
        let amount = try #require(indicators.first { $0["code"] == "subsistence_allowance.amount" })
        let rows = figures.filter { $0["indicator_id"] == amount["indicator_id"] && $0["state"] == "reported" }
        #expect(!rows.isEmpty)
        for row in rows { #expect(row["value"] == (row["display_value"] ?? "") + "00") }
    }

    @Test func rollupKeepsTheLowerBound() throws {
        let run = try Program.run("rollup", "青禾县", "2021", "--format", "csv", in: folder)
        #expect(run.output.hasPrefix("county,year,indicator,label,value,unit,reporting,missing,bound\n"))
        for row in run.rows where row["missing"] != "" {
            #expect(["at_least", "open", ""].contains(row["bound"] ?? "?"))
        }
        #expect(run.rows.first { $0["indicator"] == "rules.issued" }?["bound"] == "at_least")
        #expect(run.rows.first { $0["indicator"] == "requests.received.total" }?["bound"] == "")
        #expect(run.rows.first { $0["indicator"] == "licensing.items_change" }?["bound"] == "open")
    }

    // MARK: Comparison

    @Test func changeOfAPercentageIsInPointsAndHasNoTotal() throws {
        let table = try Program.run("compare", "12345满意率", "--total", "--lang", "zh", in: folder).output
        #expect(table.contains("增减（百分点）") && !table.contains("增减%") && !table.contains("合计  "))
        #expect(table.contains("百分率不能相加，不列合计") && table.contains("增减：2019年至2022年，单位为百分点"))
        let run = try Program.run("compare", "12345满意率", "--total", "--format", "csv", in: folder)
        let row = try #require(run.rows.first { $0["township"] == "望湖街道" })
        #expect(row["change"] == "2.2" && row["percent"] == "")
        #expect(!run.rows.contains { $0["township"] == "total" })
    }

    @Test func changeIsBetweenTheYearsThatThereAreAndSaysSo() throws {
        let asked = ["compare", "12345.received", "--township", "柳溪镇"]
        let short = try Program.run(asked + ["--format", "csv"], in: folder)
        let long = try Program.run(asked + ["--years", "2015-2025", "--format", "csv"], in: folder)
        #expect(long.rows.first?["change"] == short.rows.first?["change"] && short.rows.first?["change"] == "123")
        #expect(long.errors.contains("changes are from 2019 to 2022") && !short.errors.contains("changes are"))
        let table = try Program.run(asked + ["--years", "2015-2025"], in: folder).output
        #expect(table.contains("change: from 2019 to 2022"))
    }

    @Test func onePairThatCannotBeComparedDoesNotStopTheRest() throws {
        let run = try Program.run("compare", "fees", "procurement", "--format", "csv", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(Set(run.rows.compactMap { $0["indicator"] }) == ["procurement.items", "procurement.amount"])
        #expect(run.errors.contains("left out: fees."))
        #expect(try Program.run("compare", "fees", "procurement", in: folder).output.contains("left out: fees."))
        #expect(try Program.run("compare", "fees", in: folder).status == 64)
    }

    @Test func totalsPutNoTextIntoYears() throws {
        let run = try Program.run("compare", "12345", "--total", "--format", "csv", in: folder)
        for row in run.rows {
            for year in ["2019", "2020", "2021", "2022"] {
                let cell = row[year] ?? ""
                #expect(cell.isEmpty || Double(cell) != nil || cell == "no_report", "\(cell)")
            }
        }
        let table = try Program.run("compare", "12345.received", "--total", "--lang", "zh", in: folder).output
        #expect(table.contains("计入乡镇数") && table.contains("5/6"))
    }

    // MARK: Nothing to say

    @Test(arguments: [
        (["list", "--years", "1999"], "no reports for 1999 (there are for 2019-2022)"),
        (["compare", "12345", "--years", "1999", "--format", "csv"], "no reports for 1999"),
        (["export", "--years", "1999"], "no reports for 1999"),
        (["check", "--years", "1999"], "no reports for 1999"), (["numbers", "--years", "1999"], "no reports for 1999"),
        (["export", "--as-of", "2020-01-01"], "the archive had no reports"),
        (["list", "--as-of", "2020-01-01"], "the archive had no reports"),
        (["search", "无此文字"], "'无此文字' was not found"),
        (
            [
                "numbers", "--object", "request", "--act", "received", "--years", "2020", "--township", "上新庄镇",
                "--unclaimed",
            ], "no number matches"
        ),
    ])
    func emptyAnswerSaysWhyAndIsAttention(arguments: [String], reason: String) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 1, "\(arguments)")
        #expect(run.errors.contains(reason), "\(run.errors)")
    }

    // MARK: Workbooks

    @Test(.enabled(if: ExternalProgram.python != nil, "python3 is not installed"))
    func workbookHasContentsFilterHeightsAndWholeNames() throws {
        try Program.run("compare", "12345", "710", "--total", "--lang", "zh", "-o", "a.xlsx", in: folder)
        try Program.run("check", "--lang", "zh", "-o", "b.xlsx", in: folder)
        let script = """
            import re, sys, zipfile
            a, b = (zipfile.ZipFile(name) for name in sys.argv[1:])
            names = re.findall('<sheet name="(.*?)"', a.read('xl/workbook.xml').decode())
            print(names[0], names[1], max(map(len, names)) < 31)
            print(a.read('xl/worksheets/sheet1.xml').decode().count('<hyperlink ') == len(names) - 1)
            two = a.read('xl/worksheets/sheet2.xml').decode()
            print('<autoFilter ref=' in two, '#,##0' in a.read('xl/styles.xml').decode())
            one = b.read('xl/worksheets/sheet1.xml').decode()
            print('<autoFilter ref="A1:F' in one, max(float(h) for h in re.findall('ht="(.*?)"', one)) > 40)
            """
        let python = try #require(ExternalProgram.python)
        let output = try python.run(["-c", script, folder.path("a.xlsx"), folder.path("b.xlsx")], keepingErrors: true)
            .text
        #expect(output == "目录 “12345”热线收到件数 True\nTrue\nTrue True\nTrue True\n")
    }
}
