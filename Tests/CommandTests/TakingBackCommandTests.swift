import Foundation
import Support
import Testing

/// Everything can be taken back, and seen afterwards: who did what, when and why.
@Suite struct TakingBackCommandTests {
    private let folder: Folder
    private let files: OfficeFiles

    /// Two revisions of the report of 柳溪镇 for 2023.
    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
        try files.write("柳溪镇", to: "a.txt")
        try files.writeDraft(to: "b.txt")
        for name in ["a.txt", "b.txt"] { try Program.run("import", name, "--author", "李四", in: folder) }
    }

    @discardableResult private func run(_ arguments: String...) throws -> Program {
        try Program.run(arguments, in: folder)
    }

    private func hotline(_ options: String...) throws -> [String] {
        let question = ["export", "--indicator", "hotline_12345.received", "--format", "csv"]
        return try Program.run(question + options, in: folder).rows.map {
            "\($0["township"] ?? "") \($0["value"] ?? "")"
        }
    }

    private let why = ["--reason", "核实", "--author", "张三"]

    private func done(_ arguments: String...) throws -> String {
        let run = try Program.run(arguments + why, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    /// To bring it back where it was would count it twice.
    @Test func fileOfAReportThatWasMovedIsToldWhereItCounts() throws {
        _ = try done("move", "柳溪镇", "2023", "--to", "石桥乡", "--all")
        let again = try run("import", "b.txt").output
        #expect(again.contains("moved to 青禾县/石桥乡 2023, and counts there"), "\(again)")
        #expect(!again.contains("revert"))
    }

    @Test func removedReportIsInNoAnswerAndComesBack() throws {
        let removed = try done("remove", "柳溪镇", "2023")
        #expect(removed.contains("nianbao revert 柳溪镇 2023 --to 2"))
        #expect(try hotline() == [])
        #expect(try run("search", "热线", "--format", "csv").rows.isEmpty)
        #expect(try run("check", "--format", "csv").rows.isEmpty)
        #expect(try run("sql", "SELECT count(*) FROM current_figure").output.contains("0"))
        let shown = try run("show", "柳溪镇", "2023")
        #expect(shown.status == 66 && shown.errors.contains("was removed"))
        try run("publish", "out")
        #expect(try folder.text("out/report.csv").split(whereSeparator: \.isNewline).count <= 1)
        #expect(try done("revert", "柳溪镇", "2023").contains("back to revision 2"))
        #expect(try hotline() == ["柳溪镇 180"])
        #expect(try run("verify", "--deep").status == 0)
    }

    @Test func revertSaysWhichCorrectionsLapse() throws {
        _ = try done("correct", "柳溪镇", "2023", "hotline_12345.received", "77")
        let reverted = try done("revert", "柳溪镇", "2023", "--to", "1")
        #expect(reverted.contains("the correction of hotline_12345.received no longer counts"))
    }

    /// However the earlier revision comes to count again.
    @Test func importAndRemovalSayWhichCorrectionsAndWaiversLapse() throws {
        _ = try done("correct", "柳溪镇", "2023", "hotline_12345.received", "77")
        let rule = "published-early"
        _ = try done("waive", rule, "柳溪镇", "2023")
        func isTold(_ told: String) -> Bool {
            told.contains("the correction of hotline_12345.received no longer counts")
                && told.contains("the waiver of \(rule) no longer counts")
        }
        let named = try run("import", "--replace", "a.txt").output
        #expect(isTold(named), "\(named)")
        // Back to what was corrected: both count again.
        let back = try run("import", "--replace", "b.txt").output
        #expect(!back.contains("no longer counts"), "\(back)")
        let removed = try done("remove", "柳溪镇", "2023", "--revision", "4")
        #expect(isTold(removed), "\(removed)")
    }

    @Test func earlierFileSaysWhichRevisionCountsAndHowToReturn() throws {
        let again = try run("import", "a.txt")
        #expect(again.status == 0)
        #expect(again.output.contains("this is revision 1; revision 2 counts (b.txt)"))
        #expect(again.output.contains("nianbao revert 柳溪镇 2023 --to 1"))
        #expect(try done("revert", "柳溪镇", "2023", "--to", "1").contains("revision 3 now"))
        #expect(try hotline() == ["柳溪镇 175"])
        #expect(try !run("import", "a.txt").output.contains("revert"))
        let named = try run("import", "--replace", "b.txt")
        #expect(named.status == 0 && named.output.contains("b.txt: counts again, revision 4"))
        #expect(try hotline() == ["柳溪镇 180"])
    }

    @Test func revisionsTellTheirHistory() throws {
        _ = try done("revert", "柳溪镇", "2023")
        _ = try done("remove", "柳溪镇", "2023", "--revision", "2")
        let rows = try run("list", "--revisions", "--format", "csv").rows
        #expect(rows.map { $0["standing"] } == ["superseded", "removed", "current"])
        #expect(rows.map { $0["deed"] } == ["", "remove", "revert 1"])
        #expect(rows.map { $0["author"] } == ["", "张三", "张三"])
        #expect(rows[1]["reason"] == "核实")
        let log = try run("log", "--format", "csv").rows
        #expect(log.map { $0["action"] } == ["import", "import", "revert", "remove"])
        #expect(log.map { $0["author"] } == ["李四", "李四", "张三", "张三"])
        #expect(log.map { $0["subject"] } == ["a.txt", "b.txt", "青禾县/柳溪镇 2023#3", "青禾县/柳溪镇 2023#2"])
    }

    @Test func reportOfTheWrongTownshipIsMoved() throws {
        let asked = try Program.run(["move", "柳溪镇", "2023", "--to", "新桥镇"] + why, in: folder)
        #expect(asked.status == 64 && asked.errors.contains("--all") && asked.errors.contains("--revision 2"))
        let moved = try done("move", "柳溪镇", "2023", "--to", "新桥镇", "--revision", "2")
        #expect(moved.contains("revision 1 of 青禾县/新桥镇 2023"))
        #expect(try hotline() == ["新桥镇 180", "柳溪镇 175"])
        let taken = try Program.run(["move", "柳溪镇", "2023", "--to", "新桥镇"] + why, in: folder)
        #expect(taken.status == 64 && taken.errors.contains("青禾县/新桥镇 2023") && !taken.errors.contains("#"))
        #expect(try Program.run("move", "柳溪镇", "2023", "--to-year", "24", "--reason", "x", in: folder).status == 64)
        #expect(try done("move", "柳溪镇", "2023年", "--to-year", "2024年").contains("柳溪镇 2024"))
        #expect(try run("list", "--format", "csv").rows.map { $0["year"] } == ["2023", "2024"])
    }

    @Test func reportIsMovedWithItsEarlierRevisions() throws {
        #expect(try done("move", "柳溪镇", "2023", "--to", "新桥镇", "--all").contains("revision 2 of"))
        #expect(try hotline() == ["新桥镇 180"])
        #expect(try run("import", "a.txt").output.contains("新桥镇"))
    }

    @Test func waiverIsTakenBack() throws {
        let waiver = ["row-total", "柳溪镇", "2023"]
        #expect(try Program.run(["unwaive"] + waiver + why, in: folder).status == 64)
        _ = try done("correct", "柳溪镇", "2023", "requests.received.total", "99")
        #expect(try Program.run(["waive"] + waiver + why, in: folder).status == 0)
        #expect(try Program.run(["unwaive"] + waiver + why, in: folder).status == 0)
        #expect(try Program.run(["unwaive"] + waiver + why, in: folder).status == 64)
        #expect(try run("log", "--format", "csv").rows.suffix(2).map { $0["action"] } == ["waive", "unwaive"])
    }

    @Test(arguments: [
        ["remove", "柳溪镇", "2023"], ["remove", "柳溪镇", "2023", "--reason", ""],
        ["remove", "柳溪镇", "2023", "--revision", "9", "--reason", "x"],
        ["revert", "柳溪镇", "2023", "--to", "2", "--reason", "x"],
        ["move", "柳溪镇", "2023", "--to", "青禾县", "--reason", "x"],
        ["move", "柳溪镇", "2023", "--to", "柳溪镇", "--reason", "x"], ["move", "柳溪镇", "2023", "--reason", "x"],
        ["diff", "柳溪镇", "2021", "2022", "2023"],
    ])
    func whatCannotBeDoneIsRefused(arguments: [String]) throws {
        let before = try folder.dump("nianbao.sqlite")
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 64 && !run.errors.isEmpty)
        #expect(try folder.dump("nianbao.sqlite") == before)
    }

    /// What was moved counts where it was moved to, however often, and not where it came from as well.
    @Test func movedReportDoesNotCountTwice() throws {
        try files.write("古渡镇", to: "c.txt")
        _ = try run("import", "c.txt")
        _ = try done("move", "古渡镇", "2023", "--to", "黄杨镇")
        _ = try done("move", "黄杨镇", "2023", "--to", "红山镇")
        let before = try hotline()
        #expect(before.count == 2 && before.contains { $0.hasPrefix("红山镇") })
        #expect(try run("import", "--replace", "c.txt").output.contains("same as before"))
        #expect(try hotline() == before)
        let back = try done("revert", "古渡镇", "2023", "--to", "1")
        #expect(back.contains("the same report was moved to") && back.contains("红山镇 2023"))
        let year = try done("move", "红山镇", "2023", "--to-year", "2020")
        #expect(year.contains("nianbao reread --years 2020 --townships 红山镇 --county 青禾县\n"))
        let named = try done("move", "红山镇", "2020", "--to-year", "2021", "--archive", "nianbao.sqlite")
        #expect(named.contains("--townships 红山镇 --county 青禾县 --archive nianbao.sqlite\n"))
    }

    /// What was taken away where it had been moved to counts nowhere, until it is brought back.
    @Test func movedReportThatWasRemovedComesBackWhereItIsFrom() throws {
        try files.write("古渡镇", to: "c.txt")
        _ = try run("import", "c.txt")
        _ = try done("move", "古渡镇", "2023", "--to", "黄杨镇")
        _ = try done("remove", "黄杨镇", "2023")
        #expect(try hotline().count == 1)
        #expect(try run("import", "--replace", "c.txt").status == 0)
        let figures = try hotline()
        #expect(figures.count == 2 && figures.contains { $0.hasPrefix("古渡镇") }, "\(figures)")
    }

    /// Both places have got reports of other files since: the one that is named counts where it belongs.
    @Test func movedFileThatIsNamedCountsInOnePlace() throws {
        _ = try done("move", "柳溪镇", "2023", "--to", "新桥镇", "--all")
        for (township, received) in [("柳溪镇", "190"), ("新桥镇", "195")] {
            try files.write(
                "柳溪镇", to: "\(township).txt", replacing: ["柳溪镇": township, "收到派单175件": "收到派单\(received)件"])
            try run("import", "--replace", "\(township).txt")
        }
        #expect(try hotline() == ["新桥镇 195", "柳溪镇 190"])
        let named = try run("import", "--replace", "b.txt")
        #expect(named.status == 0 && named.output.contains("195件 → 180件"), "\(named.output)")
        #expect(!named.output.contains("青禾县/柳溪镇"), "\(named.output)")
        #expect(try hotline() == ["新桥镇 180", "柳溪镇 190"])
        // It was moved back.
        _ = try done("remove", "柳溪镇", "2023")
        _ = try done("move", "新桥镇", "2023", "--to", "柳溪镇", "--all")
        _ = try done("remove", "柳溪镇", "2023")
        #expect(try run("import", "--replace", "b.txt").status == 0)
        #expect(try hotline() == ["柳溪镇 180"])
    }

    // MARK: What changed

    @Test func revisionsAreComparedByFiguresAndSentences() throws {
        let rows = try run("diff", "柳溪镇", "2023", "--format", "csv").rows
        let figure = try #require(rows.first { $0["kind"] == "figure" })
        #expect([figure["indicator"], figure["from"], figure["to"]] == ["hotline_12345.received", "175", "180"])
        let sentences = rows.filter { $0["kind"] == "sentence" }
        #expect(sentences.count == 2)
        #expect(sentences[0]["from"]?.contains("175件") == true && sentences[1]["to"]?.contains("180件") == true)
        #expect(try run("diff", "柳溪镇", "2023", "--from", "2", "--to", "1", "--format", "csv").rows[0]["to"] == "175")
        #expect(try run("diff", "柳溪镇", "2023").output.contains("revision 1 → revision 2: figures"))
    }

    @Test func yearsAreCompared() throws {
        try folder.importSamples()
        let rows = try run("diff", "柳溪镇", "2021", "2023", "--format", "csv").rows
        #expect(rows.filter { $0["kind"] == "figure" }.map { $0["indicator"] } == ["hotline_12345.received"])
        #expect(try run("diff", "柳溪镇", "2021", "2023").output.contains("2021 → 2023: figures"))
        #expect(try run("diff", "柳溪镇", "2022").status == 64)
    }
}
