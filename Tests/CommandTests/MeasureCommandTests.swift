import Foundation
import Support
import Testing

/// Measures on the command line, those of users among them.
@Suite struct MeasureCommandTests {
    let folder: Folder

    private static let own = """
        measures:
          - code: mine.trust
            zh: 每村收到热线
            en: hotline cases per village
            words: [村均热线]
            sum: hotline_12345.received
            over: place.villages
            unit: 件/个
            better: lower
            source: 本县内部口径
            examples:
              - {given: {hotline_12345.received: 209, place.villages: 18}, gives: 11.61}

        """

    init() throws {
        folder = try Folder()
        try Program.run("import", "\(Program.samples)/青禾县/2022", in: folder)
        try folder.write(Self.own, to: "own.yaml")
    }

    /// A point of ‰ is a tenth of one of %.
    @Test func changeOfPerMilleIsInPointsOfItsOwn() throws {
        let measure = """
            measures:
              - {code: my.pm, zh: 千分比, en: per mille, sum: hotline_12345.handled, over: hotline_12345.received, \
            unit: "‰", better: higher, source: 本县, \
            examples: [{given: {hotline_12345.handled: 9, hotline_12345.received: 10}, gives: 900}]}

            """
        try folder.write(measure, to: "pm.yaml")
        try Program.run("import", "\(Program.samples)/青禾县/2021", in: folder)
        #expect(try Program.run("measures", "add", "pm.yaml", in: folder).status == 0)
        for (language, word) in [("zh", "千分点"), ("en", "per-mille points")] {
            let table = try Program.run(
                "compare", "my.pm", "--county", "青禾县", "--years", "2021-2022", "--lang", language, in: folder
            ).output
            #expect(table.contains(word) && !table.contains("百分点") && !table.contains("percentage"), "\(table)")
        }
    }

    @Test func listTellsFormulaUnitAndSource() throws {
        let chinese = try Program.run("measures", "公开率", "--lang", "zh", in: folder)
        #expect(chinese.output.contains("(予以公开·总计 + 部分公开·总计) ÷") && chinese.output.contains("表三第三（一）（二）项"))
        let rows = try Program.run("measures", "--format", "csv", in: folder).rows
        #expect(rows.count >= 30 && Set(rows.compactMap { $0["code"] }).count == rows.count)
        let rate = try #require(rows.first { $0["code"] == "rates.disclosure" })
        #expect(
            rate["formula"] == "(requests.disclosed.total + requests.disclosed_partly.total) / requests.concluded.total"
        )
        #expect(rate["better"] == "higher" && rate["unit"] == "%")
        #expect(try Program.run("measures", "公开律", "--lang", "zh", in: folder).errors.contains("是否指 公开率"))
    }

    /// 209 cases in 18 villages.
    @Test func ownMeasuresAreKeptAndCompared() throws {
        let check = try Program.run("measures", "check", "own.yaml", in: folder)
        #expect(check.status == 0 && check.errors.contains("1 measures, 1 of 1 examples hold"))
        #expect(try Program.run("measures", "add", "own.yaml", in: folder).status == 0)
        let rows = try Program.run("compare", "村均热线", "--format", "csv", in: folder).rows
        #expect(rows.first { $0["township"] == "柳溪镇" }?["2022"] == "11.61")
        // Nothing has to be read again for it.
        #expect(try Program.run("reread", in: folder).output.contains("0 changed"))
        let asked = "select value from current_measure where code = 'mine.trust' and township = '柳溪镇'"
        #expect(try Program.run("sql", asked, "--format", "csv", in: folder).output == "value\n11.61\n")
        #expect(try Program.run("measures", "remove", "own.yaml", in: folder).status == 0)
        #expect(try Program.run("compare", "村均热线", in: folder).status == 64)
        #expect(try Program.run("measures", "remove", "own.yaml", in: folder).status == 64)
    }

    @Test(arguments: [
        ("gives: 11.61", "gives: 11.62", "own.yaml"), ("place.villages\n", "place.vilages\n", "place.vilages"),
        ("code: mine.trust", "code: rates.disclosure", "rates.disclosure"),
        ("zh: 每村收到热线", "zh: 公开率", "公开率"), ("unit: 件/个", "unit: 元/个", "元/个"),
        ("sum: hotline_12345.received", "sum: mine.trust", "mine.trust"),
        ("sum: hotline_12345.received", "sum: hotline_12345.received + fees.amount", "fees.amount"),
        ("better: lower", "better: low", "higher, lower, neither"),
        ("better: lower", "direction: lower", "direction"),
    ])
    func faultyFileIsRefusedWithPlace(right: String, wrong: String, named: String) throws {
        try folder.write(Self.own.replacingOccurrences(of: right, with: wrong), to: "own.yaml")
        let run = try Program.run("measures", "add", "own.yaml", in: folder)
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.errors.contains("own.yaml") && run.errors.contains(named), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test func measuresAndIndicatorsAreNotMixedUp() throws {
        let asIndicators = try Program.run("indicators", "add", "own.yaml", in: folder)
        #expect(asIndicators.status == 65 && asIndicators.errors.contains("measures"))
        try folder.write(IndicatorCommandTests.own, to: "indicators.yaml")
        #expect(try Program.run("measures", "add", "indicators.yaml", in: folder).status == 65)
        try Program.run("indicators", "add", "indicators.yaml", in: folder)
        try folder.write(
            Self.own.replacing("hotline_12345.received", with: "local.readers").replacing("件/个", with: "次/个"),
            to: "own.yaml")
        #expect(try Program.run("measures", "add", "own.yaml", in: folder).status == 0)
        // What a measure is made of stays as long as that does.
        #expect(try Program.run("indicators", "remove", "indicators.yaml", in: folder).errors.contains("local.readers"))
        try Program.run("measures", "remove", "own.yaml", in: folder)
        #expect(try Program.run("indicators", "remove", "indicators.yaml", in: folder).status == 0)
    }

    @Test func measureIsNotDividedAgain() throws {
        let run = try Program.run("compare", "公开率", "--per", "place.villages", "--lang", "zh", in: folder)
        #expect(run.status == 64 && run.errors.contains("不能再用 --per 相除"))
    }

    @Test func measuresAreWrittenToPagesAndTables() throws {
        #expect(try Program.run("report", "pages", "--indicator", "公开率", "--lang", "zh", in: folder).status == 0)
        let page = try String(contentsOf: folder.url.appending(path: "pages/青禾县.html"), encoding: .utf8)
        #expect(page.contains("<h2>公开率 <small>(%)</small>") && page.contains("66.67"))
        let export = try Program.run("export", "--indicator", "公开率", in: folder).rows
        #expect(export.count == 5 && export.allSatisfy { $0["indicator"] == "rates.disclosure" })
        let all = try Program.run("export", "--measures", in: folder).rows
        let plain = try Program.run("export", in: folder).rows
        #expect(all.count > plain.count && plain.first?["lower"] == nil)
    }
}
