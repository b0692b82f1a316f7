import Foundation
import Support
import Testing

/// Commands that only read or try leave the archive as it is, and names that are empty admit nothing.
@Suite struct ReadingOnlyTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
        try files.write("柳溪镇", to: "一稿.txt")
        _ = try run(0, "import", "一稿.txt", "--county", "青禾县")
    }

    private var bytes: Data { get throws { try Data(contentsOf: URL(filePath: folder.path("nianbao.sqlite"))) } }

    /// What another program changed in the lists of the catalogue is put back by what writes, and by nothing else.
    @Test func trialsPutNothingBack() throws {
        try folder.sql(
            "UPDATE indicator SET label_en = 'lie' WHERE code = 'licensing.decisions'; DELETE FROM succession")
        let before = try bytes
        let commands = [
            ["reread", "--dry-run"], ["import", "一稿.txt", "--dry-run"], ["check"], ["status"], ["search", "热线"],
            ["correct", "柳溪镇", "2023", "licensing.decisions", "172", "--reason", "r", "--dry-run"], ["indicators"],
            ["measures"], ["similar"], ["brief", "青禾县", "2023"], ["coverage"], ["townships"], ["export"],
        ]
        for command in commands {
            _ = try Program.run(command, in: folder)
            #expect(try bytes == before, "\(command)")
        }
        #expect(try run(0, "reread", "--dry-run").contains("无变化 1"))
        _ = try run(65, "verify")
    }

    /// An indicator that the archive has no row for yet.
    @Test func trialsKnowIndicatorsThatAreNew() throws {
        try folder.sql(
            """
            DELETE FROM catalogue_indicator WHERE indicator_id = (
                SELECT id FROM indicator WHERE code = 'hotline_12345.received');
            DELETE FROM figure WHERE indicator_id = (SELECT id FROM indicator WHERE code = 'hotline_12345.received');
            DELETE FROM quantity WHERE indicator_id = (SELECT id FROM indicator WHERE code = 'hotline_12345.received');
            DELETE FROM succession;
            PRAGMA foreign_keys = OFF;
            DELETE FROM indicator WHERE code = 'hotline_12345.received';
            """)
        let before = try bytes
        let told = try run(0, "reread", "--dry-run")
        #expect(told.contains("hotline_12345.received") && told.contains("175件"), "\(told)")
        #expect(try bytes == before)
    }

    /// As a variable of the shell that is not set leaves them.
    @Test(arguments: [
        ["export", "--township", ""], ["export", "--county", ""], ["export", "--indicator", ""],
        ["list", "--county", " "], ["compare", ""], ["compare", "12345", "--township", ","],
        ["trace", "柳溪镇", "2023", ""], ["trace", "", "2023", "12345"], ["check", "--county", ""],
        ["townships", "list", "--county", ""], ["report", "页", "--indicator", ""], ["coverage", "--county", ""],
        ["similar", ""],
        ["correct", "柳溪镇", "2023", "licensing.decisions", "1", "--reason", "r", "--county", ""],
    ])
    func emptyNamesAreRefused(arguments: [String]) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == 64 && run.output == "", "\(run.output)\(run.errors)")
    }

    @Test func emptyAnswersEndWithOne() throws {
        #expect(try run(1, "corrections").contains("没有更正"))
        #expect(try run(1, "corrections", "--years", "2001").contains("没有2001年的年报"))
        #expect(try run(1, "log", "--as-of", "2001-01-01").contains("以前没有做过什么"))
        // A statement may well mean to find nothing.
        _ = try run(0, "sql", "SELECT code FROM indicator WHERE code = 'x'")
    }
}
