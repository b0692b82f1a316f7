import Foundation
import Support
import Testing

/// A question that nobody has answered goes along with a report that is moved, and was not there before it.
@Suite struct MovedQuestionTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
        try files.write("柳溪镇", to: "柳溪镇.txt")
        try files.write("柳溪镇", to: "又.txt", replacing: ["收到派单175件": "收到派单188件", "\t171\n": "\t\n"])
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
        _ = try run(1, "import", "又.txt", "--county", "青禾县")
        try files.backdate()
    }

    private func log(_ options: String...) throws -> String {
        try Program.run(["log", "--format", "csv"] + options, in: folder).output
    }

    @Test func answersOfBeforeAreGivenAgain() throws {
        let before = try log()
        #expect(before.contains("青禾县/柳溪镇 2023#1"))
        _ = try run(0, "move", "柳溪镇", "2023", "--to", "白杨镇", "--reason", "归错")
        #expect(try log("--as-of", "2024-03-03") == before)
        let now = try log()
        #expect(now.contains("contest,青禾县/白杨镇 2023#1") || now.contains("青禾县/白杨镇 2023#1"), "\(now)")
        #expect(try run(0, "status").contains("又.txt"))
    }

    /// Nor what is asked of a copy that a return makes.
    @Test func returnsKeepTheLogOfBefore() throws {
        let before = try log()
        _ = try run(0, "remove", "柳溪镇", "2023", "--reason", "试")
        _ = try run(0, "revert", "柳溪镇", "2023", "--to", "1", "--reason", "试")
        #expect(try log("--as-of", "2024-03-03") == before)
    }
}
