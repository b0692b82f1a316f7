import Foundation
import Support
import Testing

@Suite struct VintageCommandTests {
    let folder: Folder

    /// The samples, as if they had been imported on 2 March 2023, and one report revised and one figure corrected
    /// later.
    init() throws {
        folder = try Folder()
        try folder.importSamples()
        try folder.sql("UPDATE report SET read_at = '2023-03-02T01:00:00Z'")
        try answer("then")
        let changed = try String(contentsOfFile: ImportCommandTests.report, encoding: .utf8)
            .replacingOccurrences(of: "反映件147件", with: "反映件148件")
        try folder.write(changed, to: "湟中区/2020/更正.txt")
        try Program.run("import", "湟中区", "--county", "湟中区", in: folder)
        try folder.sql("UPDATE report SET read_at = '2023-04-01T01:00:00Z' WHERE revision = 2")
        try folder.sql(
            """
            INSERT INTO correction (report_id, indicator_id, value, reason, author, made_at)
            SELECT min(report_id), indicator_id, 98765, '笔误', '某某', '2023-04-02T01:00:00Z' FROM figure
            JOIN indicator ON indicator.id = indicator_id WHERE code = 'requests.received.total'
                AND report_id IN (SELECT id FROM report WHERE year = 2019);
            INSERT INTO waiver (report_id, rule, reason, author, made_at)
            SELECT id, 'requests-balance', '已核实', '某某', '2023-04-02T01:00:00Z' FROM report
            """)
    }

    /// A battery is flat, and the clock years behind: what is written then would be taken for older than all else.
    @Test func aClockThatIsBehindIsTold() throws {
        let correction = ["correct", "上新庄镇", "2020", "hotline_12345.received", "149", "--reason", "笔误"]
        let corrected = try Program.run(correction, in: folder)
        #expect(corrected.status == 0 && corrected.errors == "", "\(corrected.errors)")
        let commands = [
            ["uncorrect", "上新庄镇", "2020", "hotline_12345.received", "--reason", "有误"], ["reread"],
            ["import", ImportCommandTests.report, "--county", "湟中区"],
        ]
        try folder.sql(
            """
            INSERT INTO event (action, subject, report_count, reason, author, made_at)
            VALUES ('import', 'x', 1, '', '某某', '2999-03-02T01:00:00Z')
            """)
        // Every time, not only behind that entry.
        for command in commands {
            #expect(try Program.run(command, in: folder).errors.contains("2999-03-02T01:00:00Z"), "\(command)")
        }
    }

    private static let questions = [
        ["export"], ["export", "--corrections"], ["check"], ["list"],
        ["export", "--layout", "wide"], ["compare", "12345", "requests.received.total"], ["list", "--revisions"],
        ["coverage"], ["show", "上新庄镇", "2020"], ["trace", "上新庄镇", "2020", "hotline_12345.received"],
        ["search", "热线"], ["rollup", "湟中区", "2020"],
    ]

    private func answer(_ name: String, _ options: String...) throws {
        for (number, question) in Self.questions.enumerated() {
            try Program.run(question + ["--output", "\(name)-\(number).csv"] + options, in: folder)
        }
    }

    private func bytes(_ name: String) throws -> [Data] {
        try Self.questions.indices.map { try folder.data("\(name)-\($0).csv") }
    }

    /// Codes put places in order, and stand in columns that are asked for.
    @Test func codesThatWereSetSinceChangeNothing() throws {
        let coded = ["export", "--codes", "--as-of", "2023-03-31", "--format", "csv"]
        let before = try Program.run(coded, in: folder).output
        for (place, code) in [("青禾县", "110101"), ("青禾县/石桥乡", "110101101"), ("湟中区", "630122")] {
            #expect(try Program.run("townships", "code", place, code, in: folder).status == 0)
        }
        try answer("again", "--as-of", "2023-03-31")
        #expect(try bytes("again") == bytes("then"))
        #expect(try Program.run(coded, in: folder).output == before)
        // As of today they stand in the order of their codes.
        let rows = try Program.run("list", "--format", "csv", in: folder).rows
        #expect(rows.first?["township"] == "石桥乡")
    }

    /// One of two reports of then is not in the answer any more.
    @Test func placesThatBecameOneSinceAreTold() throws {
        try Program.run("remove", "石桥乡", "2022", "--reason", "重复", in: folder)
        let merge = ["townships", "merge", "石桥乡", "柳溪镇"]
        for year in ["2019", "2020", "2021"] { try Program.run("remove", "石桥乡", year, "--reason", "重复", in: folder) }
        #expect(try Program.run(merge, in: folder).status == 0)
        let list = ["list", "--township", "柳溪镇", "--as-of"]
        let then = try Program.run(list + ["2023-03-31"], in: folder)
        #expect(
            then.errors.contains(
                "青禾县/石桥乡 → 青禾县/柳溪镇: merged since; both had a report for 2022 then, and this answer has one"),
            "\(then.errors)")
        #expect(try Program.run(list + ["2099-01-01"], in: folder).errors == "")
        // It is so, whatever the place is called by now.
        #expect(try Program.run("townships", "rename", "柳溪镇", "大柳镇", in: folder).status == 0)
        let renamed = try Program.run("list", "--township", "大柳镇", "--as-of", "2023-03-31", in: folder)
        #expect(
            renamed.errors.contains("青禾县/大柳镇: two places merged since; both had a report for 2022 then"),
            "\(renamed.errors)")
    }

    @Test func exportMadeThenCanBeMadeAgainByteForByte() throws {
        try answer("again", "--as-of", "2023-03-31")
        try answer("later", "--as-of", "2023-04-30")
        try answer("today")
        #expect(try bytes("again") == bytes("then"))
        #expect(try bytes("later") == bytes("today"))
        for (old, new) in zip(try bytes("then"), try bytes("today")) { #expect(old != new) }
    }

    /// A wide table has no columns of what only later reports tell, nor of what others do than those asked for.
    @Test func columnsAreThoseOfTheReportsOfThen() throws {
        let archive = ["--archive", "b.sqlite"]
        let wide = ["export", "--layout", "wide", "--format", "csv"] + archive
        try Program.run(["import", "\(Program.samples)/青禾县/2022/白杨镇.txt", "--county", "青禾县"] + archive, in: folder)
        try folder.sqlite("b.sqlite", "UPDATE report SET read_at = '2023-03-02T01:00:00Z'")
        let then = try Program.run(wide, in: folder).output
        try Program.run(["import", "\(Program.samples)/青禾县/2019/白杨镇.txt", "--county", "青禾县"] + archive, in: folder)
        #expect(!then.contains("fees.items_previous"))
        #expect(try Program.run(wide, in: folder).output.contains("fees.items_previous"))
        #expect(try Program.run(wide + ["--as-of", "2023-04-01"], in: folder).output == then)
        #expect(try Program.run(wide + ["--years", "2022"], in: folder).output == then)
    }

    @Test func pageIsOfThenToo() throws {
        for (name, options) in [("then", ["--as-of", "2023-03-31"]), ("today", [])] {
            let ask = ["report", name, "--county", "湟中区", "--indicator", "hotline_12345.received"]
            #expect(try Program.run(ask + options, in: folder).status == 0)
        }
        #expect(try !folder.text("then/湟中区.html").contains("148"))
        #expect(try folder.text("today/湟中区.html").contains("148"))
    }

    @Test func logEndsThere() throws {
        let later = try Program.run("log", "--as-of", "2023-03-31", "--format", "csv", in: folder)
        #expect(later.status == 1 && later.rows.isEmpty)
        #expect(try Program.run("log", "--format", "csv", in: folder).rows.count == 2)
    }

    /// A moment copied from an answer for people means that very second.
    @Test func shownMomentIsTaken() throws {
        func isCorrected(_ moment: String) throws -> Bool {
            let run = try Program.run("export", "--format", "csv", "--as-of", moment, in: folder)
            #expect(run.status == 0, "\(run.errors)")
            return run.output.contains("98765")
        }
        let shown = try Program.run(["corrections"], in: folder, environment: ["TZ": "Asia/Shanghai"]).output
        let moment = try #require(shown.firstMatch(of: /2023-04-02 09:00:00 \+08:00/)?.0, "\(shown)")
        #expect(try isCorrected(String(moment)))
        #expect(try !isCorrected("2023-04-02 08:59:59 +08:00"))
    }

    @Test func correctionsCountFromWhenTheyWereMade() throws {
        func values(_ date: String) throws -> [String] {
            let run = try Program.run(
                "compare", "requests.received.total", "hotline_12345.received", "--format", "csv", "--as-of", date,
                in: folder)
            return run.rows.flatMap { $0.values }
        }
        #expect(try !values("2023-04-01T12:00:00Z").contains("98765"))
        #expect(try values("2023-04-01T12:00:00Z").contains("148"))
        #expect(try values("2023-04-02T01:00:00Z").contains("98765"))
    }

    @Test func dayEndsWhereTheProgramRuns() throws {
        func isRevised(_ zone: String) throws -> Bool {
            try Program.run(
                "export", "--indicator", "hotline_12345.received", "--township", "上新庄镇", "--format", "csv", "--as-of",
                "2023-03-31", in: folder, environment: ["TZ": zone]
            ).output.contains(",148,")
        }
        #expect(try !isRevised("Asia/Shanghai"))
        #expect(try isRevised("America/New_York"))
    }

    @Test func beforeTheFirstImportThereIsNothing() throws {
        let run = try Program.run("export", "--format", "csv", "--as-of", "2023-03-01", in: folder)
        #expect(run.status == 1 && run.rows.isEmpty)
    }

    @Test(arguments: ["2021-02-29", "2021-3-1", "gestern", "20210301", "2021-03-01 09:00:00"])
    func whatIsNoDateIsRefused(date: String) throws {
        let run = try Program.run("export", "--as-of", date, in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains(date))
    }

    /// As POSIX writes the time of China, and with days of 23 and 25 hours.
    @Test(arguments: [
        ("CST-8", "2021-03-02T15:59:59Z", "2021-03-02T16:00:00Z", "2021-03-02"),
        ("Asia/Shanghai", "2021-03-02T15:59:59Z", "2021-03-02T16:00:00Z", "2021-03-02"),
        ("EST5EDT,M3.2.0,M11.1.0", "2021-03-15T03:59:59Z", "2021-03-15T04:00:00Z", "2021-03-14"),
        ("EST5EDT,M3.2.0,M11.1.0", "2021-11-08T04:59:59Z", "2021-11-08T05:00:00Z", "2021-11-07"),
        ("UTC0", "2021-03-02T23:59:59Z", "2021-03-03T00:00:00Z", "2021-03-02"),
    ])
    func dayEndsWhereTheProgramRuns(zone: String, last: String, next: String, day: String) throws {
        for (moment, count) in [(last, 20), (next, 0)] {
            try folder.sql("UPDATE report SET read_at = '\(moment)'")
            let run = try Program.run(
                ["list", "--format", "csv", "--as-of", day], in: folder, environment: ["TZ": zone])
            #expect(run.rows.count == count, "\(zone) \(moment)")
        }
    }
}
