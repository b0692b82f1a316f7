import Foundation
import Support
import Testing

@Suite struct SafekeepingCommandTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    // MARK: verify

    @Test func soundArchiveIsToldInNumbers() throws {
        let run = try Program.run("verify", "--deep", "--format", "csv", in: folder)
        #expect(run.status == 0)
        #expect(run.rows.map { $0["count"] } == ["20", "20", "\(try Program.sampleFigureCount())", "0", "20", "0"])
        #expect(try Program.run("verify", "--lang", "zh", in: folder).output.contains("损坏"))
    }

    /// Of a workbook of several reports, each is read again where it stands.
    @Test func workbookOfSeveralReportsIsReadAgain() throws {
        let sheets = ["柳溪镇", "白杨镇"].enumerated().map { number, township in
            let counts = (1...4).map { "\($0 + number)" }
            let total = "\(10 + 4 * number)"
            let names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
            let figures = (counts + [total]).map { WorkbookFile.Value.number($0) }
            return WorkbookFile.Sheet(
                township,
                [
                    [.text("青禾县\(township)2022年政府信息公开工作年度报告")], [.text("四、政府信息公开行政复议、行政诉讼情况")],
                    ["行政复议"] + Array(repeating: .text("行政复议"), count: 4)
                        + Array(repeating: .text("行政诉讼"), count: 10),
                    Array(repeating: .text(""), count: 5) + Array(repeating: .text("未经复议直接起诉"), count: 5)
                        + Array(repeating: .text("复议后起诉"), count: 5),
                    (names + names + names).map { .text($0) }, figures + figures + figures,
                ])
        }
        let folder = try Folder()
        try folder.write(Data(WorkbookFile(sheets).xlsx), to: "年报.xlsx")
        #expect(try Program.run("import", "年报.xlsx", in: folder).status == 0)
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 2)
        let run = try Program.run("verify", "--deep", in: folder)
        #expect(run.status == 0, "\(run.output)")
    }

    /// A limit of the size of files is an error of writing, which is told.
    @Test func fileThatMayBecomeNoLargerIsTold() throws {
        let folder = try Folder()
        let run = try Program.run(["import", Program.samples], under: "ulimit -f 64", in: folder)
        #expect(run.status == 74)
        #expect(!folder.exists("nianbao.sqlite-journal"))
    }

    @Test func damageIsNamedAndEndsWith65() throws {
        try folder.sql("UPDATE sqlar SET data = zeroblob(sz) WHERE rowid = 1")
        let run = try Program.run("verify", "--deep", in: folder)
        #expect(run.status == 65)
        #expect(run.output.contains("SHA-256 differs"))
        #expect(try Program.run("backup", "b.sqlite", in: folder).status == 65)
        #expect(!folder.exists("b.sqlite"))
    }

    /// A sum is not judged by its position alone: what it was made of stands in several places.
    @Test func deepVerificationReadsTheOriginalsAgain() throws {
        try folder.sql("UPDATE figure SET state = 3, value = NULL, precision = NULL WHERE report_id = 1 AND value = 0")
        #expect(try Program.run("verify", in: folder).output.contains("what figure has with report_id = 1 was changed"))
        // As if it had been so before there was a chain.
        for column in ["box_bottom", "box_right", "box_top", "box_left", "turned", "page", "picture"] {
            try folder.sql("ALTER TABLE recognition DROP COLUMN \(column)")
        }
        try folder.sql(
            """
            DROP TABLE township_term; DROP TABLE township_code; DROP TABLE county_code;
            ALTER TABLE waiver DROP COLUMN covered;
            PRAGMA legacy_alter_table = ON; DROP TABLE link; ALTER TABLE report DROP COLUMN transcript_id;
            DROP TABLE transcript;
            PRAGMA user_version = 6
            """)
        try Program.run("import", ImportCommandTests.report, in: folder)
        #expect(try Program.run("verify", in: folder).status == 0)
        let run = try Program.run("verify", "--deep", in: folder)
        #expect(run.status == 1)
        #expect(run.output.contains("archived as unreadable, read again it is 0"))
    }

    // MARK: backup, restore

    @Test func restoredArchiveAnswersTheSame() throws {
        let backup = try Program.run("backup", "备份 '1'.sqlite", in: folder)
        #expect(backup.status == 0)
        #expect(backup.output.contains("20 reports, \(try Program.sampleFigureCount()) figures, verified"))
        try FileManager.default.removeItem(atPath: folder.path("nianbao.sqlite"))
        #expect(try Program.run("restore", "备份 '1'.sqlite", in: folder).status == 0)
        #expect(try folder.dump("nianbao.sqlite") == folder.dump("备份 '1'.sqlite"))
        #expect(try Program.run("verify", "--deep", in: folder).status == 0)
    }

    @Test func whatIsThereIsKeptUnlessForced() throws {
        try folder.write("keep", to: "b.sqlite")
        let refused = try Program.run("backup", "b.sqlite", in: folder)
        #expect(refused.status == 73)
        #expect(refused.errors.split(separator: "\n").count == 1)
        #expect(try folder.data("b.sqlite") == Data("keep".utf8))
        #expect(try Program.run("backup", "b.sqlite", "--force", in: folder).status == 0)
        #expect(try Program.run("restore", "b.sqlite", in: folder).status == 73)
        #expect(try Program.run("restore", "nianbao.sqlite", "--force", in: folder).status == 73)
        #expect(try Program.run("verify", in: folder).status == 0)
    }

    @Test(arguments: [
        ("restore", "none.sqlite", "new.sqlite", Int32(66)), ("restore", "text", "new.sqlite", 65),
    ])
    func refusalSaysWhatIsWrong(command: String, file: String, archive: String, status: Int32) throws {
        try folder.write(String(repeating: "这不是数据库。", count: 300), to: "text")
        let run = try Program.run(command, file, "--archive", archive, in: folder)
        #expect(run.status == status)
        #expect(run.errors.contains(file))
        #expect(!folder.exists("new.sqlite"))
    }
}
