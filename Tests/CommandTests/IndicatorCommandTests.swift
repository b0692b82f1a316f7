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
        #expect(trial.output.contains("(local.readers): not mentioned → more than 16000次"))
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
        #expect(again.output.contains("more than 16000次 → not mentioned"))
        #expect(try Program.run("indicators", "remove", "own.yaml", in: folder).status == 64)
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
        ("unit: 次", "unit: 斤", "斤"),
        ("object: view", "objects: view", "objects"),
        ("object: view", "object: views", "views"),
        ("object: view, standing: total", "standing: total", "object"),
    ])
    func faultyFileIsRefusedWithPlace(right: String, wrong: String, named: String) throws {
        try folder.write(Self.own.replacingOccurrences(of: right, with: wrong), to: "wrong.yaml")
        let run = try Program.run("indicators", "add", "wrong.yaml", in: folder)
        #expect(run.status != 0)
        #expect(run.errors.contains("wrong.yaml"))
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

    @Test func unclaimedNumbersAreShown() throws {
        let report = try Program.run("show", "石桥乡", "2021", "--unclaimed", in: folder)
        #expect(report.output.contains("【1.6万余次】"))
        let shapes = try Program.run("indicators", "unclaimed", "--format", "csv", in: folder)
        #expect(!shapes.rows.isEmpty)
    }
}
