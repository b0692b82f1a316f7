import Foundation
import Support
import Testing

/// `--replace` behind the files does what it does before their names, where each is alone.
@Suite struct TrailingReplaceTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
        try files.write("柳溪镇", to: "一稿.txt")
        try files.writeDraft(to: "定稿.txt")
        _ = try run(0, "import", "一稿.txt")
        _ = try run(0, "import", "定稿.txt", "--replace")
        #expect(try received == ["180"])
    }

    private var received: [String?] {
        get throws {
            try Program.run("export", "--indicator", "hotline_12345.received", "--format", "csv", in: folder).rows
                .map { $0["value"] }
        }
    }

    @Test func revisionThatDoesNotCountCountsAgain() throws {
        let told = try run(0, "import", "-q", "一稿.txt", "--replace")
        #expect(told.contains("改回此文件，现为第 3 版") && told.contains("180件 → 175件"), "\(told)")
        #expect(try received == ["175"])
        // What counts already stays as it is.
        _ = try run(0, "import", "-q", "一稿.txt", "--replace")
        #expect(try Program.run("list", "--revisions", "--format", "csv", in: folder).rows.count == 3)
    }

    /// Neither of two that come together is alone.
    @Test func rivalsOfOneImportAreAskedAbout() throws {
        _ = try run(1, "import", "一稿.txt", "定稿.txt", "--replace")
        #expect(try received == ["180"])
    }

    /// A file that its folder brought along was chosen by nobody; that it does not count is told all the same.
    @Test func filesOfFoldersAreNamed() throws {
        try files.write("柳溪镇", to: "再报/一稿.txt")
        let told = try run(0, "import", "-q", "再报", "--replace")
        #expect(told.contains("一稿.txt：已有，未变动"), "\(told)")
        #expect(try received == ["180"])
        #expect(try run(0, "import", "-q", "再报") == "")
    }
}
