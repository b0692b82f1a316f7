import Foundation
import Support
import Testing

/// Two files for one township and year, and files that are no reports: nothing is replaced or passed over silently.
@Suite struct ContestedFileTests {
    private let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
    }

    @discardableResult private func run(_ arguments: String...) throws -> Program {
        try Program.run(arguments, in: folder)
    }

    private func hotline() throws -> [String] {
        try run("export", "--indicator", "hotline_12345.received", "--format", "csv").rows.map { $0["value"] ?? "?" }
    }

    @Test func differingFilesAreListedCellByCellAndNothingIsReplaced() throws {
        try files.write("柳溪镇", to: "in/柳溪镇.txt")
        try files.writeDraft(to: "in/柳溪镇旧稿.txt")
        for _ in 1...2 {
            let asked = try run("import", "in")
            #expect(asked.status == 1)
            #expect(asked.output.contains("柳溪镇旧稿.txt: not imported: 青禾县/柳溪镇 2023"))
            #expect(asked.output.contains("(hotline_12345.received): 柳溪镇.txt 175件 | 柳溪镇旧稿.txt 180件"))
            #expect(asked.output.contains("1 contested") && asked.output.contains("--replace in/柳溪镇旧稿.txt\n"))
            #expect(try hotline() == ["175"])
        }
        let answered = try run("import", "in", "--replace", "in/柳溪镇旧稿.txt")
        #expect(answered.status == 0 && answered.output.contains("revision 2"))
        #expect(try hotline() == ["180"])
        // Once it is answered, it is not asked again.
        #expect(try run("import", "in").status == 0)
        #expect(try hotline() == ["180"])
    }

    @Test func oneReportInSeveralFormatsIsOneReport() throws {
        try files.write("柳溪镇", to: "in/柳溪镇.txt")
        try FileManager.default.copyItem(atPath: folder.path("in/柳溪镇.txt"), toPath: folder.path("in/柳溪镇（再送）.txt"))
        let text = try folder.text("in/柳溪镇.txt")
        try folder.write("\u{FEFF}" + text, to: "in/柳溪镇（带标记）.txt")
        let imported = try run("import", "in")
        #expect(imported.status == 0)
        #expect(imported.output.contains("the same report as 柳溪镇.txt, revision 1"))
        #expect(try run("list", "--revisions", "--format", "csv").rows.count == 1)
        #expect(try run("import", "in").output.contains("0 new, 3 same, 0 revised"))
        #expect(try run("verify").status == 0)
    }

    @Test func fewerCellsAreRefusedWithTheListAndTheWayToForceThem() throws {
        try files.write("柳溪镇", to: "a.txt")
        try files.writeFragment(to: "b.txt")
        try run("import", "a.txt")
        let refused = try run("import", "b.txt")
        #expect(refused.status == 1)
        #expect(refused.output.contains("fewer than the 200 of revision 1 (a.txt)"))
        #expect(refused.output.contains(" | b.txt not mentioned") || refused.output.contains(" | b.txt unreadable"))
        #expect(refused.output.contains("nianbao import --replace b.txt"))
        #expect(try run("list", "--format", "csv").rows.map { $0["cells_read"] } == ["200"])
        #expect(try run("import", "--replace", "b.txt").status == 0)
        #expect(try run("list", "--format", "csv").rows.map { $0["revision"] } == ["2"])
    }

    @Test func bareReplaceIsForFilesThatComeAlone() throws {
        try files.write("柳溪镇", to: "a.txt")
        try files.writeFragment(to: "b.txt")
        try run("import", "a.txt")
        #expect(try run("import", "b.txt", "--replace").status == 0)
        #expect(try run("list", "--format", "csv").rows.map { $0["revision"] } == ["2"])
        try files.writeDraft(to: "in/c.txt")
        try files.write("柳溪镇", to: "in/d.txt", replacing: ["收到派单175件": "收到派单190件"])
        #expect(try run("import", "in", "--replace").status == 1)
        #expect(try hotline() == ["175"])
    }

    @Test func programsAreToldTheSame() throws {
        try files.write("柳溪镇", to: "in/a.txt")
        try files.writeDraft(to: "in/b.txt")
        struct Record: Decodable {
            struct Change: Decodable { let indicator, old, new: String }
            let path, outcome: String
            let other, contest: String?
            let changes: [Change]?
        }
        let lines = try run("import", "in", "--json").output.split(separator: "\n")
        let records = try lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
        #expect(records.map(\.outcome) == ["new", "contested"])
        #expect(records[1].other == "a.txt" && records[1].contest == "same_import")
        #expect(
            records[1].changes?.map { [$0.indicator, $0.old, $0.new] } == [["hotline_12345.received", "175件", "180件"]])
    }

    @Test func trialShowsWhatWouldChange() throws {
        try files.write("柳溪镇", to: "a.txt")
        try files.writeDraft(to: "b.txt")
        try run("import", "a.txt")
        let before = try folder.data("nianbao.sqlite")
        let trial = try run("import", "b.txt", "--dry-run")
        #expect(trial.status == 0)
        #expect(trial.output.contains("would be revision 2") && trial.output.contains("175件 → 180件"))
        #expect(try folder.data("nianbao.sqlite") == before)
    }

    // MARK: Passed over

    /// A picture may be a township's only report.
    @Test func skippedFilesAreNamedWhereverTheyLie() throws {
        try files.write("柳溪镇", to: "in/柳溪镇.txt")
        try folder.write(OfficeFiles.picture, to: "in/石桥乡.xyz")
        try folder.write(OfficeFiles.picture, to: "内层.xyz")
        try files.zip(["内层.xyz"], to: "内层.zip")
        try files.write("白杨镇", to: "白杨镇.txt")
        try files.zip(["内层.zip", "内层.xyz", "白杨镇.txt"], to: "in/全部.zip")
        let named = ["石桥乡.xyz", "全部.zip/内层.zip/内层.xyz", "全部.zip/内层.xyz"]
        for options in [["--dry-run"], [], ["-v"], ["--quiet"]] {
            let run = try Program.run(["import", "in"] + options, in: folder)
            #expect(run.status == 0)
            for name in named { #expect(run.output.contains("  \(name)\n"), "\(options): \(name)") }
        }
        let records = try run("import", "in", "--json").output
        for name in named { #expect(records.contains("{\"outcome\":\"passed_over\",\"path\":\"\(name)\"}")) }
    }

    @Test func nothingToImportIsSaid() throws {
        try folder.write(OfficeFiles.picture, to: "in/石桥乡.xyz")
        try files.zip(["in/石桥乡.xyz"], to: "图.zip")
        let archive = try run("import", "图.zip")
        #expect(archive.status == 65)
        #expect(archive.errors.contains("no file to import") && archive.output.contains("图.zip/in/石桥乡.xyz"))
        let place = try run("import", "in")
        #expect(place.status == 65 && place.errors.contains("石桥乡.xyz"))
    }
}
