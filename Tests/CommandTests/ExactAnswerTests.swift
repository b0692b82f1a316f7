import Foundation
import Support
import Testing

/// Places, medians, quartiles and changes of numbers as they are before rounding. What is expected was worked out by
/// hand.
@Suite struct ExactAnswerTests: OfficeSuite {
    let folder: Folder
    private let reports: DeskReports

    init() throws {
        folder = try Folder()
        reports = DeskReports(folder: folder)
    }

    /// Of the first that is named alone: a measure is asked for with what reports tell of the same.
    private func rows(_ code: String, _ arguments: String...) throws -> [[String: String]] {
        try Program.run(["compare", code] + arguments + ["--format", "csv"], in: folder).rows
            .filter { $0["indicator"]?.hasPrefix(code) == true }
    }

    /// One table has no two places that contradict each other.
    @Test func whatIsBetterLowIsRankedFromTheLowest() throws {
        try folder.importSamples()
        let found = try rows(
            "rates.withheld", "--rank", "--benchmark", "county", "--county", "青禾县", "--years", "2021"
        ).filter { $0["place"] != "" }
        #expect(found.count > 2 && found.allSatisfy { $0["rank"] == $0["place"] }, "\(found)")
        #expect(Set(found.map { $0["rank"] }).count > 1)
        let alone = try run(0, "compare", "rates.withheld", "--rank", "--county", "青禾县", "--years", "2021")
        #expect(alone.contains("名次：数值低的在前"), "\(alone)")
    }

    /// What does not apply adds nothing to a side of a rate, as to a sum.
    @Test func rateIsOverWhatApplies() throws {
        let path = "\(Program.samples)/青禾县/2021/柳溪镇.txt"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let row = try #require(text.firstMatch(of: #/属于国家秘密(\s+\d+){7}/#))
        let other = row.output.0.replacing(#/\d+/#) { _ in "/" }
        try folder.write(text, to: "in/柳溪镇.txt")
        try folder.write(text.replacingCharacters(in: row.range, with: other), to: "n/柳溪镇.txt")
        for name in ["in", "n"] {
            try Program.run("import", "\(name)/柳溪镇.txt", "--county", "青禾县", "--archive", "\(name).sqlite", in: folder)
        }
        func value(_ code: String, _ archive: String) throws -> String? {
            try rows(code, "--archive", "\(archive).sqlite").first?["2021"]
        }
        #expect(try value("requests.withheld.state_secret.total", "n") == "not_applicable")
        let rate = try value("rates.withheld", "in")
        #expect(try rate?.isEmpty == false && value("rates.withheld", "n") == rate)
    }

    /// Two reports as they are, and what counts instead.
    @Test func differenceMarksWhatWasCorrected() throws {
        try folder.importSamples()
        let code = "hotline_12345.received"
        _ = try run(0, "correct", "柳溪镇", "2022", code, "500", "--reason", "电话", "--yes")
        let rows = try Program.run("diff", "柳溪镇", "2021", "2022", "--format", "csv", in: folder).rows
        #expect(rows.first { $0["indicator"] == code }?["corrected"] == "2022:500")
        #expect(rows.filter { $0["corrected"] != "" }.count == 1)
        let table = try run(0, "diff", "柳溪镇", "2021", "2022")
        #expect(table.contains("其中已更正的：\(code) 2022 → 500*"), "\(table)")
    }

    /// All four are 99.38 % when rounded: 99.3750, 99.3769, 99.3789 and 99.3808.
    @Test func placesAreThoseOfTheRatios() throws {
        let cases = [
            ("青石镇", "320", "318"), ("龙泉镇", "321", "319"), ("白水镇", "322", "320"), ("北桥乡", "323", "321"),
            ("西河乡", "200", "190"), ("大坪镇", "150", "100"),
        ]
        for (township, received, handled) in cases { try reports.write(township, received: received, handled: handled) }
        try reports.file()
        let measure = "rates.hotline_12345.handled"
        let found = try rows(measure, "--rank", "--benchmark", "county")
        let expected = ["北桥乡": "1", "白水镇": "2", "龙泉镇": "3", "青石镇": "4", "西河乡": "5", "大坪镇": "6"]
        for key in ["rank", "place"] {
            #expect(Dictionary(uniqueKeysWithValues: found.map { ($0["township"] ?? "", $0[key] ?? "") }) == expected)
        }
        // (95 + (99.375 - 95) / 4), and the middle of 99.3769 and 99.3789.
        #expect(found.first?["q1"] == "96.09" && found.first?["median"] == "99.38")
        let quarters = Dictionary(uniqueKeysWithValues: found.map { ($0["township"] ?? "", $0["quarter"] ?? "") })
        #expect(quarters["龙泉镇"] == "above" && quarters["青石镇"] == "below" && quarters["西河乡"] == "lowest")
        // The quotient of two indicators is no other.
        let ratio = try rows("hotline_12345.handled", "--per", "hotline_12345.received", "--rank")
        #expect(ratio.first { $0["township"] == "白水镇" }?["rank"] == "2")
    }

    /// Where low is better, the lowest is first in both.
    @Test func ranksAndPlacesAreOne() throws {
        for (township, handled) in [("青石镇", "9"), ("龙泉镇", "6"), ("白水镇", "8"), ("北桥乡", "9")] {
            try reports.write(township, received: "10", handled: handled)
        }
        try reports.file()
        let own = """
            measures:
              - {code: mine.left, zh: 未办结率, en: left, sum: hotline_12345.received - hotline_12345.handled,
                 over: hotline_12345.received, unit: "%", better: lower, examples: [{given: {}, gives: unknown}]}
            """
        try folder.write(own, to: "own.yaml")
        _ = try run(0, "measures", "add", "own.yaml")
        let found = try rows("mine.left", "--rank", "--benchmark", "county")
        for key in ["rank", "place"] {
            let ranks = Dictionary(uniqueKeysWithValues: found.map { ($0["township"] ?? "", $0[key] ?? "") })
            #expect(ranks == ["青石镇": "1", "北桥乡": "1", "白水镇": "3", "龙泉镇": "4"], "\(key)")
        }
    }

    @Test func quartilesOfCountsLieBetweenThem() throws {
        let cases = [("青石镇", "2"), ("龙泉镇", "2"), ("白水镇", "1"), ("北桥乡", "5"), ("西河乡", "3"), ("大坪镇", "1")]
        for (township, received) in cases { try reports.write(township, received: received) }
        try reports.file()
        let found = try rows("hotline_12345.received", "--benchmark", "county")
        // Sorted 1, 1, 2, 2, 3, 5.
        #expect(found.first.map { [$0["q1"], $0["median"], $0["q3"]] } == ["1.25", "2", "2.75"])
        #expect(found.filter { $0["quarter"] == "median" }.compactMap { $0["township"] } == ["青石镇", "龙泉镇"])
        try reports.write("壶镇镇", received: "294")
        try reports.write("镇龙镇", received: "293")
        try reports.file()
        let more = try rows("hotline_12345.received", "--benchmark", "county")
        // 1, 1, 2, 2, 3, 5, 293, 294: the middle of 2 and 3 is nobody's.
        #expect(more.first?["median"] == "2.5" && !more.contains { $0["quarter"] == "median" })
        #expect(more.first { $0["township"] == "西河乡" }?["quarter"] == "above")
        #expect(try run(0, "compare", "hotline_12345.received", "--benchmark", "county").contains("中位数 2.5，"))
        #expect(try run(0, "brief", "平川县", "2024").contains("中位数为 2.5件"))
        let json = try Program.run(
            "compare", "hotline_12345.received", "--benchmark", "county", "--format", "json", in: folder)
        #expect(json.output.contains("\"median\":2.5"), "\(json.output.prefix(600))")
    }

    /// The middle of 0 and 1/6 is 8.33 %, and not that of 0 and 16.67 %.
    @Test func medianOfRatesIsThatOfTheRatios() throws {
        let cases = [("青石镇", "4"), ("龙泉镇", "1"), ("白水镇", "1"), ("北桥乡", "0"), ("西河乡", "0"), ("大坪镇", "0")]
        for (township, handled) in cases { try reports.write(township, received: "6", handled: handled) }
        try reports.file()
        #expect(try rows("rates.hotline_12345.handled", "--benchmark", "county").first?["median"] == "8.33")
        let printed = try Program.run("brief", "--print-template", in: folder).output
        try folder.write(printed.replacing("rates.disclosure,", with: "rates.hotline_12345.handled,"), to: "t.yaml")
        let brief = try run(0, "brief", "平川县", "2024", "--template", "t.yaml")
        #expect(brief.contains("中位数为 8.33%") && !brief.contains("8.34"), "\(brief)")
    }

    /// From 1/3 to 3/7 are 9.5238 points, not 42.86 less 33.33.
    @Test func changeIsThatOfTheRatios() throws {
        try reports.write("青石镇", 2023, received: "3", handled: "1")
        try reports.write("青石镇", 2024, received: "7", handled: "3")
        try reports.file()
        #expect(try rows("rates.hotline_12345.handled").first?["change"] == "9.52")
        try folder.importSamples()
        try Program.run("report", "pages", "--indicator", "rates.hotline_12345.handled", in: folder)
        #expect(try folder.text("pages/平川县.html").contains("+9.52"))
    }

    @Test func publishedQuartilesAreNoWholeNumbersWhereTheyAreNone() throws {
        for (township, received) in [("青石镇", "3"), ("龙泉镇", "6")] {
            try reports.write(township, received: received, handled: "1")
        }
        try reports.file()
        try Program.run("publish", "out", in: folder)
        func table(_ name: String) throws -> [[String: String]] {
            try Program.rows(of: folder.text("out/\(name).csv"))
        }
        let rate = try table("measure").first { $0["code"] == "rates.hotline_12345.handled" }
        let found = try table("benchmark").first { $0["measure_id"] == rate?["measure_id"] && $0["county_id"] == "" }
        // 16.67 %, 25 % and 33.33 %, in hundredths: 1/6 + 1/24 is 20.8333 %.
        #expect(found.map { [$0["q1"], $0["median"], $0["q3"]] } == ["2083.33", "2500", "2916.67"])
        #expect(try folder.text("out/duckdb.sql").contains("\"median\" DECIMAL(38, 2) NOT NULL"))
        let package = try folder.text("out/datapackage.json")
        let field = try #require(package.range(of: "\"name\" : \"median\""))
        #expect(package[field.upperBound...].prefix(200).contains("\"type\" : \"number\""))
    }

    /// 100余 is more than 100, and nobody knows how much.
    @Test func approximateNumbersHaveNoPlace() throws {
        let cases = [("青石镇", "300余"), ("龙泉镇", "305"), ("白水镇", "100多"), ("北桥乡", "50"), ("西河乡", "100")]
        for (township, received) in cases { try reports.write(township, received: received) }
        try reports.file()
        let found = try rows("hotline_12345.received", "--rank", "--benchmark", "county", "--total")
        func column(_ key: String) -> [String: String] {
            Dictionary(uniqueKeysWithValues: found.map { ($0["township"] ?? "", $0[key] ?? "") }).filter { !$1.isEmpty }
        }
        for key in ["rank", "place"] { #expect(column(key) == ["龙泉镇": "1", "西河乡": "2", "北桥乡": "3"]) }
        #expect(found.first.map { [$0["reports"], $0["q1"], $0["median"]] } == ["3", "75", "100"])
        #expect(column("approximate") == ["青石镇": "2024", "白水镇": "2024", "total": "2024"])
        let table = try run(0, "compare", "hotline_12345.received", "--rank", "--years", "2024")
        #expect(table.contains("概数不排名次：白水镇、青石镇"), "\(table)")
        let brief = try run(0, "brief", "平川县", "2024")
        #expect(brief.contains("有确定数的 3 个乡镇中，龙泉镇最高，为 305件"), "\(brief)")
        #expect(brief.contains("另有 2 个的数只是概数，没有排入：白水镇 100余件、青石镇 300余件"))
        try Program.run("report", "pages", "--indicator", "hotline_12345.received", "--lang", "zh", in: folder)
        #expect(try folder.text("pages/平川县.html").contains("概数不排名次"))
    }

    /// The middle of 101 and 102.
    @Test func usualNumberOfUnusualYearsIsTheMedian() throws {
        for (year, received) in zip(2018..., ["100", "100", "101", "102", "102", "1000"]) {
            try reports.write("青石镇", year, received: received)
        }
        try reports.file()
        let table = try run(0, "compare", "hotline_12345.received")
        #expect(table.contains("青石镇 2023年 1,000（各年中位数 101.5）"), "\(table)")
    }

    // MARK: Totals

    /// Five of eight townships: what the rest have is not known.
    @Test func totalsForProgramsSayWhatTheyLack() throws {
        for year in [2023, 2024] { try reports.write("青石镇", year, received: "10", handled: "9") }
        try reports.write("龙泉镇", 2023, received: "20", handled: "20")
        try reports.file()
        let found = try rows("hotline_12345.received", "--total").suffix(2)
        #expect(found.map { $0["roster"] } == ["2", "2"] && found.map { $0["2024"] } == ["10", "1"])
        #expect(found.map { $0["bound"] } == ["2024:at_least", ""])
        #expect(try rows("hotline_12345.received").allSatisfy { $0["bound"] == nil })
        // More than 278 and 10 together are more than 288.
        try reports.write("龙泉镇", 2024, received: "278余")
        try reports.file()
        let whole = try rows("hotline_12345.received", "--total").suffix(2)
        #expect(whole.map { $0["2024"] } == ["288", "2"] && whole.first?["bound"] == "2024:at_least")
        let rollup = try Program.run("rollup", "平川县", "2024", "--format", "csv", in: folder).rows
        let sum = rollup.first { $0["indicator"] == "hotline_12345.received" }
        #expect(sum?["value"] == "288" && sum?["missing"] == "" && sum?["bound"] == "at_least")
    }

    /// A measure that is a sum has no more of a total than an indicator has.
    @Test func sumOfMeasuresIsMarkedWhereReportsAreMissing() throws {
        try folder.importSamples()
        try Program.run("remove", "柳溪镇", "2022", "--reason", "t", in: folder)
        let of = ["--county", "青禾县", "--years", "2021,2022", "--total"]
        let found = try Program.run(["compare", "sums.disputes"] + of + ["--format", "csv"], in: folder).rows
        #expect(found.first { $0["township"] == "total" }?["bound"] == "2022:at_least")
        let table = try Program.run(["compare", "sums.disputes"] + of, in: folder).output
        let total = table.split(separator: "\n").first { $0.hasPrefix("total") }
        #expect(total?.contains("≥") == true, "\(table)")
        // A ratio is one of those that there are.
        let rate = try Program.run(["compare", "rates.disclosure"] + of + ["--format", "csv"], in: folder).rows
        #expect(rate.first { $0["township"] == "total" }?["bound"] == "")
        try Program.run("report", "pages", "--indicator", "sums.disputes", "--lang", "zh", in: folder)
        #expect(try folder.text("pages/青禾县.html").contains("≥"))
    }

    /// What does not apply adds nothing, as in the row of the older form that took the place of three.
    @Test func sumOfMeasureLeavesOutWhatDoesNotApply() throws {
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2022/石桥乡.txt", encoding: .utf8)
        var lines = text.components(separatedBy: "\n")
        let row = try #require(lines.firstIndex { $0.hasPrefix("2.申请人逾期未按收费通知") })
        // The seventh cell of the row, with an empty line before each, is its total.
        #expect(lines[row + 14] == "0")
        lines[row + 14] = "—"
        try folder.write(lines.joined(separator: "\n"), to: "石桥乡.txt")
        try Program.run("import", "石桥乡.txt", "--county", "青禾县", in: folder)
        let cell = try Program.run(
            "export", "--indicator", "requests.other.fee_unpaid.total", "--format", "csv", in: folder
        ).rows.first
        #expect(cell?["state"] == "not_applicable")
        // 0, nothing and 1.
        #expect(try rows("sums.other").first?["2022"] == "1")
        // Nor does it add to the sum of a ratio, which is no less known for it.
        let own = """
            measures:
              - {code: mine.other, zh: 其他处理占比, en: other, sum: sums.other, over: requests.concluded.total, unit: "%",
                 examples: [{given: {}, gives: unknown}]}
            """
        try folder.write(own, to: "own.yaml")
        _ = try run(0, "measures", "add", "own.yaml")
        let concluded = try #require(try rows("requests.concluded.total").first?["2022"].flatMap(Double.init))
        let part = try #require(try rows("mine.other").first?["2022"].flatMap(Double.init))
        #expect(abs(part - 100 / concluded) < 0.005)
    }

    // MARK: Corrections

    @Test func measureOfACorrectedFigureSaysSoWhereverItGoes() throws {
        try reports.write("青石镇", received: "10", handled: "9")
        try reports.file()
        try Program.run("correct", "青石镇", "2024", "hotline_12345.handled", "5", "--reason", "t", "--yes", in: folder)
        let code = "rates.hotline_12345.handled"
        let long = try Program.run("export", "--measures", in: folder).rows
        let row = try #require(long.first { $0["indicator"] == code })
        #expect([row["value"], row["corrected"], row["of_corrected"]] == ["50", "50", "true"])
        #expect(long.first { $0["indicator"] == "hotline_12345.received" }?["of_corrected"] == "")
        let wide = try Program.run("export", "--measures", "--layout", "wide", in: folder).rows
        #expect(wide.first?["corrected"]?.split(separator: ";").contains(Substring(code)) == true, "\(wide)")
        let asked = "select value, corrected from current_measure where code = '\(code)'"
        #expect(try Program.run("sql", asked, "--format", "csv", in: folder).output == "value,corrected\n50,1\n")
        try Program.run("publish", "out", in: folder)
        let values = try Program.rows(of: folder.text("out/measure_value.csv"))
        #expect(values.contains { $0["display_value"] == "50" && $0["corrected"] == "1" })
    }

    // MARK: Large changes

    /// 186 of last year, and 0 now, is the largest fall that there is.
    @Test func briefTellsFallsToNothing() throws {
        let told = [
            ("青石镇", "186", "0"), ("龙泉镇", "0", "40"), ("白水镇", "50", "20"), ("北桥乡", "9", "0"), ("西河乡", "7", "7"),
        ]
        for (township, before, now) in told {
            try reports.write(township, 2023, received: before)
            try reports.write(township, 2024, received: now)
        }
        try reports.file()
        let brief = try run(0, "brief", "平川县", "2024")
        let lines = brief.split(separator: "\n").filter { $0.contains("由上年的") && $0.contains("变为") }
        #expect(lines.map { $0.prefix(3) } == ["青石镇", "龙泉镇", "白水镇"], "\(brief)")
        #expect(!brief.contains("这样的共有"))
        let printed = try Program.run("brief", "--print-template", in: folder).output
        try folder.write(printed.replacing("most: 8}", with: "most: 2}"), to: "t.yaml")
        let cut = try run(0, "brief", "平川县", "2024", "--template", "t.yaml")
        #expect(cut.contains("这样的共有 3 项，这里只列变化最大的 2 项"), "\(cut)")
        let english = try run(0, "brief", "平川县", "2024", "--template", "t.yaml", language: "en")
        #expect(english.contains("There are 3 of these, and the farthest 2 are listed"))
    }
}
