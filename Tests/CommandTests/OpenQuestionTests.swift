import Foundation
import Support
import Testing

/// A question stays open until the file that it is about, and no other of that name, is answered for; and its command
/// names that file.
@Suite struct OpenQuestionTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
    }

    private func open(_ options: String...) throws -> [String?] {
        try Program.run(["check", "--format", "csv"] + options, in: folder).rows
            .filter { $0["rule"] == "contested-file" }.map { $0["township"] }
    }

    private func contested() throws -> String? {
        try Program.run("status", "--format", "csv", in: folder).rows.first { $0["item"] == "contested" }?["content"]
    }

    @Test func laterFileOfTheSameNameAnswersNothing() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try files.writeDraft(to: "甲/年报.txt")
        try files.write("白杨镇", to: "乙/年报.txt")
        try run(0, "import", "柳溪镇.txt")
        try run(0, "import", "--replace", "柳溪镇.txt")
        try files.write("柳溪镇", to: "柳溪镇.txt", replacing: ["收到派单175件": "收到派单190件"])
        try run(0, "import", "--replace", "柳溪镇.txt")
        try run(1, "import", "甲/年报.txt")
        try run(0, "import", "乙/年报.txt")
        #expect(try contested() == "1" && open() == ["柳溪镇"])
        try run(0, "import", "--replace", "甲/年报.txt")
        #expect(try contested() == "0" && open() == [])
    }

    /// In one run and one second.
    @Test func questionsOfOneImportStayOpen() throws {
        for (township, words) in [("柳溪镇", ["收到派单175件": "收到派单180件"]), ("白杨镇", ["工单94件": "工单95件"])] {
            try files.write(township, to: "in/\(township).txt")
            try files.write(township, to: "in/\(township)/年报.txt", replacing: words)
        }
        try run(1, "import", "in")
        #expect(try contested() == "2")
        // The other is asked again.
        try run(1, "import", "in", "--replace", "in/柳溪镇/年报.txt")
        #expect(try open() == ["白杨镇"])
        #expect(try run(0, "log").contains("sha256") == false)
    }

    /// A report takes its question along.
    @Test func questionStaysOpenWhenTheReportIsMoved() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try files.write("柳溪镇", to: "in/年报.txt", replacing: ["收到派单175件": "收到派单190件"])
        try run(1, "import", "柳溪镇.txt", "in/年报.txt")
        try run(0, "move", "柳溪镇", "2023", "--to", "新桥镇", "--reason", "归错")
        #expect(try contested() == "1" && open() == ["新桥镇"])
        try run(0, "import", "--replace", "in/年报.txt")
        #expect(try contested() == "0" && open() == [])
        // It counts where the question is now, not where it says.
        let listed = try run(0, "list", "--format", "csv")
        #expect(listed.contains("新桥镇") && !listed.contains("柳溪镇,"), "\(listed)")
    }

    /// A place that is named goes before the question's.
    @Test func placeIsNamedForTheFileOfAMovedQuestion() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try files.write("柳溪镇", to: "in/年报.txt", replacing: ["收到派单175件": "收到派单190件"])
        try run(1, "import", "柳溪镇.txt", "in/年报.txt")
        try run(0, "move", "柳溪镇", "2023", "--to", "新桥镇", "--reason", "归错")
        try run(0, "import", "--replace", "in/年报.txt", "--township", "柳溪镇")
        let listed = try run(0, "list", "--format", "csv")
        #expect(listed.contains("新桥镇,") && listed.contains("柳溪镇,"), "\(listed)")
    }

    @Test func commandNamesTheFileThatIsMeant() throws {
        try files.write("柳溪镇", to: "甲/年报.txt")
        try files.writeDraft(to: "乙/年报.txt")
        #expect(try run(1, "import", "甲/年报.txt", "乙/年报.txt").contains("import --replace 乙/年报.txt\n"))
        #expect(try run(1, "import", "甲", "乙/").contains("import --replace 乙/年报.txt\n"))
    }

    @Test func folderIsNoChoice() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try files.writeDraft(to: "in/定稿.txt")
        try run(0, "import", "柳溪镇.txt")
        try run(0, "import", "in", "--replace")
        #expect(try run(0, "log").contains("指定") == false)
        try run(0, "import", "柳溪镇.txt", "--replace")
        try files.write("柳溪镇", to: "又.txt", replacing: ["收到派单175件": "收到派单191件"])
        try run(0, "import", "又.txt", "--replace")
        #expect(try run(0, "log").contains("指定"))
    }

    // MARK: Rosters

    @Test func wronglyFiledReportLeavesNoTownshipBehind() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try files.write("白杨镇", to: "白杨镇.txt")
        try run(0, "import", "柳溪镇.txt")
        try run(0, "import", "白杨镇.txt", "--township", "白样镇")
        try run(0, "move", "白样镇", "2023", "--to", "白杨镇", "--reason", "误写")
        let compared = try run(0, "compare", "hotline_12345.received", "--total", "--lang", "zh")
        #expect(!compared.contains("≥") && !compared.contains("白样镇"), "\(compared)")
        #expect(try run(0, "coverage").contains("白样镇") == false)
        // One that a list names is missed all the same.
        try folder.write("county,township\n青禾县,古渡镇\n", to: "名单.csv")
        try run(0, "townships", "import", "名单.csv")
        #expect(try run(0, "compare", "hotline_12345.received", "--total", "--lang", "zh").contains("≥"))
        try folder.sql("UPDATE report SET read_at = '2024-03-02T01:00:00Z'")
        let then = try run(0, "compare", "hotline_12345.received", "--total", "--as-of", "2024-03-31")
        #expect(!then.contains("≥") && !then.contains("古渡镇"), "\(then)")
    }

    @Test func namesAndCodeOfATownshipStayWhenItGetsItsCounty() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt", replacing: ["青禾县": "本县"])
        try run(0, "import", "柳溪镇.txt")
        try folder.sql(
            """
            UPDATE township SET code = '630122101' WHERE name = '柳溪镇';
            INSERT INTO township_alias SELECT '柳溪乡', id FROM township WHERE name = '柳溪镇'
            """)
        try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        let listed = try run(0, "townships", "list", "--format", "csv")
        #expect(listed.contains("630122101") && listed.contains("柳溪乡"), "\(listed)")
    }

    /// The copy of a report is asked what the report was, and no later.
    @Test(arguments: [
        [["remove", "柳溪镇", "2023", "--reason", "x"], ["revert", "柳溪镇", "2023", "--reason", "x"]],
        [["move", "柳溪镇", "2023", "--to", "青禾县/新坪乡", "--reason", "x"]],
    ])
    func acceptedQuestionsStayAccepted(deeds: [[String]]) throws {
        try files.write("柳溪镇", to: "in/a.txt")
        try files.writeDraft(to: "in/b.txt")
        try run(1, "import", "in")
        try run(0, "waive", "contested-file", "柳溪镇", "2023", "--reason", "已核实")
        try files.backdate()
        for deed in deeds { #expect(try Program.run(deed, in: folder).status == 0) }
        let township = deeds.count == 1 ? "新坪乡" : "柳溪镇"
        let found = try run(0, "check", "--years", "2023", "--township", township, "--format", "json")
        let questions = found.split(separator: "}").filter { $0.contains("contested-file") }
        #expect(questions.count == 1 && questions.allSatisfy { $0.contains("\"waived\":true") }, "\(found)")
    }

    @Test func questionsAreThoseOfTheMoment() throws {
        try files.write("柳溪镇", to: "in/a.txt")
        try files.writeDraft(to: "in/b.txt")
        try run(1, "import", "in")
        try files.backdate()
        try run(0, "import", "in", "--replace", "in/b.txt")
        #expect(try open() == [] && open("--as-of", "2024-03-31") == ["柳溪镇"])
        #expect(try open("--as-of", "2024-02-28") == [])
    }

    // MARK: Damage

    @Test(arguments: [["check"], ["rollup", "青禾县", "2023"], ["brief", "青禾县", "2023"]])
    func forgedPositionIsDamage(command: [String]) throws {
        try files.write("柳溪镇", to: "柳溪镇.txt", replacing: ["青禾县柳溪镇人民政府": "青禾县白杨镇人民政府"])
        try run(0, "import", "柳溪镇.txt")
        try folder.sql("UPDATE figure SET start = 900000000, \"end\" = 900000009")
        let run = try Program.run(command, in: folder)
        #expect(run.status == 65 && run.errors.contains("900000000"), "\(run.status) \(run.output)\(run.errors)")
    }

    @Test func whatCannotBeToldOfAReplacedArchiveIsSaid() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try run(0, "import", "柳溪镇.txt")
        try run(0, "backup", "备份.sqlite")
        try folder.write("不是档案", to: "nianbao.sqlite")
        #expect(try run(0, "restore", "备份.sqlite", "--force").contains("无法判断备份之后是否还做过别的事"))
    }
}
