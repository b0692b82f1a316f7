import Foundation
import Support
import Testing

@Suite struct CheckCommandTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private struct Finding: Decodable {
        let rule: String
        let severity: String
        let county: String
        let township: String
        let year: Int
        let indicators: [String]
        let message: String
        let waived: Bool
    }

    private func findings(_ arguments: String...) throws -> [Finding] {
        let run = try Program.run(["check", "--format", "json"] + arguments, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode([Finding].self, from: Data(run.output.utf8))
    }

    // MARK: Findings

    @Test func onlyTheFlawedReportHasErrors() throws {
        try folder.importSamples()
        let errors = try findings().filter { $0.severity == "error" }
        #expect(Set(errors.map { "\($0.county)\($0.township)\($0.year)" }) == ["青禾县白杨镇2021"])
        #expect(
            Set(errors.map(\.rule)) == ["row-total", "column-total", "carried-over-requests", "narrative-differs"])
    }

    /// What is found later, or with other numbers, nobody has looked at.
    @Test func waiverIsOfWhatWasFoundThen() throws {
        try folder.importSamples()
        let waive = ["waive", "row-total", "白杨镇", "2021", "--reason", "已核实"]
        #expect(try Program.run(waive, in: folder).status == 0)
        func rows() throws -> [Finding] {
            try findings("--township", "白杨镇", "--years", "2021").filter { $0.rule == "row-total" }
        }
        let before = try rows()
        #expect(!before.isEmpty && before.allSatisfy(\.waived))
        let correct = ["correct", "白杨镇", "2021", "requests.concluded.total", "555", "--reason", "笔误", "--yes"]
        #expect(try Program.run(correct, in: folder).status == 0)
        let after = try rows()
        #expect(after.filter(\.waived).count == before.count && after.count > before.count, "\(after)")
        let brief = try Program.run("brief", "青禾县", "2021", "--lang", "zh", in: folder).output
        #expect(brief.contains("另有错误和存疑之处 \(before.count) 处，经核实已豁免。"), "\(brief.prefix(3000))")
        // Who waives it again has looked at all.
        #expect(try Program.run(waive, in: folder).status == 0)
        #expect(try rows().allSatisfy(\.waived))
    }

    @Test func wrongCellIsNamedWithItsValueAndLine() throws {
        try folder.importSamples()
        let found = try findings("--township", "白杨镇", "--years", "2021")
        let cell = try #require(found.first { $0.rule == "wrong-cell" })
        #expect(cell.indicators == ["requests.disclosed.total"])
        #expect(cell.message.contains("4 instead of 5") && cell.message.contains("(line 165)"))
        let text = try #require(found.first { $0.rule == "narrative-differs" })
        #expect(text.indicators == ["narrated_requests.received", "requests.received.total"])
        let chain = try #require(found.first { $0.rule == "carried-over-requests" })
        #expect(chain.message.contains("2020") && chain.message.contains("agrees with itself"))
    }

    /// Scripts of users read these objects: fields, order and types stay.
    @Test(arguments: ["json", "ndjson"])
    func objectsKeepTheirContract(format: String) throws {
        try folder.importSamples()
        let object = """
            {"rule":"period-not-full-year","severity":"warning","county":"湟中区","township":"上新庄镇","year":2020,\
            "indicators":[],"expected":"2020-01-01/2020-12-31","actual":"2020-01-01/2020-12-28",\
            "message":"the period is 2020-01-01/2020-12-28, not the full year (2020-01-01/2020-12-31) (line 4). \
            Next: count the whole year or correct the period","waived":false}
            """
        let run = try Program.run("check", "--county", "湟中区", "--format", format, in: folder)
        #expect(run.output == (format == "json" ? "[\n\(object)\n]\n" : "\(object)\n"))
        let lines = try Program.run("check", "--years", "2021", "--format", "ndjson", in: folder).output
            .split(separator: "\n")
        let first = try #require(lines.first { $0.contains("row-total") })
        #expect(
            first.contains(
                """
                "indicators":["requests.disclosed.total","requests.disclosed.natural_person"
                """))
        #expect(first.contains("],\"expected\":4,\"actual\":5,\"message\":\""))
    }

    @Test func factsAndUnreadableRowsAreFound() throws {
        try folder.importSamples()
        #expect(try findings("--county", "湟中区").map(\.rule) == ["period-not-full-year"])
        #expect(try findings("--township", "石桥乡", "--years", "2022").map(\.rule).contains("unreadable-row"))
        #expect(try findings("--township", "古渡镇", "--years", "2021").map(\.rule).contains("edition-outdated"))
    }

    @Test(arguments: [("error", 1), ("warning", 1), (nil, 0)])
    func exitCodeAnswersToTheAskedLevel(level: String?, status: Int32) throws {
        try folder.importSamples()
        let asked = level.map { ["--fail-on", $0] } ?? []
        #expect(try Program.run(["check"] + asked, in: folder).status == status)
    }

    @Test func suspicionIsNoError() throws {
        try folder.importSamples()
        let county = ["check", "--county", "湟中区", "--fail-on"]
        #expect(try Program.run(county + ["error"], in: folder).status == 0)
        #expect(try Program.run(county + ["warning"], in: folder).status == 1)
    }

    @Test func lastYearCountsEvenWhereOnlyThisYearIsAskedFor() throws {
        try folder.importSamples()
        let counts = try Program.run(
            "check", "--counts", "--years", "2021", "--township", "白杨镇", "--format", "csv", in: folder)
        let chain = try #require(counts.rows.first { $0["rule"] == "carried-over-requests" })
        #expect([chain["held"], chain["failed"], chain["undecided"]] == ["5", "2", "0"])
        let missing = try Program.run(
            "check", "--undecided", "--years", "2021", "--township", "望湖街道", "--format", "csv", in: folder)
        #expect(
            missing.rows.contains {
                $0["rule"] == "carried-over-requests" && $0["reason"] == "there is no report of that year"
            })
        let broken = try Program.run("check", "--chains", "--township", "白杨镇", "--format", "csv", in: folder)
        let row = try #require(broken.rows.first { $0["indicator"] == "requests.carried_in.total" })
        #expect([row["2020"], row["2021"], row["2022"], row["broken_in"]] == ["held", "broken", "held", "2021"])
    }

    @Test(arguments: ["table", "csv", "tsv", "markdown", "ndjson", "json"])
    func everyFormatNamesTheRule(format: String) throws {
        try folder.importSamples()
        let run = try Program.run("check", "--format", format, in: folder)
        #expect(run.output.contains("requests.disclosed") || run.output.contains("Requests disclosed"))
        #expect(run.output.contains("period-not-full-year"))
    }

    // MARK: Rules

    @Test func rulesAreListedAndExplainedWithoutAnArchive() throws {
        let list = try Program.run("check", "--list", "--format", "csv", in: folder)
        #expect(list.rows.contains { $0["rule"] == "row-total" && $0["source"]?.contains("60号") == true })
        let card = try Program.run("check", "--explain", "requests-balance", in: folder)
        #expect(card.output.contains("requests.carried_out.total = requests.received.total"))
        let unknown = try Program.run("check", "--explain", "nosuch", in: folder)
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("row-total"))
    }

    @Test func ownRulesAreTried() throws {
        try folder.importSamples()
        try folder.write(
            "rules: [{rule: mine, zh: 甲, en: a, severity: note, bound: place.villages <= 10}]", to: "own.yaml")
        #expect(try findings("--rules", "own.yaml").contains { $0.rule == "mine" && $0.severity == "note" })
        try folder.write("rules: [{rule: mine, zh: 甲, en: a, bound: place.villages <= -1}]", to: "own.yaml")
        let run = try Program.run("check", "--rules", "own.yaml", in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("own.yaml:1") && run.errors.contains("negative-count"))
    }

    // MARK: Waivers and corrections

    @Test func waivedFindingIsListedAndDoesNotFail() throws {
        try folder.importSamples()
        let waive = ["waive", "period-not-full-year", "上新庄镇", "2020", "--reason", "改革"]
        #expect(try Program.run(waive + ["--until", "2099-12-31"], in: folder).status == 0)
        #expect(try findings("--county", "湟中区").map(\.waived) == [true])
        #expect(try Program.run("check", "--county", "湟中区", "--fail-on", "warning", in: folder).status == 0)
    }

    @Test(arguments: [
        ["waive", "nosuch", "上新庄镇", "2020", "--reason", "x"],
        ["waive", "period-not-full-year", "上新庄镇", "2020", "--reason", "x", "--until", "2026-02-30"],
        ["waive", "period-not-full-year", "上新庄镇", "2020", "--reason", "x", "--until", "明年"],
        ["waive", "period-not-full-year", "上新庄镇", "2020", "--reason", "x", "--until", "2020-01-01"],
        ["waive", "period-not-full-year", "上新庄镇", "2020"],
        ["waive", "period-not-full-year", "上新庄镇", "2020", "--reason", ""],
        // There is nothing to waive.
        ["waive", "row-total", "上新庄镇", "2020", "--reason", "x"],
        // A cell that its form does not have is asked about.
        ["correct", "上新庄镇", "2020", "rules.in_force", "1", "--reason", "x"],
        ["correct", "上新庄镇", "2020", "requests.received.total", "一", "--reason", "x"],
        ["correct", "上新庄镇", "2020", "requests.received.total", "1.5", "--reason", "x"],
        ["correct", "上新庄镇", "2020", "requests.received", "1", "--reason", "x"],
        ["uncorrect", "上新庄镇", "2020", "requests.received.total", "--reason", "x"],
    ])
    func wrongEntryIsRefused(arguments: [String]) throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 64)
        #expect(!run.errors.isEmpty)
        #expect(try findings().allSatisfy { !$0.waived })
    }

    @Test func entryNeedsAnArchiveAndMakesNone() throws {
        let run = try Program.run("waive", "row-total", "上新庄镇", "2020", "--reason", "x", in: folder)
        #expect(run.status == 66)
        #expect(!folder.exists("nianbao.sqlite"))
    }

    @Test func correctionIsShownBesideTheReport() throws {
        try folder.importSamples()
        let target = ["白杨镇", "2021", "requests.disclosed.total"]
        #expect(
            try Program.run(["correct"] + target + ["4", "--reason", "核实", "--author", "张三"], in: folder).status == 0)
        let rules = try findings("--township", "白杨镇", "--years", "2021").map(\.rule)
        #expect(!rules.contains("row-total") && !rules.contains("column-total"))
        let export = try Program.run(
            "export", "--township", "白杨镇", "--years", "2021", "--indicator", "requests.disclosed.total",
            "--corrections",
            "--format", "csv", in: folder)
        let row = try #require(export.rows.first)
        #expect([row["value"], row["corrected"], row["correction_author"]] == ["5", "4", "张三"])
        for command in ["show", "trace"] {
            let output = try Program.run([command] + (command == "show" ? Array(target[..<2]) : target), in: folder)
                .output
            #expect(output.contains("核实") && output.contains("张三"), "\(command)")
        }
        let compared = try Program.run("compare", target[2], "--township", "白杨镇", in: folder).output
        #expect(compared.contains("4*"))
        #expect(try Program.run(["uncorrect"] + target + ["--reason", "误"], in: folder).status == 0)
        #expect(try findings("--township", "白杨镇").map(\.rule).contains("row-total"))
    }

    @Test func revisionSaysWhatItClosedAndWhatIsNeedlessNow() throws {
        try folder.importSamples()
        let target = ["白杨镇", "2021"]
        try Program.run(["waive", "row-total"] + target + ["--reason", "x"], in: folder)
        try Program.run(["correct"] + target + ["requests.disclosed.total", "4", "--reason", "x"], in: folder)
        let source = URL(filePath: Program.samples).appending(path: "青禾县/2021/白杨镇.txt")
        var lines = try String(contentsOf: source, encoding: .utf8).components(separatedBy: "\n")
        #expect(lines[164] == "5")
        lines[164] = "4"
        try folder.write(lines.joined(separator: "\n"), to: "白杨镇.txt")
        let run = try Program.run("import", "白杨镇.txt", "--county", "青禾县", in: folder)
        for text in [
            "closed row-total", "closed column-total", "waiver of row-total is needless",
            "requests.disclosed.total is needless",
        ] {
            #expect(run.output.contains(text), "\(text)")
        }
    }

    /// What a rule of one's own finds is not known when a file comes in: of its waiver nothing is said.
    @Test func waiverOfAnOwnRuleIsNotCalledNeedless() throws {
        try folder.importSamples()
        try folder.write(
            "rules: [{rule: mine, zh: 甲, en: a, severity: error, bound: requests.received.total <= 0}]", to: "own.yaml")
        let waived = try Program.run(
            "waive", "mine", "白杨镇", "2021", "--reason", "x", "--rules", "own.yaml", in: folder)
        #expect(waived.status == 0, "\(waived.errors)")
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/白杨镇.txt", encoding: .utf8)
        try folder.write(text + "\n", to: "白杨镇.txt")
        let run = try Program.run("import", "白杨镇.txt", "--county", "青禾县", in: folder)
        #expect(run.output.contains("revision 2") && !run.output.contains("mine"), "\(run.output)")
        #expect(try findings("--rules", "own.yaml").contains { $0.rule == "mine" && $0.township == "白杨镇" && $0.waived })
    }

    // MARK: Letters and coverage

    @Test func lettersGoToTownshipsWithSomethingToCorrect() throws {
        try folder.importSamples()
        let run = try Program.run("check", "--letter", "通知", in: folder)
        for ending in ["docx", "md", "html"] { #expect(run.output.contains("通知/青禾县-白杨镇.\(ending)\n")) }
        #expect(!folder.exists("通知/青禾县-望湖街道.md"))
        #expect(try Program.run("check", "--letter", "通知", in: folder).status == 73)
        #expect(try Program.run("check", "--letter", "通知", "--force", in: folder).status == 0)
    }

    @Test func coverageNamesWhatIsMissing() throws {
        try folder.importSamples()
        try folder.write("青禾县,新桥镇\n", to: "list.txt")
        let run = try Program.run(
            "coverage", "--county", "青禾县", "--expect", "list.txt", "--format", "csv", in: folder)
        func status(_ township: String, _ year: String) -> String? {
            run.rows.first { $0["township"] == township && $0["year"] == year }?["status"]
        }
        #expect(status("望湖街道", "2020") == "missing")
        #expect(status("新桥镇", "2022") == "missing")
        #expect(status("石桥乡", "2022") == "unreadable")
        #expect(status("柳溪镇", "2022") == "report")
        let table = try Program.run("coverage", "--county", "青禾县", in: folder)
        #expect(table.output.contains("2020: 1 missing: 青禾县/望湖街道"))
    }
}
