import Foundation
import Support
import Testing

/// What is known of a place besides what a report says: its names, its kind, and that a year is not over.
@Suite struct KnownOfPlacesTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
        try files.write("柳溪镇", to: "柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt", "--county", "青禾县")
    }

    private func write(_ township: String, year: String) throws {
        let text = try folder.text("柳溪镇.txt")
        let other = text.replacing("柳溪镇", with: township).replacing("2023", with: year)
        try folder.write(other, to: "\(township)\(year).txt")
    }

    @Test func importSaysWhereAReportOfAFormerNameGoes() throws {
        _ = try run(0, "townships", "rename", "柳溪镇", "柳溪街道")
        try write("柳溪镇", year: "2022")
        let trial = try run(0, "import", "柳溪镇2022.txt", "--county", "青禾县", "--dry-run")
        #expect(trial.contains("归入青禾县/柳溪街道"), "\(trial)")
        #expect(try run(0, "import", "柳溪镇2022.txt", "--county", "青禾县").contains("青禾县/柳溪镇 2022"))
        #expect(try run(0, "list", "--county", "青禾县").contains("柳溪街道"))
        try write("白杨镇", year: "2022")
        #expect(try !run(0, "import", "白杨镇2022.txt", "--county", "青禾县").contains("归入"))
    }

    @Test func nameOfNoTownshipIsTold() throws {
        let told = try run(0, "townships", "rename", "柳溪镇", "教育局")
        #expect(told.contains("“教育局”不是乡镇、街道的名称"), "\(told)")
        #expect(try !run(0, "townships", "rename", "教育局", "柳溪街道").contains("不是乡镇"))
    }

    @Test func reportOfAYearThatIsNotOverIsADoubt() throws {
        try write("白杨镇", year: "2042")
        let told = try run(0, "import", "白杨镇2042.txt", "--county", "青禾县")
        #expect(told.contains("2042年还没有结束"), "\(told)")
        let rows = try Program.run("check", "--format", "csv", in: folder).rows
        #expect(rows.filter { $0["rule"] == "year-not-over" }.map { $0["year"] } == ["2042"])
    }

    /// An answer as of an earlier day stays what it was, after New Year too.
    @Test func yearIsOverAsOfTheDayThatIsAskedFor() throws {
        try write("白杨镇", year: "2024")
        _ = try run(0, "import", "白杨镇2024.txt", "--county", "青禾县")
        try folder.sql("UPDATE report SET read_at = '2024-12-20T01:00:00Z'")
        func years(_ options: String...) throws -> [String?] {
            try Program.run(["check", "--format", "csv"] + options, in: folder).rows
                .filter { $0["rule"] == "year-not-over" }.map { $0["year"] }
        }
        #expect(try years("--as-of", "2024-12-31") == ["2024"])
        #expect(try years("--as-of", "2025-01-01") == [] && years() == [])
    }
}
