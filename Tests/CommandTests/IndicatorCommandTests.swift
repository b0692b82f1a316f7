import Foundation
import Support
import Testing

/// Users' own indicators, and reading again with them.
@Suite struct IndicatorCommandTests {
    let folder: Folder

    static let own = """
        indicators:
          - {code: local.readers, zh: 公众号阅读量, en: Readings of the account, unit: 次}
        definitions:
          - {code: local.readers, unit: times, object: view, standing: total}
        examples:
          - text: 公众号阅读量合计1.6万余次。
            year: 2021
            figures: {local.readers: ">16000"}
          - text: 其中阅读量较高的是春耕信息。
            year: 2021
            figures: {}

        """

    init() throws {
        folder = try Folder()
        try Program.run("import", "\(Program.samples)/青禾县/2021/石桥乡.txt", in: folder)
        try folder.write(Self.own, to: "own.yaml")
    }

    @Test func checkRunsTheExamplesAndShowsWhatItWouldFind() throws {
        let run = try Program.run("indicators", "check", "own.yaml", in: folder)
        #expect(run.status == 0)
        #expect(run.errors.contains("1 indicators, 2 of 2 examples hold"))
        #expect(run.output.contains("local.readers"))
        #expect(run.output.contains("【1.6万余次】"))
    }

    @Test func keptIndicatorsAreReadAndCompared() throws {
        #expect(try Program.run("indicators", "add", "own.yaml", in: folder).status == 0)
        let trial = try Program.run("reread", "--dry-run", in: folder)
        #expect(trial.output.contains("(local.readers): not read for this indicator → more than 16000次"))
        #expect(try Program.run("list", "--revisions", "--format", "csv", in: folder).rows.count == 1)
        #expect(try Program.run("reread", in: folder).output.contains("revision 2"))
        #expect(try Program.run("reread", in: folder).output.contains("1 reports: 1 same, 0 changed, 0 not read"))
        let row = try #require(try Program.run("compare", "local.readers", "--format", "csv", in: folder).rows.first)
        #expect(row["2021"] == "16000")
    }

    @Test func removedIndicatorsAreGoneWhenReadAgain() throws {
        try Program.run("indicators", "add", "own.yaml", in: folder)
        try Program.run("reread", in: folder)
        #expect(try Program.run("indicators", "remove", "own.yaml", in: folder).status == 0)
        let again = try Program.run("reread", in: folder)
        #expect(again.output.contains("more than 16000次 → not read for this indicator"))
        #expect(try Program.run("indicators", "remove", "own.yaml", in: folder).status == 64)
    }

    /// What was stored in one unit is never told in another, and the archive is not left with a file that bars it.
    @Test func codeThatComesBackInAnotherUnitIsRefusedAndNotKept() throws {
        try folder.importSamples()
        for (name, unit) in [("a", "件"), ("b", "户")] {
            try folder.write("indicators:\n  - {code: local.a, zh: 甲数, en: A, unit: \(unit)}\n", to: "\(name).yaml")
        }
        for command in [["add", "a.yaml"], ["remove", "a.yaml"]] {
            #expect(try Program.run(["indicators"] + command, in: folder).status == 0)
        }
        let run = try Program.run("indicators", "add", "b.yaml", in: folder)
        #expect(run.status == 65 && run.errors.contains("use a new code"))
        #expect(try Program.run("import", ImportCommandTests.report, in: folder).status == 0)
    }

    @Test(arguments: [
        ("figures: {local.readers: \">16000\"}", "figures: {local.readers: \"9\"}", "examples"),
        ("code: local.readers", "code: hotline_12345.received", "hotline_12345.received"),
        ("code: local.readers", "code: hotline_12345", "hotline_12345.assigned"),
        ("code: local.readers", "code: hotline_12345.received.urgent", "hotline_12345.received"),
        (
            "- {code: local.readers,", "- {code: local.readers.all, zh: 甲, en: A, unit: 次}\n  - {code: local.readers,",
            "local.readers.all"
        ),
        ("unit: 次", "unit: 斤", "斤"), ("{code: local.readers,", "{code: local readers,", "local readers"),
        ("{code: local.readers,", "{code: '=1+1',", "=1+1"),
        ("{code: local.readers,", "{code: local..readers,", "local..readers"),
        ("en: Readings of the account", "en: ''", "a line of text"),
        ("en: Readings of the account", "en: \"a\\e[31m\"", "a line of text"),
        ("object: view", "objects: view", "objects"),
        ("object: view", "object: views", "views"),
        ("object: view, standing: total", "standing: total", "object"),
        ("definitions:", "roles: {object: {leaf: {zh: 甲, en: A, units: [times], over: [lief]}}}\ndefinitions:", "lief"),
        (
            "definitions:",
            "roles: {act: {one: {zh: 甲, en: A, over: [two]}, two: {zh: 乙, en: B, over: [one]}}}\ndefinitions:",
            "one → two → one"
        ),
        ("definitions:", "roles: {act: {receive: {words: [收得], over: [close]}}}\ndefinitions:", "over"),
        ("definitions:", "roles: {act: {receive: {words: [收得], stage: end}}}\ndefinitions:", "stage"),
        ("definitions:", "roles: {object: {view: {units: [persons]}}}\ndefinitions:", "units"),
    ])
    func faultyFileIsRefusedWithPlace(right: String, wrong: String, named: String) throws {
        try folder.write(Self.own.replacingOccurrences(of: right, with: wrong), to: "wrong.yaml")
        let run = try Program.run("indicators", "add", "wrong.yaml", in: folder)
        #expect(run.status != 0)
        #expect(run.errors.contains(named == "examples" ? "wrong.yaml" : "wrong.yaml:"))
        #expect(run.errors.contains(named))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    /// Which of two codes gets a number must not hang on the order of the catalogue.
    @Test(arguments: [("object: consultation", "consultations.count"), ("object: view, act: [none, hold]", "local.b")])
    func numberThatTwoCodesWantIsRefused(condition: String, other: String) throws {
        let file = """
            indicators:
              - {code: local.a, zh: 甲, en: A, unit: 人次}
              - {code: local.b, zh: 乙, en: B, unit: 人次}
            definitions:
              - {code: local.b, unit: person_times, object: view}
              - {code: local.a, unit: person_times, \(condition)}
            """
        try folder.write(file, to: "contested.yaml")
        for command in ["check", "add"] {
            let run = try Program.run("indicators", command, "contested.yaml", in: folder)
            #expect(run.status == 65)
            #expect(run.errors.contains("contested.yaml:6"))
            for words in ["'local.a'", "'\(other)'"] { #expect(run.errors.contains(words)) }
        }
    }

    /// A correction of what is not looked for any more, in a revision that comes of it.
    @Test func rereadNamesTheCorrectionsThatLapse() throws {
        func run(_ words: String...) throws -> String { try Program.run(words, in: folder).output }
        _ = try run("indicators", "add", "own.yaml")
        _ = try run("reread")
        let correct = ["correct", "石桥乡", "2021", "local.readers", "17000", "--reason", "电话", "--yes"]
        #expect(try Program.run(correct, in: folder).status == 0)
        _ = try run("indicators", "remove", "own.yaml")
        let told = try run("reread")
        #expect(told.contains("note: the correction of local.readers no longer counts, since revision 3"), "\(told)")
        #expect(try !run("reread").contains("note:"))
    }

    @Test func unclaimedNumbersAreShown() throws {
        let report = try Program.run("show", "石桥乡", "2021", "--unclaimed", in: folder)
        #expect(report.output.contains("【1.6万余次】"))
        let groups = try Program.run("indicators", "unclaimed", "--format", "csv", in: folder)
        #expect(try #require(groups.rows.first { $0["example"]?.contains("1.6万余次") == true })["roles"] != "")
    }

    /// A line of the table under the template's own, or the whole file, is accepted as it stands.
    @Test func unclaimedNumbersCanBePastedIntoAFile() throws {
        let row = try #require(
            try Program.run("indicators", "unclaimed", "--format", "csv", in: folder).rows.first {
                $0["definition"] != ""
            })
        let lines = ["indicators:", "  \(row["indicator"] ?? "")", "definitions:", "  \(row["definition"] ?? "")", ""]
        try folder.write(lines.joined(separator: "\n"), to: "pasted.yaml")
        let pasted = try Program.run("indicators", "check", "pasted.yaml", "--format", "csv", in: folder)
        #expect(pasted.status == 0)
        #expect(pasted.output.contains("local."))
        try folder.write(try Program.run("indicators", "unclaimed", "--yaml", in: folder).output, to: "all.yaml")
        #expect(try Program.run("indicators", "add", "all.yaml", in: folder).status == 0)
        #expect(try Program.run("reread", in: folder).output.contains("revision 2"))
    }

    @Test(arguments: ["zh", "en"])
    func templateIsAcceptedAndNamesEveryWord(language: String) throws {
        let template = try Program.run("indicators", "template", "--lang", language, in: folder)
        try folder.write(template.output, to: "template.yaml")
        let check = try Program.run("indicators", "check", "template.yaml", in: folder)
        #expect(check.status == 0)
        #expect(check.errors.contains("2 of 2 examples hold"))
        for word in [
            "#   request:", "#   receive:", "#   wechat:", "#   hotline:", "#   part_of_year:", "beside", "never",
        ] {
            #expect(template.output.contains(word))
        }
    }

    @Test func checkSaysOfEachNumberWhatItIsAndWhatItFailed() throws {
        let text = Self.own.replacingOccurrences(of: "阅读量合计1.6万余次", with: "上半年阅读量合计1.6万余次")
        try folder.write(text, to: "half.yaml")
        let run = try Program.run("indicators", "check", "half.yaml", "--lang", "zh", in: folder)
        #expect(run.status == 1)
        #expect(run.output.contains("“local.readers”要求时间是本年，这里是年内一段时间"))
    }

    /// A year that was not read for an indicator does not fail to mention it.
    @Test func yearsThatWereNotReadAgainAreNotReadRatherThanNotMentioned() throws {
        try Program.run("indicators", "add", "own.yaml", in: folder)
        func cell() throws -> String? {
            try Program.run("compare", "local.readers", "--format", "csv", in: folder).rows.first?["2021"]
        }
        #expect(try cell() == "not_read")
        let table = try Program.run("compare", "local.readers", "--lang", "zh", in: folder).output
        #expect(table.contains("未按此指标读过") && !table.contains("报告未提及"))
        #expect(
            try Program.run("trace", "石桥乡", "2021", "local.readers", "--lang", "zh", in: folder).output.contains(
                "未按此指标读过"))
        let stale = try Program.run("reread", "--dry-run", "--lang", "zh", in: folder).output
        #expect(stale.contains("1 份不是按现在的指标读的：青禾县/石桥乡 2021") && stale.contains("local.readers"))
        try Program.run("reread", in: folder)
        #expect(try cell() == "16000")
        try Program.run("indicators", "remove", "own.yaml", in: folder)
        #expect(try cell() == "16000")
        try Program.run("import", "\(Program.samples)/青禾县/2022/石桥乡.txt", in: folder)
        let row = try Program.run("compare", "local.readers", "--format", "csv", in: folder).rows.first
        #expect(row?["2021"] == "16000" && row?["2022"] == "not_read")
        #expect(!(try Program.run("reread", "--dry-run", in: folder).output.contains("2 reports were not")))
    }
}
